/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-objects.h"

#include <glib/gi18n.h>

#include "assessment/octant-acts-objects.h"
#include "base/octant-time.h"
#include "octant-session-private.h"
#include "store/octant-store-query.h"

/* What a change of the register needs on the store's thread. */
typedef struct
{
  char *organisation_id;
  OctantRecord *object;       /* (owned) (nullable) */
  OctantObjectFields *fields; /* (owned) (nullable) */
  char *actor;
} ObjectRequest;

static void
object_request_free (ObjectRequest *self)
{
  g_free (self->organisation_id);
  g_clear_pointer (&self->object, octant_record_unref);
  g_clear_pointer (&self->fields, octant_object_fields_free);
  g_free (self->actor);
  g_free (self);
}

void
octant_object_fields_free (OctantObjectFields *self)
{
  g_free (self->name);
  g_free (self->kind);
  g_free (self);
}

static gpointer
job_list_objects (OctantStore  *store,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  return octant_store_list (store, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, data, error);
}

static gpointer
job_list_scope (OctantStore  *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return octant_store_list (store, OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_CYCLE, data, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *objects = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (objects == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, objects, (GDestroyNotify) g_ptr_array_unref);
}

static const char *
get_organisation_id (OctantSession *self)
{
  return octant_record_get (octant_assessment_get_cycle (self->assessment), OCTANT_CYCLE_ORG);
}

void
octant_session_list_objects_async (OctantSession      *self,
                                   const char         *organisation_id,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);
  g_return_if_fail (organisation_id != NULL || self->assessment != NULL);

  g_task_set_source_tag (task, octant_session_list_objects_async);
  if (organisation_id == NULL)
    organisation_id = get_organisation_id (self);
  octant_write_queue_run_async (self->queue, FALSE, job_list_objects, g_strdup (organisation_id), g_free,
                                (GDestroyNotify) g_ptr_array_unref, listed_cb, g_steal_pointer (&task));
}

void
octant_session_list_scope_async (OctantSession      *self,
                                 const char         *cycle_id,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL && cycle_id != NULL);

  g_task_set_source_tag (task, octant_session_list_scope_async);
  octant_write_queue_run_async (self->queue, FALSE, job_list_scope, g_strdup (cycle_id), g_free,
                                (GDestroyNotify) g_ptr_array_unref, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
octant_session_list_objects_finish (OctantSession *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The assessments that have the object in scope. */
static GPtrArray *
list_cycles (OctantStore  *store,
             const char   *object_id,
             GError      **error)
{
  g_autoptr (GPtrArray) rows = octant_store_list (store, OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_OBJECT,
                                                  object_id, error);
  g_autoptr (GPtrArray) cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *cycle = octant_store_get (store, OCTANT_TABLE_CYCLE,
                                              octant_record_get (g_ptr_array_index (rows, i), OCTANT_CYCLE_OBJECT_CYCLE),
                                              error);

      if (cycle == NULL)
        return NULL;
      g_ptr_array_add (cycles, cycle);
    }
  return g_steal_pointer (&cycles);
}

static OctantAct *
build_removal (OctantStore    *store,
               ObjectRequest  *request,
               const OctantBy *by,
               GError        **error)
{
  g_autoptr (GPtrArray) cycles = list_cycles (store, octant_record_get (request->object, OCTANT_OBJECT_ID), error);
  g_autoptr (GString) titles = g_string_new (NULL);

  if (cycles == NULL)
    return NULL;
  if (cycles->len == 0)
    return octant_act_remove_object (request->object, cycles, by, error);
  /* The act would refuse as well; here it is said in the user's language. */
  for (guint i = 0; i < cycles->len; i++)
    {
      if (i > 0)
        /* Translators: stands between the titles of assessments */
        g_string_append (titles, _(", "));
      g_string_append (titles, octant_record_get (g_ptr_array_index (cycles, i), OCTANT_CYCLE_TITLE));
    }
  /* Translators: name of an object, titles of assessments */
  g_set_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED,
               _("%s is in the scope of %s. Take it out of there before removing it."),
               octant_record_get (request->object, OCTANT_OBJECT_NAME), titles->str);
  return NULL;
}

/* Two objects of one name could not be told apart in the rows, the scores and the reports. */
static gboolean
is_name_free (OctantStore    *store,
              ObjectRequest  *request,
              GError        **error)
{
  const char *own = request->object != NULL ? octant_record_get (request->object, OCTANT_OBJECT_ID) : NULL;
  gboolean has;

  if (!octant_store_has_name (store, OCTANT_TABLE_OBJECT, request->organisation_id, request->fields->name, own, &has, error))
    return FALSE;
  if (has)
    g_set_error_literal (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED,
                         _("There is an object of this name: choose another name"));
  return !has;
}

/* ObjectRequest → the act, committed */
static gpointer
job_change_object (OctantStore  *store,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  ObjectRequest *request = data;
  OctantObjectFields *fields = request->fields;
  g_autofree char *now = octant_time_now ();
  OctantBy by = { request->actor, now };
  g_autoptr (OctantAct) act = NULL;

  if (fields != NULL && !is_name_free (store, request, error))
    return NULL;
  if (fields == NULL)
    act = build_removal (store, request, &by, error);
  else if (request->object == NULL)
    act = octant_act_add_object (request->organisation_id, fields->name, fields->kind, fields->level,
                                 fields->criticality, &by, NULL, error);
  else
    act = octant_act_edit_object (request->object, fields->name, fields->kind, fields->level,
                                  fields->criticality > 0 ? fields->criticality : fields->level, &by, error);
  if (act == NULL || !octant_store_commit (store, act, error))
    return NULL;
  return g_steal_pointer (&act);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OctantSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (act == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!octant_act_is_empty (act))
    octant_session_set_history_private (self, TRUE, FALSE);
  g_signal_emit_by_name (self, "objects-changed");
  if (g_str_equal (act->kind, "remove-object"))
    octant_session_notice_private (self, _("Object removed"), TRUE);
  g_task_return_boolean (task, TRUE);
}

void
octant_session_change_object_async (OctantSession      *self,
                                    OctantRecord       *object,
                                    OctantObjectFields *fields,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  ObjectRequest *request;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL && self->assessment != NULL);
  g_return_if_fail (object != NULL || fields != NULL);

  g_task_set_source_tag (task, octant_session_change_object_async);
  request = g_new0 (ObjectRequest, 1);
  request->organisation_id = g_strdup (get_organisation_id (self));
  request->object = object != NULL ? octant_record_ref (object) : NULL;
  request->fields = fields;
  request->actor = g_strdup (self->actor);
  octant_write_queue_run_async (self->queue, TRUE, job_change_object, request, (GDestroyNotify) object_request_free,
                                (GDestroyNotify) octant_act_free, changed_cb, g_steal_pointer (&task));
}

gboolean
octant_session_change_object_finish (OctantSession *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Switching the object on again does not bring them back, as undo does: so it is said how many go. */
static guint
count_answers_lost (const OctantAct *act)
{
  guint n = 0;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      n += change->after == NULL && octant_record_get_table (change->before) == OCTANT_TABLE_ANSWER
           && octant_record_get (change->before, OCTANT_ANSWER_RATING)[0] != '\0';
    }
  return n;
}

gboolean
octant_session_set_scope (OctantSession *self,
                          GPtrArray     *objects,
                          GError       **error)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  OctantBy by;
  OctantAct *act;
  guint before, n_answers;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (objects != NULL && self->assessment != NULL, FALSE);

  by = (OctantBy){ self->actor, now };
  before = octant_assessment_get_n_objects (self->assessment);
  act = octant_act_set_scope (self->assessment, objects, &by, error);
  if (act == NULL)
    return FALSE;
  n_answers = count_answers_lost (act);
  octant_session_carry_out_private (self, act);
  if (octant_assessment_get_n_objects (self->assessment) < before)
    {
      message = n_answers == 0 ? g_strdup (_("Object out of scope"))
                               : g_strdup_printf (ngettext ("Object out of scope, %u answer with it",
                                                            "Object out of scope, %u answers with it", n_answers),
                                                  n_answers);
      octant_session_notice_private (self, message, TRUE);
    }
  return TRUE;
}

gboolean
octant_session_refresh_objects (OctantSession *self,
                                GPtrArray     *objects,
                                GError       **error)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by;
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (objects != NULL && self->assessment != NULL, FALSE);

  by = (OctantBy){ self->actor, now };
  act = octant_act_refresh_objects (self->assessment, objects, &by, error);
  if (act == NULL)
    return FALSE;
  octant_session_carry_out_private (self, act);
  octant_session_notice_private (self, _("The assessment took the objects over as they are now"), TRUE);
  return TRUE;
}

gboolean
octant_session_can_copy_to_objects (OctantItem *item)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (item), FALSE);

  return octant_item_get_object_name (item) != NULL
         && octant_assessment_get_n_objects (octant_item_get_assessment (item)) > 1
         && octant_item_get_rating (item) != OCTANT_RATING_UNANSWERED;
}

gboolean
octant_session_copy_to_objects (OctantSession *self,
                                OctantItem    *item)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  OctantBy by;
  OctantItemRef ref;
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (OCTANT_IS_ITEM (item), FALSE);

  if (octant_item_get_assessment (item) != self->assessment || !octant_session_can_copy_to_objects (item))
    return FALSE;
  by = (OctantBy){ self->actor, now };
  ref = (OctantItemRef){ octant_item_get_requirement_index (item), octant_item_get_slot (item) };
  for (guint slot = 0; slot < octant_assessment_get_n_objects (self->assessment); slot++)
    if (slot != ref.slot)
      g_array_append_val (slots, slot);
  act = octant_act_copy_to_objects (self->assessment, ref, (const guint *) (gpointer) slots->data, slots->len, &by,
                                    &error);
  if (act == NULL)
    {
      octant_session_notice_private (self, error->message, FALSE);
      return FALSE;
    }
  octant_session_carry_out_private (self, act);
  message = g_strdup_printf (ngettext ("Copied to %u other object", "Copied to %u other objects", slots->len),
                             slots->len);
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

const char *
octant_session_get_object (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->object;
}

/* The earlier assessment shows the same object, so that like is compared with like. */
void
octant_session_follow_object_private (OctantSession *self)
{
  if (self->previous != NULL)
    octant_assessment_set_shown_object (self->previous, self->object);
  if (self->assessment != NULL)
    octant_assessment_set_shown_object (self->assessment, self->object);
  if (self->object != NULL && self->assessment != NULL
      && octant_assessment_get_shown_object (self->assessment) == NULL)
    octant_session_set_object (self, NULL);
}

void
octant_session_set_object (OctantSession *self,
                           const char    *object_id)
{
  guint slot;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (object_id != NULL
      && (self->assessment == NULL || !octant_assessment_find_object (self->assessment, object_id, &slot)))
    object_id = NULL;
  if (!g_set_str (&self->object, object_id))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  octant_session_follow_object_private (self);
  octant_requirement_filter_object_changed (self->filter);
  /* The list has the requirement as this object has it; that of all objects has this one's row too. */
  if (self->item != NULL && object_id != NULL)
    octant_session_set_item (self, octant_session_find_item (self, octant_item_get_requirement (self->item)->code));
  g_object_notify (G_OBJECT (self), "object");
  g_object_thaw_notify (G_OBJECT (self));
}
