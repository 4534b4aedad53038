/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-heatmap-chart.h"

#include <glib/gi18n.h>

#include "octant-heatmap-data.h"
#include "octant-paint.h"
#include "octant-texts.h"

struct _OctantHeatmapChart
{
  OctantChart parent_instance;

  OctantHeatmapFill *fill;     /* (owned) (nullable) */
  OctantHeatmapLayout *layout; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OctantHeatmapChart, octant_heatmap_chart, OCTANT_TYPE_CHART)

/* Of each row a point for all of it, at its label, and one for each cell. */
static guint
get_stride (OctantHeatmapChart *self)
{
  return self->fill->data.n_columns + 1;
}

static OctantHeatmapLayout *
ensure_layout (OctantHeatmapChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL && self->fill != NULL)
    self->layout = octant_heatmap_layout_new (&self->fill->data, gtk_widget_get_pango_context (widget),
                                              gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_heatmap_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_HEATMAP_CHART (chart)->layout, octant_heatmap_layout_free);
}

static int
octant_heatmap_chart_hit (OctantChart *chart,
                          double       x,
                          double       y)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (chart);
  OctantHeatmapLayout *layout = ensure_layout (self);
  guint row;
  int column;

  if (layout == NULL || !octant_heatmap_layout_hit (layout, x, y, &row, &column))
    return -1;

  return (int) (row * get_stride (self)) + column + 1;
}

static OctantRect
octant_heatmap_chart_get_rect (OctantChart *chart,
                               guint        point)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (chart);
  guint row = point / get_stride (self);
  guint column = point % get_stride (self);

  if (column == 0)
    return octant_heatmap_layout_get_row_rect (ensure_layout (self), row);

  return octant_heatmap_layout_get_cell_rect (ensure_layout (self), row, column - 1);
}

/* Rows are as wide as the chart: their tooltip stays with the pointer. */
static OctantRect
octant_heatmap_chart_get_tip_rect (OctantChart *chart,
                                   guint        point)
{
  if (point % get_stride (OCTANT_HEATMAP_CHART (chart)) == 0)
    return (OctantRect){ 0 };

  return octant_heatmap_chart_get_rect (chart, point);
}

static int
octant_heatmap_chart_get_height (OctantChart *chart,
                                 int          width)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (chart);

  if (self->fill == NULL)
    return 0;

  return (int) octant_heatmap_get_natural_height (&self->fill->data, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                                  width < 0 ? 240 : width);
}

static void
octant_heatmap_chart_activate (OctantChart *chart,
                               guint        point)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (chart);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s",
                              g_ptr_array_index (self->fill->codes, point / get_stride (self)));
}

/* "AP.05 Access control: People 2.31, Process 3.10" */
static char *
describe_row (const OctantHeatmapData *data,
              guint                    row)
{
  GString *text = g_string_new (data->rows[row].label);

  for (guint c = 0; c < data->n_columns; c++)
    g_string_append_printf (text, "%s %s %s", c == 0 ? ":" : ",", data->columns[c],
                            data->cells[row * data->n_columns + c].text);

  return g_string_free_and_steal (text);
}

/* "AP.05 Access control, People: 2.31" */
static char *
describe_cell (const OctantHeatmapData *data,
               guint                    row,
               guint                    column)
{
  /* Translators: a sub-domain, an aspect or an object of it, and its score */
  return g_strdup_printf (_("%s, %s: %s"), data->rows[row].label, data->columns[column],
                          data->cells[row * data->n_columns + column].text);
}

static OctantChartTable *
octant_heatmap_chart_dup_table (OctantChart *chart)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (chart);
  OctantChartTable *table = octant_chart_table_new ();
  const OctantHeatmapData *data = self->fill != NULL ? &self->fill->data : NULL;

  octant_chart_table_add_column (table, _("Sub-domain"));
  for (guint c = 0; data != NULL && c < data->n_columns; c++)
    octant_chart_table_add_column (table, data->columns[c]);
  for (guint row = 0; data != NULL && row < data->n_rows; row++)
    {
      octant_chart_table_add_row (table, data->rows[row].label);
      for (guint c = 0; c < data->n_columns; c++)
        octant_chart_table_add_cell (table, data->cells[row * data->n_columns + c].text);
    }

  return table;
}

/* Round a cell, in the gap between the cells: its colour is its value and stays as it is. */
static void
append_ring (GtkSnapshot *snapshot,
             OctantRect   cell,
             GdkRGBA      color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) cell.x - 2, (float) cell.y - 2, (float) cell.width + 4,
                                                        (float) cell.height + 4),
                                   5);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
octant_heatmap_chart_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int point = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr;

  if (ensure_layout (self) == NULL)
    return;
  if (point >= 0)
    {
      OctantRect rect = octant_heatmap_layout_get_row_rect (self->layout, (guint) point / get_stride (self));
      GdkRGBA color = octant_paint_color (&style->accent);

      color.alpha = 0.25f;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) rect.x - 3, (float) rect.y, (float) rect.width + 6,
                                                      (float) rect.height));
    }
  cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
  octant_heatmap_draw (cr, self->layout, style);
  cairo_destroy (cr);
  if (point >= 0 && (guint) point % get_stride (self) > 0)
    append_ring (snapshot, octant_heatmap_chart_get_rect (OCTANT_CHART (self), (guint) point),
                 octant_paint_color (&style->accent));
}

static void
octant_heatmap_chart_dispose (GObject *object)
{
  g_clear_pointer (&OCTANT_HEATMAP_CHART (object)->fill, octant_heatmap_fill_free);

  G_OBJECT_CLASS (octant_heatmap_chart_parent_class)->dispose (object);
}

static void
octant_heatmap_chart_class_init (OctantHeatmapChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_heatmap_chart_dispose;
  widget_class->snapshot = octant_heatmap_chart_snapshot;
  chart_class->forget_layout = octant_heatmap_chart_forget_layout;
  chart_class->hit = octant_heatmap_chart_hit;
  chart_class->get_rect = octant_heatmap_chart_get_rect;
  chart_class->get_tip_rect = octant_heatmap_chart_get_tip_rect;
  chart_class->get_height = octant_heatmap_chart_get_height;
  chart_class->activate = octant_heatmap_chart_activate;
  chart_class->dup_table = octant_heatmap_chart_dup_table;
  gtk_widget_class_set_css_name (widget_class, "heatmapchart");
}

static void
octant_heatmap_chart_init (OctantHeatmapChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 240, 900);
}

void
octant_heatmap_chart_update (OctantHeatmapChart *self,
                             OctantAssessment   *assessment)
{
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (OCTANT_IS_HEATMAP_CHART (self) && OCTANT_IS_ASSESSMENT (assessment));

  g_clear_pointer (&self->layout, octant_heatmap_layout_free);
  g_clear_pointer (&self->fill, octant_heatmap_fill_free);
  self->fill = octant_heatmap_fill_new (assessment, octant_language_from_locale ());
  self->fill->data.empty_text = _("There is nothing to show");
  for (guint row = 0; row < self->fill->data.n_rows; row++)
    {
      g_ptr_array_add (descriptions, describe_row (&self->fill->data, row));
      for (guint column = 0; column < self->fill->data.n_columns; column++)
        g_ptr_array_add (descriptions, describe_cell (&self->fill->data, row, column));
    }
  octant_chart_set_points (OCTANT_CHART (self), descriptions->len, (const char *const *) descriptions->pdata);
  octant_chart_set_stride (OCTANT_CHART (self), get_stride (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
