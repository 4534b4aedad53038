/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantGhostButton:
 *
 * Which earlier assessments of the institution a radar shows beside the open one: a button
 * whose popover has a check for each. At first the cycle before is chosen. What is chosen
 * is read by the session's worker. Signal "changed": other ones are to be shown.
 */
#define OCTANT_TYPE_GHOST_BUTTON (octant_ghost_button_get_type ())
G_DECLARE_FINAL_TYPE (OctantGhostButton, octant_ghost_button, OCTANT, GHOST_BUTTON, AdwBin)

void       octant_ghost_button_set_session (OctantGhostButton *self,
                                            OctantSession     *session); /* (nullable) */
/* Newest first; those still being read are not among them. (transfer container) (element-type OctantAssessment) */
GPtrArray *octant_ghost_button_list_ghosts (OctantGhostButton *self);
/* Chooses an assessment, or lets go of it. */
void       octant_ghost_button_choose      (OctantGhostButton *self,
                                            const char        *id,
                                            gboolean           chosen);

G_END_DECLS
