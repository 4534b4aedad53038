/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>

#include "octant-texts.h"
#include "octant-trickle.h"

/*
 * How data come into the session: the store is opened by its worker, which lists what there is and loads one cycle; what
 * arrives is shown, or why it does not.
 */

/* Which load an answer belongs to: only the last one asked for is shown. */
typedef struct
{
  OctantSession *session; /* (owned) */
  guint serial;
  guint n_acts;  /* before it */
  char *open_id; /* (owned) (nullable) */
} Load;

static Load *
load_new (OctantSession *self,
          const char    *open_id)
{
  Load *load = g_new0 (Load, 1);

  load->session = g_object_ref (self);
  load->serial = ++self->load_serial;
  load->n_acts = self->n_acts;
  load->open_id = g_strdup (open_id);
  return load;
}

static void
load_free (Load *load)
{
  g_object_unref (load->session);
  g_free (load->open_id);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
set_state (OctantSession     *self,
           OctantSessionState state,
           const char        *message)
{
  if (g_set_str (&self->error_message, message))
    g_object_notify (G_OBJECT (self), "error-message");
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

static void
fail (OctantSession *self,
      const GError  *error)
{
  g_autofree char *message = octant_describe_store_error (error);

  g_debug ("The data could not be opened: %s", error->message);
  set_state (self, OCTANT_SESSION_ERROR, message);
}

static void
scores_changed_cb (OctantAssessment *assessment,
                   OctantSession    *self)
{
  OctantCycleItem *item = octant_session_find_cycle (self, octant_assessment_get_id (assessment));
  g_autoptr (GPtrArray) rows = NULL;

  if (item == NULL)
    return;
  rows = octant_assessment_list_score_rows (assessment, NULL, 0);
  octant_cycle_item_set_scores (item, rows);
}

static void
set_institution (OctantSession *self)
{
  const char *id = self->assessment != NULL ? octant_assessment_get_id (self->assessment) : NULL;
  OctantCycleItem *item = id != NULL ? octant_session_find_cycle (self, id) : NULL;

  if (g_set_str (&self->institution, item != NULL ? octant_cycle_item_get_institution (item) : NULL))
    g_object_notify (G_OBJECT (self), "institution");
}

void
octant_session_leave_private (OctantSession *self)
{
  /* One that was deleted is on screen until another one has come. */
  if (self->assessment != NULL
      && octant_session_find_cycle (self, octant_assessment_get_id (self->assessment)) != NULL)
    g_signal_emit_by_name (self, "leaving");
}

static gboolean
let_go (gpointer user_data)
{
  OctantSession *self = user_data;

  g_ptr_array_set_size (self->left, (int) self->left->len - 1);
  return self->left->len > 0;
}

/* What is not shown any more lives until everybody has been told; to take its thousands of rows apart takes a while. */
static void
leave (OctantSession    *self,
       OctantAssessment *assessment)
{
  if (assessment == NULL)
    return;
  g_ptr_array_add (self->left, g_object_ref (assessment));
  octant_trickle_queue (&self->left_source, let_go, self);
}

/*
 * The selection survives a change of cycle where the new one has the same code. Lists and filters that follow one by
 * one still ask the nodes and items of the old assessment, which do not keep it themselves.
 */
static void
set_assessment (OctantSession    *self,
                OctantAssessment *assessment,
                OctantAssessment *previous)
{
  g_autofree char *node = NULL;
  g_autofree char *item = NULL;

  if (self->node != NULL)
    node = g_strdup (octant_node_get_code (self->node));
  if (self->item != NULL)
    item = g_strdup (octant_item_get_requirement (self->item)->code);

  leave (self, self->assessment);
  leave (self, self->previous);
  g_object_freeze_notify (G_OBJECT (self));
  octant_session_set_item (self, NULL);
  octant_session_set_node (self, NULL);
  if (self->assessment != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->assessment, scores_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->assessment, octant_session_follow_object_private, self);
    }
  g_set_object (&self->previous, previous);
  g_set_object (&self->assessment, assessment);
  octant_requirement_filter_set_assessment (self->filter, assessment);
  octant_session_follow_object_private (self);
  g_object_notify (G_OBJECT (self), "previous");
  g_object_notify (G_OBJECT (self), "assessment");
  set_institution (self);
  if (assessment != NULL)
    {
      g_signal_connect_object (assessment, "scores-changed", G_CALLBACK (scores_changed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (octant_session_follow_object_private), self,
                               G_CONNECT_SWAPPED);
      if (node != NULL)
        octant_session_set_node (self, octant_session_find_node (self, node));
      if (item != NULL)
        octant_session_set_item (self, octant_session_find_item (self, item));
    }
  g_object_thaw_notify (G_OBJECT (self));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
cycle_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  OctantSession *self = load->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantLoadedCycle) cycle =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (load->serial != self->load_serial)
    return;
  /* What was typed or done while it was read is on its way to the disk, behind the reading: it would be missing on screen. */
  octant_session_leave_private (self);
  if (cycle != NULL && load->n_acts != self->n_acts)
    octant_session_open_cycle (self, octant_assessment_get_id (cycle->assessment));
  else if (cycle != NULL)
    {
      set_assessment (self, cycle->assessment, cycle->previous);
      set_state (self, OCTANT_SESSION_READY, NULL);
    }
  else if (self->assessment == NULL)
    fail (self, error);
  else
    {
      g_autofree char *reason = octant_describe_store_error (error);
      g_autofree char *message = g_strdup_printf (_("The assessment could not be opened: %s"), reason);

      octant_session_notice_private (self, message, FALSE);
    }
}

static void
fill_cycles (OctantSession  *self,
             OctantSnapshot *snapshot)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < snapshot->cycles->len; i++)
    {
      OctantRecord *cycle = g_ptr_array_index (snapshot->cycles, i);
      OctantRecord *organisation = NULL;
      OctantCycleItem *item;

      for (guint k = 0; k < snapshot->organisations->len && organisation == NULL; k++)
        {
          OctantRecord *candidate = g_ptr_array_index (snapshot->organisations, k);

          if (g_str_equal (octant_record_get (candidate, OCTANT_ORGANISATION_ID),
                           octant_record_get (cycle, OCTANT_CYCLE_ORG)))
            organisation = candidate;
        }
      item = octant_cycle_item_new (cycle, organisation);
      octant_cycle_item_set_scores (item, g_ptr_array_index (snapshot->scores, i));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->cycles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cycles)),
                       items->pdata, items->len);
}

static const char *
choose_cycle (OctantSession *self,
              const char    *wanted)
{
  g_autoptr (OctantCycleItem) newest = NULL;

  if (wanted != NULL && octant_session_find_cycle (self, wanted) != NULL)
    return wanted;
  newest = g_list_model_get_item (G_LIST_MODEL (self->cycles), 0);
  return newest != NULL ? octant_cycle_item_get_id (newest) : NULL;
}

static void
snapshot_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  OctantSession *self = load->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantSnapshot) snapshot =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  const char *id;

  if (load->serial != self->load_serial)
    return;
  if (snapshot == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  self->organisations = g_ptr_array_ref (snapshot->organisations);
  fill_cycles (self, snapshot);
  octant_session_set_history_private (self, snapshot->can_undo, snapshot->can_redo);

  id = choose_cycle (self, load->open_id);
  if (id != NULL)
    {
      octant_session_open_cycle (self, id);
      return;
    }
  set_assessment (self, NULL, NULL);
  set_state (self, OCTANT_SESSION_EMPTY, NULL);
}

/* Lists everything anew, then opens @open_id, or the newest cycle when that is gone. */
void
octant_session_reload_private (OctantSession *self,
                               const char    *open_id)
{
  octant_write_queue_run_async (self->queue, FALSE, octant_job_snapshot, NULL, NULL,
                                (GDestroyNotify) octant_snapshot_free,
                                snapshot_cb, load_new (self, open_id));
}

void
octant_session_set_loading_private (OctantSession *self)
{
  set_state (self, OCTANT_SESSION_LOADING, NULL);
}

static void
save_state_cb (OctantSession *self)
{
  g_object_notify (G_OBJECT (self), "save-state");
}

static void
save_error_cb (OctantSession *self)
{
  g_object_notify (G_OBJECT (self), "save-error");
}

static void
queued_cb (OctantSession *self)
{
  g_signal_emit_by_name (self, "acted");
}

static void
conflict_cb (OctantSession *self,
             const char    *message)
{
  g_warning ("An act was not as the data expected: %s", message);
  octant_session_notice_private (self, _("The data had changed, and were loaded again. "
                                         "Please check your last answer"),
                                 FALSE);
  octant_session_reload_private (self, self->assessment != NULL
                                           ? octant_assessment_get_id (self->assessment)
                                           : NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  self->worker = octant_store_worker_open_finish (result, &error);
  if (self->worker == NULL)
    {
      fail (self, error);
      return;
    }
  self->queue = octant_write_queue_new (self->worker);
  g_signal_connect_object (self->queue, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "notify::error-message", G_CALLBACK (save_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "queued", G_CALLBACK (queued_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  octant_session_reload_private (self, self->wanted);
}

void
octant_session_open (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  /* A second worker would find the data locked by the first. */
  if (self->opening)
    return;
  set_state (self, OCTANT_SESSION_LOADING, NULL);
  self->opening = self->worker == NULL;
  if (self->opening)
    octant_store_worker_open_async (self->data_dir, NULL, opened_cb, g_object_ref (self));
  else
    octant_session_reload_private (self, NULL);
}

void
octant_session_retry (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue != NULL)
    octant_write_queue_retry (self->queue);
}

void
octant_session_open_cycle (OctantSession *self,
                           const char    *id)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  if (self->queue == NULL)
    return;
  octant_session_leave_private (self);
  octant_write_queue_run_async (self->queue, FALSE, octant_job_load_cycle, g_strdup (id), g_free,
                                (GDestroyNotify) octant_loaded_cycle_free,
                                cycle_loaded_cb, load_new (self, NULL));
}

gboolean
octant_session_is_settled (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), TRUE);

  return self->import == NULL
         && (self->queue == NULL || octant_write_queue_get_length (self->queue) == 0);
}

void
octant_session_close (OctantSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue != NULL)
    octant_write_queue_drain (self->queue);
  if (self->worker != NULL && !octant_store_worker_close (self->worker, &error))
    g_warning ("Closing the data failed: %s", error->message);
  g_clear_object (&self->queue);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->searcher, octant_searcher_unref);
}
