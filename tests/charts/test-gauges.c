/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ring, score bar and ladder. */

#include "sample.h"

#include <math.h>

#include "octant-ring.h"
#include "octant-score-bar.h"

static void
draw_rings (cairo_t                *cr,
            const OctantChartStyle *style,
            PangoContext           *context)
{
  static const char *const numerals[] = { "0", "1", "2", "3", "4", "5", "–" };
  static const double values[] = { 0.2, 1.62, 2.35, 3.4, 4.1, 5, NAN };

  for (int i = 0; i < 7; i++)
    {
      OctantRingData data = { values[i], i == 2 ? 3.1 : values[i], 5, numerals[i], i % 2 == 0 ? "Level" : "等级" };
      OctantRect box = { 20 + i * 120, 20, 100, 100 };

      octant_ring_draw (cr, &data, style, context, &box, i == 3);
    }
}

static void
draw_bars (cairo_t                *cr,
           const OctantChartStyle *style)
{
  for (int i = 0; i < 7; i++)
    {
      OctantScoreBarData data = { i == 6 ? NAN : 0.3 + i * 0.9, i == 2 ? 3 : 0.3 + i * 0.9, 5, i, 5, i == 3 ? 1.4 : NAN };
      OctantRect box = { 20 + i * 120, 140, 100, 6 };

      octant_score_bar_draw (cr, &data, style, &box, i == 4);
    }
}

static const OctantLadderStep people[] = {
  { TRUE, 1, 1, 1, "1", "100 %" },
  { TRUE, 0.83, 0.83, 0.83, "2", "83 %" },
  { TRUE, 0.5, 0.75, 0.5, "3", "50 %" },
  { TRUE, 0.9, 0.9, 0.5, "4", "90 %" },
  { FALSE, 0, 0, 0, "5", "–" },
};
static const OctantLadderRow ladder_rows[] = { { "People", people, 5 }, { "流程", people, 5 } };

static void
draw_ladder (cairo_t                *cr,
             const OctantChartStyle *style,
             PangoContext           *context)
{
  OctantLadderData data = { ladder_rows, 2 };
  double height = octant_ladder_get_natural_height (2, context, 820);
  g_autoptr (OctantLadderLayout) layout = octant_ladder_layout_new (&data, context, 820, height, FALSE);

  cairo_save (cr);
  cairo_translate (cr, 20, 170);
  octant_ladder_draw (cr, layout, style);
  cairo_restore (cr);
}

static void
test_pictures (void)
{
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    {
      const OctantChartStyle *style = octant_chart_style_get (theme);
      PangoContext *context = sample_context (14.67);
      cairo_t *cr = sample_canvas (style, 860, 360);
      g_autofree char *name = g_strdup_printf ("gauges-%s", sample_theme_name (theme));

      draw_rings (cr, style, context);
      draw_bars (cr, style);
      draw_ladder (cr, style, context);
      for (int level = 0; level <= 5; level++)
        {
          const OctantLevelColor *color = octant_chart_style_get_level (style, level, 5);

          octant_color_set (&color->fill, 1, cr);
          cairo_rectangle (cr, 20 + level * 60, 325, 50, 22);
          cairo_fill (cr);
          octant_color_set (&color->text, 1, cr);
          cairo_move_to (cr, 40 + level * 60, 341);
          cairo_set_font_size (cr, 14);
          cairo_show_text (cr, (const char[]){ (char) ('0' + level), 0 });
        }
      g_assert_false (sample_is_empty (cr));
      sample_save (cr, name);
      g_object_unref (context);
    }
}

static void
test_score_bar (void)
{
  OctantScoreBarData data = { 2.5, 3, 5, 2, 5, NAN };
  OctantRect box = { 10, 0, 200, 6 };

  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, FALSE, 0), ==, 10);
  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, FALSE, 2.5), ==, 110);
  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, FALSE, 9), ==, 210);
  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, TRUE, 0), ==, 210);
  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, TRUE, 1), ==, 170);
  g_assert_cmpfloat (octant_score_bar_get_x (&data, &box, FALSE, NAN), ==, 10);
}

static void
test_ladder (void)
{
  OctantLadderData data = { ladder_rows, 2 };
  PangoContext *context = sample_context (14.67);

  for (double width = 240; width <= 1200; width += 240)
    {
      double height = octant_ladder_get_natural_height (2, context, width);
      g_autoptr (OctantLadderLayout) ltr = octant_ladder_layout_new (&data, context, width, height, FALSE);
      g_autoptr (OctantLadderLayout) rtl = octant_ladder_layout_new (&data, context, width, height, TRUE);

      for (guint row = 0; row < 2; row++)
        for (guint step = 0; step < 5; step++)
          {
            OctantRect a = octant_ladder_layout_get_step_rect (ltr, row, step);
            OctantRect b = octant_ladder_layout_get_step_rect (rtl, row, step);
            guint hit_row = 9, hit_step = 9;

            g_assert_true (a.x >= 0 && a.y >= 0 && a.x + a.width <= width + 1e-6 && a.y + a.height <= height);
            g_assert_cmpfloat_with_epsilon (b.x, width - a.x - a.width, 1e-6);
            g_assert_cmpfloat (a.y, ==, b.y);
            if (step > 0)
              g_assert_cmpfloat (a.height, >, octant_ladder_layout_get_step_rect (ltr, row, step - 1).height);
            g_assert_true (octant_ladder_layout_hit (ltr, a.x + a.width / 2, a.y + 2, &hit_row, &hit_step));
            g_assert_cmpuint (hit_row, ==, row);
            g_assert_cmpuint (hit_step, ==, step);
          }
    }
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gauges/score-bar", test_score_bar);
  g_test_add_func ("/charts/gauges/ladder", test_ladder);
  g_test_add_func ("/charts/gauges/pictures", test_pictures);

  return g_test_run ();
}
