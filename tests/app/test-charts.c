/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart widgets and the pages that show them: what they say, where they lead, that they follow. */

#include <math.h>

#include "octant-chart-point.h"
#include "octant-ladder-chart.h"
#include "octant-level-ring.h"
#include "octant-overview-page.h"
#include "octant-radar-chart.h"
#include "octant-tip.h"
#include "octant-trend-chart.h"
#include "test-utilities.h"

static const double values[] = { 1, 2.5, NAN, 4, 5 };
static const double values_hi[] = { 1, 3, NAN, 4, 5 };
static const char *const labels[] = { "Protection", "Detection", "Response", "Recovery", "Training" };
static const char *const descriptions[] = { "Protection: 1.00 of 5", "Detection: 2.50 of 5", "Response: not applicable",
                                            "Recovery: 4.00 of 5", "Training: 5.00 of 5" };

static guint
count_points (GtkWidget *chart)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (chart); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (OCTANT_IS_CHART_POINT (child));
      g_assert_cmpuint (octant_chart_point_get_index (OCTANT_CHART_POINT (child)), ==, n);
      n++;
    }

  return n;
}

static void
keep_index_cb (guint    *kept,
               guint     index,
               GtkWidget *chart)
{
  *kept = index;
}

/* Paints a widget of that size on a surface of its own, as a frame would. */
static void
paint (GtkWidget *widget,
       int        width,
       int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  octant_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (widget), >, 0);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
fill_radar (OctantRadarChart *chart,
            guint             n_axes)
{
  OctantRadarSeries series = { OCTANT_RADAR_PRESENT, "2026", values, values_hi, NULL };
  OctantRadarData data = { .n_axes = n_axes, .labels = labels, .max = 5, .n_rings = 5, .series = &series, .n_series = 1,
                           .na_text = "N/A", .empty_text = "Nothing", .show_legend = TRUE };

  octant_radar_chart_set_data (chart, &data, descriptions);
}

static void
test_radar (void)
{
  GtkWidget *chart = g_object_ref_sink (g_object_new (OCTANT_TYPE_RADAR_CHART, NULL));
  GtkWidget *point;
  guint activated = G_MAXUINT;

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  fill_radar (OCTANT_RADAR_CHART (chart), 5);
  g_assert_cmpuint (count_points (chart), ==, 5);
  point = gtk_widget_get_next_sibling (gtk_widget_get_first_child (chart));
  gtk_test_accessible_assert_role (point, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (point, GTK_ACCESSIBLE_PROPERTY_LABEL, "Detection: 2.50 of 5");
  g_assert_cmpstr (octant_tip_get (point), ==, "Detection: 2.50 of 5");
  g_assert_true (gtk_widget_get_focusable (point));

  g_signal_connect_swapped (chart, "axis-activated", G_CALLBACK (keep_index_cb), &activated);
  g_signal_emit_by_name (point, "activate");
  g_assert_cmpuint (activated, ==, 1);

  paint (chart, 400, 360);
  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  paint (chart, 300, 280);
  for (guint n = 5; n-- > 0;)
    {
      fill_radar (OCTANT_RADAR_CHART (chart), n);
      g_assert_cmpuint (count_points (chart), ==, n);
      paint (chart, 320, 300);
    }
  g_assert_finalize_object (chart);
}

static void
test_trend (void)
{
  GtkWidget *chart = g_object_ref_sink (g_object_new (OCTANT_TYPE_TREND_CHART, NULL));
  const int levels[] = { 1, 2, -1, 3, 4 };
  OctantTrendSeries series = { "Overall", values, values_hi, NULL, TRUE };
  OctantTrendData data = { .n_cycles = 5, .cycles = labels, .levels = levels, .level_label = "Level", .max = 5,
                           .n_rings = 5, .series = &series, .n_series = 1, .empty_text = "Nothing" };
  guint activated = G_MAXUINT;

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  octant_trend_chart_set_data (OCTANT_TREND_CHART (chart), &data, descriptions);
  g_assert_cmpuint (count_points (chart), ==, 5);
  gtk_test_accessible_assert_property (gtk_widget_get_last_child (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Training: 5.00 of 5");
  g_signal_connect_swapped (chart, "cycle-activated", G_CALLBACK (keep_index_cb), &activated);
  g_signal_emit_by_name (gtk_widget_get_last_child (chart), "activate");
  g_assert_cmpuint (activated, ==, 4);
  paint (chart, 500, 300);
  data.n_cycles = 0;
  octant_trend_chart_set_data (OCTANT_TREND_CHART (chart), &data, descriptions);
  g_assert_cmpuint (count_points (chart), ==, 0);
  paint (chart, 500, 300);
  g_assert_finalize_object (chart);
}

/* An answer on another page is on the overview when it is next shown, and at once while it is shown. */
static void
test_overview_follows (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  OctantSession *session = octant_test_open_session (dir);
  OctantWindow *window = octant_test_open_window (session, 1100, 800);
  GtkWidget *page = octant_test_find (GTK_WIDGET (window), OCTANT_TYPE_OVERVIEW_PAGE);
  GtkWidget *radar = octant_test_find (page, OCTANT_TYPE_RADAR_CHART);
  GtkWidget *ring = octant_test_find (page, OCTANT_TYPE_LEVEL_RING);
  OctantNode *node = octant_session_find_node (session, "AP.01");
  GListModel *items = octant_node_get_items (node);
  g_autofree char *before = NULL;
  OctantChartPoint *point;

  octant_test_settle ();
  g_assert_cmpuint (count_points (radar), ==, 8);
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_METER);
  point = OCTANT_CHART_POINT (gtk_widget_get_first_child (radar));
  before = g_strdup (octant_chart_point_get_text (point));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      octant_session_rate (session, item, OCTANT_RATING_N);
    }
  octant_test_wait_until (g_strcmp0 (octant_chart_point_get_text (point), before) != 0);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "Level 0");
  octant_test_wait_saved (session);
  octant_test_close_window (window);
  octant_session_close (session);
  g_object_unref (session);
  octant_test_remove_dir (dir);
}

/* The ladder speaks of every level of every aspect. */
static void
test_ladder (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  OctantSession *session = octant_test_open_session (dir);
  GtkWidget *ladder = g_object_ref_sink (g_object_new (OCTANT_TYPE_LADDER_CHART, NULL));

  gtk_test_accessible_assert_role (ladder, GTK_ACCESSIBLE_ROLE_LIST);
  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (ladder), octant_session_find_node (session, "AP.01"));
  g_assert_cmpuint (count_points (ladder), ==, 10);
  for (GtkWidget *point = gtk_widget_get_first_child (ladder); point != NULL; point = gtk_widget_get_next_sibling (point))
    {
      guint index = octant_chart_point_get_index (OCTANT_CHART_POINT (point));
      g_autofree char *start = g_strdup_printf ("%s, level %u: ", index < 5 ? "People" : "Process", index % 5 + 1);

      g_assert_true (g_str_has_prefix (octant_chart_point_get_text (OCTANT_CHART_POINT (point)), start));
      gtk_test_accessible_assert_role (point, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_true (gtk_widget_get_focusable (point));
    }
  paint (ladder, 600, 200);
  paint (ladder, 300, 400);
  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (ladder), NULL);
  g_assert_finalize_object (ladder);
  octant_session_close (session);
  g_object_unref (session);
  octant_test_remove_dir (dir);
}

/* All that a screen reader hears of a ladder; the chart paints the same. (transfer full) */
static char *
dup_heard (GtkWidget *ladder)
{
  GString *heard = g_string_new (NULL);

  for (GtkWidget *point = gtk_widget_get_first_child (ladder); point != NULL; point = gtk_widget_get_next_sibling (point))
    g_string_append_printf (heard, "%s\n", octant_chart_point_get_text (OCTANT_CHART_POINT (point)));
  return g_string_free (heard, FALSE);
}

/* What one says that is made now; @table: in its table */
static gboolean
says_what_is (GtkWidget *ladder,
              gboolean   table)
{
  GtkWidget *fresh = g_object_ref_sink (g_object_new (OCTANT_TYPE_LADDER_CHART, NULL));
  g_autoptr (OctantNode) node = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *heard = NULL;

  g_object_get (ladder, "node", &node, NULL);
  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (fresh), node);
  if (table)
    {
      g_autoptr (OctantChartTable) there = octant_chart_dup_table (OCTANT_CHART (ladder));
      g_autoptr (OctantChartTable) here = octant_chart_dup_table (OCTANT_CHART (fresh));

      heard = g_strdup (octant_chart_table_get_cell (there, 0, 1));
      expected = g_strdup (octant_chart_table_get_cell (here, 0, 1));
    }
  else
    {
      heard = dup_heard (ladder);
      expected = dup_heard (fresh);
    }
  g_assert_finalize_object (fresh);
  return g_str_equal (heard, expected);
}

/* Answers are read in the frame after them, however many they are; while nobody sees the ladder, when it is shown again. */
static void
test_ladder_follows (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  OctantSession *session = octant_test_open_session (dir);
  OctantItem *item = octant_session_find_item (session, "AP.02.1.H.01");
  GtkWidget *ladder = g_object_new (OCTANT_TYPE_LADDER_CHART, NULL);
  GtkWidget *window = gtk_window_new ();
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  g_autofree char *unseen = NULL;

  octant_session_rate (session, item, OCTANT_RATING_F);
  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (ladder), octant_session_find_node (session, "AP.02"));
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), ladder);
  gtk_window_present (GTK_WINDOW (window));
  octant_test_settle ();
  before = dup_heard (ladder);
  octant_session_rate (session, item, OCTANT_RATING_N);
  behind = dup_heard (ladder);
  g_assert_cmpstr (behind, ==, before);
  octant_test_wait_until (says_what_is (ladder, FALSE));

  /* A table that is asked for is never behind. */
  octant_session_rate (session, item, OCTANT_RATING_F);
  g_assert_true (says_what_is (ladder, TRUE));
  octant_test_settle ();

  gtk_widget_set_visible (ladder, FALSE);
  octant_session_rate (session, item, OCTANT_RATING_P);
  octant_test_settle ();
  unseen = dup_heard (ladder);
  g_assert_cmpstr (unseen, ==, before);
  gtk_widget_set_visible (ladder, TRUE);
  g_assert_true (says_what_is (ladder, FALSE));
  octant_test_wait_saved (session);
  gtk_window_destroy (GTK_WINDOW (window));
  octant_session_close (session);
  g_object_unref (session);
  octant_test_remove_dir (dir);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add_func ("/app/charts/radar", test_radar);
  g_test_add_func ("/app/charts/trend", test_trend);
  g_test_add_func ("/app/charts/ladder", test_ladder);
  g_test_add_func ("/app/charts/ladder-follows", test_ladder_follows);
  g_test_add_func ("/app/charts/overview-follows", test_overview_follows);

  return g_test_run ();
}
