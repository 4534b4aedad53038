/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantInterviewsPage:
 *
 * The interviews of the open assessment, what they left unsettled, and an interview while
 * it is held. Property "session".
 *
 * Actions: interviews.new, interviews.start, interviews.edit, interviews.delete and
 * interviews.keep (each with the interview's id), interviews.settle (requirement, slot,
 * rating).
 */
#define OCTANT_TYPE_INTERVIEWS_PAGE (octant_interviews_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewsPage, octant_interviews_page, OCTANT, INTERVIEWS_PAGE, AdwBin)

/* Opens an interview at the question of a code, about an object about that object ("" for the institution); without a code its general
 * minutes. */
void octant_interviews_page_show (OctantInterviewsPage *self,
                                  const char           *interview_id,
                                  const char           *code,
                                  const char           *object_id);
/* Makes an act of what is being typed: before the window closes. */
void octant_interviews_page_keep (OctantInterviewsPage *self);

G_END_DECLS
