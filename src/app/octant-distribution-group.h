/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantDistributionGroup:
 *
 * How the answers of each level are distributed over the ratings: of the whole, or of one
 * domain that is chosen from a list. A level leads to its requirements there.
 */
#define OCTANT_TYPE_DISTRIBUTION_GROUP (octant_distribution_group_get_type ())
G_DECLARE_FINAL_TYPE (OctantDistributionGroup, octant_distribution_group, OCTANT, DISTRIBUTION_GROUP, AdwPreferencesGroup)

/* Reads the open assessment of @session. */
void octant_distribution_group_update (OctantDistributionGroup *self,
                                       OctantSession           *session);

G_END_DECLS
