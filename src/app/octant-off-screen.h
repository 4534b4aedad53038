/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Whenever the keyboard moves or a dialog opens, GTK styles every node of the window again
 * that could depend on it and is not hidden; and a list has up to 200 rows, of which a dozen
 * is on screen. So what the rows of @view hold is hidden while they are far from the screen,
 * a few rows at a time, and comes back before they are seen. The rows themselves stay, as
 * high as they were: to the keyboard, and to assistive technology if each has a label of its
 * own (gtk_list_item_set_accessible_label()).
 *
 * @view: a GtkListView or GtkColumnView that is what scrolls, or that scrolls with what is
 *   around it in a GtkViewport. What a cell of a table shows must not have a say in how wide
 *   its column is (GtkInscription has none).
 */
void octant_off_screen_hide (GtkWidget *view);

G_END_DECLS
