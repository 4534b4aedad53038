/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * Interviews: what each interviewee said of an item, and what becomes of it.
 *
 * What is said proposes: as long as all who were asked agree, the answer is what they say.
 * When they differ, the lower one counts, and the item is unsettled until the assessor
 * rates it herself, here or anywhere else. Her rating is a settlement: it stands until one
 * of the interviewees says something else. A confirmed NA is a decision with an approver
 * and is not moved by interviews.
 */
typedef enum
{
  OCTANT_VOICES_NONE,    /* nobody was asked, or nobody gave a rating */
  OCTANT_VOICES_AGREE,
  OCTANT_VOICES_DIFFER,  /* unsettled */
  OCTANT_VOICES_SETTLED, /* the assessor decided */
} OctantVoices;

/* Borrowed from the assessment, valid until its next change. */
typedef struct
{
  OctantRating rating; /* UNANSWERED, N, P, L or F */
  const char *minutes; /* (nullable) */
} OctantInterviewAnswer;

/* (transfer full) (element-type OctantRecord): by date, then person */
GPtrArray    *octant_assessment_list_interviews (OctantAssessment *self);
/* (transfer none) (nullable) */
OctantRecord *octant_assessment_get_interview   (OctantAssessment *self,
                                                 const char       *interview_id);
/*
 * What this role is asked, in the order of an interview: by domain, sub-domain, level, code.
 * Without what is retired or out of scope. (transfer full) (element-type OctantItemRef): one
 * for each object where the requirement is rated by object
 */
GArray       *octant_assessment_list_questions  (OctantAssessment *self,
                                                 const char       *role);
/* FALSE when nothing was said. */
gboolean      octant_assessment_get_interview_answer (OctantAssessment      *self,
                                                      const char            *interview_id,
                                                      OctantItemRef          item,
                                                      OctantInterviewAnswer *answer);
/* Every interview_answer row of the item. (transfer full) (element-type OctantRecord) */
GPtrArray    *octant_assessment_list_said       (OctantAssessment *self,
                                                 OctantItemRef     item);
OctantVoices  octant_assessment_get_voices      (OctantAssessment *self,
                                                 OctantItemRef     item);
/* Items where interviewees differ and nobody decided, in model order. (transfer full) (element-type OctantItemRef) */
GArray       *octant_assessment_list_unsettled  (OctantAssessment *self);
/* Of the questions of its role, how many have a rating or minutes; and how many there are. */
void          octant_assessment_count_interview (OctantAssessment *self,
                                                 const char       *interview_id,
                                                 guint            *n_done,
                                                 guint            *n_questions);
/*
 * The minutes as a file of text (Markdown, UTF-8): head, general minutes, then each question
 * that was answered. @organisation: (nullable). NULL when there is no such interview.
 */
char         *octant_interview_to_markdown      (OctantAssessment *self,
                                                 const char       *interview_id,
                                                 const char       *organisation,
                                                 OctantLanguage    language);

/* Kinds: "interview-answer", "settle", "edit-interview", "delete-interview", "keep-minutes". */

OctantAct *octant_act_interview_rate    (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         OctantItemRef     item,
                                         OctantRating      rating,
                                         const OctantBy   *by,
                                         GError          **error);
/* NULL or "" removes them. */
OctantAct *octant_act_interview_minutes (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         OctantItemRef     item,
                                         const char       *minutes,
                                         const OctantBy   *by,
                                         GError          **error);
/* What an interviewee says of one item: N to F, or UNANSWERED. */
typedef struct
{
  OctantItemRef item;
  OctantRating rating;
  const char *minutes; /* (nullable) */
} OctantSaidRow;

/*
 * Many at once, in one act about the first of them. What the interviewee said of an item
 * before is replaced. No item may occur twice.
 */
OctantAct *octant_act_interview_say     (OctantAssessment    *assessment,
                                         const char          *interview_id,
                                         const OctantSaidRow *rows,
                                         gsize                n_rows,
                                         const OctantBy      *by,
                                         GError             **error);
/* What the interviewee says of one object holds for all others of the requirement as well. */
OctantAct *octant_act_interview_same    (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         OctantItemRef     item,
                                         const OctantBy   *by,
                                         GError          **error);
/* Refused where nobody was asked. NA goes by octant_act_rate(), which settles as well. */
OctantAct *octant_act_settle            (OctantAssessment *assessment,
                                         OctantItemRef     item,
                                         OctantRating      rating,
                                         const OctantBy   *by,
                                         GError          **error);
/* NULL keeps what is there; "" removes the minutes. */
OctantAct *octant_act_edit_interview    (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         const char       *person,
                                         const char       *role,
                                         const char       *held_on,
                                         const char       *minutes,
                                         const OctantBy   *by,
                                         GError          **error);
/* What was said goes with it, and answers follow those who are left. */
OctantAct *octant_act_delete_interview  (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         const OctantBy   *by,
                                         GError          **error);
/*
 * Keeps the minutes as evidence: @evidence is a row from octant_evidence_record() for the
 * imported text; it gets the interview's id as its own, so that keeping them again replaces
 * the text. Linked to every item that the interviewee spoke of, and to no other.
 */
OctantAct *octant_act_keep_minutes      (OctantAssessment *assessment,
                                         const char       *interview_id,
                                         OctantRecord     *evidence,
                                         const OctantBy   *by,
                                         GError          **error);

G_END_DECLS
