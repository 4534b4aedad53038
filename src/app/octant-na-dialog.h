/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantNaDialog:
 *
 * Asks why a requirement does not apply and who approved that, and rates it so.
 */
#define OCTANT_TYPE_NA_DIALOG (octant_na_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantNaDialog, octant_na_dialog, OCTANT, NA_DIALOG, AdwDialog)

AdwDialog *octant_na_dialog_new (OctantSession *session,
                                 OctantItem    *item);

G_END_DECLS
