/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-trend.h"

G_BEGIN_DECLS

/* What octant-trend.c lays out and octant-trend-draw.c paints. */

typedef struct
{
  double *values;     /* (owned) clamped to 0…max; NAN: none */
  double *values_hi;  /* (owned) (nullable) */
  gboolean emphasis;
  guint style;        /* number among the lines without emphasis */
  int last;           /* last cycle with a value, -1 for none */
  PangoLayout *label; /* (owned) (nullable) at the end of the line */
  OctantRect rect;    /* of the label; empty when it has no room */
} OctantTrendLine;

struct _OctantTrendLayout
{
  double width;
  double height;
  double max;
  double line_height;
  gboolean rtl;
  guint n_cycles;
  guint n_rings;
  OctantRect plot;
  double *x;              /* (owned) of each cycle */
  PangoLayout **cycles;   /* (owned) labels of the x axis; NULL where there is no room */
  OctantRect *cycle_rects; /* (owned) of these labels */
  PangoLayout **rings;    /* (owned) 0 … n_rings */
  int *levels;            /* (owned) (nullable) */
  PangoLayout **level_labels; /* (owned) (nullable) */
  OctantTrendLine *lines; /* (owned) */
  guint n_lines;
  PangoLayout *empty;     /* (owned) (nullable) */
};

double octant_trend_layout_get_y          (const OctantTrendLayout *self,
                                           double                   value);
/* Width of a level's column. */
double octant_trend_layout_get_step_width (const OctantTrendLayout *self);

G_END_DECLS
