/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-evidence-item.h"

G_BEGIN_DECLS

/**
 * OctantEvidenceCell:
 *
 * Holds what a table or a list shows of a piece of evidence, and knows the piece, so that
 * pointer and keyboard lead to it. Property "item". CSS node "evidencecell".
 */
#define OCTANT_TYPE_EVIDENCE_CELL (octant_evidence_cell_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceCell, octant_evidence_cell, OCTANT, EVIDENCE_CELL, AdwBin)

/* (nullable) */
OctantEvidenceItem *octant_evidence_cell_get_item (OctantEvidenceCell *self);

G_END_DECLS
