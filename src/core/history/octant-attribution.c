/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history/octant-attribution.h"

#include "history/octant-comparison-private.h"

static void
part_free (OctantAttributionPart *part)
{
  OctantRational *values[] = { &part->weight_a, &part->weight_b, &part->s_a,    &part->s_b,
                               &part->answers,  &part->basis,    &part->weight, &part->total };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    octant_rational_clear (values[i]);
  g_free (part->code);
  g_free (part->name.zh);
  g_free (part->name.en);
  g_free (part);
}

/* Of a sub-domain that a cycle does not have or does not count: not applicable, with weight 0. */
static gboolean
look_up (OctantScorer   *scorer,
         const char     *code,
         OctantRational *s,
         OctantRational *weight)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  const OctantScore *score;
  guint subdomain;

  octant_rational_clear (s);
  octant_rational_clear (weight);
  if (!octant_model_find_subdomain (model, code, &subdomain))
    return FALSE;
  score = octant_scorer_get_score (scorer, octant_model_subdomain_node (model, subdomain));
  if (!score->applicable)
    return FALSE;
  octant_rational_set (s, &score->s);
  octant_scorer_get_weight (scorer, subdomain, weight);
  return TRUE;
}

static gboolean
knows (OctantScorer *scorer,
       const char   *code)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint subdomain;

  return octant_model_find_subdomain (model, code, &subdomain) && octant_model_get_subdomain (model, subdomain)->active;
}

/* @out = (@a + @b) / 2 */
static void
set_mean (OctantRational       *out,
          const OctantRational *a,
          const OctantRational *b)
{
  g_auto (OctantRational) two = { 2, 1, NULL };

  octant_rational_set (out, a);
  octant_rational_add (out, b);
  octant_rational_divide (out, &two);
}

/* @out = (@b − @a) · @factor */
static void
set_difference (OctantRational       *out,
                const OctantRational *a,
                const OctantRational *b,
                const OctantRational *factor)
{
  octant_rational_set (out, b);
  octant_rational_subtract (out, a);
  octant_rational_multiply (out, factor);
}

/* What both cycles are scored with on what they share. */
typedef struct
{
  OctantScorer *a, *b;
} Shared;

static void
split_score (OctantAttributionPart *part,
             const Shared          *shared)
{
  g_auto (OctantRational) mean = { 0 };
  g_auto (OctantRational) a = { 0 };
  g_auto (OctantRational) b = { 0 };
  g_auto (OctantRational) weight = { 0 };

  if (!part->in_a || !part->in_b)
    return;
  set_mean (&mean, &part->weight_a, &part->weight_b);
  set_difference (&part->basis, &part->s_a, &part->s_b, &mean);
  if (!look_up (shared->a, part->code, &a, &weight) || !look_up (shared->b, part->code, &b, &weight))
    return;
  set_difference (&part->answers, &a, &b, &mean);
  octant_rational_subtract (&part->basis, &part->answers);
}

static void
find_weight_part (OctantAttributionPart *part,
                  const OctantRational  *middle)
{
  g_auto (OctantRational) distance = { 0 };

  set_mean (&distance, part->in_a ? &part->s_a : &part->s_b, part->in_b ? &part->s_b : &part->s_a);
  octant_rational_subtract (&distance, middle);
  set_difference (&part->weight, &part->weight_a, &part->weight_b, &distance);
}

static void
add_part (OctantAttribution          *self,
          const OctantModelSubdomain *subdomain,
          const Shared               *whole,
          const Shared               *shared,
          const OctantRational       *middle)
{
  OctantAttributionPart *part = g_new0 (OctantAttributionPart, 1);

  part->code = g_strdup (subdomain->code);
  part->name.zh = g_strdup (subdomain->name.zh);
  part->name.en = g_strdup (subdomain->name.en);
  part->known_a = knows (whole->a, part->code);
  part->known_b = knows (whole->b, part->code);
  part->in_a = look_up (whole->a, part->code, &part->s_a, &part->weight_a);
  part->in_b = look_up (whole->b, part->code, &part->s_b, &part->weight_b);
  if (!part->in_a && !part->in_b)
    {
      part_free (part);
      return;
    }
  split_score (part, shared);
  find_weight_part (part, middle);
  octant_rational_set (&part->total, &part->answers);
  octant_rational_add (&part->total, &part->basis);
  octant_rational_add (&part->total, &part->weight);
  octant_rational_add (&self->answers, &part->answers);
  octant_rational_add (&self->basis, &part->basis);
  octant_rational_add (&self->weight, &part->weight);
  g_ptr_array_add (self->parts, part);
}

static void
add_parts (OctantAttribution *self,
           const Shared      *whole,
           const Shared      *shared)
{
  OctantModel *model_a = octant_scorer_get_model (whole->a);
  OctantModel *model_b = octant_scorer_get_model (whole->b);
  g_auto (OctantRational) middle = { 0 };

  set_mean (&middle, &self->s_a, &self->s_b);
  for (guint i = 0; i < octant_model_get_n_subdomains (model_b); i++)
    add_part (self, octant_model_get_subdomain (model_b, i), whole, shared, &middle);
  for (guint i = 0; i < octant_model_get_n_subdomains (model_a); i++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model_a, i);
      guint other;

      if (!octant_model_find_subdomain (model_b, subdomain->code, &other))
        add_part (self, subdomain, whole, shared, &middle);
    }
}

/**
 * octant_attribution_new:
 * @a: the earlier cycle
 * @b: the later cycle, of the same or another version of the model
 * @like_for_like: of both scores as octant_comparison_new() makes them like for like; then nothing comes from
 *   requirements, rules and objects
 *
 * A snapshot of the official results: it does not follow later changes.
 *
 * Returns: (transfer full) (nullable): NULL when either cycle has nothing applicable, and so no score
 */
OctantAttribution *
octant_attribution_new (OctantAssessment *a,
                        OctantAssessment *b,
                        gboolean          like_for_like)
{
  g_autoptr (OctantScorer) shared_a = NULL;
  g_autoptr (OctantScorer) shared_b = NULL;
  const OctantScore *score_a;
  const OctantScore *score_b;
  OctantAttribution *self;
  Shared shared, whole;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (a), NULL);
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (b), NULL);

  shared_a = octant_comparison_score_shared (a, b, a);
  shared_b = octant_comparison_score_shared (a, b, b);
  whole = shared = (Shared) { shared_a, shared_b };
  if (!like_for_like)
    whole = (Shared) { octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL),
                       octant_assessment_get_scorer (b, OCTANT_READING_OFFICIAL) };
  score_a = octant_scorer_get_score (whole.a, OCTANT_NODE_OVERALL);
  score_b = octant_scorer_get_score (whole.b, OCTANT_NODE_OVERALL);
  if (!score_a->applicable || !score_b->applicable)
    return NULL;

  self = g_new0 (OctantAttribution, 1);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  octant_rational_set (&self->s_a, &score_a->s);
  octant_rational_set (&self->s_b, &score_b->s);
  octant_rational_set (&self->total, &score_b->s);
  octant_rational_subtract (&self->total, &score_a->s);
  add_parts (self, &whole, &shared);
  return self;
}

void
octant_attribution_free (OctantAttribution *self)
{
  g_return_if_fail (self != NULL);

  octant_rational_clear (&self->s_a);
  octant_rational_clear (&self->s_b);
  octant_rational_clear (&self->answers);
  octant_rational_clear (&self->basis);
  octant_rational_clear (&self->weight);
  octant_rational_clear (&self->total);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
set_size (OctantRational       *out,
          const OctantRational *value)
{
  g_auto (OctantRational) zero = { 0 };

  octant_rational_set (out, value);
  if (octant_rational_compare (value, &zero) >= 0)
    return;
  octant_rational_set (out, &zero);
  octant_rational_subtract (out, value);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const OctantAttributionPart *x = *(OctantAttributionPart *const *) a;
  const OctantAttributionPart *y = *(OctantAttributionPart *const *) b;
  g_auto (OctantRational) size_x = { 0 };
  g_auto (OctantRational) size_y = { 0 };
  int order;

  set_size (&size_x, &x->total);
  set_size (&size_y, &y->total);
  order = octant_rational_compare (&size_y, &size_x);
  return order != 0 ? order : g_strcmp0 (x->code, y->code);
}

GPtrArray *
octant_attribution_rank (OctantAttribution *self)
{
  GPtrArray *ranked;

  g_return_val_if_fail (self != NULL, NULL);

  ranked = g_ptr_array_sized_new (self->parts->len);
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (ranked, g_ptr_array_index (self->parts, i));
  g_ptr_array_sort (ranked, compare_sizes);
  return ranked;
}
