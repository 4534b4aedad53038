/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-assessment.h"

#include "assessment/octant-assessment-private.h"

typedef enum
{
  SIGNAL_ITEM_CHANGED,
  SIGNAL_STRUCTURE_CHANGED,
  SIGNAL_SCORES_CHANGED,
  SIGNAL_INTERVIEWS_CHANGED,
  SIGNAL_EVIDENCE_CHANGED,
  SIGNAL_TARGETS_CHANGED,
  N_SIGNALS,
} OctantAssessmentSignal;

typedef OctantAssessmentRef ItemRef;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantAssessment, octant_assessment, G_TYPE_OBJECT)

G_DEFINE_QUARK (octant-assessment-error-quark, octant_assessment_error)

static void
octant_assessment_dispose (GObject *object)
{
  OctantAssessment *self = OCTANT_ASSESSMENT (object);

  /* The tree first: what it shows of the earlier assessment would be told to all who look at it, one by one. */
  g_clear_pointer (&self->tree, octant_tree_free);
  octant_assessment_set_previous (self, NULL);

  G_OBJECT_CLASS (octant_assessment_parent_class)->dispose (object);
}

static void
octant_assessment_finalize (GObject *object)
{
  OctantAssessment *self = OCTANT_ASSESSMENT (object);

  octant_assessment_clear_rows (self);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->interviews);
  g_ptr_array_unref (self->loose);
  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->evidence);
  g_array_unref (self->touched);
  g_array_unref (self->changed_nodes);
  g_array_unref (self->shown_nodes);
  octant_assessment_clear_shown (self);
  g_clear_pointer (&self->cycle, octant_record_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (octant_assessment_parent_class)->finalize (object);
}

static void
octant_assessment_class_init (OctantAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = octant_assessment_dispose;
  object_class->finalize = octant_assessment_finalize;

  signals[SIGNAL_ITEM_CHANGED] =
    g_signal_new ("item-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_STRUCTURE_CHANGED] =
    g_signal_new ("structure-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SCORES_CHANGED] =
    g_signal_new ("scores-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_INTERVIEWS_CHANGED] =
    g_signal_new ("interviews-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EVIDENCE_CHANGED] =
    g_signal_new ("evidence-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TARGETS_CHANGED] =
    g_signal_new ("targets-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_assessment_init (OctantAssessment *self)
{
  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  self->interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  self->loose = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  self->slots = g_hash_table_new (g_str_hash, g_str_equal);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) octant_assessment_evidence_free);
  self->touched = g_array_new (FALSE, FALSE, sizeof (ItemRef));
  self->shown_slot = G_MAXUINT;
  self->changed_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shown_nodes = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * octant_assessment_new:
 * @model: the model that the cycle was made with
 * @cycle: its row
 * @records: (element-type OctantRecord): rows of the cycle and evidence of its
 *   organisation, in any order; rows of other cycles are ignored
 *
 * Returns: (transfer full): the assessment with its scores computed
 */
OctantAssessment *
octant_assessment_new (OctantModel  *model,
                       OctantRecord *cycle,
                       GPtrArray    *records)
{
  OctantAssessment *self;

  g_return_val_if_fail (OCTANT_IS_MODEL (model), NULL);
  g_return_val_if_fail (cycle != NULL && octant_record_get_table (cycle) == OCTANT_TABLE_CYCLE, NULL);
  g_return_val_if_fail (records != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_ASSESSMENT, NULL);
  self->model = g_object_ref (model);
  self->cycle = octant_record_ref (cycle);
  octant_assessment_load (self, records);
  self->structure_changed = self->counts_changed = FALSE;
  return self;
}

static gboolean
changes_objects (OctantAssessment *self,
                 const OctantAct  *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      const OctantRecord *row = change->after != NULL ? change->after : change->before;

      if (octant_record_get_table (row) == OCTANT_TABLE_CYCLE_OBJECT && octant_assessment_owns (self, row))
        return TRUE;
    }
  return FALSE;
}

static void
apply_rows (OctantAssessment *self,
            const OctantAct  *act)
{
  const guint *changed;
  guint n_changed;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      OctantRecord *row = change->after != NULL ? change->after : change->before;

      if (octant_assessment_owns (self, row))
        octant_assessment_put_row (self, row, change->after != NULL);
    }
  octant_scorer_update (self->scorers[OCTANT_READING_CLAIMED], NULL, NULL);
  octant_scorer_update (self->scorers[OCTANT_READING_OFFICIAL], &changed, &n_changed);
  g_array_set_size (self->changed_nodes, 0);
  g_array_append_vals (self->changed_nodes, changed, n_changed);
  octant_assessment_update_shown (self);
  octant_assessment_update_backed (self);
}

/* After a change of the objects in scope; where more of the structure changed, every item may say something else. */
static void
refresh_objects (OctantAssessment *self,
                 const GArray     *touched)
{
  octant_tree_refresh_nodes (self->tree, NULL, 0);
  if (self->structure_changed)
    {
      octant_tree_refresh_items (self->tree);
      return;
    }
  for (guint i = 0; i < touched->len; i++)
    {
      ItemRef ref = g_array_index (touched, ItemRef, i);

      octant_tree_refresh_slot (self->tree, ref.requirement, ref.slot);
    }
  octant_tree_refresh_parents (self->tree);
}

/* Nodes above the touched items show counts that are not the scorer's (carried over, notes). */
static void
refresh_touched (OctantAssessment *self,
                 const GArray     *touched)
{
  const GArray *nodes = self->shown_scorers[0] != NULL ? self->shown_nodes : self->changed_nodes;

  for (guint i = 0; i < touched->len; i++)
    {
      ItemRef ref = g_array_index (touched, ItemRef, i);

      octant_tree_refresh_item (self->tree, ref.requirement, ref.slot);
      if (self->counts_changed)
        {
          const OctantRequirement *r = octant_model_get_requirement (self->model, ref.requirement);
          guint domain = octant_model_get_subdomain (self->model, r->subdomain)->domain;
          guint path[] = { octant_model_subdomain_node (self->model, r->subdomain),
                           octant_model_domain_node (self->model, domain),
                           OCTANT_NODE_OVERALL };

          octant_tree_refresh_nodes (self->tree, path, G_N_ELEMENTS (path));
        }
    }
  if (self->targets_changed)
    octant_tree_refresh_nodes (self->tree, NULL, 0);
  else if (nodes->len > 0)
    octant_tree_refresh_nodes (self->tree, (const guint *) (gpointer) nodes->data, nodes->len);
}

static void
refresh_tree (OctantAssessment *self,
              const GArray     *touched,
              gboolean          objects)
{
  if (self->tree == NULL)
    return;
  if (objects)
    refresh_objects (self, touched);
  else if (self->structure_changed)
    {
      octant_tree_refresh_nodes (self->tree, NULL, 0);
      octant_tree_refresh_items (self->tree);
    }
  else
    refresh_touched (self, touched);
}

/**
 * octant_assessment_apply:
 * @act: built by octant-acts.h, or what an undo or redo gave back
 *
 * Brings the rows of this cycle in @act into memory, and the scores up to date, then tells
 * who listens. The only writer of an assessment.
 */
void
octant_assessment_apply (OctantAssessment *self,
                         const OctantAct  *act)
{
  g_autoptr (OctantAssessment) keep = NULL;
  g_autoptr (GArray) touched = NULL;
  gboolean objects, structure, scores, interviews, evidence, targets;

  g_return_if_fail (OCTANT_IS_ASSESSMENT (self));
  g_return_if_fail (act != NULL);

  keep = g_object_ref (self); /* a handler may drop the last other reference */
  self->structure_changed = self->counts_changed = FALSE;
  self->interviews_changed = self->evidence_changed = self->targets_changed = FALSE;
  objects = changes_objects (self, act);
  if (objects)
    {
      octant_assessment_change_objects (self, act);
      if (self->tree != NULL)
        octant_tree_follow_objects (self->tree);
    }
  else
    apply_rows (self, act);

  /* Handlers may apply in turn: what this call has to tell is taken out first. */
  touched = g_steal_pointer (&self->touched);
  self->touched = g_array_new (FALSE, FALSE, sizeof (ItemRef));
  structure = objects || self->structure_changed;
  interviews = self->interviews_changed;
  evidence = self->evidence_changed;
  targets = self->targets_changed;
  scores = self->changed_nodes->len > 0 || self->shown_nodes->len > 0 || self->counts_changed;
  refresh_tree (self, touched, objects);

  for (guint i = 0; i < touched->len && !objects; i++)
    {
      ItemRef ref = g_array_index (touched, ItemRef, i);

      g_signal_emit (self, signals[SIGNAL_ITEM_CHANGED], 0, ref.requirement, ref.slot);
    }
  if (structure)
    g_signal_emit (self, signals[SIGNAL_STRUCTURE_CHANGED], 0);
  if (scores)
    g_signal_emit (self, signals[SIGNAL_SCORES_CHANGED], 0);
  if (interviews)
    g_signal_emit (self, signals[SIGNAL_INTERVIEWS_CHANGED], 0);
  if (evidence)
    g_signal_emit (self, signals[SIGNAL_EVIDENCE_CHANGED], 0);
  if (targets)
    g_signal_emit (self, signals[SIGNAL_TARGETS_CHANGED], 0);
}
