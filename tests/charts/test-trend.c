/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trend: places to the pixel, end labels that never touch, and pictures to look at. */

#include "sample.h"

#include <math.h>

#define MAX_CYCLES OCTANT_TREND_MAX_CYCLES
#define MAX_SERIES 9

typedef struct
{
  char *cycles[MAX_CYCLES];
  int levels[MAX_CYCLES];
  double values[MAX_SERIES][MAX_CYCLES];
  double values_hi[MAX_CYCLES];
  OctantTrendSeries series[MAX_SERIES];
  OctantTrendData data;
} Fixture;

/* Overall and the eight domains, rising towards the last cycle; the overall has a band in the last one. */
static Fixture *
fixture_new (guint n_cycles)
{
  static const double last[MAX_SERIES] = { 2.71, 3.2, 2.67, 3.4, 2.1, 0.83, 1.9, 2.75, 3.08 };
  Fixture *fixture = g_new0 (Fixture, 1);

  for (guint c = 0; c < n_cycles; c++)
    {
      fixture->cycles[c] = g_strdup_printf ("%u", 2026 - n_cycles + 1 + c);
      for (guint s = 0; s < MAX_SERIES; s++)
        fixture->values[s][c] = last[s] - 0.35 * (n_cycles - 1 - c) / MAX (n_cycles / 3.0, 1) * (1 + s % 3);
      for (guint s = 0; s < MAX_SERIES; s++)
        fixture->values[s][c] = MAX (fixture->values[s][c], 0);
      fixture->values_hi[c] = fixture->values[0][c] + (c + 1 == n_cycles ? 0.45 : 0);
      fixture->levels[c] = (int) floor (fixture->values[0][c]) - (c % 2 == 1);
      fixture->levels[c] = MAX (fixture->levels[c], 0);
    }
  for (guint s = 0; s < MAX_SERIES; s++)
    fixture->series[s] = (OctantTrendSeries){ s == 0 ? "Overall" : sample_names_en[s - 1], fixture->values[s],
                                              s == 0 ? fixture->values_hi : NULL, NULL, s == 0 };
  fixture->data = (OctantTrendData){
    .n_cycles = n_cycles,
    .cycles = (const char *const *) fixture->cycles,
    .levels = fixture->levels,
    .level_label = "Level",
    .max = 5,
    .n_rings = 5,
    .series = fixture->series,
    .n_series = MAX_SERIES,
    .empty_text = "No cycles yet",
  };

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  for (guint c = 0; c < MAX_CYCLES; c++)
    g_free (fixture->cycles[c]);
  g_free (fixture);
}

static void
check_labels (const OctantTrendLayout *layout,
              double                   width,
              double                   height)
{
  OctantRect plot = octant_trend_layout_get_plot (layout);

  for (guint i = 0; i < MAX_SERIES; i++)
    {
      OctantRect a = octant_trend_layout_get_label_rect (layout, i);

      g_assert_cmpfloat (a.width, >, 0);
      g_assert_true (a.x >= 0 && a.y >= -0.5 && a.x + a.width <= width && a.y + a.height <= height + 0.5);
      g_assert_false (octant_rect_intersects (&a, &plot));
      for (guint k = i + 1; k < MAX_SERIES; k++)
        {
          OctantRect b = octant_trend_layout_get_label_rect (layout, k);

          g_assert_false (octant_rect_intersects (&a, &b));
        }
    }
}

/* Titles of the cycles: the newest always, none over another, none beside the plot. */
static void
check_titles (const OctantTrendLayout *layout)
{
  OctantRect plot = octant_trend_layout_get_plot (layout);
  guint n = octant_trend_layout_get_n_cycles (layout);

  g_assert_cmpfloat (octant_trend_layout_get_title_rect (layout, n - 1).width, >, 0);
  for (guint i = 0; i < n; i++)
    {
      OctantRect a = octant_trend_layout_get_title_rect (layout, i);

      if (a.width <= 0)
        continue;
      g_assert_true (a.x >= plot.x && a.x + a.width <= plot.x + plot.width);
      g_assert_false (octant_rect_intersects (&a, &plot));
      for (guint k = i + 1; k < n; k++)
        {
          OctantRect b = octant_trend_layout_get_title_rect (layout, k);

          g_assert_false (b.width > 0 && octant_rect_intersects (&a, &b));
        }
    }
}

static void
test_titles (void)
{
  static const guint counts[] = { 1, 3, 8, 50 };
  static const double widths[] = { 300, 600, 1200 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint w = 0; w < 2 * G_N_ELEMENTS (widths); w++)
      {
        Fixture *fixture = fixture_new (counts[i]);
        g_autoptr (OctantTrendLayout) layout = NULL;

        for (guint c = 0; c < counts[i]; c++)
          {
            g_free (fixture->cycles[c]);
            fixture->cycles[c] = g_strdup_printf ("本机构网络安全能力成熟度年度评估 %u", 1977 + c);
          }
        layout = octant_trend_layout_new (&fixture->data, style, context, widths[w / 2], 360, w % 2 == 1);
        check_titles (layout);
        check_labels (layout, widths[w / 2], 360);
        fixture_free (fixture);
      }
  g_object_unref (context);
}

static void
test_geometry (void)
{
  static const guint counts[] = { 1, 2, 3, 8, 50 };
  static const double widths[] = { 360, 600, 1000, 1600 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        Fixture *fixture = fixture_new (counts[i]);
        g_autoptr (OctantTrendLayout) ltr = octant_trend_layout_new (&fixture->data, style, context, widths[w], 360, FALSE);
        g_autoptr (OctantTrendLayout) rtl = octant_trend_layout_new (&fixture->data, style, context, widths[w], 360, TRUE);
        OctantRect plot = octant_trend_layout_get_plot (ltr);

        g_assert_cmpuint (octant_trend_layout_get_n_cycles (ltr), ==, counts[i]);
        check_labels (ltr, widths[w], 360);
        check_labels (rtl, widths[w], 360);
        for (guint c = 0; c < counts[i]; c++)
          {
            OctantPoint at = octant_trend_layout_get_point (ltr, c, 2.5);
            OctantPoint mirrored = octant_trend_layout_get_point (rtl, c, 2.5);
            OctantRect column = octant_trend_layout_get_cycle_rect (ltr, c);
            int cycle = -1, series = -2;

            g_assert_cmpfloat_with_epsilon (at.x, plot.x + plot.width * (c + 0.5) / counts[i], 1e-9);
            g_assert_cmpfloat_with_epsilon (at.y, plot.y + plot.height / 2, 1e-9);
            g_assert_cmpfloat_with_epsilon (mirrored.x, widths[w] - at.x, 1e-9);
            g_assert_true (octant_rect_contains (&column, at.x, at.y));
            at = octant_trend_layout_get_point (ltr, c, fixture->values[3][c]);
            g_assert_true (octant_trend_layout_hit (ltr, at.x, at.y, &cycle, &series));
            g_assert_cmpint (cycle, ==, c);
            g_assert_cmpint (series, ==, 3);
          }
        fixture_free (fixture);
      }
  g_object_unref (context);
}

/* A series that ends early keeps its label; one without any value has none; too many are thinned out. */
static void
test_gaps (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  Fixture *fixture = fixture_new (4);
  OctantTrendLayout *layout;
  cairo_t *cr = sample_canvas (style, 700, 300);
  OctantRect rect;
  guint shown = 0;

  fixture->values[2][3] = NAN;
  fixture->values[3][1] = NAN;
  for (guint c = 0; c < 4; c++)
    fixture->values[4][c] = NAN;
  layout = octant_trend_layout_new (&fixture->data, style, context, 700, 300, FALSE);
  rect = octant_trend_layout_get_label_rect (layout, 2);
  g_assert_cmpfloat (rect.width, >, 0);
  rect = octant_trend_layout_get_label_rect (layout, 4);
  g_assert_cmpfloat (rect.width, ==, 0);
  octant_trend_draw (cr, layout, style);
  octant_trend_draw_focus (cr, layout, style, 3, 4);
  octant_trend_draw_focus (cr, layout, style, -1, -1);
  sample_save (cr, "trend-gaps");
  octant_trend_layout_free (layout);

  layout = octant_trend_layout_new (&fixture->data, style, context, 700, 70, FALSE);
  for (guint i = 0; i < MAX_SERIES; i++)
    shown += octant_trend_layout_get_label_rect (layout, i).width > 0;
  g_assert_cmpuint (shown, <, MAX_SERIES - 1);
  g_assert_cmpfloat (octant_trend_layout_get_label_rect (layout, 0).width, >, 0);
  octant_trend_layout_free (layout);
  fixture_free (fixture);
  g_object_unref (context);
}

/* Pixels of a canvas for one unit. */
#define CANVAS_SCALE 2

static gboolean
has_color (cairo_t           *cr,
           int                x,
           int                y,
           const OctantColor *color)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
  return fabs ((pixel >> 16 & 0xff) - color->red * 255) <= 1 && fabs ((pixel >> 8 & 0xff) - color->green * 255) <= 1
         && fabs ((pixel & 0xff) - color->blue * 255) <= 1;
}

/* The level of a year that has just begun can be read: it stands above the point at 0, and over the line that falls to it. */
static void
test_begun (void)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  const OctantColor *fill = &octant_chart_style_get_level (style, 0, 5)->fill;
  PangoContext *context = sample_context (14.67);
  Fixture *fixture = fixture_new (2);
  cairo_t *cr = sample_canvas (style, 600, 500);
  g_autoptr (OctantTrendLayout) layout = NULL;
  OctantRect column;
  int x, y, gap = 0, height = 0;

  fixture->data.n_series = 1;
  fixture->values[0][0] = fixture->values_hi[0] = 5;
  fixture->values[0][1] = fixture->values_hi[1] = 0;
  fixture->levels[1] = 0;
  layout = octant_trend_layout_new (&fixture->data, style, context, 600, 500, FALSE);
  octant_trend_draw (cr, layout, style);
  column = octant_trend_layout_get_cycle_rect (layout, 1);
  /* Left of the point, in the label and on the way of the line; up from the bar of the level. */
  x = (int) (column.x + column.width / 2 - 10) * CANVAS_SCALE;
  for (y = (int) (column.y + column.height) * CANVAS_SCALE - 1; y > 0 && !has_color (cr, x, y, fill); y--)
    ;
  for (; y > 0 && has_color (cr, x, y, fill); y--)
    ;
  for (; y > 0 && !has_color (cr, x, y, fill); y--)
    gap++;
  for (; y > 0 && !has_color (cr, x, y, &style->background) && !has_color (cr, x, y, &style->accent); y--)
    height++;
  g_assert_cmpint (gap, >=, 4 * CANVAS_SCALE);
  g_assert_cmpint (height, >, 12 * CANVAS_SCALE);
  sample_save (cr, "trend-begun");
  g_clear_pointer (&layout, octant_trend_layout_free);
  fixture_free (fixture);
  g_object_unref (context);
}

static void
test_pictures (void)
{
  static const guint counts[] = { 3, 3, 3, 1, 50, 0, 8 };
  static const int widths[] = { 820, 820, 340, 600, 820, 400, 1200 };
  static const OctantChartTheme themes[] = {
    OCTANT_CHART_LIGHT, OCTANT_CHART_DARK, OCTANT_CHART_LIGHT, OCTANT_CHART_LIGHT,
    OCTANT_CHART_PRINT, OCTANT_CHART_LIGHT, OCTANT_CHART_HIGH_CONTRAST,
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const OctantChartStyle *style = octant_chart_style_get (themes[i]);
      PangoContext *context = sample_context (14.67);
      Fixture *fixture = fixture_new (counts[i]);
      g_autoptr (OctantTrendLayout) layout =
        octant_trend_layout_new (&fixture->data, style, context, widths[i], 380, i == 6);
      cairo_t *cr = sample_canvas (style, widths[i], 380);
      g_autofree char *name = g_strdup_printf ("trend-%02u-%d-%s", counts[i], widths[i], sample_theme_name (themes[i]));

      octant_trend_draw (cr, layout, style);
      if (i == 1)
        octant_trend_draw_focus (cr, layout, style, 1, 3);
      g_assert_false (sample_is_empty (cr));
      sample_save (cr, name);
      g_clear_pointer (&layout, octant_trend_layout_free);
      g_object_unref (context);
      fixture_free (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/trend/titles", test_titles);
  g_test_add_func ("/charts/trend/geometry", test_geometry);
  g_test_add_func ("/charts/trend/gaps", test_gaps);
  g_test_add_func ("/charts/trend/begun", test_begun);
  g_test_add_func ("/charts/trend/pictures", test_pictures);

  return g_test_run ();
}
