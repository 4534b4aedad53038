/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "scoring/octant-scoring-private.h"

/* Lays a model out as flat arrays for one number of objects. */

/* Values as integers over value_unit, and what each rating adds to the sums. */
static void
find_values (OctantScorer *self)
{
  const OctantModelScoring *rules = self->rules;
  gint64 values[4] = { 0 };

  self->exact_values = !octant_fractions_scale (rules->values, 4, values, &self->value_unit);
  if (self->exact_values)
    {
      self->value_unit = 1;
      memset (values, 0, sizeof values);
    }
  self->value_top = self->value_unit;
  for (guint i = 0; i < 4; i++)
    self->value_top = MAX (self->value_top, values[i]);

  for (guint rating = 0; rating <= OCTANT_RATING_NA; rating++)
    {
      OctantRatingEffect *effect = &self->effects[rating];

      effect->na = rating == OCTANT_RATING_NA;
      if (effect->na)
        continue;
      effect->applicable = 1;
      effect->answered = rating != OCTANT_RATING_UNANSWERED;
      for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
        {
          OctantRating counted = octant_rating_as_counted ((OctantRating) rating, (OctantBound) b);

          effect->below[b] = counted < rules->attain_rating;
          effect->value[b] = values[counted - OCTANT_RATING_N];
        }
    }
}

/* The common denominator of e = min (1, q/q_req)·f, 0 when sums over all items might not fit. */
static void
find_confidence_unit (OctantScorer *self)
{
  const OctantModelScoring *rules = self->rules;
  gint64 strengths = 1, factors = 1, top = 1, unit;

  self->confidence_unit = 0;
  for (guint k = 0; k < self->n_levels; k++)
    if (!octant_lcm (&strengths, MAX (rules->required_strength[k], 1)))
      return;
  for (guint i = 0; i < rules->n_freshness; i++)
    {
      const OctantFraction *factor = &rules->freshness[i].factor;

      if (!octant_lcm (&factors, factor->den))
        return;
      top = MAX (top, factor->num / factor->den + 1);
    }
  if (__builtin_mul_overflow (strengths, factors, &unit)
      || unit > OCTANT_ROOM / (gint64) (self->n_items + 1) / top)
    return;
  self->confidence_unit = unit;
}

/* Weights of a cell's requirements as integers; FALSE when sums with them might not fit. */
static gboolean
scale_cell (OctantScorer *self,
            const guint  *requirements,
            guint         n)
{
  g_autofree OctantFraction *weights = g_new (OctantFraction, n);
  g_autofree gint64 *scaled = g_new (gint64, n);
  gint64 common = 0, total = 0, den;

  for (guint i = 0; i < n; i++)
    weights[i] = octant_model_get_requirement (self->model, requirements[i])->weight;
  if (!octant_fractions_scale (weights, n, scaled, &den))
    return FALSE;
  for (guint i = 0; i < n; i++)
    common = (gint64) octant_gcd ((guint64) common, (guint64) scaled[i]);
  for (guint i = 0; i < n; i++)
    {
      scaled[i] /= MAX (common, 1);
      self->requirements[requirements[i]].weight = scaled[i];
      if (__builtin_add_overflow (total, scaled[i], &total))
        return FALSE;
    }
  return total <= OCTANT_ROOM / self->value_top;
}

static gboolean
scale_subdomain (OctantScorer *self,
                 guint         subdomain)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, subdomain);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      g_array_set_size (members, 0);
      for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
        if (self->requirements[r].counts && self->requirements[r].cell == cell)
          g_array_append_val (members, r);
      if (members->len > 0 && !scale_cell (self, (const guint *) (void *) members->data, members->len))
        return FALSE;
    }
  return TRUE;
}

static void
build_requirements (OctantScorer *self)
{
  self->requirements = g_new0 (OctantScorerRequirement, self->n_requirements);
  for (guint r = 0; r < self->n_requirements; r++)
    {
      const OctantRequirement *info = octant_model_get_requirement (self->model, r);
      OctantScorerRequirement *entry = &self->requirements[r];

      entry->subdomain = info->subdomain;
      entry->counts = info->active && octant_model_get_subdomain (self->model, info->subdomain)->active;
      entry->shared = self->n_slots == 1 || info->scope == OCTANT_SCOPE_ORG;
      entry->level = info->level;
      entry->cell = info->aspect * self->n_levels + info->level - 1;
      entry->first_item = self->n_items;
      self->n_items += entry->shared ? 1 : self->n_slots;
    }
  self->ratings = g_new0 (guint8, self->n_items);
  self->confidence = g_new0 (gint64, self->n_items);
  self->strength = g_new (int, self->n_items);
  self->age = g_new (int, self->n_items);
  for (gsize i = 0; i < self->n_items; i++)
    self->strength[i] = self->age[i] = -1;
}

static void
build_subdomains (OctantScorer *self)
{
  self->subdomains = g_new0 (OctantScorerSubdomain, self->n_subdomains);
  self->gates = g_new0 (guint, self->n_subdomains);
  for (guint s = 0; s < self->n_subdomains; s++)
    {
      const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, s);
      OctantScorerSubdomain *entry = &self->subdomains[s];
      guint end = info->first_requirement + info->n_requirements;

      entry->domain = info->domain;
      entry->active = info->active;
      entry->n_slots = 1;
      for (guint r = info->first_requirement; r < end; r++)
        if (self->requirements[r].counts && !self->requirements[r].shared)
          entry->n_slots = self->n_slots;
      entry->n_parts = entry->n_slots == 1 ? 1 : 1 + entry->n_slots;
      entry->first_sums = self->n_sums;
      entry->first_tally = self->n_tallies;
      entry->first_slot = self->n_slot_results;
      self->n_sums += (gsize) entry->n_parts * self->n_cells;
      self->n_tallies += entry->n_parts;
      self->n_slot_results += entry->n_slots;

      entry->exact = self->exact_values || !scale_subdomain (self, s);
      if (entry->exact)
        for (guint r = info->first_requirement; r < end; r++)
          self->requirements[r].weight = 0;
      if (info->active && info->gate)
        self->gates[self->n_gates++] = s;
    }
}

static guint
build_domains (OctantScorer *self)
{
  g_autofree OctantFraction *own = g_new0 (OctantFraction, self->n_domains);
  guint longest = MAX (self->n_domains, self->n_slots);

  self->domains = g_new0 (OctantScorerDomain, self->n_domains);
  for (guint d = 0; d < self->n_domains; d++)
    {
      const OctantModelDomain *info = octant_model_get_domain (self->model, d);
      g_autofree OctantFraction *weights = g_new0 (OctantFraction, info->n_subdomains);

      own[d] = info->weight;
      for (guint i = 0; i < info->n_subdomains; i++)
        weights[i] = octant_model_get_subdomain (self->model, info->first_subdomain + i)->weight;
      octant_weights_init (&self->domains[d].weights, weights, info->n_subdomains);
      longest = MAX (longest, info->n_subdomains);
    }
  octant_weights_init (&self->domain_weights, own, self->n_domains);
  return longest;
}

static void
build_aspects (OctantScorer *self)
{
  OctantFraction weights[OCTANT_MODEL_MAX_ASPECTS] = { 0 };

  for (guint a = 0; a < self->n_aspects; a++)
    weights[a] = octant_model_get_aspect (self->model, a)->weight;
  octant_weights_init (&self->aspect_weights, weights, self->n_aspects);
  if (self->aspect_weights.small != NULL)
    for (guint a = 0; a < self->n_aspects; a++)
      self->aspect_total += self->aspect_weights.small[a];
}

static void
allocate (OctantScorer *self,
          guint         longest)
{
  guint n_nodes = octant_model_get_n_nodes (self->model);

  self->sums = g_new0 (OctantSums, self->n_sums);
  self->tallies = g_new0 (OctantTally, self->n_tallies);
  self->scales = g_new0 (OctantScale, self->n_slot_results);
  self->factors = g_new0 (gint64, self->n_slot_results * self->n_cells);
  self->slot_dirty = g_new0 (guint8, self->n_slot_results);
  self->slot_results = g_new0 (OctantResult, self->n_slot_results);
  self->slot_scores = g_new0 (OctantScore, self->n_slot_results);
  self->results = g_new0 (OctantResult, n_nodes);
  self->scores = g_new0 (OctantScore, n_nodes);
  self->queue = g_new0 (guint, self->n_subdomains);
  self->changed = g_new0 (guint, n_nodes);
  self->effective = g_new0 (OctantRational, self->n_subdomains);
  self->summands = g_new0 (OctantSummand, longest);
  self->ranked = g_new0 (OctantRanked, longest);
  self->children = g_new0 (OctantResult *, longest);
  self->indexes = g_new0 (guint, longest);
}

OctantScorer *
octant_scorer_new (OctantModel          *model,
                   const OctantFraction *criticality,
                   guint                 n_objects)
{
  const OctantFraction one = { 1, 1 };
  OctantScorer *self;

  g_return_val_if_fail (OCTANT_IS_MODEL (model), NULL);
  g_return_val_if_fail (n_objects == 0 || criticality != NULL, NULL);

  self = g_new0 (OctantScorer, 1);
  self->model = g_object_ref (model);
  self->rules = octant_model_get_scoring (model);
  self->n_levels = octant_model_get_n_levels (model);
  self->n_aspects = octant_model_get_n_aspects (model);
  self->n_cells = self->n_levels * self->n_aspects;
  self->n_domains = octant_model_get_n_domains (model);
  self->n_subdomains = octant_model_get_n_subdomains (model);
  self->n_requirements = octant_model_get_n_requirements (model);
  self->n_slots = MAX (n_objects, 1);

  octant_weights_init (&self->criticality, n_objects == 0 ? &one : criticality, self->n_slots);
  find_values (self);
  build_aspects (self);
  build_requirements (self);
  find_confidence_unit (self);
  build_subdomains (self);
  allocate (self, build_domains (self));
  octant_scorer_recompute (self);
  return self;
}

OctantScorer *
octant_scorer_new_profile (OctantScorer *self,
                           guint         slot)
{
  OctantScorer *profile;

  g_return_val_if_fail (self != NULL && slot < self->n_slots, NULL);

  profile = octant_scorer_new (self->model, NULL, 0);
  for (guint r = 0; r < self->n_requirements; r++)
    {
      gsize item = octant_scorer_item (self, r, slot);

      octant_scorer_set_rating (profile, r, 0, (OctantRating) self->ratings[item]);
      octant_scorer_set_evidence (profile, r, 0, self->strength[item], self->age[item]);
    }
  for (guint d = 0; d < self->n_domains; d++)
    octant_scorer_set_tailored (profile, octant_model_domain_node (self->model, d), self->domains[d].tailored);
  for (guint s = 0; s < self->n_subdomains; s++)
    octant_scorer_set_tailored (profile, octant_model_subdomain_node (self->model, s), self->subdomains[s].tailored);
  octant_scorer_update (profile, NULL, NULL);
  return profile;
}

static void
clear_result (OctantResult *result)
{
  for (guint t = 0; t < OCTANT_N_TERMS; t++)
    octant_term_clear (&result->terms[t]);
}

static void
clear_score (OctantScore *score)
{
  octant_rational_clear (&score->s);
  octant_rational_clear (&score->s_hi);
  for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
    {
      octant_rational_clear (&score->s_aspect[a]);
      octant_rational_clear (&score->s_aspect_hi[a]);
    }
  octant_rational_clear (&score->confidence);
}

static void
free_results (OctantScorer *self)
{
  guint n_nodes = octant_model_get_n_nodes (self->model);

  for (guint i = 0; i < n_nodes; i++)
    {
      clear_result (&self->results[i]);
      clear_score (&self->scores[i]);
    }
  for (gsize i = 0; i < self->n_slot_results; i++)
    {
      clear_result (&self->slot_results[i]);
      clear_score (&self->slot_scores[i]);
    }
  for (guint i = 0; i < self->n_subdomains; i++)
    octant_rational_clear (&self->effective[i]);
  g_free (self->results);
  g_free (self->scores);
  g_free (self->slot_results);
  g_free (self->slot_scores);
  g_free (self->effective);
}

void
octant_scorer_free (OctantScorer *self)
{
  if (self == NULL)
    return;

  free_results (self);
  for (guint d = 0; d < self->n_domains; d++)
    octant_weights_clear (&self->domains[d].weights);
  octant_weights_clear (&self->domain_weights);
  octant_weights_clear (&self->criticality);
  octant_weights_clear (&self->aspect_weights);
  g_free (self->requirements);
  g_free (self->subdomains);
  g_free (self->domains);
  g_free (self->ratings);
  g_free (self->confidence);
  g_free (self->strength);
  g_free (self->age);
  g_free (self->sums);
  g_free (self->tallies);
  g_free (self->scales);
  g_free (self->factors);
  g_free (self->slot_dirty);
  g_free (self->queue);
  g_free (self->changed);
  g_free (self->summands);
  g_free (self->ranked);
  g_free (self->children);
  g_free (self->indexes);
  g_free (self->gates);
  g_object_unref (self->model);
  g_free (self);
}
