/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "history/octant-comparison.h"

G_BEGIN_DECLS

/* Rows of the comparison: a domain that unfolds to its sub-domains, with both results side by side; @narrow: the
 * scores stand under the name; @open: the later assessment is the open one, and its levels lead to their explanation. What unfolds is made when it does: @comparison must live until the list is filled again. */
void       octant_comparison_fill_rows    (GtkListBox             *list,
                                           const OctantComparison *comparison,
                                           gboolean                open,
                                           gboolean                narrow);
/* Earlier result, arrow, later result, difference; @narrow: the scores stand below. */
GtkWidget *octant_comparison_make_summary (const OctantNodeChange *change,
                                           gboolean                open,
                                           gboolean                narrow);

G_END_DECLS
