/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-backing.h"

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-evidence-state.h"

/*
 * By strength, from section 9 of the scoring rules. They stand here and not in the model file,
 * whose format has no place for them: they change no official result of any model.
 */
static const OctantRating caps[] = { OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_F };

OctantRating
octant_rating_cap (OctantRating rating,
                   int          strength)
{
  if (rating < OCTANT_RATING_N || rating > OCTANT_RATING_F)
    return rating;
  return MIN (rating, caps[CLAMP (strength, 0, (int) G_N_ELEMENTS (caps) - 1)]);
}

int
octant_rating_get_needed_strength (OctantRating rating)
{
  int strength = 0;

  while (octant_rating_cap (rating, strength) != rating)
    strength++;
  return strength;
}

/**
 * octant_assessment_get_strength:
 *
 * Returns: 0 to 3, the greatest strength among the pieces that are attached to the item and
 *   stand at the date of the assessment; 0 when there is none
 */
int
octant_assessment_get_strength (OctantAssessment *self,
                                guint             requirement,
                                guint             slot)
{
  const GPtrArray *links;
  int best = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (requirement < octant_model_get_n_requirements (self->model), 0);
  g_return_val_if_fail (slot < octant_assessment_get_item_slots (self, requirement), 0);

  links = octant_assessment_get_item (self, requirement, slot)->links;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const OctantAssessmentEvidence *evidence =
        octant_assessment_judge_evidence (self, octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE));

      if (evidence != NULL && evidence->state != OCTANT_EVIDENCE_EXPIRED && evidence->state != OCTANT_EVIDENCE_LATER)
        best = MAX (best, evidence->strength);
    }
  return best;
}

/* What counts in the official result. */
static OctantRating
official_rating (OctantAssessment *self,
                 guint             requirement,
                 guint             slot)
{
  const OctantRecord *answer = octant_assessment_get_item (self, requirement, slot)->answer;

  return octant_answer_record_carried (answer) ? OCTANT_RATING_UNANSWERED : octant_answer_record_rating (answer);
}

static void
feed (OctantAssessment *self,
      guint             requirement,
      guint             slot)
{
  OctantRating rating = official_rating (self, requirement, slot);

  octant_scorer_set_rating (self->backed, requirement, slot,
                            octant_rating_cap (rating, octant_assessment_get_strength (self, requirement, slot)));
}

/* The answer or the evidence of an item has changed. */
void
octant_assessment_feed_backed (OctantAssessment *self,
                               guint             requirement,
                               guint             slot)
{
  g_clear_pointer (&self->backed_shown, octant_scorer_free);
  if (self->backed == NULL)
    return;
  feed (self, requirement, slot);
  octant_assessment_feed_confidence (self, self->backed, requirement, slot);
}

void
octant_assessment_feed_backed_tailoring (OctantAssessment *self,
                                         guint             node)
{
  g_clear_pointer (&self->backed_shown, octant_scorer_free);
  if (self->backed != NULL)
    octant_scorer_set_tailored (self->backed, node, self->tailoring[node] != NULL);
}

void
octant_assessment_update_backed (OctantAssessment *self)
{
  if (self->backed != NULL)
    octant_scorer_update (self->backed, NULL, NULL);
}

void
octant_assessment_clear_backed (OctantAssessment *self)
{
  g_clear_pointer (&self->backed, octant_scorer_free);
  g_clear_pointer (&self->backed_shown, octant_scorer_free);
}

/* Made when it is first asked for, which most uses of an assessment never do; kept up to date from then on. */
OctantScorer *
octant_assessment_get_backed (OctantAssessment *self)
{
  if (self->backed == NULL)
    {
      self->backed = octant_assessment_new_scorer (self);
      for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
        for (guint slot = 0;
             octant_assessment_counts (self, r) && slot < octant_assessment_get_item_slots (self, r);
             slot++)
          {
            feed (self, r, slot);
            octant_assessment_feed_confidence (self, self->backed, r, slot);
          }
      for (guint node = 0; node < octant_model_get_n_nodes (self->model); node++)
        if (self->tailoring[node] != NULL)
          octant_scorer_set_tailored (self->backed, node, TRUE);
      octant_scorer_update (self->backed, NULL, NULL);
    }
  return self->backed;
}

/* The profile of the object that is shown; NULL when there is none in scope. */
OctantScorer *
octant_assessment_get_backed_shown (OctantAssessment *self)
{
  if (self->shown_slot == G_MAXUINT || self->shown_scorers[0] == NULL)
    return NULL;
  if (self->backed_shown == NULL)
    self->backed_shown = octant_scorer_new_profile (octant_assessment_get_backed (self), self->shown_slot);
  return self->backed_shown;
}

static gboolean
is_below (OctantModel *model,
          guint        subdomain,
          guint        node)
{
  return node == OCTANT_NODE_OVERALL || octant_model_subdomain_node (model, subdomain) == node ||
         octant_model_domain_node (model, octant_model_get_subdomain (model, subdomain)->domain) == node;
}

static gboolean
is_shown (OctantAssessment *self,
          guint             requirement,
          guint             slot)
{
  guint shown = octant_assessment_get_shown_slot (self);

  return shown == G_MAXUINT || shown == slot ||
         octant_model_get_requirement (self->model, requirement)->scope == OCTANT_SCOPE_ORG;
}

static int
compare_losses (gconstpointer a,
                gconstpointer b)
{
  const OctantBackingLoss *x = *(const OctantBackingLoss *const *) a;
  const OctantBackingLoss *y = *(const OctantBackingLoss *const *) b;
  int order = octant_rational_compare (&y->loss, &x->loss);

  return order != 0 ? order : (x->subdomain > y->subdomain) - (x->subdomain < y->subdomain);
}

void
octant_backing_loss_free (OctantBackingLoss *loss)
{
  octant_rational_clear (&loss->loss);
  g_free (loss);
}

/**
 * octant_assessment_list_backing_losses:
 *
 * Where the overall score loses what its evidence does not bear. The weights of both readings are the
 * same, so the losses of the sub-domains add up to the whole difference.
 *
 * Returns: (transfer full) (element-type OctantBackingLoss): the greatest first, only sub-domains with
 *   something that is not borne
 */
GPtrArray *
octant_assessment_list_backing_losses (OctantAssessment *self)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_backing_loss_free);
  OctantScorer *official, *backed;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  official = octant_assessment_get_shown_scorer (self, OCTANT_READING_OFFICIAL);
  backed = octant_assessment_get_shown_scorer (self, OCTANT_READING_BACKED);
  for (guint s = 0; official != NULL && s < octant_model_get_n_subdomains (self->model); s++)
    {
      guint node = octant_model_subdomain_node (self->model, s);
      g_autoptr (GArray) items = octant_assessment_list_unbacked (self, node);
      g_auto (OctantRational) weight = { 0 };
      OctantBackingLoss *loss;

      if (items->len == 0)
        continue;
      loss = g_new0 (OctantBackingLoss, 1);
      loss->subdomain = s;
      loss->n_items = items->len;
      octant_scorer_get_weight (official, s, &weight);
      octant_rational_set (&loss->loss, &octant_scorer_get_score (official, node)->s);
      octant_rational_subtract (&loss->loss, &octant_scorer_get_score (backed, node)->s);
      octant_rational_multiply (&loss->loss, &weight);
      g_ptr_array_add (losses, loss);
    }
  g_ptr_array_sort (losses, compare_losses);
  return g_steal_pointer (&losses);
}

/**
 * octant_assessment_list_unbacked:
 *
 * What keeps the backed result below the official one: every rating in scope that is higher than its
 * evidence bears; of the object that is shown alone, if there is one.
 *
 * Returns: (transfer full) (element-type OctantUnbacked): in the order of the model
 */
GArray *
octant_assessment_list_unbacked (OctantAssessment *self,
                                 guint             node)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (OctantUnbacked));

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), NULL);

  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    {
      guint subdomain = octant_model_get_requirement (self->model, r)->subdomain;

      if (!octant_assessment_counts (self, r) || !is_below (self->model, subdomain, node) ||
          octant_assessment_is_out (self, octant_model_subdomain_node (self->model, subdomain)))
        continue;
      for (guint slot = 0; slot < octant_assessment_get_item_slots (self, r); slot++)
        {
          OctantUnbacked item = { { r, slot }, official_rating (self, r, slot), 0, 0, 0 };

          /* What is borne without any evidence needs no look at it. */
          if (!is_shown (self, r, slot) || octant_rating_get_needed_strength (item.rating) == 0)
            continue;
          item.strength = octant_assessment_get_strength (self, r, slot);
          item.counts = octant_rating_cap (item.rating, item.strength);
          item.needed = octant_rating_get_needed_strength (item.rating);
          if (item.counts != item.rating)
            g_array_append_val (list, item);
        }
    }
  return g_steal_pointer (&list);
}
