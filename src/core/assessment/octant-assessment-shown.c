/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-assessment-private.h"

/*
 * The profile of one protected object that is looked at instead of the whole (scoring.md,
 * section 4). Its scorers are made once and follow each answer as those of the whole do;
 * stored and exported results are never taken from them.
 */

static void
clear_scorers (OctantAssessment *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->shown_scorers); i++)
    g_clear_pointer (&self->shown_scorers[i], octant_scorer_free);
  g_clear_pointer (&self->backed_shown, octant_scorer_free);
}

/* Finds the object's slot again and makes its scorers from those of the whole. */
void
octant_assessment_make_shown (OctantAssessment *self)
{
  clear_scorers (self);
  self->shown_slot = G_MAXUINT;
  g_array_set_size (self->shown_nodes, 0);
  if (self->shown_object == NULL || !octant_assessment_find_object (self, self->shown_object, &self->shown_slot))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->shown_scorers); i++)
    self->shown_scorers[i] = octant_scorer_new_profile (self->scorers[i], self->shown_slot);
}

void
octant_assessment_clear_shown (OctantAssessment *self)
{
  clear_scorers (self);
  g_clear_pointer (&self->shown_object, g_free);
}

/* The same item in the profile, if it has it. */
static gboolean
is_in_profile (OctantAssessment *self,
               guint             requirement,
               guint             slot)
{
  return self->shown_scorers[0] != NULL &&
         (slot == self->shown_slot || octant_model_get_requirement (self->model, requirement)->scope == OCTANT_SCOPE_ORG);
}

void
octant_assessment_feed_shown_rating (OctantAssessment *self,
                                     guint             requirement,
                                     guint             slot)
{
  for (guint i = 0; is_in_profile (self, requirement, slot) && i < G_N_ELEMENTS (self->shown_scorers); i++)
    octant_assessment_feed_rating (self, self->shown_scorers[i], (OctantReading) i, requirement, slot, 0);
}

void
octant_assessment_feed_shown_evidence (OctantAssessment *self,
                                       guint             requirement,
                                       guint             slot,
                                       int               strength,
                                       int               age_months)
{
  for (guint i = 0; is_in_profile (self, requirement, slot) && i < G_N_ELEMENTS (self->shown_scorers); i++)
    octant_scorer_set_evidence (self->shown_scorers[i], requirement, 0, strength, age_months);
}

void
octant_assessment_feed_shown_tailoring (OctantAssessment *self,
                                        guint             node)
{
  for (guint i = 0; self->shown_scorers[0] != NULL && i < G_N_ELEMENTS (self->shown_scorers); i++)
    octant_scorer_set_tailored (self->shown_scorers[i], node, self->tailoring[node] != NULL);
}

void
octant_assessment_update_shown (OctantAssessment *self)
{
  const guint *changed;
  guint n_changed;

  if (self->shown_scorers[0] == NULL)
    return;
  octant_scorer_update (self->shown_scorers[OCTANT_READING_CLAIMED], NULL, NULL);
  octant_scorer_update (self->shown_scorers[OCTANT_READING_OFFICIAL], &changed, &n_changed);
  g_array_set_size (self->shown_nodes, 0);
  g_array_append_vals (self->shown_nodes, changed, n_changed);
}

/**
 * octant_assessment_set_shown_object:
 * @object_id: (nullable): NULL for all objects together
 *
 * Whose scores the nodes show. What is stored or exported stays that of the whole. An object
 * that is not in the scope of this cycle is remembered, and the whole shown until it is.
 */
void
octant_assessment_set_shown_object (OctantAssessment *self,
                                    const char       *object_id)
{
  g_return_if_fail (OCTANT_IS_ASSESSMENT (self));

  if (!g_set_str (&self->shown_object, object_id))
    return;
  octant_assessment_make_shown (self);
  if (self->tree != NULL)
    octant_tree_refresh_nodes (self->tree, NULL, 0);
  g_signal_emit_by_name (self, "scores-changed");
}

/**
 * octant_assessment_get_shown_object:
 *
 * Two assessments show the same when this is the same.
 *
 * Returns: (transfer none) (nullable): NULL for all objects, also while the one that was set is
 *   not in scope
 */
const char *
octant_assessment_get_shown_object (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return self->shown_scorers[0] != NULL ? self->shown_object : NULL;
}

/**
 * octant_assessment_get_shown_name:
 *
 * Returns: (transfer none) (nullable): the object's name, valid until the scope changes
 */
const char *
octant_assessment_get_shown_name (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return self->shown_scorers[0] != NULL
           ? octant_record_get (self->objects->pdata[self->shown_slot], OCTANT_CYCLE_OBJECT_NAME) : NULL;
}

/**
 * octant_assessment_get_shown_slot:
 *
 * Returns: the slot of the object that is shown, G_MAXUINT for all of them
 */
guint
octant_assessment_get_shown_slot (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), G_MAXUINT);

  return self->shown_slot;
}

/**
 * octant_assessment_get_shown_scorer:
 *
 * Returns: (transfer none): that of the whole, or the profile of the object that is shown,
 *   which has the single slot 0. Replaced when the object or the scope changes.
 */
OctantScorer *
octant_assessment_get_shown_scorer (OctantAssessment *self,
                                    OctantReading     reading)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (reading <= OCTANT_READING_BACKED, NULL);

  if (reading == OCTANT_READING_BACKED)
    return self->shown_scorers[0] != NULL ? octant_assessment_get_backed_shown (self) : octant_assessment_get_backed (self);
  return self->shown_scorers[reading] != NULL ? self->shown_scorers[reading] : self->scorers[reading];
}

/**
 * octant_assessment_get_shown_n_carried:
 *
 * Answers carried over and not confirmed under a node that count for what is shown.
 */
guint
octant_assessment_get_shown_n_carried (OctantAssessment *self,
                                       guint             node)
{
  const OctantScore *official, *claimed;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), 0);

  if (self->shown_scorers[0] == NULL)
    return octant_assessment_get_n_carried (self, node);
  /* The two readings differ in nothing else. */
  official = octant_scorer_get_score (self->shown_scorers[OCTANT_READING_OFFICIAL], node);
  claimed = octant_scorer_get_score (self->shown_scorers[OCTANT_READING_CLAIMED], node);
  return claimed->answered + claimed->na_items - official->answered - official->na_items;
}
