/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-interview.h"

G_BEGIN_DECLS

/**
 * OctantInterviewContext:
 *
 * What an interviewer wants to have before her eyes beside a question: what others said of
 * it, what was answered and said last year, what to check, and the requirement. To be read.
 */
#define OCTANT_TYPE_INTERVIEW_CONTEXT (octant_interview_context_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewContext, octant_interview_context, OCTANT, INTERVIEW_CONTEXT, AdwBin)

void octant_interview_context_show          (OctantInterviewContext *self,
                                             OctantAssessment       *assessment,
                                             const char             *interview_id,
                                             OctantItemRef           item);
/* Only what changes while the question is at hand. */
void octant_interview_context_update_others (OctantInterviewContext *self,
                                             OctantAssessment       *assessment,
                                             const char             *interview_id,
                                             OctantItemRef           item);

G_END_DECLS
