/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "history/octant-comparison.h"

G_BEGIN_DECLS

/*
 * Makes the next row of the comparison, in place of a former one, if there is any: a domain
 * that unfolds to its sub-domains, with both results side by side. Returns FALSE when all
 * were there.
 *
 * @next, @n_rows: (inout): how far it came; 0 at first
 * @open: the later assessment is the open one, and its levels lead to their explanation
 * @narrow: the scores stand under the name
 *
 * What unfolds is made when it does: @comparison must live as long as the row.
 */
gboolean   octant_comparison_make_row     (GtkListBox             *list,
                                           const OctantComparison *comparison,
                                           guint                  *next,
                                           guint                  *n_rows,
                                           gboolean                open,
                                           gboolean                narrow);
/* Earlier result, arrow, later result, difference; @narrow: the scores stand below. */
GtkWidget *octant_comparison_make_summary (const OctantNodeChange *change,
                                           gboolean                open,
                                           gboolean                narrow);

G_END_DECLS
