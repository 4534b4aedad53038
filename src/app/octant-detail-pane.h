/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantDetailPane:
 *
 * All about the selected requirement: what to check and ask, what it was last time, its
 * note and its evidence. A note is one act when the keyboard leaves it or rests. Files are
 * dropped anywhere on the pane, or attached by the button.
 */
#define OCTANT_TYPE_DETAIL_PANE (octant_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (OctantDetailPane, octant_detail_pane, OCTANT, DETAIL_PANE, AdwBin)

void octant_detail_pane_set_session (OctantDetailPane *self,
                                     OctantSession    *session);
void octant_detail_pane_set_item    (OctantDetailPane *self,
                                     OctantItem       *item);
void octant_detail_pane_focus_note  (OctantDetailPane *self);
/* Opens the file dialog. */
void octant_detail_pane_attach      (OctantDetailPane *self);
/* Makes an act of what is typed. */
void octant_detail_pane_keep_note   (OctantDetailPane *self);

G_END_DECLS
