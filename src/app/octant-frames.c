/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-frames.h"

/* Microseconds: what took one to make takes several more to measure and to place. */
#define BUDGET 1200

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantFrameFunc func = *(OctantFrameFunc *) user_data;
  gint64 end = g_get_monotonic_time () + BUDGET;

  do
    if (!func (widget))
      return G_SOURCE_REMOVE;
  while (g_get_monotonic_time () < end);
  return G_SOURCE_CONTINUE;
}

guint
octant_frames_add (GtkWidget       *widget,
                   OctantFrameFunc  func)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);
  g_return_val_if_fail (func != NULL, 0);

  /* A pointer to a function is no pointer to data. */
  return gtk_widget_add_tick_callback (widget, tick_cb, g_memdup2 (&func, sizeof func), g_free);
}

void
octant_put_row (GtkListBox *list,
                guint       index,
                GtkWidget  *row)
{
  GtkListBoxRow *former;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  former = gtk_list_box_get_row_at_index (list, (int) index);
  if (former != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (former));
  gtk_list_box_insert (list, row, (int) index);
}

void
octant_drop_rows (GtkListBox *list,
                  guint       index)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, (int) index)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
