/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-chart-table.h"
#include "octant-item-row.h"
#include "octant-ladder-chart.h"
#include "octant-matrix-frame.h"
#include "octant-matrix-view.h"
#include "octant-session-objects.h"
#include "octant-subdomain-page.h"
#include "octant-texts.h"

/* Lists and matrix when objects come into scope and go. */

/* All objects but that at @slot. */
static void
take_out_object (WindowFixture *fixture,
                 guint          slot)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantRecord *gone = octant_assessment_get_object (assessment, slot);
  g_autoptr (GPtrArray) objects = window_list_objects (fixture);
  g_autoptr (GError) error = NULL;

  for (guint i = objects->len; i > 0; i--)
    {
      const char *id = octant_record_get (objects->pdata[i - 1], OCTANT_OBJECT_ID);
      guint at;

      if (!octant_assessment_find_object (assessment, id, &at)
          || strcmp (id, octant_record_get (gone, OCTANT_CYCLE_OBJECT_OBJECT)) == 0)
        g_ptr_array_remove_index (objects, i - 1);
    }
  g_assert_true (octant_session_set_scope (fixture->session, objects, &error));
  g_assert_no_error (error);
  octant_test_wait_saved (fixture->session);
}

/* Switched on again, an object comes back without its answers: so it is said how many go with it, and undo is offered. */
static void
test_answers_lost (WindowFixture *fixture,
                   gconstpointer  user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  g_autoptr (GString) notices = g_string_new (NULL);
  g_autofree char *said = NULL;
  guint n = 0;

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      OctantAnswer answer = { 0 };

      if (octant_model_get_requirement (model, i)->scope == OCTANT_SCOPE_OBJECT)
        octant_assessment_get_answer (assessment, i, 1, &answer);
      n += answer.rating != OCTANT_RATING_UNANSWERED;
    }
  g_assert_cmpuint (n, >, 1);
  octant_test_collect_notices (fixture->session, notices);
  take_out_object (fixture, 1);
  said = g_strdup_printf ("Object out of scope, %u answers with it\n", n);
  g_assert_cmpstr (notices->str, ==, said);
  g_signal_handlers_disconnect_by_data (fixture->session, notices);
}

/* The texts of the row of @item in the list; NULL when it has none. */
static GtkWidget *
find_row (WindowFixture *fixture,
          OctantItem    *item)
{
  GtkWidget *view = octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = octant_test_find (child, OCTANT_TYPE_ITEM_ROW);

      if (row != NULL && octant_item_row_get_item (OCTANT_ITEM_ROW (row)) == item)
        return row;
    }
  return NULL;
}

/* What the ladder over the list says is what one says that was made now. */
static void
assert_ladder (WindowFixture *fixture)
{
  GtkWidget *ladder = g_object_ref_sink (g_object_new (OCTANT_TYPE_LADDER_CHART, NULL));
  g_autoptr (OctantChartTable) there = octant_chart_dup_table (OCTANT_CHART (window_find (fixture, OCTANT_TYPE_LADDER_CHART)));
  g_autoptr (OctantChartTable) expected = NULL;

  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (ladder), octant_session_get_node (fixture->session));
  expected = octant_chart_dup_table (OCTANT_CHART (ladder));
  for (guint row = 0; row < expected->rows->len; row++)
    for (guint column = 0; column < expected->columns->len; column++)
      g_assert_cmpstr (octant_chart_table_get_cell (there, row, column), ==,
                       octant_chart_table_get_cell (expected, row, column));
  g_object_unref (ladder);
}

/* What is selected stays so when another object goes and comes back; when its own goes, its requirement is. */
static void
test_list_follows (WindowFixture *fixture,
                   gconstpointer user_data)
{
  OctantItem *item = window_find_object_item (fixture);
  GListModel *children = octant_item_get_children (item);
  g_autoptr (OctantItem) first = g_list_model_get_item (children, 0);
  g_autoptr (OctantItem) second = g_list_model_get_item (children, 1);
  guint n = g_list_model_get_n_items (children), rows;
  GListModel *model;

  window_activate (fixture, "show-requirement", octant_item_get_requirement (item)->code);
  model = octant_test_get_model (octant_test_find (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE), GTK_TYPE_LIST_VIEW));
  rows = g_list_model_get_n_items (model);
  octant_session_set_item (fixture->session, second);
  octant_test_wait_until (find_row (fixture, second) != NULL);
  take_out_object (fixture, 0);
  octant_test_settle ();
  g_assert_true (octant_session_get_item (fixture->session) == second);
  g_assert_cmpuint (octant_item_get_slot (second), ==, 0);
  g_assert_null (find_row (fixture, first));
  assert_ladder (fixture);
  g_assert_nonnull (find_row (fixture, second));
  g_assert_cmpuint (g_list_model_get_n_items (model), <, rows);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, n - 1);

  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (children) == n);
  octant_test_wait_saved (fixture->session);
  g_assert_true (octant_session_get_item (fixture->session) == second);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, rows);

  take_out_object (fixture, 1);
  octant_test_settle ();
  g_assert_true (octant_session_get_item (fixture->session) == item);
  g_assert_null (octant_item_get_assessment (second));
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (children) == n);
  octant_test_wait_saved (fixture->session);
}

/* The frame has the headings first, by column. (nullable) */
static GtkWidget *
find_heading (GtkWidget *grid,
              guint      slot)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_ancestor (grid, OCTANT_TYPE_MATRIX_FRAME));

  while (slot-- > 0 && heading != NULL)
    heading = gtk_widget_get_next_sibling (heading);
  return GTK_IS_LABEL (heading) ? heading : NULL;
}

static const char *
get_heading (GtkWidget *grid,
             guint      slot)
{
  GtkWidget *heading = find_heading (grid, slot);

  return heading != NULL ? gtk_label_get_label (GTK_LABEL (heading)) : NULL;
}

static gboolean
is_filled (GtkWidget *grid,
           guint      n_columns,
           guint      n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 1; column <= n_columns; column++)
      if (gtk_grid_get_child_at (GTK_GRID (grid), (int) column, (int) row) == NULL)
        return FALSE;
  return gtk_grid_get_child_at (GTK_GRID (grid), (int) n_columns + 1, 0) == NULL;
}

/* How many requirements of the sub-domain are rated by object; the answer about the last object in the last of them. */
static guint
list_rows (WindowFixture *fixture,
           OctantItem   **last)
{
  GListModel *items = octant_node_get_items (octant_session_get_node (fixture->session));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) requirement = g_list_model_get_item (items, i);

      if (octant_item_get_children (requirement) == NULL)
        continue;
      n++;
      g_clear_object (last);
      *last = g_list_model_get_item (octant_item_get_children (requirement),
                                     g_list_model_get_n_items (octant_item_get_children (requirement)) - 1);
    }
  return n;
}

/* Each heading over its column, and above the rows. */
static void
assert_headings (GtkWidget *grid,
                 guint      n_columns)
{
  GtkWidget *frame = gtk_widget_get_ancestor (grid, OCTANT_TYPE_MATRIX_FRAME);
  graphene_rect_t rows;

  octant_test_settle ();
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW), frame, &rows));
  for (guint i = 0; i < n_columns; i++)
    {
      graphene_rect_t heading, cell;

      g_assert_true (gtk_widget_compute_bounds (find_heading (grid, i), frame, &heading));
      g_assert_true (gtk_widget_compute_bounds (gtk_grid_get_child_at (GTK_GRID (grid), (int) i + 1, 0), frame, &cell));
      g_assert_cmpfloat (heading.origin.x, ==, cell.origin.x);
      g_assert_cmpfloat (heading.size.width, ==, cell.size.width);
      g_assert_cmpfloat (heading.origin.y, >, 0);
      g_assert_cmpfloat (heading.origin.y + heading.size.height, <, rows.origin.y);
    }
}

/* Whole, and with the keyboard. */
static gboolean
is_in_view (GtkWidget *cell)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (cell, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (viewport), (float) gtk_widget_get_height (viewport));

  return gtk_widget_is_focus (cell) && gtk_widget_compute_bounds (cell, viewport, &bounds)
         && graphene_rect_contains_rect (&view, &bounds);
}

/* Where the language starts, the matrix starts; the headings stay in sight, each over its column. */
static void
test_matrix_scrolls (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  OctantItem *item = window_find_object_item (fixture);
  g_autofree char *code = g_strndup (octant_item_get_requirement (item)->code, strlen ("AP.01"));
  guint n = g_list_model_get_n_items (octant_item_get_children (item));
  guint n_rows;

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (OctantItem) last = NULL;
      GtkAdjustment *across, *down;
      GtkWidget *grid;
      double start;

      octant_test_close_window (fixture->window);
      gtk_widget_set_default_direction (directions[i]);
      fixture->window = octant_test_open_window (fixture->session, 370, 300);
      window_activate (fixture, "show-node", code);
      octant_session_set_item (fixture->session, NULL);
      window_activate (fixture, "toggle-matrix", NULL);
      grid = octant_test_find (window_find (fixture, OCTANT_TYPE_MATRIX_VIEW), GTK_TYPE_GRID);
      n_rows = list_rows (fixture, &last);
      octant_test_wait_until (is_filled (grid, n, n_rows));
      assert_headings (grid, n);
      across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (grid, GTK_TYPE_VIEWPORT)));
      down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (grid, GTK_TYPE_VIEWPORT)));
      start = i == 0 ? 0 : gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
      g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
      g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, gtk_adjustment_get_page_size (down));
      g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, start);
      gtk_adjustment_set_value (across, start > 0 ? 0 : 40);
      assert_headings (grid, n);
      gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
      assert_headings (grid, n);

      /* A cell that is opened comes in view, though it is not laid out yet when it has the keyboard. */
      window_activate (fixture, "toggle-matrix", NULL);
      octant_session_set_item (fixture->session, last);
      window_activate (fixture, "toggle-matrix", NULL);
      octant_test_wait_until (is_filled (grid, n, n_rows) && is_in_view (gtk_grid_get_child_at (GTK_GRID (grid), (int) n, (int) n_rows - 1)));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Columns come and go with objects; the neighbour of what had the keyboard has it then. */
static void
test_matrix_follows (WindowFixture *fixture,
                     gconstpointer user_data)
{
  OctantItem *item = window_find_object_item (fixture);
  GListModel *children = octant_item_get_children (item);
  g_autoptr (OctantItem) second = g_list_model_get_item (children, 1);
  g_autoptr (OctantItem) third = g_list_model_get_item (children, 2);
  g_autoptr (OctantItem) last = NULL;
  guint n = g_list_model_get_n_items (children), n_rows;
  GtkWidget *grid, *cell;

  window_activate (fixture, "show-requirement", octant_item_get_requirement (item)->code);
  window_activate (fixture, "toggle-matrix", NULL);
  grid = octant_test_find (window_find (fixture, OCTANT_TYPE_MATRIX_VIEW), GTK_TYPE_GRID);
  n_rows = list_rows (fixture, &last);
  octant_test_wait_until (is_filled (grid, n, n_rows));
  octant_matrix_view_focus (OCTANT_MATRIX_VIEW (window_find (fixture, OCTANT_TYPE_MATRIX_VIEW)), second);
  g_assert_true (octant_session_get_item (fixture->session) == second);
  cell = gtk_grid_get_child_at (GTK_GRID (grid), 3, 0);
  take_out_object (fixture, 1);
  octant_test_wait_until (is_filled (grid, n - 1, n_rows));
  g_assert_true (octant_session_get_item (fixture->session) == third);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == cell);
  g_assert_true (gtk_grid_get_child_at (GTK_GRID (grid), 2, 0) == cell);
  g_assert_cmpstr (get_heading (grid, 1), ==, octant_item_get_object_name (third));
  octant_test_press (grid, GDK_KEY_1, 0);
  g_assert_cmpint (octant_item_get_rating (third), ==, OCTANT_RATING_N);
  octant_test_press (grid, GDK_KEY_4, 0);
  g_assert_cmpint (octant_item_get_rating (third), ==, OCTANT_RATING_F);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (cell)), ==, "F");
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_session_undo (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (is_filled (grid, n, n_rows));
  octant_test_wait_saved (fixture->session);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (children, i);
      GtkWidget *at = gtk_grid_get_child_at (GTK_GRID (grid), (int) i + 1, 0);

      g_assert_cmpstr (get_heading (grid, i), ==, octant_item_get_object_name (child));
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (at)), ==, octant_rating_get_letter (octant_item_get_rating (child)));
      /* The screen reader goes from one to the next as the eye does. */
      if (i > 0)
        g_assert_true (gtk_widget_get_prev_sibling (at) == gtk_grid_get_child_at (GTK_GRID (grid), (int) i, 0));
    }
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == cell);
  window_activate (fixture, "toggle-matrix", NULL);
}

int
main (int    argc,
      char **argv)
{
  octant_test_init (&argc, &argv);
  g_test_add ("/objects/list-follows", WindowFixture, NULL, window_set_up, test_list_follows, window_tear_down);
  g_test_add ("/objects/matrix-follows", WindowFixture, NULL, window_set_up, test_matrix_follows, window_tear_down);
  g_test_add ("/objects/matrix-scrolls", WindowFixture, NULL, window_set_up, test_matrix_scrolls, window_tear_down);
  g_test_add ("/objects/answers-lost", WindowFixture, NULL, window_set_up, test_answers_lost, window_tear_down);
  return g_test_run ();
}
