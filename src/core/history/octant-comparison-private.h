/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history/octant-comparison.h"

G_BEGIN_DECLS

/* One of both cycles (@which) scored on what they share, see octant_comparison_new(). (transfer full) */
OctantScorer *octant_comparison_score_shared (OctantAssessment *a,
                                              OctantAssessment *b,
                                              OctantAssessment *which);

/* Object id of an item, "" for one that is rated for the institution. */
const char   *octant_comparison_get_object   (OctantAssessment *assessment,
                                              guint             requirement,
                                              guint             slot);
/* The item that answers the same question in @other: same code, same object. */
gboolean      octant_comparison_find         (OctantAssessment *assessment,
                                              guint             requirement,
                                              guint             slot,
                                              OctantAssessment *other,
                                              guint            *other_requirement,
                                              guint            *other_slot);
/* Fills what changed of the objects, of the scope and of the targets. */
void          octant_comparison_add_objects  (OctantComparison *self,
                                              OctantAssessment *a,
                                              OctantAssessment *b);
void          octant_comparison_add_scope    (OctantComparison *self,
                                              OctantAssessment *a,
                                              OctantAssessment *b);
void          octant_comparison_add_targets  (OctantComparison *self,
                                              OctantAssessment *a,
                                              OctantAssessment *b);
void          octant_object_change_free      (OctantObjectChange *change);
void          octant_scope_change_free       (OctantScopeChange  *change);
void          octant_target_change_free      (OctantTargetChange *change);

G_END_DECLS
