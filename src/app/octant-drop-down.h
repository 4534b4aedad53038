/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * octant_drop_down_set_up:
 * @drop_down: of strings
 * @name: what is chosen, translated
 *
 * Makes a list of choices fit for texts of any length: closed it takes the room that there
 * is and tells the rest in a tooltip, open it wraps them. To assistive technology it is
 * called by @name and described by what is chosen; by itself it would be called by what is
 * chosen alone.
 */
void octant_drop_down_set_up (GtkDropDown *drop_down,
                              const char  *name);

G_END_DECLS
