/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-write-queue.h"

#include "octant-texts.h"

typedef struct
{
  OctantAct *act; /* (owned) (nullable): a commit when set */
  gboolean writes;
  OctantStoreFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GTask *task; /* (owned) (nullable): who waits for a job */
} Entry;

struct _OctantWriteQueue
{
  GObject parent_instance;

  OctantStoreWorker *worker; /* (owned) */
  GQueue entries;            /* (element-type Entry) (owned): the head is the one under way */
  gboolean busy;
  gboolean drained; /* all that is left was given to the worker */
  OctantSaveState state;
  GError *error; /* (owned) (nullable): why the head failed */
  char *message; /* (owned) (nullable): the same for the user */
};

typedef enum
{
  PROP_SAVE_STATE = 1,
  PROP_ERROR_MESSAGE,
} OctantWriteQueueProperty;

enum
{
  SIGNAL_CONFLICT,
  SIGNAL_QUEUED,
  SIGNAL_WRITTEN,
  N_SIGNALS,
};

static GParamSpec *props[PROP_ERROR_MESSAGE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantWriteQueue, octant_write_queue, G_TYPE_OBJECT)

static void run_head (OctantWriteQueue *self);

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->act, octant_act_free);
  if (entry->data_free != NULL)
    g_clear_pointer (&entry->data, entry->data_free);
  g_clear_object (&entry->task);
  g_free (entry);
}

static void
set_state (OctantWriteQueue *self,
           OctantSaveState   state)
{
  g_autofree char *message = NULL;

  if (state == OCTANT_SAVE_STATE_FAILED)
    message = octant_describe_store_error (self->error);
  if (g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR_MESSAGE]);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_STATE]);
}

static void
update_state (OctantWriteQueue *self)
{
  gboolean writes = FALSE;

  for (GList *link = self->entries.head; link != NULL && !writes; link = link->next)
    writes = ((Entry *) link->data)->writes;
  set_state (self, writes ? OCTANT_SAVE_STATE_SAVING : OCTANT_SAVE_STATE_SAVED);
}

static void
pop_head (OctantWriteQueue *self)
{
  entry_free (g_queue_pop_head (&self->entries));
  update_state (self);
  run_head (self);
}

/* Jobs wait for what is before them; when that cannot be written they are told so instead of waiting for ever. */
static void
refuse_jobs (OctantWriteQueue *self)
{
  GList *next;

  for (GList *link = self->entries.head; link != NULL; link = next)
    {
      Entry *entry = link->data;

      next = link->next;
      if (entry->task == NULL)
        continue;
      g_queue_delete_link (&self->entries, link);
      g_task_return_error (entry->task, g_error_copy (self->error));
      entry_free (entry);
    }
}

static void
drop_conflict (OctantWriteQueue *self,
               const GError     *error)
{
  g_set_error_literal (&self->error, error->domain, error->code, error->message);
  refuse_jobs (self);
  g_clear_error (&self->error);
  g_queue_clear_full (&self->entries, (GDestroyNotify) entry_free);
  set_state (self, OCTANT_SAVE_STATE_SAVED);
  g_signal_emit (self, signals[SIGNAL_CONFLICT], 0, error->message);
}

static void
commit_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantWriteQueue) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (octant_store_worker_commit_finish (self->worker, result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
      pop_head (self);
      return;
    }
  if (g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT))
    {
      drop_conflict (self, error);
      return;
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  refuse_jobs (self);
  set_state (self, OCTANT_SAVE_STATE_FAILED);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (OctantWriteQueue) self = user_data;
  g_autoptr (GError) error = NULL;
  Entry *entry = g_queue_peek_head (&self->entries);
  g_autoptr (GTask) task = g_steal_pointer (&entry->task);
  GDestroyNotify result_free = entry->result_free;
  gpointer value = octant_store_worker_run_finish (self->worker, result, &error);

  self->busy = FALSE;
  pop_head (self);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, value, result_free);
}

static void
run_head (OctantWriteQueue *self)
{
  Entry *entry = g_queue_peek_head (&self->entries);

  if (self->busy || self->drained || entry == NULL)
    return;

  self->busy = TRUE;
  update_state (self);
  if (entry->act != NULL)
    /* A copy, because a failed act is tried again and the worker takes what it is given. */
    octant_store_worker_commit_async (self->worker, octant_act_copy (entry->act),
                                      commit_cb, g_object_ref (self));
  else
    octant_store_worker_run_async (self->worker, entry->func, g_steal_pointer (&entry->data),
                                   entry->data_free, entry->result_free, NULL,
                                   run_cb, g_object_ref (self));
}

static void
octant_write_queue_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OctantWriteQueue *self = OCTANT_WRITE_QUEUE (object);

  switch ((OctantWriteQueueProperty) prop_id)
    {
    case PROP_SAVE_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_write_queue_finalize (GObject *object)
{
  OctantWriteQueue *self = OCTANT_WRITE_QUEUE (object);

  g_queue_clear_full (&self->entries, (GDestroyNotify) entry_free);
  g_clear_object (&self->worker);
  g_clear_error (&self->error);
  g_free (self->message);

  G_OBJECT_CLASS (octant_write_queue_parent_class)->finalize (object);
}

static void
octant_write_queue_class_init (OctantWriteQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_write_queue_get_property;
  object_class->finalize = octant_write_queue_finalize;

  props[PROP_SAVE_STATE] =
      g_param_spec_int ("save-state", NULL, NULL, 0, OCTANT_SAVE_STATE_FAILED, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ERROR_MESSAGE] =
      g_param_spec_string ("error-message", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CONFLICT] = g_signal_new ("conflict", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_QUEUED] = g_signal_new ("queued", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_write_queue_init (OctantWriteQueue *self)
{
  g_queue_init (&self->entries);
}

OctantWriteQueue *
octant_write_queue_new (OctantStoreWorker *worker)
{
  OctantWriteQueue *self = g_object_new (OCTANT_TYPE_WRITE_QUEUE, NULL);

  self->worker = g_object_ref (worker);
  return self;
}

static void
push (OctantWriteQueue *self,
      Entry            *entry)
{
  g_queue_push_tail (&self->entries, entry);
  if (entry->writes)
    g_signal_emit (self, signals[SIGNAL_QUEUED], 0);
  if (self->state == OCTANT_SAVE_STATE_FAILED)
    return;
  update_state (self);
  run_head (self);
}

/**
 * octant_write_queue_commit:
 * @act: (transfer full): applied to the assessment already
 */
void
octant_write_queue_commit (OctantWriteQueue *self,
                           OctantAct        *act)
{
  Entry *entry = g_new0 (Entry, 1);

  g_return_if_fail (OCTANT_IS_WRITE_QUEUE (self));
  g_return_if_fail (act != NULL);

  entry->act = act;
  entry->writes = TRUE;
  push (self, entry);
}

void
octant_write_queue_run_async (OctantWriteQueue   *self,
                              gboolean            writes,
                              OctantStoreFunc     func,
                              gpointer            data,
                              GDestroyNotify      data_free,
                              GDestroyNotify      result_free,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Entry *entry;

  g_return_if_fail (OCTANT_IS_WRITE_QUEUE (self));

  g_task_set_source_tag (task, octant_write_queue_run_async);
  entry = g_new0 (Entry, 1);
  entry->writes = writes;
  entry->func = func;
  entry->data = data;
  entry->data_free = data_free;
  entry->result_free = result_free;
  if (self->state == OCTANT_SAVE_STATE_FAILED)
    {
      g_task_return_error (task, g_error_copy (self->error));
      entry_free (entry);
      return;
    }
  entry->task = g_steal_pointer (&task);
  push (self, entry);
}

gpointer
octant_write_queue_run_finish (OctantWriteQueue *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Tries the failed act again, then all behind it. */
void
octant_write_queue_retry (OctantWriteQueue *self)
{
  g_return_if_fail (OCTANT_IS_WRITE_QUEUE (self));

  if (self->state == OCTANT_SAVE_STATE_FAILED)
    run_head (self);
}

static gpointer
commit_all (OctantStore  *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  GPtrArray *acts = data;

  for (guint i = 0; i < acts->len; i++)
    if (!octant_store_commit (store, g_ptr_array_index (acts, i), error))
      {
        g_warning ("%u answers could not be saved: %s", acts->len - i, (*error)->message);
        return NULL;
      }
  return NULL;
}

static void
drained_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  /* Nobody is left to be told; commit_all() has said it. */
}

void
octant_write_queue_drain (OctantWriteQueue *self)
{
  GPtrArray *acts;

  g_return_if_fail (OCTANT_IS_WRITE_QUEUE (self));

  acts = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  for (GList *link = self->entries.head; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      /* The head is with the worker already, unless it failed. */
      if (entry->act != NULL && !(self->busy && link == self->entries.head))
        g_ptr_array_add (acts, octant_act_copy (entry->act));
    }
  if (acts->len > 0)
    octant_store_worker_run_async (self->worker, commit_all, acts, (GDestroyNotify) g_ptr_array_unref, NULL, NULL,
                                   drained_cb, NULL);
  else
    g_ptr_array_unref (acts);
  self->drained = TRUE;
}

OctantSaveState
octant_write_queue_get_state (OctantWriteQueue *self)
{
  g_return_val_if_fail (OCTANT_IS_WRITE_QUEUE (self), OCTANT_SAVE_STATE_SAVED);

  return self->state;
}

/* (nullable) */
const char *
octant_write_queue_get_error (OctantWriteQueue *self)
{
  g_return_val_if_fail (OCTANT_IS_WRITE_QUEUE (self), NULL);

  return self->message;
}

/* Acts and jobs that are not done. */
guint
octant_write_queue_get_length (OctantWriteQueue *self)
{
  g_return_val_if_fail (OCTANT_IS_WRITE_QUEUE (self), 0);

  return self->entries.length;
}
