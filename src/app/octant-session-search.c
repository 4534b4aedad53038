/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-search.h"

#include "octant-session-private.h"
#include "store/octant-journal-acts.h"

struct _OctantSearcher
{
  gatomicrefcount refs;
  OctantSearchIndex *index; /* (owned) (nullable): NULL before the first search */
  gint64 seq;               /* the last journal entry that the index knows */
};

typedef struct
{
  OctantSearcher *searcher; /* (owned) */
  char *text;
  char *model_hash; /* (nullable) */
  guint max_hits;
} Request;

typedef struct
{
  GPtrArray *hits;
  guint n_found[OCTANT_SEARCH_N_PLACES];
} Found;

OctantSearcher *
octant_searcher_new (void)
{
  OctantSearcher *self = g_new0 (OctantSearcher, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

OctantSearcher *
octant_searcher_ref (OctantSearcher *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
octant_searcher_unref (OctantSearcher *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->index, octant_search_index_free);
  g_free (self);
}

static void
request_free (Request *request)
{
  octant_searcher_unref (request->searcher);
  g_free (request->text);
  g_free (request->model_hash);
  g_free (request);
}

static void
found_free (Found *found)
{
  g_clear_pointer (&found->hits, g_ptr_array_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gboolean
make_index (OctantStore     *store,
            OctantSearcher  *self,
            GError         **error)
{
  OctantJournalRange last = { .limit = 1 };
  g_autoptr (GPtrArray) acts = octant_store_list_acts (store, &last, error);

  if (acts == NULL)
    return FALSE;
  self->seq = acts->len > 0 ? ((OctantAct *) g_ptr_array_index (acts, 0))->seq : 0;
  self->index = octant_search_index_new (store, error);
  return self->index != NULL;
}

/* Takes in what was done since the last search, the oldest first. */
static gboolean
follow_journal (OctantStore     *store,
                OctantSearcher  *self,
                GError         **error)
{
  OctantJournalRange since = { .above = self->seq };
  g_autoptr (GPtrArray) acts = octant_store_list_acts (store, &since, error);

  if (acts == NULL)
    return FALSE;
  for (guint i = acts->len; i-- > 0;)
    {
      const OctantAct *act = g_ptr_array_index (acts, i);

      if (!octant_search_index_apply (self->index, act))
        {
          g_clear_pointer (&self->index, octant_search_index_free);
          return make_index (store, self, error);
        }
      self->seq = act->seq;
    }
  return TRUE;
}

static gpointer
job_search (OctantStore  *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Request *request = data;
  OctantSearchScope scope = { NULL, request->model_hash, request->max_hits };
  Found *found;

  if (request->searcher->index == NULL ? !make_index (store, request->searcher, error)
                                       : !follow_journal (store, request->searcher, error))
    return NULL;
  found = g_new0 (Found, 1);
  found->hits = octant_search_index_find (request->searcher->index, request->text, &scope, found->n_found);
  return found;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (found == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, found, (GDestroyNotify) found_free);
}

void
octant_session_search_async (OctantSession      *self,
                             const char         *text,
                             guint               max_hits,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_session_search_async);
  if (self->queue == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The data are not open");
      return;
    }
  request = g_new0 (Request, 1);
  if (self->searcher == NULL)
    self->searcher = octant_searcher_new ();
  request->searcher = octant_searcher_ref (self->searcher);
  request->text = g_strdup (text);
  request->max_hits = max_hits;
  if (self->assessment != NULL)
    request->model_hash = g_strdup (octant_model_get_hash (octant_assessment_get_model (self->assessment)));
  octant_write_queue_run_async (self->queue, FALSE, job_search, request, (GDestroyNotify) request_free,
                                (GDestroyNotify) found_free, found_cb, g_steal_pointer (&task));
}

GPtrArray *
octant_session_search_finish (OctantSession *self,
                              GAsyncResult  *result,
                              guint         *n_found,
                              GError       **error)
{
  g_autoptr (Found) found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (n_found != NULL, NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;
  memcpy (n_found, found->n_found, sizeof found->n_found);
  return g_steal_pointer (&found->hits);
}
