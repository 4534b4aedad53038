/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantBackingDialog:
 *
 * What keeps the score that evidence bears below the official one: the sub-domains that lose
 * most, each unfolding to the requirements whose evidence is too weak; these lead to where
 * evidence can be attached. A snapshot.
 */
#define OCTANT_TYPE_BACKING_DIALOG (octant_backing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantBackingDialog, octant_backing_dialog, OCTANT, BACKING_DIALOG, AdwDialog)

AdwDialog *octant_backing_dialog_new (OctantSession *session);

G_END_DECLS
