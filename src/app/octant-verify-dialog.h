/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantVerifyDialog:
 *
 * Recomputes every stored file as soon as it is made, and lists what is not as it was added.
 * Closing it cancels what is under way.
 */
#define OCTANT_TYPE_VERIFY_DIALOG (octant_verify_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantVerifyDialog, octant_verify_dialog, OCTANT, VERIFY_DIALOG, AdwDialog)

AdwDialog  *octant_verify_dialog_new       (OctantSession      *session);
/* What is shown: "running", "sound", "faults" or "error". */
const char *octant_verify_dialog_get_shown (OctantVerifyDialog *self);

G_END_DECLS
