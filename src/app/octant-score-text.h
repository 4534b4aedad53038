/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/* What the window says of a score, wherever it stands. */

/* "2.50", or "2.50 – 3.25" while answers are missing. (transfer full) */
char *octant_score_text_dup_interval (const OctantRational *low,
                                      const OctantRational *high);
/* "Level 3: Defined", or "Level 2, up to 3 possible" while answers are missing. (transfer full) */
char *octant_score_text_dup_level    (OctantModel          *model,
                                      const OctantScore    *score);
/* What @node would be with the answers that were carried over and not confirmed; NULL: the same. (transfer full) (nullable) */
char *octant_score_text_dup_claimed  (OctantNode           *node);
/* What a number on @widget is exactly, as its tooltip. @high: (nullable): of an interval */
void  octant_score_text_set_exact    (GtkWidget            *widget,
                                      const OctantRational *low,
                                      const OctantRational *high);

G_END_DECLS
