/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-heatmap.h"

G_BEGIN_DECLS

/**
 * OctantHeatmapFill:
 *
 * The sub-domains of an assessment as the heat map wants them: columns for the aspects,
 * and for each object when there are several. Owns its texts, so it outlives the
 * assessment's next change and may go to another thread.
 */
typedef struct
{
  OctantHeatmapData data;
  GPtrArray *codes; /* (element-type utf8) of the rows */
  GPtrArray *texts; /* (element-type utf8) labels, headings and figures */
  OctantHeatmapRow *rows;
  OctantHeatmapCell *cells;
  const char **columns;
} OctantHeatmapFill;

OctantHeatmapFill *octant_heatmap_fill_new  (OctantAssessment  *assessment,
                                             OctantLanguage     language);
void               octant_heatmap_fill_free (OctantHeatmapFill *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantHeatmapFill, octant_heatmap_fill_free)

G_END_DECLS
