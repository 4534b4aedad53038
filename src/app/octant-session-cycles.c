/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>

#include "model/octant-model-library.h"
#include "octant-texts.h"

static OctantCycleRequest *
cycle_request_new (OctantSession *self,
                   const char    *id)
{
  OctantCycleRequest *request = g_new0 (OctantCycleRequest, 1);

  request->id = g_strdup (id);
  request->actor = g_strdup (self->actor);
  return request;
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  const char *open = self->assessment != NULL ? octant_assessment_get_id (self->assessment) : NULL;

  if (id == NULL)
    {
      g_autofree char *reason = octant_describe_store_error (error);

      octant_session_notice_private (self, reason, FALSE);
      return;
    }
  octant_session_reload_private (self, g_strcmp0 (id, open) == 0 ? NULL : open);
  octant_session_notice_private (self, _("Assessment deleted"), TRUE);
}

void
octant_session_delete_cycle (OctantSession *self,
                             const char    *id)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  if (self->queue == NULL)
    return;
  /* Undo brings it back with the last words. */
  octant_session_leave_private (self);
  octant_write_queue_run_async (self->queue, TRUE, octant_job_delete_cycle, cycle_request_new (self, id),
                                (GDestroyNotify) octant_cycle_request_free, g_free,
                                deleted_cb, g_object_ref (self));
}

static void
sample_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer made = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (made == NULL)
    {
      g_autofree char *reason = octant_describe_store_error (error);

      octant_session_notice_private (self, reason, FALSE);
    }
  octant_session_reload_private (self, NULL);
}

/* Adds the sample institution with its yearly assessments and opens the newest. */
void
octant_session_create_sample (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue == NULL)
    return;
  octant_session_set_loading_private (self);
  octant_write_queue_run_async (self->queue, TRUE, octant_job_sample, NULL, NULL, NULL, sample_cb,
                                g_object_ref (self));
}

static void
new_cycle_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OctantSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (id == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  octant_session_reload_private (self, id);
  g_task_return_boolean (task, TRUE);
}

void
octant_session_new_cycle_async (OctantSession         *self,
                                OctantNewCycleRequest *request,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);

  g_task_set_source_tag (task, octant_session_new_cycle_async);
  g_set_str (&request->actor, self->actor);
  octant_write_queue_run_async (self->queue, TRUE, octant_job_new_cycle, request,
                                (GDestroyNotify) octant_new_cycle_request_free, g_free,
                                new_cycle_cb, g_steal_pointer (&task));
}

gboolean
octant_session_new_cycle_finish (OctantSession *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
list_models_in_thread (GTask        *task,
                       gpointer      source,
                       gpointer      data,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) entries = octant_model_library_list (data);
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      OctantModelEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) error = NULL;
      OctantModel *model = octant_model_new_from_file (entry->path, NULL, &error);

      if (model != NULL)
        g_ptr_array_add (models, model);
      else
        g_debug ("%s cannot be read: %s", entry->path, error->message);
    }
  if (models->len == 0)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                     _("No maturity model is installed"));
  else
    g_task_return_pointer (task, g_steal_pointer (&models), (GDestroyNotify) g_ptr_array_unref);
}

void
octant_session_list_models_async (OctantSession      *self,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));

  g_task_set_source_tag (task, octant_session_list_models_async);
  g_task_set_task_data (task, g_strdup (self->data_dir), g_free);
  g_task_run_in_thread (task, list_models_in_thread);
}

GPtrArray *
octant_session_list_models_finish (OctantSession *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
one_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  OctantAssessment *assessment =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (assessment == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, assessment, g_object_unref);
}

void
octant_session_load_assessment_async (OctantSession      *self,
                                      const char         *id,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);

  g_task_set_source_tag (task, octant_session_load_assessment_async);
  octant_write_queue_run_async (self->queue, FALSE, octant_job_load_one, g_strdup (id), g_free, g_object_unref,
                                one_loaded_cb, g_steal_pointer (&task));
}

OctantAssessment *
octant_session_load_assessment_finish (OctantSession *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
