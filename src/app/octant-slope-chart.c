/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-slope-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-paint.h"

struct _OctantSlopeChart
{
  OctantChart parent_instance;

  OctantSlopeData data;      /* its pointers are kept by the chart */
  OctantSlopeLayout *layout; /* (owned) (nullable) */
};

typedef enum
{
  SIGNAL_ROW_ACTIVATED,
  N_SIGNALS,
} OctantSlopeChartSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantSlopeChart, octant_slope_chart, OCTANT_TYPE_CHART)

static void
copy_data (OctantSlopeChart      *self,
           const OctantSlopeData *data)
{
  OctantChart *chart = OCTANT_CHART (self);
  OctantSlopeRow *rows;

  octant_chart_forget_data (chart);
  self->data = *data;
  for (guint side = 0; side < 2; side++)
    self->data.titles[side] = octant_chart_keep_string (chart, data->titles[side]);
  self->data.better = octant_chart_keep_string (chart, data->better);
  self->data.worse = octant_chart_keep_string (chart, data->worse);
  self->data.same = octant_chart_keep_string (chart, data->same);
  self->data.empty_text = octant_chart_keep_string (chart, data->empty_text);
  rows = octant_chart_keep_array (chart, data->rows, data->n_rows * sizeof *data->rows);
  self->data.rows = rows;
  for (guint i = 0; i < data->n_rows; i++)
    {
      rows[i].label = octant_chart_keep_string (chart, data->rows[i].label);
      rows[i].code = octant_chart_keep_string (chart, data->rows[i].code);
      rows[i].delta = octant_chart_keep_string (chart, data->rows[i].delta);
      for (guint side = 0; side < 2; side++)
        rows[i].texts[side] = octant_chart_keep_string (chart, data->rows[i].texts[side]);
    }
}

static OctantSlopeLayout *
ensure_layout (OctantSlopeChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL)
    self->layout = octant_slope_layout_new (&self->data, octant_paint_get_style (),
                                            gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget),
                                            gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_slope_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_SLOPE_CHART (chart)->layout, octant_slope_layout_free);
}

static int
octant_slope_chart_hit (OctantChart *chart,
                        double       x,
                        double       y)
{
  return octant_slope_layout_hit (ensure_layout (OCTANT_SLOPE_CHART (chart)), x, y);
}

static OctantRect
octant_slope_chart_get_rect (OctantChart *chart,
                             guint        row)
{
  return octant_slope_layout_get_row_rect (ensure_layout (OCTANT_SLOPE_CHART (chart)), row);
}

/* The line runs over the whole chart: the tooltip follows the pointer. */
static OctantRect
octant_slope_chart_get_tip_rect (OctantChart *chart,
                                 guint        row)
{
  return (OctantRect){ 0 };
}

static int
octant_slope_chart_get_height (OctantChart *chart,
                               int          width)
{
  OctantSlopeChart *self = OCTANT_SLOPE_CHART (chart);
  double labels = octant_slope_get_natural_height (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->data.n_rows);

  return MAX ((int) labels, 340);
}

/* A row for each slope: both sides, and what lies between them. */
static OctantChartTable *
octant_slope_chart_dup_table (OctantChart *chart)
{
  const OctantSlopeData *data = &OCTANT_SLOPE_CHART (chart)->data;
  OctantChartTable *table = octant_chart_table_new ();

  octant_chart_table_add_column (table, _("Name"));
  for (guint side = 0; side < 2; side++)
    octant_chart_table_add_column (table, data->titles[side]);
  octant_chart_table_add_column (table, _("Change"));
  for (guint i = 0; i < data->n_rows; i++)
    {
      const OctantSlopeRow *row = &data->rows[i];
      g_autofree char *name = row->emphasis ? g_strdup (row->label) : g_strdup_printf ("%s %s", row->code, row->label);

      octant_chart_table_add_row (table, name);
      for (guint side = 0; side < 2; side++)
        octant_chart_table_add_cell (table, isnan (row->values[side]) ? "–" : row->texts[side]);
      octant_chart_table_add_cell (table, row->delta != NULL ? row->delta : "–");
    }

  return table;
}

static void
octant_slope_chart_activate (OctantChart *chart,
                             guint        row)
{
  g_signal_emit (chart, signals[SIGNAL_ROW_ACTIVATED], 0, row);
}

static void
octant_slope_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  OctantSlopeChart *self = OCTANT_SLOPE_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int row = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);

  octant_slope_draw (cr, ensure_layout (self), style);
  cairo_destroy (cr);
  if (row >= 0 && row < (int) octant_slope_layout_get_n_rows (self->layout))
    {
      cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
      octant_slope_draw_focus (cr, self->layout, style, (guint) row);
      cairo_destroy (cr);
    }
}

static void
octant_slope_chart_class_init (OctantSlopeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  widget_class->snapshot = octant_slope_chart_snapshot;
  chart_class->forget_layout = octant_slope_chart_forget_layout;
  chart_class->hit = octant_slope_chart_hit;
  chart_class->get_rect = octant_slope_chart_get_rect;
  chart_class->get_tip_rect = octant_slope_chart_get_tip_rect;
  chart_class->get_height = octant_slope_chart_get_height;
  chart_class->activate = octant_slope_chart_activate;
  chart_class->dup_table = octant_slope_chart_dup_table;

  signals[SIGNAL_ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "slopechart");
}

static void
octant_slope_chart_init (OctantSlopeChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 260, 520);
  self->data.max = 5;
}

void
octant_slope_chart_set_data (OctantSlopeChart      *self,
                             const OctantSlopeData *data,
                             const char *const     *descriptions)
{
  g_return_if_fail (OCTANT_IS_SLOPE_CHART (self) && data != NULL);
  g_return_if_fail (data->n_rows == 0 || descriptions != NULL);

  copy_data (self, data);
  octant_chart_set_points (OCTANT_CHART (self), MIN (data->n_rows, OCTANT_SLOPE_MAX_ROWS), descriptions);
  octant_chart_relayout (OCTANT_CHART (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
