/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-row.h"

#include <glib/gi18n.h>

#include "octant-tip.h"

struct _OctantInterviewRow
{
  AdwBin parent_instance;

  OctantInterviewItem *item; /* (owned) (nullable) */

  GtkMenuButton *more;
  GMenuModel *row_menu;
};

typedef enum
{
  PROP_ITEM = 1,
} OctantInterviewRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (OctantInterviewRow, octant_interview_row, ADW_TYPE_BIN)

/* "interview.edit" of the row is "interviews.edit" of the page, about this one. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  OctantInterviewRow *self = OCTANT_INTERVIEW_ROW (widget);
  g_autofree char *page_action = g_strdup_printf ("interviews.%s", strchr (name, '.') + 1);

  if (self->item != NULL)
    gtk_widget_activate_action (widget, page_action, "s", octant_interview_item_get_id (self->item));
}

/* A menu takes longer to make than the rest of its row, and of most rows nobody opens it. */
static void
popup_cb (GtkMenuButton *more,
          gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (more) == NULL)
    gtk_menu_button_set_menu_model (more, OCTANT_INTERVIEW_ROW (user_data)->row_menu);
}

static void
octant_interview_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, OCTANT_INTERVIEW_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_interview_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id != PROP_ITEM)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&OCTANT_INTERVIEW_ROW (object)->item, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
octant_interview_row_dispose (GObject *object)
{
  OctantInterviewRow *self = OCTANT_INTERVIEW_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEW_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (octant_interview_row_parent_class)->dispose (object);
}

static void
octant_interview_row_class_init (OctantInterviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_interview_row_get_property;
  object_class->set_property = octant_interview_row_set_property;
  object_class->dispose = octant_interview_row_dispose;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, OCTANT_TYPE_INTERVIEW_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_INTERVIEW_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewRow, more);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewRow, row_menu);
  gtk_widget_class_install_action (widget_class, "interview.edit", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "interview.keep", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "interview.delete", NULL, menu_action);
}

static void
octant_interview_row_init (OctantInterviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_tip_set (GTK_WIDGET (self->more), _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  gtk_menu_button_set_create_popup_func (self->more, popup_cb, self, NULL);
}
