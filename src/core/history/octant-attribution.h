/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

/*
 * What one sub-domain contributed to the change of the overall score. Sub-domains are matched by code. With its
 * weights w (shares of the whole, adding up to 1) and scores s of both cycles, and M the mean of both overall
 * scores:
 *
 *   score part  (w_a + w_b) / 2 · (s_b − s_a)             its own score moved
 *   weight part (w_b − w_a) · ((s_a + s_b) / 2 − M)       it came to count for more or less
 *
 * Of a sub-domain that only one cycle has, the missing s is taken to be the other one: it changes the whole by
 * its weight alone, upwards when what comes is better than the whole, or what goes is worse. The score part is split once more by
 * scoring both cycles on the requirements and objects that they share: the change of that is what answers did,
 * the rest came with new or retired requirements, other rules, other objects.
 *
 * Over all sub-domains the parts add up to the change exactly: Σ (w_b·s_b − w_a·s_a) = S_b − S_a, and what is
 * taken off for M is M · Σ (w_b − w_a) = 0.
 */
typedef struct
{
  char *code;
  OctantText name; /* owned copy */
  gboolean known_a, known_b; /* the cycle's model asks it */
  gboolean in_a, in_b;       /* and it is in scope there */
  OctantRational weight_a, weight_b;
  OctantRational s_a, s_b; /* 0 where it is not applicable */
  OctantRational answers;  /* score part: from answers to what both cycles share */
  OctantRational basis;    /* score part: from requirements, rules and objects */
  OctantRational weight;   /* weight part: scope and weights */
  OctantRational total;    /* the sum of the three */
} OctantAttributionPart;

/**
 * OctantAttribution:
 *
 * The change of the overall score between two cycles, by cause and by sub-domain.
 */
typedef struct
{
  OctantRational s_a, s_b;
  OctantRational answers, basis, weight; /* sums over the parts */
  OctantRational total;                  /* s_b − s_a, and the sum of the three */
  GPtrArray *parts; /* (element-type OctantAttributionPart) every sub-domain that either cycle counts: in the order
                     * of the later model, then what only the earlier one has */
} OctantAttribution;

OctantAttribution *octant_attribution_new  (OctantAssessment  *a,
                                            OctantAssessment  *b,
                                            gboolean           like_for_like);
void               octant_attribution_free (OctantAttribution *self);
/* Largest contribution first, whatever its sign; equal ones by code. (transfer container) (element-type
 * OctantAttributionPart): borrowed from @self */
GPtrArray         *octant_attribution_rank (OctantAttribution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantAttribution, octant_attribution_free)

G_END_DECLS
