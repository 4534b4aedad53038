/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts @row at @index, in place of the row that stands there, if there is one: what is below stays where it is. */
void octant_list_box_put (GtkListBox *list,
                          guint       index,
                          GtkWidget  *row);
/* Takes away the rows from @index on. */
void octant_list_box_cut (GtkListBox *list,
                          guint       index);

G_END_DECLS
