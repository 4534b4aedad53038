/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-discard.h"

#include <glib/gi18n.h>

static void
response_cb (AdwDialog  *dialog,
             const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (dialog);
}

/* Nothing that undo could take back was done yet, so this is a lasting loss, which is asked about. */
static void
close_attempt_cb (AdwDialog *dialog)
{
  AdwAlertDialog *question =
      ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard What You Typed?"), _("It has not been saved.")));

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
