/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-exclusion.h"
#include "octant-exclusions-dialog.h"
#include "octant-scope-dialog.h"
#include "octant-session-scope.h"
#include "octant-sidebar.h"
#include "octant-tree-row.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_close_window (fixture->window);
  octant_session_close (fixture->session);
  g_assert_finalize_object (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static void
activate (Fixture    *fixture,
          const char *name,
          const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
  octant_test_settle ();
}

static GtkWidget *
get_dialog (Fixture *fixture,
            GType    type)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_nonnull (dialog);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (dialog), ==, g_type_name (type));
  return GTK_WIDGET (dialog);
}

static gboolean
has_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) != NULL;
}

static gboolean
is_applicable (Fixture    *fixture,
               const char *code)
{
  return octant_node_get_applicable (octant_session_find_node (fixture->session, code));
}

static GtkWidget *
get_child (GtkWidget  *dialog,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), name);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static void
type_text (GtkWidget  *dialog,
           const char *name,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, name)), text);
}

static void
test_take_out (Fixture      *fixture,
               gconstpointer user_data)
{
  GtkWidget *dialog, *apply;
  OctantRecord *record;
  OctantNode *node;

  activate (fixture, "take-out-of-scope", "AP.02");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  apply = get_child (dialog, "apply");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "gate")));
  g_assert_false (gtk_widget_get_sensitive (apply));
  type_text (dialog, "reason", "No such business");
  g_assert_false (gtk_widget_get_sensitive (apply));
  /* Nobody approves for herself, however the name is typed; the dialog says so and stays. */
  type_text (dialog, "approver", octant_session_get_actor (fixture->session));
  g_assert_false (gtk_widget_get_sensitive (apply));
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "error")));
  type_text (dialog, "approver", "Somebody Else");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "error")));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (apply, "clicked");
  octant_test_wait_until (dialog == NULL);
  g_assert_false (is_applicable (fixture, "AP.02"));
  node = octant_session_find_node (fixture->session, "AP.02");
  record = octant_assessment_get_tailoring (octant_node_get_assessment (node), octant_node_get_index (node));
  g_assert_cmpstr (octant_record_get (record, OCTANT_TAILORING_REASON), ==, "No such business");
  octant_test_wait_saved (fixture->session);

  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_true (is_applicable (fixture, "AP.02"));
  octant_session_redo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_false (is_applicable (fixture, "AP.02"));
  activate (fixture, "bring-back-in-scope", "AP.02");
  g_assert_true (is_applicable (fixture, "AP.02"));
  octant_test_wait_saved (fixture->session);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *long_name = g_strnfill (300, 'a');
  GtkWidget *dialog;

  /* A domain with a gate says what that means. */
  activate (fixture, "take-out-of-scope", "AP");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "gate")));
  type_text (dialog, "reason", "Why");
  type_text (dialog, "approver", long_name);
  g_signal_emit_by_name (get_child (dialog, "apply"), "clicked");
  octant_test_settle ();
  g_assert_true (has_dialog (fixture));
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "error")));
  g_assert_true (is_applicable (fixture, "AP"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  octant_test_wait_until (!has_dialog (fixture));
  /* What the model does not have opens nothing. */
  activate (fixture, "take-out-of-scope", "XX.99");
  activate (fixture, "take-out-of-scope", "overall");
  activate (fixture, "bring-back-in-scope", "AP.01");
  g_assert_false (has_dialog (fixture));
}

static guint
count_rows (GtkWidget  *widget,
            const char *code)
{
  guint n = 0;

  if (OCTANT_IS_TREE_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      OctantNode *node = octant_tree_row_get_node (OCTANT_TREE_ROW (widget));

      return node != NULL && g_str_equal (octant_node_get_code (node), code);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, code);
  return n;
}

static void
test_hide (Fixture      *fixture,
           gconstpointer user_data)
{
  OctantNode *node = octant_session_find_node (fixture->session, "PM");
  GtkWidget *sidebar = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SIDEBAR);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_rows (sidebar, "PM"), ==, 1);
  g_assert_true (octant_session_tailor (fixture->session, node, TRUE, "Elsewhere", "Somebody Else", &error));
  octant_test_settle ();
  g_assert_cmpuint (count_rows (sidebar, "PM"), ==, 1);
  activate (fixture, "hide-out-of-scope", NULL);
  g_assert_cmpuint (count_rows (sidebar, "PM"), ==, 0);
  g_assert_cmpuint (count_rows (sidebar, "AP"), ==, 1);
  g_assert_true (octant_session_tailor (fixture->session, node, FALSE, NULL, NULL, &error));
  octant_test_settle ();
  g_assert_cmpuint (count_rows (sidebar, "PM"), ==, 1);
  activate (fixture, "hide-out-of-scope", NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_list (Fixture      *fixture,
           gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  g_autoptr (GListModel) before = octant_exclusion_list (assessment);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog, *view;
  GListModel *rows;
  guint n = g_list_model_get_n_items (before);
  guint n_scopes, n_items;

  octant_exclusion_count (assessment, &n_scopes, &n_items);
  activate (fixture, "show-exclusions", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_EXCLUSIONS_DIALOG);
  view = get_child (dialog, "view");
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n);
  /* It follows while it is open. */
  g_assert_true (octant_session_tailor (fixture->session, octant_session_find_node (fixture->session, "AP.02"), TRUE,
                                        "No such business", "Somebody Else", &error));
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, n);
  octant_exclusion_count (assessment, &n_scopes, &n_items);
  g_assert_cmpuint (n_scopes, >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (OctantExclusion) exclusion = g_list_model_get_item (rows, i);

      if (!g_str_equal (octant_exclusion_get_code (exclusion), "AP.02"))
        continue;
      g_signal_emit_by_name (view, "activate", i);
      break;
    }
  octant_test_wait_until (!has_dialog (fixture));
  g_assert_cmpstr (octant_node_get_code (octant_session_get_node (fixture->session)), ==, "AP.02");
  octant_test_wait_saved (fixture->session);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture      *fixture,
                  gconstpointer user_data);
  } tests[] = {
    { "/scope/take-out", test_take_out },
    { "/scope/refused", test_refused },
    { "/scope/hide", test_hide },
    { "/scope/list", test_list },
  };

  octant_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
