/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantInterviewDialog:
 *
 * Asks for person, role, date and general minutes of an interview, and adds or edits it.
 */
#define OCTANT_TYPE_INTERVIEW_DIALOG (octant_interview_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewDialog, octant_interview_dialog, OCTANT, INTERVIEW_DIALOG, AdwDialog)

/* @interview_id: (nullable): NULL for a new one */
AdwDialog *octant_interview_dialog_new (OctantSession *session,
                                        const char    *interview_id);

G_END_DECLS
