/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What a window costs that does nothing: of the same size, with a list of as many rows as
 * the tree has, and the same radar drawn beside it, from nothing but an array of texts.
 */
GtkWidget *octant_bench_floor_new  (int        width,
                                    int        height);
/* Draws its radar anew, with other values. */
void       octant_bench_floor_draw (GtkWidget *window);

G_END_DECLS
