/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-rating-button.h"

#include "octant-texts.h"

struct _OctantRatingButton
{
  GtkToggleButton parent_instance;

  OctantRating rating;
  PangoLayout *layout; /* (owned) (nullable): made when it is needed */
};

G_DEFINE_FINAL_TYPE (OctantRatingButton, octant_rating_button, GTK_TYPE_TOGGLE_BUTTON)

static PangoLayout *
get_layout (OctantRatingButton *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), octant_rating_get_letter (self->rating));
  return self->layout;
}

static void
octant_rating_button_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (get_layout (OCTANT_RATING_BUTTON (widget)), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
octant_rating_button_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  OctantRatingButton *self = OCTANT_RATING_BUTTON (widget);
  int width, height;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  pango_layout_get_pixel_size (get_layout (self), &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((gtk_widget_get_width (widget) - width) / 2),
                                                          (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
octant_rating_button_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (octant_rating_button_parent_class)->css_changed (widget, change);
  g_clear_object (&OCTANT_RATING_BUTTON (widget)->layout);
}

static void
octant_rating_button_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (octant_rating_button_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&OCTANT_RATING_BUTTON (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
octant_rating_button_dispose (GObject *object)
{
  g_clear_object (&OCTANT_RATING_BUTTON (object)->layout);

  G_OBJECT_CLASS (octant_rating_button_parent_class)->dispose (object);
}

static void
octant_rating_button_class_init (OctantRatingButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_rating_button_dispose;
  widget_class->measure = octant_rating_button_measure;
  widget_class->snapshot = octant_rating_button_snapshot;
  widget_class->css_changed = octant_rating_button_css_changed;
  widget_class->system_setting_changed = octant_rating_button_system_setting_changed;
}

static void
octant_rating_button_init (OctantRatingButton *self)
{
  /* It has no child to lay out. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-button");
}

GtkWidget *
octant_rating_button_new (OctantRating rating)
{
  OctantRatingButton *self = g_object_new (OCTANT_TYPE_RATING_BUTTON, NULL);

  self->rating = rating;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, octant_rating_get_name (rating), -1);
  return GTK_WIDGET (self);
}

OctantRating
octant_rating_button_get_rating (OctantRatingButton *self)
{
  g_return_val_if_fail (OCTANT_IS_RATING_BUTTON (self), OCTANT_RATING_UNANSWERED);

  return self->rating;
}
