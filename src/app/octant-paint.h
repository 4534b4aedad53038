/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-chart-style.h"

G_BEGIN_DECLS

/* The table of colours that fits what the user sees now. */
const OctantChartStyle *octant_paint_get_style   (void);
/* Redraws @widget whenever that changes. */
void                    octant_paint_follow_style (GtkWidget *widget);
GdkRGBA                 octant_paint_color        (const OctantColor *color);

G_END_DECLS
