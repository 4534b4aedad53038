/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-manage.h"

#include <glib/gi18n.h>

#include "assessment/octant-acts-register.h"
#include "base/octant-name.h"
#include "base/octant-time.h"
#include "octant-session-private.h"
#include "store/octant-store-query.h"

typedef enum
{
  EDIT_INSTITUTION,
  DELETE_INSTITUTION,
  EDIT_CYCLE,
} Task;

typedef struct
{
  Task task;
  char *id;
  char *actor;
  char *name;     /* (nullable) also the title */
  char *kind;     /* (nullable) */
  char *as_of;    /* (nullable) */
  char *assessor; /* (nullable) */
} Request;

static Request *
request_new (OctantSession *self,
             Task           task,
             const char    *id)
{
  Request *request = g_new0 (Request, 1);

  request->task = task;
  request->id = g_strdup (id);
  request->actor = g_strdup (self->actor);
  return request;
}

static void
request_free (Request *request)
{
  g_free (request->id);
  g_free (request->actor);
  g_free (request->name);
  g_free (request->kind);
  g_free (request->as_of);
  g_free (request->assessor);
  g_free (request);
}

static OctantAct *
build_institution (OctantStore    *store,
                   Request        *request,
                   const OctantBy *by,
                   GError        **error)
{
  g_autoptr (OctantRecord) organisation =
      octant_store_get (store, OCTANT_TABLE_ORGANISATION, request->id, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (organisation == NULL)
    return NULL;
  if (request->task == EDIT_INSTITUTION)
    return octant_act_edit_organisation (organisation, request->name, request->kind, by, error);
  rows = octant_store_list_organisation_rows (store, request->id, error);
  if (rows == NULL)
    return NULL;
  return octant_act_delete_organisation (organisation, rows, by, error);
}

/* A date decides how fresh evidence is, so the scores are computed with the cycle as it will be. */
static OctantAct *
build_cycle (OctantStore    *store,
             Request        *request,
             const OctantBy *by,
             GError        **error)
{
  g_autoptr (OctantAssessment) assessment = octant_store_load_assessment (store, request->id, error);
  g_autoptr (OctantAct) act = NULL;

  if (assessment == NULL)
    return NULL;
  act = octant_act_edit_cycle (assessment, request->name, request->as_of, request->assessor, by, error);
  if (act == NULL)
    return NULL;
  octant_assessment_apply (assessment, act);
  octant_act_set_scores_from (act, assessment);
  return g_steal_pointer (&act);
}

static gpointer
job_manage (OctantStore  *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Request *request = data;
  g_autofree char *now = octant_time_now ();
  OctantBy by = { request->actor, now };
  g_autoptr (OctantAct) act = request->task == EDIT_CYCLE ? build_cycle (store, request, &by, error)
                                                          : build_institution (store, request, &by, error);

  if (act == NULL || (!octant_act_is_empty (act) && !octant_store_commit (store, act, error)))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

static void
managed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  OctantSession *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error) == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* What was open is opened again, unless it went with its institution. */
  octant_session_reload_private (self, self->assessment != NULL ? octant_assessment_get_id (self->assessment) : NULL);
  if (request->task == DELETE_INSTITUTION)
    octant_session_notice_private (self, _("Institution deleted"), TRUE);
  g_task_return_boolean (task, TRUE);
}

/* Takes @request. The job and the answer to it look at the same request, one after the other. */
static void
run (OctantSession       *self,
     Request             *request,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  octant_write_queue_run_async (self->queue, TRUE, job_manage, request, NULL, NULL, managed_cb, task);
}

gboolean
octant_session_has_institution (OctantSession *self,
                                const char    *name,
                                const char    *except_id)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self) && name != NULL, FALSE);

  for (guint i = 0; self->organisations != NULL && i < self->organisations->len; i++)
    {
      OctantRecord *organisation = g_ptr_array_index (self->organisations, i);

      if (g_strcmp0 (octant_record_get (organisation, OCTANT_ORGANISATION_ID), except_id) != 0
          && octant_name_equal (octant_record_get (organisation, OCTANT_ORGANISATION_NAME), name))
        return TRUE;
    }
  return FALSE;
}

gboolean
octant_session_has_cycle (OctantSession *self,
                          const char    *organisation_id,
                          const char    *title,
                          const char    *except_id)
{
  GListModel *cycles = octant_session_get_cycles (self);

  g_return_val_if_fail (title != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);

      if (g_strcmp0 (octant_cycle_item_get_id (item), except_id) != 0
          && g_strcmp0 (octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG), organisation_id) == 0
          && octant_name_equal (octant_cycle_item_get_title (item), title))
        return TRUE;
    }
  return FALSE;
}

void
octant_session_edit_institution_async (OctantSession      *self,
                                       const char         *id,
                                       const char         *name,
                                       const char         *kind,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  Request *request;

  g_return_if_fail (OCTANT_IS_SESSION (self) && self->queue != NULL);
  g_return_if_fail (id != NULL);

  request = request_new (self, EDIT_INSTITUTION, id);
  request->name = g_strdup (name);
  request->kind = g_strdup (kind);
  run (self, request, callback, user_data);
}

void
octant_session_delete_institution_async (OctantSession      *self,
                                         const char         *id,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_return_if_fail (OCTANT_IS_SESSION (self) && self->queue != NULL);
  g_return_if_fail (id != NULL);

  run (self, request_new (self, DELETE_INSTITUTION, id), callback, user_data);
}

void
octant_session_edit_cycle_async (OctantSession      *self,
                                 const char         *id,
                                 const char         *title,
                                 const char         *as_of,
                                 const char         *assessor,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Request *request;

  g_return_if_fail (OCTANT_IS_SESSION (self) && self->queue != NULL);
  g_return_if_fail (id != NULL);

  request = request_new (self, EDIT_CYCLE, id);
  request->name = g_strdup (title);
  request->as_of = g_strdup (as_of);
  request->assessor = g_strdup (assessor);
  run (self, request, callback, user_data);
}

gboolean
octant_session_manage_finish (OctantSession *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
octant_session_refresh (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue != NULL && self->assessment != NULL)
    octant_session_open_cycle (self, octant_assessment_get_id (self->assessment));
}
