/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-window.h"

G_BEGIN_DECLS

/* What the window says about results, as actions of the window: explain (code of a node, or "overall"),
 * save-chart (kind, and for a radar after a colon its axes: "radar:subdomains"). */
void octant_window_add_insight_actions (OctantWindow *self);

G_END_DECLS
