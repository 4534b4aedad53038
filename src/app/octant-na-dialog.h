/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantNaDialog:
 *
 * Asks why a requirement does not apply and who approved that. Signal "done": both are
 * there; the owner closes the dialog, or says by octant_na_dialog_set_error() what is wrong.
 */
#define OCTANT_TYPE_NA_DIALOG (octant_na_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantNaDialog, octant_na_dialog, OCTANT, NA_DIALOG, AdwDialog)

AdwDialog  *octant_na_dialog_new          (OctantItem     *item,
                                           const char     *actor);
OctantItem *octant_na_dialog_get_item     (OctantNaDialog *self);
const char *octant_na_dialog_get_reason   (OctantNaDialog *self);
const char *octant_na_dialog_get_approver (OctantNaDialog *self);
void        octant_na_dialog_set_error    (OctantNaDialog *self,
                                           const char     *message);

G_END_DECLS
