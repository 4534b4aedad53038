/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cycle-switcher.h"

#include <glib/gi18n.h>

#include "octant-level-pill.h"

struct _OctantCycleSwitcher
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */

  GtkMenuButton *button; /* the bin's child, which a template must not bind */
  GtkPopover *popover;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkSortListModel *cycles; /* by institution, in each the newest first */
};

typedef enum
{
  PROP_SESSION = 1,
} OctantCycleSwitcherProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantCycleSwitcher, octant_cycle_switcher, ADW_TYPE_BIN)

static void
activate_cb (OctantCycleSwitcher *self,
             guint                position)
{
  g_autoptr (OctantCycleItem) item = g_list_model_get_item (G_LIST_MODEL (self->cycles), position);

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s", octant_cycle_item_get_id (item));
}

static void
assessment_cb (OctantCycleSwitcher *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  const char *institution = octant_session_get_institution (self->session);
  const char *title = assessment != NULL ? octant_assessment_get_title (assessment) : NULL;
  g_autofree char *label = NULL;

  gtk_label_set_label (self->title, institution != NULL ? institution : _("Octant"));
  gtk_label_set_label (self->subtitle, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), title != NULL);
  /* Translators: the institution, then the title of its assessment */
  label = g_strdup_printf (_("Assessment: %s, %s"), institution != NULL ? institution : "",
                           title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_session (OctantCycleSwitcher *self,
             OctantSession       *session)
{
  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL)
    {
      gtk_sort_list_model_set_model (self->cycles, octant_session_get_cycles (session));
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::institution", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_cycle_switcher_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_CYCLE_SWITCHER (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_cycle_switcher_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (OCTANT_CYCLE_SWITCHER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_cycle_switcher_dispose (GObject *object)
{
  OctantCycleSwitcher *self = OCTANT_CYCLE_SWITCHER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CYCLE_SWITCHER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_cycle_switcher_parent_class)->dispose (object);
}

static void
octant_cycle_switcher_class_init (OctantCycleSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_cycle_switcher_get_property;
  object_class->set_property = octant_cycle_switcher_set_property;
  object_class->dispose = octant_cycle_switcher_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_LEVEL_PILL);
  g_type_ensure (OCTANT_TYPE_CYCLE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-cycle-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantCycleSwitcher, cycles);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleSwitcher, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleSwitcher, title);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
octant_cycle_switcher_init (OctantCycleSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}
