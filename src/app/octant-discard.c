/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-discard.h"

#include <glib/gi18n.h>

/* Kept at a dialog: that it is asked about, and that quitting waits for the answer. */
#define ASKED "octant-discard-asked"
#define QUITTING "octant-discard-quitting"

/* Takes @window. */
static void
quit_cb (gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;

  gtk_widget_activate_action (window, "app.quit", NULL);
}

static void
response_cb (AdwDialog  *dialog,
             const char *response)
{
  g_autoptr (GtkWidget) window = g_object_steal_data (G_OBJECT (dialog), QUITTING);

  g_object_set_data (G_OBJECT (dialog), ASKED, NULL);
  if (!g_str_equal (response, "discard"))
    return;
  octant_discard_set_typed (dialog, FALSE);
  adw_dialog_force_close (dialog);
  /* The question has to go before. */
  if (window != NULL)
    g_idle_add_once (quit_cb, g_steal_pointer (&window));
}

/* Nothing that undo could take back was done yet, so this is a lasting loss, which is asked about. */
static void
close_attempt_cb (AdwDialog *dialog)
{
  AdwAlertDialog *question;

  if (g_object_get_data (G_OBJECT (dialog), ASKED) != NULL)
    return;
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard What You Typed?"), _("It has not been saved.")));
  g_object_set_data (G_OBJECT (dialog), ASKED, question);
  adw_alert_dialog_add_responses (question, "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "keep");
  adw_alert_dialog_set_close_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (response_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (dialog));
}

void
octant_discard_set_typed (AdwDialog *dialog,
                          gboolean   typed)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  if (adw_dialog_get_can_close (dialog) == !typed)
    return;
  adw_dialog_set_can_close (dialog, !typed);
  if (typed)
    g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  else
    g_signal_handlers_disconnect_by_func (dialog, close_attempt_cb, NULL);
}

gboolean
octant_discard_ask_before_quitting (AdwApplicationWindow *window)
{
  GListModel *dialogs;

  g_return_val_if_fail (ADW_IS_APPLICATION_WINDOW (window), FALSE);

  dialogs = adw_application_window_get_dialogs (window);
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (g_signal_handler_find (dialog, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, close_attempt_cb, NULL) == 0)
        continue;
      g_object_set_data_full (G_OBJECT (dialog), QUITTING, g_object_ref (window), g_object_unref);
      adw_dialog_close (dialog);
      return TRUE;
    }
  return FALSE;
}
