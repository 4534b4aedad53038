/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-node.h"
#include "scoring/octant-rational.h"

G_BEGIN_DECLS

/* How scores changed, in the words and figures of the window. All return (transfer full). */

/* "+0.32", "−0.10", "±0.00" */
char *octant_change_format_delta  (const OctantRational *from,
                                   const OctantRational *to);
/* Delta of a node since @previous, NULL when one of both has no score. */
char *octant_change_dup_delta     (OctantNode           *node,
                                   OctantAssessment     *previous);
/* "0.32 higher than in 2025"; NULL as above. */
char *octant_change_dup_sentence  (OctantNode           *node,
                                   OctantAssessment     *previous);

/* The official score of the node of that code, NULL when there is none. */
const OctantScore *octant_change_find_score (OctantAssessment *assessment,
                                             const char       *code);

G_END_DECLS
