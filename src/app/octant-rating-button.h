/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "base/octant-rating.h"

G_BEGIN_DECLS

/**
 * OctantRatingButton:
 *
 * A toggle button with the letter of a rating, which it draws itself: a list has hundreds of
 * them, and each node more has to be styled again whenever the keyboard moves.
 *
 * CSS node: `button`, as of any toggle button.
 */
#define OCTANT_TYPE_RATING_BUTTON (octant_rating_button_get_type ())
G_DECLARE_FINAL_TYPE (OctantRatingButton, octant_rating_button, OCTANT, RATING_BUTTON, GtkToggleButton)

GtkWidget   *octant_rating_button_new        (OctantRating        rating);
OctantRating octant_rating_button_get_rating (OctantRatingButton *self);

G_END_DECLS
