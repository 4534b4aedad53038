/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-name.h"

#include <string.h>

char *
octant_name_trim (const char *name)
{
  const char *end;

  g_return_val_if_fail (name != NULL, NULL);

  end = name + strlen (name);
  while (*name != '\0' && g_unichar_isspace (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  while (end > name && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (name, (gsize) (end - name));
}

static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);

  return octant_name_trim (folded);
}

gboolean
octant_name_equal (const char *a,
                   const char *b)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  x = fold (a);
  y = fold (b);
  return strcmp (x, y) == 0;
}
