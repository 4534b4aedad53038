/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the trend is made between the frames, row by row, and only where it is another one. */

#include "config.h"

#include "history-fixture.h"

#include "octant-cycle-list.h"
#include "octant-history-table.h"
#include "octant-tip.h"
#include "test-utilities.h"

static GtkListBox *
find_rows (WindowFixture *fixture)
{
  return GTK_LIST_BOX (octant_test_find (window_find (fixture, OCTANT_TYPE_CYCLE_LIST), GTK_TYPE_LIST_BOX));
}

static GtkGrid *
find_grid (WindowFixture *fixture)
{
  return GTK_GRID (octant_test_find (window_find (fixture, OCTANT_TYPE_HISTORY_TABLE), GTK_TYPE_GRID));
}

static guint
count_rows (WindowFixture *fixture)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (find_rows (fixture), (int) n) != NULL)
    n++;
  return n;
}

/* Rows of the table, from the first on. */
static guint
count_lines (WindowFixture *fixture)
{
  guint n = 0;

  while (gtk_grid_get_child_at (find_grid (fixture), 1, (int) n) != NULL)
    n++;
  return n;
}

static guint
get_n_lines (WindowFixture *fixture)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));

  /* Titles, and the score of the whole. */
  return octant_model_get_n_domains (model) + 2;
}

static void
show_rows (WindowFixture *fixture)
{
  history_show (fixture, "trend");
  octant_test_wait_until (count_lines (fixture) == get_n_lines (fixture));
}

/* Whether it says that it is open. */
static gboolean
is_marked (GtkWidget *widget)
{
  gboolean marked = g_strcmp0 (octant_tip_get (widget), "Open") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    marked = marked || is_marked (child);
  return marked;
}

/* All years and all domains come, with the figures of each, although none is made with the page. */
static void
test_come (WindowFixture *fixture,
           gconstpointer  user_data)
{
  GListModel *cycles = octant_session_get_cycles (fixture->session);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("history"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpuint (count_lines (fixture), ==, 0);
  show_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, g_list_model_get_n_items (cycles));
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, i);
      AdwPreferencesRow *row = ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (find_rows (fixture), (int) i));
      g_autofree char *score = NULL;

      g_object_get (cycle, "score-text", &score, NULL);
      g_assert_cmpstr (adw_preferences_row_get_title (row), ==, octant_cycle_item_get_title (cycle));
      g_assert_true (history_says (GTK_WIDGET (row), score));
      g_assert_true (history_says (GTK_WIDGET (find_grid (fixture)), score));
    }
}

/* What says the same stays as it is: where one has scrolled to, and what a screen reader has read. */
static void
test_stay (WindowFixture *fixture,
           gconstpointer  user_data)
{
  OctantItem *item;
  GtkWidget *row, *head, *whole;
  guint n_lines;

  show_rows (fixture);
  n_lines = count_lines (fixture);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (find_rows (fixture), 0));
  head = gtk_grid_get_child_at (find_grid (fixture), 1, 0);
  whole = gtk_grid_get_child_at (find_grid (fixture), 3, 1);
  history_show (fixture, "years");
  history_show (fixture, "trend");
  octant_test_settle ();
  g_assert_true (gtk_grid_get_child_at (find_grid (fixture), 3, 1) == whole);

  item = octant_session_find_item (fixture->session, "AP.01.1.P.01");
  octant_session_rate (fixture->session, item,
                       octant_item_get_rating (item) == OCTANT_RATING_N ? OCTANT_RATING_F : OCTANT_RATING_N);
  octant_test_wait_until (gtk_grid_get_child_at (find_grid (fixture), 3, 1) != whole);
  octant_test_settle ();
  g_assert_true (GTK_WIDGET (gtk_list_box_get_row_at_index (find_rows (fixture), 0)) == row);
  g_assert_true (gtk_grid_get_child_at (find_grid (fixture), 1, 0) == head);
  g_assert_cmpuint (count_lines (fixture), ==, n_lines);
}

/* Another one is open: its row has the mark, the former one lost it, and the keyboard is where it was. */
static void
test_other (WindowFixture *fixture,
            gconstpointer  user_data)
{
  g_autoptr (OctantCycleItem) earlier = g_list_model_get_item (octant_session_get_cycles (fixture->session), 1);
  OctantAssessment *before = octant_session_get_assessment (fixture->session);
  GtkListBoxRow *row;
  guint n_rows;

  show_rows (fixture);
  n_rows = count_rows (fixture);
  row = gtk_list_box_get_row_at_index (find_rows (fixture), 1);
  g_assert_false (is_marked (GTK_WIDGET (row)));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit_by_name (find_rows (fixture), "row-activated", row);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_wait_until (gtk_list_box_get_row_at_index (find_rows (fixture), 1) != row);
  octant_test_settle ();
  g_assert_cmpstr (octant_assessment_get_id (octant_session_get_assessment (fixture->session)), ==,
                   octant_cycle_item_get_id (earlier));
  g_assert_cmpuint (count_rows (fixture), ==, n_rows);
  row = gtk_list_box_get_row_at_index (find_rows (fixture), 1);
  g_assert_true (is_marked (GTK_WIDGET (row)));
  g_assert_false (is_marked (GTK_WIDGET (gtk_list_box_get_row_at_index (find_rows (fixture), 0))));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
}

/* Fewer years, and a model of fewer domains: nothing of the former ones is left. */
static void
test_fewer (WindowFixture *fixture,
            gconstpointer  user_data)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));
  OctantCycleList *list = OCTANT_CYCLE_LIST (window_find (fixture, OCTANT_TYPE_CYCLE_LIST));
  OctantHistoryTable *table = OCTANT_HISTORY_TABLE (window_find (fixture, OCTANT_TYPE_HISTORY_TABLE));
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  show_rows (fixture);
  g_ptr_array_add (one, g_list_model_get_item (octant_session_get_cycles (fixture->session), 0));
  octant_cycle_list_update (list, one, NULL);
  octant_history_table_update (table, one, model);
  while (octant_cycle_list_make_row (list) || octant_history_table_make_row (table))
    g_assert_cmpuint (n++, <, 1000);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpuint (count_lines (fixture), ==, get_n_lines (fixture));
  for (guint i = 0; i < get_n_lines (fixture); i++)
    g_assert_null (gtk_grid_get_child_at (find_grid (fixture), 2, (int) i));
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/history-rows/come", WindowFixture, NULL, history_set_up, test_come, window_tear_down);
  g_test_add ("/history-rows/stay", WindowFixture, NULL, history_set_up, test_stay, window_tear_down);
  g_test_add ("/history-rows/other", WindowFixture, NULL, history_set_up, test_other, window_tear_down);
  g_test_add ("/history-rows/fewer", WindowFixture, NULL, history_set_up, test_fewer, window_tear_down);

  return g_test_run ();
}
