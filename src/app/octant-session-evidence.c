/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/octant-time.h"
#include "evidence/octant-evidence.h"
#include "octant-texts.h"

typedef struct
{
  char *data_dir;
  GPtrArray *files; /* (element-type GFile) */
  char *code;
  guint slot;
  OctantAssessment *assessment; /* (owned): looked at on the main thread only */

  /* Written by the copying thread, read by a timer that exists only while it runs. */
  GMutex mutex;
  double progress;
  guint timer;
} Import;

static void
import_free (Import *import)
{
  g_free (import->data_dir);
  g_ptr_array_unref (import->files);
  g_free (import->code);
  g_clear_object (&import->assessment);
  g_mutex_clear (&import->mutex);
  g_free (import);
}

typedef struct
{
  Import *import;
  guint index;
} ImportStep;

static void
progress_cb (gint64   done,
             gint64   total,
             gpointer user_data)
{
  ImportStep *step = user_data;
  double part = total > 0 ? CLAMP ((double) done / (double) total, 0.0, 1.0) : 0.0;

  g_mutex_lock (&step->import->mutex);
  step->import->progress = (step->index + part) / step->import->files->len;
  g_mutex_unlock (&step->import->mutex);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_evidence_file_free);

  for (guint i = 0; i < import->files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      ImportStep step = { import, i };
      OctantEvidenceFile *file =
          octant_evidence_import (import->data_dir, g_ptr_array_index (import->files, i),
                                  progress_cb, &step, cancellable, &error);

      if (file == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_ptr_array_add (done, file);
    }
  g_task_return_pointer (task, g_steal_pointer (&done), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  GTask *task = user_data;
  OctantSession *self = g_task_get_source_object (task);
  Import *import = g_task_get_task_data (task);
  double progress;

  g_mutex_lock (&import->mutex);
  progress = import->progress;
  g_mutex_unlock (&import->mutex);
  octant_session_set_import_private (self, self->import, progress);
  return G_SOURCE_CONTINUE;
}

/* Evidence of this day by default: the date can be corrected where the evidence is shown. */
static GPtrArray *
make_records (OctantSession  *self,
              GPtrArray      *files,
              const OctantBy *by)
{
  g_autofree char *today = octant_date_today ();
  OctantRecord *cycle = octant_assessment_get_cycle (self->assessment);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (records,
                     octant_evidence_record (octant_record_get (cycle, OCTANT_CYCLE_ORG),
                                             g_ptr_array_index (files, i),
                                             NULL, "", today, NULL, 1, by->actor, by->time));
  return records;
}

static void
link_files (OctantSession *self,
            Import        *import,
            GPtrArray     *files)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  OctantItemRef ref = { 0, import->slot };
  OctantAct *act;

  octant_model_find_requirement (octant_assessment_get_model (self->assessment), import->code, &ref.requirement);
  records = make_records (self, files, &by);
  act = octant_act_attach (self->assessment, ref, records, &by, &error);
  if (act == NULL)
    {
      octant_session_notice_private (self, _("The evidence could not be attached"), FALSE);
      return;
    }
  octant_session_carry_out_private (self, act);
  message = g_strdup_printf (ngettext ("%u file attached", "%u files attached", files->len), files->len);
  octant_session_notice_private (self, message, TRUE);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  OctantSession *self = OCTANT_SESSION (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_handle_id (&import->timer, g_source_remove);
  octant_session_set_import_private (self, NULL, 0);
  if (files != NULL && self->queue != NULL && self->assessment == import->assessment)
    link_files (self, import, files);
  else if (files != NULL)
    octant_session_notice_private (self, _("The files were not attached, as another assessment was opened"), FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *message = g_strdup_printf (_("The file could not be attached: %s"), error->message);

      octant_session_notice_private (self, message, FALSE);
    }
}

void
octant_session_attach (OctantSession *self,
                       OctantItem    *item,
                       GPtrArray     *files)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Import *import;

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (OCTANT_IS_ITEM (item));

  if (files->len == 0 || self->queue == NULL || octant_item_get_children (item) != NULL)
    return;
  if (self->import != NULL)
    {
      octant_session_notice_private (self, _("Please wait until the files before are attached"), FALSE);
      return;
    }
  import = g_new0 (Import, 1);
  g_mutex_init (&import->mutex);
  import->data_dir = g_strdup (self->data_dir);
  import->files = g_ptr_array_ref (files);
  import->code = g_strdup (octant_item_get_requirement (item)->code);
  import->slot = octant_item_get_slot (item);
  import->assessment = g_object_ref (octant_item_get_assessment (item));

  task = g_task_new (self, cancellable, imported_cb, NULL);
  g_task_set_source_tag (task, octant_session_attach);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  octant_session_set_import_private (self, cancellable, 0);
  import->timer = g_timeout_add_full (G_PRIORITY_DEFAULT, 100, show_progress_cb,
                                      g_object_ref (task), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

void
octant_session_cancel_import (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->import != NULL)
    g_cancellable_cancel (self->import);
}

typedef struct
{
  char *path; /* the stored content */
  char *name;
  char *id;
} Export;

static void
export_free (Export *export)
{
  g_free (export->path);
  g_free (export->name);
  g_free (export->id);
  g_free (export);
}

/* The stored file is never handed out: another application could alter it. */
static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Export *export = data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "octant", "open", export->id, NULL);
  g_autofree char *name = g_path_get_basename (export->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (export->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                               g_strerror (errno));
      return;
    }
  g_unlink (path);
  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_chmod (path, 0400) != 0)
    g_debug ("%s stays writable: %s", path, g_strerror (errno));
  g_task_return_pointer (task, g_steal_pointer (&to), g_object_unref);
}

void
octant_session_export_evidence_async (OctantSession      *self,
                                      OctantRecord       *evidence,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Export *export;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  export = g_new0 (Export, 1);
  export->path = octant_evidence_path (self->data_dir, evidence);
  export->name = g_strdup (octant_record_get (evidence, OCTANT_EVIDENCE_NAME));
  export->id = g_strdup (octant_record_get (evidence, OCTANT_EVIDENCE_ID));
  g_task_set_source_tag (task, octant_session_export_evidence_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, export_in_thread);
}

/* (transfer full) */
GFile *
octant_session_export_evidence_finish (OctantSession *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
