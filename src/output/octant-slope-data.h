/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history/octant-comparison.h"
#include "octant-slope.h"

G_BEGIN_DECLS

/**
 * OctantSlopeFill:
 *
 * A comparison as the slope chart wants it: the whole, and domains or sub-domains that
 * either cycle has, matched by code. Owns its texts, so it outlives the comparison. The
 * caller adds titles and words.
 */
typedef struct
{
  OctantSlopeData data;
  GPtrArray *codes; /* (element-type utf8) of the rows, as nodes are called */
  GPtrArray *texts; /* (element-type utf8) */
  OctantSlopeRow *rows;
} OctantSlopeFill;

/* @whole: what the whole is called */
OctantSlopeFill *octant_slope_fill_new  (const OctantComparison *comparison,
                                         gboolean                subdomains,
                                         const char             *whole,
                                         OctantLanguage          language);
void             octant_slope_fill_free (OctantSlopeFill        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSlopeFill, octant_slope_fill_free)

G_END_DECLS
