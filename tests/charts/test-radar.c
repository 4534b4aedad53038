/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The radar: geometry to the pixel, labels that never touch, and pictures to look at. */

#include "sample.h"

#include <math.h>

static const double values[8] = { 3.2, 2.67, 3.4, 2.1, 0.83, 1.9, 2.75, 3.08 };
static const double values_hi[8] = { 3.2, 3.1, 3.4, 2.1, 1.4, 2.6, 2.75, 3.3 };
static const double ghost[8] = { 2.4, 2.2, 2.9, 2.3, 0.4, 1.2, 2.1, 2.8 };
static const double target[8] = { 4, 4, 4, 3, 2, 3, 4, 4 };

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/radar/pictures", test_pictures);
  g_test_add_func ("/charts/radar/shapes", test_shapes);

  return g_test_run ();
}
