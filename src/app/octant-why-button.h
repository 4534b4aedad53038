/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A card that is a button cannot hold another one: the way to the explanation of its level
 * lies over the pill in its corner.
 */
GtkWidget *octant_why_overlay_new      (GtkWidget  *card,
                                        const char *code);
/* The card below; from now on it is about the node of @code. */
GtkWidget *octant_why_overlay_get_card (GtkWidget  *overlay,
                                        const char *code);

G_END_DECLS
