/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-slope-private.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

/* Better: solid with discs. Worse: dashed with squares, in the colour of care. The same: thin and light. */
static OctantSeriesStyle
line_style (int                     direction,
            gboolean                emphasis,
            const OctantChartStyle *style)
{
  OctantSeriesStyle look = { style->ghost, 1.5, { 0 }, 0, OCTANT_MARKER_RING };

  if (direction > 0)
    look = (OctantSeriesStyle){ style->accent, 2, { 0 }, 0, OCTANT_MARKER_DISC };
  else if (direction < 0)
    look = (OctantSeriesStyle){ style->care, 2, { 6, 3 }, 2, OCTANT_MARKER_SQUARE };
  if (emphasis)
    look.width = 3.5;
  return look;
}

static void
draw_scale (cairo_t                 *cr,
            const OctantSlopeLayout *layout,
            const OctantChartStyle  *style)
{
  double right = layout->plot.x + layout->plot.width;

  cairo_set_line_width (cr, style->line_scale);
  for (guint i = 0; i < layout->n_steps; i++)
    {
      double y = octant_slope_layout_get_y (layout, layout->low + i);
      double width, height;

      octant_color_set (&style->grid, 1, cr);
      cairo_move_to (cr, layout->plot.x, round (y) + 0.5);
      cairo_line_to (cr, right, round (y) + 0.5);
      cairo_stroke (cr);
      octant_chart_text_get_size (layout->steps[i], &width, &height);
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, layout->steps[i], (layout->plot.x + right - width) / 2, y - height - 1);
    }
  octant_color_set (&style->grid_strong, 1, cr);
  for (guint side = 0; side < 2; side++)
    {
      double x = round (layout->x[side]) + 0.5;

      cairo_move_to (cr, x, layout->plot.y);
      cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
    }
  cairo_stroke (cr);
}

static void
draw_titles (cairo_t                 *cr,
             const OctantSlopeLayout *layout,
             const OctantChartStyle  *style)
{
  octant_color_set (&style->foreground, 1, cr);
  for (guint side = 0; side < 2; side++)
    octant_chart_text_show (cr, layout->titles[side], layout->title_rects[side].x, layout->title_rects[side].y);
}

/* From the value to its label, when the label had to move. */
static void
draw_label (cairo_t                 *cr,
            const OctantSlopeLayout *layout,
            const OctantSlopeLine   *line,
            OctantSlopeSide          side,
            const OctantChartStyle  *style)
{
  OctantSeriesStyle look = line_style (line->direction, line->emphasis, style);
  const OctantRect *rect = &line->rects[side];
  gboolean left = rect->x < layout->x[side];
  double near_end = left ? rect->x + rect->width + 3 : rect->x - 3;
  double y = octant_slope_layout_get_y (layout, line->values[side]);

  if (line->labels[side] == NULL)
    return;
  octant_color_set (&look.color, 0.55, cr);
  cairo_set_line_width (cr, style->line_scale);
  cairo_move_to (cr, layout->x[side] + (left ? -5 : 5), y);
  cairo_line_to (cr, near_end, rect->y + rect->height / 2);
  cairo_stroke (cr);
  octant_color_set (line->emphasis ? &style->foreground : line->direction < 0 ? &style->care : &style->foreground, 1, cr);
  octant_chart_text_show (cr, line->labels[side], rect->x, rect->y);
}

static void
draw_line (cairo_t                 *cr,
           const OctantSlopeLayout *layout,
           const OctantSlopeLine   *line,
           const OctantChartStyle  *style,
           double                   extra)
{
  OctantSeriesStyle look = line_style (line->direction, line->emphasis, style);

  look.width += extra;
  if (!isnan (line->values[0]) && !isnan (line->values[1]))
    {
      octant_draw_line_style (cr, &look, style->line_scale);
      octant_color_set (&look.color, 1, cr);
      /* Writing leaves a point behind. */
      cairo_new_path (cr);
      for (guint side = 0; side < 2; side++)
        cairo_line_to (cr, layout->x[side], octant_slope_layout_get_y (layout, line->values[side]));
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint side = 0; side < 2; side++)
    {
      OctantPoint at = { layout->x[side], octant_slope_layout_get_y (layout, line->values[side]) };

      if (!isnan (line->values[side]))
        octant_draw_marker (cr, look.marker, &at, (line->emphasis ? 4.5 : 3) + extra, &look.color, style);
    }
}

static void
draw_keys (cairo_t                 *cr,
           const OctantSlopeLayout *layout,
           const OctantChartStyle  *style)
{
  for (guint i = 0; i < layout->n_keys; i++)
    {
      const OctantSlopeKey *key = &layout->keys[i];
      OctantSeriesStyle look = line_style (key->direction, FALSE, style);
      double near_end = layout->rtl ? key->rect.x + key->rect.width + 6 : key->rect.x - 6;
      double far_end = near_end + (layout->rtl ? OCTANT_SLOPE_KEY_LINE : -OCTANT_SLOPE_KEY_LINE);
      double y = key->rect.y + key->rect.height / 2;

      octant_draw_line_style (cr, &look, style->line_scale);
      octant_color_set (&look.color, 1, cr);
      cairo_move_to (cr, near_end, y);
      cairo_line_to (cr, far_end, y);
      cairo_stroke (cr);
      octant_draw_marker (cr, look.marker, &(OctantPoint){ (near_end + far_end) / 2, y }, 3, &look.color, style);
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, key->text, key->rect.x, key->rect.y);
    }
}

/**
 * octant_slope_draw:
 *
 * Paints the chart; the background is the caller's.
 */
void
octant_slope_draw (cairo_t                 *cr,
                   const OctantSlopeLayout *layout,
                   const OctantChartStyle  *style)
{
  /* What did not move lies behind what did, the whole before all. */
  static const int order[] = { 0, 1, -1 };

  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  if (layout->empty != NULL)
    {
      octant_draw_empty (cr, layout->empty, layout->height, style);
      cairo_restore (cr);
      return;
    }
  draw_scale (cr, layout, style);
  draw_titles (cr, layout, style);
  draw_keys (cr, layout, style);
  for (guint emphasis = 0; emphasis < 2; emphasis++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      for (guint i = 0; i < layout->n_lines; i++)
        {
          const OctantSlopeLine *line = &layout->lines[i];

          if (line->direction != order[k] || line->emphasis != (emphasis == 1))
            continue;
          draw_label (cr, layout, line, OCTANT_SLOPE_BEFORE, style);
          draw_label (cr, layout, line, OCTANT_SLOPE_AFTER, style);
          draw_line (cr, layout, line, style, 0);
        }
  cairo_restore (cr);
}

/**
 * octant_slope_draw_focus:
 *
 * Emphasis of one row, over the chart.
 */
void
octant_slope_draw_focus (cairo_t                 *cr,
                         const OctantSlopeLayout *layout,
                         const OctantChartStyle  *style,
                         guint                    row)
{
  const OctantSlopeLine *line;

  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);
  g_return_if_fail (row < layout->n_lines);

  line = &layout->lines[row];
  cairo_save (cr);
  for (guint side = 0; side < 2; side++)
    {
      const OctantRect *rect = &line->rects[side];

      if (rect->width <= 0)
        continue;
      octant_color_set (&style->accent, 0.12, cr);
      octant_draw_rounded (cr, &(OctantRect){ rect->x - 4, rect->y - 1, rect->width + 8, rect->height + 2 }, 5);
      cairo_fill (cr);
    }
  draw_line (cr, layout, line, style, 1.5);
  cairo_restore (cr);
}
