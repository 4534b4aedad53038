/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-point.h"

#include "octant-tip.h"

struct _OctantChartPoint
{
  GtkWidget parent_instance;

  guint index;
  guint stride;
  char *text; /* (owned) (nullable) */
};

typedef enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
} OctantChartPointSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantChartPoint, octant_chart_point, GTK_TYPE_WIDGET)

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int stride = (int) OCTANT_CHART_POINT (widget)->stride;
  GtkWidget *next = widget;
  int across, down, step;

  g_variant_get (args, "(ii)", &across, &down);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;
  step = across + down * stride;
  for (int i = 0; i < ABS (step) && next != NULL; i++)
    next = step > 0 ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  /* A line of points runs round; a grid ends at its edges. */
  if (next == NULL && stride == 1)
    {
      GtkWidget *chart = gtk_widget_get_parent (widget);

      next = step > 0 ? gtk_widget_get_first_child (chart) : gtk_widget_get_last_child (chart);
    }
  if (next != NULL)
    gtk_widget_grab_focus (next);

  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);

  return GDK_EVENT_STOP;
}

static void
octant_chart_point_finalize (GObject *object)
{
  g_free (OCTANT_CHART_POINT (object)->text);

  G_OBJECT_CLASS (octant_chart_point_parent_class)->finalize (object);
}

static void
octant_chart_point_class_init (OctantChartPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    int across;
    int down;
  } moves[] = {
    { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Down, 0, 1 }, { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Up, 0, -1 },
  };

  G_OBJECT_CLASS (klass)->finalize = octant_chart_point_finalize;
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chartpoint");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(ii)", moves[i].across, moves[i].down);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);
}

static void
octant_chart_point_init (OctantChartPoint *self)
{
  self->stride = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
octant_chart_point_new (guint index)
{
  OctantChartPoint *self = g_object_new (OCTANT_TYPE_CHART_POINT, NULL);

  self->index = index;

  return GTK_WIDGET (self);
}

guint
octant_chart_point_get_index (OctantChartPoint *self)
{
  g_return_val_if_fail (OCTANT_IS_CHART_POINT (self), 0);

  return self->index;
}

void
octant_chart_point_set_stride (OctantChartPoint *self,
                               guint             stride)
{
  g_return_if_fail (OCTANT_IS_CHART_POINT (self) && stride > 0);

  self->stride = stride;
}

void
octant_chart_point_set_text (OctantChartPoint *self,
                             const char       *text)
{
  g_return_if_fail (OCTANT_IS_CHART_POINT (self));

  if (!g_set_str (&self->text, text))
    return;
  octant_tip_set (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const char *
octant_chart_point_get_text (OctantChartPoint *self)
{
  g_return_val_if_fail (OCTANT_IS_CHART_POINT (self), NULL);

  return self->text;
}
