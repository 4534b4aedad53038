/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-paste.h"

#include <glib/gi18n.h>

#include "octant-evidence-drag.h"
#include "octant-session-library.h"

typedef struct
{
  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned) (nullable): the one that was selected at the key press */
} Paste;

static Paste *
paste_new (OctantSession *session,
           OctantItem    *item)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->session = g_object_ref (session);
  g_set_object (&paste->item, item);
  return paste;
}

static void
paste_free (Paste *paste)
{
  g_clear_object (&paste->session);
  g_clear_object (&paste->item);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
take_files (OctantSession *session,
            OctantItem    *item,
            const GValue  *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = list; link != NULL; link = link->next)
    g_ptr_array_add (files, g_object_ref (link->data));
  if (item != NULL)
    octant_session_attach (session, item, files);
  else
    octant_session_add_evidence (session, files);
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
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    take_files (paste->session, paste->item, value);
  else
    say_failed (paste->session, error);
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (texture != NULL)
    octant_session_attach_texture (paste->session, paste->item, texture);
  else if (error != NULL)
    say_failed (paste->session, error);
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
                                    paste_new (session, item));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, paste_new (session, item));
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
  take_files (session, item, value);
  return TRUE;
}
