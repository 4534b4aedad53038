/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <math.h>

#include "octant-techniques.h"

static const OctantTechniqueCell cells[] = {
  { "T1595", "Active Scanning", 0, "0.00", FALSE, 3, TRUE },
  { "T1595.001", "Scanning IP Blocks", 1.99, "1.99", TRUE, 0, FALSE },
  { "T1595.002", "Vulnerability Scanning", NAN, "–", TRUE, 0, FALSE },
  { "T1595.003", "Wordlist Scanning with a name that is much too long for its cell", 5, "5.00", TRUE, 0, FALSE },
  { "T1059", "Command and Scripting Interpreter", 3.05, "3.05", FALSE, 13, FALSE },
  { "T1190", "شبكة", 4.5, "4.50", FALSE, 0, FALSE },
  { "T1480", "Execution Guardrails", NAN, "–", FALSE, 2, FALSE },
  { "T1678", "延迟执行", NAN, "–", FALSE, 0, FALSE },
};

#define N G_N_ELEMENTS (cells)

static const OctantTechniquesData sample = { cells, N, 6, "Without a score", 5 };

/* Cells follow each other without touching, folds stand inside at the end, and the other direction mirrors it. */
static void
test_geometry (void)
{
  static const double widths[] = { 1, 40, 120, 150, 346, 1000 };
  PangoContext *context = sample_context (14.67);

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (OctantTechniquesLayout) ltr = octant_techniques_layout_new (&sample, context, widths[w], FALSE);
      g_autoptr (OctantTechniquesLayout) rtl = octant_techniques_layout_new (&sample, context, widths[w], TRUE);
      double below = 0;

      for (guint i = 0; i < N; i++)
        {
          OctantRect box = octant_techniques_layout_get_cell_rect (ltr, i);
          OctantRect fold = octant_techniques_layout_get_fold_rect (ltr, i);
          OctantRect other = octant_techniques_layout_get_cell_rect (rtl, i);
          OctantRect other_fold = octant_techniques_layout_get_fold_rect (rtl, i);

          g_assert_cmpfloat (box.y, >=, below);
          below = box.y + box.height;
          g_assert_cmpfloat (box.height, >, 20);
          g_assert_cmpfloat (other.y, ==, box.y);
          g_assert_cmpfloat_with_epsilon (other.x, widths[w] - box.x - box.width, 1e-6);
          g_assert_true ((fold.width > 0) == (cells[i].n_below > 0));
          if (widths[w] < 100)
            continue;
          g_assert_cmpfloat (box.x, ==, cells[i].below ? 12 : 0);
          g_assert_cmpfloat_with_epsilon (box.x + box.width, widths[w], 1e-6);
          if (fold.width == 0)
            continue;
          g_assert_cmpfloat_with_epsilon (fold.x + fold.width, box.x + box.width, 1e-6);
          g_assert_cmpfloat (fold.y, ==, box.y);
          g_assert_cmpfloat (fold.height, ==, box.height);
          g_assert_cmpfloat_with_epsilon (other_fold.x, 0, 1e-6);
        }
      g_assert_cmpfloat (below, <=, octant_techniques_get_height (&sample, context));
    }
  g_object_unref (context);
}

/* What has no score stands apart from the rest, by the room of a heading. */
static void
test_apart (void)
{
  PangoContext *context = sample_context (14.67);
  OctantTechniquesData together = sample;
  g_autoptr (OctantTechniquesLayout) apart = octant_techniques_layout_new (&sample, context, 150, FALSE);
  g_autoptr (OctantTechniquesLayout) plain = NULL;
  double heading;

  together.first_apart = N;
  plain = octant_techniques_layout_new (&together, context, 150, FALSE);
  heading = octant_techniques_get_height (&sample, context) - octant_techniques_get_height (&together, context);
  g_assert_cmpfloat (heading, >, 10);
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat_with_epsilon (octant_techniques_layout_get_cell_rect (apart, i).y,
                                    octant_techniques_layout_get_cell_rect (plain, i).y + (i >= 6 ? heading : 0), 1e-6);
  g_object_unref (context);
}

static void
test_hit (void)
{
  PangoContext *context = sample_context (14.67);
  g_autoptr (OctantTechniquesLayout) layout = octant_techniques_layout_new (&sample, context, 150, FALSE);
  OctantRect last = octant_techniques_layout_get_cell_rect (layout, N - 1);
  guint cell = N;

  for (guint i = 0; i < N; i++)
    {
      OctantRect box = octant_techniques_layout_get_cell_rect (layout, i);

      g_assert_true (octant_techniques_layout_hit (layout, box.x + 1, box.y + 1, &cell));
      g_assert_cmpuint (cell, ==, i);
      /* Neither the indentation nor the gap below belongs to the cell. */
      g_assert_true (box.x == 0 || !octant_techniques_layout_hit (layout, box.x - 1, box.y + 1, &cell));
      g_assert_false (octant_techniques_layout_hit (layout, box.x + 1, box.y + box.height + 1, &cell));
    }
  g_assert_false (octant_techniques_layout_hit (layout, last.x, last.y + 1000, &cell));
  g_object_unref (context);
}

static void
test_empty (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantTechniquesData data = { 0 };
  g_autoptr (OctantTechniquesLayout) layout = octant_techniques_layout_new (&data, context, 150, FALSE);
  cairo_t *cr = sample_canvas (style, 150, 40);
  guint cell;

  g_assert_cmpfloat (octant_techniques_get_height (&data, context), ==, 0);
  g_assert_false (octant_techniques_layout_hit (layout, 1, 1, &cell));
  octant_techniques_draw (cr, layout, style);
  g_assert_true (sample_is_empty (cr));
  sample_save (cr, "techniques-empty");
  g_object_unref (context);
}

/* The colour under a point of the picture, which has two pixels to each unit. */
static guint32
get_pixel (cairo_t *cr,
           double   x,
           double   y)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_surface_flush (surface);
  return *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                             (gsize) (2 * y) * (gsize) cairo_image_surface_get_stride (surface) +
                                             (gsize) (2 * x) * 4) & 0xffffff;
}

/* A cell has the colour of the level that it reaches: 1.99 is not 2 yet. */
static void
test_colors (void)
{
  static const int levels[] = { 0, 1, -1, 5, 3, 4, -1, -1 };
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  int height = (int) octant_techniques_get_height (&sample, context);
  g_autoptr (OctantTechniquesLayout) layout = octant_techniques_layout_new (&sample, context, 150, FALSE);
  cairo_t *cr = sample_canvas (style, 150, height);

  octant_techniques_draw (cr, layout, style);
  for (guint i = 0; i < N; i++)
    {
      OctantRect box = octant_techniques_layout_get_cell_rect (layout, i);
      const OctantColor *color = levels[i] < 0 ? &style->background : &octant_chart_style_get_level (style, levels[i], 5)->fill;
      g_autofree char *found = g_strdup_printf ("#%06x", get_pixel (cr, box.x + 3, box.y + box.height - 4));
      g_autofree char *expected = octant_color_to_string (color);

      g_assert_cmpstr (found, ==, expected);
    }
  sample_save (cr, "techniques-colors");
  g_object_unref (context);
}

static void
test_pictures (void)
{
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        const OctantChartStyle *style = octant_chart_style_get (theme);
        PangoContext *context = sample_context (14.67);
        int width = rtl ? 346 : 150;
        int height = (int) octant_techniques_get_height (&sample, context);
        g_autoptr (OctantTechniquesLayout) layout = octant_techniques_layout_new (&sample, context, width, rtl == 1);
        cairo_t *cr = sample_canvas (style, width, height);
        g_autofree char *name = g_strdup_printf ("techniques-%s%s", sample_theme_name (theme), rtl ? "-rtl" : "");

        octant_techniques_draw (cr, layout, style);
        g_assert_false (sample_is_empty (cr));
        sample_save (cr, name);
        g_object_unref (context);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/techniques/geometry", test_geometry);
  g_test_add_func ("/charts/techniques/apart", test_apart);
  g_test_add_func ("/charts/techniques/hit", test_hit);
  g_test_add_func ("/charts/techniques/empty", test_empty);
  g_test_add_func ("/charts/techniques/colors", test_colors);
  g_test_add_func ("/charts/techniques/pictures", test_pictures);

  return g_test_run ();
}
