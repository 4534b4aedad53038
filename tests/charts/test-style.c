/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colour tables: contrast measured, order kept. */

#include "sample.h"

static double
contrast (const OctantColor *a,
          const OctantColor *b)
{
  return octant_color_contrast (a, b);
}

static void
test_contrast_formula (void)
{
  OctantColor white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&grey, &white), 4.48, 0.005);
  g_assert_cmpfloat_with_epsilon (contrast (&grey, &grey), 1, 1e-9);
}

/* Text on every level ≥ 4.5:1, in high contrast ≥ 6:1, and every level told from its neighbours by lightness. */
static void
test_levels (void)
{
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    {
      const OctantChartStyle *style = octant_chart_style_get (theme);
      gboolean high = theme == OCTANT_CHART_HIGH_CONTRAST || theme == OCTANT_CHART_HIGH_CONTRAST_DARK;
      gboolean dark = theme == OCTANT_CHART_DARK || theme == OCTANT_CHART_HIGH_CONTRAST_DARK;
      OctantColor black = { 0, 0, 0, 1 };

      g_assert_cmpint (style->theme, ==, theme);
      for (int level = 0; level < OCTANT_N_LEVEL_COLORS; level++)
        {
          const OctantLevelColor *color = octant_chart_style_get_level (style, level, 5);

          g_assert_true (color == &style->levels[level]);
          g_assert_cmpfloat (contrast (&color->fill, &color->text), >=, high ? 6.0 : 4.5);
          if (level > 0)
            {
              double before = contrast (&style->levels[level - 1].fill, &black);
              double here = contrast (&color->fill, &black);

              g_assert_cmpfloat (dark ? here / before : before / here, >, 1.12);
            }
        }
    }
}

static void
test_other_scales (void)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);

  for (int n = 2; n <= 9; n++)
    {
      const OctantLevelColor *before = octant_chart_style_get_level (style, 0, n);

      g_assert_true (before == &style->levels[0]);
      for (int level = 1; level <= n; level++)
        {
          const OctantLevelColor *color = octant_chart_style_get_level (style, level, n);

          g_assert_true (color >= before && color > &style->levels[0]);
          before = color;
        }
      g_assert_true (before == &style->levels[OCTANT_N_LEVEL_COLORS - 1]);
    }
}

/* Texts ≥ 4.5:1 and lines ≥ 3:1 on the background; no two lines look the same without colour. */
static void
test_lines (void)
{
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    {
      const OctantChartStyle *style = octant_chart_style_get (theme);
      const OctantColor *texts[] = { &style->foreground, &style->dim, &style->care };
      const OctantColor *strokes[] = { &style->accent, &style->ghost, &style->target };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (contrast (texts[i], &style->background), >=, 4.5);
      for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
        g_assert_cmpfloat (contrast (strokes[i], &style->background), >=, 3.0);
      g_assert_cmpfloat (contrast (&style->accent, &style->accent_text), >=, 4.5);
      for (guint i = 0; i < OCTANT_N_SERIES_STYLES; i++)
        {
          const OctantSeriesStyle *a = octant_chart_style_get_series (style, i);

          g_assert_cmpfloat (contrast (&a->color, &style->background), >=, 4.5);
          for (guint k = i + 1; k < OCTANT_N_SERIES_STYLES; k++)
            {
              const OctantSeriesStyle *b = octant_chart_style_get_series (style, k);

              g_assert_true (a->marker != b->marker || a->n_dash != b->n_dash || a->dash[0] != b->dash[0]);
            }
        }
      g_assert_true (octant_chart_style_get_series (style, OCTANT_N_SERIES_STYLES) == &style->series[0]);
    }
}

static void
test_names (void)
{
  OctantColor color = { 0x0f / 255.0, 0x6a / 255.0, 0x8a / 255.0, 1 };
  g_autofree char *name = octant_color_to_string (&color);

  g_assert_cmpstr (name, ==, "#0f6a8a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/style/contrast-formula", test_contrast_formula);
  g_test_add_func ("/charts/style/levels", test_levels);
  g_test_add_func ("/charts/style/other-scales", test_other_scales);
  g_test_add_func ("/charts/style/lines", test_lines);
  g_test_add_func ("/charts/style/names", test_names);

  return g_test_run ();
}
