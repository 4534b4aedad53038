/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantEvidenceUses:
 *
 * What a piece of evidence is used by: a row for each requirement of the open assessment, which leads there, and the names of other
 * assessments. The rows come bit by bit.
 *
 * Signal "shown": the window shows a requirement that was chosen.
 */
#define OCTANT_TYPE_EVIDENCE_USES (octant_evidence_uses_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceUses, octant_evidence_uses, OCTANT, EVIDENCE_USES, AdwPreferencesGroup)

GtkWidget *octant_evidence_uses_new (OctantSession *session,
                                     const char    *evidence_id);

G_END_DECLS
