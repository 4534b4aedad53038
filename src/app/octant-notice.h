/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/*
 * Shows a notice of the session as a toast. One that offers to undo goes as soon as
 * something else is done or undone: its button would take back that instead.
 */
void octant_notice_show (AdwToastOverlay *toasts,
                         OctantSession   *session,
                         const char      *message,
                         gboolean         undoable);

G_END_DECLS
