/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-view-rows.h"

/* The list view of a table is a child of it. */
GtkWidget *
octant_view_rows_get_list (GtkWidget *view)
{
  GtkWidget *list = view;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view) || GTK_IS_COLUMN_VIEW (view), NULL);

  if (GTK_IS_COLUMN_VIEW (view))
    for (list = gtk_widget_get_first_child (list); list != NULL && !GTK_IS_LIST_VIEW (list);)
      list = gtk_widget_get_next_sibling (list);
  return list;
}

gboolean
octant_view_rows_is_row (GtkWidget *child)
{
  return g_strcmp0 (gtk_widget_get_css_name (child), "row") == 0;
}

/* Where those in sight begin and end; the others are laid out nowhere. */
static gboolean
find_seen (GtkWidget       *list,
           GtkWidget      **first,
           GtkWidget      **last,
           graphene_rect_t *area)
{
  graphene_rect_t bounds;

  *first = *last = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child) || !gtk_widget_compute_bounds (child, list, &bounds))
        continue;
      if (*first == NULL)
        *first = child;
      if (child == *first)
        *area = bounds;
      graphene_rect_union (area, &bounds, area);
      *last = child;
    }
  return *first != NULL;
}

/* Pixels from @child on, as GTK adds them up: what was measured for the same width is known. */
static double
add_up (GtkWidget     *child,
        GtkWidget   *(*next) (GtkWidget *),
        double         width,
        guint         *n_rows)
{
  double sum = 0;

  for (child = next (child); child != NULL; child = next (child))
    {
      int least, height;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX ((int) width, least), &height, NULL, NULL, NULL);
      sum += height;
      *n_rows += octant_view_rows_is_row (child);
    }
  return sum;
}

gboolean
octant_view_rows_find (GtkScrollable  *view,
                       guint           n_items,
                       OctantViewRows *rows)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (view);
  GtkWidget *list = octant_view_rows_get_list (GTK_WIDGET (view));
  GtkWidget *first, *last;
  graphene_rect_t seen;
  double before, after;

  *rows = (OctantViewRows){ 0 };
  if (adjustment == NULL || list == NULL || !find_seen (list, &first, &last, &seen))
    return FALSE;
  before = gtk_adjustment_get_value (adjustment) + seen.origin.y
           - add_up (first, gtk_widget_get_prev_sibling, seen.size.width, &rows->above);
  after = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - seen.origin.y
          - seen.size.height - add_up (last, gtk_widget_get_next_sibling, seen.size.width, &rows->below);
  rows->n = rows->above + rows->below + octant_view_rows_is_row (last);
  for (; first != last; first = gtk_widget_get_next_sibling (first))
    rows->n += octant_view_rows_is_row (first);
  rows->n = MIN (rows->n, n_items);
  /* Those that have no rows are all of one height for GTK. */
  before = MAX (before, 0);
  after = MAX (after, 0);
  if (before > 0)
    rows->first = (guint) ((n_items - rows->n) * before / (before + after) + 0.5);
  return rows->n > 0;
}
