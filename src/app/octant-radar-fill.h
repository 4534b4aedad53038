/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-radar-chart.h"

G_BEGIN_DECLS

/* What stands on the axes of a radar: "domains", "subdomains", "aspect", "role", or a lens of the model. */

/* Ids for octant_radar_fill() and, in the same order, their names for the user. */
void octant_radar_list_lenses (OctantModel      *model,
                               GPtrArray       **ids,
                               GtkStringList   **names);
/* @ghosts: (element-type OctantAssessment) (nullable): earlier assessments, lighter.
 * Returns: (transfer full): the codes of the axes */
GStrv octant_radar_fill       (OctantRadarChart *chart,
                               OctantAssessment *present,
                               GPtrArray        *ghosts,
                               const char       *lens_id);

G_END_DECLS
