/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "scoring/octant-coverage.h"

G_BEGIN_DECLS

/**
 * OctantTechniquePane:
 *
 * One technique of ATT&CK: its score, what covers it and how strongly, its mitigations, and
 * what it refines or is refined by. A sub-domain leads to its page.
 *
 * Signal "chosen" (guint technique): another technique was asked for.
 * Signal "close": its close button was pressed.
 */
#define OCTANT_TYPE_TECHNIQUE_PANE (octant_technique_pane_get_type ())
G_DECLARE_FINAL_TYPE (OctantTechniquePane, octant_technique_pane, OCTANT, TECHNIQUE_PANE, AdwBin)

/* Reads scores and weights; nothing is kept. */
void octant_technique_pane_update (OctantTechniquePane *self,
                                   OctantCoverage      *coverage,
                                   OctantScorer        *scorer,
                                   guint                technique);

G_END_DECLS
