/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctantChartTable:
 *
 * What a chart shows, as text: a heading for each column, then rows of as many cells, the
 * first of which names the row.
 */
typedef struct
{
  GPtrArray *columns; /* (element-type utf8) */
  GPtrArray *rows;    /* (element-type GPtrArray(utf8)) */
} OctantChartTable;

OctantChartTable *octant_chart_table_new        (void);
void              octant_chart_table_free       (OctantChartTable       *self);
void              octant_chart_table_add_column (OctantChartTable       *self,
                                                 const char             *heading);
/* Begins a row; the cells that follow go into it. */
void              octant_chart_table_add_row    (OctantChartTable       *self,
                                                 const char             *name);
void              octant_chart_table_add_cell   (OctantChartTable       *self,
                                                 const char             *text); /* (nullable) for an empty one */
const char       *octant_chart_table_get_cell   (const OctantChartTable *self,
                                                 guint                   row,
                                                 guint                   column);
/* Cells apart by tabs, as spreadsheets and word processors paste them. (transfer full) */
char             *octant_chart_table_to_text    (const OctantChartTable *self);
/* (transfer full) */
char             *octant_chart_table_to_csv     (const OctantChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantChartTable, octant_chart_table_free)

G_END_DECLS
