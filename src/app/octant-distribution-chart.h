/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-chart.h"

G_BEGIN_DECLS

/**
 * OctantDistributionChart:
 *
 * How the answers of each level are distributed over the ratings, as stacked bars. A level
 * takes the focus and says its counts; arrow keys move along the levels. Signal
 * "level-activated" (guint).
 *
 * CSS node: `distributionchart` with a `chartpoint` for each level. Accessible role: list.
 */
#define OCTANT_TYPE_DISTRIBUTION_CHART (octant_distribution_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantDistributionChart, octant_distribution_chart, OCTANT, DISTRIBUTION_CHART, OctantChart)

/* Reads the answers under @code (NULL for all); the assessment itself is not kept. */
void octant_distribution_chart_update (OctantDistributionChart *self,
                                       OctantAssessment        *assessment,
                                       const char              *code);

G_END_DECLS
