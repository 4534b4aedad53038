/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <glib/gstdio.h>
#include <string.h>

const char *const sample_names_en[8] = {
  "Application Protection", "Security Hardening and Host Defence", "Early Detection", "Emergency Response",
  "Deception Technology", "Continuous Assessment", "Security Operations", "Programme Management",
};
const char *const sample_names_zh[8] = {
  "应用防护", "安全加固与主机防御", "威胁检测", "应急响应", "欺骗防御", "持续评估", "安全运营", "安全管理",
};
const char *const sample_codes[8] = { "AP", "SH", "ED", "ER", "DT", "CA", "SO", "PM" };

PangoContext *
sample_context (double size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);

  return context;
}

cairo_t *
sample_canvas (const OctantChartStyle *style,
               int                     width,
               int                     height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * 2, height * 2);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, 2, 2);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  octant_color_set (&style->background, 1, cr);
  cairo_paint (cr);

  return cr;
}

gboolean
sample_is_empty (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (memcmp (data + y * stride + x * 4, data, 4) != 0)
        return FALSE;

  return TRUE;
}

void
sample_save (cairo_t    *cr,
             const char *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "charts", "pictures", NULL);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_surface_write_to_png (cairo_get_target (cr), path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

const char *
sample_theme_name (OctantChartTheme theme)
{
  static const char *const names[OCTANT_N_CHART_THEMES] = { "light", "dark", "contrast", "contrast-dark", "print" };

  return names[theme];
}
