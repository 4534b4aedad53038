/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"

/*
 * What an assessment answers: reading only. How its rows get in stands in
 * octant-assessment.c.
 */

OctantAssessmentItem *
octant_assessment_get_item (OctantAssessment *self,
                            guint             requirement,
                            guint             slot)
{
  guint index = self->first_item[requirement] + slot;

  g_assert (index < self->first_item[requirement + 1]);
  return &self->items[index];
}

/**
 * octant_assessment_get_model:
 *
 * Returns: (transfer none)
 */
OctantModel *
octant_assessment_get_model (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return self->model;
}

/**
 * octant_assessment_get_cycle:
 *
 * Returns: (transfer none): the row of the cycle
 */
OctantRecord *
octant_assessment_get_cycle (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return self->cycle;
}

const char *
octant_assessment_get_id (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_ID);
}

const char *
octant_assessment_get_title (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_TITLE);
}

const char *
octant_assessment_get_as_of (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_AS_OF);
}

guint
octant_assessment_get_n_objects (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);

  return self->objects->len;
}

/**
 * octant_assessment_get_object:
 *
 * Returns: (transfer none): the cycle_object row of @slot
 */
OctantRecord *
octant_assessment_get_object (OctantAssessment *self,
                              guint             slot)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (slot < self->objects->len, NULL);

  return g_ptr_array_index (self->objects, slot);
}

/**
 * octant_assessment_find_object:
 * @slot: (out): its slot
 *
 * Returns: FALSE when the object is not in the scope of the cycle
 */
gboolean
octant_assessment_find_object (OctantAssessment *self,
                               const char       *object_id,
                               guint            *slot)
{
  guint found;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (object_id != NULL && slot != NULL, FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, object_id));
  if (found == 0)
    return FALSE;
  *slot = found - 1;
  return TRUE;
}

guint
octant_assessment_get_item_slots (OctantAssessment *self,
                                  guint             requirement)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (requirement < octant_model_get_n_requirements (self->model), 0);

  return self->first_item[requirement + 1] - self->first_item[requirement];
}

static gboolean
is_item (OctantAssessment *self,
         guint             requirement,
         guint             slot)
{
  return requirement < octant_model_get_n_requirements (self->model) &&
         slot < octant_assessment_get_item_slots (self, requirement);
}

/**
 * octant_assessment_get_answer:
 * @answer: (out caller-allocates): all empty when there is no answer; its texts are valid
 *   until the next change
 */
void
octant_assessment_get_answer (OctantAssessment *self,
                              guint             requirement,
                              guint             slot,
                              OctantAnswer     *answer)
{
  const OctantAssessmentItem *item;
  const OctantRecord *record;

  g_return_if_fail (OCTANT_IS_ASSESSMENT (self));
  g_return_if_fail (answer != NULL);
  memset (answer, 0, sizeof *answer);
  g_return_if_fail (is_item (self, requirement, slot));

  item = octant_assessment_get_item (self, requirement, slot);
  record = item->answer;
  answer->n_evidence = item->links != NULL ? item->links->len : 0;
  if (record == NULL)
    return;
  answer->rating = octant_answer_record_rating (record);
  answer->carried = octant_answer_record_carried (record);
  answer->note = octant_record_get (record, OCTANT_ANSWER_NOTE);
  answer->na_reason = octant_record_get (record, OCTANT_ANSWER_NA_REASON);
  answer->na_approver = octant_record_get (record, OCTANT_ANSWER_NA_APPROVER);
  answer->rated_by = octant_record_get (record, OCTANT_ANSWER_RATED_BY);
  answer->rated_at = octant_record_get (record, OCTANT_ANSWER_RATED_AT);
}

/**
 * octant_assessment_get_answer_record:
 *
 * Returns: (transfer none) (nullable): the stored row
 */
OctantRecord *
octant_assessment_get_answer_record (OctantAssessment *self,
                                     guint             requirement,
                                     guint             slot)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (is_item (self, requirement, slot), NULL);

  return octant_assessment_get_item (self, requirement, slot)->answer;
}

/**
 * octant_assessment_list_evidence:
 *
 * Returns: (transfer full) (element-type OctantRecord): evidence of the item, oldest link first
 */
GPtrArray *
octant_assessment_list_evidence (OctantAssessment *self,
                                 guint             requirement,
                                 guint             slot)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  const GPtrArray *links;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (is_item (self, requirement, slot), NULL);

  links = octant_assessment_get_item (self, requirement, slot)->links;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const char *id = octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE);
      OctantRecord *evidence = octant_assessment_get_evidence (self, id);

      if (evidence != NULL)
        g_ptr_array_add (list, octant_record_ref (evidence));
    }
  return g_steal_pointer (&list);
}

/**
 * octant_assessment_get_evidence:
 *
 * Returns: (transfer none) (nullable): evidence of the organisation by its id
 */
OctantRecord *
octant_assessment_get_evidence (OctantAssessment *self,
                                const char       *evidence_id)
{
  const OctantAssessmentEvidence *evidence;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (evidence_id != NULL, NULL);

  evidence = g_hash_table_lookup (self->evidence, evidence_id);
  return evidence != NULL ? evidence->record : NULL;
}

/**
 * octant_assessment_get_tailoring:
 *
 * Returns: (transfer none) (nullable): the row that takes @node itself out of scope
 */
OctantRecord *
octant_assessment_get_tailoring (OctantAssessment *self,
                                 guint             node)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), NULL);

  return self->tailoring[node];
}

static void
add_all (GPtrArray       *list,
         const GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (list, octant_record_ref (rows->pdata[i]));
}

/**
 * octant_assessment_list_records:
 *
 * The cycle itself first, then what refers to it: objects, tailoring, targets, answers, links,
 * interviews and what was said in them, in the order of the model. Evidence belongs to the organisation and is not
 * among them.
 *
 * Returns: (transfer full) (element-type OctantRecord)
 */
GPtrArray *
octant_assessment_list_records (OctantAssessment *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  guint n_items;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  g_ptr_array_add (list, octant_record_ref (self->cycle));
  add_all (list, self->objects);
  for (guint node = 0; node < octant_model_get_n_nodes (self->model); node++)
    if (self->tailoring[node] != NULL)
      g_ptr_array_add (list, octant_record_ref (self->tailoring[node]));
  for (guint node = 0; node < octant_model_get_n_nodes (self->model); node++)
    if (self->targets[node] != NULL)
      g_ptr_array_add (list, octant_record_ref (self->targets[node]));
  n_items = self->first_item[octant_model_get_n_requirements (self->model)];
  for (guint i = 0; i < n_items; i++)
    if (self->items[i].answer != NULL)
      g_ptr_array_add (list, octant_record_ref (self->items[i].answer));
  for (guint i = 0; i < n_items; i++)
    add_all (list, self->items[i].links);
  add_all (list, self->interviews);
  for (guint i = 0; i < n_items; i++)
    {
      add_all (list, self->items[i].said);
      if (self->items[i].settlement != NULL)
        g_ptr_array_add (list, octant_record_ref (self->items[i].settlement));
    }
  add_all (list, self->loose);
  return g_steal_pointer (&list);
}

/**
 * octant_assessment_get_scorer:
 *
 * Returns: (transfer none): up to date; replaced when the objects in scope change
 */
OctantScorer *
octant_assessment_get_scorer (OctantAssessment *self,
                              OctantReading     reading)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (reading <= OCTANT_READING_BACKED, NULL);

  return reading == OCTANT_READING_BACKED ? octant_assessment_get_backed (self) : self->scorers[reading];
}

/**
 * octant_assessment_new_object_scorer:
 *
 * Returns: (transfer full): the result of one object alone, with the institution's answers;
 *   a snapshot that does not follow later changes
 */
OctantScorer *
octant_assessment_new_object_scorer (OctantAssessment *self,
                                     guint             slot,
                                     OctantReading     reading)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (slot < self->objects->len, NULL);
  g_return_val_if_fail (reading <= OCTANT_READING_BACKED, NULL);

  return octant_scorer_new_profile (octant_assessment_get_scorer (self, reading), slot);
}

static guint
count_carried (OctantAssessment *self,
               guint             subdomain)
{
  return octant_assessment_is_out (self, octant_model_subdomain_node (self->model, subdomain))
           ? 0 : self->n_carried[subdomain];
}

/* Answers carried over and not confirmed under a node; what is out of scope waits for nobody. */
guint
octant_assessment_get_n_carried (OctantAssessment *self,
                                 guint             node)
{
  guint first, n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), 0);

  first = octant_model_subdomain_node (self->model, 0);
  if (node >= first)
    return count_carried (self, node - first);
  for (guint i = 0; i < octant_model_get_n_subdomains (self->model); i++)
    if (node == OCTANT_NODE_OVERALL ||
        octant_model_domain_node (self->model, octant_model_get_subdomain (self->model, i)->domain) == node)
      n += count_carried (self, i);
  return n;
}

/**
 * octant_assessment_list_score_rows:
 * @nodes: (nullable) (array length=n_nodes): NULL for all
 *
 * Returns: (transfer full) (element-type OctantScoreRow): official results for the score cache
 */
GPtrArray *
octant_assessment_list_score_rows (OctantAssessment *self,
                                   const guint      *nodes,
                                   guint             n_nodes)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  if (nodes == NULL)
    n_nodes = octant_model_get_n_nodes (self->model);
  for (guint i = 0; i < n_nodes; i++)
    {
      guint node = nodes != NULL ? nodes[i] : i;
      const OctantScore *score = octant_scorer_get_score (self->scorers[OCTANT_READING_OFFICIAL], node);
      OctantScoreRow *row = g_new0 (OctantScoreRow, 1);

      row->code = g_strdup (octant_model_get_node_code (self->model, node));
      row->applicable = score->applicable;
      row->s = octant_rational_to_string (&score->s);
      row->s_hi = octant_rational_to_string (&score->s_hi);
      row->l = score->l;
      row->l_hi = score->l_hi;
      row->answered = score->answered;
      row->applicable_items = score->applicable_items;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

/**
 * octant_assessment_get_changed_nodes:
 *
 * Returns: (transfer none) (array length=n): valid until the next apply
 */
const guint *
octant_assessment_get_changed_nodes (OctantAssessment *self,
                                     guint            *n)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->changed_nodes->len;
  return (const guint *) (gpointer) self->changed_nodes->data;
}

static void
previous_item_changed_cb (OctantAssessment *previous,
                          guint             requirement,
                          guint             slot,
                          OctantAssessment *self)
{
  const char *code = octant_model_get_requirement (previous->model, requirement)->code;
  guint own;

  if (self->tree != NULL && octant_model_find_requirement (self->model, code, &own))
    for (guint i = 0; i < octant_assessment_get_item_slots (self, own); i++)
      octant_tree_refresh_item (self->tree, own, i);
}

/**
 * octant_assessment_set_previous:
 * @previous: (nullable): the earlier cycle to show beside this one, of any model version
 */
void
octant_assessment_set_previous (OctantAssessment *self,
                                OctantAssessment *previous)
{
  guint n_requirements;

  g_return_if_fail (OCTANT_IS_ASSESSMENT (self));
  g_return_if_fail (previous == NULL || OCTANT_IS_ASSESSMENT (previous));
  g_return_if_fail (previous != self);

  if (self->previous == previous)
    return;
  if (self->previous != NULL)
    g_clear_signal_handler (&self->previous_handler, self->previous);
  g_clear_pointer (&self->previous_requirements, g_free);
  g_set_object (&self->previous, previous);
  if (previous != NULL)
    {
      n_requirements = octant_model_get_n_requirements (self->model);
      self->previous_requirements = g_new (guint, n_requirements);
      for (guint r = 0; r < n_requirements; r++)
        if (!octant_model_find_requirement (previous->model,
                                            octant_model_get_requirement (self->model, r)->code,
                                            &self->previous_requirements[r]))
          self->previous_requirements[r] = G_MAXUINT;
      self->previous_handler = g_signal_connect_object (previous, "item-changed",
                                                        G_CALLBACK (previous_item_changed_cb), self, 0);
    }
  if (self->tree != NULL)
    octant_tree_refresh_items (self->tree);
}

/**
 * octant_assessment_get_previous:
 *
 * Returns: (transfer none) (nullable)
 */
OctantAssessment *
octant_assessment_get_previous (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return self->previous;
}

/**
 * octant_assessment_find_previous_item:
 * @previous_requirement: (out): the same code in the earlier cycle
 * @previous_slot: (out): the same object there, or the institution when there were no objects
 *
 * Returns: FALSE when the earlier cycle has no such item, or there is none
 */
gboolean
octant_assessment_find_previous_item (OctantAssessment *self,
                                      guint             requirement,
                                      guint             slot,
                                      guint            *previous_requirement,
                                      guint            *previous_slot)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (previous_requirement != NULL && previous_slot != NULL, FALSE);
  g_return_val_if_fail (is_item (self, requirement, slot), FALSE);

  return self->previous != NULL && self->previous_requirements[requirement] != G_MAXUINT &&
         octant_assessment_find_item (self->previous,
                                      octant_model_get_requirement (self->model, requirement)->code,
                                      self->previous->objects->len > 0
                                        ? octant_assessment_get_object_id (self, requirement, slot) : "",
                                      previous_requirement, previous_slot);
}

/**
 * octant_assessment_get_previous_answer:
 * @answer: (out caller-allocates): valid until the next change of the earlier cycle
 *
 * The earlier answer to the same code and the same object.
 *
 * Returns: FALSE when there was no rating
 */
gboolean
octant_assessment_get_previous_answer (OctantAssessment *self,
                                       guint             requirement,
                                       guint             slot,
                                       OctantAnswer     *answer)
{
  guint own, other;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);
  memset (answer, 0, sizeof *answer);

  if (!octant_assessment_find_previous_item (self, requirement, slot, &own, &other))
    return FALSE;
  octant_assessment_get_answer (self->previous, own, other, answer);
  return answer->rating != OCTANT_RATING_UNANSWERED;
}

OctantTree *
octant_assessment_get_tree (OctantAssessment *self)
{
  if (self->tree == NULL)
    self->tree = octant_tree_new (self);
  return self->tree;
}

/**
 * octant_assessment_get_node:
 *
 * Returns: (transfer none): the observable object of a node
 */
OctantNode *
octant_assessment_get_node (OctantAssessment *assessment,
                            guint             node)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (assessment->model), NULL);

  return octant_tree_get_node (octant_assessment_get_tree (assessment), node);
}

/**
 * octant_assessment_get_domains:
 *
 * Returns: (transfer none): a list of OctantNode, the domains in the order of the model
 */
GListModel *
octant_assessment_get_domains (OctantAssessment *self)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  return octant_node_get_children (octant_assessment_get_node (self, OCTANT_NODE_OVERALL));
}
