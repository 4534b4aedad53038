/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ring.h"

#include <math.h>

#include "octant-chart-text-private.h"

static void
arc_of (cairo_t          *cr,
        const OctantRect *box,
        double            radius,
        double            from,
        double            to,
        gboolean          rtl)
{
  double cx = box->x + box->width / 2;
  double cy = box->y + box->height / 2;
  double top = -G_PI / 2;

  cairo_new_path (cr);
  if (rtl)
    cairo_arc_negative (cr, cx, cy, radius, top - 2 * G_PI * from, top - 2 * G_PI * to);
  else
    cairo_arc (cr, cx, cy, radius, top + 2 * G_PI * from, top + 2 * G_PI * to);
  cairo_stroke (cr);
}

/* Largest scale at which a text fits into a width and a height. */
static double
fitting_scale (PangoContext *context,
               const char   *text,
               double        width,
               double        height,
               PangoWeight   weight)
{
  g_autoptr (PangoLayout) probe = octant_chart_text_new (context, text, 10, weight);
  double w, h;

  octant_chart_text_get_size (probe, &w, &h);
  if (w <= 0 || h <= 0)
    return 1;

  return 10 * MIN (width / w, height / h);
}

static void
draw_texts (cairo_t                *cr,
            const OctantRingData   *data,
            const OctantChartStyle *style,
            PangoContext           *context,
            const OctantRect       *box,
            double                  inner)
{
  gboolean caption = data->caption != NULL && *data->caption != '\0';
  double numeral_scale = fitting_scale (context, data->numeral, inner * 1.2, inner * (caption ? 1.05 : 1.4),
                                        PANGO_WEIGHT_BOLD);
  g_autoptr (PangoLayout) numeral = octant_chart_text_new (context, data->numeral, numeral_scale, PANGO_WEIGHT_BOLD);
  double width, height, caption_height = 0, y;

  octant_chart_text_get_size (numeral, &width, &height);
  if (caption)
    {
      double scale = MIN (fitting_scale (context, data->caption, inner * 1.35, inner * 0.4, PANGO_WEIGHT_NORMAL), 1.2);
      g_autoptr (PangoLayout) text = octant_chart_text_new (context, data->caption, scale, PANGO_WEIGHT_NORMAL);
      double caption_width;

      octant_chart_text_get_size (text, &caption_width, &caption_height);
      /* Figures have no descenders: the caption moves into the room that they leave. */
      y = box->y + (box->height - height * 0.84 - caption_height) / 2 + height * 0.84;
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, text, box->x + (box->width - caption_width) / 2, y);
      y -= height * 0.84;
    }
  else
    {
      y = box->y + (box->height - height) / 2;
    }
  octant_color_set (&style->foreground, 1, cr);
  octant_chart_text_show (cr, numeral, box->x + (box->width - width) / 2, y);
}

/**
 * octant_ring_draw:
 *
 * Paints the ring as large as the box allows: track, progress, the band up to the
 * upper end, and gaps where the whole values are.
 */
void
octant_ring_draw (cairo_t                *cr,
                  const OctantRingData   *data,
                  const OctantChartStyle *style,
                  PangoContext           *context,
                  const OctantRect       *box,
                  gboolean                rtl)
{
  double size, thickness, radius, share, share_hi;

  g_return_if_fail (cr != NULL && data != NULL && style != NULL && box != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  size = MIN (box->width, box->height);
  thickness = CLAMP (size * 0.085, 3, 18);
  radius = (size - thickness) / 2 - 1;
  if (radius <= 0)
    return;
  share = isnan (data->value) || data->max <= 0 ? 0 : CLAMP (data->value / data->max, 0, 1);
  share_hi = isnan (data->value_hi) || data->max <= 0 ? share : CLAMP (data->value_hi / data->max, share, 1);

  cairo_save (cr);
  cairo_set_line_width (cr, thickness);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  octant_color_set (&style->track, 1, cr);
  arc_of (cr, box, radius, 0, 1, rtl);
  if (share_hi > share)
    {
      octant_color_set (&style->accent, style->band_alpha * 1.6, cr);
      arc_of (cr, box, radius, share, share_hi, rtl);
    }
  if (share > 0)
    {
      octant_color_set (&style->accent, 1, cr);
      arc_of (cr, box, radius, 0, share, rtl);
    }
  /* Gaps in the background's colour where the whole values are, like the marks of an instrument. */
  octant_color_set (&style->background, 1, cr);
  for (int i = 0; i < data->max && data->max <= 20; i++)
    {
      double at = i / data->max;
      double half = 1.0 / (2 * G_PI * radius);

      arc_of (cr, box, radius, at - half, at + half, rtl);
    }
  draw_texts (cr, data, style, context, box, radius - thickness / 2);
  cairo_restore (cr);
}
