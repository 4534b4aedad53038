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

G_END_DECLS
