/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of a row, NULL for none. (transfer full) (nullable) */
typedef GMenuModel *(*OctantContextMenuFunc) (GtkWidget *row,
                                              gpointer   user_data);

/*
 * Gives the rows of a list a context menu: by the secondary button, a long press, the Menu
 * key and Shift+F10. @row_type is the type of the widget inside a row; @host carries the
 * popover and outlives the rows.
 */
void octant_context_menu_install (GtkWidget             *view,
                                  GtkWidget             *host,
                                  GType                  row_type,
                                  OctantContextMenuFunc  func,
                                  gpointer               user_data);

G_END_DECLS
