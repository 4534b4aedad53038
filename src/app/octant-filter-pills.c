/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-filter-pills.h"

#include <glib/gi18n.h>

#include "octant-tip.h"

struct _OctantFilterPills
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */

  AdwWrapBox *pills; /* the bin's child, which a template must not bind */
};

typedef enum
{
  PROP_SESSION = 1,
} OctantFilterPillsProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantFilterPills, octant_filter_pills, ADW_TYPE_BIN)

/* Conditions are numbered from 0, facets count down from -1. */
static void
pill_clicked_cb (GtkButton         *button,
                 OctantFilterPills *self)
{
  OctantRequirementFilter *filter = octant_session_get_filter (self->session);
  int what = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "what"));

  if (what >= 0)
    octant_requirement_filter_set_condition (filter, (OctantItemFlags) (1 << what), FALSE);
  else
    octant_requirement_filter_set_facet (filter, (OctantFacet) (-1 - what), NULL);
}

static void
add_pill (OctantFilterPills *self,
          const char        *text,
          int                what)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is what a filter asks for, as in “Unanswered” */
  g_autofree char *tip = g_strdup_printf (_("Do not filter by “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (button), box);
  octant_tip_set (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "filter-pill");
  gtk_widget_add_css_class (button, "caption");
  g_object_set_data (G_OBJECT (button), "what", GINT_TO_POINTER (what));
  g_signal_connect_object (button, "clicked", G_CALLBACK (pill_clicked_cb), self, G_CONNECT_DEFAULT);
  adw_wrap_box_append (self->pills, button);
}

static void
update_cb (OctantFilterPills *self)
{
  OctantRequirementFilter *filter = octant_session_get_filter (self->session);
  guint conditions = octant_requirement_filter_get_conditions (filter);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    adw_wrap_box_remove (self->pills, child);
  for (int i = 0; i < 32; i++)
    if ((conditions & (1u << i)) != 0)
      add_pill (self, octant_condition_get_name ((OctantItemFlags) (1u << i)), i);
  for (int i = 0; i < OCTANT_N_FACETS; i++)
    {
      g_autofree char *text = octant_requirement_filter_describe_facet (filter, (OctantFacet) i);

      if (text != NULL)
        add_pill (self, text, -1 - i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), octant_requirement_filter_is_active (filter));
}

static void
octant_filter_pills_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_FILTER_PILLS (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_filter_pills_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OctantFilterPills *self = OCTANT_FILTER_PILLS (object);

  if (prop_id != PROP_SESSION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (!g_set_object (&self->session, g_value_get_object (value)) || self->session == NULL)
    return;
  g_signal_connect_object (octant_session_get_filter (self->session), "changed", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
octant_filter_pills_dispose (GObject *object)
{
  OctantFilterPills *self = OCTANT_FILTER_PILLS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_FILTER_PILLS);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_filter_pills_parent_class)->dispose (object);
}

static void
octant_filter_pills_class_init (OctantFilterPillsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_filter_pills_get_property;
  object_class->set_property = octant_filter_pills_set_property;
  object_class->dispose = octant_filter_pills_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-filter-pills.ui");
}

static void
octant_filter_pills_init (OctantFilterPills *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pills = ADW_WRAP_BOX (adw_bin_get_child (ADW_BIN (self)));
}
