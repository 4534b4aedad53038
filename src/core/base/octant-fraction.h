/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctantFraction:
 *
 * A parameter of a model (weight, value, threshold): a fraction in lowest
 * terms with den > 0. Parameters are small; results are #OctantRational,
 * which never overflows.
 */
typedef struct
{
  gint64 num;
  gint64 den;
} OctantFraction;

gboolean octant_fraction_parse   (const char           *string,
                                  OctantFraction       *out);
char    *octant_fraction_to_string (const OctantFraction *fraction);
int      octant_fraction_compare (const OctantFraction *a,
                                  const OctantFraction *b);

G_END_DECLS
