/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-distribution-chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "octant-distribution-data.h"
#include "octant-paint.h"
#include "octant-texts.h"

struct _OctantDistributionChart
{
  OctantChart parent_instance;

  OctantRatingCounts *counts;       /* (owned) (nullable) */
  OctantDistributionLayout *layout; /* (owned) (nullable) */
};

enum
{
  SIGNAL_LEVEL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantDistributionChart, octant_distribution_chart, OCTANT_TYPE_CHART)

static OctantDistributionLayout *
make_layout (OctantDistributionChart *self,
             int                      width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return octant_distribution_layout_new (&self->counts->data, gtk_widget_get_pango_context (widget), width,
                                         gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static OctantDistributionLayout *
ensure_layout (OctantDistributionChart *self)
{
  if (self->layout == NULL && self->counts != NULL)
    self->layout = make_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return self->layout;
}

static void
octant_distribution_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_DISTRIBUTION_CHART (chart)->layout, octant_distribution_layout_free);
}

static int
octant_distribution_chart_hit (OctantChart *chart,
                               double       x,
                               double       y)
{
  OctantDistributionLayout *layout = ensure_layout (OCTANT_DISTRIBUTION_CHART (chart));
  guint row;

  return layout != NULL && octant_distribution_layout_hit (layout, x, y, &row) ? (int) row : -1;
}

static OctantRect
octant_distribution_chart_get_rect (OctantChart *chart,
                                    guint        row)
{
  return octant_distribution_layout_get_row_rect (ensure_layout (OCTANT_DISTRIBUTION_CHART (chart)), row);
}

static int
octant_distribution_chart_get_height (OctantChart *chart,
                                      int          width)
{
  OctantDistributionChart *self = OCTANT_DISTRIBUTION_CHART (chart);
  g_autoptr (OctantDistributionLayout) layout = NULL;

  if (self->counts == NULL)
    return 0;
  layout = make_layout (self, width < 0 ? 240 : width);

  return (int) ceil (octant_distribution_layout_get_height (layout));
}

static void
octant_distribution_chart_activate (OctantChart *chart,
                                    guint        row)
{
  g_signal_emit (chart, signals[SIGNAL_LEVEL_ACTIVATED], 0, row + 1);
}

/* "Level 2 Planned: 12 fully achieved, 3 unanswered": what there is none of is not said. */
static char *
describe_row (const OctantDistributionData *data,
              guint                         row)
{
  GString *text = g_string_new (data->rows[row].label);
  const char *between = ": ";

  for (guint p = 0; p < data->n_parts; p++)
    if (data->rows[row].counts[p] > 0)
      {
        g_string_append_printf (text, "%s%s %u", between, data->parts[p].label, data->rows[row].counts[p]);
        between = ", ";
      }

  return g_string_free_and_steal (text);
}

static OctantChartTable *
octant_distribution_chart_dup_table (OctantChart *chart)
{
  OctantDistributionChart *self = OCTANT_DISTRIBUTION_CHART (chart);
  const OctantDistributionData *data = self->counts != NULL ? &self->counts->data : NULL;
  OctantChartTable *table = octant_chart_table_new ();

  octant_chart_table_add_column (table, _("Level"));
  for (guint p = 0; data != NULL && p < data->n_parts; p++)
    octant_chart_table_add_column (table, data->parts[p].label);
  for (guint row = 0; data != NULL && row < data->n_rows; row++)
    {
      octant_chart_table_add_row (table, data->rows[row].label);
      for (guint p = 0; p < data->n_parts; p++)
        {
          g_autofree char *count = g_strdup_printf ("%u", data->rows[row].counts[p]);

          octant_chart_table_add_cell (table, count);
        }
    }

  return table;
}

static void
octant_distribution_chart_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot)
{
  OctantDistributionChart *self = OCTANT_DISTRIBUTION_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int row = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr;

  if (ensure_layout (self) == NULL)
    return;
  if (row >= 0)
    {
      OctantRect rect = octant_distribution_layout_get_row_rect (self->layout, (guint) row);
      GdkRGBA color = octant_paint_color (&style->accent);

      color.alpha = 0.25f;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) rect.x - 3, (float) rect.y - 3, (float) rect.width + 6,
                                                      (float) rect.height + 6));
    }
  cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
  octant_distribution_draw (cr, self->layout, style);
  cairo_destroy (cr);
}

static void
octant_distribution_chart_dispose (GObject *object)
{
  g_clear_pointer (&OCTANT_DISTRIBUTION_CHART (object)->counts, octant_rating_counts_free);

  G_OBJECT_CLASS (octant_distribution_chart_parent_class)->dispose (object);
}

static void
octant_distribution_chart_class_init (OctantDistributionChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_distribution_chart_dispose;
  widget_class->snapshot = octant_distribution_chart_snapshot;
  chart_class->forget_layout = octant_distribution_chart_forget_layout;
  chart_class->hit = octant_distribution_chart_hit;
  chart_class->get_rect = octant_distribution_chart_get_rect;
  chart_class->get_height = octant_distribution_chart_get_height;
  chart_class->activate = octant_distribution_chart_activate;
  chart_class->dup_table = octant_distribution_chart_dup_table;
  signals[SIGNAL_LEVEL_ACTIVATED] = g_signal_new ("level-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "distributionchart");
}

static void
octant_distribution_chart_init (OctantDistributionChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 240, 900);
}

void
octant_distribution_chart_update (OctantDistributionChart *self,
                                  OctantAssessment        *assessment,
                                  const char              *code)
{
  g_autoptr (OctantRatingCounts) counts = NULL;
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (OCTANT_IS_DISTRIBUTION_CHART (self) && OCTANT_IS_ASSESSMENT (assessment));

  counts = octant_rating_counts_new (assessment, code, octant_language_from_locale ());
  /* Most changes elsewhere leave these counts as they are. */
  if (counts == NULL || (self->counts != NULL && self->counts->data.n_rows == counts->data.n_rows &&
                         memcmp (self->counts->counts, counts->counts, sizeof counts->counts) == 0))
    return;
  g_clear_pointer (&self->counts, octant_rating_counts_free);
  self->counts = g_steal_pointer (&counts);
  self->counts->data.empty_text = _("There is nothing to show");
  for (guint row = 0; row < self->counts->data.n_rows; row++)
    g_ptr_array_add (descriptions, describe_row (&self->counts->data, row));
  octant_chart_set_points (OCTANT_CHART (self), descriptions->len, (const char *const *) descriptions->pdata);
  OCTANT_CHART_GET_CLASS (self)->forget_layout (OCTANT_CHART (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
