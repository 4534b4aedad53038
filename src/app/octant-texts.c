/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-texts.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <langinfo.h>

#include "base/octant-time.h"
#include "store/octant-store.h"

static OctantTextsLanguage texts_language = OCTANT_TEXTS_INTERFACE;

void
octant_texts_set_language (OctantTextsLanguage language)
{
  texts_language = language;
}

OctantLanguage
octant_texts_get_language (void)
{
  if (texts_language == OCTANT_TEXTS_CHINESE)
    return OCTANT_LANGUAGE_ZH;
  if (texts_language == OCTANT_TEXTS_ENGLISH)
    return OCTANT_LANGUAGE_EN;
  return octant_language_from_locale ();
}

const char *
octant_localise (const OctantText *text)
{
  return octant_text_get (text, octant_texts_get_language ());
}

char *
octant_localise_full (const OctantText *text)
{
  OctantLanguage first = octant_texts_get_language ();
  OctantLanguage second = first == OCTANT_LANGUAGE_ZH ? OCTANT_LANGUAGE_EN : OCTANT_LANGUAGE_ZH;

  if (texts_language != OCTANT_TEXTS_BOTH)
    return g_strdup (octant_text_get (text, first));
  return g_strdup_printf ("%s\n%s", octant_text_get (text, first), octant_text_get (text, second));
}

const char *
octant_rating_get_name (OctantRating rating)
{
  switch (rating)
    {
    case OCTANT_RATING_N:
      return _("Not achieved");
    case OCTANT_RATING_P:
      return _("Partially achieved");
    case OCTANT_RATING_L:
      return _("Largely achieved");
    case OCTANT_RATING_F:
      return _("Fully achieved");
    case OCTANT_RATING_NA:
      return _("Not applicable");
    case OCTANT_RATING_UNANSWERED:
    default:
      return _("Unanswered");
    }
}

const char *
octant_rating_get_letter (OctantRating rating)
{
  return rating == OCTANT_RATING_UNANSWERED ? "–" : octant_rating_to_string (rating);
}

char *
octant_format_score (const char *plain)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  const char *point;

  g_return_val_if_fail (plain != NULL, NULL);

  point = strchr (plain, '.');
  if (point == NULL || g_str_equal (radix, "."))
    return g_strdup (plain);
  return g_strdup_printf ("%.*s%s%s", (int) (point - plain), plain, radix, point + 1);
}

char *
octant_format_signed (int         sign,
                      const char *size)
{
  /* Between words from right to left a sign would go to the other side of its number. */
  const char *mark = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "\u200e" : "";

  g_return_val_if_fail (size != NULL, NULL);

  return g_strconcat (mark, sign > 0 ? "+" : sign < 0 ? "−" : "±", size, NULL);
}

char *
octant_format_interval (const char *low,
                        const char *high)
{
  g_autofree char *from = octant_format_score (low);
  g_autofree char *to = octant_format_score (high);

  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
octant_format_date (const char *iso)
{
  g_autofree char *day = g_strndup (iso != NULL ? iso : "", 10);
  g_autoptr (GDateTime) date = NULL;
  int y, m, d;

  if (!octant_date_is_valid (day) || sscanf (day, "%d-%d-%d", &y, &m, &d) != 3)
    return g_steal_pointer (&day);
  date = g_date_time_new_local (y, m, d, 12, 0, 0);
  /* Translators: a date, see g_date_time_format(), as in “22 Nov 2026” */
  return g_date_time_format (date, _("%-d %b %Y"));
}

char *
octant_describe_store_error (const GError *error)
{
  if (error == NULL)
    return NULL;
  if (error->domain != OCTANT_STORE_ERROR)
    return g_strdup (error->message);

  switch ((OctantStoreError) error->code)
    {
    case OCTANT_STORE_ERROR_FULL:
      return g_strdup (_("The disk is full; make room on it"));
    case OCTANT_STORE_ERROR_READ_ONLY:
      return g_strdup (_("The data folder cannot be written; check its permissions"));
    case OCTANT_STORE_ERROR_BUSY:
      return g_strdup (_("Another Octant has this data open; close it first"));
    case OCTANT_STORE_ERROR_NEWER:
      return g_strdup (_("The data were written by a newer version of Octant; update Octant to open them"));
    case OCTANT_STORE_ERROR_FOREIGN:
      return g_strdup (_("The file is not a database of Octant; move it out of the data folder"));
    case OCTANT_STORE_ERROR_DAMAGED:
      return g_strdup (_("The database is damaged, and nothing in it was changed; put a copy of the data folder in its place"));
    case OCTANT_STORE_ERROR_PORTAL:
      return g_strdup (_("The data cannot be kept in a folder that a portal shares; "
                         "start Octant without --data-dir"));
    case OCTANT_STORE_ERROR_GONE:
      return g_strdup (_("The data folder was taken away or replaced; put it back in its place"));
    case OCTANT_STORE_ERROR_IO:
      return g_strdup_printf (_("The disk reported an error: %s"), error->message);
    case OCTANT_STORE_ERROR_CONFLICT:
    case OCTANT_STORE_ERROR_NOT_FOUND:
    case OCTANT_STORE_ERROR_NOTHING_TO_UNDO:
    default:
      return g_strdup (error->message);
    }
}
