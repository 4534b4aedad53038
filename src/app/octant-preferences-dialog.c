/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-preferences-dialog.h"

struct _OctantPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwEntryRow *assessor;
};

G_DEFINE_FINAL_TYPE (OctantPreferencesDialog, octant_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
octant_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (octant_preferences_dialog_parent_class)->dispose (object);
}

static void
octant_preferences_dialog_class_init (OctantPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantPreferencesDialog, assessor);
}

static void
octant_preferences_dialog_init (OctantPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_preferences_dialog_new (GSettings *settings)
{
  OctantPreferencesDialog *self = g_object_new (OCTANT_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "assessor", self->assessor, "text", G_SETTINGS_BIND_DEFAULT);
  return ADW_DIALOG (self);
}
