/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantLevelRing:
 *
 * The level of a node as a large numeral in a ring that its score fills, with the band of
 * uncertainty. Property "node".
 *
 * CSS node: `levelring`. Accessible role: meter, with its value.
 */
#define OCTANT_TYPE_LEVEL_RING (octant_level_ring_get_type ())
G_DECLARE_FINAL_TYPE (OctantLevelRing, octant_level_ring, OCTANT, LEVEL_RING, GtkWidget)

void octant_level_ring_set_node (OctantLevelRing *self,
                                 OctantNode      *node);

G_END_DECLS
