/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-shortcuts-dialog.h"

#include "octant-shortcut-row.h"

struct _OctantShortcutsDialog
{
  AdwPreferencesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (OctantShortcutsDialog, octant_shortcuts_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
octant_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (octant_shortcuts_dialog_parent_class)->dispose (object);
}

static void
octant_shortcuts_dialog_class_init (OctantShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_shortcuts_dialog_dispose;

  g_type_ensure (OCTANT_TYPE_SHORTCUT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-shortcuts-dialog.ui");
}

static void
octant_shortcuts_dialog_init (OctantShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_shortcuts_dialog_new (void)
{
  return g_object_new (OCTANT_TYPE_SHORTCUTS_DIALOG, NULL);
}
