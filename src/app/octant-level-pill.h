/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantLevelPill:
 *
 * A level as a small coloured pill with its number. Properties: level (int, -1 for none),
 * n-levels. Its font follows the style classes given to it.
 *
 * CSS node: `levelpill`. Accessible role: image, labelled with the level.
 */
#define OCTANT_TYPE_LEVEL_PILL (octant_level_pill_get_type ())
G_DECLARE_FINAL_TYPE (OctantLevelPill, octant_level_pill, OCTANT, LEVEL_PILL, GtkWidget)

GtkWidget *octant_level_pill_new       (void);
void       octant_level_pill_set_level (OctantLevelPill *self,
                                        int              level);

G_END_DECLS
