/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-heatmap-chart.h"

#include <glib/gi18n.h>

#include "octant-chart-point.h"
#include "octant-heatmap-data.h"
#include "octant-paint.h"
#include "octant-texts.h"

struct _OctantHeatmapChart
{
  GtkWidget parent_instance;

  OctantHeatmapFill *fill;     /* (owned) (nullable) */
  OctantHeatmapLayout *layout; /* (owned) (nullable) */
  int hovered;                 /* row under the pointer, -1 for none */
  int focused;                 /* row with the keyboard focus, -1 for none */
};

G_DEFINE_FINAL_TYPE (OctantHeatmapChart, octant_heatmap_chart, GTK_TYPE_WIDGET)

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
place_points (OctantHeatmapChart *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      OctantRect rect = octant_heatmap_layout_get_row_rect (ensure_layout (self),
                                                            octant_chart_point_get_index (OCTANT_CHART_POINT (child)));
      GtkAllocation box = { (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &box, -1);
    }
}

static int
find_row (OctantHeatmapChart *self,
          double              x,
          double              y)
{
  guint row;

  return ensure_layout (self) != NULL && octant_heatmap_layout_hit (self->layout, x, y, &row) ? (int) row : -1;
}

static void
set_emphasis (OctantHeatmapChart *self,
              int                *which,
              int                 row)
{
  if (*which == row)
    return;
  *which = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (OctantHeatmapChart *self,
           double              x,
           double              y)
{
  int row = find_row (self, x, y);

  set_emphasis (self, &self->hovered, row);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), row >= 0 ? "pointer" : NULL);
}

static void
leave_cb (OctantHeatmapChart *self)
{
  set_emphasis (self, &self->hovered, -1);
}

static void
show_row (OctantHeatmapChart *self,
          int                 row)
{
  if (row >= 0 && self->fill != NULL && row < (int) self->fill->codes->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", g_ptr_array_index (self->fill->codes, row));
}

static void
released_cb (OctantHeatmapChart *self,
             int                 n_press,
             double              x,
             double              y)
{
  show_row (self, find_row (self, x, y));
}

static void
point_activate_cb (OctantHeatmapChart *self,
                   OctantChartPoint   *point)
{
  show_row (self, (int) octant_chart_point_get_index (point));
}

static void
point_focus_cb (OctantHeatmapChart *self,
                GParamSpec         *pspec,
                GtkWidget          *point)
{
  int index = (int) octant_chart_point_get_index (OCTANT_CHART_POINT (point));

  if (gtk_widget_has_focus (point))
    set_emphasis (self, &self->focused, index);
  else if (self->focused == index)
    set_emphasis (self, &self->focused, -1);
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

static gboolean
octant_heatmap_chart_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (widget);
  int row = keyboard ? self->focused : find_row (self, x, y);
  g_autofree char *text = NULL;

  if (row < 0)
    return FALSE;
  text = describe_row (&self->fill->data, (guint) row);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GtkSizeRequestMode
octant_heatmap_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
octant_heatmap_chart_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 900;
      return;
    }
  *minimum = *natural = self->fill == NULL
                          ? 0
                          : (int) octant_heatmap_get_natural_height (&self->fill->data,
                                                                     gtk_widget_get_pango_context (widget),
                                                                     for_size < 0 ? 240 : for_size);
}

static void
octant_heatmap_chart_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (widget);

  g_clear_pointer (&self->layout, octant_heatmap_layout_free);
  place_points (self);
}

static void
octant_heatmap_chart_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (octant_heatmap_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
octant_heatmap_chart_direction_changed (GtkWidget       *widget,
                                        GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (octant_heatmap_chart_parent_class)->direction_changed (widget, previous);
  gtk_widget_queue_resize (widget);
}

static void
octant_heatmap_chart_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int row = self->hovered >= 0 ? self->hovered : self->focused;
  cairo_t *cr;

  if (ensure_layout (self) == NULL)
    return;
  if (row >= 0)
    {
      OctantRect rect = octant_heatmap_layout_get_row_rect (self->layout, (guint) row);
      GdkRGBA color = octant_paint_color (&style->accent);

      color.alpha = 0.25f;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) rect.x - 3, (float) rect.y, (float) rect.width + 6,
                                                      (float) rect.height));
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                (float) gtk_widget_get_height (widget)));
  octant_heatmap_draw (cr, self->layout, style);
  cairo_destroy (cr);
}

static void
set_n_points (OctantHeatmapChart *self,
              guint               n)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));
  guint there = last != NULL ? octant_chart_point_get_index (OCTANT_CHART_POINT (last)) + 1 : 0;

  for (; there > n; there--)
    gtk_widget_unparent (gtk_widget_get_last_child (GTK_WIDGET (self)));
  for (; there < n; there++)
    {
      GtkWidget *point = octant_chart_point_new (there);

      g_signal_connect_object (point, "activate", G_CALLBACK (point_activate_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (point, "notify::has-focus", G_CALLBACK (point_focus_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (point, GTK_WIDGET (self));
    }
}

static void
octant_heatmap_chart_dispose (GObject *object)
{
  OctantHeatmapChart *self = OCTANT_HEATMAP_CHART (object);

  set_n_points (self, 0);
  g_clear_pointer (&self->layout, octant_heatmap_layout_free);
  g_clear_pointer (&self->fill, octant_heatmap_fill_free);

  G_OBJECT_CLASS (octant_heatmap_chart_parent_class)->dispose (object);
}

static void
octant_heatmap_chart_class_init (OctantHeatmapChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_heatmap_chart_dispose;
  widget_class->get_request_mode = octant_heatmap_chart_get_request_mode;
  widget_class->measure = octant_heatmap_chart_measure;
  widget_class->size_allocate = octant_heatmap_chart_size_allocate;
  widget_class->css_changed = octant_heatmap_chart_css_changed;
  widget_class->direction_changed = octant_heatmap_chart_direction_changed;
  widget_class->query_tooltip = octant_heatmap_chart_query_tooltip;
  widget_class->snapshot = octant_heatmap_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "heatmapchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
octant_heatmap_chart_init (OctantHeatmapChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = self->focused = -1;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  octant_paint_follow_style (GTK_WIDGET (self));
}

void
octant_heatmap_chart_update (OctantHeatmapChart *self,
                             OctantAssessment   *assessment)
{
  g_return_if_fail (OCTANT_IS_HEATMAP_CHART (self) && OCTANT_IS_ASSESSMENT (assessment));

  g_clear_pointer (&self->layout, octant_heatmap_layout_free);
  g_clear_pointer (&self->fill, octant_heatmap_fill_free);
  self->fill = octant_heatmap_fill_new (assessment, octant_language_from_locale ());
  self->fill->data.empty_text = _("There is nothing to show");
  set_n_points (self, self->fill->data.n_rows);
  self->hovered = MIN (self->hovered, (int) self->fill->data.n_rows - 1);
  self->focused = MIN (self->focused, (int) self->fill->data.n_rows - 1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint row = octant_chart_point_get_index (OCTANT_CHART_POINT (child));
      g_autofree char *text = describe_row (&self->fill->data, row);

      octant_chart_point_set_text (OCTANT_CHART_POINT (child), text);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
