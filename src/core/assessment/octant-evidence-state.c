/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-evidence-state.h"

#include <string.h>

#include "assessment/octant-acts-private.h"
#include "assessment/octant-assessment-private.h"
#include "assessment/octant-check-private.h"
#include "base/octant-time.h"

/**
 * octant_evidence_state:
 * @model: whose freshness bands apply
 * @evidence: a row of evidence
 * @as_of: the date of the assessment
 */
OctantEvidenceState
octant_evidence_state (OctantModel        *model,
                       const OctantRecord *evidence,
                       const char         *as_of)
{
  const OctantModelScoring *scoring;
  const char *collected, *until;
  int age;

  g_return_val_if_fail (OCTANT_IS_MODEL (model), OCTANT_EVIDENCE_UNDATED);
  g_return_val_if_fail (evidence != NULL && as_of != NULL, OCTANT_EVIDENCE_UNDATED);

  scoring = octant_model_get_scoring (model);
  collected = octant_record_get (evidence, OCTANT_EVIDENCE_COLLECTED_ON);
  until = octant_record_get (evidence, OCTANT_EVIDENCE_VALID_UNTIL);
  if (!octant_date_is_valid (as_of) || !octant_date_is_valid (collected))
    return OCTANT_EVIDENCE_UNDATED;
  if (octant_date_is_valid (until) && strcmp (as_of, until) > 0)
    return OCTANT_EVIDENCE_EXPIRED;
  age = octant_date_months_between (collected, as_of);
  if (age < 0)
    return OCTANT_EVIDENCE_LATER;
  for (guint i = 0; i < scoring->n_freshness; i++)
    if (age <= scoring->freshness[i].months)
      {
        const OctantFraction *factor = &scoring->freshness[i].factor;

        return factor->num == factor->den ? OCTANT_EVIDENCE_FRESH
               : factor->num > 0          ? OCTANT_EVIDENCE_AGEING
                                          : OCTANT_EVIDENCE_STALE;
      }
  return OCTANT_EVIDENCE_STALE;
}

const char *
octant_evidence_state_to_string (OctantEvidenceState state)
{
  static const char *const words[] = { "fresh", "ageing", "stale", "undated", "expired", "later" };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), NULL);

  return words[state];
}

gboolean
octant_evidence_state_counts (OctantEvidenceState state)
{
  return state == OCTANT_EVIDENCE_FRESH || state == OCTANT_EVIDENCE_AGEING;
}

static int
compare_added (gconstpointer a,
               gconstpointer b)
{
  const OctantRecord *x = *(const OctantRecord *const *) a;
  const OctantRecord *y = *(const OctantRecord *const *) b;
  int order = strcmp (octant_record_get (x, OCTANT_EVIDENCE_ADDED_AT), octant_record_get (y, OCTANT_EVIDENCE_ADDED_AT));

  return order != 0 ? order : strcmp (octant_record_get (x, OCTANT_EVIDENCE_ID), octant_record_get (y, OCTANT_EVIDENCE_ID));
}

/**
 * octant_assessment_list_library:
 *
 * Returns: (transfer full) (element-type OctantRecord): all evidence of the institution, also
 *   what this cycle does not use
 */
GPtrArray *
octant_assessment_list_library (OctantAssessment *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);

  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((OctantAssessmentEvidence *) value)->record != NULL)
      g_ptr_array_add (list, octant_record_ref (((OctantAssessmentEvidence *) value)->record));
  g_ptr_array_sort (list, compare_added);
  return list;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const OctantItemRef *x = a, *y = b;

  if (x->requirement != y->requirement)
    return x->requirement < y->requirement ? -1 : 1;
  return x->slot < y->slot ? -1 : x->slot > y->slot;
}

/**
 * octant_assessment_list_evidence_items:
 *
 * Returns: (transfer full) (element-type OctantItemRef): the items of this cycle that it serves
 */
GArray *
octant_assessment_list_evidence_items (OctantAssessment *self,
                                       const char       *evidence_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  const OctantAssessmentEvidence *evidence;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), list);
  g_return_val_if_fail (evidence_id != NULL, list);

  evidence = g_hash_table_lookup (self->evidence, evidence_id);
  for (guint i = 0; evidence != NULL && i < evidence->items->len; i++)
    {
      OctantAssessmentRef ref = g_array_index (evidence->items, OctantAssessmentRef, i);
      OctantItemRef item = { ref.requirement, ref.slot };

      g_array_append_val (list, item);
    }
  g_array_sort (list, compare_items);
  return list;
}

guint
octant_assessment_count_outdated (OctantAssessment *self,
                                  OctantItemRef     item)
{
  const GPtrArray *links;
  guint n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);
  g_return_val_if_fail (item.requirement < octant_model_get_n_requirements (self->model), 0);
  g_return_val_if_fail (item.slot < octant_assessment_get_item_slots (self, item.requirement), 0);

  links = octant_assessment_get_item (self, item.requirement, item.slot)->links;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const OctantAssessmentEvidence *evidence =
        octant_assessment_judge_evidence (self, octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE));

      if (evidence != NULL && !octant_evidence_state_counts (evidence->state))
        n++;
    }
  return n;
}

guint
octant_assessment_count_used_outdated (OctantAssessment *self)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), 0);

  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const OctantAssessmentEvidence *evidence = value;

      if (evidence->record != NULL && evidence->items->len > 0 &&
          !octant_evidence_state_counts (octant_evidence_state (self->model, evidence->record,
                                                                octant_assessment_get_as_of (self))))
        n++;
    }
  return n;
}

/* A text that NULL keeps and "" removes. */
static gboolean
check_kept (const char *what,
            const char *text,
            const char *old,
            char      **out,
            GError    **error)
{
  if (text != NULL)
    return octant_check_text (what, text, OCTANT_MAX_NAME, out, error);
  *out = g_strdup (old);
  return TRUE;
}

static gboolean
check_kept_date (const char *what,
                 const char *date,
                 const char *old,
                 char      **out,
                 GError    **error)
{
  if (date != NULL && date[0] != '\0' && !octant_check_date (what, date, error))
    return FALSE;
  *out = date == NULL ? g_strdup (old) : date[0] != '\0' ? g_strdup (date) : NULL;
  return TRUE;
}

/**
 * octant_act_edit_evidence:
 * @title: (nullable): NULL keeps it
 * @source: (nullable): NULL keeps it, "" removes it
 * @collected_on: (nullable): the same
 * @valid_until: (nullable): the same
 * @strength: 0…3, -1 keeps it
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_edit_evidence (OctantRecord   *evidence,
                          const char     *title,
                          const char     *source,
                          const char     *collected_on,
                          const char     *valid_until,
                          int             strength,
                          const OctantBy *by,
                          GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *new_title = NULL;
  g_autofree char *new_source = NULL;
  g_autofree char *collected = NULL;
  g_autofree char *until = NULL;
  char strength_text[16];

  g_return_val_if_fail (evidence != NULL && octant_record_get_table (evidence) == OCTANT_TABLE_EVIDENCE, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  new_title = octant_check_name ("The title of the evidence",
                                 title != NULL ? title : octant_record_get (evidence, OCTANT_EVIDENCE_TITLE), error);
  if (new_title == NULL ||
      !check_kept ("The source of the evidence", source, octant_record_get (evidence, OCTANT_EVIDENCE_SOURCE),
                   &new_source, error) ||
      !check_kept_date ("The date of collection", collected_on,
                        octant_record_get (evidence, OCTANT_EVIDENCE_COLLECTED_ON), &collected, error) ||
      !check_kept_date ("The end of validity", valid_until,
                        octant_record_get (evidence, OCTANT_EVIDENCE_VALID_UNTIL), &until, error))
    return NULL;
  if (strength < -1 || strength > 3)
    {
      octant_refuse (error, "The strength of evidence is a number from 0 to 3; choose one of them.");
      return NULL;
    }
  if (collected != NULL && until != NULL && strcmp (until, collected) < 0)
    {
      octant_refuse (error, "The evidence would be valid only until before it was collected; mend one of the dates.");
      return NULL;
    }

  g_snprintf (strength_text, sizeof strength_text, "%d",
              strength >= 0 ? strength : (int) octant_record_get_int (evidence, OCTANT_EVIDENCE_STRENGTH));
  act = octant_act_new ("edit-evidence", octant_record_get (evidence, OCTANT_EVIDENCE_ID), NULL, by->actor, by->time);
  octant_act_add_change (act, octant_record_ref (evidence),
                         octant_record_with (evidence,
                                             OCTANT_EVIDENCE_TITLE, new_title,
                                             OCTANT_EVIDENCE_SOURCE, new_source,
                                             OCTANT_EVIDENCE_COLLECTED_ON, collected,
                                             OCTANT_EVIDENCE_VALID_UNTIL, until,
                                             OCTANT_EVIDENCE_STRENGTH, strength_text,
                                             G_MAXUINT));
  return g_steal_pointer (&act);
}

/**
 * octant_act_delete_evidence:
 * @links: (element-type OctantRecord): its links in all cycles, from the store
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_delete_evidence (OctantRecord   *evidence,
                            GPtrArray      *links,
                            const OctantBy *by,
                            GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  const char *id;

  g_return_val_if_fail (evidence != NULL && octant_record_get_table (evidence) == OCTANT_TABLE_EVIDENCE, NULL);
  g_return_val_if_fail (links != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  id = octant_record_get (evidence, OCTANT_EVIDENCE_ID);
  act = octant_act_new ("delete-evidence", id, NULL, by->actor, by->time);
  for (guint i = 0; i < links->len; i++)
    if (strcmp (octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE), id) == 0)
      octant_act_add_change (act, octant_record_ref (links->pdata[i]), NULL);
  octant_act_add_change (act, octant_record_ref (evidence), NULL);
  return g_steal_pointer (&act);
}

/**
 * octant_act_link_evidence:
 * @items: (array length=n_items)
 * @evidence_ids: (array zero-terminated=1)
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_link_evidence (OctantAssessment    *assessment,
                          const OctantItemRef *items,
                          gsize                n_items,
                          const char *const   *evidence_ids,
                          const OctantBy      *by,
                          GError             **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (octant_record_hash_key, (GEqualFunc) octant_record_same_key,
                                                       (GDestroyNotify) octant_record_unref, NULL);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (evidence_ids != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  for (gsize i = 0; i < n_items; i++)
    if (!octant_acts_check_item (assessment, items[i], error))
      return NULL;
  act = octant_act_new ("attach", n_items > 0 ? octant_acts_common_subject (assessment, items, n_items) : "overall",
                        octant_assessment_get_id (assessment), by->actor, by->time);
  for (gsize i = 0; i < n_items; i++)
    for (guint k = 0; evidence_ids[k] != NULL; k++)
      {
        const OctantRequirement *r =
          octant_model_get_requirement (octant_assessment_get_model (assessment), items[i].requirement);
        const char *values[] = {
          octant_assessment_get_id (assessment),
          r->code,
          octant_assessment_get_object_id (assessment, items[i].requirement, items[i].slot),
          evidence_ids[k],
          by->time,
        };
        g_autoptr (OctantRecord) link = octant_record_new (OCTANT_TABLE_EVIDENCE_LINK, values);

        if (octant_assessment_get_evidence (assessment, evidence_ids[k]) == NULL)
          {
            octant_refuse (error, "This evidence is not in the library of the institution; add the file instead.");
            return NULL;
          }
        if (octant_acts_find_link (assessment, items[i], evidence_ids[k]) == NULL &&
            g_hash_table_add (seen, octant_record_ref (link)))
          octant_act_add_change (act, NULL, g_steal_pointer (&link));
      }
  return g_steal_pointer (&act);
}
