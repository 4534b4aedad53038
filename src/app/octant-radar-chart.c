/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-chart.h"

#include <glib/gi18n.h>

#include "octant-paint.h"

/*
 * The layout depends on size, font, direction and theme; it is thrown away when one of them
 * changes and made again when it is next needed. The data are kept for that.
 */

struct _OctantRadarChart
{
  OctantChart parent_instance;

  OctantRadarData data;      /* what its pointers lead to is kept by the chart */
  OctantRadarLayout *layout; /* (owned) (nullable) */
};

typedef enum
{
  SIGNAL_AXIS_ACTIVATED,
  N_SIGNALS,
} OctantRadarChartSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantRadarChart, octant_radar_chart, OCTANT_TYPE_CHART)

static void
copy_data (OctantRadarChart      *self,
           const OctantRadarData *data)
{
  OctantChart *chart = OCTANT_CHART (self);
  OctantRadarSeries *series;
  guint n = data->n_axes;

  octant_chart_forget_data (chart);
  self->data = *data;
  self->data.labels = octant_chart_keep_strings (chart, data->labels, n);
  self->data.codes = octant_chart_keep_strings (chart, data->codes, n);
  self->data.na_text = octant_chart_keep_string (chart, data->na_text);
  self->data.empty_text = octant_chart_keep_string (chart, data->empty_text);
  series = octant_chart_keep_array (chart, data->series, data->n_series * sizeof *data->series);
  self->data.series = series;
  for (guint i = 0; i < data->n_series; i++)
    {
      series[i].label = octant_chart_keep_string (chart, data->series[i].label);
      series[i].values = octant_chart_keep_array (chart, data->series[i].values, n * sizeof (double));
      series[i].values_hi = octant_chart_keep_array (chart, data->series[i].values_hi, n * sizeof (double));
      series[i].texts = octant_chart_keep_strings (chart, data->series[i].texts, n);
      series[i].texts_hi = octant_chart_keep_strings (chart, data->series[i].texts_hi, n);
    }
}

static OctantRadarLayout *
ensure_layout (OctantRadarChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL)
    self->layout = octant_radar_layout_new (&self->data, octant_paint_get_style (),
                                            gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget),
                                            gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_radar_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_RADAR_CHART (chart)->layout, octant_radar_layout_free);
}

static int
octant_radar_chart_hit (OctantChart *chart,
                        double       x,
                        double       y)
{
  return octant_radar_layout_hit (ensure_layout (OCTANT_RADAR_CHART (chart)), x, y);
}

static OctantRect
octant_radar_chart_get_rect (OctantChart *chart,
                             guint        axis)
{
  return octant_radar_layout_get_axis_rect (ensure_layout (OCTANT_RADAR_CHART (chart)), axis);
}

static OctantRect
octant_radar_chart_get_tip_rect (OctantChart *chart,
                                 guint        axis)
{
  return octant_radar_layout_get_label_rect (ensure_layout (OCTANT_RADAR_CHART (chart)), axis);
}

static int
octant_radar_chart_get_height (OctantChart *chart,
                               int          width)
{
  return width < 0 ? 300 : CLAMP (width * 4 / 5, 300, 460);
}

/* A row for each axis: this cycle from its lower to its upper end, then what it is compared with. */
static OctantChartTable *
octant_radar_chart_dup_table (OctantChart *chart)
{
  const OctantRadarData *data = &OCTANT_RADAR_CHART (chart)->data;
  OctantChartTable *table = octant_chart_table_new ();

  octant_chart_table_add_column (table, _("Name"));
  for (guint s = 0; s < data->n_series; s++)
    {
      octant_chart_table_add_column (table, data->series[s].label);
      if (data->series[s].texts_hi != NULL)
        /* Translators: heading of a column: the score that open answers could still bring */
        octant_chart_table_add_column (table, _("Up to"));
    }
  for (guint i = 0; i < data->n_axes; i++)
    {
      g_autofree char *name = data->codes != NULL ? g_strdup_printf ("%s %s", data->codes[i], data->labels[i])
                                                  : g_strdup (data->labels[i]);

      octant_chart_table_add_row (table, name);
      for (guint s = 0; s < data->n_series; s++)
        {
          octant_chart_table_add_cell (table, data->series[s].texts != NULL ? data->series[s].texts[i] : NULL);
          if (data->series[s].texts_hi != NULL)
            octant_chart_table_add_cell (table, data->series[s].texts_hi[i]);
        }
    }

  return table;
}

static void
octant_radar_chart_activate (OctantChart *chart,
                             guint        axis)
{
  g_signal_emit (chart, signals[SIGNAL_AXIS_ACTIVATED], 0, axis);
}

static void
octant_radar_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int axis = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);

  octant_radar_draw (cr, ensure_layout (self), style);
  cairo_destroy (cr);
  if (axis >= 0 && axis < (int) octant_radar_layout_get_n_axes (self->layout))
    {
      cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
      octant_radar_draw_focus (cr, self->layout, style, (guint) axis);
      cairo_destroy (cr);
    }
}

static void
octant_radar_chart_class_init (OctantRadarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  widget_class->snapshot = octant_radar_chart_snapshot;
  chart_class->forget_layout = octant_radar_chart_forget_layout;
  chart_class->hit = octant_radar_chart_hit;
  chart_class->get_rect = octant_radar_chart_get_rect;
  chart_class->get_tip_rect = octant_radar_chart_get_tip_rect;
  chart_class->get_height = octant_radar_chart_get_height;
  chart_class->activate = octant_radar_chart_activate;
  chart_class->dup_table = octant_radar_chart_dup_table;

  signals[SIGNAL_AXIS_ACTIVATED] = g_signal_new ("axis-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "radarchart");
}

static void
octant_radar_chart_init (OctantRadarChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 260, 520);
  self->data.max = 5;
  self->data.n_rings = 5;
}

void
octant_radar_chart_set_data (OctantRadarChart      *self,
                             const OctantRadarData *data,
                             const char *const     *descriptions)
{
  gboolean kept;

  g_return_if_fail (OCTANT_IS_RADAR_CHART (self) && data != NULL);
  g_return_if_fail (data->n_axes == 0 || descriptions != NULL);

  kept = self->layout != NULL && octant_radar_layout_set_values (self->layout, data);
  copy_data (self, data);
  octant_chart_set_points (OCTANT_CHART (self), MIN (data->n_axes, OCTANT_RADAR_MAX_AXES), descriptions);
  if (kept)
    octant_chart_move_points (OCTANT_CHART (self));
  else
    octant_chart_relayout (OCTANT_CHART (self));
}
