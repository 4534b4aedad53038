/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "assessment/octant-backing.h"
#include "octant-attribution-group.h"
#include "octant-backing-dialog.h"
#include "octant-chart-export.h"
#include "octant-chart-menu.h"
#include "octant-chart-point.h"
#include "octant-distribution-chart.h"
#include "octant-distribution-group.h"
#include "octant-heatmap-chart.h"
#include "octant-history-page.h"
#include "octant-ladder-chart.h"
#include "octant-lift-group.h"
#include "octant-overview-page.h"
#include "octant-paragraph.h"
#include "octant-subdomain-header.h"
#include "octant-target-text.h"
#include "octant-targets-dialog.h"
#include "octant-tip.h"
#include "octant-tree-row.h"
#include "octant-why-dialog.h"
#include "scoring/octant-lift.h"

static GtkListBoxRow *
get_row (GtkWidget *list,
         int        index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index);
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (get_row (list, (int) n) != NULL)
    n++;
  return n;
}

/* The list of a group that has rows; a group has one of its own besides. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget) && count_rows (widget) > 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_lift (WindowFixture *fixture,
           gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  GtkWidget *group = window_find (fixture, OCTANT_TYPE_LIFT_GROUP);
  GtkWidget *list = find_list (group);
  g_autoptr (GPtrArray) lifts =
    octant_lift_list (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL), 10);
  guint first = ((OctantLift *) g_ptr_array_index (lifts, 0))->requirement;
  const char *code = octant_model_get_requirement (octant_assessment_get_model (assessment), first)->code;

  g_assert_cmpuint (lifts->len, ==, 10);
  octant_test_wait_until (count_rows (list) == 10);
  gtk_widget_activate (GTK_WIDGET (get_row (list, 0)));
  octant_test_settle ();
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, code);
}

/* The first row that leads to a requirement; an expander row has rows of its own. */
static GtkWidget *
find_requirement_row (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget) && g_object_get_data (G_OBJECT (widget), "code") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_requirement_row (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A condition about several places unfolds to a row for each; one about a single place leads there itself. */
static void
go_along (GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (row))
    {
      g_assert_null (find_requirement_row (row));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      octant_test_settle ();
      row = find_requirement_row (row);
      g_assert_nonnull (row);
    }
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static gboolean
has_keyboard (GtkWidget *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  return focus != NULL && gtk_widget_is_ancestor (focus, list);
}

static void
test_why (WindowFixture *fixture,
          gconstpointer user_data)
{
  static const char *const codes[] = { "overall", "SH", "AP.01", "SH.05" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      GtkWidget *dialog;
      GtkWidget *list;

      window_activate (fixture, "explain", codes[i]);
      dialog = window_find (fixture, OCTANT_TYPE_WHY_DIALOG);
      octant_test_wait_until (octant_test_find (dialog, GTK_TYPE_GRID) != NULL);
      list = find_list (dialog);
      g_assert_nonnull (list);
      g_assert_cmpuint (count_rows (list), >, 0);
      octant_test_wait_until (has_keyboard (list));
      if (i % 2 == 0)
        {
          adw_dialog_force_close (ADW_DIALOG (dialog));
        }
      else
        {
          /* A condition leads to what it is about, and the dialog is out of the way. */
          octant_session_set_node (fixture->session, NULL);
          go_along (GTK_WIDGET (get_row (list, 0)));
          g_assert_nonnull (octant_session_get_node (fixture->session));
        }
      octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_WHY_DIALOG) == NULL);
    }
  /* What is not there explains nothing. */
  window_activate (fixture, "explain", "XX.99");
  g_assert_null (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_WHY_DIALOG));
}

/* The exact value behind a figure of the arithmetic; FALSE where there is none. */
static gboolean
read_exact (GtkGrid        *grid,
            int             column,
            int             row,
            OctantRational *value)
{
  GtkWidget *label = gtk_grid_get_child_at (grid, column, row);
  const char *tip = label != NULL ? octant_tip_get (label) : NULL;

  return tip != NULL && g_str_has_prefix (tip, "Exactly ") && octant_rational_parse (value, tip + strlen ("Exactly "));
}

static guint
count_children (GtkWidget *widget)
{
  g_autoptr (GListModel) children = gtk_widget_observe_children (widget);

  return g_list_model_get_n_items (children);
}

/* The dialog is there before its figures are, which come between the frames. */
static GtkGrid *
wait_grid (GtkWidget *dialog)
{
  GtkWidget *grid;
  guint n;

  octant_test_wait_until (octant_test_find (dialog, GTK_TYPE_GRID) != NULL);
  grid = octant_test_find (dialog, GTK_TYPE_GRID);
  do
    {
      n = count_children (grid);
      octant_test_settle ();
    }
  while (count_children (grid) != n);
  return GTK_GRID (grid);
}

/* What each part adds makes the score, exactly; of a level counts no more than of the one below. */
static void
test_arithmetic (WindowFixture *fixture,
                 gconstpointer user_data)
{
  static const char *const codes[] = { "overall", "SH" };
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));
  int n_levels = (int) octant_model_get_n_levels (model);
  GtkWidget *dialog;
  GtkGrid *grid;
  guint n_checked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      int n = (int) (i == 0 ? octant_model_get_n_domains (model) : octant_model_get_domain (model, 1)->n_subdomains);
      g_auto (OctantRational) sum = { 0 };
      g_auto (OctantRational) wanted = { 0 };

      octant_rational_clear (&sum);
      window_activate (fixture, "explain", codes[i]);
      dialog = window_find (fixture, OCTANT_TYPE_WHY_DIALOG);
      grid = wait_grid (dialog);
      for (int row = 1; row <= n; row++)
        {
          g_auto (OctantRational) part = { 0 };

          if (read_exact (grid, 3, row, &part))
            octant_rational_add (&sum, &part);
        }
      g_assert_true (read_exact (grid, 3, n + 1, &wanted));
      g_assert_true (octant_rational_equal (&sum, &wanted));
      adw_dialog_force_close (ADW_DIALOG (dialog));
      octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_WHY_DIALOG) == NULL);
    }

  window_activate (fixture, "explain", "SH.05");
  grid = wait_grid (window_find (fixture, OCTANT_TYPE_WHY_DIALOG));
  for (int row = 1; gtk_grid_get_child_at (grid, 0, row) != NULL; row += 3)
    {
      g_auto (OctantRational) least = { 0 };
      g_auto (OctantRational) sum = { 0 };
      g_auto (OctantRational) wanted = { 0 };

      octant_rational_set (&least, &(OctantRational){ 1, 1, NULL });
      octant_rational_clear (&sum);
      for (int level = 1; level <= n_levels; level++)
        {
          g_auto (OctantRational) achieved = { 0 };
          g_auto (OctantRational) counts = { 0 };

          if (!read_exact (grid, level, row + 1, &achieved))
            continue;
          if (octant_rational_compare (&achieved, &least) < 0)
            octant_rational_set (&least, &achieved);
          g_assert_true (read_exact (grid, level, row + 2, &counts));
          g_assert_true (octant_rational_equal (&counts, &least));
          octant_rational_add (&sum, &counts);
        }
      g_assert_true (read_exact (grid, n_levels + 1, row + 2, &wanted));
      g_assert_true (octant_rational_equal (&sum, &wanted));
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >=, 2);
}

/* What the evidence bears stands beside the score, and leads to where it is too weak. */
static void
test_backing (WindowFixture *fixture,
              gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autoptr (GPtrArray) losses = octant_assessment_list_backing_losses (assessment);
  GtkWidget *dialog, *row, *item;
  guint n_items = 0;
  OctantItem *shown;

  g_assert_cmpuint (losses->len, >, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-backing", NULL);
  octant_test_settle ();
  dialog = window_find (fixture, OCTANT_TYPE_BACKING_DIALOG);
  row = octant_test_find (dialog, ADW_TYPE_EXPANDER_ROW);
  g_assert_nonnull (row);
  g_assert_null (find_requirement_row (row)); /* made when they are to be seen */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  octant_test_settle ();
  item = find_requirement_row (row);
  g_assert_nonnull (item);
  for (GtkWidget *next = item; next != NULL; next = gtk_widget_get_next_sibling (next))
    n_items++;
  g_assert_cmpuint (n_items, ==, ((OctantBackingLoss *) losses->pdata[0])->n_items);
  adw_action_row_activate (ADW_ACTION_ROW (item));
  octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_BACKING_DIALOG) == NULL);
  shown = octant_session_get_item (fixture->session);
  g_assert_nonnull (shown);
  g_assert_cmpuint (octant_item_get_requirement (shown)->subdomain, ==,
                    ((OctantBackingLoss *) losses->pdata[0])->subdomain);
}

/* Set in the dialog as one act, shown where levels stand, taken back by one undo. */
static void
test_targets (WindowFixture *fixture,
              gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantNode *overall = octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL);
  OctantNode *domain = octant_assessment_get_node (assessment, 1);
  int before = octant_node_get_target (overall);
  GtkWidget *dialog, *choice;
  g_autofree char *text = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "set-targets", NULL);
  octant_test_settle ();
  dialog = window_find (fixture, OCTANT_TYPE_TARGETS_DIALOG);
  choice = octant_test_find (dialog, GTK_TYPE_DROP_DOWN);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, (guint) before);
  /* Its name is what is chosen, its description what was; GTK would take the second for the first. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "Target of Overall");
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Level 3: Well defined (Defined)");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 5);
  gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_TARGETS_DIALOG) == NULL);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpint (octant_node_get_target (overall), ==, 5);
  g_assert_cmpint (octant_node_get_target (domain), ==, 5);
  text = octant_target_dup_text (overall);
  g_assert_true (g_str_has_prefix (text, "Target 5"));
  octant_session_undo (fixture->session);
  octant_test_wait_until (octant_node_get_target (overall) == before);
}

/* Nobody sets forty targets to lose them by Escape, or by another assessment that comes up behind the dialog. */
static void
test_targets_kept (WindowFixture *fixture,
                   gconstpointer user_data)
{
  GListModel *cycles = G_LIST_MODEL (octant_session_get_cycles (fixture->session));
  g_autoptr (OctantCycleItem) other = g_list_model_get_item (cycles, 1);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  GtkWidget *dialog, *choice;
  guint before;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "set-targets", NULL);
  octant_test_settle ();
  dialog = window_find (fixture, OCTANT_TYPE_TARGETS_DIALOG);
  choice = octant_test_find (dialog, GTK_TYPE_DROP_DOWN);
  before = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 5);
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  octant_test_settle ();
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window)));
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  octant_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 5);

  g_assert_cmpstr (octant_cycle_item_get_id (other), !=,
                   octant_assessment_get_id (octant_session_get_assessment (fixture->session)));
  octant_session_open_cycle (fixture->session, octant_cycle_item_get_id (other));
  octant_test_wait_until (g_str_equal (octant_assessment_get_id (octant_session_get_assessment (fixture->session)),
                                       octant_cycle_item_get_id (other)));
  gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  octant_test_settle ();
  g_assert_true (adw_application_window_get_visible_dialog (window) == ADW_DIALOG (dialog));

  /* What is as it was needs no question. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), before);
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_TARGETS_DIALOG) == NULL);
}

/* The word stands wherever the score would allow more than the level: told from core alone. */
static void
test_limited (WindowFixture *fixture,
              gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  GListModel *cycles = G_LIST_MODEL (octant_session_get_cycles (fixture->session));
  GListModel *domains = octant_assessment_get_domains (assessment);
  guint n_limited = 0;

  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (OctantNode) node = g_list_model_get_item (domains, i);
      const OctantScore *score = octant_node_get_score (node);
      g_autofree char *said = octant_tree_row_describe (node, NULL);
      gboolean expected = octant_rational_floor (&score->s) > score->l;

      g_assert_cmpint (strstr (said, "(limited)") != NULL, ==, expected);
      n_limited += expected ? 1 : 0;
    }
  g_assert_cmpuint (n_limited, >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, i);
      const OctantScore *overall = octant_scorer_get_score (
        octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL), OCTANT_NODE_OVERALL);
      gboolean limited;

      if (!g_str_equal (octant_cycle_item_get_id (cycle), octant_assessment_get_id (assessment)))
        continue;
      octant_test_wait_until (octant_cycle_item_get_level (cycle) >= 0);
      g_object_get (cycle, "limited", &limited, NULL);
      g_assert_cmpint (limited, ==, octant_rational_floor (&overall->s) > overall->l);
      g_assert_true (limited);
    }
}

static void
test_why_out_of_scope (WindowFixture *fixture,
                       gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  guint n = 0;

  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      if (octant_scorer_get_score (scorer, octant_model_subdomain_node (model, i))->applicable)
        continue;
      n++;
      window_activate (fixture, "explain", octant_model_get_subdomain (model, i)->code);
      octant_test_wait_until (octant_test_find (window_find (fixture, OCTANT_TYPE_WHY_DIALOG), OCTANT_TYPE_PARAGRAPH) != NULL);
      octant_test_settle ();
      g_assert_null (octant_test_find (window_find (fixture, OCTANT_TYPE_WHY_DIALOG), GTK_TYPE_GRID));
      adw_dialog_force_close (ADW_DIALOG (window_find (fixture, OCTANT_TYPE_WHY_DIALOG)));
      octant_test_wait_until (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_WHY_DIALOG) == NULL);
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_attribution (WindowFixture *fixture,
                  gconstpointer user_data)
{
  GtkWidget *page, *group, *list;
  AdwViewStack *views;
  OctantNode *node;

  window_activate (fixture, "show-place", "history");
  page = window_find (fixture, OCTANT_TYPE_HISTORY_PAGE);
  views = ADW_VIEW_STACK (octant_test_find (page, ADW_TYPE_VIEW_STACK));
  adw_view_stack_set_visible_child_name (views, "comparison");
  group = octant_test_find (page, OCTANT_TYPE_ATTRIBUTION_GROUP);
  octant_test_wait_until (gtk_widget_get_visible (group));
  octant_test_settle ();
  list = find_list (group);
  /* The largest ones, the rest in one row, and the sum. */
  octant_test_wait_until (count_rows (list) == 10);
  octant_session_set_node (fixture->session, NULL);
  gtk_widget_activate (GTK_WIDGET (get_row (list, 0)));
  octant_test_settle ();
  node = octant_session_get_node (fixture->session);
  g_assert_true (node != NULL && octant_node_is_subdomain (node));
}

static void
press (GtkWidget *widget,
       guint      key)
{
  GtkShortcutTrigger *trigger = NULL;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  /* The key bindings of a class are a controller of shortcuts. */
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          trigger = gtk_shortcut_get_trigger (shortcut);
          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static const char *
get_focused_text (WindowFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (OCTANT_IS_CHART_POINT (focus));
  return octant_chart_point_get_text (OCTANT_CHART_POINT (focus));
}

/* The page comes part by part. */
static GtkWidget *
find_heatmap (WindowFixture *fixture)
{
  GtkWidget *chart = window_find (fixture, OCTANT_TYPE_HEATMAP_CHART);

  octant_test_wait_until (gtk_widget_get_first_child (chart) != NULL);
  return chart;
}

/* Rows and cells are reached and followed by keys, and say their figures. */
static void
test_heatmap (WindowFixture *fixture,
              gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  GtkWidget *chart = find_heatmap (fixture);
  GtkWidget *first = gtk_widget_get_first_child (chart);
  g_autoptr (OctantChartTable) table = octant_chart_dup_table (OCTANT_CHART (chart));
  g_autofree char *cell = NULL;
  guint n_columns = table->columns->len;
  guint n = 0;

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *text = octant_chart_point_get_text (OCTANT_CHART_POINT (child));

      g_assert_true (g_str_has_prefix (text, octant_model_get_subdomain (model, n / n_columns)->code));
      if (n % n_columns > 0)
        g_assert_true (g_str_has_suffix (text, octant_chart_table_get_cell (table, n / n_columns, n % n_columns)));
      gtk_test_accessible_assert_role (child, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      n++;
    }
  g_assert_cmpuint (n, ==, octant_model_get_n_subdomains (model) * n_columns);
  g_assert_true (gtk_widget_grab_focus (first));
  press (first, GDK_KEY_Down);
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Right);
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Right);
  cell = g_strdup_printf ("%s, %s: %s", octant_chart_table_get_cell (table, 1, 0),
                          (const char *) g_ptr_array_index (table->columns, 2), octant_chart_table_get_cell (table, 1, 2));
  g_assert_cmpstr (get_focused_text (fixture), ==, cell);
  /* The edge of the grid holds; Tab leaves the chart as one stop, and comes back to the cell. */
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Up);
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Up);
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Down);
  g_assert_cmpstr (get_focused_text (fixture), ==, cell);
  g_assert_true (gtk_widget_child_focus (window_find (fixture, OCTANT_TYPE_OVERVIEW_PAGE), GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), chart));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (get_focused_text (fixture), ==, cell);
  press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Return);
  octant_test_settle ();
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==,
                   octant_model_get_subdomain (model, 1)->code);
}

/* The keyboard's place in a window that is not the active one is one that Tab goes on from, too. */
static void
test_tab_while_inactive (WindowFixture *fixture,
                         gconstpointer  user_data)
{
  GtkWidget *chart = find_heatmap (fixture);
  GtkWidget *other = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (other));
  octant_test_wait_until (gtk_window_is_active (GTK_WINDOW (other)) && !gtk_window_is_active (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_first_child (chart)));
  g_assert_true (gtk_widget_child_focus (window_find (fixture, OCTANT_TYPE_OVERVIEW_PAGE), GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), chart));
  gtk_window_destroy (GTK_WINDOW (other));
}

/* A level of the distribution, and a step of the ladder, lead to their requirements. */
static void
test_levels_lead (WindowFixture *fixture,
                  gconstpointer user_data)
{
  OctantRequirementFilter *filter = octant_session_get_filter (fixture->session);
  GtkWidget *point = gtk_widget_get_first_child (window_find (fixture, OCTANT_TYPE_DISTRIBUTION_CHART));
  const OctantRequirement *requirement;
  OctantNode *node;

  g_signal_emit_by_name (gtk_widget_get_next_sibling (point), "activate");
  octant_test_settle ();
  g_assert_cmpstr (octant_requirement_filter_get_facet (filter, OCTANT_FACET_LEVEL), ==, "2");
  node = octant_session_get_node (fixture->session);
  g_assert_true (octant_node_is_subdomain (node));
  g_assert_cmpuint (octant_requirement_filter_count (filter, node), >, 0);

  /* The fourth step of the first aspect has no place in what is filtered. */
  point = gtk_widget_get_first_child (window_find (fixture, OCTANT_TYPE_LADDER_CHART));
  for (guint i = 0; i < 3; i++)
    point = gtk_widget_get_next_sibling (point);
  g_signal_emit_by_name (point, "activate");
  octant_test_settle ();
  g_assert_false (octant_requirement_filter_is_active (filter));
  requirement = octant_item_get_requirement (octant_session_get_item (fixture->session));
  g_assert_cmpuint (requirement->level, ==, 4);
  g_assert_cmpuint (requirement->aspect, ==, 0);
  g_assert_true (g_str_has_prefix (requirement->code, octant_node_get_code (node)));
}

/* One domain alone: its counts, its file, and its requirements. */
static void
test_distribution_of_domain (WindowFixture *fixture,
                             gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  const OctantModelDomain *domain = octant_model_get_domain (octant_assessment_get_model (assessment), 2);
  GtkWidget *group = window_find (fixture, OCTANT_TYPE_DISTRIBUTION_GROUP);
  GtkWidget *chart = octant_test_find (group, OCTANT_TYPE_DISTRIBUTION_CHART);
  g_autoptr (OctantChartTable) table = NULL;
  g_autofree char *spec = NULL;
  guint node, sum = 0;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (octant_test_find (group, GTK_TYPE_DROP_DOWN)), 3);
  octant_test_settle ();
  table = octant_chart_dup_table (OCTANT_CHART (chart));
  for (guint r = 0; r < 5; r++)
    for (guint c = 1; c < 7; c++)
      sum += (guint) g_ascii_strtoull (octant_chart_table_get_cell (table, r, c), NULL, 10);
  g_assert_true (octant_model_find_node (octant_assessment_get_model (assessment), domain->code, &node));
  g_assert_cmpuint (sum, ==, octant_scorer_get_score (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL),
                                                      node)->applicable_items);
  g_object_get (octant_test_find (group, OCTANT_TYPE_CHART_MENU), "spec", &spec, NULL);
  g_assert_cmpstr (spec, ==, "distribution:ED");
  g_signal_emit_by_name (gtk_widget_get_first_child (chart), "activate");
  octant_test_settle ();
  g_assert_true (g_str_has_prefix (octant_node_get_code (octant_session_get_node (fixture->session)), "ED."));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *refused = user_data;

  *refused = !octant_chart_export_finish (result, &error);
  g_assert_true (*refused == (error != NULL));
  refused[1] = TRUE;
}

/* What is on its way to the disk is in the picture's data: it is read after it. */
static void
test_export (WindowFixture *fixture,
             gconstpointer user_data)
{
  static const struct
  {
    const char *spec;
    const char *name;
    const char *magic;
  } charts[] = {
    { "radar:subdomains", "radar.svg", "<?xml" },  { "radar", "radar.png", "\x89PNG" },
    { "radar:role:", "alone.svg", "<?xml" },       { "trend", "trend.pdf", "%PDF" },
    { "heatmap", "heatmap.svg", "<?xml" },         { "ladder:AP.01", "ladder.png", "\x89PNG" },
    { "distribution", "distribution.pdf", "%PDF" }, { "heatmap", "heatmap.gif", NULL },
    { "radar:nosuch", "nosuch.svg", NULL },        { "ladder", "nocode.svg", NULL },
    { "pie", "pie.svg", NULL },                    { "radar:domains:no-such-cycle", "ghost.svg", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, charts[i].name, NULL);
      g_autofree char *contents = NULL;
      gboolean state[2] = { FALSE, FALSE };

      octant_chart_export_async (fixture->session, charts[i].spec, 1, path, exported_cb, state);
      octant_test_wait_until (state[1]);
      g_assert_true (state[0] == (charts[i].magic == NULL));
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (charts[i].magic != NULL));
      if (charts[i].magic == NULL)
        continue;
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, charts[i].magic));
    }
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/insight/lift", WindowFixture, NULL, window_set_up, test_lift, window_tear_down);
  g_test_add ("/insight/why", WindowFixture, NULL, window_set_up, test_why, window_tear_down);
  g_test_add ("/insight/arithmetic", WindowFixture, NULL, window_set_up, test_arithmetic, window_tear_down);
  g_test_add ("/insight/backing", WindowFixture, NULL, window_set_up, test_backing, window_tear_down);
  g_test_add ("/insight/limited", WindowFixture, NULL, window_set_up, test_limited, window_tear_down);
  g_test_add ("/insight/targets", WindowFixture, NULL, window_set_up, test_targets, window_tear_down);
  g_test_add ("/insight/targets-kept", WindowFixture, NULL, window_set_up, test_targets_kept, window_tear_down);
  g_test_add ("/insight/why-out-of-scope", WindowFixture, NULL, window_set_up, test_why_out_of_scope, window_tear_down);
  g_test_add ("/insight/heatmap", WindowFixture, NULL, window_set_up, test_heatmap, window_tear_down);
  g_test_add ("/insight/tab-while-inactive", WindowFixture, NULL, window_set_up, test_tab_while_inactive, window_tear_down);
  g_test_add ("/insight/levels-lead", WindowFixture, NULL, window_set_up, test_levels_lead, window_tear_down);
  g_test_add ("/insight/distribution-of-domain", WindowFixture, NULL, window_set_up, test_distribution_of_domain, window_tear_down);
  g_test_add ("/insight/export", WindowFixture, NULL, window_set_up, test_export, window_tear_down);
  g_test_add ("/insight/attribution", WindowFixture, NULL, window_set_up, test_attribution, window_tear_down);
  return g_test_run ();
}
