/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-paste.h"

#include <glib/gi18n.h>

#include "octant-evidence-drag.h"
#include "octant-session-library.h"

/* Where it goes to, whatever is selected by the time it is there. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned) (nullable) */
} Aim;

static Aim *
aim_new (OctantSession *session,
         OctantItem    *item)
{
  Aim *aim = g_new0 (Aim, 1);

  aim->session = g_object_ref (session);
  g_set_object (&aim->item, item);
  return aim;
}

static void
aim_free (Aim *aim)
{
  g_clear_object (&aim->session);
  g_clear_object (&aim->item);
  g_free (aim);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Aim, aim_free)

static void
take_files (OctantSession *session,
            OctantItem    *item,
            GPtrArray     *files)
{
  if (item != NULL)
    octant_session_attach (session, item, files);
  else
    octant_session_add_evidence (session, files);
}

static void
take_value (OctantSession *session,
            OctantItem    *item,
            const GValue  *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = list; link != NULL; link = link->next)
    g_ptr_array_add (files, g_object_ref (link->data));
  take_files (session, item, files);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Aim) aim = user_data;
  g_autoptr (GListModel) list = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));
  take_files (aim->session, aim->item, files);
}

void
octant_evidence_choose (OctantSession *session,
                        OctantItem    *item,
                        GtkWidget     *widget)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (session));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, item != NULL ? _("Attach Evidence") : _("Add Evidence"));
  gtk_file_dialog_set_accept_label (dialog, item != NULL ? _("_Attach") : _("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                                 aim_new (session, item));
}

static void
say_failed (OctantSession *session,
            const GError  *error)
{
  g_autofree char *message = g_strdup_printf (_("The clipboard could not be read: %s"), error->message);

  g_signal_emit_by_name (session, "notice", message, FALSE);
}

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Aim) aim = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    take_value (aim->session, aim->item, value);
  else
    say_failed (aim->session, error);
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Aim) aim = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (texture != NULL)
    octant_session_attach_texture (aim->session, aim->item, texture);
  else if (error != NULL)
    say_failed (aim->session, error);
}

void
octant_evidence_paste (OctantSession *session,
                       OctantItem    *item,
                       GdkClipboard  *clipboard)
{
  g_autoptr (GdkContentFormats) formats = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (session));
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb,
                                    aim_new (session, item));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, aim_new (session, item));
  else
    g_signal_emit_by_name (session, "notice", _("The clipboard has no files and no picture"), FALSE);
}

gboolean
octant_evidence_drop (OctantSession *session,
                      OctantItem    *item,
                      const GValue  *value)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  if (G_VALUE_HOLDS (value, OCTANT_TYPE_EVIDENCE_DRAG) && item != NULL)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      g_ptr_array_add (items, item);
      return octant_session_attach_existing (session, items, octant_evidence_drag_get_ids (g_value_get_boxed (value)));
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  if (item != NULL && octant_item_get_children (item) != NULL)
    {
      g_signal_emit_by_name (session, "notice", _("Drop new files on one object of this requirement"), FALSE);
      return FALSE;
    }
  take_value (session, item, value);
  return TRUE;
}
