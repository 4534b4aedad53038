/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-session-carry.h"
#include "octant-subdomain-header.h"

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

static guint
get_n_carried (Fixture    *fixture,
               const char *code)
{
  OctantNode *node = octant_session_find_node (fixture->session, code);

  return octant_assessment_get_n_carried (octant_session_get_assessment (fixture->session),
                                          octant_node_get_index (node));
}

/* The first sub-domain that has something to confirm. */
static OctantNode *
find_carried (Fixture *fixture)
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
test_confirm_subdomain (Fixture      *fixture,
                        gconstpointer user_data)
{
  const char *code = octant_node_get_code (find_carried (fixture));
  guint here = get_n_carried (fixture, code);
  guint all = get_n_carried (fixture, "overall");
  g_autofree char *label = g_strdup_printf ("Confirm All Here (%u)", here);
  GtkWidget *header, *button;

  activate (fixture, "show-node", code);
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

  activate (fixture, "undo", NULL);
  octant_test_wait_until (get_n_carried (fixture, code) == here);
  g_assert_cmpuint (get_n_carried (fixture, "overall"), ==, all);
}

static void
test_confirm_items (Fixture      *fixture,
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
test_confirm_all (Fixture      *fixture,
                  gconstpointer user_data)
{
  guint all = get_n_carried (fixture, "overall");

  g_assert_cmpuint (all, >, 0);
  activate (fixture, "confirm-node", "overall");
  g_assert_cmpuint (get_n_carried (fixture, "overall"), ==, 0);
  /* A second time there is nothing, and no act to undo. */
  g_assert_cmpuint (octant_session_confirm_node (fixture->session,
                                                 octant_session_find_node (fixture->session, "overall")),
                    ==, 0);
  octant_test_wait_saved (fixture->session);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/finding/confirm-subdomain", Fixture, NULL, set_up, test_confirm_subdomain, tear_down);
  g_test_add ("/finding/confirm-items", Fixture, NULL, set_up, test_confirm_items, tear_down);
  g_test_add ("/finding/confirm-all", Fixture, NULL, set_up, test_confirm_all, tear_down);
  return g_test_run ();
}
