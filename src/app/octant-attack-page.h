/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantAttackPage:
 *
 * What the capabilities stand against: every technique of MITRE ATT&CK under its tactics,
 * coloured by the score of what covers it; filter and search; the technique that was chosen
 * beside it; a layer of the ATT&CK Navigator of the same. Where there is little room, one
 * tactic at a time.
 *
 * Properties: session, narrow, name-institution (whether an exported layer says whose it is).
 *
 * Shortcuts: arrow keys along techniques and tactics, Home and End in a tactic, Return
 * chooses, Space unfolds, Alt+Left back to the overview.
 */
#define OCTANT_TYPE_ATTACK_PAGE (octant_attack_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantAttackPage, octant_attack_page, OCTANT, ATTACK_PAGE, AdwBin)

G_END_DECLS
