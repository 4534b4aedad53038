/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-check-list.h"
#include "octant-discard.h"
#include "octant-exclude-dialog.h"
#include "octant-exclusion.h"
#include "octant-exclusions-dialog.h"
#include "octant-item-row.h"
#include "octant-matrix-view.h"
#include "octant-na-dialog.h"
#include "octant-new-dialog.h"
#include "octant-object-dialog.h"
#include "octant-objects-dialog.h"
#include "octant-scope-dialog.h"
#include "octant-session-manage.h"
#include "octant-session-objects.h"
#include "octant-paragraph.h"
#include "octant-rating-toggle.h"
#include "octant-session-scope.h"
#include "octant-sidebar.h"
#include "octant-subdomain-page.h"
#include "octant-tree-row.h"

static GtkWidget *
get_dialog (WindowFixture *fixture,
            GType    type)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_nonnull (dialog);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (dialog), ==, g_type_name (type));
  return GTK_WIDGET (dialog);
}

static gboolean
has_dialog (WindowFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) != NULL;
}

static gboolean
is_applicable (WindowFixture *fixture,
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
take_out (WindowFixture *fixture,
          const char    *code)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_session_tailor (fixture->session, octant_session_find_node (fixture->session, code), TRUE,
                                        "No such business", "Somebody Else", &error));
  octant_test_settle ();
}

static void
test_take_out (WindowFixture *fixture,
               gconstpointer user_data)
{
  GtkWidget *dialog, *apply;
  OctantRecord *record;
  OctantNode *node;

  window_activate (fixture, "take-out-of-scope", "AP.02");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  apply = get_child (dialog, "apply");
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "gate")));
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "role")));
  g_assert_false (gtk_widget_get_sensitive (apply));
  type_text (dialog, "reason", "No such business");
  g_assert_false (gtk_widget_get_sensitive (apply));
  /* Nobody approves for herself, however the name is typed; the dialog says so and stays. */
  type_text (dialog, "approver", octant_session_get_actor (fixture->session));
  g_assert_false (gtk_widget_get_sensitive (apply));
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "error")));
  /* Nor does a wide space, which is no name. */
  type_text (dialog, "approver", "\u3000");
  g_assert_false (gtk_widget_get_sensitive (apply));
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
  window_activate (fixture, "bring-back-in-scope", "AP.02");
  g_assert_true (is_applicable (fixture, "AP.02"));
  octant_test_wait_saved (fixture->session);
}

/* What is out of scope is not rated, and does not look or sound as if it could be. */
static void
test_rows_out (WindowFixture *fixture,
               gconstpointer  user_data)
{
  GtkWidget *row, *toggle;
  g_autofree char *heard = NULL;

  window_activate (fixture, "show-node", "AP.02");
  row = window_find (fixture, OCTANT_TYPE_ITEM_ROW);
  toggle = octant_test_find (row, OCTANT_TYPE_RATING_TOGGLE);
  g_assert_true (gtk_widget_get_sensitive (toggle));
  take_out (fixture, "AP.02");
  g_assert_false (gtk_widget_get_sensitive (toggle));
  heard = octant_item_row_describe (octant_item_row_get_item (OCTANT_ITEM_ROW (row)));
  g_assert_true (g_str_has_suffix (heard, ", out of scope") || strstr (heard, ", out of scope,") != NULL);
  window_activate (fixture, "bring-back-in-scope", "AP.02");
  g_assert_true (gtk_widget_get_sensitive (toggle));
  octant_test_wait_saved (fixture->session);
}

static void
test_refused (WindowFixture *fixture,
              gconstpointer user_data)
{
  g_autofree char *long_name = g_strnfill (300, 'a');
  GtkWidget *dialog;

  /* A domain with a gate says what that means. */
  window_activate (fixture, "take-out-of-scope", "AP");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "gate")));
  type_text (dialog, "reason", "Why");
  type_text (dialog, "approver", "Somebody Else");
  /* Not without the role of the approver. */
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "role")));
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "apply")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_child (dialog, "role")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (get_child (dialog, "apply")));
  type_text (dialog, "approver", long_name);
  /* Said before it is tried, in words that can be translated. */
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (dialog, "error"))), ==,
                   "Too long: shorten it to 200 characters");
  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "apply")));
  g_signal_emit_by_name (get_child (dialog, "apply"), "clicked");
  octant_test_settle ();
  g_assert_true (has_dialog (fixture));
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "error")));
  g_assert_true (is_applicable (fixture, "AP"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  octant_test_wait_until (!has_dialog (fixture));
  /* What the model does not have opens nothing. */
  window_activate (fixture, "take-out-of-scope", "XX.99");
  window_activate (fixture, "take-out-of-scope", "overall");
  window_activate (fixture, "bring-back-in-scope", "AP.01");
  g_assert_false (has_dialog (fixture));
}

/* Escape does not throw away what was typed before it has asked. */
static void
test_discard (WindowFixture *fixture,
              gconstpointer user_data)
{
  GtkWidget *dialog;
  AdwDialog *question;

  window_activate (fixture, "take-out-of-scope", "AP.02");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  type_text (dialog, "reason", "Bought as a service");
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  octant_test_settle ();
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  adw_dialog_close (question);
  octant_test_settle ();
  g_assert_true (get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "reason"))), ==, "Bought as a service");
  adw_dialog_close (ADW_DIALOG (dialog));
  octant_test_settle ();
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_signal_emit_by_name (question, "response::discard", "discard");
  adw_dialog_force_close (question);
  octant_test_wait_until (!has_dialog (fixture));

  /* Nothing typed, nothing asked. */
  window_activate (fixture, "take-out-of-scope", "AP.02");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  type_text (dialog, "reason", " ");
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  octant_test_wait_until (!has_dialog (fixture));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  guint *n_quits = user_data;

  (*n_quits)++;
}

/* Nor does quitting, which goes on when the words may go. */
static void
test_discard_by_quitting (WindowFixture *fixture,
                          gconstpointer  user_data)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  static const GActionEntry entries[] = { { "quit", quit_action, NULL, NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint n_quits = 0;
  GtkWidget *dialog;
  AdwDialog *question;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &n_quits);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (group));
  window_activate (fixture, "take-out-of-scope", "AP.02");
  dialog = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  g_assert_false (octant_discard_ask_before_quitting (window));
  type_text (dialog, "reason", "Bought as a service");
  g_assert_true (octant_discard_ask_before_quitting (window));
  octant_test_settle ();
  question = adw_application_window_get_visible_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  /* Asked once, however often she quits. */
  g_assert_true (octant_discard_ask_before_quitting (window));
  octant_test_settle ();
  g_assert_true (adw_application_window_get_visible_dialog (window) == question);
  adw_dialog_close (question);
  octant_test_settle ();
  g_assert_true (get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "reason"))), ==, "Bought as a service");
  g_assert_cmpuint (n_quits, ==, 0);

  g_assert_true (octant_discard_ask_before_quitting (window));
  octant_test_settle ();
  question = adw_application_window_get_visible_dialog (window);
  g_signal_emit_by_name (question, "response::discard", "discard");
  adw_dialog_force_close (question);
  octant_test_wait_until (!has_dialog (fixture));
  octant_test_wait_until (n_quits == 1);
  g_assert_false (octant_discard_ask_before_quitting (window));
}

/* An assessment that is opened anew behind a dialog takes no decision about the one before, and no words of it are lost. */
static void
test_opened_behind (WindowFixture *fixture,
                    gconstpointer user_data)
{
  OctantAssessment *before = octant_session_get_assessment (fixture->session);
  OctantItem *item = octant_session_find_item (fixture->session, "AP.04.3.P.03");
  GtkWidget *dialogs[2];

  g_assert_true (octant_item_get_requirement (item)->na_allowed);
  window_activate (fixture, "show-requirement", "AP.04.3.P.03");
  octant_subdomain_page_rate (OCTANT_SUBDOMAIN_PAGE (window_find (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE)), item,
                              OCTANT_RATING_NA);
  octant_test_settle ();
  dialogs[0] = get_dialog (fixture, OCTANT_TYPE_NA_DIALOG);
  window_activate (fixture, "take-out-of-scope", "AP.02");
  dialogs[1] = get_dialog (fixture, OCTANT_TYPE_SCOPE_DIALOG);
  octant_session_refresh (fixture->session);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      type_text (dialogs[i], "reason", "Why");
      type_text (dialogs[i], "approver", "Somebody Else");
      g_signal_emit_by_name (get_child (dialogs[i], "apply"), "clicked");
      octant_test_settle ();
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (dialogs[i], "error"))), ==,
                       "Another assessment was opened: close this dialog and start again");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialogs[i], "reason"))), ==, "Why");
    }
  adw_dialog_force_close (ADW_DIALOG (dialogs[1]));
  adw_dialog_force_close (ADW_DIALOG (dialogs[0]));
  octant_test_wait_until (!has_dialog (fixture));
}

static guint
count_na (OctantNode *node)
{
  GListModel *items = octant_node_get_items (node);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      n += octant_item_get_rating (item) == OCTANT_RATING_NA ? 1 : 0;
    }
  return n;
}

/* A sub-domain with requirements that apply to every institution, and several that need not. */
static OctantNode *
find_mixed (WindowFixture *fixture,
            guint   *n_allowed)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    {
      OctantNode *node = octant_assessment_get_node (assessment, octant_model_subdomain_node (model, s));
      GListModel *items = octant_node_get_items (node);
      guint n = g_list_model_get_n_items (items);

      *n_allowed = 0;
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

          *n_allowed += octant_item_get_requirement (item)->na_allowed ? 1 : 0;
        }
      if (*n_allowed > 1 && *n_allowed < n && count_na (node) == 0 && octant_node_get_applicable (node))
        return node;
    }
  g_assert_not_reached ();
}

/* Several requirements NA as one act; those that apply to every institution stand there, and cannot be chosen. */
static void
test_exclude (WindowFixture *fixture,
              gconstpointer user_data)
{
  guint n_allowed, n_shown = 0;
  OctantNode *node = find_mixed (fixture, &n_allowed);
  const char *code = octant_node_get_code (node);
  g_autoptr (GPtrArray) ticked = NULL;
  g_autoptr (GtkCheckButton) all = NULL;
  GtkWidget *dialog, *list, *apply, *rows;
  int n_rows;

  window_activate (fixture, "exclude-requirements", code);
  dialog = get_dialog (fixture, OCTANT_TYPE_EXCLUDE_DIALOG);
  list = get_child (dialog, "list");
  apply = get_child (dialog, "apply");
  rows = octant_test_find (list, GTK_TYPE_LIST_BOX);
  n_rows = (int) g_list_model_get_n_items (octant_node_get_items (node));
  octant_test_wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), n_rows - 1) != NULL);
  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), i));
      /* The requirement, and below it its code and why it cannot be chosen. */
      GtkWidget *subtitle = gtk_widget_get_next_sibling (octant_test_find (row, OCTANT_TYPE_PARAGRAPH));

      g_assert_cmpint (gtk_widget_get_sensitive (row), ==,
                       strstr (octant_paragraph_get_text (OCTANT_PARAGRAPH (subtitle)), "applies to every institution") == NULL);
      n_shown++;
    }
  g_assert_cmpuint (n_shown, ==, g_list_model_get_n_items (octant_node_get_items (node)));
  gtk_widget_activate_action (dialog, "exclude.select-all", NULL);
  g_assert_cmpuint (octant_check_list_count_ticked (OCTANT_CHECK_LIST (list)), ==, n_allowed);
  g_object_get (list, "all", &all, NULL);
  gtk_check_button_set_active (all, FALSE);
  g_assert_cmpuint (octant_check_list_count_ticked (OCTANT_CHECK_LIST (list)), ==, 0);
  type_text (dialog, "reason", "No such business");
  type_text (dialog, "approver", octant_session_get_actor (fixture->session));
  gtk_widget_activate_action (dialog, "exclude.select-all", NULL);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "error")));
  g_assert_false (gtk_widget_get_sensitive (apply));
  type_text (dialog, "approver", "Somebody Else");
  g_assert_true (gtk_widget_get_sensitive (apply));
  ticked = octant_check_list_list_ticked (OCTANT_CHECK_LIST (list));
  g_assert_cmpuint (ticked->len, ==, n_allowed);
  g_clear_object (&all);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (apply, "clicked");
  octant_test_wait_until (dialog == NULL);
  g_assert_cmpuint (count_na (node), ==, n_allowed);
  octant_test_wait_saved (fixture->session);

  /* One act: one undo. */
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (count_na (node), ==, 0);

  /* Nothing is rated of what is out of scope, so nothing is offered. */
  {
    g_autoptr (GError) error = NULL;

    g_assert_true (octant_session_tailor (fixture->session, node, TRUE, "Why", "Somebody Else (R1)", &error));
  }
  window_activate (fixture, "exclude-requirements", code);
  g_assert_false (has_dialog (fixture));
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);

  /* Nor where all apply to everybody; of a domain, those stand there that can be chosen. */
  window_activate (fixture, "exclude-requirements", "AP.01");
  g_assert_false (has_dialog (fixture));
  window_activate (fixture, "exclude-requirements", "SH");
  dialog = get_dialog (fixture, OCTANT_TYPE_EXCLUDE_DIALOG);
  rows = octant_test_find (get_child (dialog, "list"), GTK_TYPE_LIST_BOX);
  gtk_widget_activate_action (dialog, "exclude.select-all", NULL);
  n_shown = octant_check_list_count_ticked (OCTANT_CHECK_LIST (get_child (dialog, "list")));
  g_assert_cmpuint (n_shown, >, n_allowed);
  octant_test_wait_until (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), (int) n_shown - 1) != NULL);
  octant_test_settle ();
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), (int) n_shown));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  octant_test_wait_until (!has_dialog (fixture));
}

/* Toasts on screen that offer to undo. */
static guint
count_undo_toasts (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_get_ancestor (widget, g_type_from_name ("AdwToastWidget")) != NULL
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.undo") == 0)
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_undo_toasts (child);
  return n;
}

/* The button of a toast takes back the act that the toast speaks of, and no other: else the toast is gone. */
static void
test_toast (WindowFixture *fixture,
            gconstpointer user_data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  OctantNode *node = octant_session_find_node (fixture->session, "AP.02");
  g_autoptr (OctantItem) item = g_list_model_get_item (octant_node_get_items (node), 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_session_tailor (fixture->session, node, TRUE, "Why", "Somebody Else", &error));
  octant_test_wait_until (count_undo_toasts (window) == 1);
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (count_undo_toasts (window) == 0);
  octant_test_wait_saved (fixture->session);
  g_assert_true (is_applicable (fixture, "AP.02"));

  octant_session_redo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_true (octant_session_tailor (fixture->session, node, FALSE, NULL, NULL, &error));
  octant_test_wait_until (count_undo_toasts (window) == 1);
  octant_session_rate (fixture->session, item, octant_item_get_rating (item) == OCTANT_RATING_F ? OCTANT_RATING_L
                                                                                               : OCTANT_RATING_F);
  octant_test_wait_until (count_undo_toasts (window) == 0);
  octant_test_wait_saved (fixture->session);
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
test_hide (WindowFixture *fixture,
           gconstpointer user_data)
{
  OctantNode *node = octant_session_find_node (fixture->session, "PM");
  GtkWidget *sidebar = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SIDEBAR);
  g_autoptr (GError) error = NULL;

  octant_test_wait_until (count_rows (sidebar, "PM") == 1);
  g_assert_true (octant_session_tailor (fixture->session, node, TRUE, "Elsewhere", "Somebody Else (R1)", &error));
  octant_test_settle ();
  octant_test_wait_until (count_rows (sidebar, "PM") == 1);
  window_activate (fixture, "hide-out-of-scope", NULL);
  g_assert_cmpuint (count_rows (sidebar, "PM"), ==, 0);
  octant_test_wait_until (count_rows (sidebar, "AP") == 1);
  g_assert_true (octant_session_tailor (fixture->session, node, FALSE, NULL, NULL, &error));
  octant_test_settle ();
  octant_test_wait_until (count_rows (sidebar, "PM") == 1);
  window_activate (fixture, "hide-out-of-scope", NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_list (WindowFixture *fixture,
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
  window_activate (fixture, "show-exclusions", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_EXCLUSIONS_DIALOG);
  view = get_child (dialog, "view");
  rows = octant_test_get_model (view);
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

static guint
count_objects (WindowFixture *fixture)
{
  return octant_assessment_get_n_objects (octant_session_get_assessment (fixture->session));
}

/* The rows of the register, once the dialog has read it. */
static GtkWidget *
get_row (GtkWidget  *dialog,
         const char *title)
{
  GtkWidget *group = get_child (dialog, "group");
  GtkWidget *list = octant_test_find (group, GTK_TYPE_LIST_BOX);

  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));

      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
  return NULL;
}

static void
enter_object (WindowFixture *fixture,
              const char *name)
{
  GtkWidget *dialog = get_dialog (fixture, OCTANT_TYPE_OBJECT_DIALOG);

  type_text (dialog, "name", name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "level")), 3);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (get_child (dialog, "apply"), "clicked");
  octant_test_wait_until (dialog == NULL);
}

static void
press_button (GtkWidget  *row,
              const char *icon)
{
  g_autoptr (GListModel) children = NULL;
  GtkWidget *suffixes = gtk_widget_get_last_child (gtk_widget_get_first_child (row));

  children = gtk_widget_observe_children (suffixes);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (child)), icon) == 0)
        {
          g_signal_emit_by_name (child, "clicked");
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_register (WindowFixture *fixture,
               gconstpointer user_data)
{
  GtkWidget *dialog, *second, *row;
  guint n = count_objects (fixture);

  window_activate (fixture, "show-objects", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_OBJECTS_DIALOG);
  octant_test_wait_until (octant_test_find (get_child (dialog, "group"), ADW_TYPE_ACTION_ROW) != NULL);
  adw_dialog_present (octant_object_dialog_new (fixture->session, NULL), dialog);
  octant_test_settle ();
  enter_object (fixture, "Backup <b>site</b> & more");
  octant_test_wait_until (get_row (dialog, "Backup <b>site</b> & more") != NULL);
  g_assert_cmpuint (count_objects (fixture), ==, n);

  /* Another one of the same name could not be told from it. */
  adw_dialog_present (octant_object_dialog_new (fixture->session, NULL), dialog);
  octant_test_settle ();
  second = get_dialog (fixture, OCTANT_TYPE_OBJECT_DIALOG);
  type_text (second, "name", " backup <b>SITE</b> & more");
  g_signal_emit_by_name (get_child (second, "apply"), "clicked");
  octant_test_wait_until (g_str_equal (gtk_label_get_label (GTK_LABEL (get_child (second, "error"))),
                                       "There is an object of this name: choose another name"));
  adw_dialog_force_close (ADW_DIALOG (second));
  octant_test_settle ();

  /* Into scope: every requirement of objects has one item more. */
  row = get_row (dialog, "Backup <b>site</b> & more");
  gtk_switch_set_active (GTK_SWITCH (octant_test_find (row, GTK_TYPE_SWITCH)), TRUE);
  g_assert_cmpuint (count_objects (fixture), ==, n + 1);
  octant_test_wait_saved (fixture->session);

  /* An assessment speaks of it: it cannot be removed. */
  press_button (row, "user-trash-symbolic");
  octant_test_wait_saved (fixture->session);
  g_assert_nonnull (get_row (dialog, "Backup <b>site</b> & more"));

  /* A change of the register reaches the assessment when it is taken over. */
  press_button (row, "document-edit-symbolic");
  octant_test_settle ();
  enter_object (fixture, "Second site");
  octant_test_wait_until (get_row (dialog, "Second site") != NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (get_child (dialog, "banner"))));
  g_signal_emit_by_name (get_child (dialog, "banner"), "button-clicked");
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (get_child (dialog, "banner"))));
  g_assert_cmpstr (octant_record_get (octant_assessment_get_object (octant_session_get_assessment (fixture->session), n),
                                      OCTANT_CYCLE_OBJECT_NAME), ==, "Second site");

  row = get_row (dialog, "Second site");
  gtk_switch_set_active (GTK_SWITCH (octant_test_find (row, GTK_TYPE_SWITCH)), FALSE);
  g_assert_cmpuint (count_objects (fixture), ==, n);
  press_button (row, "user-trash-symbolic");
  octant_test_wait_until (get_row (dialog, "Second site") == NULL);
  octant_test_wait_saved (fixture->session);

  /* All of it comes back step by step. */
  octant_session_undo (fixture->session);
  octant_test_wait_until (get_row (dialog, "Second site") != NULL);
  octant_session_undo (fixture->session);
  octant_test_wait_until (count_objects (fixture) == n + 1);
  octant_test_wait_saved (fixture->session);
}

static void
test_copy (WindowFixture *fixture,
           gconstpointer user_data)
{
  OctantItem *item = window_find_object_item (fixture);
  GListModel *children = octant_item_get_children (item);
  g_autoptr (OctantItem) first = g_list_model_get_item (children, 0);
  g_autoptr (OctantItem) second = g_list_model_get_item (children, 1);
  OctantRating before;

  window_activate (fixture, "show-requirement", octant_item_get_requirement (item)->code);
  octant_session_rate (fixture->session, second, OCTANT_RATING_F);
  octant_session_rate (fixture->session, first, OCTANT_RATING_P);
  before = octant_item_get_rating (second);
  /* The requirement as a whole is no answer to copy. */
  octant_session_set_item (fixture->session, item);
  window_activate (fixture, "copy-to-objects", NULL);
  g_assert_cmpint (octant_item_get_rating (second), ==, before);
  octant_session_set_item (fixture->session, first);
  window_activate (fixture, "copy-to-objects", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (children, i);

      g_assert_cmpint (octant_item_get_rating (child), ==, OCTANT_RATING_P);
    }
  octant_test_wait_saved (fixture->session);
  /* One act: one undo. */
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpint (octant_item_get_rating (second), ==, before);
}

static void
test_matrix (WindowFixture *fixture,
             gconstpointer user_data)
{
  OctantItem *item = window_find_object_item (fixture);
  GListModel *children = octant_item_get_children (item);
  g_autoptr (OctantItem) first = g_list_model_get_item (children, 0);
  g_autoptr (OctantItem) second = g_list_model_get_item (children, 1);
  GtkWidget *matrix, *grid;
  OctantRating last;

  window_activate (fixture, "show-requirement", octant_item_get_requirement (item)->code);
  window_activate (fixture, "toggle-matrix", NULL);
  matrix = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_MATRIX_VIEW);
  grid = octant_test_find (matrix, GTK_TYPE_GRID);
  g_assert_nonnull (grid);
  octant_matrix_view_focus (OCTANT_MATRIX_VIEW (matrix), first);
  octant_test_settle ();
  g_assert_true (octant_session_get_item (fixture->session) == first);
  octant_test_press (grid, GDK_KEY_4, 0);
  g_assert_cmpint (octant_item_get_rating (first), ==, OCTANT_RATING_F);
  last = octant_item_get_rating (second);
  octant_test_press (grid, GDK_KEY_Right, 0);
  g_assert_true (octant_session_get_item (fixture->session) == second);
  g_assert_cmpint (octant_item_get_rating (second), ==, last);
  octant_test_press (grid, GDK_KEY_KP_1, 0);
  g_assert_cmpint (octant_item_get_rating (second), ==, OCTANT_RATING_N);
  g_assert_cmpint (octant_item_get_rating (first), ==, OCTANT_RATING_F);
  octant_test_press (grid, GDK_KEY_0, 0);
  g_assert_cmpint (octant_item_get_rating (second), ==, OCTANT_RATING_UNANSWERED);
  octant_test_press (grid, GDK_KEY_Left, 0);
  octant_test_press (grid, GDK_KEY_Left, 0);
  g_assert_true (octant_session_get_item (fixture->session) == first);
  octant_test_press (grid, GDK_KEY_Up, 0);
  g_assert_true (octant_session_get_item (fixture->session) == first);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), grid));
  gtk_test_accessible_assert_role (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  octant_test_wait_saved (fixture->session);

  /* Objects that come and go change the columns; nothing of the old ones stays selected. */
  {
    g_autoptr (GPtrArray) none = g_ptr_array_new ();
    g_autoptr (GError) error = NULL;

    g_assert_true (octant_session_set_scope (fixture->session, none, &error));
    octant_test_settle ();
    octant_matrix_view_focus (OCTANT_MATRIX_VIEW (matrix), NULL);
    octant_test_wait_saved (fixture->session);
  }
  window_activate (fixture, "toggle-matrix", NULL);
  octant_session_undo (fixture->session);
  octant_test_wait_until (count_objects (fixture) > 1);
  octant_test_wait_saved (fixture->session);
}

static void
test_new_assessment (WindowFixture *fixture,
                     gconstpointer user_data)
{
  g_autoptr (GPtrArray) objects = window_list_objects (fixture);
  g_autoptr (GError) error = NULL;
  guint n = objects->len - 1;
  GtkWidget *dialog, *rows;
  OctantAssessment *old = octant_session_get_assessment (fixture->session);

  /* The last object stays in the register, but not in the scope of what is gone on from. */
  g_ptr_array_set_size (objects, (int) n);
  g_assert_true (octant_session_set_scope (fixture->session, objects, &error));
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (n, >, 1);
  window_activate (fixture, "new-assessment", NULL);
  dialog = get_dialog (fixture, OCTANT_TYPE_NEW_DIALOG);
  octant_test_wait_until (gtk_widget_get_visible (get_child (dialog, "scope")));
  rows = octant_test_find (get_child (dialog, "scope"), ADW_TYPE_SWITCH_ROW);
  octant_test_wait_until (adw_switch_row_get_active (ADW_SWITCH_ROW (rows)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (rows), FALSE);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (get_child (dialog, "create"), "clicked");
  octant_test_wait_until (dialog == NULL);
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != old);
  g_assert_cmpuint (count_objects (fixture), ==, n - 1);
  octant_test_wait_saved (fixture->session);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (WindowFixture *fixture,
                  gconstpointer user_data);
  } tests[] = {
    { "/scope/take-out", test_take_out },
    { "/scope/rows-out", test_rows_out },
    { "/scope/refused", test_refused },
    { "/scope/discard", test_discard },
    { "/scope/discard-by-quitting", test_discard_by_quitting },
    { "/scope/opened-behind", test_opened_behind },
    { "/scope/exclude", test_exclude },
    { "/scope/toast", test_toast },
    { "/scope/hide", test_hide },
    { "/scope/list", test_list },
    { "/scope/register", test_register },
    { "/scope/copy", test_copy },
    { "/scope/matrix", test_matrix },
    { "/scope/new-assessment", test_new_assessment },
  };

  octant_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, WindowFixture, NULL, window_set_up, tests[i].func, window_tear_down);
  return g_test_run ();
}
