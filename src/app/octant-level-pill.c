/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-level-pill.h"

#include <glib/gi18n.h>

#include "octant-paint.h"
#include "octant-tip.h"

#define PADDING 8

struct _OctantLevelPill
{
  GtkWidget parent_instance;

  int level;
  int n_levels;
  PangoLayout *layout; /* (owned) (nullable) */
};

typedef enum
{
  PROP_LEVEL = 1,
  PROP_N_LEVELS,
} OctantLevelPillProperty;

static GParamSpec *props[PROP_N_LEVELS + 1];

G_DEFINE_FINAL_TYPE (OctantLevelPill, octant_level_pill, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (OctantLevelPill *self)
{
  g_autofree char *text = NULL;

  if (self->layout != NULL)
    return self->layout;
  text = self->level >= 0 ? g_strdup_printf ("%d", self->level) : g_strdup ("–");
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  return self->layout;
}

static void
update_label (OctantLevelPill *self)
{
  g_autofree char *label = self->level >= 0 ? g_strdup_printf (_("Level %d"), self->level)
                                            : g_strdup (_("No level"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  octant_tip_set (GTK_WIDGET (self), label);
}

static void
octant_level_pill_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  int width, height;

  pango_layout_get_pixel_size (ensure_layout (OCTANT_LEVEL_PILL (widget)), &width, &height);
  height += 2;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (width + 2 * PADDING, height);
  else
    *minimum = *natural = height;
}

static void
octant_level_pill_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  OctantLevelPill *self = OCTANT_LEVEL_PILL (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  const OctantLevelColor *level = octant_chart_style_get_level (style, MAX (self->level, 0), self->n_levels);
  GdkRGBA fill = octant_paint_color (self->level >= 0 ? &level->fill : &style->track);
  GdkRGBA text = octant_paint_color (self->level >= 0 ? &level->text : &style->dim);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  PangoLayout *layout = ensure_layout (self);
  PangoRectangle ink;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((width - ink.width) / 2.0f - ink.x,
                                                (height - ink.height) / 2.0f - ink.y));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
octant_level_pill_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  OctantLevelPill *self = OCTANT_LEVEL_PILL (widget);

  GTK_WIDGET_CLASS (octant_level_pill_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
octant_level_pill_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OctantLevelPill *self = OCTANT_LEVEL_PILL (object);

  switch ((OctantLevelPillProperty) prop_id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, self->level);
      break;
    case PROP_N_LEVELS:
      g_value_set_int (value, self->n_levels);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_level_pill_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OctantLevelPill *self = OCTANT_LEVEL_PILL (object);

  switch ((OctantLevelPillProperty) prop_id)
    {
    case PROP_LEVEL:
      octant_level_pill_set_level (self, g_value_get_int (value));
      break;
    case PROP_N_LEVELS:
      self->n_levels = g_value_get_int (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_level_pill_dispose (GObject *object)
{
  OctantLevelPill *self = OCTANT_LEVEL_PILL (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (octant_level_pill_parent_class)->dispose (object);
}

static void
octant_level_pill_class_init (OctantLevelPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_level_pill_get_property;
  object_class->set_property = octant_level_pill_set_property;
  object_class->dispose = octant_level_pill_dispose;
  widget_class->measure = octant_level_pill_measure;
  widget_class->snapshot = octant_level_pill_snapshot;
  widget_class->css_changed = octant_level_pill_css_changed;

  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, -1, 9, -1, flags);
  props[PROP_N_LEVELS] = g_param_spec_int ("n-levels", NULL, NULL, 1, 9, 5, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "levelpill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
octant_level_pill_init (OctantLevelPill *self)
{
  self->level = -1;
  self->n_levels = 5;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  octant_paint_follow_style (GTK_WIDGET (self));
  update_label (self);
}

GtkWidget *
octant_level_pill_new (void)
{
  return g_object_new (OCTANT_TYPE_LEVEL_PILL, NULL);
}

void
octant_level_pill_set_level (OctantLevelPill *self,
                             int              level)
{
  g_return_if_fail (OCTANT_IS_LEVEL_PILL (self));

  if (self->level == level)
    return;
  self->level = level;
  g_clear_object (&self->layout);
  update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}
