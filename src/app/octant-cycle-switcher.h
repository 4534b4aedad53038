/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantCycleSwitcher:
 *
 * The institution and the open assessment as a button; its popover lists the assessments
 * with their levels. Property "session".
 */
#define OCTANT_TYPE_CYCLE_SWITCHER (octant_cycle_switcher_get_type ())
G_DECLARE_FINAL_TYPE (OctantCycleSwitcher, octant_cycle_switcher, OCTANT, CYCLE_SWITCHER, AdwBin)

G_END_DECLS
