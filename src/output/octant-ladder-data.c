/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ladder-data.h"

static const char *
keep (OctantLadderFill *self,
      char             *text) /* taken */
{
  g_ptr_array_add (self->texts, text);

  return text;
}

/* The object with the least result: it is what holds the level. One to which nothing applies holds none. */
static guint
find_weakest_slot (OctantScorer *scorer,
                   guint         subdomain)
{
  const OctantScore *least = octant_scorer_get_object_score (scorer, subdomain, 0);
  guint weakest = 0;

  for (guint slot = 1; slot < octant_scorer_get_n_slots (scorer); slot++)
    {
      const OctantScore *here = octant_scorer_get_object_score (scorer, subdomain, slot);

      if (!here->applicable ||
          (least->applicable && (here->l > least->l || (here->l == least->l && octant_rational_compare (&here->s, &least->s) >= 0))))
        continue;
      least = here;
      weakest = slot;
    }

  return weakest;
}

static const char *
keep_percent (OctantLadderFill     *self,
              const OctantRational *share)
{
  g_auto (OctantRational) hundred = { 0 };
  g_autofree char *number = NULL;

  octant_rational_set_fraction (&hundred, 100, 1);
  octant_rational_multiply (&hundred, share);
  number = octant_rational_to_text (&hundred, 0);

  return keep (self, g_strdup_printf ("%s%%", number));
}

static void
fill_step (OctantLadderFill *self,
           OctantScorer     *scorer,
           guint             subdomain,
           guint             aspect,
           guint             level,
           guint             slot)
{
  OctantLadderStep *step = &self->steps[aspect][level - 1];
  g_auto (OctantCell) low = { 0 };
  g_auto (OctantCell) high = { 0 };

  octant_scorer_get_cell (scorer, subdomain, aspect, level, slot, OCTANT_BOUND_LO, &low);
  octant_scorer_get_cell (scorer, subdomain, aspect, level, slot, OCTANT_BOUND_HI, &high);
  step->counted = low.counted;
  step->a = octant_rational_to_double (&low.a);
  step->a_hi = octant_rational_to_double (&high.a);
  step->m = octant_rational_to_double (&low.m);
  step->label = keep (self, g_strdup_printf ("%u", level));
  step->text = low.counted ? keep_percent (self, &low.a) : "–";
  self->counts[aspect][level - 1] = low.counted ? keep_percent (self, &low.m) : "–";
}

OctantLadderFill *
octant_ladder_fill_new (OctantAssessment *assessment,
                        const char       *code,
                        OctantLanguage    language)
{
  OctantModel *model;
  OctantScorer *scorer;
  OctantLadderFill *self;
  guint subdomain, slot, n_levels;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment) && code != NULL, NULL);

  model = octant_assessment_get_model (assessment);
  if (!octant_model_find_subdomain (model, code, &subdomain))
    return NULL;
  scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  slot = find_weakest_slot (scorer, subdomain);
  n_levels = octant_model_get_n_levels (model);
  self = g_new0 (OctantLadderFill, 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (octant_scorer_get_n_slots (scorer) > 1 && octant_model_is_rated_by_object (model, subdomain))
    self->object = keep (self, g_strdup (octant_record_get (octant_assessment_get_object (assessment, slot),
                                                            OCTANT_CYCLE_OBJECT_NAME)));
  for (guint aspect = 0; aspect < octant_model_get_n_aspects (model); aspect++)
    {
      self->rows[aspect].label =
        keep (self, g_strdup (octant_text_get (&octant_model_get_aspect (model, aspect)->name, language)));
      self->rows[aspect].steps = self->steps[aspect];
      self->rows[aspect].n_steps = n_levels;
      for (guint level = 1; level <= n_levels; level++)
        fill_step (self, scorer, subdomain, aspect, level, slot);
    }
  self->data.rows = self->rows;
  self->data.n_rows = octant_model_get_n_aspects (model);

  return self;
}

void
octant_ladder_fill_free (OctantLadderFill *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}
