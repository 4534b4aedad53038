/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-interview.h"
#include "octant-session.h"

G_BEGIN_DECLS

/*
 * The session's acts about interviews of the open assessment. Each is on screen when the call returns. Where an
 * @error is asked for, it has the reason of a refusal; else the user is told by a notice.
 */

gboolean octant_session_add_interview     (OctantSession *self,
                                           const char    *person,
                                           const char    *role,
                                           const char    *held_on,
                                           const char    *minutes,
                                           GError       **error);
gboolean octant_session_edit_interview    (OctantSession *self,
                                           const char    *interview_id,
                                           const char    *person,
                                           const char    *role,
                                           const char    *held_on,
                                           const char    *minutes,
                                           GError       **error);
/* Undone by the toast. */
gboolean octant_session_delete_interview  (OctantSession *self,
                                           const char    *interview_id);
/* N to F, or UNANSWERED to take it back. */
gboolean octant_session_interview_rate    (OctantSession *self,
                                           const char    *interview_id,
                                           OctantItemRef  item,
                                           OctantRating   rating);
/* What is said of one object holds for all others. Undone by the toast. */
gboolean octant_session_interview_same    (OctantSession *self,
                                           const char    *interview_id,
                                           OctantItemRef  item);
gboolean octant_session_interview_minutes (OctantSession *self,
                                           const char    *interview_id,
                                           OctantItemRef  item,
                                           const char    *minutes,
                                           GError       **error);
gboolean octant_session_settle            (OctantSession *self,
                                           OctantItemRef  item,
                                           OctantRating   rating);
/* Writes the minutes into the evidence store on the worker, then links them to all that was spoken of, in one act. */
void     octant_session_keep_minutes      (OctantSession *self,
                                           const char    *interview_id);

G_END_DECLS
