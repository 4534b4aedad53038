/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-scoring-private.h"

/*
 * The definitions computed straight from the ratings in OctantRational. Used where the
 * 64-bit sums do not fit, and for what is shown of single cells.
 */

void
octant_cell_clear (OctantCell *cell)
{
  octant_rational_clear (&cell->a);
  octant_rational_clear (&cell->m);
}

void
octant_exact_aspect_clear (OctantExactAspect *self)
{
  octant_rational_clear (&self->s);
  for (guint i = 0; i < OCTANT_MODEL_MAX_LEVELS; i++)
    octant_cell_clear (&self->cells[i]);
}

/* Fills n_items, n_answered, and for now Σ w in m and Σ w·v in a. */
static void
sum_cells (OctantScorer      *self,
           guint              subdomain,
           guint              aspect,
           guint              slot,
           OctantBound        bound,
           OctantExactAspect *out,
           gboolean          *below)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, subdomain);

  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (self->model, r);
      OctantRating rating = (OctantRating) self->ratings[octant_scorer_item (self, r, slot)];
      OctantRating counted = octant_rating_as_counted (rating, bound);
      OctantCell *cell = &out->cells[requirement->level - 1];
      OctantRational weight = octant_rational_from_fraction (&requirement->weight);
      g_auto (OctantRational) part = { 0 };

      if (!self->requirements[r].counts || requirement->aspect != aspect || rating == OCTANT_RATING_NA)
        continue;
      cell->n_items++;
      cell->n_answered += rating != OCTANT_RATING_UNANSWERED;
      below[requirement->level - 1] |= counted < self->rules->attain_rating;
      part = octant_rational_from_fraction (&self->rules->values[counted - OCTANT_RATING_N]);
      octant_rational_multiply (&part, &weight);
      octant_rational_add (&cell->a, &part);
      octant_rational_add (&cell->m, &weight);
    }
}

void
octant_exact_aspect (OctantScorer      *self,
                     guint              subdomain,
                     guint              aspect,
                     guint              slot,
                     OctantBound        bound,
                     OctantExactAspect *out)
{
  OctantRational threshold = octant_rational_from_fraction (&self->rules->full_threshold);
  g_auto (OctantRational) least = { 1, 1, NULL };
  gboolean below[OCTANT_MODEL_MAX_LEVELS] = { FALSE };
  gboolean climbing = TRUE;

  *out = (OctantExactAspect) { FALSE };
  sum_cells (self, subdomain, aspect, slot, bound, out, below);

  for (guint k = 0; k < self->n_levels; k++)
    {
      OctantCell *cell = &out->cells[k];

      if (cell->n_items == 0)
        continue;
      out->has = TRUE;
      cell->counted = TRUE;
      octant_rational_divide (&cell->a, &cell->m);
      if (octant_rational_compare (&cell->a, &least) < 0)
        octant_rational_set (&least, &cell->a);
      octant_rational_set (&cell->m, &least);
      octant_rational_add (&out->s, &least);

      climbing = climbing && !below[k];
      if (climbing)
        out->level = (int) k + 1;
      climbing = climbing && octant_rational_compare (&cell->a, &threshold) > 0;
    }
}

void
octant_exact_slot (OctantScorer *self,
                   guint         subdomain,
                   guint         slot,
                   OctantResult *out)
{
  for (guint bound = 0; bound < OCTANT_N_BOUNDS; bound++)
    {
      g_auto (OctantRational) sum = { 0 };
      g_auto (OctantRational) total = { 0 };

      out->l[bound] = G_MAXINT;
      for (guint a = 0; a < self->n_aspects; a++)
        {
          const OctantRational *weight = &self->aspect_weights.exact[a];
          OctantExactAspect aspect;

          octant_exact_aspect (self, subdomain, a, slot, (OctantBound) bound, &aspect);
          if (aspect.has)
            {
              out->aspects |= 1u << a;
              octant_term_set_exact (&out->terms[OCTANT_TERM_ASPECT + a * OCTANT_N_BOUNDS + bound], &aspect.s);
              octant_rational_multiply (&aspect.s, weight);
              octant_rational_add (&sum, &aspect.s);
              octant_rational_add (&total, weight);
              out->l[bound] = MIN (out->l[bound], aspect.level);
              if (bound == OCTANT_BOUND_LO)
                out->l_aspect[a] = aspect.level;
            }
          octant_exact_aspect_clear (&aspect);
        }
      if (out->aspects != 0)
        {
          octant_rational_divide (&sum, &total);
          octant_term_set_exact (&out->terms[OCTANT_TERM_S + bound], &sum);
        }
    }
}

static OctantFraction
freshness (const OctantModelScoring *rules,
           int                       age)
{
  if (age >= 0)
    for (guint i = 0; i < rules->n_freshness; i++)
      if (age <= rules->freshness[i].months)
        return rules->freshness[i].factor;
  return (OctantFraction) { 0, 1 };
}

/**
 * octant_exact_item_confidence:
 *
 * e of one item, whatever its rating: min (1, q / q required at its level) · freshness.
 */
void
octant_exact_item_confidence (OctantScorer   *self,
                              guint           level,
                              int             strength,
                              int             age,
                              OctantRational *out)
{
  OctantFraction fresh = freshness (self->rules, age);
  OctantRational factor = octant_rational_from_fraction (&fresh);
  gint64 need = self->rules->required_strength[level - 1];

  octant_rational_clear (out);
  if (strength < 0)
    return;
  if (strength >= need)
    octant_rational_set_fraction (out, 1, 1);
  else
    octant_rational_set_fraction (out, strength, need);
  octant_rational_multiply (out, &factor);
}

void
octant_exact_confidence (OctantScorer   *self,
                         guint           subdomain,
                         guint           slot,
                         OctantRational *out)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, subdomain);
  g_auto (OctantRational) count = { 0 };
  gint64 n = 0;

  octant_rational_clear (out);
  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    {
      gsize item = octant_scorer_item (self, r, slot);
      g_auto (OctantRational) part = { 0 };

      if (!self->requirements[r].counts || self->ratings[item] == OCTANT_RATING_NA)
        continue;
      n++;
      if (self->ratings[item] == OCTANT_RATING_UNANSWERED)
        continue;
      octant_exact_item_confidence (self, self->requirements[r].level, self->strength[item], self->age[item], &part);
      octant_rational_add (out, &part);
    }
  if (n == 0)
    return;
  octant_rational_set_fraction (&count, n, 1);
  octant_rational_divide (out, &count);
}
