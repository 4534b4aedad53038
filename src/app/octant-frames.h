/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Does the next piece of the work. Returns whether there is more. */
typedef gboolean (*OctantFrameFunc) (GtkWidget *widget);

/**
 * octant_frames_add:
 *
 * Does work on @widget that would keep the window from everything else if it were done at
 * once: with each frame as many pieces as fit beside the layout and the painting of what
 * they made, at least one, until @func says that there are no more.
 *
 * Returns: what gtk_widget_remove_tick_callback() takes to leave the rest undone; after the
 *   last piece it stands for nothing any more
 */
guint octant_frames_add (GtkWidget       *widget,
                         OctantFrameFunc  func);

/* Puts @row at @index, in place of the row that stands there, if there is one: what is below stays where it is. */
void  octant_put_row    (GtkListBox      *list,
                         guint            index,
                         GtkWidget       *row);
/* Takes away the rows from @index on. */
void  octant_drop_rows  (GtkListBox      *list,
                         guint            index);

G_END_DECLS
