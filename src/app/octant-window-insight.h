/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-window.h"

G_BEGIN_DECLS

/* What the window says about results, as actions of the window: explain (code of a node, or "overall"),
 * save-chart and copy-chart (spec of a picture, see octant-chart-export.h). */
void octant_window_add_insight_actions (OctantWindow *self);

G_END_DECLS
