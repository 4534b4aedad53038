/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-private.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

/* A circle closer to the middle than this shows neither rings' numbers nor markers. */
#define SMALL_RADIUS 48.0

static OctantSeriesStyle
line_style (const OctantRadarLayout *layout,
            const OctantChartStyle  *style,
            guint                    index)
{
  static const OctantMarker ghost_markers[] = { OCTANT_MARKER_RING, OCTANT_MARKER_SQUARE, OCTANT_MARKER_TRIANGLE };
  OctantRadarKind kind = layout->lines[index].kind;
  guint ghost = 0;

  for (guint i = 0; i < index; i++)
    ghost += layout->lines[i].kind == kind;
  if (kind == OCTANT_RADAR_GHOST)
    return (OctantSeriesStyle){ style->ghost, 1.4, { ghost % 2 == 0 ? 5 : 2, 3 }, 2,
                                ghost_markers[ghost % G_N_ELEMENTS (ghost_markers)] };
  if (kind == OCTANT_RADAR_TARGET)
    return (OctantSeriesStyle){ style->target, 1.6, { 8, 3, 2, 3 }, 4, OCTANT_MARKER_CROSS };
  if (ghost > 0)
    return style->series[ghost % OCTANT_N_SERIES_STYLES];

  return (OctantSeriesStyle){ style->accent, 2.2, { 0 }, 0, OCTANT_MARKER_DISC };
}

static double
bar_width (const OctantRadarLayout *layout)
{
  return CLAMP (layout->radius * 0.14, 6, 26);
}

static void
draw_grid (cairo_t                 *cr,
           const OctantRadarLayout *layout,
           const OctantChartStyle  *style)
{
  double half = bar_width (layout) * 0.9;

  cairo_set_line_width (cr, style->line_scale);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 1; i <= layout->n_rings; i++)
    {
      double r = layout->radius * i / layout->n_rings;

      octant_color_set (i == layout->n_rings ? &style->grid_strong : &style->grid, 1, cr);
      if (layout->n_axes >= 3)
        {
          cairo_new_path (cr);
          cairo_arc (cr, layout->center.x, layout->center.y, r, 0, 2 * G_PI);
        }
      for (guint k = 0; layout->n_axes < 3 && k < layout->n_axes; k++)
        {
          const OctantRadarAxis *axis = &layout->axes[k];
          double x = layout->center.x + axis->dx * r;
          double y = layout->center.y + axis->dy * r;

          cairo_move_to (cr, x - axis->dy * half, y + axis->dx * half);
          cairo_line_to (cr, x + axis->dy * half, y - axis->dx * half);
        }
      cairo_stroke (cr);
    }
  for (guint i = 0; i < layout->n_axes; i++)
    {
      const double dotted[] = { 1, 4 };
      OctantPoint end = octant_radar_layout_get_point (layout, i, layout->max);

      octant_color_set (layout->axes[i].applicable ? &style->grid : &style->grid_strong, 1, cr);
      cairo_set_dash (cr, layout->axes[i].applicable ? NULL : dotted, layout->axes[i].applicable ? 0 : 2, 0);
      cairo_move_to (cr, layout->center.x, layout->center.y);
      cairo_line_to (cr, end.x, end.y);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Beside the first spoke, on a halo that keeps them readable over areas and lines. */
static void
draw_ring_numbers (cairo_t                 *cr,
                   const OctantRadarLayout *layout,
                   const OctantChartStyle  *style)
{
  if (layout->radius < SMALL_RADIUS || layout->n_axes == 0)
    return;
  for (guint i = 0; i < layout->n_rings; i++)
    {
      OctantPoint at = octant_radar_layout_get_point (layout, 0, layout->max * (i + 1) / layout->n_rings);
      double width, height, x, y;

      octant_chart_text_get_size (layout->rings[i], &width, &height);
      if (height * layout->n_rings > layout->radius)
        continue;
      x = layout->n_axes == 2 ? at.x - width / 2 : at.x + (layout->rtl ? 4 : -4 - width);
      y = layout->n_axes == 2 ? at.y + bar_width (layout) : at.y - height / 2;
      if (layout->n_axes < 3)
        x += layout->n_axes == 1 ? (layout->rtl ? 1 : -1) * bar_width (layout) : 0;
      octant_color_set (&style->background, 0.75, cr);
      octant_draw_rounded (cr, &(OctantRect){ x - 2, y + 1, width + 4, height - 2 }, 3);
      cairo_fill (cr);
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, layout->rings[i], x, y);
    }
}

static OctantPoint
point_of (const OctantRadarLayout *layout,
          const double            *values,
          guint                    axis)
{
  return octant_radar_layout_get_point (layout, axis, values[axis]);
}

/*
 * The area between two outlines, wedge by wedge, so that an axis that is not applicable
 * leaves an open sector instead of a straight line that would claim a value.
 */
static void
area_path (cairo_t                 *cr,
           const OctantRadarLayout *layout,
           const double            *inner,
           const double            *outer)
{
  cairo_new_path (cr);
  for (guint i = 0; i < layout->n_axes; i++)
    {
      guint next = (i + 1) % layout->n_axes;
      OctantPoint a, b;

      if (isnan (outer[i]) || isnan (outer[next]))
        continue;
      a = point_of (layout, outer, i);
      b = point_of (layout, outer, next);
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      if (inner == NULL)
        {
          cairo_line_to (cr, layout->center.x, layout->center.y);
        }
      else
        {
          a = point_of (layout, inner, i);
          b = point_of (layout, inner, next);
          cairo_line_to (cr, b.x, b.y);
          cairo_line_to (cr, a.x, a.y);
        }
      cairo_close_path (cr);
    }
}

static void
outline_path (cairo_t                 *cr,
              const OctantRadarLayout *layout,
              const double            *values)
{
  guint n_gaps = 0, first = 0;

  for (guint i = 0; i < layout->n_axes; i++)
    if (isnan (values[i]))
      {
        n_gaps++;
        first = i + 1;
      }
  cairo_new_path (cr);
  for (guint i = 0; i < layout->n_axes; i++)
    {
      /* Starting behind a gap keeps dashes and joins whole over the wrap-around. */
      guint axis = (first + i) % layout->n_axes;
      guint before = (axis + layout->n_axes - 1) % layout->n_axes;
      OctantPoint at;

      if (isnan (values[axis]))
        continue;
      at = point_of (layout, values, axis);
      if (i == 0 || isnan (values[before]))
        cairo_move_to (cr, at.x, at.y);
      else
        cairo_line_to (cr, at.x, at.y);
    }
  if (n_gaps == 0)
    cairo_close_path (cr);
}

static void
draw_areas (cairo_t                 *cr,
            const OctantRadarLayout *layout,
            const OctantChartStyle  *style)
{
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const OctantRadarLine *line = &layout->lines[i];

      if (line->kind != OCTANT_RADAR_PRESENT)
        continue;
      area_path (cr, layout, NULL, line->values);
      octant_color_set (&style->accent, style->area_alpha, cr);
      cairo_fill (cr);
      if (line->values_hi == NULL)
        continue;
      area_path (cr, layout, line->values, line->values_hi);
      octant_color_set (&style->accent, style->band_alpha * 0.6, cr);
      cairo_fill (cr);
      outline_path (cr, layout, line->values_hi);
      cairo_set_line_width (cr, style->line_scale);
      cairo_set_dash (cr, (const double[]){ 1, 2 }, 2, 0);
      octant_color_set (&style->accent, 0.7, cr);
      cairo_stroke (cr);
    }
}

static void
draw_line (cairo_t                 *cr,
           const OctantRadarLayout *layout,
           const OctantChartStyle  *style,
           guint                    index)
{
  const OctantRadarLine *line = &layout->lines[index];
  OctantSeriesStyle look = line_style (layout, style, index);
  double size = (line->kind == OCTANT_RADAR_PRESENT ? 3.6 : 2.6) * (layout->n_axes > 24 ? 0.65 : 1);

  octant_draw_line_style (cr, &look, style->line_scale);
  octant_color_set (&look.color, 1, cr);
  outline_path (cr, layout, line->values);
  cairo_stroke (cr);
  if (layout->radius < SMALL_RADIUS || line->kind == OCTANT_RADAR_TARGET)
    return;
  for (guint i = 0; i < layout->n_axes; i++)
    if (!isnan (line->values[i]))
      {
        OctantPoint at = point_of (layout, line->values, i);

        octant_draw_marker (cr, look.marker, &at, size, &look.color, style);
      }
}

/* A bar from the centre to a value, or a part of one; @width across the spoke. */
static void
bar_path (cairo_t                 *cr,
          const OctantRadarLayout *layout,
          guint                    axis,
          double                   from,
          double                   to,
          double                   width)
{
  OctantPoint a = octant_radar_layout_get_point (layout, axis, from);
  OctantPoint b = octant_radar_layout_get_point (layout, axis, to);
  double nx = -layout->axes[axis].dy * width / 2;
  double ny = layout->axes[axis].dx * width / 2;

  cairo_new_path (cr);
  cairo_move_to (cr, a.x + nx, a.y + ny);
  cairo_line_to (cr, b.x + nx, b.y + ny);
  cairo_line_to (cr, b.x - nx, b.y - ny);
  cairo_line_to (cr, a.x - nx, a.y - ny);
  cairo_close_path (cr);
}

/* One or two axes have no polygon: the present is a bar, the others are strokes across the spoke. */
static void
draw_bars (cairo_t                 *cr,
           const OctantRadarLayout *layout,
           const OctantChartStyle  *style)
{
  double width = bar_width (layout);

  for (guint i = 0; i < layout->n_lines; i++)
    for (guint axis = 0; axis < layout->n_axes; axis++)
      {
        const OctantRadarLine *line = &layout->lines[i];
        OctantSeriesStyle look = line_style (layout, style, i);
        OctantPoint at;

        if (isnan (line->values[axis]))
          continue;
        if (line->kind == OCTANT_RADAR_PRESENT)
          {
            bar_path (cr, layout, axis, 0, line->values[axis], width);
            octant_color_set (&style->accent, 1, cr);
            cairo_fill (cr);
            if (line->values_hi != NULL)
              {
                bar_path (cr, layout, axis, line->values[axis], line->values_hi[axis], width);
                octant_color_set (&style->accent, style->band_alpha, cr);
                cairo_fill (cr);
              }
            continue;
          }
        at = point_of (layout, line->values, axis);
        cairo_move_to (cr, at.x - layout->axes[axis].dy * width, at.y + layout->axes[axis].dx * width);
        cairo_line_to (cr, at.x + layout->axes[axis].dy * width, at.y - layout->axes[axis].dx * width);
        octant_draw_line_style (cr, &look, style->line_scale * 1.4);
        octant_color_set (&look.color, 1, cr);
        cairo_stroke (cr);
      }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_labels (cairo_t                 *cr,
             const OctantRadarLayout *layout,
             const OctantChartStyle  *style)
{
  for (guint i = 0; i < layout->n_axes; i++)
    {
      const OctantRadarAxis *axis = &layout->axes[i];

      if (axis->name != NULL)
        {
          octant_color_set (&style->dim, 1, cr);
          octant_chart_text_show (cr, axis->name, axis->name_pos.x, axis->name_pos.y);
        }
      if (axis->value != NULL)
        {
          octant_color_set (axis->applicable ? &style->foreground : &style->dim, 1, cr);
          octant_chart_text_show (cr, axis->value, axis->value_pos.x, axis->value_pos.y);
        }
    }
}

static void
draw_legend (cairo_t                 *cr,
             const OctantRadarLayout *layout,
             const OctantChartStyle  *style)
{
  for (guint i = 0; i < layout->n_lines; i++)
    {
      const OctantRadarLine *line = &layout->lines[i];
      OctantSeriesStyle look = line_style (layout, style, i);
      double width, left, text;
      OctantPoint middle;

      if (line->legend == NULL)
        continue;
      octant_chart_text_get_size (line->legend, &width, NULL);
      left = layout->rtl ? line->legend_pos.x + width + 6 : line->legend_pos.x;
      text = layout->rtl ? line->legend_pos.x : line->legend_pos.x + OCTANT_RADAR_SWATCH + 6;
      middle = (OctantPoint){ left + OCTANT_RADAR_SWATCH / 2, line->legend_pos.y + line->legend_height / 2 };
      octant_draw_line_style (cr, &look, style->line_scale);
      octant_color_set (&look.color, 1, cr);
      cairo_move_to (cr, left, middle.y);
      cairo_line_to (cr, left + OCTANT_RADAR_SWATCH, middle.y);
      cairo_stroke (cr);
      if (line->kind != OCTANT_RADAR_TARGET)
        octant_draw_marker (cr, look.marker, &middle, 3, &look.color, style);
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, line->legend, text, line->legend_pos.y);
    }
}

/**
 * octant_radar_draw:
 *
 * Paints the chart; the background is the caller's.
 */
void
octant_radar_draw (cairo_t                 *cr,
                   const OctantRadarLayout *layout,
                   const OctantChartStyle  *style)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  if (layout->empty != NULL)
    {
      octant_draw_empty (cr, layout->empty, layout->height, style);
      cairo_restore (cr);
      return;
    }
  draw_grid (cr, layout, style);
  if (layout->n_axes < 3)
    {
      draw_bars (cr, layout, style);
    }
  else
    {
      draw_areas (cr, layout, style);
      /* The present comes last, over the ghosts and the target. */
      for (guint i = 0; i < layout->n_lines; i++)
        if (layout->lines[i].kind != OCTANT_RADAR_PRESENT)
          draw_line (cr, layout, style, i);
    }
  draw_ring_numbers (cr, layout, style);
  for (guint i = 0; layout->n_axes >= 3 && i < layout->n_lines; i++)
    if (layout->lines[i].kind == OCTANT_RADAR_PRESENT)
      draw_line (cr, layout, style, i);
  draw_labels (cr, layout, style);
  draw_legend (cr, layout, style);
  cairo_restore (cr);
}

/**
 * octant_radar_draw_focus:
 *
 * Paints the emphasis of one axis over the chart: its spoke, a rim around its point and a
 * frame around its label.
 */
void
octant_radar_draw_focus (cairo_t                 *cr,
                         const OctantRadarLayout *layout,
                         const OctantChartStyle  *style,
                         guint                    axis)
{
  const OctantRadarLine *present;
  OctantPoint end;
  OctantRect label;

  g_return_if_fail (cr != NULL && layout != NULL && style != NULL && axis < layout->n_axes);

  present = octant_radar_layout_get_present (layout);
  end = octant_radar_layout_get_point (layout, axis, layout->max);
  label = layout->axes[axis].label;
  cairo_save (cr);
  octant_color_set (&style->accent, 1, cr);
  cairo_set_line_width (cr, 1.5 * style->line_scale);
  cairo_move_to (cr, layout->center.x, layout->center.y);
  cairo_line_to (cr, end.x, end.y);
  cairo_stroke (cr);
  if (present != NULL && !isnan (present->values[axis]) && layout->n_axes >= 3)
    {
      OctantPoint at = point_of (layout, present->values, axis);

      octant_draw_marker (cr, OCTANT_MARKER_DISC, &at, 5.5, &style->accent, style);
    }
  if (label.width > 0)
    {
      octant_draw_rounded (cr, &(OctantRect){ label.x - 2, label.y - 1, label.width + 4, label.height + 2 }, 5);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
