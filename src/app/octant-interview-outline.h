/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-interview-agenda.h"

G_BEGIN_DECLS

/**
 * OctantInterviewOutline:
 *
 * A button that says how far an interview is, and opens the list of its sub-domains with what
 * is answered of each; a row leads to the first open question there.
 *
 * Signal "chosen" (guint): a position of the agenda.
 */
#define OCTANT_TYPE_INTERVIEW_OUTLINE (octant_interview_outline_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewOutline, octant_interview_outline, OCTANT, INTERVIEW_OUTLINE, AdwBin)

/* @agenda: (nullable): borrowed until the next call */
void octant_interview_outline_set_agenda (OctantInterviewOutline *self,
                                          OctantInterviewAgenda  *agenda);
/* After each answer and each step. */
void octant_interview_outline_update     (OctantInterviewOutline *self,
                                          guint                   n_done);

G_END_DECLS
