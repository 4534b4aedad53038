/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does the next bit of something. TRUE: there is more to do */
typedef gboolean (*OctantTrickleStep) (gpointer data);

/*
 * Many widgets that are made at once keep the window from everything else for as long.
 * Calls @step between the frames, each time for as long as a part of a frame takes, until it
 * returns FALSE. For rows of a list view there is OctantGradualList.
 *
 * @source: where the source is kept, 0 when all is done: the caller clears it with
 * g_clear_handle_id() when @data goes. One that is under way already goes on.
 *
 * Main thread only.
 */
void octant_trickle_queue (guint            *source,
                           OctantTrickleStep step,
                           gpointer          data);
/* Does the same, and begins now. */
void octant_trickle_start (guint            *source,
                           OctantTrickleStep step,
                           gpointer          data);
/* Does the same for a dialog that is about to open, and begins when it is on screen and has the keyboard. */
void octant_trickle_queue_dialog (guint            *source,
                                  OctantTrickleStep step,
                                  gpointer          data);

G_END_DECLS
