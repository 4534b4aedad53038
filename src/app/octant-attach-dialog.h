/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantAttachDialog:
 *
 * The institution's evidence that is not attached to a requirement yet; the piece that is
 * activated is attached, and the dialog closes.
 */
#define OCTANT_TYPE_ATTACH_DIALOG (octant_attach_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantAttachDialog, octant_attach_dialog, OCTANT, ATTACH_DIALOG, AdwDialog)

/* @item: one that is answered as a whole, not for each object */
AdwDialog *octant_attach_dialog_new (OctantSession *session,
                                     OctantItem    *item);

G_END_DECLS
