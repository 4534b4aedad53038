/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-open-evidence.h"

#include <glib/gi18n.h>

static void
say_failed (OctantSession *session,
            const GError  *error)
{
  g_autofree char *message = g_strdup_printf (_("The file could not be opened: %s"), error->message);

  g_signal_emit_by_name (session, "notice", message, FALSE);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OctantSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_failed (session, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  OctantSession *session = OCTANT_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = octant_session_export_evidence_finish (session, result, &error);
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (parent);

  if (file == NULL)
    {
      say_failed (session, error);
      return;
    }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                            g_object_ref (session));
}

void
octant_open_evidence (OctantSession *session,
                      OctantRecord  *evidence,
                      GtkWidget     *parent)
{
  g_return_if_fail (OCTANT_IS_SESSION (session));
  g_return_if_fail (evidence != NULL);

  octant_session_export_evidence_async (session, evidence, exported_cb, g_object_ref (parent));
}
