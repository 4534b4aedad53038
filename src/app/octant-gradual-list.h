/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantGradualList:
 *
 * The beginning of another list, which grows by some items at a time while nothing else is
 * to do, until it is all there. A GtkListView makes its rows as soon as they are in its
 * model, up to two hundred of them: with rows of many widgets that would keep the window
 * from everything else for as long. Small changes of the other list come through as they
 * are. Positions are the same in both, and so are sections.
 *
 * Main thread only.
 */
#define OCTANT_TYPE_GRADUAL_LIST (octant_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (OctantGradualList, octant_gradual_list, OCTANT, GRADUAL_LIST, GObject)

/* @model: (transfer full); @step: how many items at a time, at least 1 */
OctantGradualList *octant_gradual_list_new       (GListModel        *model,
                                                  guint              step);
/* (transfer none) */
GListModel        *octant_gradual_list_get_model (OctantGradualList *self);
/* Has the item at @position now, and all before it. */
void               octant_gradual_list_reveal    (OctantGradualList *self,
                                                  guint              position);
/* An item that does not go for a while when much is put before it: the one that is selected. @item: (nullable) */
void               octant_gradual_list_keep      (OctantGradualList *self,
                                                  gpointer           item);

G_END_DECLS
