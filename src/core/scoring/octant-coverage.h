/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-attack.h"
#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

/* Why a technique has a score or none. */
typedef enum
{
  OCTANT_COVERAGE_SCORED,
  OCTANT_COVERAGE_OUT_OF_SCOPE,  /* the sub-domains that name its mitigations are not applicable */
  OCTANT_COVERAGE_UNMAPPED,      /* no sub-domain of the model names one of its mitigations */
  OCTANT_COVERAGE_NO_MITIGATION, /* ATT&CK itself knows no mitigation */
  OCTANT_N_COVERAGE_KINDS,
} OctantCoverageKind;

typedef struct
{
  OctantCoverageKind kind;
  /* 0 unless scored. */
  OctantRational s;
  OctantRational s_hi;
} OctantTechniqueScore;

/* A sub-domain that names a mitigation against a technique. */
typedef struct
{
  guint subdomain;
  gboolean applicable;
  OctantRational weight; /* its share e_s / Σ e_s of the technique's score; 0 when not applicable */
  GArray *mitigations;   /* (element-type guint) those of the technique that it names, as in the map */
} OctantCoveragePart;

/**
 * OctantCoverage:
 *
 * What a model covers of a map of ATT&CK, and how strongly: the score of a technique is
 * Σ e_s·S(s) / Σ e_s over the applicable sub-domains whose references "attack_mitigations"
 * name one of its mitigations (e_s: effective weight). A technique without any has no score,
 * and none has a level.
 *
 * Who covers what is found once; techniques covered by the same sub-domains share one sum,
 * so octant_coverage_update() is cheap enough to follow each answer. Not thread-safe.
 */
typedef struct _OctantCoverage OctantCoverage;

OctantCoverage *octant_coverage_new  (OctantModel    *model,
                                      OctantAttack   *attack);
void            octant_coverage_free (OctantCoverage *self);

OctantModel    *octant_coverage_get_model  (OctantCoverage *self);
OctantAttack   *octant_coverage_get_attack (OctantCoverage *self);

/* Takes the scores of @scorer, which must be up to date and of the same model. */
void            octant_coverage_update (OctantCoverage *self,
                                        OctantScorer   *scorer);
/* By index in the map; valid until the next update. */
const OctantTechniqueScore *octant_coverage_get_score (OctantCoverage *self,
                                                       guint           technique);
/* Techniques by kind, of all in the map. */
void            octant_coverage_count  (OctantCoverage *self,
                                        guint           counts[OCTANT_N_COVERAGE_KINDS]);
gboolean        octant_coverage_is_covered_by (OctantCoverage *self,
                                               guint           technique,
                                               guint           subdomain);
/**
 * octant_coverage_list_parts:
 * @scorer: as at the last update
 *
 * Returns: (transfer full) (element-type OctantCoveragePart): what covers a technique, in the
 *   order of the model; the weights of the applicable ones add up to 1
 */
GPtrArray      *octant_coverage_list_parts (OctantCoverage *self,
                                            OctantScorer   *scorer,
                                            guint           technique);

/**
 * octant_coverage_list_tactics:
 *
 * The map's tactics in the order of the model's lens "attack", which is the order of an attack;
 * those that the lens lacks come last.
 *
 * Returns: (transfer full) (element-type guint): indexes in the map
 */
GArray         *octant_coverage_list_tactics (OctantCoverage *self);

/* (nullable): what the lens "attack" calls a tactic in both languages; the map's names are English */
const OctantText *octant_coverage_get_tactic_name (OctantCoverage *self,
                                                   const char     *tactic_id);
/* S of a tactic by that lens; FALSE when the lens or the tactic is missing, or nothing tagged with it is applicable. */
gboolean octant_coverage_get_tactic_score (OctantCoverage *self,
                                           OctantScorer   *scorer,
                                           const char     *tactic_id,
                                           OctantRational *s,
                                           OctantRational *s_hi);

void octant_coverage_part_free (OctantCoveragePart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantCoverage, octant_coverage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantCoveragePart, octant_coverage_part_free)

G_END_DECLS
