/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-confirm-dialog.h"
#include "octant-evidence-dialog.h"
#include "octant-filter-button.h"
#include "octant-filter-pills.h"
#include "octant-interview-view.h"
#include "octant-item-row.h"
#include "octant-search-dialog.h"
#include "octant-search-item.h"
#include "octant-session-carry.h"
#include "octant-subdomain-header.h"
#include "octant-subdomain-page.h"
#include "octant-tree-row.h"

static guint
get_n_carried (WindowFixture *fixture,
               const char *code)
{
  OctantNode *node = octant_session_find_node (fixture->session, code);

  return octant_assessment_get_n_carried (octant_session_get_assessment (fixture->session),
                                          octant_node_get_index (node));
}

/* The first sub-domain that has something to confirm. */
static OctantNode *
find_carried (WindowFixture *fixture)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      guint node = octant_model_subdomain_node (model, i);

      if (octant_assessment_get_n_carried (assessment, node) > 1)
        return octant_assessment_get_node (assessment, node);
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_labelled (GtkWidget  *widget,
               const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The head of a sub-domain confirms all of it, as one act that one undo takes back. */
static void
test_confirm_subdomain (WindowFixture *fixture,
                        gconstpointer user_data)
{
  const char *code = octant_node_get_code (find_carried (fixture));
  guint here = get_n_carried (fixture, code);
  guint all = get_n_carried (fixture, "overall");
  g_autofree char *label = g_strdup_printf ("Confirm All Here (%u)", here);
  GtkWidget *header, *button;

  window_activate (fixture, "show-node", code);
  header = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_HEADER);
  button = find_labelled (header, label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  octant_test_settle ();
  g_assert_cmpuint (get_n_carried (fixture, code), ==, 0);
  g_assert_cmpuint (get_n_carried (fixture, "overall"), ==, all - here);
  octant_test_settle ();
  g_assert_false (gtk_widget_get_mapped (button));
  octant_test_wait_saved (fixture->session);

  window_activate (fixture, "undo", NULL);
  octant_test_wait_until (get_n_carried (fixture, code) == here);
  g_assert_cmpuint (get_n_carried (fixture, "overall"), ==, all);
}

/* Some of them: those that are ticked, and no other. */
static void
test_confirm_selected (WindowFixture *fixture,
                       gconstpointer user_data)
{
  const char *code = octant_node_get_code (find_carried (fixture));
  guint here = get_n_carried (fixture, code);
  GtkWidget *dialog, *list, *button;

  window_activate (fixture, "choose-confirm", code);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  g_assert_true (OCTANT_IS_CONFIRM_DIALOG (dialog));
  button = find_labelled (dialog, "_Confirm Selected (0)");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_widget_activate_action (dialog, "confirm.select-all", NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  list = octant_test_find (dialog, GTK_TYPE_LIST_BOX);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (octant_test_find (list, GTK_TYPE_CHECK_BUTTON)), FALSE);
  g_signal_emit_by_name (button, "clicked");
  octant_test_settle ();
  g_assert_cmpuint (get_n_carried (fixture, code), ==, 1);
  octant_test_wait_saved (fixture->session);
  window_activate (fixture, "undo", NULL);
  octant_test_wait_until (get_n_carried (fixture, code) == here);
}

static void
test_confirm_items (WindowFixture *fixture,
                    gconstpointer user_data)
{
  OctantNode *node = find_carried (fixture);
  GListModel *list = octant_node_get_items (node);
  guint here = get_n_carried (fixture, octant_node_get_code (node));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));
  /* Once more the first: what is named twice is confirmed once. */
  g_ptr_array_add (items, g_list_model_get_item (list, 0));
  g_assert_cmpuint (octant_session_confirm_items (fixture->session, items), ==, here);
  g_assert_cmpuint (octant_session_confirm_items (fixture->session, items), ==, 0);
  octant_test_wait_saved (fixture->session);
}

static void
test_confirm_all (WindowFixture *fixture,
                  gconstpointer user_data)
{
  guint all = get_n_carried (fixture, "overall");

  g_assert_cmpuint (all, >, 0);
  window_activate (fixture, "confirm-node", "overall");
  g_assert_cmpuint (get_n_carried (fixture, "overall"), ==, 0);
  /* A second time there is nothing, and no act to undo. */
  g_assert_cmpuint (octant_session_confirm_node (fixture->session,
                                                 octant_session_find_node (fixture->session, "overall")),
                    ==, 0);
  octant_test_wait_saved (fixture->session);
}

static OctantRequirementFilter *
get_filter (WindowFixture *fixture)
{
  return octant_session_get_filter (fixture->session);
}

static GListModel *
get_list (GtkWidget *widget)
{
  return octant_test_get_model (octant_test_find (widget, GTK_TYPE_LIST_VIEW));
}

static OctantItem *
dup_row_item (GListModel *list,
              guint       position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (list, position);

  return OCTANT_ITEM (gtk_tree_list_row_get_item (row));
}

/* Tree and list have what is to confirm and nothing else; taking the pill away brings everything back. */
static void
test_filter (WindowFixture *fixture,
             gconstpointer user_data)
{
  GtkWidget *page, *pills, *button;
  GtkWidget *tree = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_TREE_ROW);
  OctantNode *node = find_carried (fixture);
  GListModel *list, *nodes;
  guint all, all_nodes;

  window_activate (fixture, "show-node", octant_node_get_code (node));
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_PAGE);
  pills = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_FILTER_PILLS);
  list = get_list (page);
  nodes = octant_test_get_model (gtk_widget_get_ancestor (tree, GTK_TYPE_LIST_VIEW));
  all = g_list_model_get_n_items (list);
  all_nodes = g_list_model_get_n_items (nodes);
  g_assert_false (gtk_widget_get_visible (pills));

  octant_requirement_filter_set_condition (get_filter (fixture), OCTANT_ITEM_TO_CONFIRM, TRUE);
  octant_test_settle ();
  g_assert_true (gtk_widget_get_mapped (pills));
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), <, all);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OctantItem) item = dup_row_item (list, i);

      g_assert_true (octant_item_get_carried (item));
    }
  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (nodes, i);
      g_autoptr (OctantNode) shown = OCTANT_NODE (gtk_tree_list_row_get_item (row));

      g_assert_cmpuint (octant_requirement_filter_count (get_filter (fixture), shown), >, 0);
    }
  /* Something is selected, and what is confirmed stays where it is. */
  all = g_list_model_get_n_items (list);
  g_assert_nonnull (octant_session_get_item (fixture->session));
  octant_session_confirm (fixture->session, octant_session_get_item (fixture->session));
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, all);
  g_assert_cmpuint (octant_requirement_filter_count (get_filter (fixture), node), <, all);

  button = octant_test_find (pills, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  octant_test_settle ();
  g_assert_false (octant_requirement_filter_is_active (get_filter (fixture)));
  g_assert_false (gtk_widget_get_visible (pills));
  g_assert_cmpuint (g_list_model_get_n_items (nodes), >=, all_nodes);
  octant_test_wait_saved (fixture->session);
}

/* Counting makes no items, and finds what asking each of them finds. */
static void
assert_counts (WindowFixture *fixture)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    {
      OctantNode *node = octant_assessment_get_node (assessment, octant_model_subdomain_node (model, s));
      guint counted = octant_requirement_filter_count (get_filter (fixture), node);
      GListModel *items = octant_node_get_items (node);
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

          n += octant_requirement_filter_matches (get_filter (fixture), item);
        }
      g_assert_cmpuint (counted, ==, n);
    }
}

static void
test_filter_facets (WindowFixture *fixture,
                    gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantNode *whole = octant_session_find_node (fixture->session, "overall");
  OctantRequirementFilter *filter = get_filter (fixture);
  guint n, all = octant_requirement_filter_count (filter, whole), sum = 0;
  const OctantModelTerm *roles = octant_model_get_roles (octant_assessment_get_model (assessment), &n);

  /* Levels part the requirements; an unknown one is not asked for. */
  for (guint i = 1; i <= octant_model_get_n_levels (octant_assessment_get_model (assessment)); i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i);
      g_autofree char *name = NULL;

      octant_requirement_filter_set_facet (filter, OCTANT_FACET_LEVEL, level);
      name = octant_requirement_filter_describe_facet (filter, OCTANT_FACET_LEVEL);
      g_assert_true (g_str_has_suffix (name, level));
      sum += octant_requirement_filter_count (filter, whole);
    }
  g_assert_cmpuint (sum, ==, all);
  octant_requirement_filter_set_facet (filter, OCTANT_FACET_LEVEL, "99");
  g_assert_false (octant_requirement_filter_is_active (filter));

  octant_requirement_filter_set_facet (filter, OCTANT_FACET_ROLE, roles[0].id);
  g_assert_cmpuint (octant_requirement_filter_count (filter, whole), >, 0);
  g_assert_cmpuint (octant_requirement_filter_count (filter, whole), <, all);
  assert_counts (fixture);
  octant_requirement_filter_set_facet (filter, OCTANT_FACET_ASPECT, "H");
  assert_counts (fixture);
  g_assert_cmpuint (octant_requirement_filter_count (filter, whole), <, all);
  octant_requirement_filter_set_facet (filter, OCTANT_FACET_OBJECT, "nobody");
  g_assert_null (octant_requirement_filter_get_facet (filter, OCTANT_FACET_OBJECT));
  window_activate (fixture, "clear-filter", NULL);
  g_assert_cmpuint (octant_requirement_filter_count (filter, whole), ==, all);

  /* What is there and what is not are alternatives, so both together are not nothing. */
  octant_requirement_filter_set_condition (filter, OCTANT_ITEM_UNANSWERED, TRUE);
  sum = octant_requirement_filter_count (filter, whole);
  assert_counts (fixture);
  octant_requirement_filter_set_condition (filter, OCTANT_ITEM_TO_CONFIRM, TRUE);
  g_assert_cmpuint (octant_requirement_filter_count (filter, whole), >, sum);
  assert_counts (fixture);
  octant_requirement_filter_clear (filter);
  for (guint flag = OCTANT_ITEM_UNANSWERED; flag <= OCTANT_ITEM_NEWS; flag <<= 1)
    {
      octant_requirement_filter_set_condition (filter, (OctantItemFlags) flag, TRUE);
      assert_counts (fixture);
      octant_requirement_filter_clear (filter);
    }
}

/* Ctrl+Down goes through what matches only; a link leads to its requirement whatever the filter says. */
static void
test_filter_ways (WindowFixture *fixture,
                  gconstpointer user_data)
{
  OctantItem *item;

  octant_requirement_filter_set_facet (get_filter (fixture), OCTANT_FACET_LEVEL, "3");
  for (int i = 0; i < 5; i++)
    {
      window_activate (fixture, "next-unanswered", NULL);
      item = octant_session_get_item (fixture->session);
      g_assert_cmpuint (octant_item_get_requirement (item)->level, ==, 3);
      g_assert_true (octant_item_get_rating (item) == OCTANT_RATING_UNANSWERED || octant_item_get_carried (item));
    }
  window_activate (fixture, "show-requirement", "SH.05.1.P.01");
  g_assert_false (octant_requirement_filter_is_active (get_filter (fixture)));
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "SH.05.1.P.01");
}

/* A sub-domain in which nothing matches says so, and how to go on. */
static void
test_filter_nothing (WindowFixture *fixture,
                     gconstpointer user_data)
{
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  GtkWidget *page;

  octant_requirement_filter_set_condition (get_filter (fixture), OCTANT_ITEM_TO_CONFIRM, TRUE);
  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      OctantNode *node = octant_assessment_get_node (assessment, octant_model_subdomain_node (model, i));

      if (octant_requirement_filter_count (get_filter (fixture), node) > 0)
        continue;
      window_activate (fixture, "show-node", octant_node_get_code (node));
      break;
    }
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_PAGE);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (page)), ==, 0);
  g_assert_true (gtk_widget_get_mapped (octant_test_find (page, ADW_TYPE_STATUS_PAGE)));
  window_activate (fixture, "clear-filter", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (page)), >, 0);
  g_assert_false (gtk_widget_get_mapped (octant_test_find (page, ADW_TYPE_STATUS_PAGE)));
  g_assert_nonnull (octant_session_get_item (fixture->session));
}

static void
count_gone_cb (GListModel *rows,
               guint       position,
               guint       removed,
               guint       added,
               guint      *most)
{
  *most = MAX (*most, removed);
}

/* Many rows go a few at a time; who looks for one meanwhile finds it. */
static void
test_filter_many (WindowFixture *fixture,
                  gconstpointer user_data)
{
  GtkWidget *page, *view;
  GListModel *list, *rows;
  guint all, gone = 0;

  window_activate (fixture, "show-node", "SH.05");
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_PAGE);
  view = octant_test_find (page, GTK_TYPE_LIST_VIEW);
  list = get_list (page);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  all = g_list_model_get_n_items (list);
  g_assert_cmpuint (all, >, 25);
  octant_test_wait_until (g_list_model_get_n_items (rows) == all);
  octant_test_settle ();

  g_signal_connect (rows, "items-changed", G_CALLBACK (count_gone_cb), &gone);
  octant_requirement_filter_set_facet (get_filter (fixture), OCTANT_FACET_LEVEL, "4");
  octant_test_wait_until (g_list_model_get_n_items (list) < all);
  g_assert_cmpuint (gone, >, 0);
  g_assert_cmpuint (gone, <=, 8);
  octant_test_wait_until (g_list_model_get_n_items (rows) == g_list_model_get_n_items (list));
  g_assert_cmpuint (octant_item_get_requirement (octant_session_get_item (fixture->session))->level, ==, 4);
  octant_requirement_filter_clear (get_filter (fixture));
  octant_test_wait_until (g_list_model_get_n_items (rows) == all);
  octant_test_settle ();

  octant_requirement_filter_set_facet (get_filter (fixture), OCTANT_FACET_ASPECT, "P");
  octant_test_wait_until (g_list_model_get_n_items (list) < all);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 25);
  octant_test_wait_until (g_list_model_get_n_items (rows) == g_list_model_get_n_items (list));
  window_activate (fixture, "show-requirement", "SH.05.5.H.01");
  g_assert_false (octant_requirement_filter_is_active (get_filter (fixture)));
  octant_test_wait_until (g_list_model_get_n_items (rows) == all);
  octant_test_settle ();
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "SH.05.5.H.01");

  /* Whoever goes meanwhile is not asked any more: the window is closed with rows on their way. */
  octant_requirement_filter_set_facet (get_filter (fixture), OCTANT_FACET_LEVEL, "4");
  g_signal_handlers_disconnect_by_func (rows, count_gone_cb, &gone);
}

/* The button asks the filter for what is ticked. */
static void
test_filter_button (WindowFixture *fixture,
                    gconstpointer user_data)
{
  GtkWidget *button = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_FILTER_BUTTON);
  GtkWidget *menu = octant_test_find (button, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover, *check;

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  octant_test_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
  g_assert_true (gtk_widget_get_mapped (popover));
  check = octant_test_find (popover, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (octant_requirement_filter_get_conditions (get_filter (fixture)), ==, OCTANT_ITEM_UNANSWERED);
  g_assert_true (gtk_widget_has_css_class (menu, "accent"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (octant_requirement_filter_is_active (get_filter (fixture)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  octant_test_settle ();
}

/* Another assessment is filtered by the same, without what it does not have. */
static void
test_filter_other_cycle (WindowFixture *fixture,
                         gconstpointer user_data)
{
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  g_autoptr (OctantCycleItem) oldest = g_list_model_get_item (cycles, g_list_model_get_n_items (cycles) - 1);
  OctantAssessment *before = octant_session_get_assessment (fixture->session);
  OctantNode *whole;

  window_activate (fixture, "show-node", octant_node_get_code (find_carried (fixture)));
  octant_requirement_filter_set_condition (get_filter (fixture), OCTANT_ITEM_UNANSWERED, TRUE);
  octant_session_open_cycle (fixture->session, octant_cycle_item_get_id (oldest));
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_settle ();
  g_assert_true (octant_requirement_filter_is_active (get_filter (fixture)));
  whole = octant_session_find_node (fixture->session, "overall");
  g_assert_cmpuint (octant_requirement_filter_count (get_filter (fixture), whole), <,
                    octant_model_get_n_requirements (octant_assessment_get_model (
                        octant_session_get_assessment (fixture->session))));
}

static GtkWidget *
open_search (WindowFixture *fixture)
{
  window_activate (fixture, "search", NULL);
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
type (GtkWidget  *dialog,
      const char *text)
{
  GtkWidget *entry = octant_test_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (octant_test_find (dialog, GTK_TYPE_STACK)));
}

/* By characters, in either language; Return leads to the first. */
static void
test_search (WindowFixture *fixture,
             gconstpointer user_data)
{
  GtkWidget *dialog = open_search (fixture);
  g_autoptr (OctantSearchItem) first = NULL;
  GListModel *list;

  g_assert_true (OCTANT_IS_SEARCH_DIALOG (dialog));
  g_assert_cmpstr (get_page (dialog), ==, "start");
  type (dialog, "no such thing anywhere");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "none") == 0);
  type (dialog, "\u5e94\u6025");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "list") == 0);
  octant_test_settle ();
  list = get_list (dialog);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OctantSearchItem) item = g_list_model_get_item (list, i);

      g_assert_nonnull (strstr (octant_search_item_get_hit (item)->snippet, "\u5e94\u6025"));
    }
  type (dialog, "SH.05.2.P.01");
  octant_test_wait_until (g_list_model_get_n_items (list) == 1);
  first = g_list_model_get_item (list, 0);
  g_assert_cmpint (octant_search_item_get_hit (first)->place, ==, OCTANT_SEARCH_CODE);
  type (dialog, "");
  g_assert_cmpstr (get_page (dialog), ==, "start");
  type (dialog, "SH.05.2.P.01");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "list") == 0);
  g_signal_emit_by_name (octant_test_find (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  octant_test_settle ();
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "SH.05.2.P.01");
}

static void
close_dialog (WindowFixture *fixture)
{
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  octant_test_settle ();
}

/* What is written while the results are shown is among them, what is undone not any more; also in the next dialog. */
static void
test_search_fresh (WindowFixture *fixture,
                   gconstpointer user_data)
{
  GtkWidget *dialog = open_search (fixture);
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");

  type (dialog, "quokka");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "none") == 0);
  octant_session_note (fixture->session, item, "A quokka in the ledger");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "list") == 0);
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "none") == 0);
  close_dialog (fixture);
  octant_session_note (fixture->session, item, "Two of a quokka");
  octant_test_wait_saved (fixture->session);
  dialog = open_search (fixture);
  type (dialog, "quokka");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "list") == 0);
}

/* The sample's interviews: each year's minutes stand under the name of that year, the newest first. */
static void
test_search_sections (WindowFixture *fixture,
                      gconstpointer user_data)
{
  GtkWidget *dialog = open_search (fixture);
  GListModel *list = get_list (dialog);
  g_autofree char *newest = NULL;
  guint rank = 0;

  type (dialog, "\u4f9b\u5e94\u5546");
  octant_test_wait_until (g_strcmp0 (get_page (dialog), "list") == 0);
  octant_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OctantSearchItem) item = g_list_model_get_item (list, i);

      if (octant_search_item_get_hit (item)->place != OCTANT_SEARCH_MINUTES)
        continue;
      if (newest == NULL)
        g_object_get (item, "cycle", &newest, NULL);
      g_assert_cmpuint (octant_search_item_get_rank (item), >=, MAX (rank, 1));
      rank = octant_search_item_get_rank (item);
    }
  g_assert_cmpstr (newest, ==, "2026");
  g_assert_cmpuint (rank, >, 1);
}

/* Minutes lead to their question in the interview, evidence to its details. */
static void
test_search_leads (WindowFixture *fixture,
                   gconstpointer user_data)
{
  GtkWidget *dialog = open_search (fixture);
  GListModel *list = get_list (dialog);
  GtkWidget *view = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_INTERVIEW_VIEW);
  GtkWidget *text;
  g_autofree char *minutes = NULL;

  type (dialog, "5 \u53f0\u5b9e\u9645\u6ca1\u6709\u91cd\u542f");
  octant_test_wait_until (g_list_model_get_n_items (list) == 1);
  g_signal_emit_by_name (octant_test_find (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  octant_test_wait_until (gtk_widget_get_mapped (view));
  text = octant_test_find (view, GTK_TYPE_TEXT_VIEW);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "text", &minutes, NULL);
  g_assert_nonnull (strstr (minutes, "\u91cd\u542f"));

  octant_test_settle ();
  dialog = open_search (fixture);
  list = get_list (dialog);
  type (dialog, "\u8d44\u4ea7\u53f0\u8d26_2024.csv");
  octant_test_wait_until (g_list_model_get_n_items (list) == 1);
  g_signal_emit_by_name (octant_test_find (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
  octant_test_wait_until (OCTANT_IS_EVIDENCE_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));
  close_dialog (fixture);
}

/* What was found in another year opens that year. */
static void
test_search_other_cycle (WindowFixture *fixture,
                         gconstpointer user_data)
{
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  g_autoptr (OctantCycleItem) oldest = g_list_model_get_item (cycles, g_list_model_get_n_items (cycles) - 1);
  OctantAssessment *before = octant_session_get_assessment (fixture->session);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-found",
                                  g_variant_new ("(sssss)", octant_cycle_item_get_id (oldest), "", "", "AP.01.1.P.01", ""));
  octant_test_wait_until (octant_session_get_assessment (fixture->session) != before);
  octant_test_settle ();
  g_assert_cmpstr (octant_assessment_get_id (octant_session_get_assessment (fixture->session)), ==,
                   octant_cycle_item_get_id (oldest));
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "AP.01.1.P.01");
  /* What the open assessment does not have is said, and nothing moves. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-found",
                                  g_variant_new ("(sssss)", "", "", "", "XX.01.1.P.01", ""));
  g_assert_cmpstr (octant_item_get_requirement (octant_session_get_item (fixture->session))->code, ==, "AP.01.1.P.01");
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/finding/confirm-subdomain", WindowFixture, NULL, window_set_up, test_confirm_subdomain, window_tear_down);
  g_test_add ("/finding/confirm-selected", WindowFixture, NULL, window_set_up, test_confirm_selected, window_tear_down);
  g_test_add ("/finding/confirm-items", WindowFixture, NULL, window_set_up, test_confirm_items, window_tear_down);
  g_test_add ("/finding/confirm-all", WindowFixture, NULL, window_set_up, test_confirm_all, window_tear_down);
  g_test_add ("/finding/filter", WindowFixture, NULL, window_set_up, test_filter, window_tear_down);
  g_test_add ("/finding/filter-facets", WindowFixture, NULL, window_set_up, test_filter_facets, window_tear_down);
  g_test_add ("/finding/filter-ways", WindowFixture, NULL, window_set_up, test_filter_ways, window_tear_down);
  g_test_add ("/finding/filter-nothing", WindowFixture, NULL, window_set_up, test_filter_nothing, window_tear_down);
  g_test_add ("/finding/filter-many", WindowFixture, NULL, window_set_up, test_filter_many, window_tear_down);
  g_test_add ("/finding/filter-button", WindowFixture, NULL, window_set_up, test_filter_button, window_tear_down);
  g_test_add ("/finding/filter-other-cycle", WindowFixture, NULL, window_set_up, test_filter_other_cycle, window_tear_down);
  g_test_add ("/finding/search", WindowFixture, NULL, window_set_up, test_search, window_tear_down);
  g_test_add ("/finding/search-fresh", WindowFixture, NULL, window_set_up, test_search_fresh, window_tear_down);
  g_test_add ("/finding/search-sections", WindowFixture, NULL, window_set_up, test_search_sections, window_tear_down);
  g_test_add ("/finding/search-leads", WindowFixture, NULL, window_set_up, test_search_leads, window_tear_down);
  g_test_add ("/finding/search-other-cycle", WindowFixture, NULL, window_set_up, test_search_other_cycle, window_tear_down);
  return g_test_run ();
}
