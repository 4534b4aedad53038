/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-targets.h"

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-check-private.h"

/* The whole is stored with an empty code, so that no model can name a domain like it. */
static const char *
stored_code (OctantModel *model,
             guint        node)
{
  return node == OCTANT_NODE_OVERALL ? "" : octant_model_get_node_code (model, node);
}

gboolean
octant_assessment_find_target_node (OctantAssessment *self,
                                    const char       *code,
                                    guint            *node)
{
  if (code[0] == '\0')
    {
      *node = OCTANT_NODE_OVERALL;
      return TRUE;
    }
  return octant_model_find_node (self->model, code, node) && *node != OCTANT_NODE_OVERALL;
}

/**
 * octant_assessment_get_own_target:
 *
 * Returns: the level set for @node itself, 0 for none
 */
int
octant_assessment_get_own_target (OctantAssessment *self,
                                  guint             node)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), 0);

  return self->targets[node] != NULL ? (int) octant_record_get_int (self->targets[node], OCTANT_TARGET_LEVEL) : 0;
}

/**
 * octant_assessment_get_target:
 *
 * Returns: the level that holds for @node: its own, else its domain's, else the whole's; 0
 *   for none
 */
int
octant_assessment_get_target (OctantAssessment *self,
                              guint             node)
{
  guint first;
  int target;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), 0);

  first = octant_model_subdomain_node (self->model, 0);
  target = octant_assessment_get_own_target (self, node);
  if (target == 0 && node >= first)
    target = octant_assessment_get_own_target (self,
                                               octant_model_domain_node (self->model,
                                                                         octant_model_get_subdomain (self->model, node - first)->domain));
  return target != 0 ? target : octant_assessment_get_own_target (self, OCTANT_NODE_OVERALL);
}

static gboolean
check_target (OctantAssessment   *assessment,
              const OctantTarget *target,
              GError            **error)
{
  OctantModel *model = assessment->model;
  guint first = octant_model_subdomain_node (model, 0);
  int n_levels = (int) octant_model_get_n_levels (model);

  if (target->node >= octant_model_get_n_nodes (model))
    return octant_refuse (error, "The model of this assessment has no such domain; choose one of its codes.");
  if (target->level < 0 || target->level > n_levels)
    return octant_refuse (error, "A target is a level from 1 to %d; choose one of them, or none.", n_levels);
  if (target->level == 0)
    return TRUE;
  if (target->node >= first && !octant_model_get_subdomain (model, target->node - first)->active)
    return octant_refuse (error, "%s is retired in this model; set the target of what supersedes it.",
                          octant_model_get_node_code (model, target->node));
  if (octant_assessment_is_out (assessment, target->node))
    return octant_refuse (error, "%s is out of the scope of this assessment; take it back into scope before setting its target.",
                          octant_model_get_node_code (model, target->node));
  return TRUE;
}

static OctantRecord *
new_target (OctantAssessment   *assessment,
            const OctantTarget *target)
{
  char level[16];
  const char *values[] = {
    octant_assessment_get_id (assessment),
    stored_code (assessment->model, target->node),
    level,
  };

  if (target->level == 0)
    return NULL;
  g_snprintf (level, sizeof level, "%d", target->level);
  return octant_record_new (OCTANT_TABLE_TARGET, values);
}

/**
 * octant_act_set_targets:
 * @targets: (array length=n_targets): each node once
 *
 * Sets and takes away the targets of several nodes as one act. A node that is out of scope
 * or retired gets none, but one that it has can be taken away.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_set_targets (OctantAssessment   *assessment,
                        const OctantTarget *targets,
                        gsize               n_targets,
                        const OctantBy     *by,
                        GError            **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (targets != NULL || n_targets == 0, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  for (gsize i = 0; i < n_targets; i++)
    {
      if (!check_target (assessment, &targets[i], error))
        return NULL;
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (targets[i].node)))
        {
          octant_refuse (error, "The target of %s is set twice; keep one of them.",
                         octant_model_get_node_code (assessment->model, targets[i].node));
          return NULL;
        }
    }
  act = octant_act_new ("target",
                        octant_model_get_node_code (assessment->model, n_targets == 1 ? targets[0].node : OCTANT_NODE_OVERALL),
                        octant_assessment_get_id (assessment), by->actor, by->time);
  for (gsize i = 0; i < n_targets; i++)
    {
      OctantRecord *before = assessment->targets[targets[i].node];

      octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL,
                             new_target (assessment, &targets[i]));
    }
  return g_steal_pointer (&act);
}
