/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantShortcutRow:
 *
 * What a key does, and the key. Property accelerator: keys as gtk_accelerator_parse() takes them, apart by spaces
 * where each does it, the ends of a range apart by "...".
 */
#define OCTANT_TYPE_SHORTCUT_ROW (octant_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantShortcutRow, octant_shortcut_row, OCTANT, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
