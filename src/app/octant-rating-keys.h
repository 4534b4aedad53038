/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "base/octant-rating.h"

G_BEGIN_DECLS

/*
 * Which rating a key stands for, wherever one rates by keys: 1 2 3 4 for N P L F and 0 for
 * none, also on the keypad, and x for NA.
 *
 * @key: in lower case
 *
 * Returns: FALSE when it stands for none of them
 */
gboolean octant_rating_find_key (guint         key,
                                 OctantRating *rating);

G_END_DECLS
