/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantApplication:
 *
 * One instance, one window, one data directory. SIGTERM and SIGINT close it as the user
 * would.
 */
#define OCTANT_TYPE_APPLICATION (octant_application_get_type ())
G_DECLARE_FINAL_TYPE (OctantApplication, octant_application, OCTANT, APPLICATION, AdwApplication)

OctantApplication *octant_application_new (void);

G_END_DECLS
