/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-words.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Documents bring form feeds and vertical tabs, terminals worse. */
char *
octant_words_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\r' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
      else if (is_line_break (c))
        g_string_append_c (clean, '\n');
    }
  return g_string_free (clean, FALSE);
}

gboolean
octant_words_equal (const char *a,
                    const char *b)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  x = octant_name_trim (a);
  y = octant_name_trim (b);
  return g_str_equal (x, y);
}

/* Lives as long as the buffer. */
typedef struct
{
  int max_chars;
  OctantWordsFunc refused;
  gpointer user_data;
} Guard;

static void
insert_cb (GtkTextBuffer *buffer,
           GtkTextIter   *where,
           const char    *text,
           int            length,
           Guard         *guard)
{
  g_autofree char *piece = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autofree char *clean = octant_words_clean (piece);

  if (g_utf8_strlen (clean, -1) > guard->max_chars - gtk_text_buffer_get_char_count (buffer))
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      if (guard->refused != NULL)
        guard->refused (guard->user_data);
    }
  else if (!g_str_equal (piece, clean))
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_text_buffer_insert (buffer, where, clean, -1);
    }
}

void
octant_words_guard (GtkTextView    *view,
                    int             max_chars,
                    OctantWordsFunc refused,
                    gpointer        user_data)
{
  Guard *guard = g_new0 (Guard, 1);

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  guard->max_chars = max_chars;
  guard->refused = refused;
  guard->user_data = user_data;
  g_signal_connect_data (gtk_text_view_get_buffer (view), "insert-text", G_CALLBACK (insert_cb), guard,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
}

const char *
octant_words_get_refusal (void)
{
  return _("Not inserted, as 10,000 characters fit here: attach a longer text as a file");
}

static const char *
find_fault (const char *text,
            int         max_chars)
{
  g_autofree char *trimmed = octant_name_trim (text);

  if (g_utf8_strlen (trimmed, -1) > max_chars)
    return max_chars == OCTANT_WORDS_NAME ? _("Too long: shorten it to 200 characters")
                                          : _("Too long: shorten it to 10,000 characters");
  for (const char *p = trimmed; max_chars == OCTANT_WORDS_NAME && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || is_line_break (g_utf8_get_char (p)))
      return _("There is a line break or another control character in it: write it in one line");
  return NULL;
}

gboolean
octant_words_is_name (const char *text)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  trimmed = octant_name_trim (text);
  return *trimmed != '\0' && find_fault (trimmed, OCTANT_WORDS_NAME) == NULL;
}

const char *
octant_words_find_fault (AdwEntryRow *row,
                         int          max_chars)
{
  const char *fault;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  fault = find_fault (gtk_editable_get_text (GTK_EDITABLE (row)), max_chars);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return fault;
}
