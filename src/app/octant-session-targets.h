/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-targets.h"
#include "octant-session.h"

G_BEGIN_DECLS

/* Sets targets of the open assessment as one act, as those of octant-session.h; refused with @error. */
gboolean octant_session_set_targets (OctantSession      *self,
                                     const OctantTarget *targets,
                                     gsize               n_targets,
                                     GError            **error);

G_END_DECLS
