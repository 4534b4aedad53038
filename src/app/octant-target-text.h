/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/* "Target 3 · one level to go", "Target 3 · reached"; NULL without a target or a level. (transfer full) (nullable) */
char *octant_target_dup_text (OctantNode *node);

G_END_DECLS
