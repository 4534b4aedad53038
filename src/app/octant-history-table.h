/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/octant-model.h"

G_BEGIN_DECLS

/**
 * OctantHistoryTable:
 *
 * Scores and levels of all domains over the assessments as a table, for who reads figures rather
 * than looks at lines.
 */
#define OCTANT_TYPE_HISTORY_TABLE (octant_history_table_get_type ())
G_DECLARE_FINAL_TYPE (OctantHistoryTable, octant_history_table, OCTANT, HISTORY_TABLE, AdwBin)

/*
 * Rows are made one by one, with octant_history_table_make_row(), each in place of a former one
 * that says something else. @cycles: (element-type OctantCycleItem) oldest first; @model: whose
 * domains stand first
 */
void     octant_history_table_update   (OctantHistoryTable *self,
                                        GPtrArray          *cycles,
                                        OctantModel        *model);
/* Makes the next row. Returns FALSE when all were there. */
gboolean octant_history_table_make_row (OctantHistoryTable *self);

G_END_DECLS
