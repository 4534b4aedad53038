/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

/* What a test knows of a model that it makes up, apart from what the loader makes of it. */

typedef struct
{
  guint level;  /* 1…n */
  guint aspect; /* index */
  guint number; /* unique within the cell */
  OctantFraction weight;
  gboolean object;
  gboolean retired;
} SpecItem;

typedef struct
{
  guint domain;
  OctantFraction weight;
  gboolean gate;
  gboolean retired;
  guint tags;    /* bit i: member of group i of the only lens */
  GArray *items; /* (element-type SpecItem) in any order; spec_build() sorts it */
} SpecSubdomain;

#define SPEC_N_GROUPS 3

typedef struct
{
  guint n_levels;
  guint n_aspects;
  OctantFraction aspect_weights[OCTANT_MODEL_MAX_ASPECTS];
  OctantFraction values[4];
  OctantRating attain;
  OctantFraction threshold;
  OctantFraction domain_quorum;
  guint domain_tolerance;
  OctantFraction overall_quorum;
  guint overall_tolerance;
  guint required_strength[OCTANT_MODEL_MAX_LEVELS];
  guint n_freshness;
  OctantFreshness freshness[4];
  OctantFraction heavy;
  guint n_domains;
  OctantFraction domain_weights[OCTANT_MODEL_MAX_DOMAINS];
  GPtrArray *subdomains; /* (element-type SpecSubdomain) in the order of domains */
} Spec;

/* Five levels, two aspects and the parameters of the shipped model; no domain yet. */
Spec          *spec_new           (void);
void           spec_free          (Spec               *self);
guint          spec_add_domain    (Spec               *self,
                                   OctantFraction      weight);
/* To the last domain. (transfer none) */
SpecSubdomain *spec_add_subdomain (Spec               *self,
                                   OctantFraction      weight,
                                   gboolean            gate);
void           spec_add_item      (SpecSubdomain      *subdomain,
                                   guint               level,
                                   guint               aspect,
                                   OctantFraction      weight,
                                   gboolean            object,
                                   gboolean            retired);
/* Fills every cell with @n_items items of weight 1. */
void           spec_fill          (Spec               *self,
                                   SpecSubdomain      *subdomain,
                                   guint               n_items,
                                   gboolean            object);
OctantModel   *spec_build         (Spec               *self);

typedef enum
{
  SPEC_WEIGHTS_ONE,
  SPEC_WEIGHTS_INTEGERS,
  SPEC_WEIGHTS_FRACTIONS,
  SPEC_WEIGHTS_HUGE, /* primes near 10^9 over each other */
  SPEC_N_WEIGHTS,
} SpecWeights;

/* Any model that the format allows, small enough for thousands of them. */
Spec          *spec_random        (GRand              *rand,
                                   SpecWeights         weights);
OctantFraction spec_random_weight (GRand              *rand,
                                   SpecWeights         weights);
/* A rating by a mood: 0 anything, 1 good, 2 nearly perfect, 3 poor; some unanswered, some NA. */
OctantRating   spec_random_rating (GRand              *rand,
                                   guint               mood);
#define SPEC_N_MOODS 4

/* A scorer of the model with random objects, answers, evidence and tailoring, up to date. */
OctantScorer  *spec_random_scorer (Spec               *self,
                                   OctantModel        *model,
                                   GRand              *rand);
/* Changes one thing at random. */
void           spec_random_edit   (OctantScorer       *scorer,
                                   GRand              *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Spec, spec_free)

G_END_DECLS
