/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-radar.h"
#include "octant-trend.h"

G_BEGIN_DECLS

/* Scores of one thing as a painter wants them. */
typedef struct
{
  GArray *values;    /* (element-type double) */
  GArray *values_hi; /* (element-type double) */
  GPtrArray *texts;    /* (element-type utf8) of values, rounded exactly; "–" for none */
  GPtrArray *texts_hi; /* (element-type utf8) of values_hi */
} OctantScoreSeries;

/* The axes of a radar: domains, sub-domains, the groups of a lens, aspects (the whole's split), or the sub-domains of each role. */
typedef enum
{
  OCTANT_AXES_DOMAINS,
  OCTANT_AXES_SUBDOMAINS,
  OCTANT_AXES_LENS,
  OCTANT_AXES_ASPECTS,
  OCTANT_AXES_ROLES,
} OctantAxesKind;

typedef struct
{
  OctantAxesKind kind;
  guint lens;
  const char *lens_id; /* (nullable) */
  GPtrArray *codes;    /* (element-type utf8) borrowed from the model */
  GPtrArray *labels;   /* (element-type utf8) borrowed from the model */
  const char *name;    /* (nullable) of the lens, borrowed */
} OctantAxes;

/* @lens_id: (nullable): "domains", "subdomains", "aspect", "role", or a lens of the model. */
gboolean           octant_axes_init          (OctantAxes        *axes,
                                              OctantModel       *model,
                                              const char        *lens_id,
                                              OctantLanguage     language,
                                              GError           **error);
void               octant_axes_clear         (OctantAxes        *axes);

/* A cycle's scores, as it shows them, on axes that may come from another model: matched by code. */
OctantScoreSeries *octant_score_series_on_axes (OctantAssessment *assessment,
                                                const OctantAxes *axes);
/* The levels that a cycle aims at; NULL without any, and for a lens, which has no levels. There is no upper end. */
OctantScoreSeries *octant_target_series_on_axes (OctantAssessment *assessment,
                                                 const OctantAxes *axes);
/* One node, by code, over cycles. */
OctantScoreSeries *octant_score_series_over_cycles (OctantAssessment *const *cycles,
                                                    gsize                    n_cycles,
                                                    const char              *code);
/* What tells assessments apart at axes and in legends: see octant_brief_titles(). (transfer full) */
GStrv              octant_chart_dup_briefs   (OctantAssessment *const *assessments,
                                              guint                    n);
void               octant_score_series_free  (OctantScoreSeries *series);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantAxes, octant_axes_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantScoreSeries, octant_score_series_free)

G_END_DECLS
