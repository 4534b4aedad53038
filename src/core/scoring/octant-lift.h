/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

/* What one requirement could still bring. */
typedef struct
{
  guint requirement;
  OctantRational lift; /* by how much the overall score would rise */
} OctantLift;

/**
 * octant_lift_list:
 * @n_max: how many at most; 0 for all
 *
 * Where a better answer would lift the overall score most: for each requirement the exact
 * rise of the official overall S if it alone, in every object where it applies, had the
 * highest rating. Requirements that would not move the score are left out, as those above
 * the running minimum. Scores must be up to date; the scorer is not changed.
 *
 * Returns: (transfer container) (element-type OctantLift): the highest first, equal ones in
 *   the order of the model
 */
GPtrArray *octant_lift_list (OctantScorer *scorer,
                             guint         n_max);

void octant_lift_free (OctantLift *lift);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantLift, octant_lift_free)

G_END_DECLS
