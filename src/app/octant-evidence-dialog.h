/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantEvidenceDialog:
 *
 * One piece of evidence: its preview, what is known of it, to edit, and where it is used.
 * Saved as one act by Save; a requirement leads to its place.
 */
#define OCTANT_TYPE_EVIDENCE_DIALOG (octant_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceDialog, octant_evidence_dialog, OCTANT, EVIDENCE_DIALOG, AdwDialog)

AdwDialog *octant_evidence_dialog_new (OctantSession *session,
                                       OctantRecord  *evidence);

G_END_DECLS
