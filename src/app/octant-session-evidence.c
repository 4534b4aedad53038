/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "assessment/octant-acts-library.h"
#include "assessment/octant-evidence-state.h"
#include "base/octant-time.h"
#include "evidence/octant-evidence.h"
#include "octant-session-library.h"
#include "octant-texts.h"

typedef struct
{
  char *data_dir;
  GPtrArray *files;    /* (element-type GFile) */
  GdkTexture *texture; /* (owned) (nullable): a picture that becomes a file first */
  char *folder;        /* (owned) (nullable): where that file is, for as long as it is needed */
  char *code;          /* (nullable): NULL adds to the library alone */
  guint slot;
  OctantAssessment *assessment; /* (owned): looked at on the main thread only */
  GPtrArray *done; /* (owned) (element-type OctantEvidenceFile): stored, in the order of the files */
  guint n_failed;
  GError *failure; /* (owned) (nullable): of the first file that failed */

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
  g_ptr_array_unref (import->done);
  g_clear_object (&import->texture);
  g_free (import->folder);
  g_free (import->code);
  g_clear_object (&import->assessment);
  g_clear_error (&import->failure);
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

/* A picture has no name of its own: it gets one that says when it came. */
static gboolean
write_texture (Import  *import,
               GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H-%M-%S");
  /* Translators: the name of a picture from the clipboard; %s is a date and time */
  g_autofree char *stem = g_strdup_printf (_("Picture %s"), time);
  g_autofree char *name = g_strconcat (stem, ".png", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (import->texture);

  import->folder = g_build_filename (g_get_user_cache_dir (), "octant", "paste", id, NULL);
  path = g_build_filename (import->folder, name, NULL);
  if (g_mkdir_with_parents (import->folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s: %s", import->folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  g_ptr_array_add (import->files, g_file_new_for_path (path));
  return TRUE;
}

static void
remove_texture (Import *import)
{
  if (import->folder == NULL)
    return;
  for (guint i = 0; i < import->files->len; i++)
    g_unlink (g_file_peek_path (g_ptr_array_index (import->files, i)));
  g_rmdir (import->folder);
}

/* What befalls one file must not keep the others away; what befalls the disk or the user's mind does. */
static gboolean
is_fatal (const GError *error)
{
  return error->domain == OCTANT_STORE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* In the user's language, and with what she can do. (transfer full) */
static GError *
explain_failure (GFile        *file,
                 const GError *failure)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  GError *said = g_error_copy (failure);

  if (is_fatal (failure))
    return said;
  g_clear_pointer (&said->message, g_free);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is the name of a file, here and below */
    said->message = g_strdup_printf (_("“%s” is not there any more; choose it again"), name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    said->message = g_strdup_printf (_("“%s” may not be read; check its permissions"), name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE)
           || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    said->message = g_strdup_printf (_("“%s” is a folder, or no plain file; choose the files in it"), name);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    said->message = g_strdup_printf (_("“%s” is empty and proves nothing; choose a file with content"), name);
  else
    said->message = g_strdup_printf (_("“%s” could not be read; copy it to this computer and choose the copy"), name);
  return said;
}

static gboolean
is_empty (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_file_info_get_size (info) == 0;
}

static OctantEvidenceFile *
import_one (Import       *import,
            guint         index,
            GCancellable *cancellable,
            GError      **error)
{
  GFile *source = g_ptr_array_index (import->files, index);
  g_autoptr (GError) failure = NULL;
  ImportStep step = { import, index };
  OctantEvidenceFile *file = NULL;

  if (is_empty (source, cancellable))
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The file is empty");
  else
    file = octant_evidence_import (import->data_dir, source, progress_cb, &step, cancellable, &failure);
  if (file == NULL)
    g_propagate_error (error, explain_failure (source, failure));
  return file;
}

static gboolean
import_all (Import        *import,
            GCancellable  *cancellable,
            GError       **error)
{
  for (guint i = 0; i < import->files->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      OctantEvidenceFile *file = import_one (import, i, cancellable, &failure);

      if (file != NULL)
        g_ptr_array_add (import->done, file);
      else if (is_fatal (failure) || import->files->len == 1)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      else if (import->n_failed++ == 0)
        import->failure = g_steal_pointer (&failure);
    }
  if (import->done->len == 0)
    g_propagate_error (error, g_error_copy (import->failure));
  return import->done->len > 0;
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  gboolean imported = (import->texture == NULL || write_texture (import, &error))
                      && import_all (import, cancellable, &error);

  remove_texture (import);
  if (imported)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
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

static char *
make_key (const char *sha256,
          const char *name)
{
  return g_strconcat (sha256, " ", name, NULL);
}

/* What the institution has, by content and name. The keys are owned, the records as well. */
static GHashTable *
index_library (OctantSession *self)
{
  g_autoptr (GPtrArray) library = octant_assessment_list_library (self->assessment);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) octant_record_unref);

  for (guint i = 0; i < library->len; i++)
    {
      OctantRecord *record = g_ptr_array_index (library, i);

      g_hash_table_insert (known,
                           make_key (octant_record_get (record, OCTANT_EVIDENCE_SHA256),
                                     octant_record_get (record, OCTANT_EVIDENCE_NAME)),
                           octant_record_ref (record));
    }
  return known;
}

/*
 * Evidence of this day by default: the date can be corrected where the evidence is shown.
 * A file that the library has under its name is that piece, not another one; @new_only
 * leaves it out.
 */
static GPtrArray *
make_records (OctantSession  *self,
              GPtrArray      *files,
              gboolean        new_only,
              const OctantBy *by)
{
  g_autoptr (GHashTable) known = index_library (self);
  g_autofree char *today = octant_date_today ();
  OctantRecord *cycle = octant_assessment_get_cycle (self->assessment);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  for (guint i = 0; i < files->len; i++)
    {
      OctantEvidenceFile *file = g_ptr_array_index (files, i);
      g_autofree char *key = make_key (file->sha256, file->name);
      OctantRecord *record = g_hash_table_lookup (known, key);

      if (record != NULL && new_only)
        continue;
      if (record == NULL)
        {
          record = octant_evidence_record (octant_record_get (cycle, OCTANT_CYCLE_ORG), file, NULL, "", today, NULL, 1,
                                           by->actor, by->time);
          g_hash_table_insert (known, g_steal_pointer (&key), record);
        }
      g_ptr_array_add (records, octant_record_ref (record));
    }
  return records;
}

static OctantAct *
build_act (OctantSession  *self,
           Import         *import,
           GPtrArray      *records,
           const OctantBy *by,
           GError        **error)
{
  OctantItemRef ref = { 0, import->slot };

  if (import->code == NULL)
    return octant_act_add_evidence (self->assessment, records, by, error);
  octant_model_find_requirement (octant_assessment_get_model (self->assessment), import->code, &ref.requirement);
  return octant_act_attach (self->assessment, ref, records, by, error);
}

static char *
describe_import (Import *import,
                 guint   n)
{
  g_autofree char *done =
      g_strdup_printf (import->code != NULL ? ngettext ("%u file attached", "%u files attached", n)
                                            : ngettext ("%u file added", "%u files added", n),
                       n);
  g_autofree char *failed = NULL;

  if (import->n_failed == 0)
    return g_steal_pointer (&done);
  failed = g_strdup_printf (ngettext ("%u could not be read", "%u could not be read", import->n_failed),
                            import->n_failed);
  /* Translators: “3 files attached; 1 could not be read: why” */
  return g_strdup_printf (_("%s; %s: %s"), done, failed, import->failure->message);
}

/* FALSE: nothing refers to the files now. */
static gboolean
link_files (OctantSession *self,
            Import        *import)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by = { self->actor, now };
  g_autoptr (GPtrArray) records = make_records (self, import->done, import->code == NULL, &by);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  OctantAct *act = records->len > 0 ? build_act (self, import, records, &by, &error) : NULL;

  if (act == NULL && error != NULL)
    {
      octant_session_notice_private (self, _("The evidence could not be attached"), FALSE);
      return FALSE;
    }
  if (act == NULL || octant_act_is_empty (act))
    {
      g_clear_pointer (&act, octant_act_free);
      octant_session_notice_private (self, import->code != NULL ? _("This evidence is attached already")
                                                                : _("The library has this evidence already"),
                                     FALSE);
      return TRUE;
    }
  octant_session_carry_out_private (self, act);
  message = describe_import (import, records->len);
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

static gpointer
job_discard (OctantStore  *store,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  octant_evidence_discard (store, data, error);
  return NULL;
}

typedef struct
{
  OctantSession *session; /* (owned) */
  GCancellable *import;   /* (owned) which import it is that ends */
} Ending;

static void
ending_free (Ending *ending)
{
  g_object_unref (ending->session);
  g_object_unref (ending->import);
  g_free (ending);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ending, ending_free)

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Ending) ending = user_data;
  g_autoptr (GError) error = NULL;

  octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  if (error != NULL)
    g_debug ("What was stored in vain stays: %s", error->message);
  if (ending->session->import == ending->import)
    octant_session_set_import_private (ending->session, NULL, 0);
}

/* Of several files some were stored before the others were called off. The import ends when they are gone: a next one of the
 * same files would find them stored, and they would be taken away before a row refers to them. */
static void
discard_files (OctantSession *self,
               Import        *import)
{
  Ending *ending;

  if (self->queue == NULL || self->import == NULL || import->done->len == 0)
    {
      octant_session_set_import_private (self, NULL, 0);
      return;
    }
  ending = g_new0 (Ending, 1);
  ending->session = g_object_ref (self);
  ending->import = g_object_ref (self->import);
  octant_write_queue_run_async (self->queue, FALSE, job_discard, g_ptr_array_ref (import->done),
                                (GDestroyNotify) g_ptr_array_unref, NULL, discarded_cb, ending);
}

static void
say_why_not (OctantSession *self,
             const GError  *error)
{
  g_autofree char *reason = octant_describe_store_error (error);
  g_autofree char *message = g_strdup_printf (_("The file could not be attached: %s"), reason);

  octant_session_notice_private (self, message, FALSE);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  OctantSession *self = OCTANT_SESSION (source);
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean imported = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&import->timer, g_source_remove);
  if (imported && self->queue != NULL && self->assessment == import->assessment && link_files (self, import))
    octant_session_set_import_private (self, NULL, 0);
  else
    discard_files (self, import);
  if (imported && self->assessment != import->assessment)
    octant_session_notice_private (self, _("The files were not attached, as another assessment was opened"), FALSE);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_why_not (self, error);
}

/* @item: (nullable): NULL for the library; @texture: (nullable) */
static void
start_import (OctantSession *self,
              OctantItem    *item,
              GPtrArray     *files,
              GdkTexture    *texture)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  Import *import;

  if (self->queue == NULL || self->assessment == NULL || (item != NULL && octant_item_get_children (item) != NULL))
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
  import->done = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_evidence_file_free);
  g_set_object (&import->texture, texture);
  if (item != NULL)
    {
      import->code = g_strdup (octant_item_get_requirement (item)->code);
      import->slot = octant_item_get_slot (item);
    }
  import->assessment = g_object_ref (item != NULL ? octant_item_get_assessment (item) : self->assessment);

  cancellable = g_cancellable_new ();
  task = g_task_new (self, cancellable, imported_cb, NULL);
  g_task_set_source_tag (task, start_import);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  octant_session_set_import_private (self, cancellable, 0);
  import->timer = g_timeout_add_full (G_PRIORITY_DEFAULT, 100, show_progress_cb,
                                      g_object_ref (task), g_object_unref);
  g_task_run_in_thread (task, import_in_thread);
}

void
octant_session_attach (OctantSession *self,
                       OctantItem    *item,
                       GPtrArray     *files)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (OCTANT_IS_ITEM (item));

  if (files->len > 0)
    start_import (self, item, files, NULL);
}

void
octant_session_add_evidence (OctantSession *self,
                             GPtrArray     *files)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (files != NULL);

  if (files->len > 0)
    start_import (self, NULL, files, NULL);
}

/* @item: (nullable): NULL adds the picture to the library alone */
void
octant_session_attach_texture (OctantSession *self,
                               OctantItem    *item,
                               GdkTexture    *texture)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  start_import (self, item, files, texture);
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
