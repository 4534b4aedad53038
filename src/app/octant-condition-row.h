/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-assessment.h"
#include "scoring/octant-explain.h"

G_BEGIN_DECLS

/**
 * octant_condition_row_new:
 * @block: of the result that @assessment shows; read now, not kept
 * @leave: called with the code of a requirement or node that the user goes to
 *
 * A blocking condition as a sentence. One that is about one place leads there; one about
 * several unfolds to them.
 */
typedef void (*OctantConditionLeave) (gpointer    user_data,
                                      const char *code);

GtkWidget *octant_condition_row_new (OctantAssessment    *assessment,
                                     const OctantBlock   *block,
                                     OctantConditionLeave leave,
                                     GObject             *user_data);

G_END_DECLS
