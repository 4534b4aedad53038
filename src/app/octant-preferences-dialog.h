/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantPreferencesDialog:
 *
 * Who assesses, in which language the texts of models stand, and where the data are. A change holds at once.
 */
#define OCTANT_TYPE_PREFERENCES_DIALOG (octant_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantPreferencesDialog, octant_preferences_dialog, OCTANT, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/* @data_dir: where the data are */
AdwDialog *octant_preferences_dialog_new (GSettings  *settings,
                                          const char *data_dir);

G_END_DECLS
