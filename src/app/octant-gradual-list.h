/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantGradualList:
 *
 * The beginning of another list, which grows by some items between the frames until it is
 * all there. A GtkListView makes its rows as soon as they are in its model, up to two
 * hundred of them: with rows of many widgets that would keep the window from everything
 * else for as long. Small changes of the other list come through as they are; a large one
 * is begun with, and comes by and by. Positions are the same in both, and so are sections
 * and items; only while rows go, see octant_gradual_list_replace(), it may be a part of the
 * other list from further on. What the view says a position of is therefore asked for here.
 *
 * It stands between the selection and the view and is itself what the view takes for a
 * selection:
 *
 *   … ─► GtkMultiSelection ─► OctantGradualList ─► GtkColumnView
 *
 * What is selected is the other list's. It never changes because rows come later, “select
 * all” selects all, and an item may be selected before its row is there. A list that is no
 * selection has none here either, as with GtkNoSelection.
 *
 * Only what asks the view for a row by its position has to ask for it here before, with
 * octant_gradual_list_reveal(): gtk_list_view_scroll_to() and the like. A large change
 * takes the row away that has the keyboard, as GTK does with any row that is removed: who
 * wants it back waits for “items-changed” until its position is there.
 *
 * Main thread only.
 */
#define OCTANT_TYPE_GRADUAL_LIST (octant_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (OctantGradualList, octant_gradual_list, OCTANT, GRADUAL_LIST, GObject)

/* @model: (transfer full); @step: how many items are there at once, at least 1; then come up to twice as many at a time */
OctantGradualList *octant_gradual_list_new       (GListModel        *model,
                                                  guint              step);
/* (transfer none) */
GListModel        *octant_gradual_list_get_model (OctantGradualList *self);
/* Has the item at @position now, and all before it; G_MAXUINT: all. */
void               octant_gradual_list_reveal    (OctantGradualList *self,
                                                  guint              position);

/* In @view, which shows it, the key End leads to the end of the whole list. */
void               octant_gradual_list_heed_end  (OctantGradualList *self,
                                                  GtkWidget         *view);

/* Changes the other list. @object: who called for it */
typedef void (*OctantGradualFunc) (gpointer object);

/*
 * To be called where most of the other list is about to change, as with another search: rows
 * go by and by too, those out of sight first, and then @func is called, which makes the
 * change. Called again before that, it is the later @func that counts. Once @object is gone,
 * nothing is changed. What comes then is seen from its beginning.
 *
 * @view: where the rows are
 */
void               octant_gradual_list_replace   (OctantGradualList *self,
                                                  GtkScrollable     *view,
                                                  OctantGradualFunc  func,
                                                  gpointer           object);
/* Makes the change at once that is waited for, if there is one, whatever rows are still there. */
void               octant_gradual_list_finish    (OctantGradualList *self);

/*
 * To be called where the other list is about to be another one, as soon as that has been read: rows that are out of sight
 * below go by and by, so that few are left to go then. Should nothing come, they come again.
 *
 * @view: where the rows are
 */
void               octant_gradual_list_make_room (OctantGradualList *self,
                                                  GtkScrollable     *view);

/*
 * While @view, which shows it, is hidden by something else it rests: rows out of sight below go as above, and none come,
 * so that what happens to the other list meanwhile costs little. Afterwards it grows again.
 */
void               octant_gradual_list_set_resting (OctantGradualList *self,
                                                    GtkScrollable     *view,
                                                    gboolean           resting);

G_END_DECLS
