/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-date-row.h"
#include "octant-journal-item.h"
#include "octant-journal-page.h"
#include "octant-session-library.h"
#include "octant-session-scope.h"

#include <glib/gstdio.h>

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
  GtkWidget *page;
  GListModel *found;
} Fixture;

static gint64
get_seq (Fixture *fixture,
         guint    position)
{
  g_autoptr (OctantJournalItem) item = g_list_model_get_item (fixture->found, position);

  return octant_journal_item_get_line (item)->seq;
}

static void
open_page (Fixture *fixture)
{
  GtkWidget *list;

  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
  fixture->page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_JOURNAL_PAGE);
  list = octant_test_find (octant_test_find (fixture->page, ADW_TYPE_CLAMP_SCROLLABLE), GTK_TYPE_LIST_VIEW);
  fixture->found = octant_test_get_model (list);
  octant_test_activate (fixture->window, "show-place", "journal");
  /* Page by page down to the first entry. */
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) > 0
                          && get_seq (fixture, g_list_model_get_n_items (fixture->found) - 1) == 1);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  open_page (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

/* Nothing is read while an act cannot be written: that is said, and does not look like reading; once it is saved all is there. */
static void
test_unsaved (void)
{
  Fixture fixture = { .dir = octant_test_sample_dir () };
  g_autofree char *away = g_strconcat (fixture.dir, ".away", NULL);
  OctantItem *item;
  GtkWidget *states;

  fixture.session = octant_test_open_session (fixture.dir);
  fixture.window = octant_test_open_window (fixture.session, 1100, 800);
  item = octant_session_find_item (fixture.session, "AP.02.1.H.01");
  g_assert_cmpint (g_rename (fixture.dir, away), ==, 0);
  octant_session_rate (fixture.session, item,
                       octant_item_get_rating (item) == OCTANT_RATING_N ? OCTANT_RATING_P : OCTANT_RATING_N);
  octant_test_wait_until (octant_session_get_save_state (fixture.session) == OCTANT_SAVE_STATE_FAILED);
  octant_test_activate (fixture.window, "show-place", "journal");
  states = octant_test_find (octant_test_find (GTK_WIDGET (fixture.window), OCTANT_TYPE_JOURNAL_PAGE), GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (states)), ==, "error");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (gtk_stack_get_visible_child (GTK_STACK (states)))), ==,
                   "The data folder was taken away or replaced; put it back in its place");

  g_assert_cmpint (g_rename (away, fixture.dir), ==, 0);
  octant_session_retry (fixture.session);
  octant_test_wait_saved (fixture.session);
  octant_test_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (states)), "content") == 0);
  tear_down (&fixture, NULL);
}

/* What is found, after all that it takes to find it. */
static guint
count_found (Fixture *fixture)
{
  octant_test_settle ();
  return g_list_model_get_n_items (fixture->found);
}

static void
assert_item (Fixture    *fixture,
             guint       position,
             const char *sentence,
             const char *ratings)
{
  g_autoptr (OctantJournalItem) item = g_list_model_get_item (fixture->found, position);
  g_autofree char *actual = NULL;
  g_autofree char *change = NULL;

  g_object_get (item, "sentence", &actual, "ratings", &change, NULL);
  g_assert_cmpstr (actual, ==, sentence);
  g_assert_cmpstr (change, ==, ratings);
}

/* The newest entry's rating, then back. */
static void
test_follows (Fixture      *fixture,
              gconstpointer user_data)
{
  guint n = count_found (fixture);
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");

  /* Numbers without gaps, newest first. */
  g_assert_cmpint (get_seq (fixture, 0), ==, n);
  octant_session_rate (fixture->session, item, OCTANT_RATING_N);
  octant_session_rate (fixture->session, item, OCTANT_RATING_F);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 2);
  assert_item (fixture, 0, "Rated AP.02.1.H.01", "N → F");
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 3);
  assert_item (fixture, 0, "Undid: Rated AP.02.1.H.01", "F → N");
  octant_session_note (fixture->session, item, "Seen on site");
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 4);
  assert_item (fixture, 0, "Wrote a note on AP.02.1.H.01", "");
}

/* What comes is seen by who looks at the top, and moves nothing under the eyes of who reads further down. */
static void
test_in_view (Fixture      *fixture,
              gconstpointer user_data)
{
  GtkWidget *list = octant_test_find (octant_test_find (fixture->page, ADW_TYPE_CLAMP_SCROLLABLE), GTK_TYPE_LIST_VIEW);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  guint n = count_found (fixture);

  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == n);
  octant_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (place), >, 2000);
  octant_session_rate (fixture->session, item, OCTANT_RATING_N);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  octant_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);

  gtk_adjustment_set_value (place, 300);
  octant_test_settle ();
  octant_session_rate (fixture->session, item, OCTANT_RATING_F);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 2);
  octant_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 300);
}

static char *
dup_newest_details (Fixture *fixture)
{
  g_autoptr (OctantJournalItem) newest = g_list_model_get_item (fixture->found, 0);
  char *details = NULL;

  g_object_get (newest, "details", &details, NULL);
  return details;
}

/* Why something does not apply, or a branch is out of scope, and who approved it, is told with the act. */
static void
test_reason (Fixture      *fixture,
             gconstpointer user_data)
{
  guint n = count_found (fixture);
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));
  OctantItem *item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rated = NULL;
  g_autofree char *taken_out = NULL;
  g_autofree char *undone = NULL;

  for (guint i = 0; item == NULL || octant_item_get_rating (item) != OCTANT_RATING_F; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      if (requirement->na_allowed && requirement->scope == OCTANT_SCOPE_ORG)
        item = octant_session_find_item (fixture->session, requirement->code);
    }
  g_assert_true (octant_session_rate_na (fixture->session, item, "No cloud", "Somebody Else", &error));
  g_assert_no_error (error);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  rated = dup_newest_details (fixture);
  g_assert_cmpstr (rated, ==,
                   "Rating: Fully achieved → Not applicable\nReason: – → No cloud\nApproved by: – → Somebody Else");

  g_assert_true (octant_session_tailor (fixture->session, octant_session_find_node (fixture->session, "AP.02"), TRUE,
                                        "Bought as a service", "Somebody Else", &error));
  g_assert_no_error (error);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 2);
  taken_out = dup_newest_details (fixture);
  g_assert_cmpstr (taken_out, ==, "Reason: – → Bought as a service\nApproved by: – → Somebody Else");
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 3);
  undone = dup_newest_details (fixture);
  g_assert_cmpstr (undone, ==, "Reason: Bought as a service → –\nApproved by: Somebody Else → –");
}

/* What was put into the library is told by its title. */
static void
test_library (Fixture      *fixture,
              gconstpointer user_data)
{
  guint n = count_found (fixture);
  g_autofree char *path = g_build_filename (fixture->dir, "minutes.txt", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (g_file_set_contents (path, "minutes", -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  assert_item (fixture, 0, "Added the evidence “minutes.txt”", "");
}

static GtkWidget *
find_drop_down (Fixture *fixture,
                guint    index)
{
  GtkWidget *box = octant_test_find (fixture->page, ADW_TYPE_WRAP_BOX);
  GtkWidget *child = gtk_widget_get_first_child (box);

  while (index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_true (GTK_IS_DROP_DOWN (child));
  return child;
}

static void
test_filters (Fixture      *fixture,
              gconstpointer user_data)
{
  GtkWidget *kind = find_drop_down (fixture, 0);
  GtkWidget *person = find_drop_down (fixture, 1);
  GtkWidget *scope = find_drop_down (fixture, 3);
  GtkWidget *search = octant_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  guint n = count_found (fixture);
  guint n_left;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), OCTANT_JOURNAL_EVIDENCE);
  n_left = count_found (fixture);
  g_assert_cmpuint (n_left, >, 0);
  g_assert_cmpuint (n_left, <, n);
  for (guint i = 0; i < n_left; i++)
    {
      g_autoptr (OctantJournalItem) item = g_list_model_get_item (fixture->found, i);

      g_assert_true (octant_journal_line_is_in (octant_journal_item_get_line (item), OCTANT_JOURNAL_EVIDENCE));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scope), 1);
  g_assert_cmpuint (count_found (fixture), <, n_left);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (scope), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), OCTANT_JOURNAL_ALL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (person), 1);
  g_assert_cmpuint (count_found (fixture), >, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (person), 0);

  gtk_editable_set_text (GTK_EDITABLE (search), "no entry says this");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_found (fixture), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_found (fixture), ==, n);
}

/* Days of one's own choice; the sample was worked on from September 2024 on. */
static void
test_dates (Fixture      *fixture,
            gconstpointer user_data)
{
  GtkWidget *period = find_drop_down (fixture, 2);
  guint n = count_found (fixture);
  GtkWidget *first, *last;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (period), 5);
  first = octant_test_find (fixture->page, OCTANT_TYPE_DATE_ROW);
  last = gtk_widget_get_next_sibling (first);
  g_assert_cmpuint (count_found (fixture), ==, n);
  g_assert_true (gtk_widget_get_mapped (first));
  octant_date_row_set_date (OCTANT_DATE_ROW (first), "2025-01-01");
  octant_date_row_set_date (OCTANT_DATE_ROW (last), "2025-12-31");
  g_assert_cmpuint (count_found (fixture), >, 0);
  g_assert_cmpuint (count_found (fixture), <, n);
  for (guint i = 0; i < g_list_model_get_n_items (fixture->found); i++)
    {
      g_autoptr (OctantJournalItem) item = g_list_model_get_item (fixture->found, i);

      g_assert_true (g_str_has_prefix (octant_journal_item_get_line (item)->time, "2025-"));
    }
  /* Half a date restricts nothing. */
  gtk_editable_set_text (GTK_EDITABLE (first), "2025-");
  gtk_editable_set_text (GTK_EDITABLE (last), "");
  g_assert_cmpuint (count_found (fixture), ==, n);
  octant_date_row_set_date (OCTANT_DATE_ROW (last), "2020-01-01");
  g_assert_cmpuint (count_found (fixture), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (period), 0);
  g_assert_cmpuint (count_found (fixture), ==, n);
  g_assert_false (gtk_widget_get_mapped (first));
}

/* What was taken back stands among undone things and among its own kind. */
static void
test_undone (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  GtkWidget *kind = find_drop_down (fixture, 0);
  static const OctantJournalGroup groups[] = { OCTANT_JOURNAL_UNDO, OCTANT_JOURNAL_NOTES };
  guint n = count_found (fixture);

  octant_session_note (fixture->session, item, "Seen on site");
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 2);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (OctantJournalItem) newest = NULL;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), groups[i]);
      octant_test_settle ();
      newest = g_list_model_get_item (fixture->found, 0);
      g_assert_true (octant_journal_item_get_line (newest)->is_undo);
    }
}

/* A requirement is found by its text in either language, and its row leads to it. */
static void
test_leads (Fixture      *fixture,
            gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  GtkWidget *search = octant_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = octant_test_find (octant_test_find (fixture->page, ADW_TYPE_CLAMP_SCROLLABLE), GTK_TYPE_LIST_VIEW);
  guint n = count_found (fixture);

  octant_session_note (fixture->session, item, "Seen on site");
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  gtk_editable_set_text (GTK_EDITABLE (search), octant_item_get_requirement (item)->text.zh);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_found (fixture), >, 0);
  g_assert_cmpuint (count_found (fixture), <, n);
  assert_item (fixture, 0, "Wrote a note on AP.02.1.H.01", "");
  g_signal_emit_by_name (list, "activate", 0);
  octant_test_settle ();
  g_assert_true (octant_session_get_item (fixture->session) == item);

  /* Its code also finds the acts that were about many answers and do not name it. */
  gtk_editable_set_text (GTK_EDITABLE (search), "ap.02.1.h.01");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_found (fixture), >, 1);
  g_assert_cmpuint (count_found (fixture), <, n);
}

static gboolean
is_open (Fixture    *fixture,
         const char *cycle_id)
{
  return g_strcmp0 (octant_assessment_get_id (octant_session_get_assessment (fixture->session)), cycle_id) == 0;
}

/* The row of another assessment leads there. */
static void
test_leads_elsewhere (Fixture      *fixture,
                      gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  GtkWidget *list = octant_test_find (octant_test_find (fixture->page, ADW_TYPE_CLAMP_SCROLLABLE), GTK_TYPE_LIST_VIEW);
  g_autoptr (OctantCycleItem) other = g_list_model_get_item (octant_session_get_cycles (fixture->session), 1);
  g_autofree char *here = g_strdup (octant_assessment_get_id (octant_session_get_assessment (fixture->session)));
  guint n = count_found (fixture);

  octant_session_note (fixture->session, item, "Seen on site");
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  octant_session_open_cycle (fixture->session, octant_cycle_item_get_id (other));
  octant_test_wait_until (is_open (fixture, octant_cycle_item_get_id (other)));
  octant_test_wait_until (g_list_model_get_n_items (fixture->found) == n + 1);
  g_signal_emit_by_name (list, "activate", 0);
  octant_test_wait_until (is_open (fixture, here));
  octant_test_settle ();
  item = octant_session_get_item (fixture->session);
  g_assert_nonnull (item);
  g_assert_cmpstr (octant_item_get_requirement (item)->code, ==, "AP.02.1.H.01");
  g_assert_false (gtk_widget_get_mapped (fixture->page));
}

/* More than one page of entries: all of them come, each once, in order. */
static void
test_many (Fixture      *fixture,
           gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  guint n = count_found (fixture);
  guint n_acts = 1500;

  octant_test_activate (fixture->window, "show-place", "overview");
  octant_session_rate (fixture->session, item, OCTANT_RATING_UNANSWERED);
  octant_test_wait_saved (fixture->session);
  for (guint i = 0; i < n_acts; i++)
    octant_session_rate (fixture->session, item, i % 2 == 0 ? OCTANT_RATING_P : OCTANT_RATING_L);
  octant_test_wait_saved (fixture->session);
  octant_test_close_window (fixture->window);
  open_page (fixture);
  g_assert_cmpuint (count_found (fixture), ==, n + 1 + n_acts);
  for (guint i = 0; i < n + 1 + n_acts; i++)
    g_assert_cmpint (get_seq (fixture, i), ==, n + 1 + n_acts - i);
}

static void
test_verify (Fixture      *fixture,
             gconstpointer user_data)
{
  GtkWidget *button = octant_test_find (fixture->page, GTK_TYPE_BUTTON);
  GtkWidget *chain = gtk_widget_get_prev_sibling (button);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (chain)), ==, "unknown");
  g_signal_emit_by_name (button, "clicked");
  octant_test_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (chain)), "sound") == 0);
  g_assert_true (gtk_widget_get_sensitive (button));
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);

#define add(name, func) g_test_add ("/journal/" name, Fixture, NULL, set_up, func, tear_down)
  add ("follows", test_follows);
  add ("in-view", test_in_view);
  add ("reason", test_reason);
  add ("library", test_library);
  add ("filters", test_filters);
  add ("dates", test_dates);
  add ("undone", test_undone);
  add ("leads", test_leads);
  add ("leads-elsewhere", test_leads_elsewhere);
  add ("many", test_many);
  add ("verify", test_verify);
#undef add
  g_test_add_func ("/journal/unsaved", test_unsaved);
  return g_test_run ();
}
