/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-text-private.h"

/**
 * octant_chart_text_new:
 *
 * Shapes a text with figures of equal width, so that numbers keep their place when they
 * change. The text is never parsed as markup.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
octant_chart_text_new (PangoContext *context,
                       const char   *text,
                       double        scale,
                       PangoWeight   weight)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (scale));
  pango_attr_list_insert (attrs, pango_attr_font_features_new ("tnum=1"));
  if (weight != PANGO_WEIGHT_NORMAL)
    pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

PangoLayout *
octant_chart_text_new_empty (PangoContext *context,
                             const char   *text,
                             double        width)
{
  PangoLayout *layout = octant_chart_text_new (context, text, OCTANT_TEXT_NORMAL, PANGO_WEIGHT_NORMAL);

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  octant_chart_text_set_side (layout, OCTANT_TEXT_CENTER);

  return layout;
}

/**
 * octant_chart_text_set_side:
 *
 * Pango swaps left and right where the direction of a text differs from that of its
 * context; a label must stay on its side of the chart, so that is undone here.
 */
void
octant_chart_text_set_side (PangoLayout   *layout,
                            OctantTextSide side)
{
  PangoDirection base = pango_context_get_base_dir (pango_layout_get_context (layout));
  gboolean base_rtl = base == PANGO_DIRECTION_RTL || base == PANGO_DIRECTION_WEAK_RTL;
  gboolean text_rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  PangoAlignment alignment = PANGO_ALIGN_CENTER;

  if (side != OCTANT_TEXT_CENTER)
    alignment = (side == OCTANT_TEXT_LEFT) == (base_rtl == text_rtl) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
  pango_layout_set_alignment (layout, alignment);
}

void
octant_chart_text_get_size (PangoLayout *layout,
                            double      *width,
                            double      *height)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = logical.width;
  if (height != NULL)
    *height = logical.height;
}

void
octant_chart_text_show (cairo_t     *cr,
                        PangoLayout *layout,
                        double       x,
                        double       y)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  cairo_move_to (cr, x - logical.x, y - logical.y);
  pango_cairo_show_layout (cr, layout);
}

double
octant_chart_text_line (PangoContext *context,
                        double        scale)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return height * scale / PANGO_SCALE;
}
