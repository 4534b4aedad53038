/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

#define OCTANT_TREND_MAX_CYCLES 50
#define OCTANT_TREND_MAX_SERIES 40

typedef struct
{
  const char *label;        /* at the end of the line: "Overall", "AP" */
  const double *values;     /* one for each cycle; NAN: no result in that cycle, the line has a gap */
  const double *values_hi;  /* (nullable) upper end of the uncertainty band */
  const char *const *texts; /* (nullable) exact values as text */
  gboolean emphasis;        /* the overall line: thick, with band and level steps */
} OctantTrendSeries;

typedef struct
{
  guint n_cycles;           /* 0 … OCTANT_TREND_MAX_CYCLES, oldest first */
  const char *const *cycles; /* labels of the x axis */
  const int *levels;        /* (nullable) overall level of each cycle, drawn as steps; -1 for none */
  const char *level_label;  /* (nullable) of the steps: "Level" */
  double max;
  guint n_rings;            /* horizontal grid lines above 0 */
  const OctantTrendSeries *series;
  guint n_series;
  const char *empty_text;
} OctantTrendData;

/**
 * OctantTrendLayout:
 *
 * Scores over cycles: one line for each series, labelled at its end; levels as steps
 * behind. Time runs with the direction of reading. Copies what it needs. One thread.
 */
typedef struct _OctantTrendLayout OctantTrendLayout;

OctantTrendLayout *octant_trend_layout_new  (const OctantTrendData  *data,
                                             const OctantChartStyle *style,
                                             PangoContext           *context,
                                             double                  width,
                                             double                  height,
                                             gboolean                rtl);
void               octant_trend_layout_free (OctantTrendLayout      *self);

guint       octant_trend_layout_get_n_cycles   (const OctantTrendLayout *self);
/* The box between the axes. */
OctantRect  octant_trend_layout_get_plot       (const OctantTrendLayout *self);
OctantPoint octant_trend_layout_get_point      (const OctantTrendLayout *self,
                                                guint                    cycle,
                                                double                   value);
/* Box of the label at a line's end; empty when the series has no value. */
OctantRect  octant_trend_layout_get_label_rect (const OctantTrendLayout *self,
                                                guint                    series);
/* Box of a cycle's title under the axis; empty where it has no room. */
OctantRect  octant_trend_layout_get_title_rect (const OctantTrendLayout *self,
                                                guint                    cycle);
/* Column of a cycle: for focus and assistive technology. */
OctantRect  octant_trend_layout_get_cycle_rect (const OctantTrendLayout *self,
                                                guint                    cycle);
/* FALSE outside of the plot; @series is -1 when no line is near. */
gboolean    octant_trend_layout_hit            (const OctantTrendLayout *self,
                                                double                   x,
                                                double                   y,
                                                int                     *cycle,
                                                int                     *series);

void octant_trend_draw       (cairo_t                 *cr,
                              const OctantTrendLayout *layout,
                              const OctantChartStyle  *style);
/* Emphasis of a cycle, and of a series unless -1. */
void octant_trend_draw_focus (cairo_t                 *cr,
                              const OctantTrendLayout *layout,
                              const OctantChartStyle  *style,
                              int                      cycle,
                              int                      series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantTrendLayout, octant_trend_layout_free)

G_END_DECLS
