/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-rating-keys.h"

#include <gdk/gdk.h>

gboolean
octant_rating_find_key (guint         key,
                        OctantRating *rating)
{
  static const struct
  {
    guint keys[2];
    OctantRating rating;
  } ratings[] = {
    { { GDK_KEY_0, GDK_KEY_KP_0 }, OCTANT_RATING_UNANSWERED },
    { { GDK_KEY_1, GDK_KEY_KP_1 }, OCTANT_RATING_N },
    { { GDK_KEY_2, GDK_KEY_KP_2 }, OCTANT_RATING_P },
    { { GDK_KEY_3, GDK_KEY_KP_3 }, OCTANT_RATING_L },
    { { GDK_KEY_4, GDK_KEY_KP_4 }, OCTANT_RATING_F },
    { { GDK_KEY_x, GDK_KEY_x }, OCTANT_RATING_NA },
  };

  g_return_val_if_fail (rating != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (ratings[i].keys[0] == key || ratings[i].keys[1] == key)
      {
        *rating = ratings[i].rating;
        return TRUE;
      }
  return FALSE;
}
