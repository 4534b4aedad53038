/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-acts.h"
#include "assessment/octant-assessment-private.h"
#include "assessment/octant-check-private.h"
#include "base/octant-time.h"
#include "model/octant-lineage.h"

/* Acts on what stands around the answers: institutions, objects, whole cycles, interviews. */

static void
give_id (char       **id,
         const char  *value)
{
  if (id != NULL)
    *id = g_strdup (value);
}

/**
 * octant_act_add_organisation:
 * @kind: (nullable): an institution kind of a model
 * @id: (out) (optional) (transfer full): id of the new row
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_add_organisation (const char     *name,
                             const char     *kind,
                             const OctantBy *by,
                             char          **id,
                             GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_name = NULL;
  g_autofree char *checked_kind = NULL;
  g_autofree char *uuid = g_uuid_string_random ();

  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  checked_name = octant_check_name ("The name of the institution", name, error);
  if (checked_name == NULL)
    return NULL;
  checked_kind = kind != NULL && kind[0] != '\0' ? octant_check_name ("The kind of the institution", kind, error)
                                                 : g_strdup ("");
  if (checked_kind == NULL)
    return NULL;

  const char *values[] = { uuid, checked_name, checked_kind, by->time };
  act = octant_act_new ("add-organisation", uuid, NULL, by->actor, by->time);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ORGANISATION, values));
  give_id (id, uuid);
  return g_steal_pointer (&act);
}

/**
 * octant_act_add_object:
 * @level: classified-protection level 1…5
 * @criticality: 1…5, or 0 for the same as @level
 * @id: (out) (optional) (transfer full): id of the new row
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_add_object (const char     *organisation_id,
                       const char     *name,
                       const char     *kind,
                       int             level,
                       int             criticality,
                       const OctantBy *by,
                       char          **id,
                       GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_name = NULL;
  g_autofree char *checked_kind = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  char level_text[16], criticality_text[16];

  g_return_val_if_fail (organisation_id != NULL, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  checked_name = octant_check_name ("The name of the object", name, error);
  if (checked_name == NULL)
    return NULL;
  checked_kind = octant_check_name ("The kind of the object", kind, error);
  if (checked_kind == NULL)
    return NULL;
  if (level < 1 || level > 5)
    {
      octant_refuse (error, "The classified-protection level of an object is a number from 1 to 5; choose one of them.");
      return NULL;
    }
  if (criticality < 0 || criticality > 5)
    {
      octant_refuse (error, "The criticality of an object is a number from 1 to 5; choose one, or 0 to take its level.");
      return NULL;
    }

  g_snprintf (level_text, sizeof level_text, "%d", level);
  g_snprintf (criticality_text, sizeof criticality_text, "%d", criticality > 0 ? criticality : level);
  const char *values[] = { uuid, organisation_id, checked_name, checked_kind, level_text, criticality_text, by->time };
  act = octant_act_new ("add-object", uuid, NULL, by->actor, by->time);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_OBJECT, values));
  give_id (id, uuid);
  return g_steal_pointer (&act);
}

static OctantRecord *
new_cycle_record (const OctantNewCycle *what,
                  const char           *id,
                  const char           *title,
                  const OctantBy       *by)
{
  const char *values[] = {
    id,
    what->organisation_id,
    title,
    what->as_of,
    octant_model_get_hash (what->model),
    octant_model_get_id (what->model),
    octant_model_get_version (what->model),
    what->from != NULL ? octant_assessment_get_id (what->from) : NULL,
    by->actor,
    by->time,
  };

  return octant_record_new (OCTANT_TABLE_CYCLE, values);
}

static gboolean
add_object_row (OctantAct          *act,
                const char         *id,
                const OctantRecord *object,
                GHashTable         *seen,
                GError            **error)
{
  char position[16];
  const char *values[] = {
    id,
    octant_record_get (object, OCTANT_OBJECT_ID),
    octant_record_get (object, OCTANT_OBJECT_NAME),
    octant_record_get (object, OCTANT_OBJECT_KIND),
    octant_record_get (object, OCTANT_OBJECT_LEVEL),
    octant_record_get (object, OCTANT_OBJECT_CRITICALITY),
    position,
  };

  if (!g_hash_table_add (seen, (gpointer) values[1]))
    return octant_refuse (error, "“%s” is chosen twice; choose each object once.", values[2]);
  g_snprintf (position, sizeof position, "%u", g_hash_table_size (seen) - 1);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, values));
  return TRUE;
}

static gboolean
add_objects (OctantAct            *act,
             const char           *id,
             const OctantNewCycle *what,
             GError              **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; what->objects != NULL && i < what->objects->len; i++)
    {
      const OctantRecord *object = what->objects->pdata[i];

      if (strcmp (octant_record_get (object, OCTANT_OBJECT_ORG), what->organisation_id) != 0)
        return octant_refuse (error, "“%s” belongs to another institution; choose objects of this one.",
                              octant_record_get (object, OCTANT_OBJECT_NAME));
      if (!add_object_row (act, id, object, seen, error))
        return FALSE;
    }
  for (guint i = 0; what->objects == NULL && what->from != NULL && i < octant_assessment_get_n_objects (what->from); i++)
    octant_act_add_change (act, NULL,
                           octant_record_with (octant_assessment_get_object (what->from, i),
                                               OCTANT_CYCLE_OBJECT_CYCLE, id,
                                               G_MAXUINT));
  return TRUE;
}

/* An assessment of the rows that @act adds. */
static OctantAssessment *
assessment_of_act (const OctantAct *act,
                   OctantModel     *model)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < act->changes->len; i++)
    g_ptr_array_add (rows, ((OctantChange *) g_ptr_array_index (act->changes, i))->after);
  return octant_assessment_new (model, rows->pdata[0], rows);
}

/* Decisions about the scope come with their reason, and with who took them when. */
static void
carry_tailoring (OctantAct        *act,
                 OctantAssessment *from,
                 OctantModel      *model,
                 const char       *id)
{
  OctantModel *old = octant_assessment_get_model (from);
  guint first = octant_model_subdomain_node (model, 0);

  for (guint node = 0; node < octant_model_get_n_nodes (old); node++)
    {
      OctantRecord *row = octant_assessment_get_tailoring (from, node);
      guint own;

      if (row == NULL ||
          !octant_model_find_node (model, octant_model_get_node_code (old, node), &own) ||
          (own >= first && !octant_model_get_subdomain (model, own - first)->active))
        continue;
      octant_act_add_change (act, NULL, octant_record_with (row, OCTANT_TAILORING_CYCLE, id, G_MAXUINT));
    }
}

/* What the institution aims at outlives the year. A level that the new model does not reach is no target in it. */
static void
carry_targets (OctantAct        *act,
               OctantAssessment *from,
               OctantModel      *model,
               const char       *id)
{
  OctantModel *old = octant_assessment_get_model (from);
  guint first = octant_model_subdomain_node (model, 0);

  for (guint node = 0; node < octant_model_get_n_nodes (old); node++)
    {
      OctantRecord *row = from->targets[node];
      guint own;

      if (row == NULL ||
          octant_record_get_int (row, OCTANT_TARGET_LEVEL) > octant_model_get_n_levels (model) ||
          !octant_model_find_node (model, octant_model_get_node_code (old, node), &own) ||
          (own >= first && !octant_model_get_subdomain (model, own - first)->active))
        continue;
      octant_act_add_change (act, NULL, octant_record_with (row, OCTANT_TARGET_CYCLE, id, G_MAXUINT));
    }
}

/*
 * An earlier answer becomes a carried-over one: who rated it when stays, so that everybody
 * sees how old it is. An NA that the new model does not allow is not carried, but its note is.
 */
static OctantRecord *
carry_answer (const OctantRecord *row,
              const char         *id,
              const char         *object,
              gboolean            na_allowed)
{
  OctantRating rating = octant_answer_record_rating (row);
  gboolean dropped = rating == OCTANT_RATING_UNANSWERED || (rating == OCTANT_RATING_NA && !na_allowed);

  if (!dropped)
    return octant_record_with (row,
                               OCTANT_ANSWER_CYCLE, id,
                               OCTANT_ANSWER_OBJECT, object,
                               OCTANT_ANSWER_STATE, "carried",
                               G_MAXUINT);
  if (octant_record_get (row, OCTANT_ANSWER_NOTE) == NULL)
    return NULL;
  return octant_record_with (row,
                             OCTANT_ANSWER_CYCLE, id,
                             OCTANT_ANSWER_OBJECT, object,
                             OCTANT_ANSWER_RATING, "",
                             OCTANT_ANSWER_NA_REASON, NULL,
                             OCTANT_ANSWER_NA_APPROVER, NULL,
                             OCTANT_ANSWER_STATE, "confirmed",
                             OCTANT_ANSWER_RATED_BY, NULL,
                             OCTANT_ANSWER_RATED_AT, NULL,
                             G_MAXUINT);
}

/* What an object goes on from: itself, or the institution where the earlier cycle had no objects. */
static const char *
find_then (OctantAssessment *from,
           const char       *object)
{
  return octant_assessment_get_n_objects (from) > 0 ? object : "";
}

static void
carry_item (OctantAct                  *act,
            const OctantAssessmentItem *item,
            const OctantRequirement    *requirement,
            const char                 *object,
            const char                 *id)
{
  if (item->answer != NULL)
    octant_act_add_change (act, NULL, carry_answer (item->answer, id, object, requirement->na_allowed));
  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    octant_act_add_change (act, NULL,
                           octant_record_with (item->links->pdata[i],
                                               OCTANT_EVIDENCE_LINK_CYCLE, id,
                                               OCTANT_EVIDENCE_LINK_OBJECT, object,
                                               G_MAXUINT));
}

/*
 * What supersedes a requirement asks something else: the answer to the old one says nothing
 * about it. What was shown for the old one is where its assessor begins, so that comes along.
 */
static void
carry_evidence_of_replaced (OctantAct               *act,
                            OctantAssessment        *from,
                            OctantLineage           *lineage,
                            const OctantRequirement *requirement,
                            const char              *object,
                            const char              *id)
{
  g_auto (GStrv) codes = octant_lineage_find (lineage, requirement->code, octant_assessment_get_model (from));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const OctantAssessmentItem *item;
      guint old, slot;

      if (!octant_assessment_find_item (from, codes[i], find_then (from, object), &old, &slot))
        continue;
      item = octant_assessment_get_item (from, old, slot);
      for (guint k = 0; item->links != NULL && k < item->links->len; k++)
        if (g_hash_table_add (seen, (gpointer) octant_record_get (item->links->pdata[k], OCTANT_EVIDENCE_LINK_EVIDENCE)))
          octant_act_add_change (act, NULL,
                                 octant_record_with (item->links->pdata[k],
                                                     OCTANT_EVIDENCE_LINK_CYCLE, id,
                                                     OCTANT_EVIDENCE_LINK_CODE, requirement->code,
                                                     OCTANT_EVIDENCE_LINK_OBJECT, object,
                                                     G_MAXUINT));
    }
}

static void
carry_items (OctantAct        *act,
             OctantAssessment *from,
             OctantAssessment *to)
{
  OctantModel *model = octant_assessment_get_model (to);
  g_autoptr (OctantLineage) lineage = octant_lineage_new (octant_assessment_get_model (from), model);
  const char *id = octant_assessment_get_id (to);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (to, r); slot++)
      {
        const OctantRequirement *requirement = octant_model_get_requirement (model, r);
        const char *object = octant_assessment_get_object_id (to, r, slot);
        guint old, old_slot;

        if (!octant_assessment_counts (to, r))
          continue;
        if (!octant_model_find_requirement (octant_assessment_get_model (from), requirement->code, &old) ||
            !octant_assessment_counts (from, old))
          carry_evidence_of_replaced (act, from, lineage, requirement, object, id);
        else if (octant_assessment_find_item (from, requirement->code, find_then (from, object), &old, &old_slot))
          carry_item (act, octant_assessment_get_item (from, old, old_slot), requirement, object, id);
      }
}

static gboolean
check_new_cycle (const OctantNewCycle *what,
                 char                **title,
                 GError              **error)
{
  *title = octant_check_name ("The title of the assessment", what->title, error);
  if (*title == NULL)
    return FALSE;
  if (!octant_check_date ("The date of the assessment", what->as_of, error))
    return FALSE;
  if (what->from != NULL &&
      strcmp (octant_record_get (octant_assessment_get_cycle (what->from), OCTANT_CYCLE_ORG),
              what->organisation_id) != 0)
    return octant_refuse (error, "The earlier assessment “%s” belongs to another institution; choose one of the same.",
                          octant_assessment_get_title (what->from));
  return TRUE;
}

/**
 * octant_act_new_cycle:
 * @what: the new cycle
 * @id: (out) (optional) (transfer full): id of the new cycle
 *
 * A new cycle with its objects. Carried over from an earlier one: answers by requirement
 * code and object id (to each object what was said of the institution, when the earlier
 * cycle had no objects), as carried over and not confirmed; notes; evidence links; targets;
 * tailoring, with the reason and the approver of then. Answers to requirements that either
 * model does not have, or has retired, are not carried: what is new in the model starts
 * unanswered, with the evidence of what it supersedes (see OctantLineage). The act
 * brings the model file and every score row of the new cycle with it.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_new_cycle (const OctantNewCycle *what,
                      const OctantBy       *by,
                      char                **id,
                      GError              **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uuid = g_uuid_string_random ();

  g_return_val_if_fail (what != NULL && by != NULL, NULL);
  g_return_val_if_fail (what->organisation_id != NULL, NULL);
  g_return_val_if_fail (OCTANT_IS_MODEL (what->model), NULL);

  if (!octant_check_by (by, error) || !check_new_cycle (what, &title, error))
    return NULL;

  act = octant_act_new ("new-cycle", uuid, uuid, by->actor, by->time);
  act->model = g_bytes_ref (octant_model_get_bytes (what->model));
  act->model_hash = g_strdup (octant_model_get_hash (what->model));
  octant_act_add_change (act, NULL, new_cycle_record (what, uuid, title, by));
  if (!add_objects (act, uuid, what, error))
    return NULL;
  if (what->from != NULL)
    {
      g_autoptr (OctantAssessment) empty = assessment_of_act (act, what->model);

      carry_tailoring (act, what->from, what->model, uuid);
      carry_targets (act, what->from, what->model, uuid);
      carry_items (act, what->from, empty);
    }

  assessment = assessment_of_act (act, what->model);
  g_ptr_array_unref (act->scores);
  act->scores = octant_assessment_list_score_rows (assessment, NULL, 0);
  give_id (id, uuid);
  return g_steal_pointer (&act);
}

/**
 * octant_act_delete_cycle:
 *
 * Deletes the cycle with every row that belongs to it, those first that refer to others.
 * Evidence stays with the institution.
 *
 * Returns: (transfer full): the act
 */
OctantAct *
octant_act_delete_cycle (OctantAssessment *assessment,
                         const OctantBy   *by)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  act = octant_act_new ("delete-cycle", octant_assessment_get_id (assessment),
                        octant_assessment_get_id (assessment), by->actor, by->time);
  rows = octant_assessment_list_records (assessment);
  for (guint i = rows->len; i > 0; i--)
    octant_act_add_change (act, octant_record_ref (rows->pdata[i - 1]), NULL);
  return g_steal_pointer (&act);
}

static gboolean
is_role (OctantModel *model,
         const char  *role)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (roles[i].id, role) == 0)
      return TRUE;
  return FALSE;
}

/**
 * octant_act_add_interview:
 * @role: a role id of the model
 * @minutes: (nullable)
 * @id: (out) (optional) (transfer full): id of the new row
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_add_interview (OctantAssessment *assessment,
                          const char       *person,
                          const char       *role,
                          const char       *held_on,
                          const char       *minutes,
                          const OctantBy   *by,
                          char            **id,
                          GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_person = NULL;
  g_autofree char *checked_minutes = NULL;
  g_autofree char *uuid = g_uuid_string_random ();

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  checked_person = octant_check_name ("The name of the person", person, error);
  if (checked_person == NULL)
    return NULL;
  if (!is_role (octant_assessment_get_model (assessment), role))
    {
      octant_refuse (error, "The model has no such role; choose one of its roles.");
      return NULL;
    }
  if (!octant_check_date ("The date of the interview", held_on, error) ||
      !octant_check_text ("The minutes", minutes, OCTANT_MAX_MINUTES, &checked_minutes, error))
    return NULL;

  const char *values[] = { uuid, octant_assessment_get_id (assessment), checked_person, role, held_on, checked_minutes };
  act = octant_act_new ("add-interview", uuid, octant_assessment_get_id (assessment), by->actor, by->time);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW, values));
  give_id (id, uuid);
  return g_steal_pointer (&act);
}
