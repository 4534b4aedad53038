/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The heads of the sections of octant_requirement_rows_new(): the number and the name of
 * the level. The first carries @about too, so that it scrolls with the rows.
 */
GtkListItemFactory *octant_requirement_heads_new (GtkWidget *about);

G_END_DECLS
