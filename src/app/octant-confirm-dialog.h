/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantConfirmDialog:
 *
 * The answers of a sub-domain that were carried over, to confirm those that still hold as one act. Ctrl+A ticks all.
 */
#define OCTANT_TYPE_CONFIRM_DIALOG (octant_confirm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantConfirmDialog, octant_confirm_dialog, OCTANT, CONFIRM_DIALOG, AdwDialog)

AdwDialog *octant_confirm_dialog_new (OctantSession *session,
                                      OctantNode    *node);

G_END_DECLS
