/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-scoring-private.h"

/*
 * From the running sums of cells to results of sub-domains, domains and the whole.
 *
 * All cells of a sub-domain are brought to one denominator, the least common multiple of
 * their weights. It changes only when an item becomes applicable or not, so that after an
 * ordinary answer the running minimum, the sums and the comparison with the threshold are
 * operations on plain integers. That none of them overflows is checked once for each
 * denominator, by the largest value that can come of it.
 */

static OctantSums *
get_sums (OctantScorer *self,
          guint         subdomain,
          guint         part)
{
  return &self->sums[self->subdomains[subdomain].first_sums + (gsize) part * self->n_cells];
}

/* The sums of a slot are those of the shared items and, where there are any, its own. */
static const OctantSums *
get_own_sums (OctantScorer *self,
              guint         subdomain,
              guint         slot)
{
  return self->subdomains[subdomain].n_parts > 1 ? get_sums (self, subdomain, 1 + slot) : NULL;
}

static void
find_scale (OctantScorer     *self,
            OctantScale      *scale,
            gint64           *factors,
            const OctantSums *shared,
            const OctantSums *own)
{
  gint64 unit = 1, highest;

  scale->valid = TRUE;
  scale->exact = TRUE;
  for (guint c = 0; c < self->n_cells; c++)
    {
      gint64 weight = shared[c].weight + (own != NULL ? own[c].weight : 0);

      factors[c] = weight;
      if (weight > 1 && !octant_lcm (&unit, weight))
        return;
    }

  /* Sums over levels and aspects stay below this. */
  if (self->aspect_weights.small == NULL
      || __builtin_mul_overflow (unit, self->value_unit, &scale->one)
      || __builtin_mul_overflow (unit, self->value_top, &highest)
      || __builtin_mul_overflow (highest, (gint64) self->n_levels, &highest)
      || __builtin_mul_overflow (highest, self->aspect_total, &highest)
      || highest > OCTANT_ROOM)
    return;

  for (guint c = 0; c < self->n_cells; c++)
    if (factors[c] > 0)
      factors[c] = factors[c] == unit ? 1 : unit / factors[c];
  scale->unit = unit;
  scale->threshold = (gint64) ((__int128) scale->one * self->rules->full_threshold.num
                               / self->rules->full_threshold.den);
  scale->exact = FALSE;
}

/* One aspect: sums of the running minimum in @s, levels in @l; FALSE when it has no item. */
static gboolean
climb (const OctantScorer *self,
       const OctantScale  *scale,
       const gint64       *factors,
       const OctantSums   *shared,
       const OctantSums   *own,
       gint64             *s,
       int                *l)
{
  gint64 least[OCTANT_N_BOUNDS] = { scale->one, scale->one };
  gboolean climbing[OCTANT_N_BOUNDS] = { TRUE, TRUE };
  gboolean has = FALSE;

  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    {
      s[b] = 0;
      l[b] = 0;
    }
  for (guint k = 0; k < self->n_levels; k++)
    {
      if (shared[k].n_applicable + (own != NULL ? own[k].n_applicable : 0) == 0)
        continue;
      has = TRUE;
      for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
        {
          gint64 a = (shared[k].points[b] + (own != NULL ? own[k].points[b] : 0)) * factors[k];
          guint below = shared[k].n_below[b] + (own != NULL ? own[k].n_below[b] : 0);

          least[b] = MIN (least[b], a);
          s[b] += least[b];
          climbing[b] = climbing[b] && below == 0;
          if (climbing[b])
            l[b] = (int) k + 1;
          climbing[b] = climbing[b] && a > scale->threshold;
        }
    }
  return has;
}

static void
compute_aspects (OctantScorer      *self,
                 const OctantScale *scale,
                 const gint64      *factors,
                 const OctantSums  *shared,
                 const OctantSums  *own,
                 OctantResult      *out)
{
  gint64 sum[OCTANT_N_BOUNDS] = { 0, 0 };
  gint64 total = 0;

  out->l[OCTANT_BOUND_LO] = out->l[OCTANT_BOUND_HI] = G_MAXINT;
  for (guint a = 0; a < self->n_aspects; a++)
    {
      guint first = a * self->n_levels;
      gint64 weight = self->aspect_weights.small[a];
      gint64 s[OCTANT_N_BOUNDS];
      int l[OCTANT_N_BOUNDS];

      if (!climb (self, scale, factors + first, shared + first, own != NULL ? own + first : NULL, s, l))
        continue;
      out->aspects |= 1u << a;
      out->l_aspect[a] = l[OCTANT_BOUND_LO];
      total += weight;
      for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
        {
          sum[b] += s[b] * weight;
          out->l[b] = MIN (out->l[b], l[b]);
          octant_term_set (&out->terms[OCTANT_TERM_ASPECT + a * OCTANT_N_BOUNDS + b], s[b], scale->one);
        }
    }
  if (out->aspects == 0)
    return;
  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    octant_term_set (&out->terms[OCTANT_TERM_S + b], sum[b], scale->one * total);
}

static void
compute_confidence (OctantScorer      *self,
                    guint              subdomain,
                    guint              slot,
                    const OctantTally *shared,
                    const OctantTally *own,
                    OctantResult      *out)
{
  g_auto (OctantRational) exact = { 0 };
  OctantTerm *term = &out->terms[OCTANT_TERM_CONFIDENCE];
  gint64 den;

  if (self->confidence_unit > 0
      && !__builtin_mul_overflow (self->confidence_unit, (gint64) out->n_applicable, &den))
    {
      octant_term_set (term, shared->confidence + (own != NULL ? own->confidence : 0), den);
      return;
    }
  octant_exact_confidence (self, subdomain, slot, &exact);
  octant_term_set_exact (term, &exact);
}

static void
reset (OctantResult *out)
{
  out->applicable = FALSE;
  out->heavy = FALSE;
  out->aspects = 0;
  out->n_answered = out->n_applicable = out->n_na = 0;
  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    out->l[b] = 0;
  for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
    out->l_aspect[a] = 0;
}

void
octant_scorer_compute_slot (OctantScorer *self,
                            guint         subdomain,
                            guint         slot,
                            OctantResult *out)
{
  const OctantScorerSubdomain *entry = &self->subdomains[subdomain];
  const OctantSums *shared = get_sums (self, subdomain, 0);
  const OctantSums *own = get_own_sums (self, subdomain, slot);
  const OctantTally *tally = &self->tallies[entry->first_tally];
  const OctantTally *own_tally = own != NULL ? tally + 1 + slot : NULL;
  OctantScale *scale = &self->scales[entry->first_slot + slot];
  gint64 *factors = &self->factors[(entry->first_slot + slot) * self->n_cells];

  reset (out);
  out->n_answered = tally->n_answered + (own != NULL ? own_tally->n_answered : 0);
  out->n_applicable = tally->n_applicable + (own != NULL ? own_tally->n_applicable : 0);
  out->n_na = tally->n_na + (own != NULL ? own_tally->n_na : 0);
  out->applicable = out->n_applicable > 0;
  if (!out->applicable)
    return;

  if (!scale->valid)
    {
      if (entry->exact)
        *scale = (OctantScale) { .valid = TRUE, .exact = TRUE };
      else
        find_scale (self, scale, factors, shared, own);
    }
  if (G_UNLIKELY (scale->exact))
    octant_exact_slot (self, subdomain, slot, out);
  else
    compute_aspects (self, scale, factors, shared, own, out);
  compute_confidence (self, subdomain, slot, tally, own_tally, out);
}

/* Means of every term over the children that have it. */
static void
mean_of (OctantScorer        *self,
         OctantResult        *out,
         const OctantWeights *weights,
         OctantResult *const *children,
         const guint         *indexes,
         guint                n)
{
  for (guint t = 0; t < OCTANT_N_TERMS; t++)
    {
      gboolean split = t >= OCTANT_TERM_ASPECT && t < OCTANT_TERM_CONFIDENCE;
      guint aspect = (t - OCTANT_TERM_ASPECT) / OCTANT_N_BOUNDS;
      guint n_summands = 0;

      if (split && aspect >= self->n_aspects)
        continue;
      for (guint i = 0; i < n; i++)
        {
          if (split && (children[i]->aspects & (1u << aspect)) == 0)
            continue;
          self->summands[n_summands++] = (OctantSummand) { indexes[i], &children[i]->terms[t] };
        }
      if (n_summands > 0)
        octant_rollup_mean (&out->terms[t], weights, self->summands, n_summands);
    }
}

static void
add_counts (OctantResult       *out,
            const OctantResult *child)
{
  out->n_answered += child->n_answered;
  out->n_applicable += child->n_applicable;
  out->n_na += child->n_na;
  out->aspects |= child->aspects;
}

static void
compute_objects (OctantScorer *self,
                 guint         subdomain,
                 OctantResult *out)
{
  const OctantScorerSubdomain *entry = &self->subdomains[subdomain];
  const OctantTally *tally = &self->tallies[entry->first_tally];
  guint n = 0;

  reset (out);
  for (guint part = 0; part < entry->n_parts; part++)
    {
      out->n_answered += tally[part].n_answered;
      out->n_applicable += tally[part].n_applicable;
      out->n_na += tally[part].n_na;
    }
  for (guint slot = 0; slot < entry->n_slots; slot++)
    {
      OctantResult *child = &self->slot_results[entry->first_slot + slot];

      if (self->slot_dirty[entry->first_slot + slot])
        {
          octant_scorer_compute_slot (self, subdomain, slot, child);
          self->slot_dirty[entry->first_slot + slot] = FALSE;
        }
      if (!child->applicable)
        continue;
      for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
        out->l[b] = n == 0 ? child->l[b] : MIN (out->l[b], child->l[b]);
      for (guint a = 0; a < self->n_aspects; a++)
        if (child->aspects & (1u << a))
          out->l_aspect[a] = (out->aspects & (1u << a)) != 0 ? MIN (out->l_aspect[a], child->l_aspect[a])
                                                             : child->l_aspect[a];
      out->aspects |= child->aspects;
      self->children[n] = child;
      self->indexes[n++] = slot;
    }
  out->applicable = n > 0;
  if (n > 0)
    mean_of (self, out, &self->criticality, self->children, self->indexes, n);
}

void
octant_scorer_compute_subdomain (OctantScorer *self,
                                 guint         subdomain)
{
  const OctantScorerSubdomain *entry = &self->subdomains[subdomain];
  OctantResult *out = &self->results[octant_model_subdomain_node (self->model, subdomain)];

  if (!octant_scorer_in_scope (self, subdomain))
    reset (out);
  else if (entry->n_slots == 1)
    octant_scorer_compute_slot (self, subdomain, 0, out);
  else
    compute_objects (self, subdomain, out);
}

/* Share of NA items above the model's limit. */
static gboolean
is_heavy (OctantScorer *self,
          guint         n_na,
          guint         n_applicable)
{
  const OctantFraction *limit = &self->rules->heavy_tailoring;

  return (__int128) n_na * limit->den > (__int128) limit->num * ((gint64) n_na + n_applicable);
}

void
octant_scorer_compute_domain (OctantScorer *self,
                              guint         domain)
{
  const OctantModelDomain *info = octant_model_get_domain (self->model, domain);
  OctantResult *out = &self->results[octant_model_domain_node (self->model, domain)];
  const OctantWeights *weights = &self->domains[domain].weights;
  guint n = 0;

  reset (out);
  for (guint i = 0; i < info->n_subdomains; i++)
    {
      OctantResult *child = &self->results[octant_model_subdomain_node (self->model, info->first_subdomain + i)];

      add_counts (out, child);
      if (!child->applicable)
        continue;
      self->children[n] = child;
      self->indexes[n++] = i;
    }
  out->heavy = is_heavy (self, out->n_na, out->n_applicable);
  out->applicable = n > 0;
  if (n == 0)
    return;

  mean_of (self, out, weights, self->children, self->indexes, n);
  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    {
      for (guint i = 0; i < n; i++)
        self->ranked[i] = (OctantRanked) { self->indexes[i], self->children[i]->l[b] };
      out->l[b] = octant_rollup_level (weights, self->ranked, n, &self->rules->domain_quorum,
                                       self->rules->domain_tolerance, (int) self->n_levels);
    }
}

/* The least level of the applicable gates, which caps the whole. */
static int
find_cap (OctantScorer *self,
          guint         bound)
{
  int cap = (int) self->n_levels;

  for (guint g = 0; g < self->n_gates; g++)
    {
      const OctantResult *result = &self->results[octant_model_subdomain_node (self->model, self->gates[g])];

      if (result->applicable)
        cap = MIN (cap, result->l[bound]);
    }
  return cap;
}

void
octant_scorer_compute_overall (OctantScorer *self)
{
  OctantResult *out = &self->results[OCTANT_NODE_OVERALL];
  guint n = 0;

  reset (out);
  for (guint d = 0; d < self->n_domains; d++)
    {
      OctantResult *child = &self->results[octant_model_domain_node (self->model, d)];

      add_counts (out, child);
      out->heavy = out->heavy || child->heavy;
      if (!child->applicable)
        continue;
      self->children[n] = child;
      self->indexes[n++] = d;
    }
  out->applicable = n > 0;
  if (n == 0)
    return;

  mean_of (self, out, &self->domain_weights, self->children, self->indexes, n);
  for (guint b = 0; b < OCTANT_N_BOUNDS; b++)
    {
      for (guint i = 0; i < n; i++)
        self->ranked[i] = (OctantRanked) { self->indexes[i], self->children[i]->l[b] };
      out->l[b] = octant_rollup_level (&self->domain_weights, self->ranked, n, &self->rules->overall_quorum,
                                       self->rules->overall_tolerance, find_cap (self, b));
    }
}
