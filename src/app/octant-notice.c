/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-notice.h"

#include <glib/gi18n.h>

/* In seconds. */
#define TIME_TO_READ 3
#define TIME_TO_UNDO 5

#define LIVE "octant-live-notices"

static void
dismissed_cb (AdwToastOverlay *toasts,
              AdwToast        *toast)
{
  g_hash_table_remove (g_object_get_data (G_OBJECT (toasts), LIVE), adw_toast_get_title (toast));
}

/* The overlay shows one after the other: thirty that say the same would keep the next one waiting for minutes. */
static void
take_place (AdwToastOverlay *toasts,
            AdwToast        *toast)
{
  GHashTable *live = g_object_get_data (G_OBJECT (toasts), LIVE); /* title → toast, shown or waiting */
  AdwToast *same;

  if (live == NULL)
    {
      live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (toasts), LIVE, live, (GDestroyNotify) g_hash_table_unref);
    }
  same = g_hash_table_lookup (live, adw_toast_get_title (toast));
  if (same != NULL)
    adw_toast_dismiss (same);
  g_hash_table_insert (live, g_strdup (adw_toast_get_title (toast)), toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), toasts, G_CONNECT_SWAPPED);
}

void
octant_notice_show (AdwToastOverlay *toasts,
                    OctantSession   *session,
                    const char      *message,
                    gboolean         undoable)
{
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (session == NULL || OCTANT_IS_SESSION (session));
  g_return_if_fail (session != NULL || !undoable);
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
  take_place (toasts, toast);
  adw_toast_overlay_add_toast (toasts, toast);
}
