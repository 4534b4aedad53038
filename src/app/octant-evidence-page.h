/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantEvidencePage:
 *
 * All files of the institution, to sort, filter, open, correct and check; files are added by
 * dialog, by dropping them and by Ctrl+V. Properties: session, narrow (a list instead of the
 * table).
 *
 * Keys in the list: Return details, Delete removes, Ctrl+V pastes.
 */
#define OCTANT_TYPE_EVIDENCE_PAGE (octant_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidencePage, octant_evidence_page, OCTANT, EVIDENCE_PAGE, AdwBin)

void octant_evidence_page_set_session (OctantEvidencePage *self,
                                       OctantSession      *session);

G_END_DECLS
