/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-library.h"

#include <glib/gi18n.h>

#include "assessment/octant-evidence-state.h"
#include "base/octant-time.h"
#include "octant-session-private.h"
#include "octant-texts.h"

/* Whether all of them can be linked now: of the open assessment, which may have changed under a dialog. */
static gboolean
are_open (OctantSession *self,
          GPtrArray     *items)
{
  for (guint i = 0; i < items->len; i++)
    if (octant_item_get_assessment (items->pdata[i]) != self->assessment)
      return FALSE;
  return self->queue != NULL && self->assessment != NULL && items->len > 0;
}

static char *
describe_links (GPtrArray *items,
                guint      n_pieces)
{
  g_autofree char *where = NULL;

  if (items->len == 1)
    where = g_strdup (octant_item_get_requirement (items->pdata[0])->code);
  else
    /* Translators: stands for the second %s in “2 pieces of evidence attached to 3 requirements” */
    where = g_strdup_printf (ngettext ("%u requirement", "%u requirements", items->len), items->len);
  return g_strdup_printf (ngettext ("%u piece of evidence attached to %s", "%u pieces of evidence attached to %s",
                                    n_pieces),
                          n_pieces, where);
}

gboolean
octant_session_attach_existing (OctantSession     *self,
                                GPtrArray         *items,
                                const char *const *evidence_ids)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (items != NULL && evidence_ids != NULL, FALSE);

  if (!are_open (self, items) || evidence_ids[0] == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    octant_session_add_refs_private (refs, items->pdata[i]);
  act = octant_act_link_evidence (self->assessment, (const OctantItemRef *) (gpointer) refs->data, refs->len,
                                  evidence_ids, &by, &error);
  if (act == NULL)
    {
      g_debug ("Refused: %s", error->message);
      octant_session_notice_private (self, _("The evidence could not be attached"), FALSE);
      return FALSE;
    }
  if (octant_act_is_empty (act))
    {
      octant_act_free (act);
      octant_session_notice_private (self, _("This evidence is attached already"), FALSE);
      return FALSE;
    }
  octant_session_carry_out_private (self, act);
  message = describe_links (items, g_strv_length ((char **) evidence_ids));
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

gboolean
octant_session_edit_evidence (OctantSession *self,
                              const char    *evidence_id,
                              const char    *title,
                              const char    *source,
                              const char    *collected_on,
                              const char    *valid_until,
                              int            strength,
                              GError       **error)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };
  OctantRecord *evidence;
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (evidence_id != NULL, FALSE);
  g_return_val_if_fail (self->assessment != NULL && self->queue != NULL, FALSE);

  evidence = octant_assessment_get_evidence (self->assessment, evidence_id);
  if (evidence == NULL)
    {
      g_set_error_literal (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED,
                           "This evidence was removed; undo that first.");
      return FALSE;
    }
  act = octant_act_edit_evidence (evidence, title, source, collected_on, valid_until, strength, &by, error);
  if (act == NULL)
    return FALSE;
  if (octant_act_is_empty (act))
    {
      octant_act_free (act);
      return TRUE;
    }
  octant_session_carry_out_private (self, act);
  octant_session_notice_private (self, _("Evidence changed"), TRUE);
  return TRUE;
}

typedef struct
{
  char **evidence_ids;
  char *actor;
} Removal;

static void
removal_free (Removal *removal)
{
  g_strfreev (removal->evidence_ids);
  g_free (removal->actor);
  g_free (removal);
}

/* Only the store knows the links of other assessments. */
static OctantAct *
build_removal (OctantStore    *store,
               const char     *evidence_id,
               const OctantBy *by,
               GError        **error)
{
  g_autoptr (OctantRecord) evidence = octant_store_get (store, OCTANT_TABLE_EVIDENCE, evidence_id, error);
  g_autoptr (GPtrArray) links = NULL;

  if (evidence == NULL)
    return NULL;
  links = octant_store_list (store, OCTANT_TABLE_EVIDENCE_LINK, OCTANT_EVIDENCE_LINK_EVIDENCE, evidence_id, error);
  return links != NULL ? octant_act_delete_evidence (evidence, links, by, error) : NULL;
}

/* However many pieces, it is one act, which one undo takes back. */
static gpointer
job_remove (OctantStore  *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Removal *removal = data;
  g_autofree char *now = octant_time_now ();
  OctantBy by = { removal->actor, now };
  g_autoptr (OctantAct) all = NULL;

  for (guint i = 0; removal->evidence_ids[i] != NULL; i++)
    {
      g_autoptr (OctantAct) act = build_removal (store, removal->evidence_ids[i], &by, error);

      if (act == NULL)
        return NULL;
      if (all == NULL)
        all = g_steal_pointer (&act);
      else
        g_ptr_array_extend_and_steal (all->changes, g_ptr_array_ref (act->changes));
    }
  return octant_store_commit (store, all, error) ? g_steal_pointer (&all) : NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  g_autofree char *message = NULL;

  if (act == NULL)
    {
      message = octant_describe_store_error (error);
      octant_session_notice_private (self, message, FALSE);
      return;
    }
  octant_session_apply_private (self, act);
  octant_session_set_history_private (self, TRUE, FALSE);
  octant_session_notice_private (self, _("Evidence removed"), TRUE);
}

void
octant_session_remove_evidence (OctantSession     *self,
                                const char *const *evidence_ids)
{
  Removal *removal;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (evidence_ids != NULL);

  if (self->queue == NULL || self->assessment == NULL || evidence_ids[0] == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->evidence_ids = g_strdupv ((char **) evidence_ids);
  removal->actor = g_strdup (self->actor);
  octant_write_queue_run_async (self->queue, TRUE, job_remove, removal, (GDestroyNotify) removal_free,
                                (GDestroyNotify) octant_act_free, removed_cb, g_object_ref (self));
}

static gpointer
job_list_links (OctantStore  *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return octant_store_list (store, OCTANT_TABLE_EVIDENCE_LINK, OCTANT_EVIDENCE_LINK_EVIDENCE, data, error);
}

static void
links_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *links = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (links != NULL)
    g_task_return_pointer (task, links, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
octant_session_list_links_async (OctantSession      *self,
                                 const char         *evidence_id,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (OCTANT_IS_SESSION (self));

  g_task_set_source_tag (task, octant_session_list_links_async);
  if (self->queue == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The data are closed");
      return;
    }
  octant_write_queue_run_async (self->queue, FALSE, job_list_links, g_strdup (evidence_id), g_free,
                                (GDestroyNotify) g_ptr_array_unref, links_listed_cb, g_steal_pointer (&task));
}

GPtrArray *
octant_session_list_links_finish (OctantSession *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/*
 * The check of all files: the rows are read on the store's thread, the files on another one,
 * so that what the user does meanwhile is saved at once.
 */
typedef struct
{
  char *data_dir;
  GPtrArray *rows;   /* (owned) (nullable) (element-type OctantRecord) */
  GHashTable *known; /* (owned) (nullable) */
  OctantProgress progress;
  gpointer progress_data;

  /* Written by the checking thread, read by a timer that exists only while it runs. */
  GMutex mutex;
  gint64 done;
  gint64 total;
  guint timer;
} Check;

static void
check_free (Check *check)
{
  g_clear_handle_id (&check->timer, g_source_remove);
  g_free (check->data_dir);
  g_clear_pointer (&check->rows, g_ptr_array_unref);
  g_clear_pointer (&check->known, g_hash_table_unref);
  g_mutex_clear (&check->mutex);
  g_free (check);
}

static gpointer
job_list_files (OctantStore  *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Check *lists = g_new0 (Check, 1);

  g_mutex_init (&lists->mutex);
  lists->rows = octant_store_list (store, OCTANT_TABLE_EVIDENCE, OCTANT_STORE_ALL, NULL, error);
  if (lists->rows != NULL)
    lists->known = octant_store_list_evidence_hashes (store, error);
  if (lists->known == NULL)
    g_clear_pointer (&lists, check_free);
  return lists;
}

static void
check_progress_cb (gint64   done,
                   gint64   total,
                   gpointer user_data)
{
  Check *check = user_data;

  g_mutex_lock (&check->mutex);
  check->done = done;
  check->total = total;
  g_mutex_unlock (&check->mutex);
}

static gboolean
show_check_cb (gpointer user_data)
{
  Check *check = user_data;
  gint64 done, total;

  g_mutex_lock (&check->mutex);
  done = check->done;
  total = check->total;
  g_mutex_unlock (&check->mutex);
  check->progress (done, total, check->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;
  GPtrArray *faults = octant_evidence_verify_rows (check->data_dir, check->rows, check->known, check_progress_cb,
                                                   check, cancellable, &error);

  if (faults != NULL)
    g_task_return_pointer (task, faults, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
files_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Check *check = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  Check *lists = octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (lists == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  check->rows = g_steal_pointer (&lists->rows);
  check->known = g_steal_pointer (&lists->known);
  check_free (lists);
  if (check->progress != NULL)
    check->timer = g_timeout_add (100, show_check_cb, check);
  g_task_run_in_thread (task, check_in_thread);
}

void
octant_session_verify_async (OctantSession      *self,
                             OctantProgress      progress,
                             gpointer            progress_data,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Check *check;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  g_task_set_source_tag (task, octant_session_verify_async);
  if (self->queue == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The data are closed");
      return;
    }
  check = g_new0 (Check, 1);
  g_mutex_init (&check->mutex);
  check->data_dir = g_strdup (self->data_dir);
  check->progress = progress;
  check->progress_data = progress_data;
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  octant_write_queue_run_async (self->queue, FALSE, job_list_files, NULL, NULL, (GDestroyNotify) check_free,
                                files_listed_cb, g_steal_pointer (&task));
}

GPtrArray *
octant_session_verify_finish (OctantSession *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  Check *check;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  check = g_task_get_task_data (G_TASK (result));
  if (check != NULL)
    g_clear_handle_id (&check->timer, g_source_remove);
  return g_task_propagate_pointer (G_TASK (result), error);
}
