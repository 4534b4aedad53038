/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantResultBox:
 *
 * Where the whole assessment stands: level, score, how much is answered and backed by
 * evidence, the change since the one before, and what does not count.
 */
#define OCTANT_TYPE_RESULT_BOX (octant_result_box_get_type ())
G_DECLARE_FINAL_TYPE (OctantResultBox, octant_result_box, OCTANT, RESULT_BOX, GtkBox)

/* Reads the open assessment of @session, but for what the next does. */
void octant_result_box_update          (OctantResultBox  *self,
                                        OctantSession    *session);
/*
 * Reads what asks every piece of evidence; an answer changes nothing of it but words in a
 * tooltip. After octant_result_box_update().
 */
void octant_result_box_update_evidence (OctantResultBox  *self,
                                        OctantAssessment *assessment);

G_END_DECLS
