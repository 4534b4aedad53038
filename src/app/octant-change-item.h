/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "history/octant-comparison.h"

G_BEGIN_DECLS

/**
 * OctantChangeItem:
 *
 * A requirement that differs between two assessments, for lists. Properties: heading (code,
 * object and what else changed), text, kind-text, ratings ("P → L"), summary (all in one
 * sentence).
 */
#define OCTANT_TYPE_CHANGE_ITEM (octant_change_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantChangeItem, octant_change_item, OCTANT, CHANGE_ITEM, GObject)

/* @b, @a: the later and the earlier assessment, for the requirement's text */
OctantChangeItem *octant_change_item_new          (const OctantItemChange *change,
                                                   OctantAssessment       *a,
                                                   OctantAssessment       *b);
const char       *octant_change_item_get_code     (OctantChangeItem       *self);
OctantChangeKind  octant_change_item_get_kind     (OctantChangeItem       *self);
gboolean          octant_change_item_has_note     (OctantChangeItem       *self);
gboolean          octant_change_item_has_evidence (OctantChangeItem       *self);
gboolean          octant_change_item_matches      (OctantChangeItem       *self,
                                                   const char             *needle);
/* "Improved" */
const char       *octant_change_kind_get_name     (OctantChangeKind        kind);

G_END_DECLS
