/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/*
 * Shows a notice of the session as a toast. One that offers to undo goes as soon as
 * something else is done or undone: its button would take back that instead. The same
 * notice once more takes the place of the earlier one, shown or still waiting.
 *
 * @session: (nullable) when nothing is to be undone
 */
void octant_notice_show (AdwToastOverlay *toasts,
                         OctantSession   *session,
                         const char      *message,
                         gboolean         undoable);

G_END_DECLS
