/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-node-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-paint.h"
#include "octant-score-bar.h"
#include "octant-texts.h"

struct _OctantNodeBar
{
  GtkWidget parent_instance;

  OctantNode *node; /* (owned) (nullable) */
  int aspect;       /* -1: the whole node */
  OctantScoreBarData drawn;
};

G_DEFINE_FINAL_TYPE (OctantNodeBar, octant_node_bar, GTK_TYPE_WIDGET)

/* A node outlives its assessment until the page shows the next one, which may be a frame later. */
static gboolean
has_scores (OctantNodeBar *self)
{
  return self->node != NULL && octant_node_get_assessment (self->node) != NULL;
}

static void
get_data (OctantNodeBar      *self,
          OctantScoreBarData *data)
{
  OctantModel *model = octant_assessment_get_model (octant_node_get_assessment (self->node));
  const OctantScore *score = octant_node_get_score (self->node);
  gboolean applicable = score->applicable && (self->aspect < 0 || score->has_aspect[self->aspect]);

  data->max = octant_model_get_n_levels (model);
  data->n_levels = (int) octant_model_get_n_levels (model);
  data->previous = NAN;
  data->value = data->value_hi = NAN;
  if (!applicable)
    return;
  if (self->aspect < 0)
    {
      data->value = octant_rational_to_double (&score->s);
      data->value_hi = octant_rational_to_double (&score->s_hi);
      data->level = score->l;
      return;
    }
  data->value = octant_rational_to_double (&score->s_aspect[self->aspect]);
  data->value_hi = octant_rational_to_double (&score->s_aspect_hi[self->aspect]);
  data->level = score->l_aspect[self->aspect];
}

/* What a screen reader says instead of the bare number. */
static char *
dup_text (OctantNodeBar *self)
{
  const OctantScore *score = octant_node_get_score (self->node);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!score->applicable || (self->aspect >= 0 && !score->has_aspect[self->aspect]))
    return g_strdup ("–");
  low = octant_rational_to_text (self->aspect < 0 ? &score->s : &score->s_aspect[self->aspect], 2);
  high = octant_rational_to_text (self->aspect < 0 ? &score->s_hi : &score->s_aspect_hi[self->aspect], 2);
  return octant_format_interval (low, high);
}

static gboolean
same_value (double a,
            double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_bar (const OctantScoreBarData *a,
          const OctantScoreBarData *b)
{
  return same_value (a->value, b->value) && same_value (a->value_hi, b->value_hi) && a->level == b->level
         && a->max == b->max && a->n_levels == b->n_levels;
}

/* Most changes of a node are not seen on its bar. */
static void
update_cb (OctantNodeBar *self)
{
  OctantScoreBarData data = { 0 };
  g_autofree char *text = NULL;

  if (has_scores (self))
    get_data (self, &data);
  if (same_bar (&data, &self->drawn))
    return;
  self->drawn = data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!has_scores (self))
    return;
  text = dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, data.max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isnan (data.value) ? 0.0 : data.value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
octant_node_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : 6;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : 6;
}

static void
octant_node_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  OctantNodeBar *self = OCTANT_NODE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  OctantRect box = { 0, (height - 6) / 2, width, 6 };
  cairo_t *cr;

  if (!has_scores (self))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  octant_score_bar_draw (cr, &self->drawn, octant_paint_get_style (), &box,
                         gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cairo_destroy (cr);
}

static void
octant_node_bar_dispose (GObject *object)
{
  OctantNodeBar *self = OCTANT_NODE_BAR (object);

  octant_node_bar_set_node (self, NULL, -1);

  G_OBJECT_CLASS (octant_node_bar_parent_class)->dispose (object);
}

static void
octant_node_bar_class_init (OctantNodeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_node_bar_dispose;
  widget_class->measure = octant_node_bar_measure;
  widget_class->snapshot = octant_node_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "nodebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
octant_node_bar_init (OctantNodeBar *self)
{
  self->aspect = -1;
  octant_paint_follow_style (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Score"), -1);
}

/* @aspect: -1 for the whole node */
void
octant_node_bar_set_node (OctantNodeBar *self,
                          OctantNode    *node,
                          int            aspect)
{
  g_return_if_fail (OCTANT_IS_NODE_BAR (self));

  self->aspect = aspect;
  if (self->node != node)
    {
      if (self->node != NULL)
        g_signal_handlers_disconnect_by_func (self->node, update_cb, self);
      g_set_object (&self->node, node);
      if (node != NULL)
        g_signal_connect_object (node, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
    }
  update_cb (self);
}
