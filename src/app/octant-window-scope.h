/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-window.h"

G_BEGIN_DECLS

/*
 * What the window does about scope, as actions of the window: exclude-requirements (code:
 * which of its requirements do not apply), take-out-of-scope (code),
 * bring-back-in-scope (code), show-exclusions, show-objects, and for the selected answer of one object
 * copy-to-objects.
 */
void octant_window_add_scope_actions (OctantWindow *self);

/* What can be done with an item as one of several objects; NULL for nothing. (transfer full) (nullable) */
GMenuModel *octant_item_menu_new (OctantItem *item);
/* What can be done about the scope of a node. (transfer full) */
GMenuModel *octant_scope_menu_new (OctantNode *node);

G_END_DECLS
