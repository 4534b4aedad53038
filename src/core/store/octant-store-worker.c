/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-worker.h"

/*
 * One thread for the life of the worker, and one queue: jobs run in the order in which they
 * were given, so a read sees every act committed before it was asked for. Each job is a
 * GTask, which brings its result back to the main context that it was started from.
 *
 * `pending` counts commits that are not answered for yet. It is changed on the owner's
 * thread only: up when the commit is given, down when its result arrives there. So what
 * shows "Saved" can never be ahead of the disk.
 */

struct _OctantStoreWorker
{
  GObject parent_instance;

  GThread *thread;     /* (owned) (nullable) joined by close */
  GAsyncQueue *queue;  /* (owned) Job; shared with the thread */
  guint pending;
};

/* What the thread works on; the store is opened, used and closed on the thread alone. */
typedef struct
{
  GAsyncQueue *queue; /* (owned) */
  OctantStore *store; /* (owned) (nullable) */
} Loop;

typedef enum
{
  JOB_OPEN,
  JOB_RUN,
  JOB_COMMIT,
  JOB_CLOSE,
} JobKind;

typedef struct
{
  JobKind kind;
  GTask *task; /* (nullable) none for close; see request_new() about its owner */
  OctantStoreFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  char *dir;      /* (owned) of open */
  OctantAct *act; /* (owned) of commit */
  GError **error; /* of close, which waits for it */
} Job;

/* Whom to tell; data of the task. */
typedef struct
{
  gboolean counts; /* in `pending` */
  GAsyncReadyCallback callback; /* (nullable) */
  gpointer user_data;
} Request;

typedef enum
{
  PROP_PENDING = 1,
} OctantStoreWorkerProperty;

static GParamSpec *props[PROP_PENDING + 1];

G_DEFINE_FINAL_TYPE (OctantStoreWorker, octant_store_worker, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_pointer (&job->act, octant_act_free);
  g_free (job->dir);
  g_free (job);
}

static Job *
job_new (JobKind  kind,
         GTask   *task)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->task = task;
  return job;
}

static void
do_open (Loop *loop,
         Job  *job)
{
  GError *error = NULL;

  loop->store = octant_store_open (job->dir, &error);
  if (loop->store != NULL)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);
}

static void
do_run (Loop *loop,
        Job  *job)
{
  GError *error = NULL;
  gpointer result;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &error))
    {
      g_task_return_error (job->task, error);
      return;
    }
  result = job->func (loop->store, job->data, g_task_get_cancellable (job->task), &error);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->result_free);
}

static void
do_commit (Loop *loop,
           Job  *job)
{
  GError *error = NULL;

  if (octant_store_commit (loop->store, job->act, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);
}

static gpointer
run_thread (gpointer user_data)
{
  Loop *loop = user_data;
  gboolean done = FALSE;

  while (!done)
    {
      Job *job = g_async_queue_pop (loop->queue);

      switch (job->kind)
        {
        case JOB_OPEN:
          do_open (loop, job);
          break;
        case JOB_RUN:
          do_run (loop, job);
          break;
        case JOB_COMMIT:
          do_commit (loop, job);
          break;
        case JOB_CLOSE:
          if (loop->store != NULL)
            octant_store_close (loop->store, job->error);
          done = TRUE;
          break;
        default:
          g_assert_not_reached ();
        }
      job_free (job);
    }
  g_clear_object (&loop->store);
  g_async_queue_unref (loop->queue);
  g_free (loop);
  return NULL;
}

static void
request_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  OctantStoreWorker *self = OCTANT_STORE_WORKER (source);
  Request *request = g_task_get_task_data (G_TASK (result));

  if (request->counts)
    {
      self->pending--;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
    }
  if (request->callback != NULL)
    request->callback (source, result, request->user_data);
  g_object_unref (result);
}

/*
 * A task holds its worker. Were the thread to drop the last task, it would finalize the
 * worker and wait for itself: so the reference is dropped where the result arrives, in the
 * caller's context, and the thread only borrows it.
 */
static GTask *
request_new (OctantStoreWorker   *self,
             gpointer             tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, request_ready_cb, NULL);
  Request *request = g_new0 (Request, 1);

  request->callback = callback;
  request->user_data = user_data;
  g_task_set_task_data (task, request, g_free);
  g_task_set_source_tag (task, tag);
  /* What was written was written: a job looks at the cancellable itself. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static void
octant_store_worker_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OctantStoreWorker *self = OCTANT_STORE_WORKER (object);

  switch ((OctantStoreWorkerProperty) property_id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
octant_store_worker_dispose (GObject *object)
{
  OctantStoreWorker *self = OCTANT_STORE_WORKER (object);
  g_autoptr (GError) error = NULL;

  if (!octant_store_worker_close (self, &error))
    g_message ("Closing the store: %s", error->message);

  G_OBJECT_CLASS (octant_store_worker_parent_class)->dispose (object);
}

static void
octant_store_worker_finalize (GObject *object)
{
  OctantStoreWorker *self = OCTANT_STORE_WORKER (object);

  g_async_queue_unref (self->queue);

  G_OBJECT_CLASS (octant_store_worker_parent_class)->finalize (object);
}

static void
octant_store_worker_class_init (OctantStoreWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_store_worker_get_property;
  object_class->dispose = octant_store_worker_dispose;
  object_class->finalize = octant_store_worker_finalize;

  /**
   * OctantStoreWorker:pending:
   *
   * Commits whose result has not arrived yet; notified in the thread that gave them.
   */
  props[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_store_worker_init (OctantStoreWorker *self)
{
  Loop *loop = g_new0 (Loop, 1);

  self->queue = g_async_queue_new ();
  loop->queue = g_async_queue_ref (self->queue);
  self->thread = g_thread_new ("octant-store", run_thread, loop);
}

/**
 * octant_store_worker_open_async:
 *
 * Starts the thread and opens the store on it.
 */
void
octant_store_worker_open_async (const char          *data_dir,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (OctantStoreWorker) self = NULL;
  Job *job;

  g_return_if_fail (data_dir != NULL);

  self = g_object_new (OCTANT_TYPE_STORE_WORKER, NULL);
  job = job_new (JOB_OPEN, request_new (self, octant_store_worker_open_async, cancellable, callback, user_data));
  job->dir = g_strdup (data_dir);
  g_async_queue_push (self->queue, job);
}

/**
 * octant_store_worker_open_finish:
 *
 * Returns: (transfer full): the worker, or NULL with the error of octant_store_open()
 */
OctantStoreWorker *
octant_store_worker_open_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, octant_store_worker_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_source_object (G_TASK (result)));
}

static void
return_closed (GTask *task)
{
  g_task_return_new_error_literal (task, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO,
                                   "The data directory is closed");
}

void
octant_store_worker_run_async (OctantStoreWorker   *self,
                               OctantStoreFunc      func,
                               gpointer             data,
                               GDestroyNotify       data_free,
                               GDestroyNotify       result_free,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (OCTANT_IS_STORE_WORKER (self));
  g_return_if_fail (func != NULL);

  task = request_new (self, octant_store_worker_run_async, cancellable, callback, user_data);
  if (self->thread == NULL)
    {
      if (data_free != NULL)
        data_free (data);
      return_closed (task);
      return;
    }
  job = job_new (JOB_RUN, task);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_async_queue_push (self->queue, job);
}

gpointer
octant_store_worker_run_finish (OctantStoreWorker  *self,
                                GAsyncResult       *result,
                                GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, octant_store_worker_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
octant_store_worker_commit_async (OctantStoreWorker   *self,
                                  OctantAct           *act,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (OCTANT_IS_STORE_WORKER (self));
  g_return_if_fail (act != NULL);

  task = request_new (self, octant_store_worker_commit_async, NULL, callback, user_data);
  if (self->thread == NULL)
    {
      octant_act_free (act);
      return_closed (task);
      return;
    }
  job = job_new (JOB_COMMIT, task);
  job->act = act;
  ((Request *) g_task_get_task_data (task))->counts = TRUE;
  self->pending++;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PENDING]);
  g_async_queue_push (self->queue, job);
}

gboolean
octant_store_worker_commit_finish (OctantStoreWorker  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, octant_store_worker_commit_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
octant_store_worker_get_pending (OctantStoreWorker *self)
{
  g_return_val_if_fail (OCTANT_IS_STORE_WORKER (self), 0);

  return self->pending;
}

gboolean
octant_store_worker_close (OctantStoreWorker  *self,
                           GError            **error)
{
  g_autoptr (GError) local = NULL;
  Job *job;

  g_return_val_if_fail (OCTANT_IS_STORE_WORKER (self), FALSE);

  if (self->thread == NULL)
    return TRUE;
  job = job_new (JOB_CLOSE, NULL);
  job->error = &local;
  g_async_queue_push (self->queue, job);
  g_thread_join (g_steal_pointer (&self->thread));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
