/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The slope chart: places to the pixel, labels that never touch, and pictures to look at. */

#include "sample.h"

#include <math.h>

#include "octant-slope.h"

#define MAX_ROWS 41

typedef struct
{
  char *codes[MAX_ROWS];
  char *names[MAX_ROWS];
  OctantSlopeRow rows[MAX_ROWS];
  OctantSlopeData data;
} Fixture;

/* The whole and @n - 1 more: some rise, some fall, some stay, one came and one went. */
static Fixture *
fixture_new (guint n)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  for (guint i = 0; i < n; i++)
    {
      OctantSlopeRow *row = &fixture->rows[i];
      double before = i == 0 ? 2.25 : 1.2 + (i * 7 % 23) / 10.0;
      double after = i == 0 ? 2.71 : i % 5 == 4 ? before : before + (i % 3 == 0 ? -0.4 : 0.3 + i % 4 * 0.1);

      fixture->codes[i] = i == 0 ? g_strdup ("All") : g_strdup_printf ("%s.%02u", sample_codes[i % 8], i);
      fixture->names[i] = g_strdup (i == 0 ? "Overall" : sample_names_en[i % 8]);
      *row = (OctantSlopeRow) { fixture->names[i], fixture->codes[i], { before, after }, { NULL, NULL },
                                after > before ? 1 : after < before ? -1 : 0, i == 0 };
      if (i == 7)
        row->values[OCTANT_SLOPE_AFTER] = NAN;
      if (i == 8)
        row->values[OCTANT_SLOPE_BEFORE] = NAN;
      if (i == 7 || i == 8)
        row->direction = 0;
    }
  fixture->data = (OctantSlopeData) { { "2025", "2026" }, fixture->rows, n, 5, "better", "worse", "the same", "Nothing" };
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      g_free (fixture->codes[i]);
      g_free (fixture->names[i]);
    }
  g_free (fixture);
}

static void
check_labels (const OctantSlopeLayout *layout,
              double                   width,
              double                   height)
{
  OctantRect plot = octant_slope_layout_get_plot (layout);
  guint n = octant_slope_layout_get_n_rows (layout);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n; i++)
      {
        OctantRect a = octant_slope_layout_get_label_rect (layout, i, side);

        if (a.width <= 0)
          continue;
        g_assert_true (a.x >= -0.5 && a.y >= -0.5 && a.x + a.width <= width + 0.5 && a.y + a.height <= height + 0.5);
        g_assert_false (octant_rect_intersects (&a, &plot));
        for (guint k = i + 1; k < n; k++)
          {
            OctantRect b = octant_slope_layout_get_label_rect (layout, k, side);

            g_assert_false (b.width > 0 && octant_rect_intersects (&a, &b));
          }
      }
}

static void
test_geometry (void)
{
  static const guint counts[] = { 1, 2, 9, 41 };
  static const double widths[] = { 300, 620, 1000 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        Fixture *fixture = fixture_new (counts[c]);
        double height = octant_slope_get_natural_height (context, counts[c]);
        g_autoptr (OctantSlopeLayout) ltr = octant_slope_layout_new (&fixture->data, style, context, widths[w], height, FALSE);
        g_autoptr (OctantSlopeLayout) rtl = octant_slope_layout_new (&fixture->data, style, context, widths[w], height, TRUE);
        OctantRect plot = octant_slope_layout_get_plot (ltr);

        g_assert_cmpuint (octant_slope_layout_get_n_rows (ltr), ==, counts[c]);
        check_labels (ltr, widths[w], height);
        check_labels (rtl, widths[w], height);
        for (guint i = 0; i < counts[c]; i++)
          for (guint side = 0; side < 2; side++)
            {
              OctantPoint at = octant_slope_layout_get_point (ltr, i, side);
              OctantPoint mirrored = octant_slope_layout_get_point (rtl, i, side);

              g_assert_cmpfloat_with_epsilon (at.x, plot.x + (side == OCTANT_SLOPE_AFTER ? plot.width : 0), 1e-9);
              g_assert_cmpfloat_with_epsilon (mirrored.x, widths[w] - at.x, 1e-9);
              g_assert_cmpfloat_with_epsilon (mirrored.y, at.y, 1e-9);
              /* At its natural height every value keeps its label. */
              g_assert_cmpint (octant_slope_layout_get_label_rect (ltr, i, side).width > 0, ==,
                               !isnan (fixture->rows[i].values[side]));
            }
        fixture_free (fixture);
      }
  g_object_unref (context);
}

/* The scale runs over whole steps: 2.25 … 2.71 between 2 and 3. */
static void
test_scale (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantSlopeRow rows[] = {
    { "All", "all", { 2.25, 2.75 }, { "2.25", "2.75" }, 1, TRUE },
    { "Part", "part", { 2.75, 2.75 }, { NULL, NULL }, 0, FALSE },
  };
  OctantSlopeData data = { { "a", "b" }, rows, 2, 5, "better", "worse", "same", "none" };
  OctantSlopeLayout *layout = octant_slope_layout_new (&data, style, context, 600, 400, FALSE);
  OctantRect plot = octant_slope_layout_get_plot (layout);
  OctantRect whole, part;
  double middle;

  g_assert_cmpfloat_with_epsilon (octant_slope_layout_get_point (layout, 0, OCTANT_SLOPE_BEFORE).y,
                                  plot.y + plot.height * 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (octant_slope_layout_get_point (layout, 0, OCTANT_SLOPE_AFTER).y,
                                  plot.y + plot.height * 0.25, 1e-9);
  /* Two labels that want the same place share it: one half above, one half below. */
  whole = octant_slope_layout_get_label_rect (layout, 0, OCTANT_SLOPE_AFTER);
  part = octant_slope_layout_get_label_rect (layout, 1, OCTANT_SLOPE_AFTER);
  middle = (whole.y + whole.height / 2 + part.y + part.height / 2) / 2;
  g_assert_cmpfloat_with_epsilon (middle, plot.y + plot.height * 0.25, 1e-9);
  g_assert_cmpfloat (whole.y + whole.height, <=, part.y + 0.5);
  /* A label alone stands at its value. */
  part = octant_slope_layout_get_label_rect (layout, 1, OCTANT_SLOPE_BEFORE);
  g_assert_cmpfloat_with_epsilon (part.y + part.height / 2, plot.y + plot.height * 0.25, 1e-9);
  octant_slope_layout_free (layout);

  /* All on one line of the scale: a step below it is shown. */
  rows[0].values[0] = rows[0].values[1] = rows[1].values[0] = rows[1].values[1] = 3;
  layout = octant_slope_layout_new (&data, style, context, 600, 400, FALSE);
  g_assert_cmpfloat_with_epsilon (octant_slope_layout_get_point (layout, 0, OCTANT_SLOPE_AFTER).y, plot.y, 1e-9);
  octant_slope_layout_free (layout);
  g_object_unref (context);
}

static void
test_hit (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantSlopeRow rows[] = {
    { "Rises", "r", { 1, 4 }, { NULL, NULL }, 1, FALSE },
    { "Falls", "f", { 4, 1 }, { NULL, NULL }, -1, FALSE },
    { "Came", "c", { NAN, 2 }, { NULL, NULL }, 0, FALSE },
  };
  OctantSlopeData data = { { "a", "b" }, rows, 3, 5, NULL, NULL, NULL, "none" };
  g_autoptr (OctantSlopeLayout) layout = octant_slope_layout_new (&data, style, context, 600, 400, FALSE);
  OctantRect plot = octant_slope_layout_get_plot (layout);

  /* A quarter of the way from 1 to 4, and from 4 to 1. */
  g_assert_cmpint (octant_slope_layout_hit (layout, plot.x + plot.width / 4, plot.y + plot.height * 0.75), ==, 0);
  g_assert_cmpint (octant_slope_layout_hit (layout, plot.x + plot.width / 4, plot.y + plot.height * 0.25), ==, 1);
  g_assert_cmpint (octant_slope_layout_hit (layout, plot.x + plot.width / 4, plot.y + plot.height * 0.5), ==, -1);
  for (guint i = 0; i < 3; i++)
    {
      OctantRect label = octant_slope_layout_get_label_rect (layout, i, OCTANT_SLOPE_AFTER);
      OctantRect around = octant_slope_layout_get_row_rect (layout, i);
      OctantPoint at = octant_slope_layout_get_point (layout, i, OCTANT_SLOPE_AFTER);

      g_assert_cmpint (octant_slope_layout_hit (layout, label.x + label.width / 2, label.y + label.height / 2), ==, i);
      g_assert_true (octant_rect_contains (&around, at.x - 1, at.y));
    }
  /* What has one end only is met there. */
  g_assert_cmpint (octant_slope_layout_hit (layout, plot.x + plot.width, plot.y + plot.height * 2 / 3), ==, 2);
  g_assert_cmpint (octant_slope_layout_hit (layout, 1, 1), ==, -1);
  g_object_unref (context);
}

/* Too low for all: the whole stays, then what came or went, then what changed most. */
static void
test_room (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  Fixture *fixture = fixture_new (41);
  g_autoptr (OctantSlopeLayout) layout = octant_slope_layout_new (&fixture->data, style, context, 900, 260, FALSE);
  guint shown = 0;

  check_labels (layout, 900, 260);
  for (guint i = 0; i < 41; i++)
    shown += octant_slope_layout_get_label_rect (layout, i, OCTANT_SLOPE_AFTER).width > 0;
  g_assert_cmpuint (shown, >, 4);
  g_assert_cmpuint (shown, <, 20);
  g_assert_cmpfloat (octant_slope_layout_get_label_rect (layout, 0, OCTANT_SLOPE_AFTER).width, >, 0);
  g_assert_cmpfloat (octant_slope_layout_get_label_rect (layout, 8, OCTANT_SLOPE_AFTER).width, >, 0);
  /* 4 stays at its value: there is more to say of others. */
  g_assert_cmpfloat (octant_slope_layout_get_label_rect (layout, 4, OCTANT_SLOPE_AFTER).width, ==, 0);
  fixture_free (fixture);
  g_object_unref (context);
}

/* However long they are, each stays on its own half. */
static void
test_titles (void)
{
  static const double widths[] = { 240, 300, 620, 1000 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  Fixture *fixture = fixture_new (9);

  fixture->data.titles[0] = "Annual assessment of the cybersecurity capability of the whole institution, 2025";
  fixture->data.titles[1] = "本机构网络安全能力成熟度年度评估（含分支机构与子公司）2026";
  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
    {
      double width = widths[i / 2];
      gboolean rtl = i % 2 == 1;
      g_autoptr (OctantSlopeLayout) layout = octant_slope_layout_new (&fixture->data, style, context, width, 300, rtl);
      OctantRect before = octant_slope_layout_get_title_rect (layout, OCTANT_SLOPE_BEFORE);
      OctantRect after = octant_slope_layout_get_title_rect (layout, OCTANT_SLOPE_AFTER);
      OctantRect left = rtl ? after : before, right = rtl ? before : after;

      g_assert_cmpfloat (MIN (left.width, right.width), >, width / 5);
      g_assert_cmpfloat (left.x, >=, 0);
      g_assert_cmpfloat (left.x + left.width, <, right.x);
      g_assert_cmpfloat (right.x + right.width, <=, width);
      check_labels (layout, width, 300);
    }
  fixture_free (fixture);
  g_object_unref (context);
}

static void
test_pictures (void)
{
  static const guint counts[] = { 9, 9, 9, 41, 9, 9, 0, 41 };
  static const int widths[] = { 820, 820, 340, 1000, 820, 820, 400, 340 };
  static const OctantChartTheme themes[] = {
    OCTANT_CHART_LIGHT, OCTANT_CHART_DARK, OCTANT_CHART_LIGHT, OCTANT_CHART_LIGHT, OCTANT_CHART_PRINT,
    OCTANT_CHART_HIGH_CONTRAST, OCTANT_CHART_LIGHT, OCTANT_CHART_HIGH_CONTRAST_DARK,
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const OctantChartStyle *style = octant_chart_style_get (themes[i]);
      PangoContext *context = sample_context (14.67);
      Fixture *fixture = fixture_new (counts[i]);
      double height = MAX (octant_slope_get_natural_height (context, counts[i]), 360);
      g_autoptr (OctantSlopeLayout) layout =
        octant_slope_layout_new (&fixture->data, style, context, widths[i], height, i == 5);
      cairo_t *cr = sample_canvas (style, widths[i], (int) height);
      g_autofree char *name = g_strdup_printf ("slope-%02u-%d-%s", counts[i], widths[i], sample_theme_name (themes[i]));

      octant_slope_draw (cr, layout, style);
      if (i == 1)
        octant_slope_draw_focus (cr, layout, style, 3);
      g_assert_false (sample_is_empty (cr));
      sample_save (cr, name);
      g_clear_pointer (&layout, octant_slope_layout_free);
      g_object_unref (context);
      fixture_free (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/slope/geometry", test_geometry);
  g_test_add_func ("/charts/slope/scale", test_scale);
  g_test_add_func ("/charts/slope/hit", test_hit);
  g_test_add_func ("/charts/slope/room", test_room);
  g_test_add_func ("/charts/slope/titles", test_titles);
  g_test_add_func ("/charts/slope/pictures", test_pictures);

  return g_test_run ();
}
