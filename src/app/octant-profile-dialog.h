/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantProfileDialog:
 *
 * The scores of one protected object alone beside those of the whole: overall, domain by
 * domain and sub-domain by sub-domain. A row leads to its sub-domain.
 */
#define OCTANT_TYPE_PROFILE_DIALOG (octant_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantProfileDialog, octant_profile_dialog, OCTANT, PROFILE_DIALOG, AdwDialog)

AdwDialog *octant_profile_dialog_new (OctantSession *session);

G_END_DECLS
