/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"

G_BEGIN_DECLS

/* Confirming many answers that were carried over, as one act with one undo. Each returns how many it confirmed. */

/* Every answer of a sub-domain, of a domain, or of the whole; what is out of scope is left alone. */
guint octant_session_confirm_node  (OctantSession *self,
                                    OctantNode    *node);
/* @items: (element-type OctantItem): one that stands for several objects is confirmed in all of them */
guint octant_session_confirm_items (OctantSession *self,
                                    GPtrArray     *items);

G_END_DECLS
