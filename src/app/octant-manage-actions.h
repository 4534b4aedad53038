/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window's actions about what is managed: win.assessment-properties, win.institutions, win.new-institution,
 * win.model-information, win.answer-history. What they are about they read from its property "session". */
void octant_manage_actions_add    (AdwApplicationWindow *window);
/* Enables those that have something to show. */
void octant_manage_actions_update (AdwApplicationWindow *window);

G_END_DECLS
