/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"

G_BEGIN_DECLS

/* What the session does to the scope of an assessment. Acts as those of octant-session.h. */

/* Takes a domain or sub-domain out of scope, or (@out FALSE) back in; refused with @error. */
gboolean octant_session_tailor (OctantSession *self,
                                OctantNode    *node,
                                gboolean       out,
                                const char    *reason,
                                const char    *approver,
                                GError       **error);

/*
 * Rates requirements NA as one act, with one reason and one approver; refused with @error.
 *
 * @items: (element-type OctantItem): one that stands for several objects is NA for all of them
 */
gboolean octant_session_exclude_items (OctantSession *self,
                                       GPtrArray     *items,
                                       const char    *reason,
                                       const char    *approver,
                                       GError       **error);

/*
 * Why the session would refuse reason and approver of what leaves the sum, for a dialog:
 * NULL when it would not. An empty field is no fault yet.
 */
const char *octant_session_check_approval (OctantSession *self,
                                           const char    *approver);

G_END_DECLS
