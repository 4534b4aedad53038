/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * Into the library of the institution, linked to no requirement yet; the other acts on a
 * piece itself are octant-evidence-state.h's. Kind: "add-evidence".
 *
 * @evidence: (element-type OctantRecord): new rows, at least one
 */
OctantAct *octant_act_add_evidence (OctantAssessment *assessment,
                                    GPtrArray        *evidence,
                                    const OctantBy   *by,
                                    GError          **error);

G_END_DECLS
