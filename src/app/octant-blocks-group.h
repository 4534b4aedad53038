/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"
#include "scoring/octant-explain.h"

G_BEGIN_DECLS

/**
 * OctantBlocksGroup:
 *
 * What keeps the institution at its level: one sentence for each blocking condition, each
 * leading to the requirement or sub-domain concerned. The first few are shown, the others
 * on demand.
 */
#define OCTANT_TYPE_BLOCKS_GROUP (octant_blocks_group_get_type ())
G_DECLARE_FINAL_TYPE (OctantBlocksGroup, octant_blocks_group, OCTANT, BLOCKS_GROUP, AdwPreferencesGroup)

/* Reads the session's assessment again; rows are only made anew when the conditions changed. */
void octant_blocks_group_update (OctantBlocksGroup *self,
                                 OctantSession     *session);

/* The code of what a condition leads to: the first requirement to improve, else the first node that falls short. */
const char *octant_blocks_get_target (OctantModel       *model,
                                      const OctantBlock *block);

G_END_DECLS
