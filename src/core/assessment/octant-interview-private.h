/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-interview.h"

G_BEGIN_DECLS

/* The ratings that interviewees gave to one item. */
typedef struct
{
  guint n;
  OctantRating lowest; /* when n > 0 */
  gboolean differ;
} OctantOpinion;

OctantRating  octant_said_rating    (const OctantRecord         *said);
/* An unanswered one adds nothing. */
void          octant_opinion_add    (OctantOpinion              *opinion,
                                     OctantRating                rating);
OctantOpinion octant_opinion_of     (const OctantAssessmentItem *item);
OctantRecord *octant_item_find_said (const OctantAssessmentItem *item,
                                     const char                 *interview_id);
/* Items of which the interviewee spoke, in interview order. (transfer full) (element-type OctantItemRef) */
GArray       *octant_interview_list_items (OctantAssessment *self,
                                           const char       *interview_id);

G_END_DECLS
