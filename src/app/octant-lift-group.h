/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

/**
 * OctantLiftGroup:
 *
 * Where a better answer would lift the overall score most: a row for each of the ten
 * requirements that cost most of it, which leads there.
 */
#define OCTANT_TYPE_LIFT_GROUP (octant_lift_group_get_type ())
G_DECLARE_FINAL_TYPE (OctantLiftGroup, octant_lift_group, OCTANT, LIFT_GROUP, AdwPreferencesGroup)

void octant_lift_group_update (OctantLiftGroup  *self,
                               OctantAssessment *assessment);

G_END_DECLS
