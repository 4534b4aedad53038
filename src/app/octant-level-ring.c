/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-level-ring.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-paint.h"
#include "octant-ring.h"

#define SIZE 168

struct _OctantLevelRing
{
  GtkWidget parent_instance;

  OctantNode *node; /* (owned) (nullable) */
};

typedef enum
{
  PROP_NODE = 1,
} OctantLevelRingProperty;

static GParamSpec *props[PROP_NODE + 1];

G_DEFINE_FINAL_TYPE (OctantLevelRing, octant_level_ring, GTK_TYPE_WIDGET)

/* @numeral keeps the text of the data. */
static void
get_data (OctantLevelRing *self,
          OctantRingData  *data,
          char           **numeral)
{
  OctantModel *model = octant_assessment_get_model (octant_node_get_assessment (self->node));
  const OctantScore *score = octant_node_get_score (self->node);

  data->max = octant_model_get_n_levels (model);
  data->value = score->applicable ? octant_rational_to_double (&score->s) : NAN;
  data->value_hi = score->applicable ? octant_rational_to_double (&score->s_hi) : NAN;
  *numeral = score->applicable ? g_strdup_printf ("%d", score->l) : g_strdup ("–");
  data->numeral = *numeral;
  data->caption = _("Level");
}

static void
update_cb (OctantLevelRing *self)
{
  OctantRingData data = { 0 };
  g_autofree char *numeral = NULL;
  g_autofree char *text = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->node == NULL)
    return;
  get_data (self, &data, &numeral);
  text = g_strdup_printf (_("Level %s"), numeral);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, data.max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isnan (data.value) ? 0.0 : data.value,
                                  -1);
}

static void
octant_level_ring_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  *minimum = 144;
  *natural = SIZE;
}

static void
octant_level_ring_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  OctantLevelRing *self = OCTANT_LEVEL_RING (widget);
  OctantRect box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  OctantRingData data = { 0 };
  g_autofree char *numeral = NULL;
  cairo_t *cr;

  /* A node outlives its assessment until the page shows the next one, which may be a frame later. */
  if (self->node == NULL || octant_node_get_assessment (self->node) == NULL)
    return;
  get_data (self, &data, &numeral);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) box.width, (float) box.height));
  octant_ring_draw (cr, &data, octant_paint_get_style (), gtk_widget_get_pango_context (widget), &box,
                    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  cairo_destroy (cr);
}

static void
octant_level_ring_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_NODE)
    g_value_set_object (value, OCTANT_LEVEL_RING (object)->node);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_level_ring_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (prop_id == PROP_NODE)
    octant_level_ring_set_node (OCTANT_LEVEL_RING (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_level_ring_dispose (GObject *object)
{
  octant_level_ring_set_node (OCTANT_LEVEL_RING (object), NULL);

  G_OBJECT_CLASS (octant_level_ring_parent_class)->dispose (object);
}

static void
octant_level_ring_class_init (OctantLevelRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_level_ring_get_property;
  object_class->set_property = octant_level_ring_set_property;
  object_class->dispose = octant_level_ring_dispose;
  widget_class->measure = octant_level_ring_measure;
  widget_class->snapshot = octant_level_ring_snapshot;

  props[PROP_NODE] = g_param_spec_object ("node", NULL, NULL, OCTANT_TYPE_NODE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "levelring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
octant_level_ring_init (OctantLevelRing *self)
{
  octant_paint_follow_style (GTK_WIDGET (self));
}

void
octant_level_ring_set_node (OctantLevelRing *self,
                            OctantNode      *node)
{
  g_return_if_fail (OCTANT_IS_LEVEL_RING (self));

  if (self->node == node)
    return;
  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, update_cb, self);
  g_set_object (&self->node, node);
  if (node != NULL)
    g_signal_connect_object (node, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NODE]);
}
