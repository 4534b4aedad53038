/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart-file.h"

G_BEGIN_DECLS

/* The charts that go into files. */
typedef enum
{
  OCTANT_CHART_KIND_RADAR,
  OCTANT_CHART_KIND_TREND,
  OCTANT_CHART_KIND_HEATMAP,
  OCTANT_CHART_KIND_LADDER,
  OCTANT_CHART_KIND_DISTRIBUTION,
  OCTANT_CHART_KIND_SLOPE,
  OCTANT_CHART_KIND_ATTACK,
  OCTANT_N_CHART_KINDS,
} OctantChartKind;

/* "radar", "trend", "heatmap", "ladder", "distribution", "slope", "attack". */
gboolean    octant_chart_kind_parse     (const char      *word,
                                         OctantChartKind *kind);
const char *octant_chart_kind_to_string (OctantChartKind  kind);

/* One chart to be drawn; what does not belong to the kind is ignored. */
typedef struct
{
  OctantChartKind kind;
  OctantAssessment *cycle;
  OctantAssessment *const *others; /* (nullable) radar: earlier cycles, lighter; trend: the other cycles, in any order;
                                    * slope: the earlier one */
  gsize n_others;
  const char *lens;                /* (nullable) axes of a radar; slope: "subdomains" or (nullable) "domains" */
  const char *code;                /* ladder: a sub-domain; distribution: (nullable) a domain or sub-domain */
  gboolean like_for_like;          /* slope: on what both cycles share */
} OctantChartRequest;

/**
 * octant_output_chart_file:
 * @options: (nullable): as for the functions of each chart
 * @path: ends in .svg, .png or .pdf
 *
 * Draws one chart in print style and replaces the file at once. The same input gives the
 * same bytes of SVG and PNG.
 */
gboolean octant_output_chart_file (const OctantChartRequest *request,
                                   const OctantChartOptions *options,
                                   const char               *path,
                                   GError                  **error);

G_END_DECLS
