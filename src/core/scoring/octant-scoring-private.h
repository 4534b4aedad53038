/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

/* What only the files of this folder and their tests use. */

/* Sums that stay below this cannot overflow by one more addition. */
#define OCTANT_ROOM ((gint64) 1 << 62)

static inline guint64
octant_gcd (guint64 a,
            guint64 b)
{
  guint shift;

  if (a == 0 || b == 0)
    return a | b;
  if (b > a)
    {
      guint64 swap = a;

      a = b;
      b = swap;
    }
  /* One division first: most pairs here are a numerator and a much smaller denominator. */
  a %= b;
  if (a == 0)
    return b;
  shift = (guint) __builtin_ctzll (a | b);
  a >>= __builtin_ctzll (a);
  b >>= __builtin_ctzll (b);
  while (a != b)
    {
      guint64 low = MIN (a, b);

      a = a > b ? a - b : b - a;
      a >>= __builtin_ctzll (a);
      b = low;
    }
  return a << shift;
}

/* @multiple becomes its least common multiple with @other; FALSE when that leaves 64 bits. Both > 0. */
static inline gboolean
octant_lcm (gint64 *multiple,
            gint64  other)
{
  if (*multiple == other || *multiple % other == 0)
    return TRUE;
  return !__builtin_mul_overflow (*multiple,
                                  other / (gint64) octant_gcd ((guint64) *multiple, (guint64) other),
                                  multiple);
}

/**
 * OctantTerm:
 *
 * A value on its way up the tree: num/den over whatever denominator its summands share,
 * on purpose not in lowest terms, so that sums of siblings need neither division nor
 * greatest common divisors. den = 0: it did not fit and stands in @exact.
 */
typedef struct
{
  gint64 num;
  gint64 den;
  OctantRational exact; /* (owned) */
} OctantTerm;

void octant_term_clear    (OctantTerm           *self);
void octant_term_set      (OctantTerm           *self,
                           gint64                num,
                           gint64                den);
void octant_term_set_exact (OctantTerm           *self,
                           const OctantRational *value);
void octant_term_get      (const OctantTerm     *self,
                           OctantRational       *out);

/* Weights of one sum: as integers of the same proportions, or exact when those do not fit. */
typedef struct
{
  guint n;
  gint64 *small;         /* (owned) (nullable) */
  OctantRational *exact; /* (owned) */
} OctantWeights;

void octant_weights_init  (OctantWeights        *self,
                           const OctantFraction *fractions,
                           guint                 n);
void octant_weights_clear (OctantWeights        *self);

/* Fractions over one denominator; FALSE when that does not fit. */
gboolean octant_fractions_scale (const OctantFraction *fractions,
                                 guint                 n,
                                 gint64               *out,
                                 gint64               *den);

/* A summand of a roll-up: which weight, which value. */
typedef struct
{
  guint weight;
  const OctantTerm *term;
} OctantSummand;

/* Σ w·x / Σ w of at least one summand. */
void octant_rollup_mean  (OctantTerm          *out,
                          const OctantWeights *weights,
                          const OctantSummand *summands,
                          guint                n);

/* One child of a roll-up of levels. */
typedef struct
{
  guint weight;
  int level;
} OctantRanked;

/*
 * The largest k for which, and for all smaller ones, children at k or above hold at least
 * @quorum of the weight and none is below k − @tolerance; at most @cap.
 */
int octant_rollup_level  (const OctantWeights  *weights,
                          const OctantRanked   *children,
                          guint                 n,
                          const OctantFraction *quorum,
                          guint                 tolerance,
                          int                   cap);
/* Share of the weight of the children at @level or above. */
void octant_rollup_share (const OctantWeights  *weights,
                          const OctantRanked   *children,
                          guint                 n,
                          int                   level,
                          OctantRational       *share);

#define OCTANT_N_BOUNDS 2
/* Which term of a result is what. */
enum
{
  OCTANT_TERM_S = 0,                    /* + bound */
  OCTANT_TERM_ASPECT = OCTANT_N_BOUNDS, /* + aspect × 2 + bound */
  OCTANT_TERM_CONFIDENCE = OCTANT_TERM_ASPECT + OCTANT_N_BOUNDS * OCTANT_MODEL_MAX_ASPECTS,
  OCTANT_N_TERMS,
};

/* A result before it is published: of a node, or of a sub-domain for one object. */
typedef struct
{
  gboolean applicable;
  guint aspects; /* bit a: aspect a has applicable items */
  int l[OCTANT_N_BOUNDS];
  int l_aspect[OCTANT_MODEL_MAX_ASPECTS];
  gboolean heavy;
  guint n_answered;
  guint n_applicable;
  guint n_na;
  OctantTerm terms[OCTANT_N_TERMS];
} OctantResult;

/* Running sums of a cell, for the items of the institution or of one object. */
typedef struct
{
  gint64 weight; /* Σ w over applicable items, in the cell's unit; 0 throughout when the sub-domain is exact */
  gint64 points[OCTANT_N_BOUNDS]; /* Σ w·v, in the cell's unit × the unit of values */
  guint n_applicable;
  guint n_answered;
  guint n_below[OCTANT_N_BOUNDS]; /* applicable items below the attaining rating */
} OctantSums;

/* Running sums of a sub-domain over all its cells, for the same. */
typedef struct
{
  guint n_applicable;
  guint n_answered;
  guint n_na;
  gint64 confidence; /* Σ e, in the unit of confidence */
} OctantTally;

typedef struct
{
  gboolean counts; /* active, in an active sub-domain */
  gboolean shared; /* rated once for all slots */
  guint subdomain;
  guint cell;      /* aspect × levels + level − 1 */
  guint level;
  gint64 weight;   /* in the cell's unit; 0 when the sub-domain is exact */
  gsize first_item;
} OctantScorerRequirement;

/* Cached denominators of a sub-domain for one slot: they change with NA only, not with ratings. */
typedef struct
{
  gboolean valid;
  gboolean exact;   /* they do not fit: compute exactly */
  gint64 unit;      /* common denominator of all cells, without the unit of values */
  gint64 one;       /* 1 as a numerator over unit × unit of values */
  gint64 threshold; /* largest numerator that is not above the threshold */
} OctantScale;

typedef struct
{
  guint domain;
  gboolean active;
  gboolean gate;
  gboolean tailored;
  gboolean exact;    /* sums of its items may leave 64 bits */
  guint n_slots;     /* that can differ: 1 without object-rated items */
  guint n_parts;     /* 1, or 1 + n_slots: shared items first, then each object's */
  gsize first_sums;  /* n_parts × n_cells */
  gsize first_tally; /* n_parts */
  gsize first_slot;  /* n_slots: scales, factors, results of slots */
  gboolean dirty;
} OctantScorerSubdomain;

typedef struct
{
  gboolean tailored;
  gboolean dirty;
  OctantWeights weights; /* of its sub-domains */
} OctantScorerDomain;

/* What a rating adds to the sums. */
typedef struct
{
  guint applicable;
  guint answered;
  guint na;
  guint below[OCTANT_N_BOUNDS];
  gint64 value[OCTANT_N_BOUNDS];
} OctantRatingEffect;

struct _OctantScorer
{
  OctantModel *model; /* (owned) */
  const OctantModelScoring *rules;
  guint n_levels;
  guint n_aspects;
  guint n_cells; /* of a sub-domain */
  guint n_domains;
  guint n_subdomains;
  guint n_requirements;
  guint n_slots;

  OctantScorerRequirement *requirements;
  OctantScorerSubdomain *subdomains;
  OctantScorerDomain *domains;
  OctantWeights domain_weights;
  OctantWeights criticality;
  OctantWeights aspect_weights;
  gint64 aspect_total; /* Σ of the small aspect weights */

  /* By item: a requirement's item, or its item for each slot. */
  guint8 *ratings;
  gint64 *confidence; /* e, in the unit of confidence */
  int *strength;
  int *age;
  gsize n_items;

  gboolean exact_values; /* values have no common denominator in 64 bits */
  gint64 value_unit;     /* common denominator of values */
  gint64 value_top;      /* the largest value, at least 1, in that unit */
  OctantRatingEffect effects[OCTANT_RATING_NA + 1];
  gint64 confidence_unit; /* common denominator of e; 0: does not fit */

  OctantSums *sums;
  gsize n_sums;
  OctantTally *tallies;
  gsize n_tallies;

  /* By sub-domain and slot. */
  OctantScale *scales;
  gint64 *factors; /* × n_cells: unit / weight of the cell */
  guint8 *slot_dirty;
  gsize n_slot_results;
  OctantResult *slot_results;
  OctantScore *slot_scores; /* published when asked for */

  OctantResult *results; /* by node */
  OctantScore *scores;   /* by node */

  guint *gates; /* indexes of active gate sub-domains */
  guint n_gates;

  /* Scratch for roll-ups, as long as the longest list of children. */
  OctantSummand *summands;
  OctantRanked *ranked;
  OctantResult **children;
  guint *indexes;

  guint *queue; /* sub-domains to recompute */
  guint n_queue;
  gboolean overall_dirty;
  guint *changed;
  guint n_changed;

  OctantRational *effective; /* (owned) e_s of each sub-domain, 0 when not applicable */
  gboolean effective_valid;
};

/* Levels of one aspect for one slot, by definition and without caches. */
typedef struct
{
  gboolean has;
  OctantRational s;
  int level;
  OctantCell cells[OCTANT_MODEL_MAX_LEVELS];
} OctantExactAspect;

void octant_exact_aspect       (OctantScorer      *self,
                                guint              subdomain,
                                guint              aspect,
                                guint              slot,
                                OctantBound        bound,
                                OctantExactAspect *out);
void octant_exact_aspect_clear (OctantExactAspect *self);
/* Scores of a sub-domain for one slot; levels, counts and confidence are not touched. */
void octant_exact_slot         (OctantScorer      *self,
                                guint              subdomain,
                                guint              slot,
                                OctantResult      *out);
void octant_exact_item_confidence (OctantScorer   *self,
                                   guint           level,
                                   int             strength,
                                   int             age,
                                   OctantRational *out);
void octant_exact_confidence   (OctantScorer      *self,
                                guint              subdomain,
                                guint              slot,
                                OctantRational    *out);

/* A sub-domain for one slot into @out. */
void octant_scorer_compute_slot (OctantScorer *self,
                                 guint         subdomain,
                                 guint         slot,
                                 OctantResult *out);
/* Roll-ups: results of the node's children are up to date. */
void octant_scorer_compute_subdomain (OctantScorer *self,
                                      guint         subdomain);
void octant_scorer_compute_domain    (OctantScorer *self,
                                      guint         domain);
void octant_scorer_compute_overall   (OctantScorer *self);

static inline gsize
octant_scorer_item (const OctantScorer *self,
                    guint               requirement,
                    guint               slot)
{
  const OctantScorerRequirement *entry = &self->requirements[requirement];

  return entry->first_item + (entry->shared ? 0 : slot);
}

static inline gboolean
octant_scorer_in_scope (const OctantScorer *self,
                        guint               subdomain)
{
  const OctantScorerSubdomain *entry = &self->subdomains[subdomain];

  return entry->active && !entry->tailored && !self->domains[entry->domain].tailored;
}

/* Ratings as they count in a result: U is N below and F above. */
static inline OctantRating
octant_rating_as_counted (OctantRating rating,
                          OctantBound  bound)
{
  if (rating != OCTANT_RATING_UNANSWERED)
    return rating;
  return bound == OCTANT_BOUND_LO ? OCTANT_RATING_N : OCTANT_RATING_F;
}

static inline OctantRational
octant_rational_from_fraction (const OctantFraction *fraction)
{
  return (OctantRational) { fraction->num, fraction->den, NULL };
}

G_END_DECLS
