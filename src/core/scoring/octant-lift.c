/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-lift.h"

#include "scoring/octant-scoring-private.h"

/*
 * A better rating changes one cell of one aspect, for each object that it is rated for, and
 * from there every sum is linear: the rise of the cell's running minima times the weights of
 * aspect, object and sub-domain. So nothing needs to be scored anew. A cell that does not
 * itself set the running minimum cannot raise it, which leaves few cells to look at.
 */

void
octant_lift_free (OctantLift *lift)
{
  octant_rational_clear (&lift->lift);
  g_free (lift);
}

/* The cells of one aspect for one object. */
typedef struct
{
  OctantExactAspect exact;
  OctantRational weights[OCTANT_MODEL_MAX_LEVELS]; /* Σ w of each cell */
  gboolean decides[OCTANT_MODEL_MAX_LEVELS];       /* lowers the running minimum */
} Cells;

static void
cells_clear (Cells *self)
{
  octant_exact_aspect_clear (&self->exact);
  for (guint i = 0; i < OCTANT_MODEL_MAX_LEVELS; i++)
    octant_rational_clear (&self->weights[i]);
}

static void
cells_init (Cells        *self,
            OctantScorer *scorer,
            guint         subdomain,
            guint         aspect,
            guint         slot)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (scorer->model, subdomain);
  g_auto (OctantRational) least = { 1, 1, NULL };

  *self = (Cells) { 0 };
  octant_exact_aspect (scorer, subdomain, aspect, slot, OCTANT_BOUND_LO, &self->exact);
  for (guint k = 0; k < scorer->n_levels; k++)
    {
      const OctantCell *cell = &self->exact.cells[k];

      if (!cell->counted || octant_rational_compare (&cell->a, &least) >= 0)
        continue;
      self->decides[k] = TRUE;
      octant_rational_set (&least, &cell->a);
    }
  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (scorer->model, r);
      OctantRational weight = octant_rational_from_fraction (&requirement->weight);

      if (scorer->requirements[r].counts && requirement->aspect == aspect &&
          scorer->ratings[octant_scorer_item (scorer, r, slot)] != OCTANT_RATING_NA)
        octant_rational_add (&self->weights[requirement->level - 1], &weight);
    }
}

/* The rise of S_a when the cell of @level achieved @a. */
static void
find_rise (const Cells          *cells,
           guint                 n_levels,
           guint                 level,
           const OctantRational *a,
           OctantRational       *rise)
{
  g_auto (OctantRational) least = { 1, 1, NULL };

  octant_rational_clear (rise);
  for (guint k = 0; k < n_levels; k++)
    {
      const OctantCell *cell = &cells->exact.cells[k];
      const OctantRational *achieved = k + 1 == level ? a : &cell->a;

      if (!cell->counted)
        continue;
      if (octant_rational_compare (achieved, &least) < 0)
        octant_rational_set (&least, achieved);
      octant_rational_add (rise, &least);
      octant_rational_subtract (rise, &cell->m);
    }
}

/* The same when one requirement is rated highest; FALSE when nothing changes. */
static gboolean
find_requirement_rise (OctantScorer   *self,
                       const Cells    *cells,
                       guint           requirement,
                       guint           slot,
                       OctantRational *rise)
{
  const OctantRequirement *info = octant_model_get_requirement (self->model, requirement);
  OctantRating rating = (OctantRating) self->ratings[octant_scorer_item (self, requirement, slot)];
  OctantRating counted = octant_rating_as_counted (rating, OCTANT_BOUND_LO);
  OctantRational value, part;
  g_auto (OctantRational) a = { 0 };

  if (rating == OCTANT_RATING_NA || rating == OCTANT_RATING_F || !cells->decides[info->level - 1])
    return FALSE;
  value = octant_rational_from_fraction (&self->rules->values[OCTANT_RATING_F - OCTANT_RATING_N]);
  octant_rational_set (&a, &value);
  value = octant_rational_from_fraction (&self->rules->values[counted - OCTANT_RATING_N]);
  octant_rational_subtract (&a, &value);
  part = octant_rational_from_fraction (&info->weight);
  octant_rational_multiply (&a, &part);
  octant_rational_divide (&a, &cells->weights[info->level - 1]);
  octant_rational_add (&a, &cells->exact.cells[info->level - 1].a);
  find_rise (cells, self->n_levels, info->level, &a, rise);
  return TRUE;
}

/* What a rise of S_a of @aspect for @slot is worth in the whole. */
static void
find_factor (OctantScorer   *self,
             guint           subdomain,
             guint           aspect,
             guint           slot,
             OctantRational *factor)
{
  guint n_slots = self->subdomains[subdomain].n_slots;
  g_auto (OctantRational) total = { 0 };

  octant_scorer_get_weight (self, subdomain, factor);
  octant_rational_multiply (factor, &self->aspect_weights.exact[aspect]);
  for (guint a = 0; a < self->n_aspects; a++)
    {
      OctantExactAspect exact;

      octant_exact_aspect (self, subdomain, a, slot, OCTANT_BOUND_LO, &exact);
      if (exact.has)
        octant_rational_add (&total, &self->aspect_weights.exact[a]);
      octant_exact_aspect_clear (&exact);
    }
  octant_rational_divide (factor, &total);
  if (n_slots == 1)
    return;

  /* Over the objects for which the sub-domain has anything applicable. */
  octant_rational_clear (&total);
  for (guint i = 0; i < n_slots; i++)
    if (self->slot_results[self->subdomains[subdomain].first_slot + i].applicable)
      octant_rational_add (&total, &self->criticality.exact[i]);
  octant_rational_multiply (factor, &self->criticality.exact[slot]);
  octant_rational_divide (factor, &total);
}

/* Adds to @lifts, one for each requirement of the sub-domain, what they bring for one object. */
static void
add_lifts (OctantScorer   *self,
           guint           subdomain,
           guint           aspect,
           guint           slot,
           OctantRational *lifts)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, subdomain);
  g_auto (OctantRational) factor = { 0 };
  Cells cells;

  cells_init (&cells, self, subdomain, aspect, slot);
  if (cells.exact.has)
    find_factor (self, subdomain, aspect, slot, &factor);
  for (guint i = 0; i < info->n_requirements && cells.exact.has; i++)
    {
      guint r = info->first_requirement + i;
      g_auto (OctantRational) rise = { 0 };

      if (!self->requirements[r].counts || octant_model_get_requirement (self->model, r)->aspect != aspect ||
          !find_requirement_rise (self, &cells, r, slot, &rise))
        continue;
      octant_rational_multiply (&rise, &factor);
      octant_rational_add (&lifts[i], &rise);
    }
  cells_clear (&cells);
}

static void
add_subdomain (OctantScorer *self,
               guint         subdomain,
               GPtrArray    *out)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (self->model, subdomain);
  g_autofree OctantRational *lifts = g_new0 (OctantRational, info->n_requirements + 1);
  g_auto (OctantRational) zero = { 0 };

  for (guint slot = 0; slot < self->subdomains[subdomain].n_slots; slot++)
    for (guint aspect = 0; aspect < self->n_aspects; aspect++)
      add_lifts (self, subdomain, aspect, slot, lifts);
  for (guint i = 0; i < info->n_requirements; i++)
    {
      OctantLift *lift;

      if (octant_rational_compare (&lifts[i], &zero) > 0)
        {
          lift = g_new0 (OctantLift, 1);
          lift->requirement = info->first_requirement + i;
          octant_rational_set (&lift->lift, &lifts[i]);
          g_ptr_array_add (out, lift);
        }
      octant_rational_clear (&lifts[i]);
    }
}

static int
compare_lifts (gconstpointer a,
               gconstpointer b)
{
  const OctantLift *x = *(OctantLift *const *) a;
  const OctantLift *y = *(OctantLift *const *) b;
  int order = octant_rational_compare (&y->lift, &x->lift);

  return order != 0 ? order : (x->requirement > y->requirement) - (x->requirement < y->requirement);
}

GPtrArray *
octant_lift_list (OctantScorer *scorer,
                  guint         n_max)
{
  GPtrArray *lifts;

  g_return_val_if_fail (scorer != NULL, NULL);

  lifts = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_lift_free);
  for (guint i = 0; i < scorer->n_subdomains; i++)
    if (scorer->scores[octant_model_subdomain_node (scorer->model, i)].applicable)
      add_subdomain (scorer, i, lifts);
  g_ptr_array_sort (lifts, compare_lifts);
  if (n_max > 0 && lifts->len > n_max)
    g_ptr_array_set_size (lifts, (int) n_max);
  return lifts;
}
