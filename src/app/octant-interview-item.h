/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-interview.h"

G_BEGIN_DECLS

/**
 * OctantInterviewItem:
 *
 * One interview in a list. Keeps its identity while the interview changes. Properties, all
 * to be shown as they stand: person, details (role and date), progress (text), fraction
 * (0…1), summary (for a screen reader).
 */
#define OCTANT_TYPE_INTERVIEW_ITEM (octant_interview_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewItem, octant_interview_item, OCTANT, INTERVIEW_ITEM, GObject)

OctantInterviewItem *octant_interview_item_new    (OctantAssessment    *assessment,
                                                   OctantRecord        *interview);
/* Takes what the assessment says of it now; notifies what is different. */
void                 octant_interview_item_update (OctantInterviewItem *self,
                                                   OctantAssessment    *assessment,
                                                   OctantRecord        *interview);
const char          *octant_interview_item_get_id (OctantInterviewItem *self);
/* The name of a role of the model, or its id when the model has none. */
const char          *octant_interview_role_name   (OctantAssessment    *assessment,
                                                   const char          *role);

G_END_DECLS
