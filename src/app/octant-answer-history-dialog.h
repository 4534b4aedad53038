/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantAnswerHistoryDialog:
 *
 * Everything that was done to one requirement of the open assessment, newest first, with what
 * stood there before and after.
 */
#define OCTANT_TYPE_ANSWER_HISTORY_DIALOG (octant_answer_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantAnswerHistoryDialog, octant_answer_history_dialog, OCTANT, ANSWER_HISTORY_DIALOG, AdwDialog)

AdwDialog *octant_answer_history_dialog_new (OctantSession *session,
                                             OctantItem    *item);

G_END_DECLS
