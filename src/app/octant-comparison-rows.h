/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-assessment.h"
#include "history/octant-comparison.h"

G_BEGIN_DECLS

/* Rows of the comparison: a domain that unfolds to its sub-domains, with both results side by side; @narrow: the
 * scores stand under the name. */
void octant_comparison_fill_rows (GtkListBox             *list,
                                  const OctantComparison *comparison,
                                  OctantAssessment       *later,
                                  gboolean                narrow);

G_END_DECLS
