/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

void octant_draw_line_style (cairo_t                 *cr,
                             const OctantSeriesStyle *series,
                             double                   scale);
void octant_draw_marker     (cairo_t                 *cr,
                             OctantMarker             marker,
                             const OctantPoint       *at,
                             double                   radius,
                             const OctantColor       *color,
                             const OctantChartStyle  *style);
void octant_draw_rounded    (cairo_t                 *cr,
                             const OctantRect        *rect,
                             double                   radius);
/* @text: of octant_chart_text_new_empty(), in the middle of @height */
void octant_draw_empty      (cairo_t                 *cr,
                             PangoLayout             *text,
                             double                   height,
                             const OctantChartStyle  *style);

G_END_DECLS
