/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-score-bar.h"

#include <math.h>

#include "octant-chart-draw-private.h"

/**
 * octant_score_bar_get_x:
 *
 * Returns: where @value ends on the bar in @box
 */
double
octant_score_bar_get_x (const OctantScoreBarData *data,
                        const OctantRect         *box,
                        gboolean                  rtl,
                        double                    value)
{
  double share;

  g_return_val_if_fail (data != NULL && box != NULL, 0);

  share = isnan (value) || data->max <= 0 ? 0 : CLAMP (value / data->max, 0, 1);

  return rtl ? box->x + box->width * (1 - share) : box->x + box->width * share;
}

static void
fill_between (cairo_t          *cr,
              const OctantRect *box,
              double            a,
              double            b)
{
  cairo_rectangle (cr, MIN (a, b), box->y, fabs (b - a), box->height);
  cairo_fill (cr);
}

/**
 * octant_score_bar_draw:
 *
 * Paints a thin bar: track, value in the level's colour with an end cap that is seen on
 * every level, band up to the upper end, and a tick for an earlier value.
 */
void
octant_score_bar_draw (cairo_t                  *cr,
                       const OctantScoreBarData *data,
                       const OctantChartStyle   *style,
                       const OctantRect         *box,
                       gboolean                  rtl)
{
  const OctantLevelColor *level;
  double zero, end, cap;

  g_return_if_fail (cr != NULL && data != NULL && style != NULL && box != NULL);

  cairo_save (cr);
  octant_draw_rounded (cr, box, box->height / 2);
  cairo_clip_preserve (cr);
  octant_color_set (&style->track, 1, cr);
  cairo_fill (cr);
  if (isnan (data->value))
    {
      cairo_restore (cr);
      return;
    }
  level = octant_chart_style_get_level (style, data->level, data->n_levels);
  zero = octant_score_bar_get_x (data, box, rtl, 0);
  end = octant_score_bar_get_x (data, box, rtl, data->value);
  if (data->value_hi > data->value)
    {
      octant_color_set (&style->accent, style->band_alpha * 1.6, cr);
      fill_between (cr, box, end, octant_score_bar_get_x (data, box, rtl, data->value_hi));
    }
  octant_color_set (&level->fill, 1, cr);
  fill_between (cr, box, zero, end);
  cap = MIN (2, fabs (end - zero));
  octant_color_set (&style->accent, 1, cr);
  fill_between (cr, box, end, end + (rtl ? cap : -cap));
  if (!isnan (data->previous))
    {
      double at = octant_score_bar_get_x (data, box, rtl, data->previous);

      octant_color_set (&style->ghost, 1, cr);
      fill_between (cr, box, at - 0.75, at + 0.75);
    }
  cairo_restore (cr);
}
