/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "base/octant-rating.h"

G_BEGIN_DECLS

/**
 * OctantRatingToggle:
 *
 * The ratings N P L F and, where allowed, NA, side by side. Shows a rating and, as a ghost,
 * the one of the earlier assessment. Never changes by itself: a press emits "chosen" (int
 * rating; unanswered when the active one is pressed), and whoever owns it sets the rating.
 *
 * CSS node: `ratingtoggle`, with buttons; the ghost has the class `ghost`.
 */
#define OCTANT_TYPE_RATING_TOGGLE (octant_rating_toggle_get_type ())
G_DECLARE_FINAL_TYPE (OctantRatingToggle, octant_rating_toggle, OCTANT, RATING_TOGGLE, GtkWidget)

void octant_rating_toggle_set_rating  (OctantRatingToggle *self,
                                       OctantRating        rating,
                                       gboolean            carried);
/* OCTANT_RATING_UNANSWERED for none */
void octant_rating_toggle_set_ghost   (OctantRatingToggle *self,
                                       OctantRating        rating);
void octant_rating_toggle_set_na_allowed (OctantRatingToggle *self,
                                          gboolean            allowed);

G_END_DECLS
