/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "octant-attack-export.h"
#include "octant-attack-page.h"
#include "octant-chart-point.h"
#include "octant-technique-column.h"
#include "octant-technique-map.h"
#include "octant-technique-pane.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
  GtkWidget *page;
  GPtrArray *columns; /* (element-type OctantTechniqueColumn): borrowed, in order */
} Fixture;

static void
activate (Fixture    *fixture,
          const char *name,
          const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, g_variant_new_string (parameter));
  octant_test_settle ();
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *out)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (out, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, out);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, user_data != NULL ? GPOINTER_TO_INT (user_data) : 1280, 800);
  fixture->page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_ATTACK_PAGE);
  fixture->columns = g_ptr_array_new ();
  activate (fixture, "show-place", "attack");
  octant_test_wait_until (octant_test_find (fixture->page, OCTANT_TYPE_TECHNIQUE_COLUMN) != NULL);
  octant_test_settle ();
  collect (fixture->page, OCTANT_TYPE_TECHNIQUE_COLUMN, fixture->columns);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_ptr_array_unref (fixture->columns);
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static OctantTechniqueColumn *
get_column (Fixture *fixture,
            guint    index)
{
  return g_ptr_array_index (fixture->columns, index);
}

/* What a screen reader hears of a cell. */
static const char *
get_text (Fixture *fixture,
          guint    column,
          guint    cell)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_column (fixture, column)));

  for (; cell > 0; cell--)
    child = gtk_widget_get_next_sibling (child);
  return octant_chart_point_get_text (OCTANT_CHART_POINT (child));
}

static guint
count_visible (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->columns->len; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (get_column (fixture, i)));
  return n;
}

/* Cells of the columns that are seen. */
static guint
count_cells (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->columns->len; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (get_column (fixture, i))))
      n += octant_technique_column_get_n_cells (get_column (fixture, i));
  return n;
}

static GtkWidget *
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, OCTANT_TYPE_ATTACK_PAGE, name);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static void
search (Fixture    *fixture,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "search")), words);
  /* The entry waits for the next letter before it says so. */
  g_signal_emit_by_name (get_child (fixture, "search"), "search-changed");
  octant_test_settle ();
}

static void
choose (Fixture    *fixture,
        const char *name,
        guint       index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (fixture, name)), index);
  octant_test_settle ();
}

static void
assert_count (Fixture    *fixture,
              const char *text)
{
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (fixture, "count"))), ==, text);
}

static gboolean
shows_pane (Fixture *fixture)
{
  return adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (get_child (fixture, "split")));
}

static void
test_map (Fixture      *fixture,
          gconstpointer user_data)
{
  GtkWidget *column = GTK_WIDGET (get_column (fixture, 0));

  g_assert_cmpuint (fixture->columns->len, ==, 14);
  g_assert_cmpuint (count_visible (fixture), ==, 14);
  assert_count (fixture, "691 techniques");
  gtk_test_accessible_assert_role (column, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL, "Reconnaissance");
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (column), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (g_str_has_prefix (get_text (fixture, 0, 0), "T1589 Gather Victim Identity Information: "));
  g_assert_nonnull (strstr (get_text (fixture, 0, 0), " of 5, 3 sub-techniques, hidden"));
  /* The place belongs to the overview, and leads back there. */
  activate (fixture, "show-place", "overview");
  g_assert_false (gtk_widget_get_mapped (fixture->page));
  activate (fixture, "show-place", "attack");
  g_assert_true (gtk_widget_get_mapped (fixture->page));
}

static void
test_unfold (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantTechniqueColumn *column = get_column (fixture, 0);
  guint before = count_cells (fixture), n = octant_technique_column_get_n_cells (column);
  guint technique = octant_technique_column_get_entry (column, 0)->technique;

  g_signal_emit_by_name (column, "fold", technique);
  octant_test_settle ();
  g_assert_cmpuint (octant_technique_column_get_n_cells (column), ==, n + 3);
  g_assert_true (octant_technique_column_get_entry (column, 1)->below);
  g_assert_true (g_str_has_prefix (get_text (fixture, 0, 1), "T1589.001 "));
  g_assert_nonnull (strstr (get_text (fixture, 0, 0), ", shown"));
  g_signal_emit_by_name (column, "fold", technique);
  octant_test_settle ();
  g_assert_cmpuint (count_cells (fixture), ==, before);
  /* A technique stands under each of its tactics: 887 in all. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_child (fixture, "unfold")), TRUE);
  octant_test_settle ();
  g_assert_cmpuint (count_cells (fixture), ==, 887);
}

static void
test_filter (Fixture      *fixture,
             gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  guint n_domains = octant_model_get_n_domains (octant_assessment_get_model (assessment));
  guint all = count_cells (fixture);

  search (fixture, "PHISH");
  assert_count (fixture, "11 of 691 techniques");
  g_assert_cmpuint (count_visible (fixture), ==, 3);
  /* A technique that only something below it is called by is unfolded. */
  search (fixture, "t1059.001");
  assert_count (fixture, "1 of 691 techniques");
  g_assert_cmpuint (count_visible (fixture), ==, 1);
  g_assert_cmpuint (count_cells (fixture), ==, 2);
  search (fixture, "横向移动");
  assert_count (fixture, "23 of 691 techniques");
  search (fixture, " m1053 ");
  assert_count (fixture, "10 of 691 techniques");
  search (fixture, "nothing of the kind");
  assert_count (fixture, "0 of 691 techniques");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_child (fixture, "results"))), ==, "none");
  search (fixture, "");
  g_assert_cmpuint (count_cells (fixture), ==, all);

  choose (fixture, "band", 6);
  assert_count (fixture, "113 of 691 techniques");
  choose (fixture, "band", 5);
  assert_count (fixture, "0 of 691 techniques");
  choose (fixture, "band", 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (get_child (fixture, "domain")))), ==,
                    n_domains + 1);
  choose (fixture, "domain", 1);
  g_assert_cmpuint (count_cells (fixture), <, all);
  choose (fixture, "domain", 0);
  assert_count (fixture, "691 techniques");
}

static void
assert_focus (Fixture *fixture,
              guint    column,
              guint    cell)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (OCTANT_IS_CHART_POINT (focus));
  g_assert_true (gtk_widget_get_parent (focus) == GTK_WIDGET (get_column (fixture, column)));
  g_assert_cmpuint (octant_chart_point_get_index (OCTANT_CHART_POINT (focus)), ==, cell);
}

static void
press (Fixture *fixture,
       guint    key)
{
  GtkWidget *map = octant_test_find (fixture->page, OCTANT_TYPE_TECHNIQUE_MAP);
  GObject *columns = gtk_widget_get_template_child (map, OCTANT_TYPE_TECHNIQUE_MAP, "columns");

  g_assert_true (octant_test_press (GTK_WIDGET (columns), key, GDK_NO_MODIFIER_MASK));
  octant_test_settle ();
}

static void
test_keys (Fixture      *fixture,
           gconstpointer user_data)
{
  guint last = octant_technique_column_get_n_cells (get_column (fixture, 0)) - 1;

  octant_technique_column_focus_cell (get_column (fixture, 0), 0);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, 0, 1);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, 1, 1);
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Left);
  assert_focus (fixture, 0, 1);
  press (fixture, GDK_KEY_End);
  assert_focus (fixture, 0, last);
  press (fixture, GDK_KEY_Down);
  assert_focus (fixture, 0, last);
  /* The next tactic is shorter: its nearest cell is its last one. */
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, 1, octant_technique_column_get_n_cells (get_column (fixture, 1)) - 1);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Up);
  assert_focus (fixture, 1, 0);
  press (fixture, GDK_KEY_space);
  g_assert_true (octant_technique_column_get_entry (get_column (fixture, 1), 0)->open);
  assert_focus (fixture, 1, 0);
  gtk_widget_set_direction (octant_test_find (fixture->page, OCTANT_TYPE_TECHNIQUE_MAP), GTK_TEXT_DIR_RTL);
  press (fixture, GDK_KEY_Right);
  assert_focus (fixture, 0, 0);
}

static AdwActionRow *
find_row (Fixture    *fixture,
          const char *title)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect (octant_test_find (fixture->page, OCTANT_TYPE_TECHNIQUE_PANE), ADW_TYPE_ACTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* T1589 is covered by three sub-domains; one of them leads to its page. */
static void
test_pane (Fixture      *fixture,
           gconstpointer user_data)
{
  OctantTechniqueColumn *column = get_column (fixture, 0);
  AdwActionRow *row;

  g_assert_false (shows_pane (fixture));
  g_signal_emit_by_name (column, "chosen", octant_technique_column_get_entry (column, 0)->technique);
  octant_test_settle ();
  g_assert_true (shows_pane (fixture));
  g_assert_nonnull (find_row (fixture, "M1056 "));
  g_assert_nonnull (find_row (fixture, "DT.01 "));
  row = find_row (fixture, "AP.02 ");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "37.5 % · M1056");
  /* The keyboard takes the pane along. */
  octant_technique_column_focus_cell (column, 0);
  press (fixture, GDK_KEY_Down);
  g_assert_nonnull (find_row (fixture, "AP.02 "));
  g_assert_nonnull (find_row (fixture, "Domain Properties"));
  gtk_widget_activate (GTK_WIDGET (find_row (fixture, "Domain Properties")));
  octant_test_settle ();
  g_assert_nonnull (find_row (fixture, "Gather Victim Network Information"));
  gtk_widget_activate (GTK_WIDGET (find_row (fixture, "DT.01 ")));
  octant_test_settle ();
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "DT.01");
  g_assert_false (gtk_widget_get_mapped (fixture->page));
}

/* An answer is in the map as soon as it is given. */
static void
test_follows (Fixture      *fixture,
              gconstpointer user_data)
{
  OctantItem *item = octant_session_find_item (fixture->session, "DT.01.1.H.01");
  g_autofree char *before = g_strdup (get_text (fixture, 0, 0));
  OctantRating rating = octant_item_get_rating (item);

  octant_session_rate (fixture->session, item, rating == OCTANT_RATING_N ? OCTANT_RATING_F : OCTANT_RATING_N);
  octant_test_settle ();
  g_assert_cmpstr (get_text (fixture, 0, 0), !=, before);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  octant_test_wait_until (g_strcmp0 (get_text (fixture, 0, 0), before) == 0);
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer user_data)
{
  octant_test_wait_until (count_visible (fixture) == 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_column (fixture, 0))));
  choose (fixture, "tactic", 13);
  g_assert_cmpuint (count_visible (fixture), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_column (fixture, 13))));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_column (fixture, 13))), >, 300);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *state = user_data;

  state[0] = octant_attack_export_finish (result, &error);
  g_assert_true (state[0] == (error == NULL));
  state[1] = TRUE;
}

static void
test_export (Fixture      *fixture,
             gconstpointer user_data)
{
  const char *institution = octant_session_get_institution (fixture->session);
  g_autoptr (OctantAttack) attack = octant_attack_new_shipped (NULL);

  for (guint named = 0; named < 2; named++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, "layer.json", NULL);
      g_autofree char *contents = NULL;
      g_autoptr (JsonNode) root = NULL;
      gboolean state[2] = { FALSE, FALSE };
      JsonArray *techniques;

      octant_attack_export_async (fixture->session, attack, named == 1, path, exported_cb, state);
      octant_test_wait_until (state[1]);
      g_assert_true (state[0]);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true ((strstr (contents, institution) != NULL) == (named == 1));
      root = json_from_string (contents, NULL);
      techniques = json_object_get_array_member (json_node_get_object (root), "techniques");
      g_assert_cmpuint (json_array_get_length (techniques), ==, 887);
    }
  {
    gboolean state[2] = { TRUE, FALSE };

    octant_attack_export_async (fixture->session, attack, FALSE, "/nowhere/at/all.json", exported_cb, state);
    octant_test_wait_until (state[1]);
    g_assert_false (state[0]);
  }
}

/* Without an open assessment there is nothing to export or to list. */
static void
test_no_assessment (void)
{
  static const char *const names[] = { "attack.export", "attack.show-table" };
  GtkWidget *buttons[G_N_ELEMENTS (names)];
  GtkWidget *host = gtk_window_new ();
  Fixture fixture = { .dir = octant_test_empty_dir () };

  fixture.session = octant_test_open_session (fixture.dir);
  fixture.window = octant_test_open_window (fixture.session, 1280, 800);
  /* The window has its pages when there is something to show in them. */
  g_assert_null (octant_test_find (GTK_WIDGET (fixture.window), OCTANT_TYPE_ATTACK_PAGE));
  fixture.page = g_object_new (OCTANT_TYPE_ATTACK_PAGE, "session", fixture.session, NULL);
  gtk_window_set_child (GTK_WINDOW (host), fixture.page);
  gtk_window_present (GTK_WINDOW (host));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      buttons[i] = gtk_button_new ();
      gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[i]), names[i]);
      gtk_widget_set_parent (buttons[i], fixture.page);
      g_assert_false (gtk_widget_get_sensitive (buttons[i]));
    }
  octant_session_create_sample (fixture.session);
  octant_test_wait_until (octant_session_get_state (fixture.session) == OCTANT_SESSION_READY);
  octant_test_wait_until (octant_test_find (fixture.page, OCTANT_TYPE_TECHNIQUE_COLUMN) != NULL);
  octant_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (gtk_widget_get_sensitive (buttons[i]));
      gtk_widget_unparent (buttons[i]);
    }
  activate (&fixture, "show-place", "attack");
  g_assert_nonnull (octant_test_find (GTK_WIDGET (fixture.window), OCTANT_TYPE_ATTACK_PAGE));
  gtk_window_destroy (GTK_WINDOW (host));
  octant_test_wait_saved (fixture.session);
  fixture.columns = g_ptr_array_new ();
  tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/attack/map", Fixture, NULL, set_up, test_map, tear_down);
  g_test_add ("/attack/unfold", Fixture, NULL, set_up, test_unfold, tear_down);
  g_test_add ("/attack/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/attack/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/attack/pane", Fixture, NULL, set_up, test_pane, tear_down);
  g_test_add ("/attack/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/attack/narrow", Fixture, GINT_TO_POINTER (370), set_up, test_narrow, tear_down);
  g_test_add_func ("/attack/no-assessment", test_no_assessment);
  g_test_add ("/attack/export", Fixture, NULL, set_up, test_export, tear_down);
  return g_test_run ();
}
