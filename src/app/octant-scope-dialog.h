/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantScopeDialog:
 *
 * Asks for reason and approver before a domain or sub-domain goes out of scope, says what
 * that means where it is a gate, and shows a refusal below the fields.
 */
#define OCTANT_TYPE_SCOPE_DIALOG (octant_scope_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantScopeDialog, octant_scope_dialog, OCTANT, SCOPE_DIALOG, AdwDialog)

AdwDialog *octant_scope_dialog_new (OctantSession *session,
                                    OctantNode    *node);

G_END_DECLS
