/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-menu.h"

#include <glib/gi18n.h>

#include "octant-chart-table-dialog.h"

struct _OctantChartMenu
{
  AdwBin parent_instance;

  OctantChart *chart; /* (owned) (nullable) */
  char *spec;         /* (owned) (nullable) */
  char *title;        /* (owned) (nullable) */

  GtkMenuButton *button;
};

typedef enum
{
  PROP_CHART = 1,
  PROP_SPEC,
  PROP_TITLE,
} OctantChartMenuProperty;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (OctantChartMenu, octant_chart_menu, ADW_TYPE_BIN)

static void
append_item (GMenu      *section,
             const char *label,
             const char *action,
             const char *target) /* (nullable) */
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target != NULL ? g_variant_new_string (target) : NULL);
  g_menu_append_item (section, item);
}

/* A popover takes longer to make than all the rest, and few are ever opened: it is made when it is. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  OctantChartMenu *self = OCTANT_CHART_MENU (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) picture = g_menu_new ();
  g_autoptr (GMenu) figures = g_menu_new ();

  if (self->spec != NULL)
    {
      append_item (picture, _("_Save As…"), "win.save-chart", self->spec);
      append_item (picture, _("_Copy Picture"), "win.copy-chart", self->spec);
    }
  append_item (figures, _("Show as _Table"), "chart-menu.show-table", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (picture));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (figures));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  OctantChartMenu *self = OCTANT_CHART_MENU (widget);

  if (self->chart != NULL)
    adw_dialog_present (octant_chart_table_dialog_new (self->title != NULL ? self->title : _("Chart"),
                                                       octant_chart_dup_table (self->chart)),
                        widget);
}

static void
octant_chart_menu_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OctantChartMenu *self = OCTANT_CHART_MENU (object);

  switch ((OctantChartMenuProperty) prop_id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_SPEC:
      g_value_set_string (value, self->spec);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_chart_menu_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OctantChartMenu *self = OCTANT_CHART_MENU (object);

  switch ((OctantChartMenuProperty) prop_id)
    {
    case PROP_CHART:
      octant_chart_menu_set_chart (self, g_value_get_object (value));
      break;
    case PROP_SPEC:
      octant_chart_menu_set_spec (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      octant_chart_menu_set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_chart_menu_dispose (GObject *object)
{
  g_clear_object (&OCTANT_CHART_MENU (object)->chart);

  G_OBJECT_CLASS (octant_chart_menu_parent_class)->dispose (object);
}

static void
octant_chart_menu_finalize (GObject *object)
{
  OctantChartMenu *self = OCTANT_CHART_MENU (object);

  g_free (self->spec);
  g_free (self->title);

  G_OBJECT_CLASS (octant_chart_menu_parent_class)->finalize (object);
}

static void
octant_chart_menu_class_init (OctantChartMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_chart_menu_get_property;
  object_class->set_property = octant_chart_menu_set_property;
  object_class->dispose = octant_chart_menu_dispose;
  object_class->finalize = octant_chart_menu_finalize;

  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, OCTANT_TYPE_CHART, flags);
  props[PROP_SPEC] = g_param_spec_string ("spec", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "chart-menu.show-table", NULL, show_table_action);
}

static void
octant_chart_menu_init (OctantChartMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Chart Menu"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
}

void
octant_chart_menu_set_chart (OctantChartMenu *self,
                             OctantChart     *chart)
{
  g_return_if_fail (OCTANT_IS_CHART_MENU (self));

  if (g_set_object (&self->chart, chart))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

void
octant_chart_menu_set_spec (OctantChartMenu *self,
                            const char      *spec)
{
  g_return_if_fail (OCTANT_IS_CHART_MENU (self));

  if (g_set_str (&self->spec, spec))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPEC]);
}

void
octant_chart_menu_set_title (OctantChartMenu *self,
                             const char      *title)
{
  g_return_if_fail (OCTANT_IS_CHART_MENU (self));

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}
