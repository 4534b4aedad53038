/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-journal.h"

#include "octant-journal-line.h"
#include "octant-session-private.h"
#include "store/octant-store-query.h"

typedef struct
{
  gint64 above;
  gint64 below;
  char *cycle_id; /* (nullable) */
  char *code;     /* (nullable) */
  guint limit;
} Request;

static void
request_free (Request *request)
{
  g_free (request->cycle_id);
  g_free (request->code);
  g_free (request);
}

/* The kind of the entry numbered @seq. (transfer full) (nullable) */
static char *
dup_kind (OctantStore *store,
          gint64       seq)
{
  OctantJournalRange range = { .above = seq - 1, .below = seq + 1 };
  g_autoptr (GPtrArray) acts = octant_store_list_acts (store, &range, NULL);

  return acts != NULL && acts->len > 0 ? g_strdup (((OctantAct *) g_ptr_array_index (acts, 0))->kind) : NULL;
}

static gpointer
job_list (OctantStore  *store,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  Request *request = data;
  OctantJournalRange range = { request->above, request->below, request->cycle_id, request->code, request->limit };
  g_autoptr (GPtrArray) acts = octant_store_list_acts (store, &range, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (acts == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_journal_line_free);
  for (guint i = 0; i < acts->len; i++)
    {
      OctantAct *act = g_ptr_array_index (acts, i);
      g_autofree char *about = act->reverts != 0 ? dup_kind (store, act->reverts) : NULL;

      /* Of an act on many requirements only what it did to the one is told. */
      for (guint k = act->changes->len; request->code != NULL && k-- > 0;)
        {
          OctantChange *change = g_ptr_array_index (act->changes, k);
          const char *code = octant_journal_row_get_code (change->after != NULL ? change->after : change->before);

          if (code != NULL && g_strcmp0 (code, request->code) != 0)
            g_ptr_array_remove_index (act->changes, k);
        }
      g_ptr_array_add (lines, octant_journal_line_new (store, act, about));
    }
  return g_steal_pointer (&lines);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
octant_session_list_journal_async (OctantSession       *self,
                                   gint64               above,
                                   gint64               below,
                                   const char          *code,
                                   guint                limit,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_session_list_journal_async);
  request = g_new0 (Request, 1);
  request->above = above;
  request->below = below;
  request->limit = limit;
  request->code = g_strdup (code);
  if (code != NULL && self->assessment != NULL)
    request->cycle_id = g_strdup (octant_assessment_get_id (self->assessment));
  octant_write_queue_run_async (self->queue, FALSE, job_list, request, (GDestroyNotify) request_free,
                                (GDestroyNotify) g_ptr_array_unref, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
octant_session_list_journal_finish (OctantSession *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
job_list_people (OctantStore  *store,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  return octant_store_list_journal_actors (store, error);
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char **people = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (people != NULL)
    g_task_return_pointer (task, people, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
octant_session_list_journal_people_async (OctantSession       *self,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_session_list_journal_people_async);
  octant_write_queue_run_async (self->queue, FALSE, job_list_people, NULL, NULL, (GDestroyNotify) g_strfreev, people_cb,
                                g_steal_pointer (&task));
}

char **
octant_session_list_journal_people_finish (OctantSession *self,
                                           GAsyncResult  *result,
                                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
job_verify (OctantStore  *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  OctantJournalRange last = { .limit = 1 };
  g_autoptr (GPtrArray) acts = NULL;
  gint64 *n;

  if (!octant_store_verify_journal (store, error))
    return NULL;
  acts = octant_store_list_acts (store, &last, error);
  if (acts == NULL)
    return NULL;
  n = g_new0 (gint64, 1);
  if (acts->len > 0)
    *n = ((OctantAct *) g_ptr_array_index (acts, 0))->seq;
  return n;
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer n = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (n != NULL)
    g_task_return_pointer (task, n, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
octant_session_verify_journal_async (OctantSession       *self,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (self->queue != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_session_verify_journal_async);
  octant_write_queue_run_async (self->queue, FALSE, job_verify, NULL, NULL, g_free, verified_cb,
                                g_steal_pointer (&task));
}

gboolean
octant_session_verify_journal_finish (OctantSession *self,
                                      GAsyncResult  *result,
                                      gint64        *n_entries,
                                      GError       **error)
{
  g_autofree gint64 *n = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_pointer (G_TASK (result), error);
  if (n != NULL && n_entries != NULL)
    *n_entries = *n;
  return n != NULL;
}
