/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

#define OCTANT_SLOPE_MAX_ROWS 120

/* Sides in time; right to left, the earlier one stands on the right. */
typedef enum
{
  OCTANT_SLOPE_BEFORE,
  OCTANT_SLOPE_AFTER,
} OctantSlopeSide;

typedef struct
{
  const char *label;     /* name, written at the later end; at the earlier one when there is no other */
  const char *code;      /* short, written at the earlier end, and where the name has no room */
  double values[2];      /* by side; NAN: none there */
  const char *texts[2];  /* (nullable) exact values as text; else two decimals of the value */
  int direction;         /* < 0 worse, 0 the same, > 0 better: decided by who knows the exact values */
  gboolean emphasis;     /* the whole: thick */
  const char *delta;     /* (nullable) the difference as text: not drawn, for who shows the figures */
} OctantSlopeRow;

typedef struct
{
  const char *titles[2]; /* by side: "2025", "2026" */
  const OctantSlopeRow *rows;
  guint n_rows;          /* 0 … OCTANT_SLOPE_MAX_ROWS */
  double max;            /* the highest value there is; the scale shows whole steps around the values */
  const char *better;    /* words of the legend */
  const char *worse;
  const char *same;
  const char *empty_text;
} OctantSlopeData;

/**
 * OctantSlopeLayout:
 *
 * What two points in time have, side by side: a line from the earlier value to the later
 * one for each row. Labels stand at the height of their value, moved apart where they would
 * touch; when there are more than fit, those that changed most stay. Copies what it needs.
 * One thread.
 */
typedef struct _OctantSlopeLayout OctantSlopeLayout;

OctantSlopeLayout *octant_slope_layout_new  (const OctantSlopeData  *data,
                                             const OctantChartStyle *style,
                                             PangoContext           *context,
                                             double                  width,
                                             double                  height,
                                             gboolean                rtl);
void               octant_slope_layout_free (OctantSlopeLayout      *self);

/* Height in which every label of so many rows has its place. */
double      octant_slope_get_natural_height   (PangoContext            *context,
                                               guint                    n_rows);
guint       octant_slope_layout_get_n_rows    (const OctantSlopeLayout *self);
/* The box between both axes. */
OctantRect  octant_slope_layout_get_plot      (const OctantSlopeLayout *self);
/* Where a row's value stands; the axis's foot when it has none. */
OctantPoint octant_slope_layout_get_point     (const OctantSlopeLayout *self,
                                               guint                    row,
                                               OctantSlopeSide          side);
OctantRect  octant_slope_layout_get_title_rect (const OctantSlopeLayout *self,
                                                OctantSlopeSide          side);
/* Empty when it has no value there, or no room. */
OctantRect  octant_slope_layout_get_label_rect (const OctantSlopeLayout *self,
                                                guint                    row,
                                                OctantSlopeSide          side);
/* Around the row's line: for focus and assistive technology. */
OctantRect  octant_slope_layout_get_row_rect  (const OctantSlopeLayout *self,
                                               guint                    row);
/* The row whose label is there or whose line is near; -1 for none. */
int         octant_slope_layout_hit           (const OctantSlopeLayout *self,
                                               double                   x,
                                               double                   y);

void octant_slope_draw       (cairo_t                 *cr,
                              const OctantSlopeLayout *layout,
                              const OctantChartStyle  *style);
void octant_slope_draw_focus (cairo_t                 *cr,
                              const OctantSlopeLayout *layout,
                              const OctantChartStyle  *style,
                              guint                    row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSlopeLayout, octant_slope_layout_free)

G_END_DECLS
