/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-style.h"

#include <math.h>

/*
 * The level scale is one hue (a blue towards teal) whose lightness falls from level to
 * level, and rises on a dark background: order survives every kind of colour blindness and
 * a black-and-white copy, and red and yellow stay free for what needs care. The tests
 * measure the contrast of every pair.
 */

#define HEX(rgb) \
  { (((rgb) >> 16) & 0xff) / 255.0, (((rgb) >> 8) & 0xff) / 255.0, ((rgb) & 0xff) / 255.0, 1.0 }
#define LEVEL(fill, text) \
  { HEX (fill), HEX (text) }
#define SOLID(color, marker) \
  { HEX (color), 1.5, { 0 }, 0, OCTANT_MARKER_##marker }
#define DASHED(color, on, off, marker) \
  { HEX (color), 1.5, { on, off }, 2, OCTANT_MARKER_##marker }
#define DASH_DOT(color, on, off, dot, gap, marker) \
  { HEX (color), 1.5, { on, off, dot, gap }, 4, OCTANT_MARKER_##marker }

/* Eight lines: four colours far apart for every kind of colour vision, each solid once and dashed once. */
#define SERIES(a, b, c, d) \
  { \
    SOLID (a, DISC), SOLID (b, SQUARE), SOLID (c, DIAMOND), SOLID (d, TRIANGLE), \
    DASHED (a, 6, 3, RING), DASHED (b, 2, 2, CROSS), DASH_DOT (c, 7, 3, 2, 3, SQUARE), \
    DASHED (d, 9, 3, DISC), \
  }

static const OctantChartStyle styles[OCTANT_N_CHART_THEMES] = {
  [OCTANT_CHART_LIGHT] = {
    .theme = OCTANT_CHART_LIGHT,
    .background = HEX (0xffffff),
    .foreground = HEX (0x1f2428),
    .dim = HEX (0x5c646b),
    .grid = HEX (0xdfe3e7),
    .grid_strong = HEX (0xb7bfc6),
    .track = HEX (0xe9ecef),
    .accent = HEX (0x0f6a8a),
    .accent_text = HEX (0xffffff),
    .ghost = HEX (0x7c8790),
    .target = HEX (0x6b3fa0),
    .care = HEX (0xc01c28),
    .area_alpha = 0.16,
    .band_alpha = 0.20,
    .line_scale = 1.0,
    .levels = {
      LEVEL (0xdcdfe3, 0x20262b), LEVEL (0xb4d3de, 0x0d2a36), LEVEL (0x84b9cb, 0x06222d),
      LEVEL (0x4c9bb5, 0x03161e), LEVEL (0x1c6d8b, 0xffffff), LEVEL (0x0a4359, 0xffffff),
    },
    .series = SERIES (0x1a6f94, 0x7b4fa8, 0x6d6a1f, 0x9a4b66),
  },
  [OCTANT_CHART_DARK] = {
    .theme = OCTANT_CHART_DARK,
    .background = HEX (0x2b2b2f),
    .foreground = HEX (0xf4f6f7),
    .dim = HEX (0xb2bac0),
    .grid = HEX (0x45484d),
    .grid_strong = HEX (0x6c7278),
    .track = HEX (0x43464b),
    .accent = HEX (0x63c1de),
    .accent_text = HEX (0x04202b),
    .ghost = HEX (0xa0a9b0),
    .target = HEX (0xc9a6f5),
    .care = HEX (0xff938c),
    .area_alpha = 0.20,
    .band_alpha = 0.22,
    .line_scale = 1.0,
    .levels = {
      LEVEL (0x45484c, 0xffffff), LEVEL (0x2f6074, 0xffffff), LEVEL (0x2c7691, 0xffffff),
      LEVEL (0x48a4c1, 0x03161e), LEVEL (0x80c9de, 0x03161e), LEVEL (0xb9e8f4, 0x03161e),
    },
    .series = SERIES (0x6cc3e0, 0xc9a6f5, 0xcfcb80, 0xf0a3bb),
  },
  [OCTANT_CHART_HIGH_CONTRAST] = {
    .theme = OCTANT_CHART_HIGH_CONTRAST,
    .background = HEX (0xffffff),
    .foreground = HEX (0x000000),
    .dim = HEX (0x2e3338),
    .grid = HEX (0xa5abb0),
    .grid_strong = HEX (0x30363b),
    .track = HEX (0xe3e6e9),
    .accent = HEX (0x004a66),
    .accent_text = HEX (0xffffff),
    .ghost = HEX (0x454c52),
    .target = HEX (0x4b1f80),
    .care = HEX (0x9b0010),
    .area_alpha = 0.18,
    .band_alpha = 0.26,
    .line_scale = 1.35,
    .levels = {
      LEVEL (0xe2e4e6, 0x000000), LEVEL (0xb5d8e4, 0x000000), LEVEL (0x7ab8cf, 0x000000),
      LEVEL (0x14607c, 0xffffff), LEVEL (0x07415a, 0xffffff), LEVEL (0x00202e, 0xffffff),
    },
    .series = SERIES (0x00506e, 0x55238c, 0x4a4700, 0x7a1f42),
  },
  [OCTANT_CHART_HIGH_CONTRAST_DARK] = {
    .theme = OCTANT_CHART_HIGH_CONTRAST_DARK,
    .background = HEX (0x1a1a1c),
    .foreground = HEX (0xffffff),
    .dim = HEX (0xe0e4e7),
    .grid = HEX (0x6c7278),
    .grid_strong = HEX (0xd0d5d9),
    .track = HEX (0x3a3d41),
    .accent = HEX (0x9ce2f7),
    .accent_text = HEX (0x00141c),
    .ghost = HEX (0xcdd3d8),
    .target = HEX (0xe0cbff),
    .care = HEX (0xffb3ad),
    .area_alpha = 0.22,
    .band_alpha = 0.28,
    .line_scale = 1.35,
    .levels = {
      LEVEL (0x3d4043, 0xffffff), LEVEL (0x22586c, 0xffffff), LEVEL (0x1f6a85, 0xffffff),
      LEVEL (0x5cb9d6, 0x000000), LEVEL (0x9adcf0, 0x000000), LEVEL (0xe0f7ff, 0x000000),
    },
    .series = SERIES (0x9ce2f7, 0xe0cbff, 0xeae69a, 0xffc4d6),
  },
  [OCTANT_CHART_PRINT] = {
    .theme = OCTANT_CHART_PRINT,
    .background = HEX (0xffffff),
    .foreground = HEX (0x14181b),
    .dim = HEX (0x4a5157),
    .grid = HEX (0xd5dade),
    .grid_strong = HEX (0x9aa3aa),
    .track = HEX (0xebeef0),
    .accent = HEX (0x0b5a77),
    .accent_text = HEX (0xffffff),
    .ghost = HEX (0x6c767e),
    .target = HEX (0x5a3190),
    .care = HEX (0xa51d2d),
    .area_alpha = 0.14,
    .band_alpha = 0.20,
    .line_scale = 1.0,
    .levels = {
      LEVEL (0xe6e8ea, 0x14181b), LEVEL (0xb9d6e0, 0x0d2a36), LEVEL (0x84b9cb, 0x06222d),
      LEVEL (0x4c9bb5, 0x03161e), LEVEL (0x1a6885, 0xffffff), LEVEL (0x083e53, 0xffffff),
    },
    .series = SERIES (0x14617f, 0x693d97, 0x5d5a17, 0x8a3d58),
  },
};

/**
 * octant_chart_style_get:
 *
 * Returns: (transfer none): the colours of a theme
 */
const OctantChartStyle *
octant_chart_style_get (OctantChartTheme theme)
{
  g_return_val_if_fail (theme < OCTANT_N_CHART_THEMES, &styles[OCTANT_CHART_LIGHT]);

  return &styles[theme];
}

/**
 * octant_chart_style_get_level:
 * @level: 0 … @n_levels
 *
 * A model with other than five levels is spread over the scale, with 0 and the highest
 * level always at its ends.
 *
 * Returns: (transfer none): the colours of a level
 */
const OctantLevelColor *
octant_chart_style_get_level (const OctantChartStyle *style,
                              int                     level,
                              int                     n_levels)
{
  int last = OCTANT_N_LEVEL_COLORS - 1;
  int step;

  g_return_val_if_fail (style != NULL, NULL);

  if (level <= 0 || n_levels <= 0)
    return &style->levels[0];
  step = (CLAMP (level, 0, n_levels) * last * 2 + n_levels) / (2 * n_levels);

  return &style->levels[CLAMP (step, 1, last)];
}

/**
 * octant_chart_style_get_series:
 *
 * Returns: (transfer none): how the line of that number looks
 */
const OctantSeriesStyle *
octant_chart_style_get_series (const OctantChartStyle *style,
                               guint                   index)
{
  g_return_val_if_fail (style != NULL, NULL);

  return &style->series[index % OCTANT_N_SERIES_STYLES];
}

/**
 * octant_color_to_string:
 *
 * Returns: (transfer full): "#rrggbb"
 */
char *
octant_color_to_string (const OctantColor *color)
{
  g_return_val_if_fail (color != NULL, NULL);

  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) lround (color->red * 255),
                          (guint) lround (color->green * 255),
                          (guint) lround (color->blue * 255));
}

static double
linear_channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const OctantColor *color)
{
  return 0.2126 * linear_channel (color->red) + 0.7152 * linear_channel (color->green) +
         0.0722 * linear_channel (color->blue);
}

/**
 * octant_color_contrast:
 *
 * Returns: the contrast ratio of WCAG 2, 1 … 21
 */
double
octant_color_contrast (const OctantColor *a,
                       const OctantColor *b)
{
  double la, lb;

  g_return_val_if_fail (a != NULL && b != NULL, 1);

  la = luminance (a);
  lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * octant_color_set:
 * @alpha: multiplies the colour's own
 *
 * Makes a colour the source of @cr.
 */
void
octant_color_set (const OctantColor *color,
                  double             alpha,
                  cairo_t           *cr)
{
  g_return_if_fail (color != NULL && cr != NULL);

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}
