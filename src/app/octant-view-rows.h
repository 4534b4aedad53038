/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows that a GtkListView, or that of a GtkColumnView, made: those in sight and many around them. */
typedef struct
{
  guint first; /* position of the first of them */
  guint n;
  guint above; /* of these, those before the ones in sight */
  guint below; /* and those after them */
} OctantViewRows;

/* The list view whose children are the rows of @view, a GtkListView or GtkColumnView. (transfer none) */
GtkWidget *octant_view_rows_get_list (GtkWidget *view);
/* Its other children are headers of sections. */
gboolean octant_view_rows_is_row (GtkWidget *child);

/*
 * Finds them by where they are laid out. Where rows differ much in height, @first may be
 * wrong by some.
 *
 * @n_items: of the model of @view
 *
 * Returns: FALSE when there are none
 */
gboolean octant_view_rows_find (GtkScrollable  *view,
                                guint           n_items,
                                OctantViewRows *rows);

G_END_DECLS
