/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantSidebar:
 *
 * Cycle switcher, places, domain tree with its filter, and the state of saving. Properties
 * "session" and "hide-out-of-scope". Navigates by the actions win.show-place and win.show-node.
 */
#define OCTANT_TYPE_SIDEBAR (octant_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OctantSidebar, octant_sidebar, OCTANT, SIDEBAR, AdwBin)

void octant_sidebar_show_place   (OctantSidebar *self,
                                  const char    *place);
void octant_sidebar_show_node    (OctantSidebar *self,
                                  OctantNode    *node);
void octant_sidebar_start_search (OctantSidebar *self);
void octant_sidebar_start_filter (OctantSidebar *self);

G_END_DECLS
