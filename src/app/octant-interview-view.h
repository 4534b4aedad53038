/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantInterviewView:
 *
 * An interview while it is held: one screen for each question of the role, in the order of
 * an interview, with the rating and the minutes. All by keyboard, also while minutes are
 * being typed: Alt+1…4 rates, Alt+0 clears, Alt+S says the same of all objects, Page Down or
 * Ctrl+Return goes on, Page Up goes back, Ctrl+Down goes to the next open question, Ctrl+Page
 * Down and Up go by sub-domains, Escape leaves.
 *
 * Signal "left": the user is done, or the interview is not there any more.
 */
#define OCTANT_TYPE_INTERVIEW_VIEW (octant_interview_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewView, octant_interview_view, OCTANT, INTERVIEW_VIEW, AdwBin)

void     octant_interview_view_set_session (OctantInterviewView *self,
                                            OctantSession       *session);
/* Where it was left. FALSE when the assessment has no such interview. */
gboolean octant_interview_view_start       (OctantInterviewView *self,
                                            const char          *interview_id);
/* Goes to a question of the interview that is held, if it is asked. */
void     octant_interview_view_go_to       (OctantInterviewView *self,
                                            const char          *code,
                                            const char          *object_id);
/* Keeps what is typed, and forgets the interview. */
void     octant_interview_view_stop        (OctantInterviewView *self);
/* Makes an act of the minutes that are being typed. */
void     octant_interview_view_keep        (OctantInterviewView *self);
void     octant_interview_view_focus       (OctantInterviewView *self);

G_END_DECLS
