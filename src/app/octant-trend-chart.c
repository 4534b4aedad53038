/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-trend-chart.h"

#include <glib/gi18n.h>

#include "octant-paint.h"

/*
 * The layout depends on size, font, direction and theme; it is thrown away when one of them
 * changes and made again when it is next needed. The data are kept for that.
 */

struct _OctantTrendChart
{
  OctantChart parent_instance;

  OctantTrendData data;      /* what its pointers lead to is kept by the chart */
  OctantTrendLayout *layout; /* (owned) (nullable) */
  int series;                /* line under the pointer, -1 for none */
};

typedef enum
{
  SIGNAL_CYCLE_ACTIVATED,
  N_SIGNALS,
} OctantTrendChartSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantTrendChart, octant_trend_chart, OCTANT_TYPE_CHART)

static void
copy_data (OctantTrendChart      *self,
           const OctantTrendData *data)
{
  OctantChart *chart = OCTANT_CHART (self);
  OctantTrendSeries *series;
  guint n = data->n_cycles;

  octant_chart_forget_data (chart);
  self->data = *data;
  self->data.cycles = octant_chart_keep_strings (chart, data->cycles, n);
  self->data.levels = octant_chart_keep_array (chart, data->levels, n * sizeof (int));
  self->data.level_label = octant_chart_keep_string (chart, data->level_label);
  self->data.empty_text = octant_chart_keep_string (chart, data->empty_text);
  series = octant_chart_keep_array (chart, data->series, data->n_series * sizeof *data->series);
  self->data.series = series;
  for (guint i = 0; i < data->n_series; i++)
    {
      series[i].label = octant_chart_keep_string (chart, data->series[i].label);
      series[i].values = octant_chart_keep_array (chart, data->series[i].values, n * sizeof (double));
      series[i].values_hi = octant_chart_keep_array (chart, data->series[i].values_hi, n * sizeof (double));
      series[i].texts = octant_chart_keep_strings (chart, data->series[i].texts, n);
    }
}

static OctantTrendLayout *
ensure_layout (OctantTrendChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL)
    self->layout = octant_trend_layout_new (&self->data, octant_paint_get_style (),
                                            gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget),
                                            gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_trend_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_TREND_CHART (chart)->layout, octant_trend_layout_free);
}

static int
octant_trend_chart_hit (OctantChart *chart,
                        double       x,
                        double       y)
{
  OctantTrendChart *self = OCTANT_TREND_CHART (chart);
  int cycle, series;

  if (!octant_trend_layout_hit (ensure_layout (self), x, y, &cycle, &series))
    cycle = series = -1;
  if (self->series != series)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->series = series;

  return cycle;
}

static OctantRect
octant_trend_chart_get_rect (OctantChart *chart,
                             guint        cycle)
{
  return octant_trend_layout_get_cycle_rect (ensure_layout (OCTANT_TREND_CHART (chart)), cycle);
}

static int
octant_trend_chart_get_height (OctantChart *chart,
                               int          width)
{
  return width < 0 ? 260 : CLAMP (width / 2, 260, 420);
}

/* A row for each cycle. */
static OctantChartTable *
octant_trend_chart_dup_table (OctantChart *chart)
{
  const OctantTrendData *data = &OCTANT_TREND_CHART (chart)->data;
  OctantChartTable *table = octant_chart_table_new ();

  octant_chart_table_add_column (table, _("Assessment"));
  if (data->levels != NULL)
    octant_chart_table_add_column (table, data->level_label);
  for (guint s = 0; s < data->n_series; s++)
    octant_chart_table_add_column (table, data->series[s].label);
  for (guint i = 0; i < data->n_cycles; i++)
    {
      octant_chart_table_add_row (table, data->cycles[i]);
      if (data->levels != NULL)
        {
          g_autofree char *level = data->levels[i] >= 0 ? g_strdup_printf ("%d", data->levels[i]) : g_strdup ("–");

          octant_chart_table_add_cell (table, level);
        }
      for (guint s = 0; s < data->n_series; s++)
        octant_chart_table_add_cell (table, data->series[s].texts != NULL ? data->series[s].texts[i] : NULL);
    }

  return table;
}

static void
octant_trend_chart_activate (OctantChart *chart,
                             guint        cycle)
{
  g_signal_emit (chart, signals[SIGNAL_CYCLE_ACTIVATED], 0, cycle);
}

static void
octant_trend_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  OctantTrendChart *self = OCTANT_TREND_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int cycle = octant_chart_get_emphasis (OCTANT_CHART (self));
  int series = octant_chart_get_hovered (OCTANT_CHART (self)) >= 0 ? self->series : -1;
  cairo_t *cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);

  octant_trend_draw (cr, ensure_layout (self), style);
  cairo_destroy (cr);
  if (cycle >= 0 && cycle < (int) octant_trend_layout_get_n_cycles (self->layout))
    {
      cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
      octant_trend_draw_focus (cr, self->layout, style, cycle, series);
      cairo_destroy (cr);
    }
}

static void
octant_trend_chart_class_init (OctantTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  widget_class->snapshot = octant_trend_chart_snapshot;
  chart_class->forget_layout = octant_trend_chart_forget_layout;
  chart_class->hit = octant_trend_chart_hit;
  chart_class->get_rect = octant_trend_chart_get_rect;
  chart_class->get_height = octant_trend_chart_get_height;
  chart_class->activate = octant_trend_chart_activate;
  chart_class->dup_table = octant_trend_chart_dup_table;

  signals[SIGNAL_CYCLE_ACTIVATED] = g_signal_new ("cycle-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "trendchart");
}

static void
octant_trend_chart_init (OctantTrendChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 260, 520);
  self->series = -1;
  self->data.max = 5;
  self->data.n_rings = 5;
}

void
octant_trend_chart_set_data (OctantTrendChart      *self,
                             const OctantTrendData *data,
                             const char *const     *descriptions)
{
  g_return_if_fail (OCTANT_IS_TREND_CHART (self) && data != NULL);
  g_return_if_fail (data->n_cycles == 0 || descriptions != NULL);

  if (data->n_series != self->data.n_series)
    self->series = -1;
  copy_data (self, data);
  octant_chart_set_points (OCTANT_CHART (self), MIN (data->n_cycles, OCTANT_TREND_MAX_CYCLES), descriptions);
  octant_chart_relayout (OCTANT_CHART (self));
}
