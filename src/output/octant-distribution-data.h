/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-distribution.h"

G_BEGIN_DECLS

/* What the answers of a level are, from the best to what does not count. */
typedef enum
{
  OCTANT_COUNT_F,
  OCTANT_COUNT_L,
  OCTANT_COUNT_P,
  OCTANT_COUNT_N,
  OCTANT_COUNT_CARRIED, /* rated in an earlier cycle and not confirmed */
  OCTANT_COUNT_UNANSWERED,
  OCTANT_COUNT_NA,
  OCTANT_N_COUNTS,
} OctantCountPart;

/**
 * OctantRatingCounts:
 *
 * How the answers of each level are distributed, as octant_distribution_draw() wants them.
 * A requirement that is rated for each object counts once for each; retired ones and what
 * is out of scope do not count. While one object is shown, the answers of the others do not
 * count either. Owns its texts.
 */
typedef struct
{
  OctantDistributionData data;
  OctantDistributionPart parts[OCTANT_N_COUNTS];
  OctantDistributionRow rows[OCTANT_MODEL_MAX_LEVELS];
  guint counts[OCTANT_MODEL_MAX_LEVELS][OCTANT_N_COUNTS];
  GPtrArray *texts; /* (element-type utf8) */
} OctantRatingCounts;

/* @code: of a domain or sub-domain, "overall" or NULL for the whole. Returns NULL when the model has no such node. */
OctantRatingCounts *octant_rating_counts_new  (OctantAssessment   *assessment,
                                               const char         *code,
                                               OctantLanguage      language);
void                octant_rating_counts_free (OctantRatingCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantRatingCounts, octant_rating_counts_free)

G_END_DECLS
