/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the widget of a list item. (transfer floating) */
typedef GtkWidget *(*OctantMakeRow) (gpointer owner);

/*
 * Has the list items of @factory take their widgets from those that list items before them
 * left behind, and only otherwise from @make. A row of many widgets takes many times more to
 * be made, to be styled and to be destroyed than to be put elsewhere. What "unbind" leaves
 * must fit the next "bind", as with any list item.
 *
 * @owner: (unowned): outlives the rows of @factory
 */
void octant_row_reuse_install (GtkSignalListItemFactory *factory,
                               OctantMakeRow             make,
                               gpointer                  owner);

G_END_DECLS
