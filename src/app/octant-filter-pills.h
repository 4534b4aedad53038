/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantFilterPills:
 *
 * What the session's filter asks for, each to take away by itself; not there while it asks for nothing. Property:
 * session.
 */
#define OCTANT_TYPE_FILTER_PILLS (octant_filter_pills_get_type ())
G_DECLARE_FINAL_TYPE (OctantFilterPills, octant_filter_pills, OCTANT, FILTER_PILLS, AdwBin)

G_END_DECLS
