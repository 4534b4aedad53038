/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart.h"
#include "octant-slope.h"

G_BEGIN_DECLS

/**
 * OctantSlopeChart:
 *
 * Two assessments side by side in the window, see OctantChart for what it does there. As
 * high as its rows need. Signal "row-activated" (guint row): clicked, or Return pressed.
 *
 * CSS node: `slopechart` with a `chartpoint` for each row.
 */
#define OCTANT_TYPE_SLOPE_CHART (octant_slope_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantSlopeChart, octant_slope_chart, OCTANT, SLOPE_CHART, OctantChart)

/* Copies @data. @descriptions: what to say of each row. */
void octant_slope_chart_set_data (OctantSlopeChart      *self,
                                  const OctantSlopeData *data,
                                  const char *const     *descriptions);

G_END_DECLS
