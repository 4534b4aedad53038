/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantExclusionsDialog:
 *
 * One list of everything that does not count in the open assessment, with reasons: what is
 * out of scope, then what is rated not applicable. A row leads to its place in the window.
 * Follows the assessment.
 */
#define OCTANT_TYPE_EXCLUSIONS_DIALOG (octant_exclusions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantExclusionsDialog, octant_exclusions_dialog, OCTANT, EXCLUSIONS_DIALOG, AdwDialog)

AdwDialog *octant_exclusions_dialog_new (OctantSession *session);

G_END_DECLS
