/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-interview.h"

G_BEGIN_DECLS

/**
 * OctantInterviewAgenda:
 *
 * The questions of one interview in their order, and the one that is being asked. Behind the
 * last stands the end, which is a position too. Holds the assessment; main thread only.
 */
typedef struct _OctantInterviewAgenda OctantInterviewAgenda;

/* What is asked about one sub-domain: questions that follow each other. */
typedef struct
{
  guint subdomain; /* of the model */
  guint first;     /* position of its first question */
  guint n_questions;
  guint n_done;
} OctantInterviewSection;

/* The interview must be one of the assessment. Stands at the question to go on with. */
OctantInterviewAgenda *octant_interview_agenda_new  (OctantAssessment      *assessment,
                                                     const char            *interview_id);
void                   octant_interview_agenda_free (OctantInterviewAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantInterviewAgenda, octant_interview_agenda_free)

OctantAssessment *octant_interview_agenda_get_assessment   (OctantInterviewAgenda *self);
const char       *octant_interview_agenda_get_interview_id (OctantInterviewAgenda *self);
/* Whose questions these are, which may be an earlier role of the interviewee. */
const char       *octant_interview_agenda_get_role         (OctantInterviewAgenda *self);
guint             octant_interview_agenda_get_n_questions  (OctantInterviewAgenda *self);
guint             octant_interview_agenda_get_position     (OctantInterviewAgenda *self);
/* Further than the end is the end. */
void              octant_interview_agenda_set_position     (OctantInterviewAgenda *self,
                                                            guint                  position);
/* FALSE at the end. */
gboolean          octant_interview_agenda_get_item         (OctantInterviewAgenda *self,
                                                            OctantItemRef         *item);
/* (nullable): NULL where the question at hand is about the institution, or at the end */
const char       *octant_interview_agenda_get_object_id    (OctantInterviewAgenda *self);

/* The question of a requirement, and of the object that it is asked about ("" for the institution); the end when it is not asked. */
guint    octant_interview_agenda_find          (OctantInterviewAgenda *self,
                                                const char            *code,
                                                const char            *object_id);
/* The first question from @start on, going round, that has no answer; the end when there is none. */
guint    octant_interview_agenda_find_open     (OctantInterviewAgenda *self,
                                                guint                  start);
/* The open question behind the last answered one, going round: where an interview was left. */
guint    octant_interview_agenda_find_resume   (OctantInterviewAgenda *self);
/* The first question of the next sub-domain, the end when there is none. */
guint    octant_interview_agenda_find_next     (OctantInterviewAgenda *self);
/* The first question of this sub-domain, or of the one before when it is at hand already. */
guint    octant_interview_agenda_find_previous (OctantInterviewAgenda *self);
/* (transfer full) (element-type OctantInterviewSection): in the order of the questions */
GArray  *octant_interview_agenda_list_sections (OctantInterviewAgenda *self);
/* The one of the question at hand; FALSE at the end. */
gboolean octant_interview_agenda_get_section   (OctantInterviewAgenda  *self,
                                                OctantInterviewSection *section);
/*
 * Takes the questions anew: objects came or went, or something left the scope. Stays at the
 * question at hand; FALSE when that is not asked any more, or the role is another.
 */
gboolean octant_interview_agenda_reload        (OctantInterviewAgenda *self);

G_END_DECLS
