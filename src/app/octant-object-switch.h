/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantObjectSwitch:
 *
 * Chooses whose scores the pages show: all protected objects together, or one of them. Empty
 * while the assessment has none in scope. Uses the action win.show-scores-of.
 *
 * Properties: session, narrow (the icon alone), shown (one object is), sign ("Scores of Trading",
 * empty for all).
 */
#define OCTANT_TYPE_OBJECT_SWITCH (octant_object_switch_get_type ())
G_DECLARE_FINAL_TYPE (OctantObjectSwitch, octant_object_switch, OCTANT, OBJECT_SWITCH, AdwBin)

/* The choices, for another place. (transfer none) */
GMenuModel *octant_object_switch_get_menu (OctantObjectSwitch *self);

G_END_DECLS
