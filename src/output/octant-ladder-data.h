/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-ladder.h"

G_BEGIN_DECLS

/**
 * OctantLadderFill:
 *
 * The levels of a sub-domain as the ladder wants them, in each aspect. With several
 * objects they are those of the weakest, which is what holds the level. Owns its texts.
 */
typedef struct
{
  OctantLadderData data;
  OctantLadderRow rows[OCTANT_MODEL_MAX_ASPECTS];
  OctantLadderStep steps[OCTANT_MODEL_MAX_ASPECTS][OCTANT_MODEL_MAX_LEVELS];
  const char *counts[OCTANT_MODEL_MAX_ASPECTS][OCTANT_MODEL_MAX_LEVELS]; /* what counts of a step: "67%" */
  const char *object; /* (nullable) the weakest, where several objects are looked at and rated apart */
  GPtrArray *texts;   /* (element-type utf8) */
} OctantLadderFill;

/* NULL when the model has no such sub-domain. */
OctantLadderFill *octant_ladder_fill_new  (OctantAssessment *assessment,
                                           const char       *code,
                                           OctantLanguage    language);
void              octant_ladder_fill_free (OctantLadderFill *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantLadderFill, octant_ladder_fill_free)

G_END_DECLS
