/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-rating.h"

#include <string.h>

static const char *const names[] = { "", "N", "P", "L", "F", "NA" };

const char *
octant_rating_to_string (OctantRating rating)
{
  g_return_val_if_fail (rating < G_N_ELEMENTS (names), "");

  return names[rating];
}

gboolean
octant_rating_parse (const char   *string,
                     OctantRating *out)
{
  g_return_val_if_fail (string != NULL && out != NULL, FALSE);

  if (strcmp (string, "-") == 0)
    string = "";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (string, names[i]) == 0)
      {
        *out = (OctantRating) i;
        return TRUE;
      }
  return FALSE;
}
