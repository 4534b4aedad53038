/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-preferences-dialog.h"

#include <glib/gi18n.h>

#include "octant-words.h"

struct _OctantPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings; /* (owned) (nullable) */
  char *data_dir;      /* (owned) (nullable) */

  AdwEntryRow *assessor;
  GtkLabel *error;
  AdwComboRow *language;
  AdwActionRow *folder;
};

G_DEFINE_FINAL_TYPE (OctantPreferencesDialog, octant_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* What cannot stand in the journal is said here, and goes no further. */
static void
assessor_cb (OctantPreferencesDialog *self)
{
  const char *fault = octant_words_find_fault (self->assessor, OCTANT_WORDS_NAME);

  gtk_label_set_label (self->error, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), fault != NULL);
  if (fault == NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "assessor", gtk_editable_get_text (GTK_EDITABLE (self->assessor)));
}

static void
language_cb (OctantPreferencesDialog *self)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, "text-language", (int) adw_combo_row_get_selected (self->language));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
open_folder_cb (OctantPreferencesDialog *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->data_dir);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, opened_cb,
                            g_object_ref (self));
}

static void
octant_preferences_dialog_dispose (GObject *object)
{
  OctantPreferencesDialog *self = OCTANT_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_PREFERENCES_DIALOG);
  g_clear_pointer (&self->data_dir, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, OctantPreferencesDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantPreferencesDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, OctantPreferencesDialog, language);
  gtk_widget_class_bind_template_callback (widget_class, assessor_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
octant_preferences_dialog_init (OctantPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_preferences_dialog_new (GSettings  *settings,
                               const char *data_dir)
{
  OctantPreferencesDialog *self = g_object_new (OCTANT_TYPE_PREFERENCES_DIALOG, NULL);
  /* In the order of OctantTextsLanguage. */
  const char *const names[] = { _("As the Interface"), "中文", "English", _("Both"), NULL };
  g_autofree char *assessor = NULL;
  g_autoptr (GtkStringList) languages = gtk_string_list_new (names);

  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
  adw_combo_row_set_selected (self->language, (guint) g_settings_get_enum (settings, "text-language"));
  assessor = g_settings_get_string (settings, "assessor");
  gtk_editable_set_text (GTK_EDITABLE (self->assessor), assessor);
  self->settings = g_object_ref (settings);
  self->data_dir = g_strdup (data_dir);
  adw_action_row_set_subtitle (self->folder, data_dir);
  return ADW_DIALOG (self);
}
