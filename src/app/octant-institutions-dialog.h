/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantInstitutionsDialog:
 *
 * The institutions that there are: renamed in place, deleted with undo, and new ones.
 */
#define OCTANT_TYPE_INSTITUTIONS_DIALOG (octant_institutions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantInstitutionsDialog, octant_institutions_dialog, OCTANT, INSTITUTIONS_DIALOG, AdwDialog)

AdwDialog *octant_institutions_dialog_new (OctantSession *session);

G_END_DECLS
