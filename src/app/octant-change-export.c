/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-change-export.h"

#include <glib/gi18n.h>

#include "base/octant-file.h"
#include "exchange/octant-export.h"
#include "octant-file-export.h"
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
  g_autofree char *path = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  char *failure = NULL;

  if (!octant_change_export_finish (result, &error))
    {
      reason = octant_file_export_describe (error);
      failure = g_strdup_printf (_("The changes could not be saved: %s"), reason);
    }
  octant_file_export_tell (OCTANT_SESSION (source), path, failure);
}

/* What is asked for while a name is chosen. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantCompared *compared; /* (owned) */
  gboolean like_for_like;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->session);
  octant_compared_unref (request->compared);
  g_free (request);
}

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  Request *request = user_data;

  octant_change_export_async (request->session, request->compared, request->like_for_like, path, written_cb, g_strdup (path));
}

void
octant_change_export_ask (OctantSession  *session,
                          OctantCompared *compared,
                          gboolean        like_for_like,
                          GtkWindow      *parent)
{
  static const char *const suffixes[] = { "csv", NULL };
  OctantFileQuestion question = { _("Save Changes"), NULL, _("Tables (CSV)"), suffixes, suffixes[0] };
  g_autofree char *name = NULL;
  Request *request;

  g_return_if_fail (OCTANT_IS_SESSION (session) && compared != NULL);

  /* Translators: name of a file: titles of two assessments */
  name = g_strdup_printf (_("Changes %s to %s.csv"), compared->titles[0], compared->titles[1]);
  question.name = name;
  request = g_new (Request, 1);
  *request = (Request) { g_object_ref (session), octant_compared_ref (compared), like_for_like };
  octant_file_export_ask (parent, &question, chosen_cb, request, request_free);
}
