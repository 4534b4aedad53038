/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-chart-table.h"

G_BEGIN_DECLS

/**
 * OctantChartTableDialog:
 *
 * The figures of a chart as a table, for who reads them rather than looks at them, and to
 * copy. Shortcuts: Ctrl+C copies as text.
 */
#define OCTANT_TYPE_CHART_TABLE_DIALOG (octant_chart_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantChartTableDialog, octant_chart_table_dialog, OCTANT, CHART_TABLE_DIALOG, AdwDialog)

/* @table: (transfer full) */
AdwDialog *octant_chart_table_dialog_new (const char       *title,
                                          OctantChartTable *table);

G_END_DECLS
