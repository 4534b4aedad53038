/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "base/octant-fraction.h"

G_BEGIN_DECLS

/**
 * OctantRational:
 *
 * An exact result. Small values are 64-bit fractions in place; a value that
 * does not fit is held by GMP, so overflow is never silent. Plain memory set
 * to zero is the number 0, octant_rational_clear() releases what a big value
 * holds; structs with one inside must be cleared and never copied by
 * assignment unless ownership moves.
 */
typedef struct
{
  gint64 num;
  gint64 den; /* > 0; 0 stands for "1" in zeroed memory */
  void *big;  /* (owned) (nullable) mpq when num/den do not fit */
} OctantRational;

void     octant_rational_clear        (OctantRational       *self);
void     octant_rational_set          (OctantRational       *self,
                                       const OctantRational *other);
void     octant_rational_set_fraction (OctantRational       *self,
                                       gint64                num,
                                       gint64                den);
gboolean octant_rational_parse        (OctantRational       *self,
                                       const char           *string);
int      octant_rational_compare      (const OctantRational *a,
                                       const OctantRational *b);
gboolean octant_rational_equal        (const OctantRational *a,
                                       const OctantRational *b);
void     octant_rational_add          (OctantRational       *self,
                                       const OctantRational *other);
void     octant_rational_subtract     (OctantRational       *self,
                                       const OctantRational *other);
void     octant_rational_multiply     (OctantRational       *self,
                                       const OctantRational *other);
/* @other must not be 0. */
void     octant_rational_divide       (OctantRational       *self,
                                       const OctantRational *other);
/* "37/12", "3": lowest terms. */
char    *octant_rational_to_string    (const OctantRational *self);
/* Rounded half up to @decimals, "." as point, no locale: "3.08". */
char    *octant_rational_to_text      (const OctantRational *self,
                                       guint                 decimals);
/* For drawing only; no decision and no stored result may come from it. */
double   octant_rational_to_double    (const OctantRational *self);
/* Largest integer not above the value. */
int      octant_rational_floor        (const OctantRational *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantRational, octant_rational_clear)

G_END_DECLS
