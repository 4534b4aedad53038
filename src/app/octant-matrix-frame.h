/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantMatrixFrame:
 *
 * Keeps the headings of the columns over a table that scrolls: rows pass below them, and
 * sideways each goes with its column. A heading stands over a cell of its column, which is
 * made as wide as the heading needs. The "child" is a GtkScrolledWindow with the cells.
 */
#define OCTANT_TYPE_MATRIX_FRAME (octant_matrix_frame_get_type ())
G_DECLARE_FINAL_TYPE (OctantMatrixFrame, octant_matrix_frame, OCTANT, MATRIX_FRAME, GtkWidget)

/*
 * The heading of a column, which is there from now on, behind those of the columns before it.
 *
 * @cell: one of the column, which stays until the heading is removed
 */
void octant_matrix_frame_set_heading    (OctantMatrixFrame *self,
                                         guint              column,
                                         GtkWidget         *cell,
                                         const char        *name);
void octant_matrix_frame_remove_heading (OctantMatrixFrame *self,
                                         guint              column);
void octant_matrix_frame_clear          (OctantMatrixFrame *self);

G_END_DECLS
