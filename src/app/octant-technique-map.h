/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-technique-filter.h"

G_BEGIN_DECLS

/**
 * OctantTechniqueMap:
 *
 * The tactics of ATT&CK side by side, the techniques of each below it. Arrow keys move along
 * techniques and tactics, Home and End in a tactic, Return chooses, Space unfolds.
 *
 * Signal "chosen" (guint technique): clicked, or Return pressed.
 * Signal "folded": something is to be shown or hidden; update to see it.
 * Signal "moved" (guint technique): the keyboard went there.
 */
#define OCTANT_TYPE_TECHNIQUE_MAP (octant_technique_map_get_type ())
G_DECLARE_FINAL_TYPE (OctantTechniqueMap, octant_technique_map, OCTANT, TECHNIQUE_MAP, AdwBin)

#define OCTANT_TECHNIQUE_MAP_ALL -1

/* Both are borrowed until the next call; NULL lets go of them. What was unfolded is forgotten. */
void        octant_technique_map_set_coverage    (OctantTechniqueMap    *self,
                                                  OctantCoverage        *coverage,
                                                  OctantTechniqueFilter *filter);
guint       octant_technique_map_get_n_tactics   (OctantTechniqueMap    *self);
const char *octant_technique_map_get_tactic_name (OctantTechniqueMap    *self,
                                                  guint                  index);
/* The one tactic to show, or OCTANT_TECHNIQUE_MAP_ALL; with the next update. */
void        octant_technique_map_set_tactic      (OctantTechniqueMap    *self,
                                                  int                    index);
void        octant_technique_map_set_chosen      (OctantTechniqueMap    *self,
                                                  guint                  technique);
void        octant_technique_map_unfold_all      (OctantTechniqueMap    *self,
                                                  gboolean               open);
/* Shows scores and filter as they are now. Returns: whether there is anything to see */
gboolean    octant_technique_map_update          (OctantTechniqueMap    *self,
                                                  OctantScorer          *scorer);

G_END_DECLS
