/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

typedef struct
{
  double value;        /* NAN: not applicable, an empty ring */
  double value_hi;     /* upper end of the band; equal to value when there is none */
  double max;
  const char *numeral; /* large, in the middle: "3", "–" */
  const char *caption; /* (nullable) under the numeral */
} OctantRingData;

/* A ring filled by value / max with a large numeral inside, centred in @box. Starts at the top; mirrored by @rtl. */
void octant_ring_draw (cairo_t                *cr,
                       const OctantRingData   *data,
                       const OctantChartStyle *style,
                       PangoContext           *context,
                       const OctantRect       *box,
                       gboolean                rtl);

G_END_DECLS
