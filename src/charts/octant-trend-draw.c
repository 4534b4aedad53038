/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-trend-private.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

/* Of the points of the line that is emphasised. */
#define EMPHASIS_RADIUS 4.5

static void
draw_grid (cairo_t                 *cr,
           const OctantTrendLayout *layout,
           const OctantChartStyle  *style)
{
  double right = layout->plot.x + layout->plot.width;

  cairo_set_line_width (cr, style->line_scale);
  for (guint i = 0; i <= layout->n_rings; i++)
    {
      double y = octant_trend_layout_get_y (layout, layout->max * i / layout->n_rings);
      double width, height;

      octant_color_set (i == 0 ? &style->grid_strong : &style->grid, 1, cr);
      cairo_move_to (cr, layout->plot.x, round (y) + 0.5);
      cairo_line_to (cr, right, round (y) + 0.5);
      cairo_stroke (cr);
      octant_chart_text_get_size (layout->rings[i], &width, &height);
      if (height * layout->n_rings > layout->plot.height)
        continue;
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, layout->rings[i], layout->rtl ? right + 8 : layout->plot.x - 8 - width, y - height / 2);
    }
  for (guint i = 0; i < layout->n_cycles; i++)
    if (layout->cycles[i] != NULL)
      {
        octant_color_set (&style->dim, 1, cr);
        octant_chart_text_show (cr, layout->cycles[i], layout->cycle_rects[i].x, layout->cycle_rects[i].y);
      }
}

/* Columns behind the lines: a level is reached or not, there is nothing between. */
static void
draw_levels (cairo_t                 *cr,
             const OctantTrendLayout *layout,
             const OctantChartStyle  *style)
{
  double width = octant_trend_layout_get_step_width (layout);
  double base = octant_trend_layout_get_y (layout, 0);

  if (layout->levels == NULL)
    return;
  for (guint i = 0; i < layout->n_cycles; i++)
    {
      const OctantLevelColor *level;
      double top;

      if (layout->levels[i] < 0)
        continue;
      level = octant_chart_style_get_level (style, layout->levels[i], (int) lround (layout->max));
      top = octant_trend_layout_get_y (layout, layout->levels[i]);
      octant_color_set (&level->fill, 0.32, cr);
      cairo_rectangle (cr, layout->x[i] - width / 2, top, width, base - top);
      cairo_fill (cr);
      octant_color_set (&level->fill, 1, cr);
      cairo_rectangle (cr, layout->x[i] - width / 2, top - 1.5, width, 3);
      cairo_fill (cr);
    }
}

/* At the foot of its column, or above a point that stands there: in a year that has just begun the overall score is 0. */
static double
get_label_bottom (const OctantTrendLayout *layout,
                  guint                    cycle,
                  double                   height)
{
  double bottom = octant_trend_layout_get_y (layout, 0) - 3;

  for (guint i = 0; i < layout->n_lines; i++)
    {
      double value = layout->lines[i].values[cycle];
      double y = isnan (value) ? 0 : octant_trend_layout_get_y (layout, value);

      if (layout->lines[i].emphasis && y > bottom - height - EMPHASIS_RADIUS)
        return MIN (bottom, y - EMPHASIS_RADIUS - 2);
    }
  return bottom;
}

/* Over the lines, which would cross them out. */
static void
draw_level_labels (cairo_t                 *cr,
                   const OctantTrendLayout *layout,
                   const OctantChartStyle  *style)
{
  for (guint i = 0; layout->levels != NULL && i < layout->n_cycles; i++)
    {
      const OctantLevelColor *level;
      double text_width, text_height, bottom;

      if (layout->levels[i] < 0 || layout->level_labels[i] == NULL)
        continue;
      level = octant_chart_style_get_level (style, layout->levels[i], (int) lround (layout->max));
      octant_chart_text_get_size (layout->level_labels[i], &text_width, &text_height);
      bottom = get_label_bottom (layout, i, text_height + 2);
      octant_draw_rounded (cr, &(OctantRect){ layout->x[i] - text_width / 2 - 5, bottom - text_height - 2, text_width + 10,
                                              text_height + 2 }, 99);
      octant_color_set (&level->fill, 1, cr);
      cairo_fill (cr);
      octant_color_set (&level->text, 1, cr);
      octant_chart_text_show (cr, layout->level_labels[i], layout->x[i] - text_width / 2, bottom - text_height - 1);
    }
}

static OctantSeriesStyle
line_style (const OctantTrendLine  *line,
            const OctantChartStyle *style)
{
  if (line->emphasis)
    return (OctantSeriesStyle){ style->accent, 3, { 0 }, 0, OCTANT_MARKER_DISC };

  return *octant_chart_style_get_series (style, line->style);
}

static void
draw_band (cairo_t                 *cr,
           const OctantTrendLayout *layout,
           const OctantTrendLine   *line,
           const OctantChartStyle  *style)
{
  if (line->values_hi == NULL)
    return;
  octant_color_set (&style->accent, style->band_alpha, cr);
  for (guint i = 0; i + 1 < layout->n_cycles; i++)
    {
      if (isnan (line->values[i]) || isnan (line->values[i + 1]))
        continue;
      cairo_move_to (cr, layout->x[i], octant_trend_layout_get_y (layout, line->values[i]));
      cairo_line_to (cr, layout->x[i + 1], octant_trend_layout_get_y (layout, line->values[i + 1]));
      cairo_line_to (cr, layout->x[i + 1], octant_trend_layout_get_y (layout, line->values_hi[i + 1]));
      cairo_line_to (cr, layout->x[i], octant_trend_layout_get_y (layout, line->values_hi[i]));
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  /* The band's end as an error bar: it is seen also where a single cycle has no area. */
  octant_color_set (&style->accent, 0.8, cr);
  cairo_set_line_width (cr, 1.2 * style->line_scale);
  for (guint i = 0; i < layout->n_cycles; i++)
    {
      double y;

      if (isnan (line->values[i]) || line->values_hi[i] <= line->values[i])
        continue;
      y = octant_trend_layout_get_y (layout, line->values_hi[i]);
      cairo_move_to (cr, layout->x[i], octant_trend_layout_get_y (layout, line->values[i]));
      cairo_line_to (cr, layout->x[i], y);
      cairo_move_to (cr, layout->x[i] - 4, y);
      cairo_line_to (cr, layout->x[i] + 4, y);
    }
  cairo_stroke (cr);
}

static void
draw_line (cairo_t                 *cr,
           const OctantTrendLayout *layout,
           const OctantTrendLine   *line,
           const OctantChartStyle  *style,
           double                   extra)
{
  OctantSeriesStyle look = line_style (line, style);
  gboolean pen_down = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < layout->n_cycles; i++)
    {
      OctantPoint at = octant_trend_layout_get_point (layout, i, line->values[i]);

      if (isnan (line->values[i]))
        pen_down = FALSE;
      else if (pen_down)
        cairo_line_to (cr, at.x, at.y);
      else
        cairo_move_to (cr, at.x, at.y);
      pen_down = !isnan (line->values[i]);
    }
  look.width += extra;
  octant_draw_line_style (cr, &look, style->line_scale);
  octant_color_set (&look.color, 1, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < layout->n_cycles; i++)
    {
      OctantPoint at = octant_trend_layout_get_point (layout, i, line->values[i]);
      gboolean crowded = layout->plot.width / layout->n_cycles < 16;

      if (!isnan (line->values[i]) && (!crowded || (int) i == line->last))
        octant_draw_marker (cr, look.marker, &at, (line->emphasis ? EMPHASIS_RADIUS : 3) + extra, &look.color, style);
    }
}

static void
draw_label (cairo_t                 *cr,
            const OctantTrendLayout *layout,
            const OctantTrendLine   *line,
            const OctantChartStyle  *style)
{
  OctantSeriesStyle look = line_style (line, style);
  OctantPoint from;
  double y, near_end, plot_end;

  if (line->label == NULL)
    return;
  from = octant_trend_layout_get_point (layout, (guint) line->last, line->values[line->last]);
  y = line->rect.y + line->rect.height / 2;
  near_end = layout->rtl ? line->rect.x + line->rect.width + 3 : line->rect.x - 3;
  plot_end = layout->rtl ? layout->plot.x : layout->plot.x + layout->plot.width;
  octant_color_set (&look.color, 0.55, cr);
  cairo_set_line_width (cr, style->line_scale);
  cairo_move_to (cr, from.x + (layout->rtl ? -7 : 7), from.y);
  cairo_line_to (cr, plot_end + (layout->rtl ? 2 : -2), from.y);
  cairo_line_to (cr, near_end, y);
  cairo_stroke (cr);
  octant_color_set (line->emphasis ? &style->foreground : &look.color, 1, cr);
  octant_chart_text_show (cr, line->label, line->rect.x, line->rect.y);
}

/**
 * octant_trend_draw:
 *
 * Paints the chart; the background is the caller's.
 */
void
octant_trend_draw (cairo_t                 *cr,
                   const OctantTrendLayout *layout,
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
  draw_levels (cr, layout, style);
  draw_grid (cr, layout, style);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < layout->n_lines; i++)
      if (layout->lines[i].emphasis == (pass == 1))
        {
          if (pass == 1)
            draw_band (cr, layout, &layout->lines[i], style);
          draw_label (cr, layout, &layout->lines[i], style);
          draw_line (cr, layout, &layout->lines[i], style, 0);
        }
  draw_level_labels (cr, layout, style);
  cairo_restore (cr);
}

void
octant_trend_draw_focus (cairo_t                 *cr,
                         const OctantTrendLayout *layout,
                         const OctantChartStyle  *style,
                         int                      cycle,
                         int                      series)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);
  g_return_if_fail (cycle < (int) layout->n_cycles && series < (int) layout->n_lines);

  cairo_save (cr);
  if (cycle >= 0)
    {
      OctantRect column = octant_trend_layout_get_cycle_rect (layout, (guint) cycle);

      octant_color_set (&style->accent, 0.08, cr);
      octant_draw_rounded (cr, &(OctantRect){ column.x, layout->plot.y, column.width, layout->plot.height }, 6);
      cairo_fill (cr);
      octant_color_set (&style->accent, 1, cr);
      cairo_set_line_width (cr, style->line_scale);
      cairo_move_to (cr, layout->x[cycle], layout->plot.y);
      cairo_line_to (cr, layout->x[cycle], layout->plot.y + layout->plot.height);
      cairo_stroke (cr);
    }
  if (series >= 0)
    draw_line (cr, layout, &layout->lines[series], style, 1.2);
  cairo_restore (cr);
}
