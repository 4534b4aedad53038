/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantNodeBar:
 *
 * The score of a node as a thin bar with its band of uncertainty, or of one aspect of it.
 * Properties: node, aspect (int, -1 for all).
 *
 * CSS node: `nodebar`. Accessible role: meter, with its value.
 */
#define OCTANT_TYPE_NODE_BAR (octant_node_bar_get_type ())
G_DECLARE_FINAL_TYPE (OctantNodeBar, octant_node_bar, OCTANT, NODE_BAR, GtkWidget)

void octant_node_bar_set_node (OctantNodeBar *self,
                               OctantNode    *node,
                               int            aspect);

G_END_DECLS
