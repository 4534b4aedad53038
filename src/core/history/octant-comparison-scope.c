/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history/octant-comparison-private.h"

#include "assessment/octant-targets.h"

/* What two cycles look at and aim at: objects, tailoring and targets. */

static const char *const kind_names[] = {
  [OCTANT_OBJECT_ADDED] = "object-added",
  [OCTANT_OBJECT_REMOVED] = "object-removed",
  [OCTANT_OBJECT_CHANGED] = "object-changed",
};

/**
 * octant_object_change_kind_to_string:
 *
 * Returns: (transfer none): the stable word of files and command line
 */
const char *
octant_object_change_kind_to_string (OctantObjectChangeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), "");

  return kind_names[kind];
}

void
octant_object_change_free (OctantObjectChange *change)
{
  g_free (change->id);
  g_free (change->name_a);
  g_free (change->name_b);
  g_free (change);
}

void
octant_scope_change_free (OctantScopeChange *change)
{
  g_free (change->code);
  g_free (change->name.zh);
  g_free (change->name.en);
  g_free (change->reason);
  g_free (change->approver);
  g_free (change);
}

void
octant_target_change_free (OctantTargetChange *change)
{
  g_free (change->code);
  g_free (change->name.zh);
  g_free (change->name.en);
  g_free (change);
}

static void
take_object (const OctantRecord *object,
             char              **name,
             int                *level,
             int                *criticality)
{
  if (object == NULL)
    return;
  *name = g_strdup (octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME));
  *level = (int) octant_record_get_int (object, OCTANT_CYCLE_OBJECT_LEVEL);
  *criticality = (int) octant_record_get_int (object, OCTANT_CYCLE_OBJECT_CRITICALITY);
}

/* @a, @b: (nullable): the same object in either cycle */
static void
add_object (OctantComparison   *self,
            const OctantRecord *a,
            const OctantRecord *b)
{
  OctantObjectChange *change = g_new0 (OctantObjectChange, 1);

  change->id = g_strdup (octant_record_get (b != NULL ? b : a, OCTANT_CYCLE_OBJECT_OBJECT));
  change->kind = a == NULL ? OCTANT_OBJECT_ADDED : b == NULL ? OCTANT_OBJECT_REMOVED : OCTANT_OBJECT_CHANGED;
  take_object (a, &change->name_a, &change->level_a, &change->criticality_a);
  take_object (b, &change->name_b, &change->level_b, &change->criticality_b);
  if (change->kind == OCTANT_OBJECT_CHANGED && change->level_a == change->level_b &&
      change->criticality_a == change->criticality_b && g_strcmp0 (change->name_a, change->name_b) == 0)
    octant_object_change_free (change);
  else
    g_ptr_array_add (self->objects, change);
}

static OctantRecord *
find_object (OctantAssessment   *assessment,
             const OctantRecord *object)
{
  guint slot;

  return octant_assessment_find_object (assessment, octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT), &slot)
           ? octant_assessment_get_object (assessment, slot)
           : NULL;
}

void
octant_comparison_add_objects (OctantComparison *self,
                               OctantAssessment *a,
                               OctantAssessment *b)
{
  for (guint slot = 0; slot < octant_assessment_get_n_objects (b); slot++)
    {
      OctantRecord *object = octant_assessment_get_object (b, slot);

      add_object (self, find_object (a, object), object);
    }
  for (guint slot = 0; slot < octant_assessment_get_n_objects (a); slot++)
    {
      OctantRecord *object = octant_assessment_get_object (a, slot);

      if (find_object (b, object) == NULL)
        add_object (self, object, NULL);
    }
}

/* Of what only one model knows, the model decided, not the tailoring: that is left to the nodes. */
void
octant_comparison_add_scope (OctantComparison *self,
                             OctantAssessment *a,
                             OctantAssessment *b)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const OctantNodeChange *node = g_ptr_array_index (self->nodes, i);
      OctantScopeChange *change;
      OctantRecord *row_a, *row_b, *row;
      guint node_a, node_b;

      if (!node->known_a || !node->known_b || !octant_model_find_node (self->models[0], node->code, &node_a) ||
          !octant_model_find_node (self->models[1], node->code, &node_b))
        continue;
      row_a = octant_assessment_get_tailoring (a, node_a);
      row_b = octant_assessment_get_tailoring (b, node_b);
      if ((row_a == NULL) == (row_b == NULL))
        continue;
      row = row_b != NULL ? row_b : row_a;
      change = g_new0 (OctantScopeChange, 1);
      change->code = g_strdup (node->code);
      change->name.zh = g_strdup (node->name.zh);
      change->name.en = g_strdup (node->name.en);
      change->out = row_b != NULL;
      change->reason = g_strdup (octant_record_get (row, OCTANT_TAILORING_REASON));
      change->approver = g_strdup (octant_record_get (row, OCTANT_TAILORING_APPROVER));
      g_ptr_array_add (self->scope, change);
    }
}

static int
find_target (OctantModel      *model,
             OctantAssessment *assessment,
             const char       *code)
{
  guint node;

  return octant_model_find_node (model, code, &node) ? octant_assessment_get_own_target (assessment, node) : 0;
}

void
octant_comparison_add_targets (OctantComparison *self,
                               OctantAssessment *a,
                               OctantAssessment *b)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const OctantNodeChange *node = g_ptr_array_index (self->nodes, i);
      int target_a = find_target (self->models[0], a, node->code);
      int target_b = find_target (self->models[1], b, node->code);
      OctantTargetChange *change;

      if (target_a == target_b)
        continue;
      change = g_new0 (OctantTargetChange, 1);
      change->code = g_strdup (node->code);
      change->name.zh = g_strdup (node->name.zh);
      change->name.en = g_strdup (node->name.en);
      change->target_a = target_a;
      change->target_b = target_b;
      g_ptr_array_add (self->targets, change);
    }
}
