/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart.h"
#include "octant-radar.h"

G_BEGIN_DECLS

/**
 * OctantRadarChart:
 *
 * A radar in the window: follows light and dark, high contrast, text size and direction.
 * The axis under the pointer or with the focus is emphasised and says its exact values in a
 * tooltip. Signal "axis-activated" (guint axis): clicked, or Return pressed.
 *
 * CSS node: `radarchart` with a `chartpoint` for each axis. Accessible role: list, with a
 * list item for each axis.
 */
#define OCTANT_TYPE_RADAR_CHART (octant_radar_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantRadarChart, octant_radar_chart, OCTANT, RADAR_CHART, OctantChart)

/* Copies @data. @descriptions: one sentence for each axis. */
void octant_radar_chart_set_data (OctantRadarChart      *self,
                                  const OctantRadarData *data,
                                  const char *const     *descriptions);

G_END_DECLS
