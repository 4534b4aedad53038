/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-notice.h"

#include <glib/gi18n.h>

#include "base/octant-brief.h"

/* In seconds. */
#define TIME_TO_READ 3
#define TIME_TO_UNDO 5

#define LIVE "octant-live-notices"
#define MESSAGE "octant-message"

/* Columns; a title that is longer than this may have no room in a narrow window. */
#define SHORT 30

static void
dismissed_cb (AdwToastOverlay *toasts,
              AdwToast        *toast)
{
  g_hash_table_remove (g_object_get_data (G_OBJECT (toasts), LIVE), g_object_get_data (G_OBJECT (toast), MESSAGE));
}

/* Those that are shown or wait, by what they say. */
static GHashTable *
get_live (AdwToastOverlay *toasts)
{
  GHashTable *live = g_object_get_data (G_OBJECT (toasts), LIVE);

  if (live == NULL)
    {
      live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (toasts), LIVE, live, (GDestroyNotify) g_hash_table_unref);
    }
  return live;
}

/*
 * The overlay shows one after the other: thirty that say the same would keep the next one waiting for minutes. TRUE when
 * the earlier one stays for as long again, which spares the window what it takes to show another one.
 */
static gboolean
replace_same (AdwToastOverlay *toasts,
              const char      *message,
              gboolean         undoable)
{
  GHashTable *live = get_live (toasts);
  AdwToast *same = g_hash_table_lookup (live, message);

  if (same == NULL)
    return FALSE;
  if (undoable || adw_toast_get_button_label (same) != NULL || g_hash_table_size (live) > 1)
    {
      adw_toast_dismiss (same);
      return FALSE;
    }
  adw_toast_overlay_add_toast (toasts, g_object_ref (same));
  gtk_accessible_announce (GTK_ACCESSIBLE (toasts), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/* A title of its own is cut where it has no room; what went wrong and what to do stands at its end. */
static GtkWidget *
make_long_title (const char *message)
{
  GtkWidget *title = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  return title;
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

  if (replace_same (toasts, message, undoable))
    return;
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  g_object_set_data_full (G_OBJECT (toast), MESSAGE, g_strdup (message), g_free);
  if (octant_brief_measure (message) > SHORT)
    {
      adw_toast_set_custom_title (toast, make_long_title (message));
      /* The overlay announces titles alone. */
      gtk_accessible_announce (GTK_ACCESSIBLE (toasts), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  adw_toast_set_timeout (toast, undoable ? TIME_TO_UNDO : TIME_TO_READ);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_signal_connect_object (session, "acted", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
    }
  g_hash_table_insert (get_live (toasts), g_strdup (message), toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), toasts, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (toasts, toast);
}
