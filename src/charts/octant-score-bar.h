/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

typedef struct
{
  double value;    /* NAN: not applicable, only a track */
  double value_hi; /* upper end of the band; equal to value when there is none */
  double max;
  int level;       /* colour of the bar */
  int n_levels;
  double previous; /* tick of an earlier cycle, NAN for none */
} OctantScoreBarData;

/* Where a value ends on the bar: the geometry that the painter uses. */
double octant_score_bar_get_x (const OctantScoreBarData *data,
                               const OctantRect         *box,
                               gboolean                  rtl,
                               double                    value);
void   octant_score_bar_draw  (cairo_t                  *cr,
                               const OctantScoreBarData *data,
                               const OctantChartStyle   *style,
                               const OctantRect         *box,
                               gboolean                  rtl);

G_END_DECLS
