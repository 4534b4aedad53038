/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-requirement-filter.h"

G_BEGIN_DECLS

/**
 * OctantTreeRow:
 *
 * A domain or sub-domain in the sidebar: code, name, progress, marks, level and score bar.
 * Property "node".
 */
#define OCTANT_TYPE_TREE_ROW (octant_tree_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantTreeRow, octant_tree_row, OCTANT, TREE_ROW, AdwBin)

GtkWidget *octant_tree_row_new      (void);
void       octant_tree_row_set_node (OctantTreeRow *self,
                                     OctantNode    *node);
/* (nullable) */
OctantNode *octant_tree_row_get_node (OctantTreeRow *self);
/* What the row says in one sentence, with what @filter (nullable) finds below it. (transfer full) */
char      *octant_tree_row_describe (OctantNode              *node,
                                     OctantRequirementFilter *filter);

/* While @filter asks for something, the row says how many requirements match instead of how many are answered. */
void       octant_tree_row_set_filter (OctantTreeRow           *self,
                                       OctantRequirementFilter *filter);

G_END_DECLS
