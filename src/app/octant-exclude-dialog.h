/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantExcludeDialog:
 *
 * The requirements of a sub-domain or domain, to rate several of them NA as one act, with
 * one reason and one approver. Those of a sub-domain that apply to every institution are
 * named, and cannot be chosen. Ctrl+A in the list ticks all others.
 */
#define OCTANT_TYPE_EXCLUDE_DIALOG (octant_exclude_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantExcludeDialog, octant_exclude_dialog, OCTANT, EXCLUDE_DIALOG, AdwDialog)

AdwDialog *octant_exclude_dialog_new (OctantSession *session,
                                      OctantNode    *node);

G_END_DECLS
