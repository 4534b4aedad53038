/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-text.h"

#include <locale.h>

/**
 * octant_text_get:
 *
 * Returns: (transfer none): the text in @language
 */
const char *
octant_text_get (const OctantText *text,
                 OctantLanguage    language)
{
  g_return_val_if_fail (text != NULL, NULL);

  return language == OCTANT_LANGUAGE_ZH ? text->zh : text->en;
}

/**
 * octant_language_from_locale:
 *
 * The first of the user's languages that Octant speaks, as gettext chooses: Chinese of whatever kind, or English.
 * LANGUAGE is honoured as gettext does, which is why this asks GLib and not setlocale().
 */
OctantLanguage
octant_language_from_locale (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL && !g_str_has_prefix (names[i], "en"); i++)
    if (g_str_has_prefix (names[i], "zh"))
      return OCTANT_LANGUAGE_ZH;
  return OCTANT_LANGUAGE_EN;
}
