/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history page: comparison, changes and years, over one model and over two versions of one. */

#include "config.h"

#include "history-fixture.h"

#include "base/octant-file.h"
#include "octant-attribution-group.h"
#include "octant-change-export.h"
#include "octant-change-item.h"
#include "octant-changes-view.h"
#include "octant-chart-export.h"
#include "octant-chart-menu.h"
#include "octant-chart-point.h"
#include "octant-comparison-view.h"
#include "octant-file-export.h"
#include "octant-history-page.h"
#include "octant-radar-chart.h"
#include "octant-session-objects.h"
#include "octant-session-targets.h"
#include "octant-slope-chart.h"
#include "octant-trend-chart.h"
#include "octant-year-card.h"
#include "octant-years-view.h"

static guint
count_points (GtkWidget *chart)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (chart); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Slopes are reached by keys, say both years, and lead to their domain. */
static void
test_slope (WindowFixture *fixture,
            gconstpointer  user_data)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));
  GtkWidget *chart, *point;
  AdwToggleGroup *units;

  history_show (fixture, "comparison");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_settle ();
  chart = window_find (fixture, OCTANT_TYPE_SLOPE_CHART);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpuint (count_points (chart), ==, octant_model_get_n_domains (model) + 1);
  point = gtk_widget_get_next_sibling (gtk_widget_get_first_child (chart));
  gtk_test_accessible_assert_role (point, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_nonnull (strstr (octant_chart_point_get_text (OCTANT_CHART_POINT (point)), " in 2025, "));
  units = ADW_TOGGLE_GROUP (octant_test_find (window_find (fixture, OCTANT_TYPE_COMPARISON_VIEW), ADW_TYPE_TOGGLE_GROUP));
  adw_toggle_group_set_active_name (units, "subdomains");
  octant_test_settle ();
  g_assert_cmpuint (count_points (chart), >, octant_model_get_n_domains (model) + 1);
  adw_toggle_group_set_active_name (units, "domains");
  octant_test_settle ();
  g_signal_emit_by_name (point, "activate");
  octant_test_settle ();
  g_assert_nonnull (octant_session_get_node (fixture->session));
}

/* Whether the first reason leads to its sub-domain. */
static gboolean
leads (WindowFixture *fixture)
{
  GtkWidget *row = octant_test_find (window_find (fixture, OCTANT_TYPE_ATTRIBUTION_GROUP), ADW_TYPE_ACTION_ROW);

  return row != NULL && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
}

/* What is compared leads to other pages only where these show it. */
static void
test_leads (WindowFixture *fixture,
            gconstpointer  user_data)
{
  GtkWidget *page = window_find (fixture, OCTANT_TYPE_HISTORY_PAGE);
  GtkDropDown *from = GTK_DROP_DOWN (gtk_widget_get_template_child (page, OCTANT_TYPE_HISTORY_PAGE, "from"));
  GtkDropDown *to = GTK_DROP_DOWN (gtk_widget_get_template_child (page, OCTANT_TYPE_HISTORY_PAGE, "to"));
  OctantRecord *object = octant_assessment_get_object (octant_session_get_assessment (fixture->session), 0);
  guint earlier, later;

  history_show (fixture, "comparison");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW) && leads (fixture));
  octant_session_set_object (fixture->session, octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT));
  octant_test_wait_until (!leads (fixture));
  octant_session_set_object (fixture->session, NULL);
  octant_test_wait_until (leads (fixture));
  /* The other way round the later one is not the open one. */
  earlier = gtk_drop_down_get_selected (from);
  later = gtk_drop_down_get_selected (to);
  gtk_drop_down_set_selected (from, later);
  gtk_drop_down_set_selected (to, earlier);
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW) && !leads (fixture));
}

static GListModel *
get_changes (WindowFixture *fixture)
{
  /* The popovers of the choices have list views too. */
  GtkWidget *clamp = octant_test_find (window_find (fixture, OCTANT_TYPE_CHANGES_VIEW), ADW_TYPE_CLAMP_SCROLLABLE);
  GtkWidget *list = octant_test_find (clamp, GTK_TYPE_LIST_VIEW);

  return octant_test_get_model (list);
}

static void
test_changes (WindowFixture *fixture,
              gconstpointer  user_data)
{
  GListModel *changes;
  guint all;

  history_show (fixture, "changes");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_CHANGES_VIEW));
  changes = get_changes (fixture);
  history_choose (fixture, 0, 1);
  all = g_list_model_get_n_items (changes);
  history_choose (fixture, 0, 2);
  g_assert_cmpuint (g_list_model_get_n_items (changes), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (changes), <, all);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (OctantChangeItem) item = g_list_model_get_item (changes, i);

      g_assert_cmpint (octant_change_item_get_kind (item), ==, OCTANT_CHANGE_IMPROVED);
    }
  /* By each order the list is what that order says. */
  for (guint order = 0; order < 4; order++)
    {
      static const GCompareDataFunc orders[] = { octant_change_item_compare_codes, octant_change_item_compare_kinds,
                                                 octant_change_item_compare_sizes, octant_change_item_compare_effect };

      history_choose (fixture, 1, order);
      for (guint i = 1; i < g_list_model_get_n_items (changes); i++)
        {
          g_autoptr (OctantChangeItem) before = g_list_model_get_item (changes, i - 1);
          g_autoptr (OctantChangeItem) item = g_list_model_get_item (changes, i);

          g_assert_cmpint (orders[order] (before, item, NULL), <=, 0);
        }
    }
}

static guint
count_matching (GListModel *changes,
                const char *needle)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (OctantChangeItem) item = g_list_model_get_item (changes, i);

      n += octant_change_item_matches (item, needle);
    }
  return n;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_change_export_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What the model changed stands apart from what was answered, and who replaces whom is said; the file says the same. */
static void
test_versions (WindowFixture *fixture,
               gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "changes.csv", NULL);
  g_autofree char *text = NULL;
  GListModel *changes;
  OctantCompared *compared;
  gboolean done = FALSE;

  history_show (fixture, "changes");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_CHANGES_VIEW));
  history_choose (fixture, 0, 17);
  changes = get_changes (fixture);
  /* AA lighter, AA.01 renamed, AA.02 heavier, CC and CC.01 new, BB.02 retired. */
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 6);
  g_assert_cmpuint (count_matching (changes, "was called"), ==, 1);
  history_choose (fixture, 0, 9);
  g_assert_cmpuint (count_matching (changes, "replaced by aa.01.1.w.03, aa.01.1.w.04"), ==, 1);
  history_choose (fixture, 0, 8);
  g_assert_cmpuint (count_matching (changes, "replaces aa.02.1.w.01, aa.02.1.w.02"), ==, 1);

  /* The target of the domain is set in the later one alone. */
  history_choose (fixture, 0, 16);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  g_assert_cmpuint (count_matching (changes, "target level"), ==, 1);

  compared = history_compare (fixture, 1, 0);
  g_assert_cmpstr (compared->versions[0], ==, "1.0.0");
  g_assert_cmpstr (compared->versions[1], ==, "2.0.0");
  octant_change_export_async (fixture->session, compared, FALSE, path, exported_cb, &done);
  octant_test_wait_until (done);
  octant_compared_unref (compared);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf\"type\",\"code\","));
  g_assert_nonnull (strstr (text, "AA.01.1.W.03 AA.01.1.W.04"));

  /* A domain that only the later model knows, and one sub-domain of either, are drawn and read as well. */
  history_show (fixture, "comparison");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_settle ();
  g_assert_cmpuint (count_points (window_find (fixture, OCTANT_TYPE_SLOPE_CHART)), ==, 4);
}

/* What is drawn, in the radar and in the bars, is what the table of the radar says of that year. */
static gboolean
draws_what_it_says (WindowFixture *fixture)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));
  GtkWidget *view = window_find (fixture, OCTANT_TYPE_YEARS_VIEW);
  g_autoptr (OctantChartTable) table = octant_chart_dup_table (OCTANT_CHART (octant_test_find (view, OCTANT_TYPE_RADAR_CHART)));
  GtkWidget *child = gtk_widget_get_parent (octant_test_find (view, OCTANT_TYPE_YEAR_CARD));
  guint row = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child), row++)
    {
      const char *said = octant_chart_table_get_cell (table, row, 1);
      double drawn = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (octant_test_find (child, GTK_TYPE_PROGRESS_BAR)))
                     * octant_model_get_n_levels (model);

      if (ABS (drawn - g_ascii_strtod (said, NULL)) > 0.005)
        return FALSE;
    }
  g_assert_cmpuint (row, ==, table->rows->len);

  return TRUE;
}

/* The slider goes through the years: head and cards follow, and an unknown domain has no score. */
static void
test_years (WindowFixture *fixture,
            gconstpointer  user_data)
{
  GtkWidget *view, *slider, *card;
  GtkAdjustment *adjustment;

  history_show (fixture, "years");
  view = window_find (fixture, OCTANT_TYPE_YEARS_VIEW);
  slider = octant_test_find (view, GTK_TYPE_SCALE);
  adjustment = gtk_range_get_adjustment (GTK_RANGE (slider));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 1);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2026");
  card = octant_test_find (view, OCTANT_TYPE_YEAR_CARD);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (draws_what_it_says (fixture));
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_LEFT);
  octant_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2025");
  octant_test_wait_until (draws_what_it_says (fixture));
  /* Past the first one there is nothing. */
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  for (GtkWidget *child = gtk_widget_get_parent (card); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_next_sibling (child) == NULL)
      gtk_test_accessible_assert_property (octant_test_find (child, OCTANT_TYPE_YEAR_CARD), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Domain CC: no score");
}

/* What the menu of a chart draws: asked of the menu in that view. */
static char *
dup_spec (WindowFixture *fixture,
          GType          view)
{
  char *spec = NULL;

  g_object_get (octant_test_find (window_find (fixture, view), OCTANT_TYPE_CHART_MENU), "spec", &spec, NULL);
  g_assert_nonnull (spec);
  g_assert_true (octant_chart_spec_is_valid (spec));

  return spec;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_chart_export_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static char *
draw (WindowFixture *fixture,
      const char    *spec)
{
  g_autofree char *path = g_build_filename (fixture->dir, "chart.svg", NULL);
  g_autoptr (GError) error = NULL;
  gboolean drawn = FALSE;
  char *text = NULL;

  octant_chart_export_async (fixture->session, spec, 1, path, drawn_cb, &drawn);
  octant_test_wait_until (drawn);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The menus offer what is on screen: the same two years, units and reading; the year of the slider. */
static void
test_menus (WindowFixture *fixture,
            gconstpointer  user_data)
{
  g_autofree char *scored = NULL, *alike = NULL, *later = NULL, *earlier = NULL;
  g_autofree char *drawn_scored = NULL, *drawn_alike = NULL, *drawn_later = NULL, *drawn_earlier = NULL;
  g_autoptr (OctantChartTable) table = NULL;
  GtkWidget *page;

  history_show (fixture, "comparison");
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_settle ();
  table = octant_chart_dup_table (OCTANT_CHART (window_find (fixture, OCTANT_TYPE_SLOPE_CHART)));
  g_assert_cmpuint (table->columns->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "2025");
  g_assert_cmpstr (g_ptr_array_index (table->columns, 2), ==, "2026");
  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpstr (octant_chart_table_get_cell (table, 0, 0), ==, "Overall");
  /* CC is only in the later one: nothing to subtract. */
  g_assert_cmpstr (octant_chart_table_get_cell (table, 3, 1), ==, "–");
  g_assert_cmpstr (octant_chart_table_get_cell (table, 3, 3), ==, "–");
  g_assert_cmpstr (octant_chart_table_get_cell (table, 0, 3), !=, "–");
  scored = dup_spec (fixture, OCTANT_TYPE_COMPARISON_VIEW);
  page = window_find (fixture, OCTANT_TYPE_HISTORY_PAGE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (octant_test_find (page, GTK_TYPE_CHECK_BUTTON)), TRUE);
  octant_test_settle ();
  alike = dup_spec (fixture, OCTANT_TYPE_COMPARISON_VIEW);
  history_show (fixture, "years");
  later = dup_spec (fixture, OCTANT_TYPE_YEARS_VIEW);
  g_signal_emit_by_name (octant_test_find (window_find (fixture, OCTANT_TYPE_YEARS_VIEW), GTK_TYPE_SCALE), "move-slider",
                         GTK_SCROLL_STEP_LEFT);
  earlier = dup_spec (fixture, OCTANT_TYPE_YEARS_VIEW);

  drawn_scored = draw (fixture, scored);
  drawn_alike = draw (fixture, alike);
  drawn_later = draw (fixture, later);
  drawn_earlier = draw (fixture, earlier);
  g_assert_cmpstr (drawn_scored, !=, drawn_alike);
  g_assert_cmpstr (drawn_later, !=, drawn_earlier);
  /* It has to come from somewhere. */
  g_assert_false (octant_chart_spec_is_valid ("slope"));
  g_assert_false (octant_chart_spec_is_valid ("slope:domains:"));
  g_assert_false (octant_chart_spec_is_valid ("slope:domains:,"));
  g_assert_false (octant_chart_spec_is_valid ("slope:domains:a:a"));
  g_assert_true (octant_chart_spec_is_valid ("slope:domains:b:a"));
}

static gboolean
has_none (WindowFixture *fixture,
          GType          view)
{
  GtkStack *states = GTK_STACK (adw_bin_get_child (ADW_BIN (window_find (fixture, view))));

  return g_strcmp0 (gtk_stack_get_visible_child_name (states), "none") == 0;
}

/* With one assessment there is nothing to compare, and nowhere to move. */
static void
test_single (WindowFixture *fixture,
             gconstpointer  user_data)
{
  GtkWidget *years;

  history_show (fixture, "comparison");
  octant_test_wait_until (has_none (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  history_show (fixture, "changes");
  octant_test_wait_until (has_none (fixture, OCTANT_TYPE_CHANGES_VIEW));
  history_show (fixture, "years");
  years = window_find (fixture, OCTANT_TYPE_YEARS_VIEW);
  g_assert_false (gtk_widget_get_sensitive (octant_test_find (years, GTK_TYPE_SCALE)));
  g_assert_false (gtk_widget_get_sensitive (octant_test_find (years, GTK_TYPE_BUTTON)));
  g_assert_cmpuint (count_points (octant_test_find (years, OCTANT_TYPE_RADAR_CHART)), ==, 2);
}

static void
refused_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  octant_compare_finish (result, user_data);
}

/* What cannot be read is said, whatever characters are in the reason. */
static void
test_error (WindowFixture *fixture,
            gconstpointer  user_data)
{
  const char *reason = "/tmp/<a> & b: no such file";
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, 0);
  g_autoptr (GError) error = NULL;
  OctantComparisonView *view;
  GtkWidget *label;

  octant_compare_async (fixture->session, "no-such-cycle", octant_cycle_item_get_id (cycle), NULL, refused_cb, &error);
  octant_test_wait_until (error != NULL);
  history_show (fixture, "comparison");
  view = OCTANT_COMPARISON_VIEW (window_find (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_wait_until (history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_comparison_view_show_none (view, "The Assessments Could Not Be Read", reason);
  octant_test_settle ();
  g_assert_true (has_none (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  for (label = octant_test_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE); !GTK_IS_LABEL (label);)
    label = octant_test_find (label, GTK_TYPE_LABEL);
  while (label != NULL && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), reason) != 0)
    label = gtk_widget_get_next_sibling (label);
  g_assert_nonnull (label);
}

static double
get_share (WindowFixture *fixture)
{
  return gtk_progress_bar_get_fraction (
    GTK_PROGRESS_BAR (octant_test_find (window_find (fixture, OCTANT_TYPE_YEAR_CARD), GTK_TYPE_PROGRESS_BAR)));
}

/* Where motion is not wanted, the year stands there at once; else it is on its way. */
static void
test_motion (WindowFixture *fixture,
             gconstpointer  user_data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  GtkWidget *slider;
  double later, earlier;

  history_show (fixture, "years");
  slider = octant_test_find (window_find (fixture, OCTANT_TYPE_YEARS_VIEW), GTK_TYPE_SCALE);
  later = get_share (fixture);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_LEFT);
  earlier = get_share (fixture);
  g_assert_cmpfloat (earlier, !=, later);
  octant_test_settle ();
  g_assert_cmpfloat (get_share (fixture), ==, earlier);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpfloat (get_share (fixture), ==, earlier);
  octant_test_wait_until (get_share (fixture) == later);
}

/* At the width of a phone the page stays within it, and both scores stand under the levels. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  user_data)
{
  static const char *const views[] = { "trend", "years", "comparison", "changes" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gboolean narrow;
      int minimum;

      history_show (fixture, views[i]);
      octant_test_wait_until (i != 2 || history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
      octant_test_wait_until (i != 3 || history_has_content (fixture, OCTANT_TYPE_CHANGES_VIEW));
      octant_test_settle ();
      g_object_get (window_find (fixture, OCTANT_TYPE_HISTORY_PAGE), "narrow", &narrow, NULL);
      g_assert_true (narrow);
      gtk_widget_measure (window_find (fixture, OCTANT_TYPE_HISTORY_PAGE), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_true (i != 2 || history_says (window_find (fixture, OCTANT_TYPE_COMPARISON_VIEW), " → "));
    }
}

/* Of more years than can be told apart the trend shows the latest, says so, and leads to those. */
static void
test_many (WindowFixture *fixture,
           gconstpointer  user_data)
{
  g_autoptr (OctantChartTable) table = NULL;
  GtkWidget *trend;

  history_show (fixture, "trend");
  trend = window_find (fixture, OCTANT_TYPE_TREND_CHART);
  table = octant_chart_dup_table (OCTANT_CHART (trend));
  g_assert_cmpuint (table->rows->len, ==, 50);
  g_assert_cmpstr (octant_chart_table_get_cell (table, 0, 0), ==, "1977");
  g_assert_cmpstr (octant_chart_table_get_cell (table, 49, 0), ==, "2026");
  g_assert_true (history_says (window_find (fixture, OCTANT_TYPE_HISTORY_PAGE), "The latest 50 of 52 assessments"));
  g_signal_emit_by_name (gtk_widget_get_first_child (trend), "activate");
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != NULL
                          && g_str_equal (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), "1977"));
}

typedef struct
{
  GtkWidget *row;   /* (owned) */
  guint n_repeated; /* how often it was activated once more */
} Repeat;

static void
repeat_cb (Repeat *repeat)
{
  repeat->n_repeated++;
  g_signal_emit_by_name (gtk_widget_get_parent (repeat->row), "row-activated", repeat->row);
}

static GtkWidget *
find_cycle_row (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_cycle_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* A key that is pressed twice reaches the row again after the other assessment came, and before the page shows it. */
static void
test_twice (WindowFixture *fixture,
            gconstpointer  user_data)
{
  OctantAssessment *before = octant_session_get_assessment (fixture->session);
  Repeat repeat = { NULL, 0 };
  GtkWidget *row;

  history_show (fixture, "trend");
  row = find_cycle_row (window_find (fixture, OCTANT_TYPE_HISTORY_PAGE));
  g_assert_nonnull (row);
  /* The newest is open already: the one below it. */
  repeat.row = g_object_ref (gtk_widget_get_next_sibling (row));
  g_signal_connect_swapped (fixture->session, "notify::assessment", G_CALLBACK (repeat_cb), &repeat);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", repeat.row);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  g_signal_handlers_disconnect_by_data (fixture->session, &repeat);
  octant_test_settle ();
  g_assert_cmpuint (repeat.n_repeated, >, 0);
  g_object_unref (repeat.row);
}

/* Why a file was not written is said in one language, whatever the system says. */
static void
test_not_written (void)
{
  static const struct
  {
    int code;
    const char *said;
  } cases[] = {
    { G_FILE_ERROR_NOSPC, "The disk is full; make room on it" },
    { G_FILE_ERROR_ROFS, "Nothing can be written in this folder; choose another one" },
    { G_FILE_ERROR_ACCES, "Nothing can be written in this folder; choose another one" },
    { G_FILE_ERROR_NOENT, "This folder takes no files, or is not there any more; choose another one" },
    { G_FILE_ERROR_IO, "as the system says" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) known = g_error_new_literal (G_FILE_ERROR, cases[i].code, "as the system says");
      g_autofree char *text = octant_file_export_describe (known);

      g_assert_cmpstr (text, ==, cases[i].said);
    }
  g_assert_false (octant_file_replace ("/nowhere/at/all.csv", "x", 1, &error));
  said = octant_file_export_describe (error);
  g_assert_cmpstr (said, ==, "This folder takes no files, or is not there any more; choose another one");
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/history/slope", WindowFixture, NULL, history_set_up, test_slope, window_tear_down);
  g_test_add ("/history/leads", WindowFixture, NULL, history_set_up, test_leads, window_tear_down);
  g_test_add ("/history/changes", WindowFixture, NULL, history_set_up, test_changes, window_tear_down);
  g_test_add ("/history/versions", WindowFixture, NULL, history_set_up_versions, test_versions, window_tear_down);
  g_test_add ("/history/years", WindowFixture, NULL, history_set_up_versions, test_years, window_tear_down);
  g_test_add ("/history/menus", WindowFixture, NULL, history_set_up_versions, test_menus, window_tear_down);
  g_test_add ("/history/single", WindowFixture, NULL, history_set_up_single, test_single, window_tear_down);
  g_test_add ("/history/error", WindowFixture, NULL, history_set_up_versions, test_error, window_tear_down);
  g_test_add ("/history/motion", WindowFixture, NULL, history_set_up_versions, test_motion, window_tear_down);
  g_test_add ("/history/twice", WindowFixture, NULL, history_set_up, test_twice, window_tear_down);
  g_test_add ("/history/many", WindowFixture, GINT_TO_POINTER (52), history_set_up_many, test_many, window_tear_down);
  g_test_add_func ("/history/not-written", test_not_written);
  g_test_add ("/history/narrow", WindowFixture, GINT_TO_POINTER (370), history_set_up, test_narrow, window_tear_down);

  return g_test_run ();
}
