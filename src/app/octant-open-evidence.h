/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"

G_BEGIN_DECLS

/* Opens a read-only copy with the system's application; what goes wrong becomes a notice of the session. */
void octant_open_evidence (OctantSession *session,
                           OctantRecord  *evidence,
                           GtkWidget     *parent);

G_END_DECLS
