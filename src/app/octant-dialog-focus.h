/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* From now on each dialog of @window gives the keyboard to its focus widget, else to the first thing in it. */
void octant_dialog_focus_watch (AdwApplicationWindow *window);

G_END_DECLS
