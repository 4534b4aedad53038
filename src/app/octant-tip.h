/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The tooltip of a widget that there are many of, or whose tooltip changes with the data.
 * gtk_widget_set_tooltip_text() asks the display server where the pointer is, and waits for
 * the answer, each time: with a hundred rows that is most of what they cost. This one says
 * nothing before the pointer comes. In a template the same holds for tooltip-text, unless
 * "visible: false" stands before it.
 *
 * To assistive technology the text is the widget's description.
 *
 * @text: (nullable): NULL for none
 */
void        octant_tip_set (GtkWidget  *widget,
                            const char *text);
/* (nullable) */
const char *octant_tip_get (GtkWidget  *widget);

G_END_DECLS
