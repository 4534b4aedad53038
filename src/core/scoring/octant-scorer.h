/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "model/octant-model.h"
#include "scoring/octant-rational.h"

G_BEGIN_DECLS

/* Version of the rules as implemented; stands in every exported score. */
#define OCTANT_ENGINE_VERSION "1"

typedef enum
{
  OCTANT_BOUND_LO, /* official: unanswered counts as N */
  OCTANT_BOUND_HI, /* unanswered counts as F */
} OctantBound;

/**
 * OctantScore:
 *
 * The result of one node (the whole, a domain, a sub-domain). Owned by the
 * scorer; valid until its next change.
 */
typedef struct
{
  gboolean applicable; /* FALSE: tailored out or nothing applicable; the rest is 0, but for na_items */
  OctantRational s;    /* official lower value */
  OctantRational s_hi;
  int l;
  int l_hi;
  gboolean has_aspect[OCTANT_MODEL_MAX_ASPECTS];
  OctantRational s_aspect[OCTANT_MODEL_MAX_ASPECTS];    /* people/process split, lower */
  OctantRational s_aspect_hi[OCTANT_MODEL_MAX_ASPECTS]; /* and upper */
  int l_aspect[OCTANT_MODEL_MAX_ASPECTS];               /* sub-domains only; least over objects */
  gboolean limited;         /* floor (s) > l */
  gboolean heavily_tailored; /* NA share of the domain above the model's limit; of the whole: in any domain */
  guint answered;           /* items: a requirement counts once for each object it is rated for */
  guint applicable_items;
  guint na_items;           /* rated NA; what is tailored out is not counted at all */
  gboolean has_confidence;
  /* Of a sub-domain for one object Σ e / n over its items; from there weighted like s, over
   * objects by criticality too. */
  OctantRational confidence;
} OctantScore;

/* One cell: sub-domain × aspect × level × object. */
typedef struct
{
  guint n_items;    /* applicable items; 0: the level is skipped for this aspect */
  guint n_answered;
  gboolean counted; /* FALSE for a skipped level */
  OctantRational a; /* achievement */
  OctantRational m; /* running minimum, what counts of it */
} OctantCell;

/**
 * OctantScorer:
 *
 * Exact scores of one assessment. A pure calculator over flat arrays: no I/O, clock,
 * locale or GObject. Items are addressed by requirement index and slot; a slot is a
 * protected object, or 0 when none are registered. The rating of an org-scoped
 * requirement is kept in slot 0 and serves every object.
 *
 * Not thread-safe; one owner.
 */
typedef struct _OctantScorer OctantScorer;

/**
 * octant_scorer_new:
 * @criticality: (array length=n_objects) (nullable): c_o of each object, > 0
 * @n_objects: 0 stands for the one implicit object
 *
 * All answers are unanswered, nothing is tailored out; scores are up to date.
 */
OctantScorer *octant_scorer_new  (OctantModel          *model,
                                  const OctantFraction *criticality,
                                  guint                 n_objects);
void          octant_scorer_free (OctantScorer         *self);

/**
 * octant_scorer_new_profile:
 *
 * The profile of one protected object (section 4): the same answers, evidence and tailoring
 * as if @slot were the only object. Independent of @self from then on.
 */
OctantScorer *octant_scorer_new_profile (OctantScorer *self,
                                         guint         slot);

OctantModel *octant_scorer_get_model   (OctantScorer *self);
guint        octant_scorer_get_n_slots (OctantScorer *self);

void         octant_scorer_set_rating   (OctantScorer *self,
                                         guint         requirement,
                                         guint         slot,
                                         OctantRating  rating);
OctantRating octant_scorer_get_rating   (OctantScorer *self,
                                         guint         requirement,
                                         guint         slot);
/* Takes a domain or sub-domain node out of scope or back in. */
void         octant_scorer_set_tailored (OctantScorer *self,
                                         guint         node,
                                         gboolean      out);
/*
 * The best evidence of an item: strength 0…3 and its age in months at the assessment's date.
 * Strength < 0: none. Age < 0: not dated, or dated after the assessment, which counts as unknown.
 */
void         octant_scorer_set_evidence (OctantScorer *self,
                                         guint         requirement,
                                         guint         slot,
                                         int           strength,
                                         int           age_months);

/**
 * octant_scorer_update:
 * @changed: (out) (optional) (transfer none) (array length=n_changed): nodes whose
 *   result differs from before, valid until the next call
 *
 * Recomputes what depends on the changes since the last update, and only that.
 */
void octant_scorer_update    (OctantScorer  *self,
                              const guint  **changed,
                              guint         *n_changed);
/* The same from nothing; a property test holds the two together. */
void octant_scorer_recompute (OctantScorer  *self);

/* The setters above only mark; these need octant_scorer_update() first. */
const OctantScore *octant_scorer_get_score (OctantScorer *self,
                                            guint         node);
/* The result of one sub-domain for one object (section 4). */
const OctantScore *octant_scorer_get_object_score (OctantScorer *self,
                                                   guint         subdomain,
                                                   guint         slot);
void octant_scorer_get_cell (OctantScorer *self,
                             guint         subdomain,
                             guint         aspect,
                             guint         level,
                             guint         slot,
                             OctantBound   bound,
                             OctantCell   *cell);
void octant_cell_clear      (OctantCell   *cell);

/* Σ e_s·S(s) / Σ e_s over the applicable sub-domains tagged with @group; FALSE when there is none. */
gboolean octant_scorer_get_lens  (OctantScorer   *self,
                                  guint           lens,
                                  const char     *group,
                                  OctantRational *s,
                                  OctantRational *s_hi);
/* The same over a set of sub-domains (TRUE in @members), for roles, CSF categories and ATT&CK techniques. */
gboolean octant_scorer_get_group (OctantScorer   *self,
                                  const gboolean *members,
                                  OctantRational *s,
                                  OctantRational *s_hi);
/*
 * What a sub-domain weighs in the whole: e_s / Σ e_s, so that S = Σ weight · S(s) and the weights add up to 1;
 * 0 when it is not applicable.
 */
void octant_scorer_get_weight (OctantScorer   *self,
                               guint           subdomain,
                               OctantRational *weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantScorer, octant_scorer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantCell, octant_cell_clear)

G_END_DECLS
