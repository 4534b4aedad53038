/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-object-switch.h"

#include <glib/gi18n.h>

#include "octant-session-objects.h"

struct _OctantObjectSwitch
{
  AdwBin parent_instance;

  OctantSession *session;   /* (owned) (nullable) */
  GSignalGroup *assessment; /* (owned) signals of the session's assessment */
  GMenuModel *menu;         /* (owned) */
  gboolean narrow;

  GtkMenuButton *button; /* the bin's child, which a template must not bind */
  GtkLabel *label;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
  PROP_SHOWN,
  PROP_SIGN,
} OctantObjectSwitchProperty;

static GParamSpec *props[PROP_SIGN + 1];

G_DEFINE_FINAL_TYPE (OctantObjectSwitch, octant_object_switch, ADW_TYPE_BIN)

static const char *
get_name (OctantObjectSwitch *self)
{
  OctantAssessment *assessment = self->session != NULL ? octant_session_get_assessment (self->session) : NULL;

  return assessment != NULL ? octant_assessment_get_shown_name (assessment) : NULL;
}

/* Names are text: an underscore in them is no mnemonic. */
static char *
escape_mnemonic (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *object_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.show-scores-of", "s", object_id);
  g_menu_append_item (menu, item);
}

/* A popover of a menu takes a part of a frame to be made: only once it is opened. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  OctantObjectSwitch *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->menu);
}

static void
update_cb (OctantObjectSwitch *self)
{
  OctantAssessment *assessment = self->session != NULL ? octant_session_get_assessment (self->session) : NULL;
  guint n = assessment != NULL ? octant_assessment_get_n_objects (assessment) : 0;
  const char *name = get_name (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) objects = g_menu_new ();

  append (menu, _("All Objects"), "");
  for (guint slot = 0; slot < n; slot++)
    {
      OctantRecord *object = octant_assessment_get_object (assessment, slot);
      g_autofree char *label = escape_mnemonic (octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME));

      append (objects, label, octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT));
    }
  g_menu_append_section (menu, _("Scores of One Object"), G_MENU_MODEL (objects));
  g_set_object (&self->menu, G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->button, NULL);
  gtk_label_set_label (self->label, name != NULL ? name : _("All Objects"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), n > 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGN]);
}

static void
assessment_cb (OctantObjectSwitch *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  update_cb (self);
}

static void
set_session (OctantObjectSwitch *self,
             OctantSession      *session)
{
  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::object", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_object_switch_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  OctantObjectSwitch *self = OCTANT_OBJECT_SWITCH (object);

  switch ((OctantObjectSwitchProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, get_name (self) != NULL);
      break;
    case PROP_SIGN:
      if (get_name (self) == NULL)
        g_value_set_static_string (value, "");
      else
        /* Translators: %s is the name of a protected object */
        g_value_take_string (value, g_strdup_printf (_("Scores of %s"), get_name (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_object_switch_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  OctantObjectSwitch *self = OCTANT_OBJECT_SWITCH (object);

  switch ((OctantObjectSwitchProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = !self->narrow;
      gtk_widget_set_visible (GTK_WIDGET (self->label), !self->narrow);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SHOWN:
    case PROP_SIGN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_object_switch_dispose (GObject *object)
{
  OctantObjectSwitch *self = OCTANT_OBJECT_SWITCH (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_OBJECT_SWITCH);

  G_OBJECT_CLASS (octant_object_switch_parent_class)->dispose (object);
}

static void
octant_object_switch_class_init (OctantObjectSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->get_property = octant_object_switch_get_property;
  object_class->set_property = octant_object_switch_set_property;
  object_class->dispose = octant_object_switch_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION, write);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, write);
  props[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, read);
  props[PROP_SIGN] = g_param_spec_string ("sign", NULL, NULL, "", read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-object-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantObjectSwitch, label);
}

static void
octant_object_switch_init (OctantObjectSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (update_cb), self);
  update_cb (self);
}

GMenuModel *
octant_object_switch_get_menu (OctantObjectSwitch *self)
{
  g_return_val_if_fail (OCTANT_IS_OBJECT_SWITCH (self), NULL);

  return self->menu;
}
