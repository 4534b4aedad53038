/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantHistoryPage:
 *
 * The institution's assessments over the years: trend, comparison of any two by domain, and
 * what changed requirement by requirement. Properties: session, narrow. Navigates by the
 * actions win.open-cycle and win.show-node.
 */
#define OCTANT_TYPE_HISTORY_PAGE (octant_history_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantHistoryPage, octant_history_page, OCTANT, HISTORY_PAGE, AdwBin)

void octant_history_page_set_session (OctantHistoryPage *self,
                                      OctantSession     *session);

G_END_DECLS
