/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantOverviewPage:
 *
 * Where the institution stands: level, score, radar, domains, and what keeps it from the
 * next level. Property "session". Follows every answer in the next frame. Navigates by the
 * action win.show-node.
 */
#define OCTANT_TYPE_OVERVIEW_PAGE (octant_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantOverviewPage, octant_overview_page, OCTANT, OVERVIEW_PAGE, AdwBin)

void octant_overview_page_set_session (OctantOverviewPage *self,
                                       OctantSession      *session);

G_END_DECLS
