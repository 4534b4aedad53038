/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Opens the page of help about a place of the window ("overview", "subdomain", …; (nullable) for the list of
 * pages) in the viewer of the system or, when there is none, in a dialog.
 */
void octant_help_show (GtkWindow  *parent,
                       const char *place);

G_END_DECLS
