/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "octant-help-book.h"
#include "octant-help-reader.h"

/*
 * The viewer of the desktop shows the pages where there is one. In the sandbox of a Flatpak
 * there is none, and the portal, which GIO would ask next, passes the address on to a viewer
 * outside that does not see the pages: there the window shows them itself.
 */

static const char *
find_page (const char *place)
{
  static const struct
  {
    const char *place;
    const char *page;
  } pages[] = {
    { "overview", "score" },
    { "subdomain", "rate" },
    { "interviews", "interviews" },
    { "evidence", "evidence" },
    { "history", "compare" },
    { "journal", "data" },
    { "attack", "attack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (place, pages[i].place) == 0)
      return pages[i].page;
  return "index";
}

/* (transfer full): the pages in the language of the window, else in English */
static char *
find_folder (void)
{
  const char *const *languages = g_get_language_names ();
  const char *helpdir = g_getenv ("OCTANT_HELPDIR");

  if (helpdir == NULL)
    helpdir = OCTANT_HELPDIR;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (helpdir, languages[i], "octant", NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&folder);
    }
  return g_build_filename (helpdir, "C", "octant", NULL);
}

static void
fail (GtkWindow *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Help Could Not Be Opened"), _("Its pages are missing. Install Octant again."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *folder = find_folder ();
  GError *error = NULL;
  GHashTable *book = octant_help_book_load (folder, &error);

  if (book != NULL)
    g_task_return_pointer (task, book, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkWindow *parent = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) book = g_task_propagate_pointer (G_TASK (result), &error);
  const char *page = g_task_get_task_data (G_TASK (result));

  if (book != NULL)
    adw_dialog_present (octant_help_reader_new (book, page), GTK_WIDGET (parent));
  else
    {
      g_debug ("The help could not be read: %s", error->message);
      fail (parent);
    }
}

static void
show_here (GtkWindow  *parent,
           const char *page)
{
  g_autoptr (GTask) task = g_task_new (parent, NULL, loaded_cb, NULL);

  g_task_set_source_tag (task, show_here);
  g_task_set_task_data (task, g_strdup (page), g_free);
  g_task_run_in_thread (task, load_thread);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWindow) parent = user_data;

  if (!g_app_info_launch_uris_finish (G_APP_INFO (source), result, NULL))
    show_here (parent, "index");
}

void
octant_help_show (GtkWindow  *parent,
                  const char *place)
{
  const char *page = find_page (place);
  g_autoptr (GAppInfo) viewer = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_strconcat ("help:octant/", page, NULL);
  g_autoptr (GList) uris = g_list_append (NULL, uri);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  viewer = g_app_info_get_default_for_uri_scheme ("help");
  if (viewer == NULL)
    {
      show_here (parent, page);
      return;
    }
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_app_info_launch_uris_async (viewer, uris, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (parent));
}
