/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "model/octant-attack.h"

G_BEGIN_DECLS

/* The version of the layer format that is written, and the oldest program that was made for it. */
#define OCTANT_ATTACK_LAYER_FORMAT "4.5"
#define OCTANT_ATTACK_LAYER_NAVIGATOR "4.9.0"

typedef struct
{
  OctantLanguage language;     /* of names and comments */
  const char *institution;     /* (nullable) named in the layer only when given */
  const char *const *colors;   /* NULL-terminated "#rrggbb", one for each level from 0 on */
  const char *no_score_color;  /* "#rrggbb" of techniques without a score */
} OctantAttackLayerOptions;

/**
 * octant_attack_layer_export:
 *
 * The coverage of ATT&CK (see octant-coverage.h) by the official scores of a cycle as a layer
 * of the ATT&CK Navigator, format 4.5: one entry for each technique and tactic.
 *
 * "score" is S as shown everywhere, 0 to the number of levels, in two decimals; the exact
 * fraction, its upper bound and the mitigations stand in "metadata". "color" is that of the
 * level that the score reaches, and the gradient has the same colours at whole scores. A
 * technique without a score has none of these; its comment says why. Comments name what
 * covers a technique, the weakest first.
 *
 * Says where an institution is weak; names it only when asked to. Independent of locale and
 * clock: the same input gives the same bytes.
 */
GBytes *octant_attack_layer_export (OctantAssessment               *assessment,
                                    OctantAttack                   *attack,
                                    const OctantAttackLayerOptions *options);

G_END_DECLS
