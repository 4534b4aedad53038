/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-file-export.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is remembered while a name is chosen. */
typedef struct
{
  GStrv suffixes;
  char *suffix;
  OctantFileChosenFunc chosen;
  gpointer user_data;
  GDestroyNotify destroy;
} Choice;

static void
choice_free (Choice *choice)
{
  if (choice->destroy != NULL)
    choice->destroy (choice->user_data);
  g_strfreev (choice->suffixes);
  g_free (choice->suffix);
  g_free (choice);
}

/* A name that ends in another kind of file keeps its end and gets the right one behind it. */
static char *
complete_path (const char   *path,
               const Choice *choice)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && choice->suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, choice->suffixes[i]) == 0)
      return g_strdup (path);

  return g_strdup_printf ("%s.%s", path, choice->suffix);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;

  if (chosen != NULL)
    {
      g_autofree char *path = complete_path (chosen, choice);

      choice->chosen (path, choice->user_data);
    }
  choice_free (choice);
}

void
octant_file_export_ask (GtkWindow                *parent,
                        const OctantFileQuestion *question,
                        OctantFileChosenFunc      chosen,
                        gpointer                  user_data,
                        GDestroyNotify            destroy)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Choice *choice;

  g_return_if_fail ((parent == NULL || GTK_IS_WINDOW (parent)) && question != NULL && chosen != NULL);

  name = g_strdelimit (g_strdup (question->name), "/\\", '-');
  gtk_file_filter_set_name (filter, question->kind);
  for (guint i = 0; question->suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, question->suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, question->title);
  gtk_file_dialog_set_initial_name (dialog, name);
  choice = g_new (Choice, 1);
  *choice = (Choice) { g_strdupv ((GStrv) question->suffixes), g_strdup (question->suffix), chosen, user_data, destroy };
  gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, choice);
}

char *
octant_file_export_describe (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == G_FILE_ERROR)
    switch (error->code)
      {
      case G_FILE_ERROR_NOSPC:
        return g_strdup (_("The disk is full; make room on it"));
      case G_FILE_ERROR_ROFS:
      case G_FILE_ERROR_ACCES:
      case G_FILE_ERROR_PERM:
        return g_strdup (_("Nothing can be written in this folder; choose another one"));
      case G_FILE_ERROR_NOENT:
      case G_FILE_ERROR_NOTDIR:
        return g_strdup (_("This folder takes no files, or is not there any more; choose another one"));
      default:
        break;
      }
  return g_strdup (error->message);
}

void
octant_file_export_tell (OctantSession *session,
                         const char    *path,
                         char          *failure)
{
  g_autofree char *name = NULL;
  g_autofree char *text = failure;

  g_return_if_fail (OCTANT_IS_SESSION (session) && path != NULL);

  name = g_path_get_basename (path);
  if (text == NULL)
    /* Translators: name of a file */
    text = g_strdup_printf (_("Saved as %s"), name);
  g_signal_emit_by_name (session, "notice", text, FALSE);
}
