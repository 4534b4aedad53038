/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history/octant-comparison.h"

G_BEGIN_DECLS

/* One of both cycles (@which) scored on what they share, see octant_comparison_new(). (transfer full) */
OctantScorer *octant_comparison_score_shared (OctantAssessment *a,
                                              OctantAssessment *b,
                                              OctantAssessment *which);

G_END_DECLS
