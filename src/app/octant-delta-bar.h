/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantDeltaBar:
 *
 * A bar from a middle line: to the end for what rose, to the start for what fell. Says
 * nothing by itself: the figure stands beside it.
 *
 * CSS node: deltabar.
 */
#define OCTANT_TYPE_DELTA_BAR (octant_delta_bar_get_type ())
G_DECLARE_FINAL_TYPE (OctantDeltaBar, octant_delta_bar, OCTANT, DELTA_BAR, GtkWidget)

/* @share: −1…1, of half the width */
GtkWidget *octant_delta_bar_new (double share);

G_END_DECLS
