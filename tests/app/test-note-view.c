/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-note-view.h"
#include "octant-words.h"
#include "test-utilities.h"

typedef struct
{
  GtkWidget *window;
  OctantNoteView *note;
  guint n_keep;
  guint n_refused;
  guint n_typed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->note = g_object_new (OCTANT_TYPE_NOTE_VIEW, "longest", GPOINTER_TO_UINT (user_data), NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->note));
  g_signal_connect_swapped (fixture->note, "keep", G_CALLBACK (count_cb), &fixture->n_keep);
  g_signal_connect_swapped (fixture->note, "refused", G_CALLBACK (count_cb), &fixture->n_refused);
  g_signal_connect_swapped (fixture->note, "typed", G_CALLBACK (count_cb), &fixture->n_typed);
  gtk_window_present (GTK_WINDOW (fixture->window));
  octant_test_settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_signal_handlers_disconnect_by_func (fixture->note, count_cb, &fixture->n_keep);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->note)), text, -1);
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = octant_note_view_dup_text (fixture->note);

  g_assert_cmpstr (text, ==, expected);
}

/* What is typed stays until it is settled; what the program sets is not typed. */
static void
test_text (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_note_view_set_text (fixture->note, "Before");
  assert_text (fixture, "Before");
  g_assert_cmpuint (fixture->n_typed, ==, 0);
  type (fixture, " and ");
  g_assert_cmpuint (fixture->n_typed, ==, 1);
  octant_note_view_set_text (fixture->note, "Another");
  assert_text (fixture, "Before and ");
  octant_note_view_settle (fixture->note);
  /* As it was kept, without the space at its end. */
  octant_note_view_set_text (fixture->note, "Before and");
  assert_text (fixture, "Before and ");
  octant_note_view_set_text (fixture->note, "Another");
  assert_text (fixture, "Another");
  g_assert_cmpuint (fixture->n_typed, ==, 1);
}

/* As if the keyboard went elsewhere, which it does in a window that has it alone. */
static void
leave (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->note));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

static void
test_keep (Fixture      *fixture,
           gconstpointer user_data)
{
  guint n;

  type (fixture, "A");
  n = fixture->n_keep;
  octant_test_wait_until (fixture->n_keep > n);
  type (fixture, "B");
  n = fixture->n_keep;
  leave (fixture);
  g_assert_cmpuint (fixture->n_keep, ==, n + 1);
}

static gboolean
type_cb (gpointer user_data)
{
  type (user_data, "a");
  return G_SOURCE_CONTINUE;
}

/* Who writes without a pause has it kept after a while, too, and as often again. */
static void
test_longest (Fixture      *fixture,
              gconstpointer user_data)
{
  guint typing = g_timeout_add (20, type_cb, fixture);

  for (guint n = 1; n <= 2; n++)
    {
      octant_test_wait_until (fixture->n_keep == n);
      octant_note_view_settle (fixture->note);
      type (fixture, "b");
      g_assert_cmpuint (fixture->n_keep, ==, n);
    }
  g_source_remove (typing);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *text = g_strnfill (OCTANT_WORDS_TEXT - 1, 'a');

  type (fixture, text);
  type (fixture, "bc");
  assert_text (fixture, text);
  g_assert_cmpuint (fixture->n_refused, ==, 1);
  g_assert_cmpuint (fixture->n_typed, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/note-view/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/note-view/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/note-view/longest", Fixture, GUINT_TO_POINTER (1), set_up, test_longest, tear_down);
  g_test_add ("/note-view/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
