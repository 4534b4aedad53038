/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-draw-private.h"

#include <math.h>

#include "octant-chart-text-private.h"

/**
 * octant_draw_line_style:
 *
 * Sets width and dashes of a series; round joins, because a line of scores has sharp
 * corners that a mitre would exaggerate.
 */
void
octant_draw_line_style (cairo_t                 *cr,
                        const OctantSeriesStyle *series,
                        double                   scale)
{
  cairo_set_line_width (cr, series->width * scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, series->n_dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, series->n_dash > 0 ? series->dash : NULL, series->n_dash, 0);
}

static void
marker_path (cairo_t           *cr,
             OctantMarker       marker,
             const OctantPoint *at,
             double             r)
{
  cairo_new_path (cr);
  switch (marker)
    {
    case OCTANT_MARKER_DISC:
    case OCTANT_MARKER_RING:
      cairo_arc (cr, at->x, at->y, r, 0, 2 * G_PI);
      break;
    case OCTANT_MARKER_SQUARE:
      cairo_rectangle (cr, at->x - r * 0.88, at->y - r * 0.88, r * 1.76, r * 1.76);
      break;
    case OCTANT_MARKER_DIAMOND:
      cairo_move_to (cr, at->x, at->y - r * 1.25);
      cairo_line_to (cr, at->x + r * 1.25, at->y);
      cairo_line_to (cr, at->x, at->y + r * 1.25);
      cairo_line_to (cr, at->x - r * 1.25, at->y);
      cairo_close_path (cr);
      break;
    case OCTANT_MARKER_TRIANGLE:
      cairo_move_to (cr, at->x, at->y - r * 1.2);
      cairo_line_to (cr, at->x + r * 1.1, at->y + r * 0.8);
      cairo_line_to (cr, at->x - r * 1.1, at->y + r * 0.8);
      cairo_close_path (cr);
      break;
    case OCTANT_MARKER_CROSS:
      cairo_move_to (cr, at->x - r, at->y - r);
      cairo_line_to (cr, at->x + r, at->y + r);
      cairo_move_to (cr, at->x - r, at->y + r);
      cairo_line_to (cr, at->x + r, at->y - r);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * octant_draw_marker:
 *
 * Draws a marker with a rim in the background's colour, which keeps it apart from lines
 * that cross it.
 */
void
octant_draw_marker (cairo_t                *cr,
                    OctantMarker            marker,
                    const OctantPoint      *at,
                    double                  radius,
                    const OctantColor      *color,
                    const OctantChartStyle *style)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (marker != OCTANT_MARKER_CROSS)
    {
      marker_path (cr, marker, at, radius + 1.25);
      octant_color_set (&style->background, 1, cr);
      cairo_fill (cr);
    }
  marker_path (cr, marker, at, marker == OCTANT_MARKER_RING ? radius - 0.5 : radius);
  octant_color_set (color, 1, cr);
  if (marker == OCTANT_MARKER_RING || marker == OCTANT_MARKER_CROSS)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * octant_draw_rounded:
 *
 * Adds a rectangle with round corners to the path; the radius is limited to half of the
 * shorter side.
 */
void
octant_draw_rounded (cairo_t          *cr,
                     const OctantRect *rect,
                     double            radius)
{
  double r = MAX (MIN (radius, MIN (rect->width, rect->height) / 2), 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + rect->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, rect->y + rect->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
octant_draw_empty (cairo_t                *cr,
                   PangoLayout            *text,
                   double                  height,
                   const OctantChartStyle *style)
{
  double needed;

  octant_chart_text_get_size (text, NULL, &needed);
  octant_color_set (&style->dim, 1, cr);
  cairo_move_to (cr, 0, (height - needed) / 2);
  pango_cairo_show_layout (cr, text);
}
