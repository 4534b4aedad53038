/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the menu of a chart offers: its figures as a table and as text, a picture in a file and on the clipboard. */

#include <string.h>

#include "octant-chart-export.h"
#include "octant-chart-menu.h"
#include "octant-chart-save-dialog.h"
#include "octant-chart-table-dialog.h"
#include "octant-distribution-chart.h"
#include "octant-ghost-button.h"
#include "octant-heatmap-chart.h"
#include "octant-ladder-chart.h"
#include "octant-overview-page.h"
#include "octant-radar-chart.h"
#include "octant-subdomain-header.h"
#include "test-utilities.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
  GtkWidget *overview;
  char *notice;
} Fixture;

static void
notice_cb (Fixture    *fixture,
           const char *message)
{
  g_set_str (&fixture->notice, message);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
  fixture->overview = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_OVERVIEW_PAGE);
  g_signal_connect_swapped (fixture->session, "notice", G_CALLBACK (notice_cb), fixture);
  octant_test_settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_wait_saved (fixture->session);
  octant_test_close_window (fixture->window);
  octant_session_close (fixture->session);
  g_object_unref (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->notice);
}

static OctantModel *
get_model (Fixture *fixture)
{
  return octant_assessment_get_model (octant_session_get_assessment (fixture->session));
}

/* As many rows and columns as the chart shows, and no cell left out. */
static void
assert_table (GtkWidget  *chart,
              guint       n_rows,
              guint       n_columns,
              const char *first)
{
  g_autoptr (OctantChartTable) table = octant_chart_dup_table (OCTANT_CHART (chart));

  g_assert_cmpuint (table->rows->len, ==, n_rows);
  g_assert_cmpuint (table->columns->len, ==, n_columns);
  g_assert_cmpstr (octant_chart_table_get_cell (table, 0, 0), ==, first);
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      g_assert_cmpstr (octant_chart_table_get_cell (table, r, c), !=, "");
}

static void
test_tables (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = get_model (fixture);
  GtkWidget *distribution = octant_test_find (fixture->overview, OCTANT_TYPE_DISTRIBUTION_CHART);
  GtkWidget *heatmap = octant_test_find (fixture->overview, OCTANT_TYPE_HEATMAP_CHART);
  GtkWidget *header;
  g_autoptr (OctantChartTable) table = NULL;
  guint n_objects = octant_assessment_get_n_objects (assessment);
  guint sum = 0;

  assert_table (distribution, 5, 8, "1 Performed informally (Initial)");
  assert_table (heatmap, octant_model_get_n_subdomains (model), 3 + (n_objects > 1 ? n_objects : 0),
                "AP.01 Asset and attack-surface management");
  table = octant_chart_dup_table (OCTANT_CHART (distribution));
  for (guint r = 0; r < 5; r++)
    for (guint c = 1; c < 7; c++)
      sum += (guint) g_ascii_strtoull (octant_chart_table_get_cell (table, r, c), NULL, 10);
  g_assert_cmpuint (sum, ==, octant_scorer_get_score (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL),
                                                      OCTANT_NODE_OVERALL)->applicable_items);
  /* This cycle, what it may still come to, and the cycle before. */
  g_clear_pointer (&table, octant_chart_table_free);
  table = octant_chart_dup_table (OCTANT_CHART (octant_test_find (fixture->overview, OCTANT_TYPE_RADAR_CHART)));
  g_assert_cmpuint (table->rows->len, ==, octant_model_get_n_domains (model));
  g_assert_cmpuint (table->columns->len, >=, 4);
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, octant_assessment_get_title (assessment));
  g_assert_cmpstr (g_ptr_array_index (table->columns, 2), ==, "Up to");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-node", "s", "AP.01");
  octant_test_settle ();
  header = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_HEADER);
  assert_table (octant_test_find (header, OCTANT_TYPE_LADDER_CHART), 10, 3, "People, level 1");
}

/* Texts of users are neither formulas nor new cells where they are pasted. */
static void
test_text (void)
{
  g_autoptr (OctantChartTable) table = octant_chart_table_new ();
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;

  octant_chart_table_add_column (table, "Name");
  octant_chart_table_add_column (table, "=1+1");
  octant_chart_table_add_row (table, "a\tb\nc");
  octant_chart_table_add_cell (table, "2.50");
  octant_chart_table_add_row (table, "@x, \"y\"");
  octant_chart_table_add_cell (table, NULL);
  text = octant_chart_table_to_text (table);
  csv = octant_chart_table_to_csv (table);
  g_assert_cmpstr (text, ==, "Name\t'=1+1\na b c\t2.50\n'@x, \"y\"\t\n");
  g_assert_cmpstr (csv, ==, "\"Name\",\"'=1+1\"\r\n\"a\tb\nc\",\"2.50\"\r\n\"'@x, \"\"y\"\"\",\"\"\r\n");
}

static GtkWidget *
find_menu (GtkWidget   *widget,
           OctantChart *chart)
{
  OctantChart *its = NULL;

  if (OCTANT_IS_CHART_MENU (widget))
    g_object_get (widget, "chart", &its, NULL);
  if (its != NULL)
    g_object_unref (its);
  if (its != NULL && its == chart)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_menu (child, chart);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
read_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

static void
test_table_dialog (Fixture      *fixture,
                   gconstpointer user_data)
{
  GtkWidget *chart = octant_test_find (fixture->overview, OCTANT_TYPE_HEATMAP_CHART);
  GtkWidget *menu = find_menu (fixture->overview, OCTANT_CHART (chart));
  AdwDialog *dialog;
  GtkWidget *view;
  g_autofree char *text = NULL;
  g_autofree char *csv = NULL;

  g_assert_nonnull (menu);
  gtk_widget_activate_action (menu, "chart-menu.show-table", NULL);
  octant_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (OCTANT_IS_CHART_TABLE_DIALOG (dialog));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Heat Map");
  view = octant_test_find (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Heat Map");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))), ==,
                    octant_model_get_n_subdomains (get_model (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "table.copy", "s", "text");
  text = read_clipboard (GTK_WIDGET (dialog));
  g_assert_true (g_str_has_prefix (text, "Sub-domain\tPeople\tProcess"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "table.copy", "s", "csv");
  csv = read_clipboard (GTK_WIDGET (dialog));
  g_assert_true (g_str_has_prefix (csv, "\"Sub-domain\",\"People\",\"Process\""));
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

/* Every menu on the page has a picture that can be drawn. */
static void
test_specs (Fixture      *fixture,
            gconstpointer user_data)
{
  const GType charts[] = { OCTANT_TYPE_RADAR_CHART, OCTANT_TYPE_HEATMAP_CHART, OCTANT_TYPE_DISTRIBUTION_CHART };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      GtkWidget *chart = octant_test_find (fixture->overview, charts[i]);
      GtkWidget *menu = find_menu (fixture->overview, OCTANT_CHART (chart));
      GtkWidget *button = octant_test_find (menu, GTK_TYPE_MENU_BUTTON);
      g_autofree char *spec = NULL;

      g_object_get (menu, "spec", &spec, NULL);
      g_assert_true (octant_chart_spec_is_valid (spec));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Chart Menu");
      /* It is made when it is opened. */
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button))), ==, 2);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
    }
  g_assert_false (octant_chart_spec_is_valid ("pie"));
  g_assert_false (octant_chart_spec_is_valid (""));
}

static guint
count_columns (Fixture *fixture)
{
  g_autoptr (OctantChartTable) table = NULL;

  octant_test_settle ();
  table = octant_chart_dup_table (OCTANT_CHART (octant_test_find (fixture->overview, OCTANT_TYPE_RADAR_CHART)));

  return table->columns->len;
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* The cycle before stands beside this one at first; any others are read when they are chosen. */
static void
test_ghosts (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantGhostButton *button = OCTANT_GHOST_BUTTON (octant_test_find (fixture->overview, OCTANT_TYPE_GHOST_BUTTON));
  GtkWidget *radar = octant_test_find (fixture->overview, OCTANT_TYPE_RADAR_CHART);
  GtkWidget *menu = find_menu (fixture->overview, OCTANT_CHART (radar));
  const char *previous = octant_assessment_get_id (octant_session_get_previous (fixture->session));
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  guint before = count_columns (fixture);
  guint n_changed = 0;
  g_autofree char *older = NULL;
  g_autofree char *spec = NULL;
  g_autofree char *wanted = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);
      const char *id = octant_cycle_item_get_id (item);

      if (!g_str_equal (id, previous) &&
          !g_str_equal (id, octant_assessment_get_id (octant_session_get_assessment (fixture->session))))
        g_set_str (&older, id);
    }
  g_assert_nonnull (older);
  g_signal_connect_swapped (button, "changed", G_CALLBACK (count_cb), &n_changed);
  octant_ghost_button_choose (button, older, TRUE);
  octant_test_wait_until (n_changed == 1);
  g_assert_cmpuint (count_columns (fixture), ==, before + 1);
  g_object_get (menu, "spec", &spec, NULL);
  wanted = g_strdup_printf ("radar:domains:%s,%s", previous, older);
  g_assert_cmpstr (spec, ==, wanted);
  octant_ghost_button_choose (button, previous, FALSE);
  octant_ghost_button_choose (button, older, FALSE);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (count_columns (fixture), ==, before - 1);
  octant_ghost_button_choose (button, previous, TRUE);
  g_assert_cmpuint (count_columns (fixture), ==, before);
  octant_ghost_button_choose (button, "no-such-cycle", TRUE);
  octant_test_wait_until (fixture->notice != NULL);
  g_assert_true (g_str_has_prefix (fixture->notice, "The assessment could not be read: "));
  g_assert_cmpuint (count_columns (fixture), ==, before);
}

/* Programs that take points get a PNG, those that take drawings an SVG. */
static void
test_copy (Fixture      *fixture,
           gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GdkContentFormats *formats;
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-chart", "s", "ladder:AP.01");
  octant_test_wait_until (fixture->notice != NULL);
  g_assert_cmpstr (fixture->notice, ==, "Picture copied");
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_cmpint (gdk_texture_get_width (g_value_get_object (&value)), ==, 1920);
  g_clear_pointer (&fixture->notice, g_free);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-chart", "s", "ladder:XX.99");
  octant_test_wait_until (fixture->notice != NULL);
  g_assert_true (g_str_has_prefix (fixture->notice, "The chart could not be copied: "));
}

/* A size is asked for a PNG alone. */
static void
test_save_dialog (Fixture      *fixture,
                  gconstpointer user_data)
{
  AdwDialog *dialog;
  OctantChartSaveDialog *save;
  GtkWidget *format, *size;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-chart", "s", "pie");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-chart", "s", "distribution");
  octant_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (OCTANT_IS_CHART_SAVE_DIALOG (dialog));
  save = OCTANT_CHART_SAVE_DIALOG (dialog);
  format = octant_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  size = gtk_widget_get_next_sibling (format);
  g_assert_cmpstr (octant_chart_save_dialog_get_format (save), ==, "svg");
  g_assert_false (gtk_widget_get_visible (size));
  adw_combo_row_set_selected (ADW_COMBO_ROW (format), 1);
  g_assert_cmpstr (octant_chart_save_dialog_get_format (save), ==, "png");
  g_assert_true (gtk_widget_get_visible (size));
  g_assert_cmpfloat (octant_chart_save_dialog_get_scale (save), ==, 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (size), 2);
  g_assert_cmpfloat (octant_chart_save_dialog_get_scale (save), ==, 4);
  adw_dialog_force_close (dialog);
  octant_test_settle ();
}

#define ADD(name, func) g_test_add ("/chart-menu/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add_func ("/chart-menu/text", test_text);
  ADD ("tables", test_tables);
  ADD ("table-dialog", test_table_dialog);
  ADD ("specs", test_specs);
  ADD ("ghosts", test_ghosts);
  ADD ("copy", test_copy);
  ADD ("save-dialog", test_save_dialog);

  return g_test_run ();
}
