/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantObjectDialog:
 *
 * A new core protected object, or one of the register to change: name, kind of the model,
 * classified-protection level and criticality. A refusal stands below the fields.
 */
#define OCTANT_TYPE_OBJECT_DIALOG (octant_object_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantObjectDialog, octant_object_dialog, OCTANT, OBJECT_DIALOG, AdwDialog)

/* @object: (nullable): NULL for a new one */
AdwDialog *octant_object_dialog_new (OctantSession *session,
                                     OctantRecord  *object);

G_END_DECLS
