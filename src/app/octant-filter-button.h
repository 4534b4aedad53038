/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantFilterButton:
 *
 * Opens what the session's filter can ask for. Marked while it asks for something. Property: session.
 */
#define OCTANT_TYPE_FILTER_BUTTON (octant_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (OctantFilterButton, octant_filter_button, OCTANT, FILTER_BUTTON, AdwBin)

/* Opens what can be asked for. */
void octant_filter_button_popup (OctantFilterButton *self);

G_END_DECLS
