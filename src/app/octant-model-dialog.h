/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/octant-model.h"

G_BEGIN_DECLS

/**
 * OctantModelDialog:
 *
 * What a maturity model says of itself: where it comes from, its version and fingerprint, how
 * much is in it, its levels and its lenses.
 */
#define OCTANT_TYPE_MODEL_DIALOG (octant_model_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantModelDialog, octant_model_dialog, OCTANT, MODEL_DIALOG, AdwDialog)

AdwDialog *octant_model_dialog_new (OctantModel *model);

G_END_DECLS
