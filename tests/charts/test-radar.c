/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The radar: geometry to the pixel, labels that never touch, and pictures to look at. */

#include "sample.h"

#include <math.h>
#include <string.h>

static const double values[8] = { 3.2, 2.67, 3.4, 2.1, 0.83, 1.9, 2.75, 3.08 };
static const double values_hi[8] = { 3.2, 3.1, 3.4, 2.1, 1.4, 2.6, 2.75, 3.3 };
static const double ghost[8] = { 2.4, 2.2, 2.9, 2.3, 0.4, 1.2, 2.1, 2.8 };
static const double target[8] = { 4, 4, 4, 3, 2, 3, 4, 4 };

/* The sub-domains, which are the most axes that a model gives a radar. */
#define MAX_AXES 40

typedef struct
{
  guint n;
  char *labels[64];
  char *codes[64];
  double values[64];
  double values_hi[64];
  double ghost[64];
  OctantRadarSeries series[3];
  OctantRadarData data;
} Fixture;

static Fixture *
fixture_new (guint              n,
             const char *const *names)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->n = n;
  for (guint i = 0; i < n; i++)
    {
      fixture->labels[i] = g_strdup (names[i % 8]);
      fixture->codes[i] = n <= 8 ? g_strdup (sample_codes[i]) : g_strdup_printf ("%s.%02u", sample_codes[i / 5 % 8], i % 5 + 1);
      fixture->values[i] = values[i % 8];
      fixture->values_hi[i] = values_hi[i % 8];
      fixture->ghost[i] = ghost[i % 8];
    }
  fixture->series[0] = (OctantRadarSeries){ OCTANT_RADAR_PRESENT, "2026", fixture->values, fixture->values_hi, NULL };
  fixture->series[1] = (OctantRadarSeries){ OCTANT_RADAR_GHOST, "2025", fixture->ghost, NULL, NULL };
  fixture->series[2] = (OctantRadarSeries){ OCTANT_RADAR_TARGET, "Target", target, NULL, NULL };
  fixture->data = (OctantRadarData){
    .n_axes = n,
    .labels = (const char *const *) fixture->labels,
    .codes = (const char *const *) fixture->codes,
    .max = 5,
    .n_rings = 5,
    .series = fixture->series,
    .n_series = n <= 8 ? 3 : 2,
    .na_text = "N/A",
    .empty_text = "No results yet",
    .show_legend = TRUE,
  };

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  for (guint i = 0; i < fixture->n; i++)
    {
      g_free (fixture->labels[i]);
      g_free (fixture->codes[i]);
    }
  g_free (fixture);
}

static void
with_layout (guint               n,
             const char *const  *names,
             double              width,
             double              height,
             gboolean            rtl,
             void              (*check) (const OctantRadarLayout *layout, guint n, double width, double height))
{
  PangoContext *context = sample_context (14.67);
  Fixture *fixture = fixture_new (n, names);
  OctantRadarLayout *layout = octant_radar_layout_new (&fixture->data, octant_chart_style_get (OCTANT_CHART_LIGHT),
                                                       context, width, height, rtl);

  check (layout, n, width, height);
  octant_radar_layout_free (layout);
  fixture_free (fixture);
  g_object_unref (context);
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
check_points (const OctantRadarLayout *layout,
              guint                    n,
              double                   width,
              double                   height)
{
  OctantPoint center = octant_radar_layout_get_center (layout);
  double radius = octant_radar_layout_get_radius (layout);

  g_assert_cmpuint (octant_radar_layout_get_n_axes (layout), ==, n);
  assert_near (center.x, width / 2);
  for (guint i = 0; i < n; i++)
    for (double value = 0; value <= 5; value += 0.5)
      {
        OctantPoint at = octant_radar_layout_get_point (layout, i, value);
        double angle = 2 * G_PI * i / n - (n == 2 ? G_PI / 2 : 0);

        assert_near (at.x, center.x + sin (angle) * radius * value / 5);
        assert_near (at.y, center.y - cos (angle) * radius * value / 5);
      }
  if (n > 0)
    {
      OctantPoint over = octant_radar_layout_get_point (layout, 0, 7);
      OctantPoint end = octant_radar_layout_get_point (layout, 0, 5);
      OctantPoint none = octant_radar_layout_get_point (layout, 0, NAN);

      assert_near (over.x, end.x);
      assert_near (over.y, end.y);
      assert_near (none.y, center.y);
    }
}

static void
test_points (void)
{
  for (guint n = 0; n <= MAX_AXES; n++)
    with_layout (n, sample_names_en, 640, 520, FALSE, check_points);
  with_layout (64, sample_names_en, 640, 520, FALSE, check_points);
}

static gboolean
inside (const OctantRect *rect,
        double            width,
        double            height)
{
  return rect->x >= 0 && rect->y >= 0 && rect->x + rect->width <= width && rect->y + rect->height <= height;
}

/* Distance from a point to the nearest point of a box. */
static double
distance_to (const OctantRect *rect,
             OctantPoint       from)
{
  double x = CLAMP (from.x, rect->x, rect->x + rect->width);
  double y = CLAMP (from.y, rect->y, rect->y + rect->height);

  return hypot (x - from.x, y - from.y);
}

static guint n_labels_seen;

static void
check_labels (const OctantRadarLayout *layout,
              guint                    n,
              double                   width,
              double                   height)
{
  OctantRect legend = octant_radar_layout_get_legend_rect (layout);
  OctantPoint center = octant_radar_layout_get_center (layout);
  double radius = octant_radar_layout_get_radius (layout);

  if (n > 0)
    {
      g_assert_cmpfloat (legend.height, >, 0);
      g_assert_true (inside (&legend, width, height));
      g_assert_cmpfloat (radius, >, 0.15 * MIN (width, height));
    }
  for (guint i = 0; i < n; i++)
    {
      OctantRect a = octant_radar_layout_get_label_rect (layout, i);
      OctantRect whole = octant_radar_layout_get_axis_rect (layout, i);

      g_assert_true (inside (&whole, width, height));
      if (a.width <= 0)
        continue;
      n_labels_seen++;
      g_assert_true (inside (&a, width, height));
      g_assert_false (octant_rect_intersects (&a, &legend));
      if (n >= 3)
        g_assert_cmpfloat (distance_to (&a, center), >, radius);
      for (guint k = i + 1; k < n; k++)
        {
          OctantRect b = octant_radar_layout_get_label_rect (layout, k);

          g_assert_false (b.width > 0 && octant_rect_intersects (&a, &b));
        }
      /* Every label leads to its axis. */
      g_assert_cmpint (octant_radar_layout_hit (layout, a.x + a.width / 2, a.y + a.height / 2), ==, i);
    }
}

static void
test_labels (void)
{
  static const double widths[] = { 360, 420, 600, 900, 1280, 1600 };

  for (guint n = 0; n <= MAX_AXES; n++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (guint variant = 0; variant < 4; variant++)
        {
          /* Of the many counts between, one variant each: shaping the labels takes its time. */
          if (n > 8 && n % 8 != 0 && variant != n % 4)
            continue;
          n_labels_seen = 0;
          with_layout (n, variant % 2 == 0 ? sample_names_en : sample_names_zh, widths[w],
                       MIN (widths[w] * 0.8, 700), variant >= 2, check_labels);
          /* Up to eight axes are always all labelled, and more at least in part. */
          g_assert_cmpuint (n_labels_seen, >=, n <= 8 ? n : n / 5);
        }
}

/* Seven assessments with titles that are each wider than the chart. */
static void
test_legend (void)
{
  static const double widths[] = { 260, 330, 620, 1000 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  Fixture *fixture = fixture_new (8, sample_names_zh);
  OctantRadarSeries series[7] = { fixture->series[0] };

  series[0].label = "本机构网络安全能力成熟度年度评估（含分支机构、子公司与全部受保护对象）2026";
  for (guint i = 1; i < G_N_ELEMENTS (series); i++)
    {
      series[i] = fixture->series[1];
      series[i].label = "Annual assessment of the cybersecurity capability of the whole institution, with branches, 2025";
    }
  fixture->data.series = series;
  fixture->data.n_series = G_N_ELEMENTS (series);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
    {
      double width = widths[i / 2], height = MAX (width * 0.8, 320);
      g_autoptr (OctantRadarLayout) layout =
        octant_radar_layout_new (&fixture->data, style, context, width, height, i % 2 == 1);

      check_labels (layout, 8, width, height);
      /* Two of them share a line. */
      g_assert_cmpfloat (octant_radar_layout_get_legend_rect (layout).height, <, height * 0.4);
    }
  fixture_free (fixture);
  g_object_unref (context);
}

static OctantPoint ltr_points[MAX_AXES];

static void
keep_points (const OctantRadarLayout *layout,
             guint                    n,
             double                   width,
             double                   height)
{
  for (guint i = 0; i < n; i++)
    ltr_points[i] = octant_radar_layout_get_point (layout, i, 4);
}

static void
check_mirror (const OctantRadarLayout *layout,
              guint                    n,
              double                   width,
              double                   height)
{
  for (guint i = 0; i < n; i++)
    {
      OctantPoint at = octant_radar_layout_get_point (layout, i, 4);

      assert_near (at.x, width - ltr_points[i].x);
      assert_near (at.y, ltr_points[i].y);
    }
}

static void
test_mirror (void)
{
  for (guint n = 1; n <= MAX_AXES; n++)
    {
      with_layout (n, sample_names_zh, 900, 700, FALSE, keep_points);
      with_layout (n, sample_names_zh, 900, 700, TRUE, check_mirror);
    }
}

static void
check_hits (const OctantRadarLayout *layout,
            guint                    n,
            double                   width,
            double                   height)
{
  g_assert_cmpint (octant_radar_layout_hit (layout, -5, -5), ==, -1);
  g_assert_cmpint (octant_radar_layout_hit (layout, 1, height - 1), ==, -1);
  for (guint i = 0; i < n; i++)
    for (double value = 1; value <= 5; value++)
      {
        OctantPoint at = octant_radar_layout_get_point (layout, i, value);

        g_assert_cmpint (octant_radar_layout_hit (layout, at.x, at.y), ==, i);
      }
}

static void
test_hits (void)
{
  for (guint n = 0; n <= MAX_AXES; n++)
    with_layout (n, sample_names_en, 800, 700, n % 2, check_hits);
}

/* Nothing applicable, a single applicable axis, a box of no size: all are drawn without fault. */
static void
test_odd (void)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (guint missing = 0; missing <= 8; missing++)
    for (guint small = 0; small < 3; small++)
      {
        static const int sizes[] = { 400, 60, 1 };
        PangoContext *context = sample_context (14.67);
        Fixture *fixture = fixture_new (8, sample_names_en);
        cairo_t *cr = sample_canvas (style, sizes[small], sizes[small]);
        OctantRadarLayout *layout;

        for (guint i = 0; i < missing; i++)
          fixture->values[(i * 3) % 8] = NAN;
        fixture->data.na_text = missing % 2 == 0 ? "N/A" : NULL;
        layout = octant_radar_layout_new (&fixture->data, style, context, sizes[small], sizes[small], FALSE);
        octant_radar_draw (cr, layout, style);
        octant_radar_draw_focus (cr, layout, style, 0);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        g_assert_false (sizes[small] == 400 && sample_is_empty (cr));
        if (missing == 3 && small == 0)
          sample_save (cr, "radar-gaps");
        else
          cairo_destroy (cr);
        octant_radar_layout_free (layout);
        fixture_free (fixture);
        g_object_unref (context);
      }
}

/* Names of one endless word are shortened, and still stay in the box. */
static void
test_shortened (void)
{
  static const char *const names[8] = {
    "Donaudampfschifffahrtsgesellschaftskapitän", "Rindfleischetikettierungsüberwachungsaufgabe", "A", "B",
    "Donaudampfschifffahrtsgesellschaftskapitän", "Rindfleischetikettierungsüberwachungsaufgabe", "C", "D",
  };
  PangoContext *context = sample_context (14.67);
  Fixture *fixture = fixture_new (8, names);
  OctantRadarLayout *layout;

  fixture->data.codes = NULL;
  layout = octant_radar_layout_new (&fixture->data, octant_chart_style_get (OCTANT_CHART_LIGHT), context, 360, 320, FALSE);
  g_assert_false (octant_radar_layout_is_complete (layout));
  n_labels_seen = 0;
  check_labels (layout, 8, 360, 320);
  g_assert_cmpuint (n_labels_seen, ==, 8);
  octant_radar_layout_free (layout);
  layout = octant_radar_layout_new (&fixture->data, octant_chart_style_get (OCTANT_CHART_LIGHT), context, 1400, 700, FALSE);
  g_assert_false (octant_radar_layout_is_complete (layout));
  octant_radar_layout_free (layout);
  fixture_free (fixture);
  fixture = fixture_new (8, sample_names_zh);
  layout = octant_radar_layout_new (&fixture->data, octant_chart_style_get (OCTANT_CHART_LIGHT), context, 600, 500, FALSE);
  g_assert_true (octant_radar_layout_is_complete (layout));
  octant_radar_layout_free (layout);
  fixture_free (fixture);
  g_object_unref (context);
}

static void
test_pictures (void)
{
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    {
      const OctantChartStyle *style = octant_chart_style_get (theme);
      PangoContext *context = sample_context (14.67);
      Fixture *fixture = fixture_new (8, theme % 2 == 0 ? sample_names_en : sample_names_zh);
      g_autoptr (OctantRadarLayout) layout = octant_radar_layout_new (&fixture->data, style, context, 600, 480, FALSE);
      cairo_t *cr = sample_canvas (style, 600, 480);
      g_autofree char *name = g_strdup_printf ("radar-%s", sample_theme_name (theme));

      octant_radar_draw (cr, layout, style);
      octant_radar_draw_focus (cr, layout, style, 1);
      g_assert_false (sample_is_empty (cr));
      sample_save (cr, name);
      g_object_unref (context);
      fixture_free (fixture);
    }
}

static void
test_shapes (void)
{
  static const guint counts[] = { 0, 1, 2, 3, 5, 24, 40 };
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint wide = 0; wide < 2; wide++)
      {
        int width = wide ? 700 : 340;
        PangoContext *context = sample_context (14.67);
        Fixture *fixture = fixture_new (counts[i], sample_names_zh);
        g_autoptr (OctantRadarLayout) layout = octant_radar_layout_new (&fixture->data, style, context, width, width - 60, wide);
        cairo_t *cr = sample_canvas (style, width, width - 60);
        g_autofree char *name = g_strdup_printf ("radar-%02u-%d", counts[i], width);

        octant_radar_draw (cr, layout, style);
        g_assert_false (sample_is_empty (cr));
        sample_save (cr, name);
        g_clear_pointer (&layout, octant_radar_layout_free);
        g_object_unref (context);
        fixture_free (fixture);
      }
}

static gboolean
same_picture (const OctantRadarLayout *a,
              const OctantRadarLayout *b,
              int                      width,
              int                      height)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  const OctantRadarLayout *layouts[] = { a, b };
  cairo_t *cr[2];
  gboolean same;

  for (guint i = 0; i < 2; i++)
    {
      cr[i] = sample_canvas (style, width, height);
      octant_radar_draw (cr[i], layouts[i], style);
      cairo_surface_flush (cairo_get_target (cr[i]));
    }
  same = memcmp (cairo_image_surface_get_data (cairo_get_target (cr[0])),
                 cairo_image_surface_get_data (cairo_get_target (cr[1])),
                 (gsize) (cairo_image_surface_get_stride (cairo_get_target (cr[0])) * height))
         == 0;
  cairo_destroy (cr[0]);
  cairo_destroy (cr[1]);

  return same;
}

static void
assert_same_places (const OctantRadarLayout *a,
                    const OctantRadarLayout *b)
{
  for (guint i = 0; i < octant_radar_layout_get_n_axes (a); i++)
    {
      OctantRect x = octant_radar_layout_get_axis_rect (a, i);
      OctantRect y = octant_radar_layout_get_axis_rect (b, i);

      g_assert_true (memcmp (&x, &y, sizeof x) == 0);
    }
}

/* Whatever values are taken over into a layout: it is the one that they would have got themselves, or it is refused. */
static void
test_set_values (void)
{
  static const guint counts[] = { 1, 2, 3, 8, 40 };
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  PangoContext *context = sample_context (14.67);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      Fixture *fixture = fixture_new (counts[i], sample_names_en);
      g_autoptr (OctantRadarLayout) layout = octant_radar_layout_new (&fixture->data, style, context, 520, 400, FALSE);
      guint taken = 0;

      for (guint run = 0; run < 20; run++)
        {
          guint axis = (guint) g_test_rand_int_range (0, (gint32) counts[i]);
          g_autoptr (OctantRadarLayout) fresh = NULL;

          fixture->values[axis] = g_test_rand_double_range (0, 5);
          fixture->values_hi[axis] = MIN (fixture->values[axis] + g_test_rand_int_range (0, 2), 5);
          fixture->ghost[axis] = g_test_rand_double_range (0, 5);
          fresh = octant_radar_layout_new (&fixture->data, style, context, 520, 400, FALSE);
          if (octant_radar_layout_set_values (layout, &fixture->data))
            taken++;
          else
            {
              octant_radar_layout_free (layout);
              layout = octant_radar_layout_new (&fixture->data, style, context, 520, 400, FALSE);
            }
          assert_same_places (layout, fresh);
          g_assert_true (same_picture (layout, fresh, 520, 400));
        }
      /* Nearly all figures are equally wide. */
      g_assert_cmpuint (taken, >=, 15);
      fixture_free (fixture);
    }
  g_object_unref (context);
}

/* What is refused leaves the layout as it was. */
static void
test_set_others (void)
{
  static const char *const wide[] = { "1234.56", "1.00", "1.00" };
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  PangoContext *context = sample_context (14.67);
  Fixture *fixture = fixture_new (3, sample_names_en);
  g_autoptr (OctantRadarLayout) layout = octant_radar_layout_new (&fixture->data, style, context, 520, 400, FALSE);
  g_autoptr (OctantRadarLayout) before = octant_radar_layout_new (&fixture->data, style, context, 520, 400, FALSE);
  OctantRadarData data;

  for (guint i = 0; i < 7; i++)
    {
      OctantRadarSeries series[3] = { fixture->series[0], fixture->series[1], fixture->series[2] };
      const char *labels[] = { "Other", fixture->labels[1], fixture->labels[2] };
      const double none[] = { 1, NAN, 1 };

      data = fixture->data;
      data.series = series;
      data.n_axes = i == 0 ? 2 : 3;
      data.labels = i == 1 ? labels : data.labels;
      data.codes = i == 2 ? NULL : data.codes;
      data.n_series = i == 3 ? 2 : 3;
      series[0].values = i == 4 ? none : series[0].values;
      series[0].texts = i == 5 ? wide : NULL;
      series[1].label = i == 6 ? "2024" : series[1].label;
      g_assert_false (octant_radar_layout_set_values (layout, &data));
      g_assert_true (same_picture (layout, before, 520, 400));
    }
  g_assert_true (octant_radar_layout_set_values (layout, &fixture->data));
  fixture_free (fixture);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/radar/points", test_points);
  g_test_add_func ("/charts/radar/legend", test_legend);
  g_test_add_func ("/charts/radar/labels", test_labels);
  g_test_add_func ("/charts/radar/mirror", test_mirror);
  g_test_add_func ("/charts/radar/hits", test_hits);
  g_test_add_func ("/charts/radar/odd", test_odd);
  g_test_add_func ("/charts/radar/shortened", test_shortened);
  g_test_add_func ("/charts/radar/set-values", test_set_values);
  g_test_add_func ("/charts/radar/set-others", test_set_others);
  g_test_add_func ("/charts/radar/pictures", test_pictures);
  g_test_add_func ("/charts/radar/shapes", test_shapes);

  return g_test_run ();
}
