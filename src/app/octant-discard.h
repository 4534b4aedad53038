/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Whether @dialog has words in it that closing it would lose, to be called after each
 * change. While it has, Escape and Cancel ask first; who has kept the words closes by
 * adw_dialog_force_close().
 */
void octant_discard_set_typed (AdwDialog *dialog,
                               gboolean   typed);

/*
 * Returns TRUE when a dialog of @window has words in it: then she is asked as at Escape, and
 * “app.quit” comes again when they may go.
 */
gboolean octant_discard_ask_before_quitting (AdwApplicationWindow *window);

G_END_DECLS
