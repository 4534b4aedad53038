/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"

G_BEGIN_DECLS

/* Sizes relative to the context's font: one small scale for all charts. */
#define OCTANT_TEXT_TINY 0.72
#define OCTANT_TEXT_SMALL 0.82
#define OCTANT_TEXT_NORMAL 1.0

/* Where the lines of a text stand in its box, whatever the direction of script. */
typedef enum
{
  OCTANT_TEXT_LEFT,
  OCTANT_TEXT_CENTER,
  OCTANT_TEXT_RIGHT,
} OctantTextSide;

PangoLayout *octant_chart_text_new       (PangoContext   *context,
                                          const char     *text,
                                          double          scale,
                                          PangoWeight     weight);
/* What stands in the middle of a chart that has nothing to show; see octant_draw_empty(). */
PangoLayout *octant_chart_text_new_empty (PangoContext   *context,
                                          const char     *text,
                                          double          width);
void         octant_chart_text_set_side  (PangoLayout    *layout,
                                          OctantTextSide  side);
/* Size of the shaped text, in whole pixels. */
void         octant_chart_text_get_size  (PangoLayout    *layout,
                                          double         *width,
                                          double         *height);
/* @x, @y: the top left corner of the text itself, wherever it stands in its width. */
void         octant_chart_text_show      (cairo_t        *cr,
                                          PangoLayout    *layout,
                                          double          x,
                                          double          y);
/* Height of a line of text of that scale. */
double       octant_chart_text_line      (PangoContext   *context,
                                          double          scale);

G_END_DECLS
