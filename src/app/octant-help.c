/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

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

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  dialog = adw_alert_dialog_new (_("The Help Could Not Be Opened"),
                                 _("Install an application that shows help, such as Yelp."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (parent));
}

void
octant_help_show (GtkWindow  *parent,
                  const char *place)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_strconcat ("help:octant/", find_page (place), NULL);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  /* Not GtkUriLauncher: in a sandbox that one asks the portal first, which knows no help: addresses. */
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (parent));
}
