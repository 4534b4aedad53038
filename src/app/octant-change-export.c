/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-change-export.h"

#include <glib/gi18n.h>

#include "base/octant-file.h"
#include "exchange/octant-export.h"
#include "octant-texts.h"

typedef struct
{
  OctantCompared *compared;
  gboolean like_for_like;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  octant_compared_unref (export->compared);
  g_free (export->path);
  g_free (export);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) csv = octant_export_comparison_csv (export->compared->readings[export->like_for_like],
                                                         octant_texts_get_language (), TRUE);

  if (octant_file_replace (export->path, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
octant_change_export_async (OctantSession      *session,
                            OctantCompared     *compared,
                            gboolean            like_for_like,
                            const char         *path,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (OCTANT_IS_SESSION (session) && compared != NULL && path != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, octant_change_export_async);
  export = g_new (Export, 1);
  *export = (Export) { octant_compared_ref (compared), like_for_like, g_strdup (path) };
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
octant_change_export_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree char *name = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (octant_change_export_finish (result, &error))
    text = g_strdup_printf (_("Saved as %s"), name);
  else
    text = g_strdup_printf (_("The changes could not be saved: %s"), error->message);
  g_signal_emit_by_name (source, "notice", text, FALSE);
}

/* What is asked for while a name is chosen. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantCompared *compared; /* (owned) */
  gboolean like_for_like;
} Question;

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    octant_change_export_async (question->session, question->compared, question->like_for_like, path, written_cb,
                                g_path_get_basename (path));
  g_object_unref (question->session);
  octant_compared_unref (question->compared);
  g_free (question);
}

void
octant_change_export_ask (OctantSession  *session,
                          OctantCompared *compared,
                          gboolean        like_for_like,
                          GtkWindow      *parent)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Question *question;

  g_return_if_fail (OCTANT_IS_SESSION (session) && compared != NULL);

  /* Translators: name of a file: titles of two assessments */
  name = g_strdup_printf (_("Changes %s to %s.csv"), compared->titles[0], compared->titles[1]);
  g_strdelimit (name, "/\\", '-');
  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Save Changes"));
  gtk_file_dialog_set_initial_name (dialog, name);
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (session), octant_compared_ref (compared), like_for_like };
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, question);
}
