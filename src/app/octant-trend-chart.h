/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart.h"
#include "octant-trend.h"

G_BEGIN_DECLS

/**
 * OctantTrendChart:
 *
 * Scores over cycles in the window: follows light and dark, high contrast, text size and
 * direction. The cycle under the pointer or with the focus is emphasised and says its exact
 * values in a tooltip. Signal "cycle-activated" (guint cycle): clicked, or Return pressed.
 *
 * CSS node: `trendchart` with a `chartpoint` for each cycle. Accessible role: list, with a
 * list item for each cycle.
 */
#define OCTANT_TYPE_TREND_CHART (octant_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantTrendChart, octant_trend_chart, OCTANT, TREND_CHART, OctantChart)

/* Copies @data. @descriptions: what to say of each cycle. */
void octant_trend_chart_set_data (OctantTrendChart      *self,
                                  const OctantTrendData *data,
                                  const char *const     *descriptions);

G_END_DECLS
