/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include <signal.h>
#include <sys/resource.h>

#include "octant-detail-pane.h"
#include "octant-item-row.h"
#include "octant-journal-page.h"
#include "octant-level-pill.h"
#include "octant-node-bar.h"
#include "octant-rating-toggle.h"
#include "octant-shortcut-row.h"
#include "octant-subdomain-page.h"
#include "octant-tree-row.h"

static GtkWidget *
get_list (WindowFixture *fixture)
{
  return octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW);
}

static void
press (WindowFixture *fixture,
       guint    key)
{
  octant_test_press (get_list (fixture), key, GDK_NO_MODIFIER_MASK);
  octant_test_settle ();
}

static void
test_navigation (WindowFixture *fixture,
                 gconstpointer user_data)
{
  window_activate (fixture, "show-node", "AP.02");
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "AP.02");
  /* The first requirement is selected. */
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "AP.02.1.H.01");
  /* A domain leads to its first sub-domain. */
  window_activate (fixture, "show-node", "ED");
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "ED.01");
  window_activate (fixture, "show-requirement", "SH.05.2.P.01");
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "SH.05");
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "SH.05.2.P.01");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), get_list (fixture)));
  window_activate (fixture, "show-place", "history");
  window_activate (fixture, "show-place", "overview");
  /* What is not there changes nothing. */
  window_activate (fixture, "show-node", "XX.99");
  window_activate (fixture, "show-requirement", "XX.99.1.P.01");
}

static void
test_keys (WindowFixture *fixture,
           gconstpointer user_data)
{
  static const struct
  {
    guint key;
    OctantRating rating;
  } keys[] = {
    { GDK_KEY_1, OCTANT_RATING_N }, { GDK_KEY_2, OCTANT_RATING_P },
    { GDK_KEY_3, OCTANT_RATING_L }, { GDK_KEY_4, OCTANT_RATING_F },
    { GDK_KEY_0, OCTANT_RATING_UNANSWERED }, { GDK_KEY_KP_3, OCTANT_RATING_L },
  };
  OctantItem *item;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  item = octant_session_get_item (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (fixture, keys[i].key);
      g_assert_cmpint (octant_item_get_rating (item), ==, keys[i].rating);
    }
  press (fixture, GDK_KEY_j);
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "AP.02.1.P.01");
  press (fixture, GDK_KEY_k);
  g_assert_true (octant_session_get_item (fixture->session) == item);
  /* At the top it stays. */
  press (fixture, GDK_KEY_k);
  g_assert_true (octant_session_get_item (fixture->session) == item);

  press (fixture, GDK_KEY_n);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  window_activate (fixture, "focus-list", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), get_list (fixture)));
  octant_test_wait_saved (fixture->session);

  /* Whatever has the keyboard when a page comes up, it is no rating. */
  window_activate (fixture, "show-node", "AP.03");
  g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                          OCTANT_TYPE_RATING_TOGGLE));
}

static gboolean
is_in_view (WindowFixture *fixture,
            const char    *code)
{
  GtkWidget *list = octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  graphene_rect_t bounds;

  if (row == NULL || row == list || !gtk_widget_is_ancestor (row, list) || !gtk_widget_compute_bounds (row, list, &bounds)
      || g_strcmp0 (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, code) != 0)
    return FALSE;
  return bounds.size.height > 20 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
}

static gboolean
is_filled (WindowFixture *fixture)
{
  GtkWidget *list = octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))))
         == g_list_model_get_n_items (octant_test_get_model (list));
}

/* What is asked for is to be seen, also where it is the first of its level, far down a list that was not there before. */
static void
test_in_view (WindowFixture *fixture,
              gconstpointer  user_data)
{
  static const char *const codes[] = { "SH.05.3.H.01", "AP.02.4.P.01", "SH.05.5.P.01", "AP.02.1.H.01" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      window_activate (fixture, "show-requirement", codes[i]);
      octant_test_wait_until (is_filled (fixture) && is_in_view (fixture, codes[i]));
      octant_test_settle ();
      g_assert_true (is_in_view (fixture, codes[i]));
    }
}

/* A sub-domain that is opened shows what it is, above its first requirement. */
static void
test_head_in_view (WindowFixture *fixture,
                   gconstpointer  user_data)
{
  static const char *const codes[] = { "AP.02", "SH.05", "DT.01" };
  GtkAdjustment *adjustment;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      window_activate (fixture, "show-place", "overview");
      octant_test_settle ();
      window_activate (fixture, "show-node", codes[i]);
      adjustment = gtk_scrollable_get_vadjustment (
        GTK_SCROLLABLE (octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW)));
      octant_test_wait_until (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment)
                              && gtk_adjustment_get_value (adjustment) <= 0);
      octant_test_settle ();
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
    }
}

/* The toast that is shown; those that are on their way out take no click. (nullable) */
static GtkWidget *
get_toast (WindowFixture *fixture)
{
  GtkWidget *toast = octant_test_find (GTK_WIDGET (fixture->window), g_type_from_name ("AdwToastWidget"));

  while (toast != NULL && !gtk_widget_get_can_target (toast))
    toast = gtk_widget_get_next_sibling (toast);
  return toast;
}

/* Looks at what the toast says and takes it away: the next one comes at once. */
static void
check_toast (WindowFixture *fixture,
             const char    *text)
{
  GtkWidget *toast = get_toast (fixture);

  g_assert_nonnull (toast);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (octant_test_find (toast, GTK_TYPE_LABEL))), ==, text);
  /* the button that closes it */
  g_signal_emit_by_name (gtk_widget_get_last_child (toast), "clicked");
}

/* What is said many times stands once, and not before what is said last. */
static void
test_notices (WindowFixture *fixture,
              gconstpointer  user_data)
{
  static const char *const notices[] = { "Often", "Often", "Often", "Once", "Often", "Last" };
  GtkWidget *toast;

  octant_test_wait_until (get_toast (fixture) == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_emit_by_name (fixture->session, "notice", notices[i], FALSE);
  check_toast (fixture, "Once");
  check_toast (fixture, "Often");
  check_toast (fixture, "Last");
  g_assert_null (get_toast (fixture));

  g_signal_emit_by_name (fixture->session, "notice", "Last", FALSE);
  toast = get_toast (fixture);
  g_signal_emit_by_name (fixture->session, "notice", "Last", FALSE);
  g_assert_true (get_toast (fixture) == toast);
  g_signal_emit_by_name (fixture->session, "notice", "Last", TRUE);
  g_assert_true (get_toast (fixture) != toast);
  check_toast (fixture, "Last");
  g_assert_null (get_toast (fixture));
}

static void
test_confirm_and_next (WindowFixture *fixture,
                       gconstpointer user_data)
{
  OctantItem *item;
  guint carried;

  window_activate (fixture, "show-node", "AP.02");
  carried = octant_assessment_get_n_carried (octant_session_get_assessment (fixture->session), OCTANT_NODE_OVERALL);
  g_assert_cmpuint (carried, >, 0);
  do
    {
      /* The window takes the key before any list does. */
      g_assert_true (octant_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Down, GDK_CONTROL_MASK));
      octant_test_settle ();
      item = octant_session_get_item (fixture->session);
      g_assert_true (octant_item_get_rating (item) == OCTANT_RATING_UNANSWERED || octant_item_get_carried (item));
    }
  while (!octant_item_get_carried (item));
  press (fixture, GDK_KEY_c);
  g_assert_false (octant_item_get_carried (item));
  g_assert_cmpuint (octant_assessment_get_n_carried (octant_session_get_assessment (fixture->session), OCTANT_NODE_OVERALL),
                    ==, carried - 1);
  octant_test_wait_saved (fixture->session);
}

static void
test_note (WindowFixture *fixture,
           gconstpointer user_data)
{
  GtkWidget *pane, *note;
  OctantItem *item;
  g_autofree char *typed = NULL;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  item = octant_session_get_item (fixture->session);
  pane = window_find (fixture, OCTANT_TYPE_DETAIL_PANE);
  note = octant_test_find (pane, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "typed\f", -1);
  /* A pause keeps it, without the line end, which belongs to what is typed next. */
  octant_detail_pane_keep_note (OCTANT_DETAIL_PANE (pane));
  g_assert_true (octant_item_get_has_note (item));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "text", &typed, NULL);
  g_assert_cmpstr (typed, ==, "typed\n");
  /* Going on to the next requirement keeps the note with the one it was written for. */
  press (fixture, GDK_KEY_j);
  g_assert_true (octant_item_get_has_note (item));
  g_assert_false (octant_session_get_item (fixture->session) == item);
  octant_test_wait_saved (fixture->session);
}

/* On a busy machine the list gets round to the keyboard that it was asked to take only when there is writing elsewhere. */
static void
test_note_goes_on (WindowFixture *fixture,
                   gconstpointer  user_data)
{
  GtkWidget *note;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  note = octant_test_find (window_find (fixture, OCTANT_TYPE_DETAIL_PANE), GTK_TYPE_TEXT_VIEW);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "focus-list", NULL);
  octant_test_press (get_list (fixture), GDK_KEY_n, GDK_NO_MODIFIER_MASK);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == note);
  octant_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == note);
  /* Who is in the note and asks for the list gets there. */
  window_activate (fixture, "focus-list", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), get_list (fixture)));
}

/* A key that selects and takes back elsewhere leaves the requirement where it is. */
static void
test_stays_selected (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  GtkWidget *list = octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model;
  OctantItem *item;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  item = octant_session_get_item (fixture->session);
  g_assert_nonnull (item);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  /* as Space does */
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 0u, TRUE, FALSE);
  g_assert_true (octant_session_get_item (fixture->session) == item);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
}

static void
open_cycle (WindowFixture *fixture,
            const char    *id)
{
  g_autoptr (OctantAssessment) before = g_object_ref (octant_session_get_assessment (fixture->session));

  octant_session_open_cycle (fixture->session, id);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_wait_saved (fixture->session);
}

static const char *
get_note (WindowFixture *fixture,
          OctantAnswer  *answer)
{
  OctantItem *item = octant_session_get_item (fixture->session);

  octant_assessment_get_answer (octant_session_get_assessment (fixture->session), octant_item_get_requirement_index (item),
                                octant_item_get_slot (item), answer);
  return answer->note;
}

/* Another program may open another assessment while somebody types; and one that is read anew has what was done meanwhile. */
static void
test_note_at_switch (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  g_autoptr (OctantCycleItem) earlier = g_list_model_get_item (octant_session_get_cycles (fixture->session), 1);
  g_autofree char *id = g_strdup (octant_assessment_get_id (octant_session_get_assessment (fixture->session)));
  g_autoptr (OctantAssessment) before = g_object_ref (octant_session_get_assessment (fixture->session));
  GtkTextBuffer *buffer;
  OctantAnswer answer;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (octant_test_find (window_find (fixture, OCTANT_TYPE_DETAIL_PANE), GTK_TYPE_TEXT_VIEW)));
  octant_session_open_cycle (fixture->session, octant_cycle_item_get_id (earlier));
  gtk_text_buffer_set_text (buffer, "typed while another one was read", -1);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_wait_saved (fixture->session);
  open_cycle (fixture, id);
  g_assert_cmpstr (get_note (fixture, &answer), ==, "typed while another one was read");

  g_set_object (&before, octant_session_get_assessment (fixture->session));
  octant_session_open_cycle (fixture->session, id);
  gtk_text_buffer_set_text (buffer, "typed while it was read again", -1);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpstr (get_note (fixture, &answer), ==, "typed while it was read again");
}

/* How many there are below @widget. */
static guint
assert_choices_named (GtkWidget *widget)
{
  guint n = GTK_IS_DROP_DOWN (widget);

  if (n > 0)
    {
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += assert_choices_named (child);
  return n;
}

static void
assert_one_line (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (widget))), ==, 1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_one_line (child);
}

/*
 * A list of choices says what is chosen in it, and then which one; GTK makes its name of what was chosen. Open, its short
 * texts take a line each, however short the one that is chosen.
 */
static void
test_choices (WindowFixture *fixture,
              gconstpointer user_data)
{
  static const char *const places[] = { "overview", "interviews", "evidence", "history", "journal", "attack" };
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    window_activate (fixture, "show-place", places[i]);
  g_assert_cmpuint (assert_choices_named (GTK_WIDGET (fixture->window)), >, 10);

  window_activate (fixture, "show-place", "journal");
  choice = GTK_WIDGET (gtk_widget_get_template_child (window_find (fixture, OCTANT_TYPE_JOURNAL_PAGE),
                                                      OCTANT_TYPE_JOURNAL_PAGE, "period"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  g_signal_emit_by_name (choice, "activate");
  octant_test_settle ();
  octant_test_wait_until (gtk_widget_get_mapped (gtk_widget_get_last_child (choice)));
  assert_one_line (gtk_widget_get_last_child (choice));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (choice)));
}

static void
assert_still (GtkWidget *widget)
{
  GdkPaintable *paintable = ADW_IS_STATUS_PAGE (widget) ? adw_status_page_get_paintable (ADW_STATUS_PAGE (widget)) : NULL;

  if (ADW_IS_SPINNER_PAINTABLE (paintable))
    g_assert_false (gtk_widget_get_mapped (adw_spinner_paintable_get_widget (ADW_SPINNER_PAINTABLE (paintable))));
  if (ADW_IS_SPINNER (widget))
    g_assert_false (gtk_widget_get_mapped (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_still (child);
}

/* What turns while something is waited for would keep the machine awake for ever if it went on after that. */
static void
test_still (WindowFixture *fixture,
            gconstpointer user_data)
{
  static const char *const places[] = { "overview", "interviews", "evidence", "history", "journal" };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));

  /* A crossfade would keep the page before on screen for its while. */
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      window_activate (fixture, "show-place", places[i]);
      octant_test_wait_saved (fixture->session);
      octant_test_settle ();
      assert_still (GTK_WIDGET (fixture->window));
    }
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

static void
test_failure_banner (WindowFixture *fixture,
                     gconstpointer user_data)
{
  GtkWidget *banner = window_find (fixture, ADW_TYPE_BANNER);
  struct rlimit limit;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = 1;
  setrlimit (RLIMIT_FSIZE, &limit);
  press (fixture, GDK_KEY_1);
  octant_test_wait_until (octant_session_get_save_state (fixture->session) == OCTANT_SAVE_STATE_FAILED);
  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_FSIZE, &limit);
  octant_test_settle ();
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  /* What would hide or overtake the unsaved answer is off. */
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "new-assessment"));

  window_activate (fixture, "retry", NULL);
  octant_test_wait_saved (fixture->session);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo"));
}

/* What can be done with no assessment open; everything else is off, and says so to menus and the session bus. */
static void
assert_only (OctantWindow      *window,
             const char *const *wanted)
{
  /* Settings of the view, which only show or hide. */
  static const char *const always[] = { "help", "hide-out-of-scope", "show-scores-of", "toggle-matrix", NULL };
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (window));

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean enabled = g_action_group_get_action_enabled (G_ACTION_GROUP (window), names[i]);

      if (g_strv_contains (always, names[i]) || enabled == g_strv_contains (wanted, names[i]))
        continue;
      g_test_message ("%s is %s", names[i], enabled ? "enabled" : "not enabled");
      g_test_fail ();
    }
}

static void
test_no_assessment (void)
{
  static const char *const while_loading[] = { NULL };
  static const char *const when_empty[] = { "create-sample", "institutions", "new-assessment", "new-institution", NULL };
  static const char *const on_error[] = { "reopen", NULL };
  g_autofree char *dir = octant_test_empty_dir ();
  g_autofree char *file = g_build_filename (dir, "octant.db", NULL);
  OctantSession *session = octant_session_new (dir);
  OctantWindow *window = octant_test_open_window (session, 600, 600);

  assert_only (window, while_loading);
  octant_session_open (session);
  octant_test_wait_until (octant_session_get_state (session) == OCTANT_SESSION_EMPTY);
  assert_only (window, when_empty);
  octant_session_create_sample (session);
  octant_test_wait_until (octant_session_get_state (session) == OCTANT_SESSION_READY);
  octant_test_wait_saved (session);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "explain"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "search"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "attach"));
  octant_test_close_window (window);
  octant_test_close_session (session);

  g_assert_true (g_file_set_contents (file, "not a database, and no other file that Octant knows", -1, NULL));
  session = octant_test_open_session (dir);
  window = octant_test_open_window (session, 600, 600);
  g_assert_cmpint (octant_session_get_state (session), ==, OCTANT_SESSION_ERROR);
  assert_only (window, on_error);
  octant_test_close_window (window);
  octant_test_close_session (session);
  octant_test_remove_dir (dir);
}

/* Keys are heard as they are seen. */
static void
test_shortcut_row (void)
{
  static const struct
  {
    const char *accelerator;
    const char *heard;
  } rows[] = {
    { "<Control><Shift>z", "Shift+Ctrl+Z" },
    { "1...4", "1 – 4" },
    { "<Alt>1...<Alt>4", "Alt+1 – Alt+4" },
    { "Left <Control>Down", "← / Ctrl+↓" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = g_object_new (OCTANT_TYPE_SHORTCUT_ROW, "title", "Undo", "accelerator", rows[i].accelerator, NULL);
      g_autoptr (GString) seen = g_string_new (NULL);
      GtkWidget *range;

      g_object_ref_sink (row);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows[i].heard);
      range = gtk_widget_get_first_child (octant_test_find (row, ADW_TYPE_WRAP_BOX));
      for (; range != NULL; range = gtk_widget_get_next_sibling (range))
        for (GtkWidget *label = gtk_widget_get_first_child (range); label != NULL; label = gtk_widget_get_next_sibling (label))
          g_string_append_printf (seen, "%s%s", seen->len > 0 ? " " : "", gtk_label_get_label (GTK_LABEL (label)));
      g_assert_cmpstr (seen->str, ==, rows[i].heard);
      g_object_unref (row);
    }
}

/* Closed right after an answer, the window goes away when the answer is on disk, and not before. */
static void
test_close_while_saving (void)
{
  WindowFixture fixture = { .dir = octant_test_sample_dir () };
  GtkWidget *window;

  fixture.session = octant_test_open_session (fixture.dir);
  fixture.window = octant_test_open_window (fixture.session, 1100, 800);
  window = GTK_WIDGET (fixture.window);
  window_activate (&fixture, "show-requirement", "AP.02.1.H.01");
  octant_test_press (get_list (&fixture), GDK_KEY_1, GDK_NO_MODIFIER_MASK);
  g_assert_cmpint (octant_session_get_save_state (fixture.session), ==, OCTANT_SAVE_STATE_SAVING);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  octant_test_wait_until (window == NULL);
  octant_test_wait_saved (fixture.session);
  octant_test_close_session (fixture.session);

  fixture.session = octant_test_open_session (fixture.dir);
  g_assert_cmpint (octant_item_get_rating (octant_session_find_item (fixture.session, "AP.02.1.H.01")), ==,
                   OCTANT_RATING_N);
  octant_test_close_session (fixture.session);
  octant_test_remove_dir (fixture.dir);
  g_free (fixture.dir);
}

static void
test_accessible (WindowFixture *fixture,
                 gconstpointer user_data)
{
  GtkWidget *row, *pill, *bar, *toggle;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  row = window_find (fixture, OCTANT_TYPE_TREE_ROW);
  pill = octant_test_find (row, OCTANT_TYPE_LEVEL_PILL);
  bar = octant_test_find (row, OCTANT_TYPE_NODE_BAR);
  toggle = octant_test_find (get_list (fixture), OCTANT_TYPE_RATING_TOGGLE);
  gtk_test_accessible_assert_role (pill, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_METER);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW));
  gtk_test_accessible_assert_role (toggle, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rating");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not achieved");
  gtk_test_accessible_assert_property (get_list (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Requirements");
}

static void
test_search (WindowFixture *fixture,
             gconstpointer user_data)
{
  GtkWidget *entry = octant_test_find (window_find (fixture, GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);

  window_activate (fixture, "find-domain", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "sh.12");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  octant_test_settle ();
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "SH.12");
}

/* Every page in every shape; a warning of GTK or libadwaita ends the test. */
static void
test_shapes (gconstpointer user_data)
{
  /* Without a window manager GTK keeps ten pixels for a border of its own. */
  static const int widths[] = { 370, 600, 1000 };
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  WindowFixture fixture = { .dir = octant_test_sample_dir () };

  fixture.session = octant_test_open_session (fixture.dir);
  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (schemes) * G_N_ELEMENTS (directions); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i / 3 % 2]);
      gtk_widget_set_default_direction (directions[i / 6]);
      fixture.window = octant_test_open_window (fixture.session, widths[i % 3], 600);
      window_activate (&fixture, "show-place", "overview");
      window_activate (&fixture, "show-place", "interviews");
      window_activate (&fixture, "show-place", "history");
      window_activate (&fixture, "show-requirement", "AP.01.1.P.01");
      window_activate (&fixture, "toggle-details", NULL);
      octant_test_close_window (fixture.window);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  octant_test_close_session (fixture.session);
  octant_test_remove_dir (fixture.dir);
  g_free (fixture.dir);
}

/* One answer changes its own row and no other. */
static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_one_row (WindowFixture *fixture,
              gconstpointer user_data)
{
  GListModel *items;
  guint n_own = 0, n_others = 0;

  window_activate (fixture, "show-requirement", "AP.02.1.H.01");
  items = octant_node_get_items (octant_session_get_node (fixture->session));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      g_signal_connect_swapped (item, "notify", G_CALLBACK (count_cb),
                                item == octant_session_get_item (fixture->session) ? &n_own : &n_others);
    }
  press (fixture, GDK_KEY_1);
  g_assert_cmpuint (n_own, >, 0);
  g_assert_cmpuint (n_others, ==, 0);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      g_signal_handlers_disconnect_by_func (item, count_cb, &n_own);
      g_signal_handlers_disconnect_by_func (item, count_cb, &n_others);
    }
  octant_test_wait_saved (fixture->session);
}

/*
 * What a place lays out anew for another width is gone with the window, as window_tear_down() finds. Without the keyboard
 * anywhere: libadwaita hides the whole content for a frame when a breakpoint takes over, and GTK 4.18 then keeps a
 * reference on what had the keyboard.
 */
static void
test_resized (WindowFixture *fixture,
              gconstpointer user_data)
{
  static const int widths[] = { 370, 1100, 700 };

  window_activate (fixture, "show-place", user_data);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 800);
      /* Less than asked for by what the frame takes. */
      octant_test_wait_until (ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - widths[i]) < 32);
      octant_test_settle ();
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const places[] = { "overview", "interviews", "evidence", "history", "journal", "attack" };

  octant_test_init (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);

#define add(name, func) g_test_add ("/window/" name, WindowFixture, NULL, window_set_up, func, window_tear_down)
  add ("navigation", test_navigation);
  add ("keys", test_keys);
  add ("in-view", test_in_view);
  add ("head-in-view", test_head_in_view);
  add ("notices", test_notices);
  add ("confirm-and-next", test_confirm_and_next);
  add ("note", test_note);
  add ("note-goes-on", test_note_goes_on);
  add ("note-at-switch", test_note_at_switch);
  add ("stays-selected", test_stays_selected);
  add ("failure-banner", test_failure_banner);
  add ("accessible", test_accessible);
  add ("search", test_search);
  add ("one-row", test_one_row);
  add ("choices", test_choices);
  add ("still", test_still);
#undef add
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/resized/%s", places[i]);

      g_test_add (path, WindowFixture, places[i], window_set_up, test_resized, window_tear_down);
    }
  g_test_add_func ("/window/close-while-saving", test_close_while_saving);
  g_test_add_func ("/window/no-assessment", test_no_assessment);
  g_test_add_func ("/window/shortcut-row", test_shortcut_row);
  g_test_add_data_func ("/window/shapes", NULL, test_shapes);
  return g_test_run ();
}
