/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The arrow at the end of a row that leads elsewhere. It is only seen: the row says where. (transfer floating) */
GtkWidget *octant_arrow_new (void);

G_END_DECLS
