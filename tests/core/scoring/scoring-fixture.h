/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring-spec.h"

G_BEGIN_DECLS

/* Random assessments and comparisons of results, for the property tests. */

typedef struct
{
  GRand *rand;
  Spec *spec;
  OctantModel *model;
  OctantScorer *scorer;
} ScoringFixture;

/* Runs @check on some hundred random assessments with fixed seeds. */
void scoring_for_each_model (guint32 seed,
                             void  (*check) (ScoringFixture *fixture));

/* Ratings, evidence and tailoring of a scorer into another one of an equal model. */
void          scoring_copy_answers (OctantScorer *from,
                                    OctantScorer *to);
/* Another scorer with the same objects. */
OctantScorer *scoring_new_like     (OctantScorer *scorer,
                                    OctantModel  *model);

/* What a comparison looks at. */
typedef enum
{
  SCORING_SCORES = 1 << 0,     /* S and L with their bounds and split */
  SCORING_COUNTS = 1 << 1,     /* what is counted of items */
  SCORING_CONFIDENCE = 1 << 2,
  SCORING_EVERYTHING = SCORING_SCORES | SCORING_COUNTS | SCORING_CONFIDENCE,
} ScoringParts;

char  *scoring_describe       (const OctantScore *score,
                               ScoringParts       parts);
/* One string for each node. */
char **scoring_describe_nodes (OctantScorer      *scorer,
                               ScoringParts       parts);
void   scoring_assert_same    (OctantScorer      *a,
                               OctantScorer      *b,
                               ScoringParts       parts);

G_END_DECLS
