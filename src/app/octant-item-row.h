/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantItemRow:
 *
 * One requirement, or one object of it, to rate. Property "narrow" puts the ratings below
 * the text. A choice of the user is the signal "rate" (int rating).
 */
#define OCTANT_TYPE_ITEM_ROW (octant_item_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantItemRow, octant_item_row, OCTANT, ITEM_ROW, AdwBin)

GtkWidget  *octant_item_row_new      (void);
OctantItem *octant_item_row_get_item (OctantItemRow *self);
void        octant_item_row_set_item (OctantItemRow *self,
                                      OctantItem    *item);
/* What the row says in one sentence. (transfer full) */
char       *octant_item_row_describe (OctantItem    *item);

G_END_DECLS
