/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantSearchDialog:
 *
 * Finds text in codes, requirements, notes, evidence and minutes of all assessments, and leads to the requirement by
 * the action win.show-found.
 */
#define OCTANT_TYPE_SEARCH_DIALOG (octant_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantSearchDialog, octant_search_dialog, OCTANT, SEARCH_DIALOG, AdwDialog)

AdwDialog *octant_search_dialog_new (OctantSession *session);

G_END_DECLS
