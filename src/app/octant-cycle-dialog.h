/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantCycleDialog:
 *
 * The properties of the open assessment: what can be changed, what it was made with, and how
 * far it is.
 */
#define OCTANT_TYPE_CYCLE_DIALOG (octant_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantCycleDialog, octant_cycle_dialog, OCTANT, CYCLE_DIALOG, AdwDialog)

AdwDialog *octant_cycle_dialog_new (OctantSession *session);

G_END_DECLS
