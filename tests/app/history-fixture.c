/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history-fixture.h"

#include "octant-changes-view.h"
#include "octant-comparison-view.h"
#include "octant-history-page.h"
#include "octant-session-targets.h"

gboolean
history_has_content (WindowFixture *fixture,
                     GType          view)
{
  GtkStack *states = GTK_STACK (adw_bin_get_child (ADW_BIN (window_find (fixture, view))));

  return g_strcmp0 (gtk_stack_get_visible_child_name (states), "content") == 0;
}

void
history_show (WindowFixture *fixture,
              const char    *view)
{
  GtkWidget *page;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("history"));
  octant_test_settle ();
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_HISTORY_PAGE);
  g_assert_nonnull (page);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (octant_test_find (page, ADW_TYPE_VIEW_STACK)), view);
  octant_test_settle ();
  if (g_list_model_get_n_items (octant_session_get_cycles (fixture->session)) < 2)
    return;
  octant_test_wait_until (g_strcmp0 (view, "comparison") != 0 || history_has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_wait_until (g_strcmp0 (view, "changes") != 0 || history_has_content (fixture, OCTANT_TYPE_CHANGES_VIEW));
  octant_test_settle ();
}

void
history_set_up (WindowFixture *fixture,
                gconstpointer  user_data)
{
  int width = GPOINTER_TO_INT (user_data);

  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, width > 0 ? width : 1100, 800);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  octant_session_new_cycle_finish (OCTANT_SESSION (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
add_cycle (WindowFixture *fixture,
           guint          version,
           const char    *title,
           const char    *from)
{
  OctantNewCycleRequest *request = g_new0 (OctantNewCycleRequest, 1);
  GPtrArray *organisations = octant_session_get_organisations (fixture->session);
  g_autofree char *name = g_strdup_printf ("versions-%u.json", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "model", name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (organisations != NULL && organisations->len > 0)
    request->organisation_id = g_strdup (octant_record_get (organisations->pdata[0], OCTANT_ORGANISATION_ID));
  else
    request->organisation_name = g_strdup ("Futures");
  request->title = g_strdup (title);
  request->as_of = g_strdup_printf ("%s-06-30", title);
  request->from_cycle = g_strdup (from);
  request->model = octant_model_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  octant_session_new_cycle_async (fixture->session, request, created_cb, &done);
  octant_test_wait_until (done);
  octant_test_wait_until (octant_session_get_state (fixture->session) == OCTANT_SESSION_READY &&
                          g_strcmp0 (octant_assessment_get_title (octant_session_get_assessment (fixture->session)), title) == 0);
}

static void
rate (WindowFixture *fixture,
      const char    *code,
      OctantRating   rating)
{
  g_assert_true (octant_session_rate (fixture->session, octant_session_find_item (fixture->session, code), rating));
}

static void
set_target (WindowFixture *fixture,
            const char    *code,
            int            level)
{
  OctantTarget target = { 0, level };
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_model_find_node (octant_assessment_get_model (octant_session_get_assessment (fixture->session)),
                                         code, &target.node));
  g_assert_true (octant_session_set_targets (fixture->session, &target, 1, &error));
  g_assert_no_error (error);
}

void
history_set_up_versions (WindowFixture *fixture,
                         gconstpointer  user_data)
{
  g_autofree char *from = NULL;

  fixture->dir = octant_test_empty_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  add_cycle (fixture, 1, "2025", NULL);
  from = g_strdup (octant_assessment_get_id (octant_session_get_assessment (fixture->session)));
  rate (fixture, "AA.01.1.W.01", OCTANT_RATING_F);
  rate (fixture, "AA.01.1.W.02", OCTANT_RATING_L);
  rate (fixture, "BB.02.1.W.01", OCTANT_RATING_F);
  octant_test_wait_saved (fixture->session);
  add_cycle (fixture, 2, "2026", from);
  rate (fixture, "AA.01.1.W.03", OCTANT_RATING_F);
  rate (fixture, "CC.01.1.W.01", OCTANT_RATING_P);
  set_target (fixture, "AA", 2);
  octant_test_wait_saved (fixture->session);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
}

void
history_set_up_single (WindowFixture *fixture,
                       gconstpointer  user_data)
{
  fixture->dir = octant_test_empty_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  add_cycle (fixture, 1, "2025", NULL);
  octant_test_wait_saved (fixture->session);
  fixture->window = octant_test_open_window (fixture->session, 1000, 800);
}

void
history_set_up_many (WindowFixture *fixture,
                     gconstpointer  user_data)
{
  int n = GPOINTER_TO_INT (user_data);

  fixture->dir = octant_test_empty_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  for (int year = 2027 - n; year < 2027; year++)
    {
      g_autofree char *title = g_strdup_printf ("%d", year);

      add_cycle (fixture, 1, title, NULL);
    }
  octant_test_wait_saved (fixture->session);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
}

gboolean
history_says (GtkWidget  *widget,
              const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (history_says (child, part))
      return TRUE;

  return FALSE;
}

void
history_choose (WindowFixture *fixture,
                guint          number,
                guint          selected)
{
  GtkWidget *view = window_find (fixture, OCTANT_TYPE_CHANGES_VIEW);
  GtkWidget *first = octant_test_find (view, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (number == 0 ? first : gtk_widget_get_next_sibling (first)), selected);
  octant_test_settle ();
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  OctantCompared **compared = user_data;
  g_autoptr (GError) error = NULL;

  *compared = octant_compare_finish (result, &error);
  g_assert_no_error (error);
}

OctantCompared *
history_compare (WindowFixture *fixture,
                 guint          earlier,
                 guint          later)
{
  GListModel *cycles = octant_session_get_cycles (fixture->session);
  g_autoptr (OctantCycleItem) a = g_list_model_get_item (cycles, earlier);
  g_autoptr (OctantCycleItem) b = g_list_model_get_item (cycles, later);
  OctantCompared *compared = NULL;

  octant_compare_async (fixture->session, octant_cycle_item_get_id (a), octant_cycle_item_get_id (b), NULL, compared_cb,
                        &compared);
  octant_test_wait_until (compared != NULL);

  return compared;
}
