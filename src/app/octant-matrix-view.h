/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantMatrixView:
 *
 * The requirements of a sub-domain that are rated for each object, against the objects: one
 * cell for each rating. Arrows move between cells; what else is pressed is the owner's.
 *
 * Signal "selected" (OctantItem): the cell that has the keyboard.
 * Signal "rate" (OctantItem, int rating): a digit or x was pressed in its cell.
 *
 * CSS: cells are buttons of class `matrix-cell`, those carried over `carried` besides.
 */
#define OCTANT_TYPE_MATRIX_VIEW (octant_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantMatrixView, octant_matrix_view, OCTANT, MATRIX_VIEW, AdwBin)

/* @node: (nullable): a sub-domain */
void octant_matrix_view_set_node (OctantMatrixView *self,
                                  OctantNode       *node);
/* Gives the keyboard to the cell of @item, or to the first one. */
void octant_matrix_view_focus    (OctantMatrixView *self,
                                  OctantItem       *item);

G_END_DECLS
