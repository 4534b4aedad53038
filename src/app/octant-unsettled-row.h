/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-unsettled-item.h"

G_BEGIN_DECLS

/**
 * OctantUnsettledRow:
 *
 * What interviewees said of one requirement, side by side, and the ratings to settle it
 * with. Property "item" (OctantUnsettledItem). Speaks by the actions interviews.settle
 * (requirement, slot, rating) and win.show-requirement.
 */
#define OCTANT_TYPE_UNSETTLED_ROW (octant_unsettled_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantUnsettledRow, octant_unsettled_row, OCTANT, UNSETTLED_ROW, AdwBin)

G_END_DECLS
