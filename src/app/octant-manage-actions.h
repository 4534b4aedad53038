/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-window.h"

G_BEGIN_DECLS

/* The window's actions about what is managed: win.assessment-properties, win.institutions, win.new-institution,
 * win.model-information, win.answer-history. */
void octant_manage_actions_add    (OctantWindow *window);
/* Enables those that have something to show. */
void octant_manage_actions_update (OctantWindow *window);

G_END_DECLS
