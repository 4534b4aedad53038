/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-node.h"
#include "octant-chart.h"

G_BEGIN_DECLS

/**
 * OctantLadderChart:
 *
 * The levels of a sub-domain as steps, for each aspect: how far each is done and what
 * counts of it. With several protected objects the steps are those of the weakest one.
 * A step leads to its first requirement. Property "node".
 *
 * CSS node: `ladderchart` with a `chartpoint` for each step. Accessible role: list, with a
 * list item for each step.
 */
#define OCTANT_TYPE_LADDER_CHART (octant_ladder_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctantLadderChart, octant_ladder_chart, OCTANT, LADDER_CHART, OctantChart)

/* @node: (nullable): a sub-domain */
void octant_ladder_chart_set_node (OctantLadderChart *self,
                                   OctantNode        *node);

G_END_DECLS
