/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-window.h"

G_BEGIN_DECLS

/*
 * Finding, as actions of the window: search; show-found (cycle, place, id, code, object): the requirement in that
 * assessment, or with a place its piece of evidence or its interview, at the question when there is a code. An empty
 * cycle means the open one. And choose-confirm (code): which of the answers
 * carried over in a sub-domain still hold.
 */
void octant_window_add_find_actions (OctantWindow *self);

G_END_DECLS
