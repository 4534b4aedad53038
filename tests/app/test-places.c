/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-attack-page.h"
#include "octant-evidence-page.h"
#include "octant-history-page.h"
#include "octant-interviews-page.h"
#include "octant-journal-page.h"
#include "octant-overview-page.h"
#include "octant-subdomain-page.h"

/*
 * The pages of the window: what is not on screen costs nothing when GTK styles the window
 * again, and is as it was when it comes back.
 */

#define SCROLLED 50

static const struct
{
  const char *action;
  const char *target;
  GType (*get_type) (void);
} places[] = {
  { "show-place", "overview", octant_overview_page_get_type },
  { "show-place", "interviews", octant_interviews_page_get_type },
  { "show-place", "evidence", octant_evidence_page_get_type },
  { "show-place", "history", octant_history_page_get_type },
  { "show-place", "journal", octant_journal_page_get_type },
  { "show-place", "attack", octant_attack_page_get_type },
  { "show-node", "AP.02", octant_subdomain_page_get_type },
};

static GtkWidget *
get_page (WindowFixture *fixture,
          guint          place)
{
  return window_find (fixture, places[place].get_type ());
}

static void
show (WindowFixture *fixture,
      guint          place)
{
  window_activate (fixture, places[place].action, places[place].target);
  g_assert_true (gtk_widget_get_mapped (adw_bin_get_child (ADW_BIN (get_page (fixture, place)))));
}

/* GTK styles all that is not hidden, whether it is on screen or not. */
static gboolean
is_alone (WindowFixture *fixture,
          guint          place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (gtk_widget_is_visible (adw_bin_get_child (ADW_BIN (get_page (fixture, i)))) != (i == place))
      return FALSE;
  return TRUE;
}

static void
test_alone (WindowFixture *fixture,
            gconstpointer  user_data)
{
  octant_test_wait_until (is_alone (fixture, 0));
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        show (fixture, i);
        octant_test_wait_until (is_alone (fixture, i));
      }
  /* One after the other, without a frame between them. */
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window), places[i].action,
                                    g_variant_new_string (places[i].target));
  octant_test_wait_until (is_alone (fixture, G_N_ELEMENTS (places) - 1));
}

static gboolean
take_keyboard (WindowFixture *fixture,
               GtkWidget     *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return (focus != NULL && gtk_widget_is_ancestor (focus, page)) || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* The keyboard comes back to where it was on a page, and is nowhere on a page that is not on screen. */
static void
test_keyboard (WindowFixture *fixture,
               gconstpointer  user_data)
{
  GtkWidget *before[G_N_ELEMENTS (places)];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *page = get_page (fixture, i);

      show (fixture, i);
      octant_test_wait_until (is_alone (fixture, i));
      octant_test_wait_until (take_keyboard (fixture, page));
      before[i] = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (gtk_widget_is_ancestor (before[i], page));
    }
  for (guint i = 0; i < G_N_ELEMENTS (places) - 1; i++)
    {
      show (fixture, i);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before[i]);
      octant_test_wait_until (is_alone (fixture, i));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == before[i]);
    }
}

static void
marked_cb (GtkWidget     *widget,
           GtkStateFlags  before,
           guint         *n)
{
  *n += ((before ^ gtk_widget_get_state_flags (widget)) & (GTK_STATE_FLAG_FOCUS_WITHIN | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0;
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The window is not styled once more when a dialog that is on screen takes the keyboard: what says that it has it, stays. */
static void
test_dialog (WindowFixture *fixture,
             gconstpointer  focus_visible)
{
  AdwDialog *dialog;
  guint n = 0;

  show (fixture, 0);
  octant_test_wait_until (take_keyboard (fixture, get_page (fixture, 0)));
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), focus_visible != NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-exclusions", NULL);
  g_signal_connect (fixture->window, "state-flags-changed", G_CALLBACK (marked_cb), &n);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_false (has_keyboard (GTK_WIDGET (dialog)));
  octant_test_wait_until (has_keyboard (GTK_WIDGET (dialog)));
  g_assert_cmpuint (n, ==, 0);
  g_signal_handlers_disconnect_by_func (fixture->window, marked_cb, &n);
  adw_dialog_force_close (dialog);
  octant_test_settle ();
  g_assert_true (has_keyboard (get_page (fixture, 0)));
}

/* Of what can be scrolled on a page, the first that is on screen and longer than that. (nullable) (transfer none) */
static GtkAdjustment *
find_scroll (GtkWidget *widget)
{
  GtkAdjustment *scroll = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  if (scroll != NULL && gtk_adjustment_get_upper (scroll) >= gtk_adjustment_get_page_size (scroll) + SCROLLED)
    return scroll;
  scroll = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && scroll == NULL;
       child = gtk_widget_get_next_sibling (child))
    scroll = find_scroll (child);
  return scroll;
}

static void
test_scroll (WindowFixture *fixture,
             gconstpointer  user_data)
{
  static const guint shown[] = { 0, 4, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GtkWidget *page = get_page (fixture, shown[i]);
      GtkAdjustment *scroll;

      show (fixture, shown[i]);
      octant_test_wait_until (find_scroll (page) != NULL);
      /* A sub-domain begins at its head, and sees to it for some frames. */
      octant_test_settle ();
      octant_test_settle ();
      scroll = find_scroll (page);
      gtk_adjustment_set_value (scroll, SCROLLED);
      octant_test_settle ();
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (scroll), SCROLLED, 2);
      show (fixture, 3);
      octant_test_wait_until (is_alone (fixture, 3));
      show (fixture, shown[i]);
      octant_test_wait_until (is_alone (fixture, shown[i]));
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (scroll), SCROLLED, 2);
    }
}

/* Where the new page has no place for the keyboard yet, the old one keeps it until the next frame: it is not kept for ever by that. */
static void
test_no_place (WindowFixture *fixture,
               gconstpointer  user_data)
{
  octant_test_wait_until (take_keyboard (fixture, get_page (fixture, 0)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("attack"));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  octant_test_wait_until (is_alone (fixture, 5));
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/places/alone", WindowFixture, NULL, window_set_up, test_alone, window_tear_down);
  g_test_add ("/places/keyboard", WindowFixture, NULL, window_set_up, test_keyboard, window_tear_down);
  g_test_add ("/places/dialog/pointer", WindowFixture, NULL, window_set_up, test_dialog, window_tear_down);
  g_test_add ("/places/dialog/keyboard", WindowFixture, "", window_set_up, test_dialog, window_tear_down);
  g_test_add ("/places/scroll", WindowFixture, NULL, window_set_up, test_scroll, window_tear_down);
  g_test_add ("/places/no-place", WindowFixture, NULL, window_set_up, test_no_place, window_tear_down);
  return g_test_run ();
}
