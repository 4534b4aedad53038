/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantDateRow:
 *
 * An entry for a date that may be empty, with a calendar to choose from. Accepts 2026-03-09,
 * 2026/3/9, 2026.3.9, 20260309 and 2026年3月9日. Property "valid" (gboolean, read-only):
 * FALSE while something else stands there, which the row shows too.
 */
#define OCTANT_TYPE_DATE_ROW (octant_date_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantDateRow, octant_date_row, OCTANT, DATE_ROW, AdwEntryRow)

/* "2026-03-09", or "" when empty; NULL when it is no date. (transfer full) */
char    *octant_date_row_dup_date  (OctantDateRow *self);
/* @date: (nullable) */
void     octant_date_row_set_date  (OctantDateRow *self,
                                    const char    *date);
gboolean octant_date_row_get_valid (OctantDateRow *self);

G_END_DECLS
