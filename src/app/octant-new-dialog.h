/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantNewDialog:
 *
 * Asks what a new assessment needs and makes it: the institution the first time, title,
 * date, model, and whether it starts from an earlier one.
 */
#define OCTANT_TYPE_NEW_DIALOG (octant_new_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantNewDialog, octant_new_dialog, OCTANT, NEW_DIALOG, AdwDialog)

AdwDialog *octant_new_dialog_new                 (OctantSession *session);
/* With a new institution to be named. */
AdwDialog *octant_new_dialog_new_for_institution (OctantSession *session);

G_END_DECLS
