/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "search/octant-search-private.h"

#include <string.h>

/* Somebody may paste a page into the search. */
#define MAX_TERMS 8

char *
octant_search_normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return normal != NULL ? normal : g_steal_pointer (&valid);
}

static gunichar
fold (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e) /* full-width forms of ASCII */
    c -= 0xfee0;
  else if (c == 0x3000)           /* ideographic space */
    c = ' ';
  return g_unichar_tolower (c);
}

void
octant_search_append_fold (GString    *out,
                           const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (out, g_ascii_tolower (*p));
      else
        g_string_append_unichar (out, fold (g_utf8_get_char (p)));
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize x = strlen (*(const char *const *) a), y = strlen (*(const char *const *) b);

  return x < y ? 1 : x > y ? -1 : strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
octant_search_terms (const char *text)
{
  g_autofree char *normal = octant_search_normalise (text);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_null_terminated (MAX_TERMS, g_free, TRUE);
  const char *start = NULL;

  octant_search_append_fold (folded, normal);
  for (const char *p = folded->str; terms->len < MAX_TERMS; p = g_utf8_next_char (p))
    {
      gboolean space = *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));

      if (!space && start == NULL)
        start = p;
      if (space && start != NULL)
        {
          g_ptr_array_add (terms, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        break;
    }
  g_ptr_array_sort (terms, compare_lengths);
  return (char **) g_ptr_array_free (g_steal_pointer (&terms), FALSE);
}
