/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantChartPoint:
 *
 * One axis or cycle of a chart for keyboard and assistive technology: it takes the focus
 * and says its values, the chart around it draws everything and takes the pointer. Arrow
 * keys move along the points, up and down by a whole row where they stand in a grid.
 * Signal "activate": Return or Space.
 *
 * CSS node: `chartpoint`. Accessible role: list item.
 */
#define OCTANT_TYPE_CHART_POINT (octant_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (OctantChartPoint, octant_chart_point, OCTANT, CHART_POINT, GtkWidget)

GtkWidget *octant_chart_point_new       (guint             index);
guint      octant_chart_point_get_index (OctantChartPoint *self);
/* @stride: points in a row of the grid; 1, as at first: no grid */
void       octant_chart_point_set_stride (OctantChartPoint *self,
                                         guint             stride);
/* @text: what it says, as in “Detection: 3.20 of 5”; its tooltip too */
void       octant_chart_point_set_text  (OctantChartPoint *self,
                                         const char       *text);
/* (nullable) */
const char *octant_chart_point_get_text (OctantChartPoint *self);

G_END_DECLS
