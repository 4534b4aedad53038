/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-chart.h"

#include "octant-chart-point.h"
#include "octant-paint.h"

/*
 * The layout depends on size, font, direction and theme; it is thrown away when one of them
 * changes and made again when it is next needed. The data are kept for that.
 */

struct _OctantRadarChart
{
  GtkWidget parent_instance;

  OctantRadarData data;      /* its pointers are owned by the next ones */
  GPtrArray *strings;        /* (owned) every text of data */
  GPtrArray *arrays;         /* (owned) every array of data */
  OctantRadarLayout *layout; /* (owned) (nullable) */
  int hovered;               /* axis under the pointer, -1 for none */
  int focused;               /* axis with the keyboard focus, -1 for none */
};

typedef enum
{
  SIGNAL_AXIS_ACTIVATED,
  N_SIGNALS,
} OctantRadarChartSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantRadarChart, octant_radar_chart, GTK_TYPE_WIDGET)

static const char *
keep_string (OctantRadarChart *self,
             const char       *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (self->strings, copy);

  return copy;
}

static const char *const *
keep_strings (OctantRadarChart  *self,
              const char *const *texts,
              guint              n)
{
  const char **copy;

  if (texts == NULL)
    return NULL;
  copy = g_new0 (const char *, n + 1);
  g_ptr_array_add (self->arrays, copy);
  for (guint i = 0; i < n; i++)
    copy[i] = keep_string (self, texts[i]);

  return copy;
}

static gpointer
keep_array (OctantRadarChart *self,
            gconstpointer     array,
            gsize             size)
{
  gpointer copy;

  if (array == NULL || size == 0)
    return NULL;
  copy = g_memdup2 (array, size);
  g_ptr_array_add (self->arrays, copy);

  return copy;
}

static void
copy_data (OctantRadarChart      *self,
           const OctantRadarData *data)
{
  OctantRadarSeries *series;
  guint n = data->n_axes;

  g_ptr_array_set_size (self->strings, 0);
  g_ptr_array_set_size (self->arrays, 0);
  self->data = *data;
  self->data.labels = keep_strings (self, data->labels, n);
  self->data.codes = keep_strings (self, data->codes, n);
  self->data.na_text = keep_string (self, data->na_text);
  self->data.empty_text = keep_string (self, data->empty_text);
  series = keep_array (self, data->series, data->n_series * sizeof *data->series);
  self->data.series = series;
  for (guint i = 0; i < data->n_series; i++)
    {
      series[i].label = keep_string (self, data->series[i].label);
      series[i].values = keep_array (self, data->series[i].values, n * sizeof (double));
      series[i].values_hi = keep_array (self, data->series[i].values_hi, n * sizeof (double));
      series[i].texts = keep_strings (self, data->series[i].texts, n);
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

/* Puts the focusable points where their axes are drawn. */
static void
place_points (OctantRadarChart *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint index = octant_chart_point_get_index (OCTANT_CHART_POINT (child));
      OctantRect rect = octant_radar_layout_get_axis_rect (ensure_layout (self), index);
      GtkAllocation box = { (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &box, -1);
    }
}

static void
relayout (OctantRadarChart *self)
{
  g_clear_pointer (&self->layout, octant_radar_layout_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_emphasis (OctantRadarChart *self,
              int              *which,
              int               axis)
{
  if (*which == axis)
    return;
  *which = axis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (OctantRadarChart *self,
           double            x,
           double            y)
{
  int axis = octant_radar_layout_hit (ensure_layout (self), x, y);

  set_emphasis (self, &self->hovered, axis);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), axis >= 0 ? "pointer" : NULL);
}

static void
leave_cb (OctantRadarChart *self)
{
  set_emphasis (self, &self->hovered, -1);
}

static void
pressed_cb (OctantRadarChart *self,
            int               n_press,
            double            x,
            double            y)
{
  int axis = octant_radar_layout_hit (ensure_layout (self), x, y);

  if (axis >= 0)
    g_signal_emit (self, signals[SIGNAL_AXIS_ACTIVATED], 0, (guint) axis);
}

static void
point_activate_cb (OctantRadarChart *self,
                   OctantChartPoint *point)
{
  g_signal_emit (self, signals[SIGNAL_AXIS_ACTIVATED], 0, octant_chart_point_get_index (point));
}

static void
point_focus_cb (OctantRadarChart *self,
                GParamSpec       *pspec,
                GtkWidget        *point)
{
  int index = (int) octant_chart_point_get_index (OCTANT_CHART_POINT (point));

  if (gtk_widget_has_focus (point))
    set_emphasis (self, &self->focused, index);
  else if (self->focused == index)
    set_emphasis (self, &self->focused, -1);
}

static GtkWidget *
find_point (OctantRadarChart *self,
            guint             index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && octant_chart_point_get_index (OCTANT_CHART_POINT (child)) != index)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static gboolean
octant_radar_chart_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (widget);
  int axis = keyboard ? self->focused : octant_radar_layout_hit (ensure_layout (self), x, y);
  GtkWidget *point = axis >= 0 ? find_point (self, (guint) axis) : NULL;
  OctantRect rect;

  if (point == NULL)
    return FALSE;
  rect = octant_radar_layout_get_label_rect (ensure_layout (self), (guint) axis);
  gtk_tooltip_set_text (tooltip, octant_chart_point_get_text (OCTANT_CHART_POINT (point)));
  if (rect.width > 0)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height });

  return TRUE;
}

static GtkSizeRequestMode
octant_radar_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
octant_radar_chart_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 260;
      *natural = 520;
    }
  else
    {
      *minimum = *natural = for_size < 0 ? 260 : CLAMP (for_size * 4 / 5, 260, 460);
    }
}

static void
octant_radar_chart_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (widget);

  g_clear_pointer (&self->layout, octant_radar_layout_free);
  place_points (self);
}

static void
octant_radar_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  const OctantChartStyle *style = octant_paint_get_style ();
  int axis = self->hovered >= 0 ? self->hovered : self->focused;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  octant_radar_draw (cr, ensure_layout (self), style);
  cairo_destroy (cr);
  if (axis >= 0 && axis < (int) octant_radar_layout_get_n_axes (self->layout))
    {
      cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      octant_radar_draw_focus (cr, self->layout, style, (guint) axis);
      cairo_destroy (cr);
    }
}

static void
octant_radar_chart_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (octant_radar_chart_parent_class)->css_changed (widget, change);
  relayout (OCTANT_RADAR_CHART (widget));
}

static void
octant_radar_chart_direction_changed (GtkWidget       *widget,
                                      GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (octant_radar_chart_parent_class)->direction_changed (widget, previous);
  relayout (OCTANT_RADAR_CHART (widget));
}

static void
remove_points (OctantRadarChart *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
octant_radar_chart_dispose (GObject *object)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (object);

  remove_points (self);
  g_clear_pointer (&self->layout, octant_radar_layout_free);

  G_OBJECT_CLASS (octant_radar_chart_parent_class)->dispose (object);
}

static void
octant_radar_chart_finalize (GObject *object)
{
  OctantRadarChart *self = OCTANT_RADAR_CHART (object);

  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->arrays);

  G_OBJECT_CLASS (octant_radar_chart_parent_class)->finalize (object);
}

static void
octant_radar_chart_class_init (OctantRadarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_radar_chart_dispose;
  object_class->finalize = octant_radar_chart_finalize;
  widget_class->get_request_mode = octant_radar_chart_get_request_mode;
  widget_class->measure = octant_radar_chart_measure;
  widget_class->size_allocate = octant_radar_chart_size_allocate;
  widget_class->snapshot = octant_radar_chart_snapshot;
  widget_class->css_changed = octant_radar_chart_css_changed;
  widget_class->direction_changed = octant_radar_chart_direction_changed;
  widget_class->query_tooltip = octant_radar_chart_query_tooltip;

  signals[SIGNAL_AXIS_ACTIVATED] = g_signal_new ("axis-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "radarchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
octant_radar_chart_init (OctantRadarChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->arrays = g_ptr_array_new_with_free_func (g_free);
  self->hovered = self->focused = -1;
  self->data.max = 5;
  self->data.n_rings = 5;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  octant_paint_follow_style (GTK_WIDGET (self));
}

void
octant_radar_chart_set_data (OctantRadarChart      *self,
                             const OctantRadarData *data,
                             const char *const     *descriptions)
{
  g_return_if_fail (OCTANT_IS_RADAR_CHART (self) && data != NULL);
  g_return_if_fail (data->n_axes == 0 || descriptions != NULL);

  if (data->n_axes != self->data.n_axes || gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL)
    {
      remove_points (self);
      self->hovered = self->focused = -1;
      for (guint i = 0; i < MIN (data->n_axes, OCTANT_RADAR_MAX_AXES); i++)
        {
          GtkWidget *point = octant_chart_point_new (i);

          g_signal_connect_object (point, "activate", G_CALLBACK (point_activate_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (point, "notify::has-focus", G_CALLBACK (point_focus_cb), self, G_CONNECT_SWAPPED);
          gtk_widget_set_parent (point, GTK_WIDGET (self));
        }
    }
  copy_data (self, data);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    octant_chart_point_set_text (OCTANT_CHART_POINT (child),
                                 descriptions[octant_chart_point_get_index (OCTANT_CHART_POINT (child))]);
  relayout (self);
}
