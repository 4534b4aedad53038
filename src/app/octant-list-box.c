/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-list-box.h"

void
octant_list_box_put (GtkListBox *list,
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
octant_list_box_cut (GtkListBox *list,
                     guint       index)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, (int) index)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
