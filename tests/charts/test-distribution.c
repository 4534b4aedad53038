/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <math.h>

#include "octant-distribution.h"

#define ROWS 5
#define PARTS OCTANT_N_FILLS

static const guint counts[ROWS][PARTS] = {
  { 40, 30, 20, 10, 0, 0, 0 }, { 1, 1, 1, 1, 1, 1, 194 }, { 0, 0, 0, 0, 0, 50, 0 }, { 0, 0, 0, 0, 0, 0, 0 },
  { 12, 0, 7, 0, 25, 3, 3 },
};

static const OctantDistributionPart parts[PARTS] = {
  { "Fully achieved", "F", OCTANT_FILL_STRONG },   { "Largely achieved", "L", OCTANT_FILL_STRIPED },
  { "Partially achieved", "P", OCTANT_FILL_DOTTED }, { "Not achieved", "N", OCTANT_FILL_PALE },
  { "Carried over, to be confirmed", NULL, OCTANT_FILL_LINED }, { "未回答", NULL, OCTANT_FILL_EMPTY },
  { "Not applicable", "NA", OCTANT_FILL_CROSSED },
};

static void
sample_init (OctantDistributionData *data,
             OctantDistributionRow  *rows)
{
  for (guint i = 0; i < ROWS; i++)
    rows[i] = (OctantDistributionRow){ sample_names_en[i], counts[i] };
  *data = (OctantDistributionData){ parts, PARTS, rows, ROWS, "Nothing is rated" };
}

static guint
sum_of (guint row)
{
  guint sum = 0;

  for (guint p = 0; p < PARTS; p++)
    sum += counts[row][p];

  return sum;
}

/* Lengths are in proportion to the counts, parts touch without gaps, and the other direction mirrors all of it. */
static void
test_geometry (void)
{
  static const double widths[] = { 240, 360, 459, 460, 900, 1400 };
  PangoContext *context = sample_context (14.67);
  OctantDistributionRow rows[ROWS];
  OctantDistributionData data;

  sample_init (&data, rows);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (OctantDistributionLayout) ltr = octant_distribution_layout_new (&data, context, widths[w], FALSE);
      g_autoptr (OctantDistributionLayout) rtl = octant_distribution_layout_new (&data, context, widths[w], TRUE);
      double height = octant_distribution_layout_get_height (ltr);
      /* The second row is the longest: its bar is the measure of the others. */
      OctantRect first = octant_distribution_layout_get_part_rect (ltr, 1, 0);
      OctantRect last = octant_distribution_layout_get_part_rect (ltr, 1, PARTS - 1);
      double unit = (last.x + last.width - first.x) / 200;

      g_assert_cmpuint (sum_of (1), ==, 200);
      g_assert_cmpfloat (octant_distribution_layout_get_height (rtl), ==, height);
      g_assert_cmpfloat (unit, >, 0);
      for (guint i = 0; i < ROWS; i++)
        {
          OctantRect row = octant_distribution_layout_get_row_rect (ltr, i);
          double end = first.x;
          guint hit = ROWS;

          g_assert_cmpfloat (row.y + row.height, <=, height);
          for (guint p = 0; p < PARTS; p++)
            {
              OctantRect box = octant_distribution_layout_get_part_rect (ltr, i, p);
              OctantRect other = octant_distribution_layout_get_part_rect (rtl, i, p);

              if (counts[i][p] == 0)
                {
                  g_assert_cmpfloat (box.width, ==, 0);
                  continue;
                }
              g_assert_cmpfloat (box.x, ==, end);
              g_assert_cmpfloat_with_epsilon (box.width, counts[i][p] * unit, 1.0);
              g_assert_cmpfloat (box.y, >=, row.y);
              g_assert_cmpfloat (box.y + box.height, <=, row.y + row.height);
              g_assert_cmpfloat_with_epsilon (other.x, widths[w] - box.x - box.width, 1e-6);
              end = box.x + box.width;
            }
          g_assert_cmpfloat (end, <, widths[w]);
          g_assert_true (octant_distribution_layout_hit (ltr, row.x + row.width / 2, row.y + row.height / 2, &hit));
          g_assert_cmpuint (hit, ==, i);
          if (i > 0)
            {
              OctantRect before = octant_distribution_layout_get_row_rect (ltr, i - 1);

              g_assert_cmpfloat (row.y, >=, before.y + before.height);
            }
        }
      g_assert_false (octant_distribution_layout_hit (ltr, 10, height + 10, &(guint){ 0 }));
    }
  g_object_unref (context);
}

/* Labels stand above their bars where there is no room beside them. */
static void
test_narrow (void)
{
  PangoContext *context = sample_context (14.67);
  OctantDistributionRow rows[ROWS];
  OctantDistributionData data;
  g_autoptr (OctantDistributionLayout) narrow = NULL;
  g_autoptr (OctantDistributionLayout) wide = NULL;

  sample_init (&data, rows);
  narrow = octant_distribution_layout_new (&data, context, 300, FALSE);
  wide = octant_distribution_layout_new (&data, context, 900, FALSE);
  g_assert_cmpfloat (octant_distribution_layout_get_part_rect (narrow, 0, 0).x, ==, 0);
  g_assert_cmpfloat (octant_distribution_layout_get_part_rect (wide, 0, 0).x, >, 40);
  g_assert_cmpfloat (octant_distribution_layout_get_row_rect (narrow, 0).height, >,
                     octant_distribution_layout_get_row_rect (wide, 0).height * 1.5);
  g_object_unref (context);
}

static void
test_empty (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantDistributionRow rows[ROWS];
  OctantDistributionData data;

  sample_init (&data, rows);
  rows[0].counts = counts[3];
  for (guint n_rows = 0; n_rows < 2; n_rows++)
    {
      g_autoptr (OctantDistributionLayout) layout = NULL;
      cairo_t *cr = sample_canvas (style, 300, 80);

      data.n_rows = n_rows;
      layout = octant_distribution_layout_new (&data, context, 300, FALSE);
      g_assert_cmpfloat (octant_distribution_layout_get_height (layout), >, 0);
      octant_distribution_draw (cr, layout, style);
      g_assert_false (sample_is_empty (cr));
      g_assert_false (octant_distribution_layout_hit (layout, 10, 10, &(guint){ 0 }));
      sample_save (cr, "distribution-empty");
    }
  g_object_unref (context);
}

static void
test_pictures (void)
{
  OctantDistributionRow rows[ROWS];
  OctantDistributionData data;

  sample_init (&data, rows);
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    for (guint narrow = 0; narrow < 2; narrow++)
      {
        const OctantChartStyle *style = octant_chart_style_get (theme);
        PangoContext *context = sample_context (14.67);
        int width = narrow ? 340 : 900;
        g_autoptr (OctantDistributionLayout) layout = octant_distribution_layout_new (&data, context, width, narrow == 1);
        cairo_t *cr = sample_canvas (style, width, (int) ceil (octant_distribution_layout_get_height (layout)));
        g_autofree char *name = g_strdup_printf ("distribution-%s%s", sample_theme_name (theme), narrow ? "-narrow" : "");

        octant_distribution_draw (cr, layout, style);
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
  g_test_add_func ("/charts/distribution/geometry", test_geometry);
  g_test_add_func ("/charts/distribution/narrow", test_narrow);
  g_test_add_func ("/charts/distribution/empty", test_empty);
  g_test_add_func ("/charts/distribution/pictures", test_pictures);

  return g_test_run ();
}
