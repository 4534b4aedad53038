/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-brief.h"

/* A longer title is not short: "2026 年度评估" is. */
#define MAX_COLUMNS 14

guint
octant_brief_measure (const char *text)
{
  guint columns = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    columns += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;

  return columns;
}

static gboolean
all_short (const char *const *titles,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (octant_brief_measure (titles[i]) > MAX_COLUMNS)
      return FALSE;

  return TRUE;
}

/* Whether the first @length bytes tell all apart. */
static gboolean
differ (const char *const *dates,
        guint              n,
        gsize              length)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_add (seen, g_strndup (dates[i], length)))
      return FALSE;

  return TRUE;
}

GStrv
octant_brief_titles (const char *const *titles,
                     const char *const *dates,
                     guint              n)
{
  static const gsize lengths[] = { 4, 7, 10 }; /* year, month, day */
  GStrv brief = g_new0 (char *, n + 1);
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths) && length == 0 && !all_short (titles, n); i++)
    if (differ (dates, n, lengths[i]))
      length = lengths[i];
  for (guint i = 0; i < n; i++)
    brief[i] = length == 0 ? g_strdup (titles[i]) : g_strndup (dates[i], length);

  return brief;
}
