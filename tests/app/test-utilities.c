/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-gradual-list.h"

#include <glib/gstdio.h>
#include <locale.h>

static GtkApplication *application;

void
octant_test_expire (gpointer expired)
{
  *(gboolean *) expired = TRUE;
}

void
octant_test_init (int    *argc,
                  char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  application = GTK_APPLICATION (adw_application_new ("io.github.octantapp.Octant.Test", G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, NULL);
}

char *
octant_test_empty_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("octant-test-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

static void
copy_dir (const char *from,
          const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir_with_parents (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_dir (source, target);
      else
        {
          g_autoptr (GFile) a = g_file_new_for_path (source);
          g_autoptr (GFile) b = g_file_new_for_path (target);
          g_autoptr (GError) error = NULL;

          g_file_copy (a, b, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
        }
    }
}

void
octant_test_remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        octant_test_remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

OctantSession *
octant_test_open_session (const char *dir)
{
  OctantSession *session = octant_session_new (dir);

  octant_session_open (session);
  octant_test_wait_until (octant_session_get_state (session) != OCTANT_SESSION_LOADING);
  return session;
}

char *
octant_test_sample_dir (void)
{
  static char *master;
  char *dir = octant_test_empty_dir ();

  if (master == NULL)
    {
      OctantSession *session;

      master = octant_test_empty_dir ();
      session = octant_test_open_session (master);
      octant_session_create_sample (session);
      octant_test_wait_until (octant_session_get_state (session) == OCTANT_SESSION_READY);
      octant_test_wait_saved (session);
      octant_session_close (session);
      g_object_unref (session);
    }
  copy_dir (master, dir);
  return dir;
}

OctantWindow *
octant_test_open_window (OctantSession *session,
                         int            width,
                         int            height)
{
  OctantWindow *window = OCTANT_WINDOW (octant_window_new (application, session));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  octant_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  octant_test_settle ();
  return window;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  int *frames = user_data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Three frames of each window: what one lays out, the next paints, and idle work comes between. */
void
octant_test_activate (OctantWindow *window,
                      const char   *name,
                      const char   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, parameter != NULL ? g_variant_new_string (parameter) : NULL);
  octant_test_settle ();
}

void
octant_test_settle (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      int frames = 3;

      if (!gtk_widget_get_mapped (window))
        continue;
      gtk_widget_add_tick_callback (window, tick_cb, &frames, NULL);
      octant_test_wait_until (frames == 0);
    }
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
octant_test_wait_saved (OctantSession *session)
{
  octant_test_wait_until (octant_session_is_settled (session));
  g_assert_cmpint (octant_session_get_save_state (session), ==, OCTANT_SAVE_STATE_SAVED);
}

static void
notice_cb (GString    *notices,
           const char *message)
{
  g_string_append_printf (notices, "%s\n", message);
}

void
octant_test_collect_notices (OctantSession *session,
                             GString       *notices)
{
  g_signal_connect_swapped (session, "notice", G_CALLBACK (notice_cb), notices);
}

void
octant_test_close_window (OctantWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  octant_test_wait_until (window == NULL);
}

void
octant_test_close_session (OctantSession *session)
{
  gpointer left = session;

  g_object_add_weak_pointer (G_OBJECT (session), &left);
  octant_session_close (session);
  g_object_unref (session);
  octant_test_wait_until (left == NULL);
}

GtkWidget *
octant_test_find (GtkWidget *widget,
                  GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        return child;
      found = octant_test_find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GListModel *
octant_test_get_model (GtkWidget *view)
{
  GListModel *model = GTK_IS_LIST_VIEW (view)
                          ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))
                          : G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  GListModel *behind = GTK_IS_NO_SELECTION (model) ? gtk_no_selection_get_model (GTK_NO_SELECTION (model)) : model;

  return OCTANT_IS_GRADUAL_LIST (behind) ? octant_gradual_list_get_model (OCTANT_GRADUAL_LIST (behind)) : model;
}

gboolean
octant_test_press (GtkWidget      *widget,
                   guint           key,
                   GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}
