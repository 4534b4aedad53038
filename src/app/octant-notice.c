/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-notice.h"

#include <glib/gi18n.h>

/* In seconds. */
#define TIME_TO_READ 3
#define TIME_TO_UNDO 5

void
octant_notice_show (AdwToastOverlay *toasts,
                    OctantSession   *session,
                    const char      *message,
                    gboolean         undoable)
{
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (OCTANT_IS_SESSION (session));
  g_return_if_fail (message != NULL);

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, undoable ? TIME_TO_UNDO : TIME_TO_READ);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_signal_connect_object (session, "acted", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (toasts, toast);
}
