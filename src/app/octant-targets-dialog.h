/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantTargetsDialog:
 *
 * The levels to aim at: for the whole, and where they differ for domains and sub-domains.
 * Applied as one act.
 */
#define OCTANT_TYPE_TARGETS_DIALOG (octant_targets_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantTargetsDialog, octant_targets_dialog, OCTANT, TARGETS_DIALOG, AdwDialog)

AdwDialog *octant_targets_dialog_new (OctantSession *session);

G_END_DECLS
