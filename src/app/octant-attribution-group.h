/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "history/octant-attribution.h"

G_BEGIN_DECLS

/**
 * OctantAttributionGroup:
 *
 * Why the overall score changed between two assessments: by cause, and by sub-domain with
 * the largest contribution first. The figures add up to the change. Each row leads to its
 * sub-domain, if what is explained is on screen there.
 */
#define OCTANT_TYPE_ATTRIBUTION_GROUP (octant_attribution_group_get_type ())
G_DECLARE_FINAL_TYPE (OctantAttributionGroup, octant_attribution_group, OCTANT, ATTRIBUTION_GROUP, AdwPreferencesGroup)

/* Its rows are made one by one, each in place of a former one, if there is any. @attribution: (nullable): NULL hides the group; it must live until the next update. @leads: rows
 * lead to their sub-domains in the open assessment */
void     octant_attribution_group_update   (OctantAttributionGroup *self,
                                            OctantAttribution      *attribution,
                                            gboolean                leads,
                                            gboolean                narrow);
/* Makes the next row. Returns FALSE when all were there. */
gboolean octant_attribution_group_make_row (OctantAttributionGroup *self);

G_END_DECLS
