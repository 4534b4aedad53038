/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <malloc.h>

#include "octant-discard.h"
#include "octant-preferences-dialog.h"
#include "octant-session-manage.h"
#include "octant-settings.h"
#include "octant-shortcuts-dialog.h"
#include "octant-texts.h"
#include "octant-window.h"

struct _OctantApplication
{
  AdwApplication parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  GSettings *settings;    /* (owned) (nullable) */
  char *data_dir;         /* (owned) (nullable) */
  char *demo_dir;         /* (owned) (nullable): thrown away at the end */
  gboolean demo;
  gboolean exit_after_startup;
  guint signal_sources[2];
};

G_DEFINE_FINAL_TYPE (OctantApplication, octant_application, ADW_TYPE_APPLICATION)

/* Quitting is closing the window: it waits for what is not on disk. A dialog would keep the window open. */
static void
close_window (OctantApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog;

  if (window == NULL)
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  while (ADW_IS_APPLICATION_WINDOW (window)
         && (dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL)
    adw_dialog_force_close (dialog);
  gtk_window_close (window);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  OctantApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!ADW_IS_APPLICATION_WINDOW (window) || !octant_discard_ask_before_quitting (ADW_APPLICATION_WINDOW (window)))
    close_window (self);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  OctantApplication *self = user_data;
  OctantAssessment *assessment = self->session != NULL ? octant_session_get_assessment (self->session) : NULL;
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("Octant"),
                "application-icon", OCTANT_APP_ID,
                "version", OCTANT_VERSION,
                "developer-name", _("The Octant contributors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Assesses a financial institution against a cybersecurity maturity model."),
                /* Translators: your names, one on each line */
                "translator-credits", _("translator-credits"),
                NULL);
  if (assessment != NULL)
    {
      OctantModel *model = octant_assessment_get_model (assessment);
      g_autofree char *title = g_markup_escape_text (octant_localise (octant_model_get_title (model)), -1);
      g_autofree char *text = g_markup_escape_text (octant_localise (octant_model_get_provenance (model)), -1);
      g_autofree char *section = g_strdup_printf ("%s\n%s", title, text);

      adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (dialog), _("Maturity Model"), NULL,
                                          GTK_LICENSE_CUSTOM, section);
    }
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  OctantApplication *self = user_data;

  if (self->settings != NULL)
    adw_dialog_present (octant_preferences_dialog_new (self->settings, octant_session_get_data_dir (self->session)),
                        GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  adw_dialog_present (octant_shortcuts_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (user_data))));
}

/* Who ends the session from outside does not answer a question, and kills what waits for one. */
static gboolean
signal_cb (gpointer user_data)
{
  close_window (user_data);
  return G_SOURCE_CONTINUE;
}

static void
exit_when_ready_cb (OctantApplication *self)
{
  if (octant_session_get_state (self->session) != OCTANT_SESSION_LOADING)
    close_window (self);
}

static gboolean
trim_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/*
 * Reading the model and making the window leave many small gaps between what stays: they are
 * an eighth of the memory, and go back to the system once, when there is nothing else to do.
 */
static void
trim_when_ready_cb (OctantApplication *self)
{
  if (octant_session_get_state (self->session) != OCTANT_SESSION_READY)
    return;
  g_signal_handlers_disconnect_by_func (self->session, trim_when_ready_cb, self);
  g_idle_add_full (G_PRIORITY_LOW, trim_cb, NULL, NULL);
}

/* The sample is made once the empty data directory is open. */
static void
fill_demo_cb (OctantApplication *self)
{
  if (octant_session_get_state (self->session) != OCTANT_SESSION_EMPTY)
    return;
  g_signal_handlers_disconnect_by_func (self->session, fill_demo_cb, self);
  octant_session_create_sample (self->session);
}

static void
assessor_cb (OctantApplication *self)
{
  g_autofree char *assessor = g_settings_get_string (self->settings, "assessor");

  octant_session_set_actor (self->session, assessor);
}

static void
text_language_cb (OctantApplication *self)
{
  octant_texts_set_language ((OctantTextsLanguage) g_settings_get_enum (self->settings, "text-language"));
  octant_session_refresh (self->session);
}

static void
create_session (OctantApplication *self)
{
  g_autofree char *last = NULL;

  self->session = octant_session_new (self->demo_dir != NULL ? self->demo_dir : self->data_dir);
  self->settings = octant_settings_new ();
  if (self->settings == NULL)
    return;
  last = g_settings_get_string (self->settings, "last-cycle");
  octant_session_set_wanted (self->session, last);
  g_signal_connect_object (self->settings, "changed::assessor", G_CALLBACK (assessor_cb), self, G_CONNECT_SWAPPED);
  assessor_cb (self);
  g_signal_connect_object (self->settings, "changed::text-language", G_CALLBACK (text_language_cb), self,
                           G_CONNECT_SWAPPED);
  text_language_cb (self);
}

static void
octant_application_activate (GApplication *application)
{
  OctantApplication *self = OCTANT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      if (self->session == NULL)
        create_session (self);
      g_signal_connect_object (self->session, "notify::state", G_CALLBACK (trim_when_ready_cb), self, G_CONNECT_SWAPPED);
      /* The data are read while the window is made. */
      octant_session_open (self->session);
      window = GTK_WINDOW (octant_window_new (GTK_APPLICATION (self), self->session));
      if (self->demo)
        g_signal_connect_object (self->session, "notify::state", G_CALLBACK (fill_demo_cb), self, G_CONNECT_SWAPPED);
      if (self->exit_after_startup)
        g_signal_connect_object (self->session, "notify::state", G_CALLBACK (exit_when_ready_cb), self,
                                 G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  gtk_window_present (window);
}

static int
octant_application_command_line (GApplication            *application,
                                 GApplicationCommandLine *command_line)
{
  OctantApplication *self = OCTANT_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GError) error = NULL;

  /* A second start shows the window that is there; what it is to open was decided by the first. */
  if (self->session == NULL)
    {
      g_variant_dict_lookup (options, "data-dir", "^ay", &self->data_dir);
      g_variant_dict_lookup (options, "demo", "b", &self->demo);
      g_variant_dict_lookup (options, "exit-after-startup", "b", &self->exit_after_startup);
      if (self->demo && self->data_dir == NULL)
        {
          self->demo_dir = g_dir_make_tmp ("octant-demo-XXXXXX", &error);
          if (self->demo_dir == NULL)
            {
              g_application_command_line_printerr (command_line, "%s\n", error->message);
              return 1;
            }
        }
    }
  g_application_activate (application);
  return 0;
}

static void
add_actions (OctantApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
    { "about", about_action, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
    { "shortcuts", shortcuts_action, NULL, NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.clear-filter", { "<Control><Shift>l", NULL } },
    { "win.find-domain", { "<Control><Shift>f", NULL } },
    { "win.new-assessment", { "<Control>n", NULL } },
    { "win.toggle-details", { "F9", NULL } },
    { "win.help", { "F1", NULL } },
    { "app.shortcuts", { "<Control>question", NULL } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}

static void
octant_application_startup (GApplication *application)
{
  OctantApplication *self = OCTANT_APPLICATION (application);

  G_APPLICATION_CLASS (octant_application_parent_class)->startup (application);

  add_actions (self);
  self->signal_sources[0] = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->signal_sources[1] = g_unix_signal_add (SIGINT, signal_cb, self);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
octant_application_shutdown (GApplication *application)
{
  OctantApplication *self = OCTANT_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  if (self->session != NULL)
    octant_session_close (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  if (self->demo_dir != NULL)
    remove_folder (self->demo_dir);

  G_APPLICATION_CLASS (octant_application_parent_class)->shutdown (application);
}

static void
octant_application_finalize (GObject *object)
{
  OctantApplication *self = OCTANT_APPLICATION (object);

  g_free (self->data_dir);
  g_free (self->demo_dir);

  G_OBJECT_CLASS (octant_application_parent_class)->finalize (object);
}

static void
octant_application_class_init (OctantApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = octant_application_finalize;
  application_class->activate = octant_application_activate;
  application_class->command_line = octant_application_command_line;
  application_class->startup = octant_application_startup;
  application_class->shutdown = octant_application_shutdown;
}

static void
octant_application_init (OctantApplication *self)
{
  static const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Keep the data in DIR"), N_ ("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a sample that is thrown away at the end"), NULL },
    { "exit-after-startup", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Quit when the window is there"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

OctantApplication *
octant_application_new (void)
{
  return g_object_new (OCTANT_TYPE_APPLICATION,
                       "application-id", OCTANT_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/octantapp/Octant",
                       NULL);
}
