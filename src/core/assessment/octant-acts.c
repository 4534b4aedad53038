/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts.h"

#include <string.h>

#include "assessment/octant-acts-private.h"
#include "assessment/octant-applicability.h"
#include "assessment/octant-assessment-private.h"
#include "assessment/octant-check-private.h"
#include "base/octant-time.h"

static OctantAct *
new_act (OctantAssessment *assessment,
         const char       *kind,
         const char       *subject,
         const OctantBy   *by)
{
  return octant_act_new (kind, subject, octant_assessment_get_id (assessment), by->actor, by->time);
}

static const OctantRequirement *
item_requirement (OctantAssessment *assessment,
                  OctantItemRef     item)
{
  return octant_model_get_requirement (octant_assessment_get_model (assessment), item.requirement);
}

gboolean
octant_acts_check_item (OctantAssessment *assessment,
                        OctantItemRef     item,
                        GError          **error)
{
  if (item.requirement >= octant_model_get_n_requirements (octant_assessment_get_model (assessment)))
    return octant_refuse (error, "The model of this assessment has no such requirement; choose one of its codes.");
  if (!octant_assessment_counts (assessment, item.requirement))
    return octant_refuse (error, "%s is retired in this model and is not rated; rate what supersedes it.",
                          item_requirement (assessment, item)->code);
  if (item.slot >= octant_assessment_get_item_slots (assessment, item.requirement))
    return octant_refuse (error, "%s is not rated for such an object; choose an object in the scope of this assessment.",
                          item_requirement (assessment, item)->code);
  return TRUE;
}

/* A rating where nothing counts would only look like work done. */
gboolean
octant_acts_check_in_scope (OctantAssessment *assessment,
                            OctantItemRef     item,
                            GError          **error)
{
  const OctantRequirement *r = item_requirement (assessment, item);
  OctantModel *model = octant_assessment_get_model (assessment);

  if (octant_assessment_is_out (assessment, octant_model_subdomain_node (model, r->subdomain)))
    return octant_refuse (error, "%s is out of the scope of this assessment; take %s back into scope before rating it.",
                          r->code, octant_model_get_subdomain (model, r->subdomain)->code);
  return TRUE;
}

OctantRecord *
octant_acts_new_answer (OctantAssessment *assessment,
                        OctantItemRef     item)
{
  const char *values[] = {
    octant_assessment_get_id (assessment),
    item_requirement (assessment, item)->code,
    octant_assessment_get_object_id (assessment, item.requirement, item.slot),
    "",
    NULL,
    NULL,
    NULL,
    "confirmed",
    NULL,
    NULL,
  };

  return octant_record_new (OCTANT_TABLE_ANSWER, values);
}

/* Adds the change of the item's row to @after, which is dropped when it says nothing at all. */
void
octant_acts_add_answer (OctantAct        *act,
                        OctantAssessment *assessment,
                        OctantItemRef     item,
                        OctantRecord     *after)
{
  OctantRecord *before = octant_assessment_get_answer_record (assessment, item.requirement, item.slot);

  if (octant_record_get (after, OCTANT_ANSWER_RATING)[0] == '\0' &&
      octant_record_get (after, OCTANT_ANSWER_NOTE) == NULL)
    g_clear_pointer (&after, octant_record_unref);
  octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL, after);
}

static void
add_note (OctantAct        *act,
          OctantAssessment *assessment,
          OctantItemRef     item,
          const char       *note)
{
  OctantRecord *before = octant_assessment_get_answer_record (assessment, item.requirement, item.slot);
  g_autoptr (OctantRecord) base = before != NULL ? octant_record_ref (before) : octant_acts_new_answer (assessment, item);

  octant_acts_add_answer (act, assessment, item, octant_record_with (base, OCTANT_ANSWER_NOTE, note, G_MAXUINT));
}

/* TRUE when @answer already says what is asked: then who rated it when stays as it is. */
static gboolean
is_same_answer (const OctantRecord *answer,
                const char         *rating,
                const char         *note,
                const char         *reason,
                const char         *approver)
{
  return answer != NULL &&
         !octant_answer_record_carried (answer) &&
         strcmp (octant_record_get (answer, OCTANT_ANSWER_RATING), rating) == 0 &&
         g_strcmp0 (octant_record_get (answer, OCTANT_ANSWER_NOTE), note) == 0 &&
         g_strcmp0 (octant_record_get (answer, OCTANT_ANSWER_NA_REASON), reason) == 0 &&
         g_strcmp0 (octant_record_get (answer, OCTANT_ANSWER_NA_APPROVER), approver) == 0;
}

/* What NA needs, from the row asked for or from the stored answer. */
static gboolean
check_na (OctantAssessment    *assessment,
          const OctantRateRow *row,
          const OctantRecord  *before,
          const OctantBy      *by,
          char               **reason,
          char               **approver,
          GError             **error)
{
  const OctantRequirement *r = item_requirement (assessment, row->item);
  g_autofree char *what = NULL;
  const char *kept_reason = row->reason;
  const char *kept_approver = row->approver;

  if (!r->na_allowed)
    return octant_refuse (error, "%s may not be rated NA: the model demands it of everybody; "
                                 "rate it N, P, L or F, or take its sub-domain out of scope.",
                          r->code);
  if (kept_reason == NULL && before != NULL)
    kept_reason = octant_record_get (before, OCTANT_ANSWER_NA_REASON);
  if (kept_approver == NULL && before != NULL)
    kept_approver = octant_record_get (before, OCTANT_ANSWER_NA_APPROVER);
  what = g_strdup_printf ("NA for %s", r->code);
  return octant_check_approval (what, kept_reason, kept_approver, by->actor, reason, approver, error);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

static gboolean
add_rating (OctantAct           *act,
            OctantAssessment    *assessment,
            const OctantRateRow *row,
            const OctantBy      *by,
            GError             **error)
{
  g_autofree char *note = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *approver = NULL;
  g_autoptr (OctantRecord) base = NULL;
  const char *rating = octant_rating_to_string (row->rating);
  OctantRecord *before;
  gboolean rated = row->rating != OCTANT_RATING_UNANSWERED;

  if (!octant_acts_check_item (assessment, row->item, error))
    return FALSE;
  before = octant_assessment_get_answer_record (assessment, row->item.requirement, row->item.slot);
  if (row->note == NULL)
    note = before != NULL ? g_strdup (octant_record_get (before, OCTANT_ANSWER_NOTE)) : NULL;
  else if (!octant_check_text ("The note", row->note, OCTANT_MAX_NOTE, &note, error))
    return FALSE;

  if (row->keep_rating)
    {
      add_note (act, assessment, row->item, note);
      return TRUE;
    }
  if (row->rating == OCTANT_RATING_NA)
    {
      if (!check_na (assessment, row, before, by, &reason, &approver, error))
        return FALSE;
    }
  else if (is_given (row->reason) || is_given (row->approver))
    return octant_refuse (error, "Reason and approver of %s belong to NA alone; leave them out for another rating.",
                          item_requirement (assessment, row->item)->code);

  if (is_same_answer (before, rating, note, reason, approver))
    {
      octant_acts_settle (act, assessment, row->item, rated, by);
      return TRUE;
    }
  if ((rated || before != NULL) && !octant_acts_check_in_scope (assessment, row->item, error))
    return FALSE;
  octant_acts_settle (act, assessment, row->item, rated, by);
  base = before != NULL ? octant_record_ref (before) : octant_acts_new_answer (assessment, row->item);
  octant_acts_add_answer (act, assessment, row->item,
                          octant_record_with (base,
                                              OCTANT_ANSWER_RATING, rating,
                                              OCTANT_ANSWER_NOTE, note,
                                              OCTANT_ANSWER_NA_REASON, reason,
                                              OCTANT_ANSWER_NA_APPROVER, approver,
                                              OCTANT_ANSWER_STATE, "confirmed",
                                              OCTANT_ANSWER_RATED_BY, rated ? by->actor : NULL,
                                              OCTANT_ANSWER_RATED_AT, rated ? by->time : NULL,
                                              G_MAXUINT));
  return TRUE;
}

/**
 * octant_act_rate:
 * @note: (nullable): NULL keeps the note, "" removes it
 * @reason: (nullable): why NA, kept when NULL
 * @approver: (nullable): who approved NA, kept when NULL
 *
 * Rates one item, or takes its rating back. Rating a carried-over answer, also the same as
 * it was, confirms it. What is out of scope cannot be rated: its answers stay, but do not
 * count.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_rate (OctantAssessment *assessment,
                 OctantItemRef     item,
                 OctantRating      rating,
                 const char       *note,
                 const char       *reason,
                 const char       *approver,
                 const OctantBy   *by,
                 GError          **error)
{
  const OctantRateRow row = { item, rating, note, reason, approver, FALSE };
  g_autoptr (OctantAct) act = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (rating <= OCTANT_RATING_NA, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error) || !octant_acts_check_item (assessment, item, error))
    return NULL;
  act = new_act (assessment, "rate", item_requirement (assessment, item)->code, by);
  if (!add_rating (act, assessment, &row, by, error))
    return NULL;
  return g_steal_pointer (&act);
}

/**
 * octant_act_note:
 * @note: (nullable): the new note; NULL or "" removes it
 *
 * Notes may be written anywhere, also where nothing is rated or what is out of scope.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_note (OctantAssessment *assessment,
                 OctantItemRef     item,
                 const char       *note,
                 const OctantBy   *by,
                 GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error) ||
      !octant_acts_check_item (assessment, item, error) ||
      !octant_check_text ("The note", note, OCTANT_MAX_NOTE, &text, error))
    return NULL;
  act = new_act (assessment, "note", item_requirement (assessment, item)->code, by);
  add_note (act, assessment, item, text);
  return g_steal_pointer (&act);
}

static gboolean
add_confirmation (OctantAct        *act,
                  OctantAssessment *assessment,
                  OctantItemRef     item,
                  const OctantBy   *by,
                  GError          **error)
{
  OctantRecord *before;
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantRequirement *r;

  if (!octant_acts_check_item (assessment, item, error))
    return FALSE;
  r = item_requirement (assessment, item);
  before = octant_assessment_get_answer_record (assessment, item.requirement, item.slot);
  if (before == NULL || !octant_answer_record_carried (before) ||
      octant_assessment_is_out (assessment, octant_model_subdomain_node (model, r->subdomain)))
    return TRUE;
  if (octant_answer_record_rating (before) == OCTANT_RATING_NA)
    {
      const OctantRateRow row = { .item = item, .rating = OCTANT_RATING_NA };
      g_autofree char *reason = NULL;
      g_autofree char *approver = NULL;

      if (!check_na (assessment, &row, before, by, &reason, &approver, error))
        return FALSE;
    }
  octant_acts_add_answer (act, assessment, item,
                          octant_record_with (before,
                                              OCTANT_ANSWER_STATE, "confirmed",
                                              OCTANT_ANSWER_RATED_BY, by->actor,
                                              OCTANT_ANSWER_RATED_AT, by->time,
                                              G_MAXUINT));
  return TRUE;
}

/* What several items have in common: a requirement, a sub-domain, a domain or the whole. */
const char *
octant_acts_common_subject (OctantAssessment    *assessment,
                            const OctantItemRef *items,
                            gsize                n_items)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantRequirement *first = item_requirement (assessment, items[0]);
  guint domain = octant_model_get_subdomain (model, first->subdomain)->domain;
  gboolean same_requirement = TRUE, same_subdomain = TRUE;

  for (gsize i = 1; i < n_items; i++)
    {
      const OctantRequirement *r = item_requirement (assessment, items[i]);

      if (octant_model_get_subdomain (model, r->subdomain)->domain != domain)
        return octant_model_get_node_code (model, OCTANT_NODE_OVERALL);
      same_subdomain = same_subdomain && r->subdomain == first->subdomain;
      same_requirement = same_requirement && r == first;
    }
  if (same_requirement)
    return first->code;
  return same_subdomain ? octant_model_get_subdomain (model, first->subdomain)->code
                        : octant_model_get_domain (model, domain)->code;
}

static guint
item_ref_hash (gconstpointer key)
{
  const OctantItemRef *item = key;

  return item->requirement * 31 + item->slot;
}

static gboolean
item_ref_equal (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, sizeof (OctantItemRef)) == 0;
}

/**
 * octant_act_confirm:
 *
 * Confirms the carried-over answers among @items; others, and what is out of scope, stay
 * as they are.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_confirm (OctantAssessment    *assessment,
                    const OctantItemRef *items,
                    gsize                n_items,
                    const OctantBy      *by,
                    GError             **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (item_ref_hash, item_ref_equal);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  for (gsize i = 0; i < n_items; i++)
    if (!octant_acts_check_item (assessment, items[i], error))
      return NULL;
  act = new_act (assessment, "confirm", n_items > 0 ? octant_acts_common_subject (assessment, items, n_items) : "overall", by);
  for (gsize i = 0; i < n_items; i++)
    if (g_hash_table_add (seen, (gpointer) &items[i]) && !add_confirmation (act, assessment, items[i], by, error))
      return NULL;
  return g_steal_pointer (&act);
}

/**
 * octant_act_rate_many:
 * @kind: the word for the journal: "rate", "import", "copy" …
 *
 * All or nothing. A refusal begins with "Row N: ", counted from 1.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_rate_many (OctantAssessment    *assessment,
                      const char          *kind,
                      const OctantRateRow *rows,
                      gsize                n_rows,
                      const OctantBy      *by,
                      GError             **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (item_ref_hash, item_ref_equal);
  g_autofree OctantItemRef *items = g_new (OctantItemRef, MAX (n_rows, 1));

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  act = new_act (assessment, kind, "overall", by);
  for (gsize i = 0; i < n_rows; i++)
    {
      items[i] = rows[i].item;
      if (!add_rating (act, assessment, &rows[i], by, error))
        {
          g_prefix_error (error, "Row %" G_GSIZE_FORMAT ": ", i + 1);
          return NULL;
        }
      if (!g_hash_table_add (seen, &items[i]))
        {
          octant_refuse (error, "Row %" G_GSIZE_FORMAT ": %s is rated twice; keep one of the rows.",
                         i + 1, item_requirement (assessment, items[i])->code);
          return NULL;
        }
    }
  if (n_rows > 0)
    g_set_str (&act->subject, octant_acts_common_subject (assessment, items, n_rows));
  return g_steal_pointer (&act);
}

static OctantRecord *
new_tailoring (OctantAssessment *assessment,
               const char       *code,
               const char       *reason,
               const char       *approver,
               const OctantBy   *by)
{
  const char *values[] = { octant_assessment_get_id (assessment), code, reason, approver, by->actor, by->time };

  return octant_record_new (OCTANT_TABLE_TAILORING, values);
}

static gboolean
check_node (OctantAssessment *assessment,
            guint             node,
            GError          **error)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  guint first = octant_model_subdomain_node (model, 0);

  if (node >= octant_model_get_n_nodes (model))
    return octant_refuse (error, "The model of this assessment has no such domain; choose one of its codes.");
  if (node == OCTANT_NODE_OVERALL)
    return octant_refuse (error, "The whole model cannot be taken out of scope; choose a domain or sub-domain.");
  if (node >= first && !octant_model_get_subdomain (model, node - first)->active)
    return octant_refuse (error, "%s is retired in this model and has no scope to change.",
                          octant_model_get_node_code (model, node));
  return TRUE;
}

/**
 * octant_act_tailor:
 * @node: a domain or sub-domain, also a gate
 * @out: TRUE takes it out of scope, which needs @reason and @approver; FALSE back in
 * @approver: (nullable): of a gate, or a domain with one, with OCTANT_GATE_ROLE behind the name
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_tailor (OctantAssessment *assessment,
                   guint             node,
                   gboolean          out,
                   const char       *reason,
                   const char       *approver,
                   const OctantBy   *by,
                   GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_reason = NULL;
  g_autofree char *checked_approver = NULL;
  g_autofree char *checked_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  OctantRecord *before;
  gboolean stated;
  const char *code;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error) || !check_node (assessment, node, error))
    return NULL;
  code = octant_model_get_node_code (octant_assessment_get_model (assessment), node);
  before = octant_assessment_get_tailoring (assessment, node);
  act = new_act (assessment, "tailor", code, by);
  if (!out)
    {
      octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL, NULL);
      return g_steal_pointer (&act);
    }

  what = g_strdup_printf ("Taking %s out of scope", code);
  name = octant_approver_get_name (approver != NULL ? approver : "", &stated);
  if (!octant_check_approval (what, reason, name, by->actor, &checked_reason, &checked_name, error))
    return NULL;
  if (!stated && octant_model_needs_gate_role (octant_assessment_get_model (assessment), node))
    {
      octant_refuse (error, "%s limits the level of the whole: only role " OCTANT_GATE_ROLE ", the head of information "
                            "security, may take it out of scope; state that the approver holds this role.",
                     code);
      return NULL;
    }
  checked_approver = stated ? octant_approver_with_gate_role (checked_name) : g_steal_pointer (&checked_name);
  if (before == NULL ||
      strcmp (octant_record_get (before, OCTANT_TAILORING_REASON), checked_reason) != 0 ||
      strcmp (octant_record_get (before, OCTANT_TAILORING_APPROVER), checked_approver) != 0)
    octant_act_add_change (act,
                           before != NULL ? octant_record_ref (before) : NULL,
                           new_tailoring (assessment, code, checked_reason, checked_approver, by));
  return g_steal_pointer (&act);
}

gboolean
octant_acts_check_evidence (OctantAssessment   *assessment,
                            const OctantRecord *evidence,
                            GError            **error)
{
  const char *collected = octant_record_get (evidence, OCTANT_EVIDENCE_COLLECTED_ON);
  const char *until = octant_record_get (evidence, OCTANT_EVIDENCE_VALID_UNTIL);
  gint64 strength = octant_record_get_int (evidence, OCTANT_EVIDENCE_STRENGTH);
  g_autofree char *title = NULL;

  if (strcmp (octant_record_get (evidence, OCTANT_EVIDENCE_ORG),
              octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG)) != 0)
    return octant_refuse (error, "This evidence belongs to another institution; add the file to this one.");
  title = octant_check_name ("The title of the evidence", octant_record_get (evidence, OCTANT_EVIDENCE_TITLE), error);
  if (title == NULL)
    return FALSE;
  if (strength < 0 || strength > 3)
    return octant_refuse (error, "The strength of evidence is a number from 0 to 3; choose one of them.");
  if (collected != NULL && !octant_check_date ("The date of collection", collected, error))
    return FALSE;
  if (until != NULL && !octant_check_date ("The end of validity", until, error))
    return FALSE;
  if (collected != NULL && until != NULL && strcmp (until, collected) < 0)
    return octant_refuse (error, "The evidence would be valid only until before it was collected; mend one of the dates.");
  return TRUE;
}

OctantRecord *
octant_acts_find_link (OctantAssessment *assessment,
                       OctantItemRef     item,
                       const char       *evidence_id)
{
  const GPtrArray *links = octant_assessment_get_item (assessment, item.requirement, item.slot)->links;

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (strcmp (octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE), evidence_id) == 0)
      return links->pdata[i];
  return NULL;
}

/**
 * octant_act_attach:
 * @evidence: (element-type OctantRecord): evidence rows, new, changed or known already
 *
 * Links all of @evidence to the item; a link that is there already stays.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_attach (OctantAssessment *assessment,
                   OctantItemRef     item,
                   GPtrArray        *evidence,
                   const OctantBy   *by,
                   GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (evidence != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || !octant_acts_check_item (assessment, item, error))
    return NULL;
  act = new_act (assessment, "attach", item_requirement (assessment, item)->code, by);
  for (guint i = 0; i < evidence->len; i++)
    {
      OctantRecord *record = evidence->pdata[i];
      const char *id = octant_record_get (record, OCTANT_EVIDENCE_ID);
      OctantRecord *before = octant_assessment_get_evidence (assessment, id);
      const char *link[] = {
        octant_assessment_get_id (assessment),
        act->subject,
        octant_assessment_get_object_id (assessment, item.requirement, item.slot),
        id,
        by->time,
      };

      if (!octant_acts_check_evidence (assessment, record, error))
        return NULL;
      if (!g_hash_table_add (seen, (gpointer) id))
        continue;
      octant_act_add_change (act, before != NULL ? octant_record_ref (before) : NULL, octant_record_ref (record));
      if (octant_acts_find_link (assessment, item, id) == NULL)
        octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_EVIDENCE_LINK, link));
    }
  return g_steal_pointer (&act);
}

/**
 * octant_act_detach:
 *
 * Takes one link away. The evidence itself stays: it may serve elsewhere, and in earlier
 * cycles.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_detach (OctantAssessment *assessment,
                   OctantItemRef     item,
                   const char       *evidence_id,
                   const OctantBy   *by,
                   GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  OctantRecord *link;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (evidence_id != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || !octant_acts_check_item (assessment, item, error))
    return NULL;
  link = octant_acts_find_link (assessment, item, evidence_id);
  if (link == NULL)
    {
      octant_refuse (error, "This evidence is not attached to %s; choose one of the attached pieces.",
                     item_requirement (assessment, item)->code);
      return NULL;
    }
  act = new_act (assessment, "detach", item_requirement (assessment, item)->code, by);
  octant_act_add_change (act, octant_record_ref (link), NULL);
  return g_steal_pointer (&act);
}

/**
 * octant_act_set_scores_from:
 * @act: an act that @assessment has just applied
 *
 * Scores are known only once an act is in memory, yet they are committed with it: build
 * the act, apply it, call this, then commit. Rows of the nodes that changed replace what
 * stood in @act->scores.
 */
void
octant_act_set_scores_from (OctantAct        *act,
                            OctantAssessment *assessment)
{
  const guint *nodes;
  guint n_nodes;

  g_return_if_fail (act != NULL);
  g_return_if_fail (OCTANT_IS_ASSESSMENT (assessment));
  g_return_if_fail (g_strcmp0 (act->cycle_id, octant_assessment_get_id (assessment)) == 0);

  nodes = octant_assessment_get_changed_nodes (assessment, &n_nodes);
  g_ptr_array_unref (act->scores);
  act->scores = n_nodes > 0 ? octant_assessment_list_score_rows (assessment, nodes, n_nodes)
                            : g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);
}
