/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart.h"

#include "octant-chart-point.h"
#include "octant-paint.h"

typedef struct
{
  GPtrArray *kept; /* (owned) copies of what is shown */
  int min_width;
  int nat_width;
  int width;       /* of the layout */
  int height;
  int hovered;     /* point under the pointer, -1 for none */
  int focused;     /* point with the keyboard focus, -1 for none */
  int last;        /* point that had it last: Tab comes back to it */
} OctantChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OctantChart, octant_chart, GTK_TYPE_WIDGET)

static OctantChartPrivate *
get_private (OctantChart *self)
{
  return octant_chart_get_instance_private (self);
}

static guint
get_n_points (OctantChart *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));

  return last != NULL ? octant_chart_point_get_index (OCTANT_CHART_POINT (last)) + 1 : 0;
}

static OctantChartPoint *
find_point (OctantChart *self,
            int          index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && (int) octant_chart_point_get_index (OCTANT_CHART_POINT (child)) != index)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? OCTANT_CHART_POINT (child) : NULL;
}

static void
set_emphasis (OctantChart *self,
              int         *which,
              int          point)
{
  if (*which == point)
    return;
  *which = point;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (OctantChart *self,
           double       x,
           double       y)
{
  OctantChartClass *klass = OCTANT_CHART_GET_CLASS (self);
  int point = klass->hit (self, x, y);

  set_emphasis (self, &get_private (self)->hovered, point);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), point >= 0 && klass->activate != NULL ? "pointer" : NULL);
}

static void
leave_cb (OctantChart *self)
{
  set_emphasis (self, &get_private (self)->hovered, -1);
}

static void
activate (OctantChart *self,
          int          point)
{
  OctantChartClass *klass = OCTANT_CHART_GET_CLASS (self);

  if (point >= 0 && klass->activate != NULL)
    klass->activate (self, (guint) point);
}

static void
released_cb (OctantChart *self,
             int          n_press,
             double       x,
             double       y)
{
  activate (self, OCTANT_CHART_GET_CLASS (self)->hit (self, x, y));
}

static void
point_activate_cb (OctantChart      *self,
                   OctantChartPoint *point)
{
  activate (self, (int) octant_chart_point_get_index (point));
}

static void
point_focus_cb (OctantChart *self,
                GParamSpec  *pspec,
                GtkWidget   *point)
{
  OctantChartPrivate *priv = get_private (self);
  int index = (int) octant_chart_point_get_index (OCTANT_CHART_POINT (point));

  if (gtk_widget_has_focus (point))
    {
      set_emphasis (self, &priv->focused, index);
      priv->last = index;
    }
  else if (priv->focused == index)
    set_emphasis (self, &priv->focused, -1);
}

static void
set_n_points (OctantChart *self,
              guint        n)
{
  OctantChartPrivate *priv = get_private (self);
  guint there = get_n_points (self);

  for (; there > n; there--)
    gtk_widget_unparent (gtk_widget_get_last_child (GTK_WIDGET (self)));
  for (; there < n; there++)
    {
      GtkWidget *point = octant_chart_point_new (there);

      g_signal_connect_object (point, "activate", G_CALLBACK (point_activate_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (point, "notify::has-focus", G_CALLBACK (point_focus_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (point, GTK_WIDGET (self));
    }
  priv->hovered = priv->hovered < (int) n ? priv->hovered : -1;
  priv->focused = priv->focused < (int) n ? priv->focused : -1;
}

static gboolean
octant_chart_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  OctantChart *self = OCTANT_CHART (widget);
  OctantChartClass *klass = OCTANT_CHART_GET_CLASS (self);
  int index = keyboard ? get_private (self)->focused : klass->hit (self, x, y);
  OctantChartPoint *point = find_point (self, index);
  OctantRect rect;

  if (point == NULL)
    return FALSE;
  rect = (klass->get_tip_rect != NULL ? klass->get_tip_rect : klass->get_rect) (self, (guint) index);
  gtk_tooltip_set_text (tooltip, octant_chart_point_get_text (point));
  if (rect.width > 0)
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height });

  return TRUE;
}

/* Tab leaves the chart, however many points it has: arrow keys lead through them. Not asked of has-focus, which is false in a
 * window that is not the active one. */
static gboolean
octant_chart_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  OctantChart *self = OCTANT_CHART (widget);
  OctantChartPrivate *priv = get_private (self);
  OctantChartPoint *point;
  GtkWidget *within = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (octant_chart_parent_class)->focus (widget, direction);
  if (within != NULL && gtk_widget_is_focus (within))
    {
      priv->last = (int) octant_chart_point_get_index (OCTANT_CHART_POINT (within));
      return FALSE;
    }
  point = find_point (self, priv->last);
  if (point == NULL)
    point = find_point (self, 0);

  return point != NULL && gtk_widget_grab_focus (GTK_WIDGET (point));
}

static GtkSizeRequestMode
octant_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
octant_chart_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  OctantChart *self = OCTANT_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_private (self)->min_width;
      *natural = get_private (self)->nat_width;
    }
  else
    {
      *minimum = *natural = OCTANT_CHART_GET_CLASS (self)->get_height (self, for_size);
    }
}

/* The focusable points stand where they are drawn. */
static void
octant_chart_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  OctantChart *self = OCTANT_CHART (widget);
  OctantChartClass *klass = OCTANT_CHART_GET_CLASS (self);
  OctantChartPrivate *priv = get_private (self);

  if (priv->width != width || priv->height != height)
    klass->forget_layout (self);
  priv->width = width;
  priv->height = height;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      OctantRect rect = klass->get_rect (self, octant_chart_point_get_index (OCTANT_CHART_POINT (child)));
      GtkAllocation box = { (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &box, -1);
    }
}

/* The font may be another one, and with it the height that is wanted. */
static void
octant_chart_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (octant_chart_parent_class)->css_changed (widget, change);
  OCTANT_CHART_GET_CLASS (widget)->forget_layout (OCTANT_CHART (widget));
  gtk_widget_queue_resize (widget);
}

static void
octant_chart_direction_changed (GtkWidget       *widget,
                                GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (octant_chart_parent_class)->direction_changed (widget, previous);
  octant_chart_relayout (OCTANT_CHART (widget));
}

static void
octant_chart_dispose (GObject *object)
{
  OctantChart *self = OCTANT_CHART (object);

  set_n_points (self, 0);
  OCTANT_CHART_GET_CLASS (self)->forget_layout (self);

  G_OBJECT_CLASS (octant_chart_parent_class)->dispose (object);
}

static void
octant_chart_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (OCTANT_CHART (object))->kept);

  G_OBJECT_CLASS (octant_chart_parent_class)->finalize (object);
}

static void
octant_chart_class_init (OctantChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_chart_dispose;
  object_class->finalize = octant_chart_finalize;
  widget_class->get_request_mode = octant_chart_get_request_mode;
  widget_class->measure = octant_chart_measure;
  widget_class->size_allocate = octant_chart_size_allocate;
  widget_class->css_changed = octant_chart_css_changed;
  widget_class->direction_changed = octant_chart_direction_changed;
  widget_class->query_tooltip = octant_chart_query_tooltip;
  widget_class->focus = octant_chart_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
octant_chart_init (OctantChart *self)
{
  OctantChartPrivate *priv = get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->kept = g_ptr_array_new_with_free_func (g_free);
  priv->hovered = priv->focused = -1;
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  octant_paint_follow_style (GTK_WIDGET (self));
}

void
octant_chart_set_widths (OctantChart *self,
                         int          minimum,
                         int          natural)
{
  g_return_if_fail (OCTANT_IS_CHART (self));

  get_private (self)->min_width = minimum;
  get_private (self)->nat_width = natural;
}

void
octant_chart_set_points (OctantChart       *self,
                         guint              n,
                         const char *const *descriptions)
{
  g_return_if_fail (OCTANT_IS_CHART (self));
  g_return_if_fail (n == 0 || descriptions != NULL);

  set_n_points (self, n);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    octant_chart_point_set_text (OCTANT_CHART_POINT (child),
                                 descriptions[octant_chart_point_get_index (OCTANT_CHART_POINT (child))]);
}

void
octant_chart_set_stride (OctantChart *self,
                         guint        n)
{
  g_return_if_fail (OCTANT_IS_CHART (self) && n > 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    octant_chart_point_set_stride (OCTANT_CHART_POINT (child), n);
}

int
octant_chart_get_emphasis (OctantChart *self)
{
  OctantChartPrivate *priv;

  g_return_val_if_fail (OCTANT_IS_CHART (self), -1);

  priv = get_private (self);

  return priv->hovered >= 0 ? priv->hovered : priv->focused;
}

int
octant_chart_get_hovered (OctantChart *self)
{
  g_return_val_if_fail (OCTANT_IS_CHART (self), -1);

  return get_private (self)->hovered;
}

OctantChartTable *
octant_chart_dup_table (OctantChart *self)
{
  g_return_val_if_fail (OCTANT_IS_CHART (self), NULL);

  return OCTANT_CHART_GET_CLASS (self)->dup_table (self);
}

void
octant_chart_relayout (OctantChart *self)
{
  g_return_if_fail (OCTANT_IS_CHART (self));

  OCTANT_CHART_GET_CLASS (self)->forget_layout (self);
  octant_chart_move_points (self);
}

void
octant_chart_move_points (OctantChart *self)
{
  g_return_if_fail (OCTANT_IS_CHART (self));

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

cairo_t *
octant_chart_append_cairo (OctantChart *self,
                           GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                  (float) gtk_widget_get_height (widget)));
}

const char *
octant_chart_keep_string (OctantChart *self,
                          const char  *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (get_private (self)->kept, copy);

  return copy;
}

const char *const *
octant_chart_keep_strings (OctantChart       *self,
                           const char *const *texts,
                           guint              n)
{
  const char **copy;

  if (texts == NULL)
    return NULL;
  copy = g_new0 (const char *, n + 1);
  g_ptr_array_add (get_private (self)->kept, copy);
  for (guint i = 0; i < n; i++)
    copy[i] = octant_chart_keep_string (self, texts[i]);

  return copy;
}

gpointer
octant_chart_keep_array (OctantChart  *self,
                         gconstpointer array,
                         gsize         size)
{
  gpointer copy;

  if (array == NULL || size == 0)
    return NULL;
  copy = g_memdup2 (array, size);
  g_ptr_array_add (get_private (self)->kept, copy);

  return copy;
}

void
octant_chart_forget_data (OctantChart *self)
{
  g_return_if_fail (OCTANT_IS_CHART (self));

  g_ptr_array_set_size (get_private (self)->kept, 0);
}
