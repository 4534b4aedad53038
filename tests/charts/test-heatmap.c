/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <math.h>

#include "octant-heatmap.h"

#define ROWS 40
#define COLUMNS 5

static const char *const columns[COLUMNS] = { "People", "机制流程", "Trading", "A settlement system with a long name", "行情" };

typedef struct
{
  OctantHeatmapRow rows[ROWS];
  OctantHeatmapCell cells[ROWS * COLUMNS];
  char *texts[ROWS * COLUMNS];
  OctantHeatmapData data;
} Sample;

static void
sample_init (Sample *sample)
{
  for (guint i = 0; i < ROWS; i++)
    sample->rows[i] = (OctantHeatmapRow){ sample_names_en[i / 5], i / 5 };
  for (guint i = 0; i < ROWS * COLUMNS; i++)
    {
      double value = i % 13 == 0 ? NAN : (i * 7 % 51) / 10.0;

      sample->texts[i] = isnan (value) ? g_strdup ("–") : g_strdup_printf ("%.2f", value);
      sample->cells[i] = (OctantHeatmapCell){ value, sample->texts[i] };
    }
  sample->data = (OctantHeatmapData){ sample->rows, ROWS, columns, COLUMNS, sample->cells, 5, "Nothing" };
}

static void
sample_clear (Sample *sample)
{
  for (guint i = 0; i < ROWS * COLUMNS; i++)
    g_free (sample->texts[i]);
}

static void
assert_inside (const OctantRect *box,
               const OctantRect *outer)
{
  g_assert_cmpfloat (box->width, >, 0);
  g_assert_cmpfloat (box->height, >, 0);
  g_assert_true (box->x >= outer->x - 1e-6 && box->y >= outer->y - 1e-6);
  g_assert_true (box->x + box->width <= outer->x + outer->width + 1e-6);
  g_assert_true (box->y + box->height <= outer->y + outer->height + 1e-6);
}

/* Cells stand in their rows, rows in the chart, nothing over anything else, and the other direction mirrors it. */
static void
test_geometry (void)
{
  static const double widths[] = { 280, 360, 600, 700, 1100, 1600 };
  PangoContext *context = sample_context (14.67);
  Sample sample;

  sample_init (&sample);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      double height = octant_heatmap_get_natural_height (&sample.data, context, widths[w]);
      OctantRect all = { 0, 0, widths[w], height };
      g_autoptr (OctantHeatmapLayout) ltr = octant_heatmap_layout_new (&sample.data, context, widths[w], height, FALSE);
      g_autoptr (OctantHeatmapLayout) rtl = octant_heatmap_layout_new (&sample.data, context, widths[w], height, TRUE);

      for (guint i = 0; i < ROWS; i++)
        {
          OctantRect row = octant_heatmap_layout_get_row_rect (ltr, i);
          guint hit = ROWS;
          int column = 0;

          assert_inside (&row, &all);
          for (guint c = 0; c < COLUMNS; c++)
            {
              OctantRect cell = octant_heatmap_layout_get_cell_rect (ltr, i, c);
              OctantRect other = octant_heatmap_layout_get_cell_rect (rtl, i, c);

              assert_inside (&cell, &row);
              g_assert_true (octant_heatmap_layout_hit (rtl, other.x + other.width / 2, other.y + other.height / 2, &hit,
                                                        &column));
              g_assert_cmpuint (hit, ==, i);
              g_assert_cmpint (column, ==, c);
              g_assert_cmpfloat_with_epsilon (other.x, widths[w] - cell.x - cell.width, 1e-6);
              g_assert_cmpfloat (other.y, ==, cell.y);
              if (c > 0)
                {
                  OctantRect before = octant_heatmap_layout_get_cell_rect (ltr, i, c - 1);

                  g_assert_false (octant_rect_intersects (&cell, &before));
                }
            }
          g_assert_true (octant_heatmap_layout_hit (ltr, row.x + 1, row.y + row.height / 2, &hit, &column));
          g_assert_cmpuint (hit, ==, i);
          g_assert_cmpint (column, ==, -1);
          for (guint k = 0; k < i; k++)
            {
              OctantRect before = octant_heatmap_layout_get_row_rect (ltr, k);

              before.height -= 0.001;
              g_assert_false (octant_rect_intersects (&row, &before));
            }
        }
    }
  sample_clear (&sample);
  g_object_unref (context);
}

/* Two blocks where there is room; the domains stay whole. */
static void
test_blocks (void)
{
  PangoContext *context = sample_context (14.67);
  double wide, narrow;
  Sample sample;
  g_autoptr (OctantHeatmapLayout) layout = NULL;

  sample_init (&sample);
  narrow = octant_heatmap_get_natural_height (&sample.data, context, 400);
  wide = octant_heatmap_get_natural_height (&sample.data, context, 1000);
  g_assert_cmpfloat (wide, <, narrow * 0.6);
  layout = octant_heatmap_layout_new (&sample.data, context, 1000, wide, FALSE);
  for (guint i = 1; i < ROWS; i++)
    {
      OctantRect before = octant_heatmap_layout_get_row_rect (layout, i - 1);
      OctantRect row = octant_heatmap_layout_get_row_rect (layout, i);

      if (i == ROWS / 2)
        g_assert_cmpfloat (row.x, >, before.x);
      else
        g_assert_cmpfloat (row.x, ==, before.x);
    }
  sample_clear (&sample);
  g_object_unref (context);
}

/* A heading that fits its column in words stands upright; one that does not is turned and takes the height that it needs. */
static void
test_headings (void)
{
  PangoContext *context = sample_context (14.67);
  const char *const few[] = { "People", "Process" };
  const char *const many[] = { "People", "Process", "Trading", "Settlement", "Quotes", "Portal", "Risk", "Mobile" };
  const char *const chinese[] = { "人员", "机制流程", "交易系统", "结算系统", "行情系统", "门户网站", "风险控制", "移动应用" };
  OctantHeatmapRow row = { "AP.01", 0 };
  OctantHeatmapCell cells[8] = { 0 };
  OctantHeatmapData data = { &row, 1, few, 2, cells, 5, "Nothing" };
  double upright, turned;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = (OctantHeatmapCell){ 1, "1.00" };
  upright = octant_heatmap_get_natural_height (&data, context, 360);
  data.columns = chinese;
  data.n_columns = 8;
  g_assert_cmpfloat (octant_heatmap_get_natural_height (&data, context, 360), ==, upright);
  data.columns = many;
  turned = octant_heatmap_get_natural_height (&data, context, 360);
  g_assert_cmpfloat (turned, >, upright);
  g_object_unref (context);
}

static void
test_empty (void)
{
  PangoContext *context = sample_context (14.67);
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantHeatmapData data = { .empty_text = "There is nothing to show" };
  g_autoptr (OctantHeatmapLayout) layout = octant_heatmap_layout_new (&data, context, 300, 80, FALSE);
  cairo_t *cr = sample_canvas (style, 300, 80);
  guint row;
  int column;

  g_assert_cmpfloat (octant_heatmap_get_natural_height (&data, context, 300), >, 0);
  octant_heatmap_draw (cr, layout, style);
  g_assert_false (sample_is_empty (cr));
  g_assert_false (octant_heatmap_layout_hit (layout, 10, 10, &row, &column));
  sample_save (cr, "heatmap-empty");
  g_object_unref (context);
}

static void
test_pictures (void)
{
  Sample sample;

  sample_init (&sample);
  for (guint theme = 0; theme < OCTANT_N_CHART_THEMES; theme++)
    for (guint narrow = 0; narrow < 2; narrow++)
      {
        const OctantChartStyle *style = octant_chart_style_get (theme);
        PangoContext *context = sample_context (14.67);
        int width = narrow ? 360 : 1000;
        int height = (int) octant_heatmap_get_natural_height (&sample.data, context, width);
        g_autoptr (OctantHeatmapLayout) layout = octant_heatmap_layout_new (&sample.data, context, width, height,
                                                                            narrow == 1);
        cairo_t *cr = sample_canvas (style, width, height);
        g_autofree char *name = g_strdup_printf ("heatmap-%s%s", sample_theme_name (theme), narrow ? "-narrow" : "");

        octant_heatmap_draw (cr, layout, style);
        g_assert_false (sample_is_empty (cr));
        sample_save (cr, name);
        g_object_unref (context);
      }
  sample_clear (&sample);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/heatmap/geometry", test_geometry);
  g_test_add_func ("/charts/heatmap/blocks", test_blocks);
  g_test_add_func ("/charts/heatmap/headings", test_headings);
  g_test_add_func ("/charts/heatmap/empty", test_empty);
  g_test_add_func ("/charts/heatmap/pictures", test_pictures);

  return g_test_run ();
}
