/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-row-reuse.h"

G_BEGIN_DECLS

/* What the rows of a tree show. */
typedef struct
{
  /* A GtkTreeExpander with a child. */
  OctantMakeRow make;
  /* @row: the child; @item: (nullable) */
  void (*set_item) (gpointer   owner,
                    GtkWidget *row,
                    gpointer   item);
  /* What a screen reader says of it, also while what the row holds is hidden. (transfer full) */
  char *(*describe) (gpointer owner,
                     gpointer item);
} OctantTreeRows;

/*
 * A factory for a list view of GtkTreeListRow, whose widgets are used again, and which says
 * anew what a row is whenever its item notifies.
 *
 * @rows: static
 * @owner: (unowned): outlives the rows
 */
GtkListItemFactory *octant_tree_factory_new      (const OctantTreeRows *rows,
                                                  gpointer              owner);
/* Says of all rows anew what they are. */
void                octant_tree_factory_describe (GtkListItemFactory   *factory);

G_END_DECLS
