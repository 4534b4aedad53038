/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctantRating:
 *
 * The rating of one requirement (scoring rules, section 1). UNANSWERED is no
 * rating at all and counts as the interval [N, F]; NA removes the item.
 */
typedef enum
{
  OCTANT_RATING_UNANSWERED,
  OCTANT_RATING_N,
  OCTANT_RATING_P,
  OCTANT_RATING_L,
  OCTANT_RATING_F,
  OCTANT_RATING_NA,
} OctantRating;

/* "N" "P" "L" "F" "NA", and "" for unanswered: the form in files and the database. */
const char  *octant_rating_to_string (OctantRating  rating);
/* Accepts the above and "-" for unanswered. */
gboolean     octant_rating_parse     (const char   *string,
                                      OctantRating *out);

G_END_DECLS
