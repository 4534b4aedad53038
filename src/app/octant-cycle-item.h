/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-record.h"

G_BEGIN_DECLS

/**
 * OctantCycleItem:
 *
 * One assessment in lists: its row and its score cache. Properties: id, title, as-of,
 * subtitle, level (int, -1 while unknown), score-text, institution, as-of-text, limited (of the whole).
 */
#define OCTANT_TYPE_CYCLE_ITEM (octant_cycle_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantCycleItem, octant_cycle_item, OCTANT, CYCLE_ITEM, GObject)

OctantCycleItem *octant_cycle_item_new             (OctantRecord    *cycle,
                                                    OctantRecord    *organisation);
OctantRecord    *octant_cycle_item_get_record      (OctantCycleItem *self);
const char      *octant_cycle_item_get_id          (OctantCycleItem *self);
const char      *octant_cycle_item_get_title       (OctantCycleItem *self);
const char      *octant_cycle_item_get_as_of       (OctantCycleItem *self);
const char      *octant_cycle_item_get_institution (OctantCycleItem *self);
int              octant_cycle_item_get_level       (OctantCycleItem *self);
/* The score of a node would allow a higher level than the requirements do. */
gboolean         octant_cycle_item_is_limited      (OctantCycleItem *self,
                                                    const char      *code);
void             octant_cycle_item_set_scores      (OctantCycleItem *self,
                                                    GPtrArray       *rows);
/* (element-type OctantScoreRow) (transfer none) (nullable) */
GPtrArray       *octant_cycle_item_get_scores      (OctantCycleItem *self);
/* The row of a node, NULL when there is none. */
OctantScoreRow  *octant_cycle_item_get_score       (OctantCycleItem *self,
                                                    const char      *code);

G_END_DECLS
