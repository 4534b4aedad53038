/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-scorer.h"

#include <stdlib.h>
#include <string.h>

#include "scoring/octant-scoring-private.h"

/*
 * Keeps the ratings and running sums of every cell up to date with each setter, so that
 * octant_scorer_update() begins at the cells: sub-domain × slot, sub-domain, domain, whole.
 * octant-scorer-compute.c has the rules, this file the state.
 */

static OctantTally *
get_tally (OctantScorer                  *self,
           const OctantScorerRequirement *requirement,
           guint                          slot)
{
  OctantScorerSubdomain *entry = &self->subdomains[requirement->subdomain];

  return &self->tallies[entry->first_tally + (requirement->shared ? 0 : 1 + slot)];
}

/* Adds (sign 1) or takes away (sign −1) an item with its rating. */
static inline void
apply_item (OctantScorer                  *self,
            const OctantScorerRequirement *requirement,
            guint                          slot,
            gsize                          item,
            int                            sign)
{
  const OctantScorerSubdomain *entry = &self->subdomains[requirement->subdomain];
  const OctantRatingEffect *effect = &self->effects[self->ratings[item]];
  gsize part = requirement->shared ? 0 : 1 + slot;
  OctantSums *sums = &self->sums[entry->first_sums + part * self->n_cells + requirement->cell];
  OctantTally *tally = &self->tallies[entry->first_tally + part];
  gint64 weight = sign * requirement->weight;

  sums->weight += weight * effect->applicable;
  sums->n_applicable += (guint) sign * effect->applicable;
  sums->n_answered += (guint) sign * effect->answered;
  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    {
      sums->points[b] += weight * effect->value[b];
      sums->n_below[b] += (guint) sign * effect->below[b];
    }
  tally->n_applicable += (guint) sign * effect->applicable;
  tally->n_answered += (guint) sign * effect->answered;
  tally->n_na += (guint) sign * effect->na;
  tally->confidence += sign * (gint64) effect->answered * self->confidence[item];
}

static void
mark_subdomain (OctantScorer *self,
                guint         subdomain)
{
  if (self->subdomains[subdomain].dirty)
    return;
  self->subdomains[subdomain].dirty = TRUE;
  self->queue[self->n_queue++] = subdomain;
}

static void
mark_item (OctantScorer                  *self,
           const OctantScorerRequirement *requirement,
           guint                          slot,
           gboolean                       rescale)
{
  const OctantScorerSubdomain *entry = &self->subdomains[requirement->subdomain];
  guint first = requirement->shared ? 0 : slot;
  guint last = requirement->shared ? entry->n_slots - 1 : slot;

  for (guint i = first; i <= last; i++)
    {
      self->slot_dirty[entry->first_slot + i] = TRUE;
      if (rescale)
        self->scales[entry->first_slot + i].valid = FALSE;
    }
  mark_subdomain (self, requirement->subdomain);
}

static gboolean
publish_flag (gboolean *published,
              gboolean  value)
{
  gboolean differs = *published != value;

  *published = value;
  return differs;
}

static gboolean
publish_count (guint *published,
               guint  value)
{
  gboolean differs = *published != value;

  *published = value;
  return differs;
}

static gboolean
publish_level (int *published,
               int  value)
{
  gboolean differs = *published != value;

  *published = value;
  return differs;
}

static gboolean
publish_term (OctantRational   *published,
              gboolean          has,
              const OctantTerm *term)
{
  if (!has)
    {
      if (published->big == NULL && published->num == 0)
        return FALSE;
      octant_rational_set_fraction (published, 0, 1);
      return TRUE;
    }
  if (G_UNLIKELY (term->den == 0))
    {
      if (octant_rational_equal (published, &term->exact))
        return FALSE;
    }
  else if (published->big == NULL
           && (__int128) published->num * term->den == (__int128) term->num * MAX (published->den, 1))
    {
      return FALSE;
    }
  octant_term_get (term, published);
  return TRUE;
}

/* Brings the published result in line; TRUE when anything of it differs. */
static gboolean
publish (const OctantScorer *self,
         const OctantResult *result,
         OctantScore        *score)
{
  gboolean has = result->applicable;
  gboolean differs = publish_flag (&score->applicable, has);

  differs |= publish_term (&score->s, has, &result->terms[OCTANT_TERM_S + OCTANT_BOUND_LO]);
  differs |= publish_term (&score->s_hi, has, &result->terms[OCTANT_TERM_S + OCTANT_BOUND_HI]);
  differs |= publish_level (&score->l, result->l[OCTANT_BOUND_LO]);
  differs |= publish_level (&score->l_hi, result->l[OCTANT_BOUND_HI]);
  for (guint a = 0; a < self->n_aspects; a++)
    {
      gboolean has_aspect = (result->aspects & (1u << a)) != 0;
      const OctantTerm *terms = &result->terms[OCTANT_TERM_ASPECT + a * OCTANT_N_BOUNDS];

      differs |= publish_flag (&score->has_aspect[a], has_aspect);
      differs |= publish_term (&score->s_aspect[a], has_aspect, &terms[OCTANT_BOUND_LO]);
      differs |= publish_term (&score->s_aspect_hi[a], has_aspect, &terms[OCTANT_BOUND_HI]);
      differs |= publish_level (&score->l_aspect[a], result->l_aspect[a]);
    }
  differs |= publish_flag (&score->limited, has && octant_rational_floor (&score->s) > score->l);
  differs |= publish_flag (&score->heavily_tailored, result->heavy);
  differs |= publish_count (&score->answered, result->n_answered);
  differs |= publish_count (&score->applicable_items, result->n_applicable);
  differs |= publish_count (&score->na_items, result->n_na);
  differs |= publish_flag (&score->has_confidence, has);
  differs |= publish_term (&score->confidence, has, &result->terms[OCTANT_TERM_CONFIDENCE]);
  return differs;
}

static gboolean
publish_node (OctantScorer *self,
              guint         node)
{
  gboolean was_applicable = self->scores[node].applicable;

  if (!publish (self, &self->results[node], &self->scores[node]))
    return FALSE;
  if (was_applicable != self->scores[node].applicable)
    self->effective_valid = FALSE;
  self->changed[self->n_changed++] = node;
  return TRUE;
}

static int
compare_nodes (const void *a,
               const void *b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/**
 * octant_scorer_update:
 *
 * Nodes are reported in ascending order. A change that a node's #OctantScore does not
 * show, as in a cell above the running minimum, is no change of the node.
 */
void
octant_scorer_update (OctantScorer *self,
                      const guint **changed,
                      guint        *n_changed)
{
  g_return_if_fail (self != NULL);

  self->n_changed = 0;
  for (guint i = 0; i < self->n_queue; i++)
    {
      guint subdomain = self->queue[i];

      self->subdomains[subdomain].dirty = FALSE;
      octant_scorer_compute_subdomain (self, subdomain);
      if (publish_node (self, octant_model_subdomain_node (self->model, subdomain)))
        {
          self->domains[self->subdomains[subdomain].domain].dirty = TRUE;
          self->overall_dirty = TRUE;
        }
    }
  self->n_queue = 0;

  if (self->overall_dirty)
    {
      for (guint d = 0; d < self->n_domains; d++)
        {
          if (!self->domains[d].dirty)
            continue;
          self->domains[d].dirty = FALSE;
          octant_scorer_compute_domain (self, d);
          publish_node (self, octant_model_domain_node (self->model, d));
        }
      octant_scorer_compute_overall (self);
      publish_node (self, OCTANT_NODE_OVERALL);
      self->overall_dirty = FALSE;
      qsort (self->changed, self->n_changed, sizeof *self->changed, compare_nodes);
    }

  if (changed != NULL)
    *changed = self->changed;
  if (n_changed != NULL)
    *n_changed = self->n_changed;
}

/**
 * octant_scorer_recompute:
 *
 * Builds the sums again from the ratings, forgets every cached denominator and computes
 * every node. Changes not yet reported by octant_scorer_update() are not reported later.
 */
void
octant_scorer_recompute (OctantScorer *self)
{
  g_return_if_fail (self != NULL);

  memset (self->sums, 0, self->n_sums * sizeof *self->sums);
  memset (self->tallies, 0, self->n_tallies * sizeof *self->tallies);
  for (guint r = 0; r < self->n_requirements; r++)
    {
      const OctantScorerRequirement *requirement = &self->requirements[r];
      guint n_slots = requirement->shared ? 1 : self->n_slots;

      if (!requirement->counts)
        continue;
      for (guint slot = 0; slot < n_slots; slot++)
        apply_item (self, requirement, slot, requirement->first_item + slot, 1);
    }

  for (gsize i = 0; i < self->n_slot_results; i++)
    {
      self->scales[i].valid = FALSE;
      self->slot_dirty[i] = TRUE;
    }
  for (guint s = 0; s < self->n_subdomains; s++)
    mark_subdomain (self, s);
  for (guint d = 0; d < self->n_domains; d++)
    self->domains[d].dirty = TRUE;
  self->overall_dirty = TRUE;
  self->effective_valid = FALSE;
  octant_scorer_update (self, NULL, NULL);
}

OctantModel *
octant_scorer_get_model (OctantScorer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

guint
octant_scorer_get_n_slots (OctantScorer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_slots;
}

void
octant_scorer_set_rating (OctantScorer *self,
                          guint         requirement,
                          guint         slot,
                          OctantRating  rating)
{
  const OctantScorerRequirement *entry;
  OctantRating old;
  gsize item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (requirement < self->n_requirements && slot < self->n_slots);
  g_return_if_fail ((guint) rating <= OCTANT_RATING_NA);

  entry = &self->requirements[requirement];
  item = octant_scorer_item (self, requirement, slot);
  old = (OctantRating) self->ratings[item];
  if (old == rating)
    return;
  if (!entry->counts)
    {
      self->ratings[item] = (guint8) rating;
      return;
    }
  apply_item (self, entry, slot, item, -1);
  self->ratings[item] = (guint8) rating;
  apply_item (self, entry, slot, item, 1);
  mark_item (self, entry, slot, (old == OCTANT_RATING_NA) != (rating == OCTANT_RATING_NA));
}

OctantRating
octant_scorer_get_rating (OctantScorer *self,
                          guint         requirement,
                          guint         slot)
{
  g_return_val_if_fail (self != NULL, OCTANT_RATING_UNANSWERED);
  g_return_val_if_fail (requirement < self->n_requirements && slot < self->n_slots, OCTANT_RATING_UNANSWERED);

  return (OctantRating) self->ratings[octant_scorer_item (self, requirement, slot)];
}

void
octant_scorer_set_tailored (OctantScorer *self,
                            guint         node,
                            gboolean      out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (node > OCTANT_NODE_OVERALL && node < octant_model_get_n_nodes (self->model));

  if (node <= self->n_domains)
    {
      const OctantModelDomain *domain = octant_model_get_domain (self->model, node - 1);

      self->domains[node - 1].tailored = out;
      for (guint i = 0; i < domain->n_subdomains; i++)
        mark_subdomain (self, domain->first_subdomain + i);
    }
  else
    {
      guint subdomain = node - 1 - self->n_domains;

      self->subdomains[subdomain].tailored = out;
      mark_subdomain (self, subdomain);
    }
}

/* e in the unit of confidence; 0 when there is no such unit and the sums are exact. */
static gint64
scale_confidence (OctantScorer *self,
                  guint         level,
                  int           strength,
                  int           age)
{
  g_auto (OctantRational) exact = { 0 };

  if (self->confidence_unit == 0)
    return 0;
  octant_exact_item_confidence (self, level, strength, age, &exact);
  return exact.num * (self->confidence_unit / exact.den);
}

void
octant_scorer_set_evidence (OctantScorer *self,
                            guint         requirement,
                            guint         slot,
                            int           strength,
                            int           age_months)
{
  const OctantScorerRequirement *entry;
  gint64 confidence;
  gsize item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (requirement < self->n_requirements && slot < self->n_slots);

  entry = &self->requirements[requirement];
  item = octant_scorer_item (self, requirement, slot);
  if (self->strength[item] == strength && self->age[item] == age_months)
    return;
  self->strength[item] = strength;
  self->age[item] = age_months;
  confidence = scale_confidence (self, entry->level, strength, age_months);
  if (entry->counts)
    {
      if (self->effects[self->ratings[item]].answered)
        get_tally (self, entry, slot)->confidence += confidence - self->confidence[item];
      mark_item (self, entry, slot, FALSE);
    }
  self->confidence[item] = confidence;
}

const OctantScore *
octant_scorer_get_score (OctantScorer *self,
                         guint         node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), NULL);

  return &self->scores[node];
}

const OctantScore *
octant_scorer_get_object_score (OctantScorer *self,
                                guint         subdomain,
                                guint         slot)
{
  const OctantScorerSubdomain *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (subdomain < self->n_subdomains && slot < self->n_slots, NULL);

  entry = &self->subdomains[subdomain];
  if (entry->n_slots == 1 || !octant_scorer_in_scope (self, subdomain))
    return &self->scores[octant_model_subdomain_node (self->model, subdomain)];
  publish (self, &self->slot_results[entry->first_slot + slot], &self->slot_scores[entry->first_slot + slot]);
  return &self->slot_scores[entry->first_slot + slot];
}

/**
 * octant_scorer_get_cell:
 * @cell: (out caller-allocates): zeroed or a cell from before; clear it when done
 *
 * A skipped level, and any level of a sub-domain out of scope, has a = m = 0.
 */
void
octant_scorer_get_cell (OctantScorer *self,
                        guint         subdomain,
                        guint         aspect,
                        guint         level,
                        guint         slot,
                        OctantBound   bound,
                        OctantCell   *cell)
{
  OctantExactAspect exact;

  g_return_if_fail (self != NULL && cell != NULL);
  g_return_if_fail (subdomain < self->n_subdomains && aspect < self->n_aspects);
  g_return_if_fail (level >= 1 && level <= self->n_levels && slot < self->n_slots);

  octant_cell_clear (cell);
  *cell = (OctantCell) { 0 };
  if (!octant_scorer_in_scope (self, subdomain))
    return;
  octant_exact_aspect (self, subdomain, aspect, slot, bound, &exact);
  *cell = exact.cells[level - 1];
  exact.cells[level - 1] = (OctantCell) { 0 };
  octant_exact_aspect_clear (&exact);
}

/* e_s = W_d · w_s / Σ w_s over the applicable sub-domains of the domain. */
static void
find_effective_weights (OctantScorer *self)
{
  for (guint d = 0; d < self->n_domains; d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (self->model, d);
      const OctantWeights *weights = &self->domains[d].weights;
      g_auto (OctantRational) total = { 0 };

      for (guint i = 0; i < domain->n_subdomains; i++)
        if (self->scores[octant_model_subdomain_node (self->model, domain->first_subdomain + i)].applicable)
          octant_rational_add (&total, &weights->exact[i]);
      for (guint i = 0; i < domain->n_subdomains; i++)
        {
          guint subdomain = domain->first_subdomain + i;
          OctantRational *effective = &self->effective[subdomain];

          octant_rational_clear (effective);
          if (!self->scores[octant_model_subdomain_node (self->model, subdomain)].applicable)
            continue;
          octant_rational_set (effective, &weights->exact[i]);
          octant_rational_multiply (effective, &self->domain_weights.exact[d]);
          octant_rational_divide (effective, &total);
        }
    }
  self->effective_valid = TRUE;
}

gboolean
octant_scorer_get_group (OctantScorer   *self,
                         const gboolean *members,
                         OctantRational *s,
                         OctantRational *s_hi)
{
  g_auto (OctantRational) total = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && members != NULL && s != NULL && s_hi != NULL, FALSE);

  if (!self->effective_valid)
    find_effective_weights (self);
  octant_rational_clear (s);
  octant_rational_clear (s_hi);
  for (guint i = 0; i < self->n_subdomains; i++)
    {
      const OctantScore *score = &self->scores[octant_model_subdomain_node (self->model, i)];
      g_auto (OctantRational) part = { 0 };

      if (!members[i] || !score->applicable)
        continue;
      found = TRUE;
      octant_rational_add (&total, &self->effective[i]);
      octant_rational_set (&part, &self->effective[i]);
      octant_rational_multiply (&part, &score->s);
      octant_rational_add (s, &part);
      octant_rational_set (&part, &self->effective[i]);
      octant_rational_multiply (&part, &score->s_hi);
      octant_rational_add (s_hi, &part);
    }
  if (!found)
    return FALSE;
  octant_rational_divide (s, &total);
  octant_rational_divide (s_hi, &total);
  return TRUE;
}

void
octant_scorer_get_weight (OctantScorer   *self,
                          guint           subdomain,
                          OctantRational *weight)
{
  g_auto (OctantRational) total = { 0 };

  g_return_if_fail (self != NULL && weight != NULL);
  g_return_if_fail (subdomain < self->n_subdomains);

  octant_rational_clear (weight);
  if (!self->scores[octant_model_subdomain_node (self->model, subdomain)].applicable)
    return;
  if (!self->effective_valid)
    find_effective_weights (self);
  for (guint d = 0; d < self->n_domains; d++)
    if (self->scores[octant_model_domain_node (self->model, d)].applicable)
      octant_rational_add (&total, &self->domain_weights.exact[d]);
  octant_rational_set (weight, &self->effective[subdomain]);
  octant_rational_divide (weight, &total);
}

gboolean
octant_scorer_get_lens (OctantScorer   *self,
                        guint           lens,
                        const char     *group,
                        OctantRational *s,
                        OctantRational *s_hi)
{
  g_autofree gboolean *members = NULL;
  guint n_lenses;

  g_return_val_if_fail (self != NULL && group != NULL, FALSE);
  octant_model_get_lenses (self->model, &n_lenses);
  g_return_val_if_fail (lens < n_lenses, FALSE);

  members = g_new0 (gboolean, self->n_subdomains);
  for (guint i = 0; i < self->n_subdomains; i++)
    {
      char **tags = octant_model_get_subdomain (self->model, i)->tags[lens];

      members[i] = tags != NULL && g_strv_contains ((const char *const *) tags, group);
    }
  return octant_scorer_get_group (self, members, s, s_hi);
}
