/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-objects.h"

#include <string.h>

#include "assessment/octant-acts-private.h"
#include "assessment/octant-assessment-private.h"
#include "assessment/octant-check-private.h"

/* The tables whose rows belong to an item have the object in this column, all of them. */
#define ITEM_OBJECT 2
G_STATIC_ASSERT ((int) OCTANT_ANSWER_OBJECT == ITEM_OBJECT);
G_STATIC_ASSERT ((int) OCTANT_EVIDENCE_LINK_OBJECT == ITEM_OBJECT);
G_STATIC_ASSERT ((int) OCTANT_INTERVIEW_ANSWER_OBJECT == ITEM_OBJECT);
G_STATIC_ASSERT ((int) OCTANT_SETTLEMENT_OBJECT == ITEM_OBJECT);

/* A number from 1 to 5 as text; 0 keeps @old. */
static gboolean
check_number (const char *what,
              int         number,
              const char *old,
              char      **out,
              GError    **error)
{
  if (number < 0 || number > 5)
    return octant_refuse (error, "%s is a number from 1 to 5; choose one of them.", what);
  *out = number > 0 ? g_strdup_printf ("%d", number) : g_strdup (old);
  return TRUE;
}

/**
 * octant_act_edit_object:
 * @object: a row of the register
 * @name: (nullable): NULL keeps the name
 * @kind: (nullable): NULL keeps the kind
 * @level: 1…5, 0 keeps it
 * @criticality: 1…5, 0 keeps it
 *
 * Cycles keep the object as it was when it came into their scope: see
 * octant_act_refresh_objects().
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_edit_object (OctantRecord   *object,
                        const char     *name,
                        const char     *kind,
                        int             level,
                        int             criticality,
                        const OctantBy *by,
                        GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_name = NULL;
  g_autofree char *checked_kind = NULL;
  g_autofree char *level_text = NULL;
  g_autofree char *criticality_text = NULL;

  g_return_val_if_fail (object != NULL && octant_record_get_table (object) == OCTANT_TABLE_OBJECT, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  checked_name = octant_check_name ("The name of the object",
                                    name != NULL ? name : octant_record_get (object, OCTANT_OBJECT_NAME), error);
  if (checked_name == NULL)
    return NULL;
  checked_kind = octant_check_name ("The kind of the object",
                                    kind != NULL ? kind : octant_record_get (object, OCTANT_OBJECT_KIND), error);
  if (checked_kind == NULL ||
      !check_number ("The classified-protection level of an object", level,
                     octant_record_get (object, OCTANT_OBJECT_LEVEL), &level_text, error) ||
      !check_number ("The criticality of an object", criticality,
                     octant_record_get (object, OCTANT_OBJECT_CRITICALITY), &criticality_text, error))
    return NULL;

  act = octant_act_new ("edit-object", octant_record_get (object, OCTANT_OBJECT_ID), NULL, by->actor, by->time);
  octant_act_add_change (act, octant_record_ref (object),
                         octant_record_with (object,
                                             OCTANT_OBJECT_NAME, checked_name,
                                             OCTANT_OBJECT_KIND, checked_kind,
                                             OCTANT_OBJECT_LEVEL, level_text,
                                             OCTANT_OBJECT_CRITICALITY, criticality_text,
                                             G_MAXUINT));
  return g_steal_pointer (&act);
}

/**
 * octant_act_remove_object:
 * @object: a row of the register
 * @cycles: (element-type OctantRecord): the cycles that have it in scope
 *
 * An object that was assessed stays as long as an assessment speaks of it.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_remove_object (OctantRecord   *object,
                          GPtrArray      *cycles,
                          const OctantBy *by,
                          GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  g_return_val_if_fail (object != NULL && octant_record_get_table (object) == OCTANT_TABLE_OBJECT, NULL);
  g_return_val_if_fail (cycles != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  for (guint i = 0; i < cycles->len; i++)
    g_string_append_printf (titles, "%s“%s”", i > 0 ? ", " : "",
                            octant_record_get (cycles->pdata[i], OCTANT_CYCLE_TITLE));
  if (cycles->len > 0)
    {
      octant_refuse (error, "“%s” is in the scope of %s; take it out of there before removing it.",
                     octant_record_get (object, OCTANT_OBJECT_NAME), titles->str);
      return NULL;
    }
  act = octant_act_new ("remove-object", octant_record_get (object, OCTANT_OBJECT_ID), NULL, by->actor, by->time);
  octant_act_add_change (act, octant_record_ref (object), NULL);
  return g_steal_pointer (&act);
}

static gboolean
is_item_row (const OctantRecord *row)
{
  OctantTable table = octant_record_get_table (row);

  return table == OCTANT_TABLE_ANSWER || table == OCTANT_TABLE_EVIDENCE_LINK ||
         table == OCTANT_TABLE_INTERVIEW_ANSWER || table == OCTANT_TABLE_SETTLEMENT;
}

/* TRUE when the row answers a requirement that is rated for each object. */
static gboolean
is_of_objects (OctantAssessment   *assessment,
               const OctantRecord *row)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  guint requirement;

  return octant_model_find_requirement (model, octant_record_get (row, 1), &requirement) &&
         octant_model_get_requirement (model, requirement)->scope == OCTANT_SCOPE_OBJECT;
}

/* A row of the institution as a whole, for one object; a rating is to be confirmed for it. */
static OctantRecord *
row_for_object (const OctantRecord *row,
                const char         *object_id)
{
  if (octant_record_get_table (row) == OCTANT_TABLE_ANSWER &&
      octant_answer_record_rating (row) != OCTANT_RATING_UNANSWERED)
    return octant_record_with (row, ITEM_OBJECT, object_id, OCTANT_ANSWER_STATE, "carried", G_MAXUINT);
  return octant_record_with (row, ITEM_OBJECT, object_id, G_MAXUINT);
}

static void
remove_rows_of_objects (OctantAct        *act,
                        OctantAssessment *assessment,
                        const GPtrArray  *rows,
                        GHashTable       *chosen)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = rows->pdata[i];
      const char *object;
      guint slot;

      if (!is_item_row (row))
        continue;
      object = octant_record_get (row, ITEM_OBJECT);
      if (octant_assessment_find_object (assessment, object, &slot) && !g_hash_table_contains (chosen, object))
        octant_act_add_change (act, octant_record_ref (row), NULL);
    }
}

/* The first objects come: what was said of the institution as a whole goes to each. */
static void
move_rows_to_objects (OctantAct        *act,
                      OctantAssessment *assessment,
                      const GPtrArray  *rows,
                      const GPtrArray  *objects)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = rows->pdata[i];

      if (!is_item_row (row) || octant_record_get (row, ITEM_OBJECT)[0] != '\0' || !is_of_objects (assessment, row))
        continue;
      octant_act_add_change (act, octant_record_ref (row), NULL);
      for (guint k = 0; k < objects->len; k++)
        octant_act_add_change (act, NULL,
                               row_for_object (row, octant_record_get (objects->pdata[k], OCTANT_OBJECT_ID)));
    }
}

static OctantRecord *
new_cycle_object (OctantAssessment   *assessment,
                  const OctantRecord *object,
                  const char         *position)
{
  const char *values[] = {
    octant_assessment_get_id (assessment),
    octant_record_get (object, OCTANT_OBJECT_ID),
    octant_record_get (object, OCTANT_OBJECT_NAME),
    octant_record_get (object, OCTANT_OBJECT_KIND),
    octant_record_get (object, OCTANT_OBJECT_LEVEL),
    octant_record_get (object, OCTANT_OBJECT_CRITICALITY),
    position,
  };

  return octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, values);
}

static void
add_scope_changes (OctantAct        *act,
                   OctantAssessment *assessment,
                   const GPtrArray  *objects,
                   GHashTable       *chosen)
{
  for (guint slot = 0; slot < octant_assessment_get_n_objects (assessment); slot++)
    {
      OctantRecord *row = octant_assessment_get_object (assessment, slot);

      if (!g_hash_table_contains (chosen, octant_record_get (row, OCTANT_CYCLE_OBJECT_OBJECT)))
        octant_act_add_change (act, octant_record_ref (row), NULL);
    }
  for (guint i = 0; i < objects->len; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i);
      OctantRecord *before = NULL;
      guint slot;

      if (octant_assessment_find_object (assessment, octant_record_get (objects->pdata[i], OCTANT_OBJECT_ID), &slot))
        before = octant_assessment_get_object (assessment, slot);
      if (before != NULL)
        octant_act_add_change (act, octant_record_ref (before),
                               octant_record_with (before, OCTANT_CYCLE_OBJECT_POSITION, position, G_MAXUINT));
      else
        octant_act_add_change (act, NULL, new_cycle_object (assessment, objects->pdata[i], position));
    }
}

static gboolean
check_objects (OctantAssessment *assessment,
               const GPtrArray  *objects,
               GHashTable       *chosen,
               GError          **error)
{
  const char *org = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);

  for (guint i = 0; i < objects->len; i++)
    {
      const OctantRecord *object = objects->pdata[i];

      if (strcmp (octant_record_get (object, OCTANT_OBJECT_ORG), org) != 0)
        return octant_refuse (error, "“%s” belongs to another institution; choose objects of this one.",
                              octant_record_get (object, OCTANT_OBJECT_NAME));
      if (!g_hash_table_add (chosen, (gpointer) octant_record_get (object, OCTANT_OBJECT_ID)))
        return octant_refuse (error, "“%s” is chosen twice; choose each object once.",
                              octant_record_get (object, OCTANT_OBJECT_NAME));
    }
  return TRUE;
}

/**
 * octant_act_set_scope:
 * @objects: (element-type OctantRecord): rows of the register, in order; may be empty
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_set_scope (OctantAssessment *assessment,
                      GPtrArray        *objects,
                      const OctantBy   *by,
                      GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = NULL;
  const char *id;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (objects != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || !check_objects (assessment, objects, chosen, error))
    return NULL;
  id = octant_assessment_get_id (assessment);
  act = octant_act_new ("set-scope", id, id, by->actor, by->time);
  rows = octant_assessment_list_records (assessment);
  remove_rows_of_objects (act, assessment, rows, chosen);
  if (octant_assessment_get_n_objects (assessment) == 0 && objects->len > 0)
    move_rows_to_objects (act, assessment, rows, objects);
  add_scope_changes (act, assessment, objects, chosen);
  return g_steal_pointer (&act);
}

/**
 * octant_act_refresh_objects:
 * @objects: (element-type OctantRecord): rows of the register; those not in scope are left out of account
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_refresh_objects (OctantAssessment *assessment,
                            GPtrArray        *objects,
                            const OctantBy   *by,
                            GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (objects != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error) || !check_objects (assessment, objects, chosen, error))
    return NULL;
  id = octant_assessment_get_id (assessment);
  act = octant_act_new ("refresh-objects", id, id, by->actor, by->time);
  for (guint i = 0; i < objects->len; i++)
    {
      OctantRecord *before;
      g_autofree char *position = NULL;
      guint slot;

      if (!octant_assessment_find_object (assessment, octant_record_get (objects->pdata[i], OCTANT_OBJECT_ID), &slot))
        continue;
      before = octant_assessment_get_object (assessment, slot);
      position = g_strdup (octant_record_get (before, OCTANT_CYCLE_OBJECT_POSITION));
      octant_act_add_change (act, octant_record_ref (before),
                             new_cycle_object (assessment, objects->pdata[i], position));
    }
  return g_steal_pointer (&act);
}

/**
 * octant_act_copy_to_objects:
 * @item: what is copied
 * @slots: (array length=n_slots): to which objects; that of @item itself is left out
 *
 * Copying "unanswered" takes the ratings of the others back. A note is copied when there is
 * one; else theirs stay.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_copy_to_objects (OctantAssessment *assessment,
                            OctantItemRef     item,
                            const guint      *slots,
                            gsize             n_slots,
                            const OctantBy   *by,
                            GError          **error)
{
  g_autofree OctantRateRow *rows = g_new0 (OctantRateRow, MAX (n_slots, 1));
  OctantAnswer answer;
  gsize n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (slots != NULL || n_slots == 0, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error) || !octant_acts_check_item (assessment, item, error))
    return NULL;
  octant_assessment_get_answer (assessment, item.requirement, item.slot, &answer);
  for (gsize i = 0; i < n_slots; i++)
    if (slots[i] != item.slot)
      rows[n++] = (OctantRateRow) {
        .item = { item.requirement, slots[i] },
        .rating = answer.rating,
        .note = answer.note,
        .reason = answer.na_reason,
        .approver = answer.na_approver,
      };
  return octant_act_rate_many (assessment, "copy", rows, n, by, error);
}
