/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * OctantChartTheme:
 *
 * The tables of colours. PRINT is for files and paper: black on white, and lines that
 * survive a black-and-white copier.
 */
typedef enum
{
  OCTANT_CHART_LIGHT,
  OCTANT_CHART_DARK,
  OCTANT_CHART_HIGH_CONTRAST,
  OCTANT_CHART_HIGH_CONTRAST_DARK,
  OCTANT_CHART_PRINT,
  OCTANT_N_CHART_THEMES,
} OctantChartTheme;

/* sRGB, 0…1, not premultiplied: the same members as GdkRGBA. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} OctantColor;

/* A level of the scale: its fill, and the text that stands on it with a contrast ≥ 4.5:1. */
typedef struct
{
  OctantColor fill;
  OctantColor text;
} OctantLevelColor;

typedef enum
{
  OCTANT_MARKER_DISC,
  OCTANT_MARKER_SQUARE,
  OCTANT_MARKER_DIAMOND,
  OCTANT_MARKER_TRIANGLE,
  OCTANT_MARKER_RING,
  OCTANT_MARKER_CROSS,
} OctantMarker;

/* How a line differs from its neighbours: never by colour alone. */
typedef struct
{
  OctantColor color;
  double width;
  double dash[4];
  int n_dash; /* 0: solid */
  OctantMarker marker;
} OctantSeriesStyle;

#define OCTANT_N_LEVEL_COLORS 6
#define OCTANT_N_SERIES_STYLES 8

/**
 * OctantChartStyle:
 *
 * Every colour of a chart. Static data: never freed, shared between threads.
 */
typedef struct
{
  OctantChartTheme theme;
  OctantColor background;  /* what the contrast of the others is measured against */
  OctantColor foreground;  /* values and titles */
  OctantColor dim;         /* captions and axis labels */
  OctantColor grid;
  OctantColor grid_strong; /* outermost ring, base line */
  OctantColor track;       /* empty part of a bar or ring */
  OctantColor accent;      /* the present */
  OctantColor accent_text; /* text on accent */
  OctantColor ghost;       /* an earlier cycle */
  OctantColor target;
  OctantColor care;        /* what needs care: used for nothing else */
  double area_alpha;       /* filled area of the present */
  double band_alpha;       /* uncertainty band */
  double line_scale;       /* multiplies line widths */
  OctantLevelColor levels[OCTANT_N_LEVEL_COLORS];
  OctantSeriesStyle series[OCTANT_N_SERIES_STYLES];
} OctantChartStyle;

const OctantChartStyle  *octant_chart_style_get        (OctantChartTheme        theme);
/* The one table of level colours: pills, bars, ladder, radar and files take theirs from here. */
const OctantLevelColor  *octant_chart_style_get_level  (const OctantChartStyle *style,
                                                        int                     level,
                                                        int                     n_levels);
/* Repeats after OCTANT_N_SERIES_STYLES. */
const OctantSeriesStyle *octant_chart_style_get_series (const OctantChartStyle *style,
                                                        guint                   index);

/* "#rrggbb"; the caller frees. For style sheets made from the table. */
char  *octant_color_to_string (const OctantColor *color);
/* WCAG 2 contrast ratio, 1…21; alpha is ignored. */
double octant_color_contrast  (const OctantColor *a,
                               const OctantColor *b);
void   octant_color_set       (const OctantColor *color,
                               double             alpha,
                               cairo_t           *cr);

G_END_DECLS
