/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history page says of a comparison, of changes and of a year: to the letter and to the thousandth. */

#include "config.h"

#include "history-fixture.h"

#include "octant-attribution-group.h"
#include "octant-change-item.h"
#include "octant-changes-view.h"
#include "octant-chart-point.h"
#include "octant-comparison-view.h"
#include "octant-gradual-list.h"
#include "octant-history-page.h"
#include "octant-overview-page.h"
#include "octant-radar-chart.h"
#include "octant-year-card.h"
#include "octant-years-view.h"

static void
collect_texts (GtkWidget *widget,
               GPtrArray *texts)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

/* The text of the last label in a row: its figure. */
static char *
dup_figure (GtkWidget *row)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  collect_texts (row, texts);
  g_assert_cmpuint (texts->len, >, 0);

  return g_strdup (g_ptr_array_index (texts, texts->len - 1));
}

/* "+0.020", with the sign in front and half up. */
static char *
format (const OctantRational *value)
{
  static const OctantRational zero = { 0, 1, NULL };
  int sign = octant_rational_compare (value, &zero);
  g_auto (OctantRational) size = { 0 };
  g_autofree char *text = NULL;

  octant_rational_set (&size, sign < 0 ? &zero : value);
  if (sign < 0)
    octant_rational_subtract (&size, value);
  text = octant_rational_to_text (&size, 3);

  return g_strconcat (sign > 0 ? "+" : sign < 0 ? "−" : "±", text, NULL);
}

/* Both readings, each with its own figures, and why they differ. */
static void
test_readings (WindowFixture *fixture,
               gconstpointer  user_data)
{
  static const char *const figures[2][3] = { { "0.44", "0.14", "−0.31" }, { "0.13", "0.00", "−0.13" } };
  static const char *const names[] = { "scored", "alike" };
  GtkWidget *view;

  history_show (fixture, "comparison");
  view = window_find (fixture, OCTANT_TYPE_COMPARISON_VIEW);
  g_assert_true (history_says (view, "Made with versions 1.0.0 and 2.0.0 of the model, which do not ask the same"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_widget_get_template_child (view, OCTANT_TYPE_COMPARISON_VIEW, names[i]));

      for (guint k = 0; k < 3; k++)
        g_assert_true (history_says (row, figures[i][k]));
    }
}

/* A group has a list of its own, which is empty: the one with rows. */
static GtkListBox *
find_reasons (GtkWidget *widget)
{
  GtkListBox *list = NULL;

  if (GTK_IS_LIST_BOX (widget) && gtk_list_box_get_row_at_index (GTK_LIST_BOX (widget), 0) != NULL)
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && list == NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_reasons (child);

  return list;
}

/* Checks each figure on screen against the exact parts; @compared has them. */
static void
check_reasons (WindowFixture  *fixture,
               OctantCompared *compared,
               guint           few)
{
  GtkListBox *list = find_reasons (window_find (fixture, OCTANT_TYPE_ATTRIBUTION_GROUP));
  g_autoptr (GPtrArray) ranked = octant_attribution_rank (compared->reasons[0]);
  g_auto (OctantRational) rest = { 0 };

  octant_rational_set (&rest, &(OctantRational){ 0, 1, NULL });
  for (guint i = 0; i < ranked->len; i++)
    {
      const OctantAttributionPart *part = g_ptr_array_index (ranked, i);

      if (i >= few)
        octant_rational_add (&rest, &part->total);
      else
        {
          g_autofree char *wanted = format (&part->total);
          g_autofree char *shown = dup_figure (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) i)));

          g_assert_cmpstr (shown, ==, wanted);
        }
    }
  if (ranked->len > few)
    {
      g_autofree char *wanted = format (&rest);

      g_assert_true (history_says (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) few)), wanted));
    }
}

/* The largest parts, then the sum of the others: of the sample, which has many. */
static void
test_reasons (WindowFixture *fixture,
              gconstpointer  user_data)
{
  OctantCompared *compared = history_compare (fixture, 1, 0);

  history_show (fixture, "comparison");
  octant_test_wait_until (gtk_widget_get_mapped (window_find (fixture, OCTANT_TYPE_ATTRIBUTION_GROUP)));
  g_assert_cmpuint (compared->reasons[0]->parts->len, >, 8);
  check_reasons (fixture, compared, 8);
  octant_compared_unref (compared);
}

/* What goes down has its sign: of two versions, where most does. */
static void
test_signs (WindowFixture *fixture,
            gconstpointer  user_data)
{
  OctantCompared *compared = history_compare (fixture, 1, 0);
  g_autofree char *first = NULL;

  history_show (fixture, "comparison");
  octant_test_wait_until (gtk_widget_get_mapped (window_find (fixture, OCTANT_TYPE_ATTRIBUTION_GROUP)));
  check_reasons (fixture, compared, 8);
  first = dup_figure (GTK_WIDGET (gtk_list_box_get_row_at_index (find_reasons (window_find (fixture, OCTANT_TYPE_ATTRIBUTION_GROUP)),
                                                                 0)));
  g_assert_true (g_str_has_prefix (first, "−"));
  octant_compared_unref (compared);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = GTK_IS_LIST_BOX_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* A domain unfolds to the sub-domains that either model knows. */
static void
test_nodes (WindowFixture *fixture,
            gconstpointer  user_data)
{
  GtkWidget *view, *list, *row;
  guint before;

  history_show (fixture, "comparison");
  view = window_find (fixture, OCTANT_TYPE_COMPARISON_VIEW);
  list = GTK_WIDGET (gtk_widget_get_template_child (view, OCTANT_TYPE_COMPARISON_VIEW, "nodes"));
  /* The whole, then AA and BB: of BB, the later model has the first sub-domain alone. */
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_true (history_says (row, "BB"));
  before = count_rows (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  octant_test_settle ();
  g_assert_cmpuint (count_rows (row), ==, before + 2);
  g_assert_true (history_says (row, "BB.02 · Retired in the model"));
}

static guint
count_shown (WindowFixture *fixture)
{
  GtkWidget *label = GTK_WIDGET (gtk_widget_get_template_child (window_find (fixture, OCTANT_TYPE_CHANGES_VIEW),
                                                               OCTANT_TYPE_CHANGES_VIEW, "count"));

  return (guint) g_ascii_strtoull (gtk_label_get_text (GTK_LABEL (label)), NULL, 10);
}

static GtkListView *
get_list (WindowFixture *fixture)
{
  return GTK_LIST_VIEW (gtk_widget_get_template_child (window_find (fixture, OCTANT_TYPE_CHANGES_VIEW), OCTANT_TYPE_CHANGES_VIEW,
                                                       "change_list"));
}

/* Words are searched for in what is filtered, and both are counted; a change leads to its requirement. */
static void
test_search (WindowFixture *fixture,
             gconstpointer  user_data)
{
  GtkWidget *view, *search;
  guint all;

  history_show (fixture, "changes");
  view = window_find (fixture, OCTANT_TYPE_CHANGES_VIEW);
  search = GTK_WIDGET (gtk_widget_get_template_child (view, OCTANT_TYPE_CHANGES_VIEW, "search"));
  history_choose (fixture, 0, 1);
  all = count_shown (fixture);
  g_assert_cmpuint (all, >, 10);
  gtk_editable_set_text (GTK_EDITABLE (search), "aa.01.1.W.03");
  octant_test_wait_until (count_shown (fixture) != all);
  /* It is new, and what it replaces names it. */
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such thing");
  octant_test_wait_until (history_says (view, "No Changes Found"));
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  history_choose (fixture, 0, 8);
  gtk_editable_set_text (GTK_EDITABLE (search), "aa.01.1.W.03");
  octant_test_wait_until (count_shown (fixture) == 1);
  octant_test_settle ();
  g_signal_emit_by_name (get_list (fixture), "activate", 0);
  octant_test_wait_until (octant_session_get_item (fixture->session) != NULL);
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "AA.01.1.W.03");
}

/* What changed beside the rating stands with the code: the sample has notes, evidence and objects. */
static void
test_headings (WindowFixture *fixture,
               gconstpointer  user_data)
{
  OctantCompared *compared = history_compare (fixture, 1, 0);
  guint evidence = 0, notes = 0;

  for (guint i = 0; i < compared->changes[0]->len; i++)
    {
      OctantChangeItem *item = g_ptr_array_index (compared->changes[0], i);
      g_autofree char *heading = NULL;

      g_object_get (item, "heading", &heading, NULL);
      if (octant_change_item_get_subject (item) != OCTANT_CHANGE_OF_REQUIREMENT)
        continue;
      g_assert_cmpint (octant_change_item_has_evidence (item), ==,
                       strstr (heading, "of evidence") != NULL || strstr (heading, "Evidence +") != NULL);
      g_assert_cmpint (octant_change_item_has_note (item), ==, strstr (heading, "Note changed") != NULL);
      evidence += octant_change_item_has_evidence (item);
      notes += octant_change_item_has_note (item);
    }
  g_assert_cmpuint (MIN (evidence, notes), >, 0);
  octant_compared_unref (compared);
}

/* The sample sets a target for the whole and one for a domain: the whole comes first. */
static void
test_targets (WindowFixture *fixture,
              gconstpointer  user_data)
{
  static const char *const codes[] = { "overall", "ED" };
  GListModel *rows;

  history_show (fixture, "changes");
  history_choose (fixture, 0, 16);
  rows = G_LIST_MODEL (gtk_list_view_get_model (get_list (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (OctantChangeItem) item = g_list_model_get_item (rows, i);

      g_assert_cmpint (octant_change_item_get_subject (item), ==, OCTANT_CHANGE_OF_TARGET);
      g_assert_cmpstr (octant_change_item_get_code (item), ==, codes[i]);
    }
  /* Of the whole the overview speaks. */
  g_signal_emit_by_name (get_list (fixture), "activate", 0);
  octant_test_wait_until (gtk_widget_get_mapped (window_find (fixture, OCTANT_TYPE_OVERVIEW_PAGE)));
}

static OctantCycleItem *
get_cycle (WindowFixture *fixture,
           guint          index)
{
  g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (octant_session_get_cycles (fixture->session), index);

  /* The list keeps it. */
  return cycle;
}

static char *
dup_score (OctantCycleItem *cycle,
           const char      *code)
{
  g_auto (OctantRational) s = { 0 };

  g_assert_true (octant_rational_parse (&s, octant_cycle_item_get_score (cycle, code)->s));

  return octant_rational_to_text (&s, 2);
}

/* Each year of the radar has its own figures, whichever is shown. */
static void
check_radar (WindowFixture *fixture,
             GtkWidget     *view)
{
  g_autoptr (OctantChartTable) table = octant_chart_dup_table (OCTANT_CHART (octant_test_find (view, OCTANT_TYPE_RADAR_CHART)));
  guint n_found = 0;

  for (guint column = 1; column < table->columns->len; column++)
    for (guint year = 0; year < 3; year++)
      if (g_strcmp0 (g_ptr_array_index (table->columns, column), octant_cycle_item_get_title (get_cycle (fixture, year))) == 0)
        {
          g_autofree char *score = dup_score (get_cycle (fixture, year), "AP");

          g_assert_cmpstr (octant_chart_table_get_cell (table, 0, column), ==, score);
          n_found++;
        }
  g_assert_cmpuint (n_found, ==, 3);
}

/* Head, radar and cards say the year that the slider stands at, and open that one. */
static void
test_year (WindowFixture *fixture,
           gconstpointer  user_data)
{
  GtkWidget *view, *slider, *card, *point;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (fixture->window)), "gtk-enable-animations", FALSE, NULL);
  history_show (fixture, "years");
  view = window_find (fixture, OCTANT_TYPE_YEARS_VIEW);
  slider = octant_test_find (view, GTK_TYPE_SCALE);
  g_signal_emit_by_name (slider, "move-slider", GTK_SCROLL_STEP_LEFT);
  octant_test_settle ();
  for (guint year = 1; year < 3; year++)
    {
      OctantCycleItem *cycle = get_cycle (fixture, year);
      g_autofree char *domain = dup_score (cycle, "AP");
      g_autofree char *score = NULL;

      g_object_get (cycle, "score-text", &score, NULL);
      g_assert_true (history_says (view, octant_cycle_item_get_title (cycle)));
      g_assert_true (history_says (view, score));
      card = octant_test_find (view, OCTANT_TYPE_YEAR_CARD);
      g_assert_true (history_says (card, domain));
      g_assert_cmpfloat_with_epsilon (
        gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (octant_test_find (card, GTK_TYPE_PROGRESS_BAR))),
        g_ascii_strtod (domain, NULL) / 5, 0.005 / 5);
      point = gtk_widget_get_first_child (octant_test_find (view, OCTANT_TYPE_RADAR_CHART));
      g_assert_nonnull (strstr (octant_chart_point_get_text (OCTANT_CHART_POINT (point)), domain));
      check_radar (fixture, view);
      g_signal_emit_by_name (slider, "move-slider", year == 1 ? GTK_SCROLL_STEP_LEFT : GTK_SCROLL_STEP_RIGHT);
      octant_test_settle ();
    }
  g_signal_emit_by_name (GTK_WIDGET (gtk_widget_get_template_child (view, OCTANT_TYPE_YEARS_VIEW, "open_button")), "clicked");
  octant_test_wait_until (octant_session_get_state (fixture->session) == OCTANT_SESSION_READY &&
                          g_strcmp0 (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), "2025") == 0);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (fixture->window)), "gtk-enable-animations", TRUE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/comparison/readings", WindowFixture, NULL, history_set_up_versions, test_readings, window_tear_down);
  g_test_add ("/comparison/reasons", WindowFixture, NULL, history_set_up, test_reasons, window_tear_down);
  g_test_add ("/comparison/signs", WindowFixture, NULL, history_set_up_versions, test_signs, window_tear_down);
  g_test_add ("/comparison/nodes", WindowFixture, NULL, history_set_up_versions, test_nodes, window_tear_down);
  g_test_add ("/comparison/search", WindowFixture, NULL, history_set_up_versions, test_search, window_tear_down);
  g_test_add ("/comparison/headings", WindowFixture, NULL, history_set_up, test_headings, window_tear_down);
  g_test_add ("/comparison/targets", WindowFixture, NULL, history_set_up, test_targets, window_tear_down);
  g_test_add ("/comparison/year", WindowFixture, NULL, history_set_up, test_year, window_tear_down);

  return g_test_run ();
}
