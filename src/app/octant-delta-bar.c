/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-delta-bar.h"

#include <math.h>

#include "octant-paint.h"

#define THICKNESS 8

struct _OctantDeltaBar
{
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (OctantDeltaBar, octant_delta_bar, GTK_TYPE_WIDGET)

static void
octant_delta_bar_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 48 : THICKNESS;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : THICKNESS;
}

static void
octant_delta_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  OctantDeltaBar *self = OCTANT_DELTA_BAR (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  float width = (float) gtk_widget_get_width (widget);
  float top = ((float) gtk_widget_get_height (widget) - THICKNESS) / 2;
  float middle = width / 2;
  float size = (float) fabs (self->share) * (middle - 1);
  gboolean to_right = (self->share > 0) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  GdkRGBA track = octant_paint_color (&style->track);
  GdkRGBA fill = octant_paint_color (self->share < 0 ? &style->dim : &octant_chart_style_get_level (style, 4, 5)->fill);

  gtk_snapshot_append_color (snapshot, &track, &GRAPHENE_RECT_INIT (0, top + THICKNESS / 2.0f - 0.5f, width, 1));
  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT (to_right ? middle : middle - size, top, size, THICKNESS));
  fill = octant_paint_color (&style->dim);
  gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (middle - 0.5f, top - 2, 1, THICKNESS + 4));
}

static void
octant_delta_bar_class_init (OctantDeltaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = octant_delta_bar_measure;
  widget_class->snapshot = octant_delta_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "deltabar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
octant_delta_bar_init (OctantDeltaBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  octant_paint_follow_style (GTK_WIDGET (self));
}

GtkWidget *
octant_delta_bar_new (double share)
{
  OctantDeltaBar *self = g_object_new (OCTANT_TYPE_DELTA_BAR, NULL);

  self->share = CLAMP (share, -1, 1);

  return GTK_WIDGET (self);
}
