/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantObjectsDialog:
 *
 * The register of core protected objects of the institution: add, change, remove. A switch
 * on each says whether the open assessment has it in scope.
 */
#define OCTANT_TYPE_OBJECTS_DIALOG (octant_objects_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantObjectsDialog, octant_objects_dialog, OCTANT, OBJECTS_DIALOG, AdwDialog)

AdwDialog *octant_objects_dialog_new (OctantSession *session);

/* What an object is in one line: kind, level, criticality. (transfer full) */
char *octant_object_describe (OctantModel  *model,
                              OctantRecord *object);

G_END_DECLS
