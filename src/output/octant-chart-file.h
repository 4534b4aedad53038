/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-assessment.h"
#include "base/octant-text.h"

G_BEGIN_DECLS

#define OCTANT_OUTPUT_ERROR (octant_output_error_quark ())

typedef enum
{
  OCTANT_OUTPUT_ERROR_FORMAT, /* the path does not end in .svg, .png or .pdf */
  OCTANT_OUTPUT_ERROR_LENS,   /* the model has no such lens */
  OCTANT_OUTPUT_ERROR_CODE,   /* the model has no such domain or sub-domain */
  OCTANT_OUTPUT_ERROR_FAILED, /* the drawing library refused */
} OctantOutputError;

GQuark octant_output_error_quark (void);

/**
 * OctantChartOptions:
 *
 * How a chart file is made. Zeroed memory is the default: 1 pixel for each unit in PNG,
 * Chinese, no institution.
 */
typedef struct
{
  OctantLanguage language;
  double scale;            /* PNG: pixels for each unit, 0 stands for 1, at most 8 */
  const char *institution; /* (nullable) stands above the title */
  GBytes **picture;        /* (out) (nullable) takes the picture, and no file is written: the path says its format alone */
} OctantChartOptions;

/**
 * octant_output_radar_file:
 * @present: the cycle
 * @ghosts: (array length=n_ghosts) (nullable): earlier cycles, lighter
 * @lens_id: (nullable): a lens of the model, "subdomains", or NULL or "domains"
 * @path: ends in .svg, .png or .pdf
 *
 * Draws one chart in print style and replaces the file at once. The same input gives the
 * same bytes of SVG and PNG. Domains are matched by code over model versions.
 */
gboolean octant_output_radar_file (OctantAssessment         *present,
                                   OctantAssessment *const  *ghosts,
                                   gsize                     n_ghosts,
                                   const char               *lens_id,
                                   const OctantChartOptions *options,
                                   const char               *path,
                                   GError                  **error);
/* As above with language alone. */
gboolean octant_output_radar      (OctantAssessment         *present,
                                   OctantAssessment *const  *ghosts,
                                   gsize                     n_ghosts,
                                   const char               *lens_id,
                                   OctantLanguage            language,
                                   const char               *path,
                                   GError                  **error);

/* Sub-domains by aspect and, when there are several, by object. */
gboolean octant_output_heatmap_file (OctantAssessment         *assessment,
                                     const OctantChartOptions *options,
                                     const char               *path,
                                     GError                  **error);

/* Scores and levels over the cycles given, sorted by date. */
gboolean octant_output_trend_file (OctantAssessment *const  *cycles,
                                   gsize                     n_cycles,
                                   const OctantChartOptions *options,
                                   const char               *path,
                                   GError                  **error);
gboolean octant_output_trend      (OctantAssessment *const  *cycles,
                                   gsize                     n_cycles,
                                   OctantLanguage            language,
                                   const char               *path,
                                   GError                  **error);

/* @before and @after side by side, by domain or by sub-domain, as scored or like for like. Matched by code over model
 * versions. */
gboolean octant_output_slope_file (OctantAssessment         *before,
                                   OctantAssessment         *after,
                                   gboolean                  subdomains,
                                   gboolean                  like_for_like,
                                   const OctantChartOptions *options,
                                   const char               *path,
                                   GError                  **error);

/* The techniques of the shipped map of ATT&CK under their tactics, as high as the longest tactic asks for. */
gboolean octant_output_attack_file (OctantAssessment         *assessment,
                                    const OctantChartOptions *options,
                                    const char               *path,
                                    GError                  **error);

G_END_DECLS
