/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantShortcutsDialog:
 *
 * The keys of the application, which can be searched. GTK's own window for them is wider than a narrow screen, and
 * libadwaita's dialog is newer than what the application runs on.
 */
#define OCTANT_TYPE_SHORTCUTS_DIALOG (octant_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantShortcutsDialog, octant_shortcuts_dialog, OCTANT, SHORTCUTS_DIALOG, AdwPreferencesDialog)

AdwDialog *octant_shortcuts_dialog_new (void);

G_END_DECLS
