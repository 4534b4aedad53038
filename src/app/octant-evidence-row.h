/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-evidence-state.h"
#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantEvidenceRow:
 *
 * A piece of evidence: activated it opens in its application. What does not count by its
 * dates at the date of the open assessment says so. Signal "detach": the user wants it gone
 * from the requirement.
 */
#define OCTANT_TYPE_EVIDENCE_ROW (octant_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceRow, octant_evidence_row, OCTANT, EVIDENCE_ROW, AdwActionRow)

GtkWidget          *octant_evidence_row_new          (OctantSession      *session,
                                                      OctantRecord       *evidence,
                                                      OctantEvidenceState state);
OctantRecord       *octant_evidence_row_get_evidence (OctantEvidenceRow  *self);
OctantEvidenceState octant_evidence_row_get_state    (OctantEvidenceRow  *self);

G_END_DECLS
