/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-cycle-item.h"

G_BEGIN_DECLS

/**
 * OctantCycleList:
 *
 * Assessments as rows, the newest first: title, score and level, and a mark at the one that is
 * open. A row opens its assessment. It is a GtkListBox with the style “boxed-list”.
 */
#define OCTANT_TYPE_CYCLE_LIST (octant_cycle_list_get_type ())
G_DECLARE_FINAL_TYPE (OctantCycleList, octant_cycle_list, OCTANT, CYCLE_LIST, AdwBin)

/*
 * Rows are made one by one, with octant_cycle_list_make_row(), each in place of a former one that
 * shows another assessment. @cycles: (nullable) (element-type OctantCycleItem) oldest first; NULL
 * while it is not known which there are: what rows there are lead nowhere then. @open: (nullable)
 * id of the one that is open
 */
void     octant_cycle_list_update   (OctantCycleList *self,
                                     GPtrArray       *cycles,
                                     const char      *open);
/* Makes the next row. Returns FALSE when all were there. */
gboolean octant_cycle_list_make_row (OctantCycleList *self);

G_END_DECLS
