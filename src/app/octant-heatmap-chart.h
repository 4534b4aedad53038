/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-chart.h"

G_BEGIN_DECLS

/**
 * OctantHeatmapChart:
 *
 * The heat map of an assessment's sub-domains. A row takes the focus and leads to its
 * sub-domain by Return, Space or a click; arrow keys move along the rows.
 *
 * CSS node: heatmapchart with a chartpoint for each row. Accessible role: list.
 */
#define OCTANT_TYPE_HEATMAP_CHART (octant_heatmap_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantHeatmapChart, octant_heatmap_chart, OCTANT, HEATMAP_CHART, OctantChart)

/* Reads the scores; the assessment itself is not kept. */
void octant_heatmap_chart_update (OctantHeatmapChart *self,
                                  OctantAssessment   *assessment);

G_END_DECLS
