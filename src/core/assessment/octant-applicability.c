/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-applicability.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"
#include "model/octant-lineage.h"

void
octant_not_applicable_free (OctantNotApplicable *self)
{
  g_free (self->code);
  g_free (self->object_name);
  g_free (self->reason);
  g_free (self->approver);
  g_free (self->by);
  g_free (self->time);
  g_free (self);
}

static gboolean
has_gate (OctantModel *model,
          guint        node)
{
  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, s);

      if (subdomain->gate && subdomain->active &&
          (octant_model_subdomain_node (model, s) == node || octant_model_domain_node (model, subdomain->domain) == node))
        return TRUE;
    }
  return FALSE;
}

/**
 * octant_model_needs_gate_role:
 * @node: a domain or sub-domain
 */
gboolean
octant_model_needs_gate_role (OctantModel *model,
                              guint        node)
{
  const OctantModelTerm *roles;
  guint n;

  g_return_val_if_fail (OCTANT_IS_MODEL (model), FALSE);

  roles = octant_model_get_roles (model, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (roles[i].id, OCTANT_GATE_ROLE) == 0)
      return has_gate (model, node);
  return FALSE;
}

char *
octant_approver_with_gate_role (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_strconcat (name, " (" OCTANT_GATE_ROLE ")", NULL);
}

/**
 * octant_approver_get_name:
 * @stated: (out): TRUE when the approver was entered as holding the role
 *
 * Returns: (transfer full): the name without the role
 */
char *
octant_approver_get_name (const char *approver,
                          gboolean   *stated)
{
  const char *role = " (" OCTANT_GATE_ROLE ")";

  g_return_val_if_fail (approver != NULL && stated != NULL, NULL);

  *stated = g_str_has_suffix (approver, role);
  return g_strndup (approver, strlen (approver) - (*stated ? strlen (role) : 0));
}

static void
add_node (GPtrArray        *list,
          OctantAssessment *self,
          guint             node)
{
  const OctantRecord *row = self->tailoring[node];
  OctantNotApplicable *entry;

  if (row == NULL)
    return;
  entry = g_new0 (OctantNotApplicable, 1);
  entry->kind = OCTANT_NOT_APPLICABLE_NODE;
  entry->code = g_strdup (octant_model_get_node_code (self->model, node));
  entry->node = node;
  entry->gate = has_gate (self->model, node);
  entry->reason = g_strdup (octant_record_get (row, OCTANT_TAILORING_REASON));
  entry->approver = g_strdup (octant_record_get (row, OCTANT_TAILORING_APPROVER));
  entry->by = g_strdup (octant_record_get (row, OCTANT_TAILORING_DECIDED_BY));
  entry->time = g_strdup (octant_record_get (row, OCTANT_TAILORING_DECIDED_AT));
  g_ptr_array_add (list, entry);
}

static void
add_item (GPtrArray        *list,
          OctantAssessment *self,
          guint             requirement,
          guint             slot)
{
  const OctantRequirement *r = octant_model_get_requirement (self->model, requirement);
  OctantNotApplicable *entry;
  OctantAnswer answer;

  octant_assessment_get_answer (self, requirement, slot, &answer);
  if (answer.rating != OCTANT_RATING_NA)
    return;
  entry = g_new0 (OctantNotApplicable, 1);
  entry->kind = OCTANT_NOT_APPLICABLE_ITEM;
  entry->code = g_strdup (r->code);
  entry->node = octant_model_subdomain_node (self->model, r->subdomain);
  entry->requirement = requirement;
  entry->slot = slot;
  entry->gate = octant_model_get_subdomain (self->model, r->subdomain)->gate;
  entry->carried = answer.carried;
  entry->hidden = octant_assessment_is_out (self, entry->node);
  if (octant_assessment_get_object_id (self, requirement, slot)[0] != '\0')
    entry->object_name = g_strdup (octant_record_get (self->objects->pdata[slot], OCTANT_CYCLE_OBJECT_NAME));
  entry->reason = g_strdup (answer.na_reason);
  entry->approver = g_strdup (answer.na_approver);
  entry->by = g_strdup (answer.rated_by);
  entry->time = g_strdup (answer.rated_at);
  g_ptr_array_add (list, entry);
}

/**
 * octant_assessment_list_not_applicable:
 *
 * Returns: (transfer full) (element-type OctantNotApplicable): everything left out, with its reason
 */
GPtrArray *
octant_assessment_list_not_applicable (OctantAssessment *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_not_applicable_free);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);

  for (guint d = 0; d < octant_model_get_n_domains (self->model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (self->model, d);

      add_node (list, self, octant_model_domain_node (self->model, d));
      for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (self->model, s);

          add_node (list, self, octant_model_subdomain_node (self->model, s));
          for (guint r = subdomain->first_requirement;
               r < subdomain->first_requirement + subdomain->n_requirements; r++)
            for (guint slot = 0;
                 octant_assessment_counts (self, r) && slot < octant_assessment_get_item_slots (self, r); slot++)
              add_item (list, self, r, slot);
        }
    }
  return list;
}

gboolean
octant_assessment_is_node_out (OctantAssessment *self,
                               guint             node)
{
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self->model), FALSE);

  return octant_assessment_is_out (self, node);
}

static gboolean
same_text (const OctantText *a,
           const OctantText *b)
{
  return strcmp (a->zh, b->zh) == 0 && strcmp (a->en, b->en) == 0;
}

/**
 * octant_assessment_get_requirement_news:
 *
 * What the model says of a requirement that the earlier cycle's did not.
 */
OctantNews
octant_assessment_get_requirement_news (OctantAssessment *self,
                                        guint             requirement)
{
  const OctantRequirement *now, *then;
  OctantModel *earlier;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), OCTANT_NEWS_SAME);
  g_return_val_if_fail (requirement < octant_model_get_n_requirements (self->model), OCTANT_NEWS_SAME);

  if (self->previous == NULL)
    return OCTANT_NEWS_SAME;
  earlier = octant_assessment_get_model (self->previous);
  if (earlier == self->model)
    return OCTANT_NEWS_SAME;
  if (self->previous_requirements[requirement] == G_MAXUINT)
    return OCTANT_NEWS_NEW;
  now = octant_model_get_requirement (self->model, requirement);
  then = octant_model_get_requirement (earlier, self->previous_requirements[requirement]);
  if (now->active && !then->active)
    return OCTANT_NEWS_NEW;
  return now->rev == then->rev && now->level == then->level && now->scope == then->scope &&
         same_text (&now->text, &then->text) && same_text (&now->check, &then->check)
           ? OCTANT_NEWS_SAME : OCTANT_NEWS_CHANGED;
}

GStrv
octant_assessment_list_replaced (OctantAssessment *self,
                                 guint             requirement)
{
  g_autoptr (OctantLineage) lineage = NULL;
  g_auto (GStrv) codes = NULL;
  OctantModel *earlier;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (requirement < octant_model_get_n_requirements (self->model), NULL);

  if (octant_assessment_get_requirement_news (self, requirement) != OCTANT_NEWS_NEW)
    return NULL;
  earlier = octant_assessment_get_model (self->previous);
  lineage = octant_lineage_new (earlier, self->model);
  codes = octant_lineage_find (lineage, octant_model_get_requirement (self->model, requirement)->code, earlier);
  return codes[0] != NULL ? g_steal_pointer (&codes) : NULL;
}
