/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-matrix-view.h"
#include "octant-result-box.h"
#include "octant-session-carry.h"
#include "octant-session-objects.h"
#include "octant-sidebar.h"
#include "octant-subdomain-header.h"
#include "octant-subdomain-page.h"
#include "octant-texts.h"

/* The pages switched to the scores of one object, and back. */

static OctantAssessment *
get_assessment (WindowFixture *fixture)
{
  return octant_session_get_assessment (fixture->session);
}

static const char *
object_id (WindowFixture *fixture,
           guint    slot)
{
  return octant_record_get (octant_assessment_get_object (get_assessment (fixture), slot), OCTANT_CYCLE_OBJECT_OBJECT);
}

static const char *
object_name (WindowFixture *fixture,
             guint    slot)
{
  return octant_record_get (octant_assessment_get_object (get_assessment (fixture), slot), OCTANT_CYCLE_OBJECT_NAME);
}

static GtkWidget *
get_part (WindowFixture *fixture,
          GType       type,
          const char *name)
{
  GtkWidget *widget = octant_test_find (GTK_WIDGET (fixture->window), type);
  GObject *part;

  g_assert_nonnull (widget);
  part = gtk_widget_get_template_child (widget, type, name);
  g_assert_nonnull (part);
  return GTK_WIDGET (part);
}

/* Beside the other banners of the window, the one that leads back to all objects. */
static AdwBanner *
get_banner (WindowFixture *fixture)
{
  GtkWidget *widget = octant_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_BANNER);

  while (widget != NULL && (!ADW_IS_BANNER (widget) || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                                                                  "win.show-scores-of") != 0))
    widget = gtk_widget_get_next_sibling (widget);
  return ADW_BANNER (widget);
}

static const char *
get_label (WindowFixture *fixture,
           GType       type,
           const char *name)
{
  return gtk_label_get_label (GTK_LABEL (get_part (fixture, type, name)));
}

/* Every node says what a profile made from nothing says. */
static void
assert_profile (WindowFixture *fixture,
                guint    slot)
{
  OctantAssessment *assessment = get_assessment (fixture);
  OctantModel *model = octant_assessment_get_model (assessment);
  g_autoptr (OctantScorer) profile = octant_assessment_new_object_scorer (assessment, slot, OCTANT_READING_OFFICIAL);

  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      const OctantScore *expected = octant_scorer_get_score (profile, node);
      g_autofree char *text = NULL;
      g_autofree char *wanted = octant_rational_to_text (&expected->s, 2);
      guint answered;
      int level;

      g_object_get (octant_assessment_get_node (assessment, node), "score-text", &text, "answered", &answered, "level", &level,
                    NULL);
      g_assert_cmpstr (text, ==, wanted);
      g_assert_cmpuint (answered, ==, expected->answered);
      g_assert_cmpint (level, ==, expected->l);
    }
}

static char *
dup_score (OctantScorer *scorer,
           guint         node)
{
  const OctantScore *score = octant_scorer_get_score (scorer, node);
  g_autofree char *low = octant_rational_to_text (&score->s, 2);
  g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);

  return octant_format_interval (low, high);
}

static void
test_pages (WindowFixture *fixture,
            gconstpointer user_data)
{
  OctantAssessment *assessment = get_assessment (fixture);
  guint n = octant_assessment_get_n_objects (assessment);
  OctantNode *node = octant_session_find_node (fixture->session, "SH.05");
  g_autofree char *whole = g_strdup (get_label (fixture, OCTANT_TYPE_RESULT_BOX, "score"));
  guint n_different = 0;

  g_assert_cmpuint (n, >, 1);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, OCTANT_TYPE_SIDEBAR, "object_sign")));
  for (guint slot = 0; slot < n; slot++)
    {
      g_autoptr (OctantScorer) profile = octant_assessment_new_object_scorer (assessment, slot, OCTANT_READING_OFFICIAL);
      g_autofree char *overall = dup_score (profile, OCTANT_NODE_OVERALL);
      g_autofree char *subdomain = dup_score (profile, octant_node_get_index (node));

      window_activate (fixture, "show-place", "overview");
      window_activate (fixture, "show-scores-of", object_id (fixture, slot));
      assert_profile (fixture, slot);
      g_assert_cmpstr (get_label (fixture, OCTANT_TYPE_RESULT_BOX, "score"), ==, overall);
      n_different += g_str_equal (overall, whole) ? 0 : 1;
      g_assert_true (gtk_widget_get_visible (get_part (fixture, OCTANT_TYPE_SIDEBAR, "object_sign")));
      g_assert_nonnull (strstr (get_label (fixture, OCTANT_TYPE_SIDEBAR, "object_sign"), object_name (fixture, slot)));
      g_assert_true (adw_banner_get_revealed (get_banner (fixture)));
      window_activate (fixture, "show-node", "SH.05");
      g_assert_cmpstr (get_label (fixture, OCTANT_TYPE_SUBDOMAIN_HEADER, "score"), ==, subdomain);
    }
  g_assert_cmpuint (n_different, >, 0);
  /* Where no scores are, no sign of them. */
  window_activate (fixture, "show-place", "history");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_banner (fixture))));
  window_activate (fixture, "show-place", "overview");
  window_activate (fixture, "show-scores-of", "");
  g_assert_null (octant_session_get_object (fixture->session));
  g_assert_cmpstr (get_label (fixture, OCTANT_TYPE_RESULT_BOX, "score"), ==, whole);
  g_assert_false (adw_banner_get_revealed (get_banner (fixture)));
}

static GtkSelectionModel *
get_rows (WindowFixture *fixture)
{
  return GTK_SELECTION_MODEL (octant_test_get_model (get_part (fixture, OCTANT_TYPE_SUBDOMAIN_PAGE, "view")));
}

/* The first requirement of SH.05 that is rated for each object. */
static OctantItem *
find_parent (WindowFixture *fixture)
{
  GListModel *items = octant_node_get_items (octant_session_find_node (fixture->session, "SH.05"));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      if (octant_item_get_children (item) != NULL)
        return item;
    }
  g_assert_not_reached ();
}

static void
test_rows (WindowFixture *fixture,
           gconstpointer user_data)
{
  OctantAssessment *assessment = get_assessment (fixture);
  GListModel *items = octant_node_get_items (octant_session_find_node (fixture->session, "SH.05"));
  OctantItem *parent = find_parent (fixture);
  g_autoptr (OctantItem) own = g_list_model_get_item (octant_item_get_children (parent), 1);
  g_autoptr (OctantItem) other = g_list_model_get_item (octant_item_get_children (parent), 0);
  const char *code = octant_item_get_requirement (parent)->code;
  OctantRating before = octant_item_get_rating (own), untouched = octant_item_get_rating (other);
  OctantRating wanted = before == OCTANT_RATING_N ? OCTANT_RATING_F : OCTANT_RATING_N;
  g_autofree char *id = g_strdup (object_id (fixture, 1));
  guint unfolded;

  window_activate (fixture, "show-requirement", code);
  g_assert_true (octant_session_get_item (fixture->session) == parent);
  unfolded = g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture)));
  g_assert_cmpuint (unfolded, >, g_list_model_get_n_items (items));
  window_activate (fixture, "show-scores-of", id);
  /* One row for each requirement, and what was selected is selected as this object has it. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, g_list_model_get_n_items (items));
  g_assert_true (octant_session_get_item (fixture->session) == own);
  g_assert_true (octant_session_find_item (fixture->session, code) == own);
  window_activate (fixture, "rate", octant_rating_to_string (wanted));
  g_assert_cmpint (octant_item_get_rating (own), ==, wanted);
  g_assert_cmpint (octant_item_get_rating (other), ==, untouched);
  assert_profile (fixture, 1);
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (octant_item_get_rating (own) == before);
  assert_profile (fixture, 1);

  /* The matrix is of all objects, and so leads back to all. */
  window_activate (fixture, "toggle-matrix", NULL);
  g_assert_null (octant_session_get_object (fixture->session));
  g_assert_true (octant_session_get_item (fixture->session) == own);
  window_activate (fixture, "show-scores-of", id);
  g_assert_false (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_MATRIX_VIEW) != NULL
                  && gtk_widget_get_mapped (octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_MATRIX_VIEW)));
  window_activate (fixture, "show-scores-of", "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows (fixture))), ==, unfolded);
  g_assert_true (octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL)
                 == octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL));
}

/* What leaves the scope is not shown any more; another cycle shows it when it has it. */
static void
test_scope (WindowFixture *fixture,
            gconstpointer user_data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (object_id (fixture, 0));
  OctantAssessment *newest = get_assessment (fixture);
  OctantAssessment *previous = octant_session_get_previous (fixture->session);
  guint slot;

  octant_session_set_object (fixture->session, "no such object");
  g_assert_null (octant_session_get_object (fixture->session));
  octant_session_set_object (fixture->session, id);
  g_assert_cmpstr (octant_assessment_get_shown_object (previous), ==,
                   octant_assessment_find_object (previous, id, &slot) ? id : NULL);
  octant_session_open_cycle (fixture->session, octant_assessment_get_id (previous));
  octant_test_wait_until (get_assessment (fixture) != newest);
  g_assert_cmpstr (octant_session_get_object (fixture->session), ==,
                   octant_assessment_find_object (get_assessment (fixture), id, &slot) ? id : NULL);
  octant_session_set_object (fixture->session, object_id (fixture, 0));
  g_assert_true (octant_session_set_scope (fixture->session, none, &error));
  g_assert_null (octant_session_get_object (fixture->session));
  octant_test_settle ();
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (octant_assessment_get_n_objects (get_assessment (fixture)) > 0);
  g_assert_null (octant_session_get_object (fixture->session));
}

/* What is confirmed is what is shown: nothing of the other objects. */
static void
test_confirm (WindowFixture *fixture,
              gconstpointer user_data)
{
  guint all = octant_assessment_get_n_carried (get_assessment (fixture), OCTANT_NODE_OVERALL);
  guint shown;

  octant_session_set_object (fixture->session, object_id (fixture, 0));
  shown = octant_assessment_get_shown_n_carried (get_assessment (fixture), OCTANT_NODE_OVERALL);
  g_assert_cmpuint (shown, >, 0);
  g_assert_cmpuint (shown, <, all);
  g_assert_cmpuint (octant_session_confirm_node (fixture->session, octant_session_find_node (fixture->session, "overall")),
                    ==, shown);
  g_assert_cmpuint (octant_assessment_get_shown_n_carried (get_assessment (fixture), OCTANT_NODE_OVERALL), ==, 0);
  g_assert_cmpuint (octant_assessment_get_n_carried (get_assessment (fixture), OCTANT_NODE_OVERALL), ==, all - shown);
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
    { "/shown-object/pages", test_pages },
    { "/shown-object/rows", test_rows },
    { "/shown-object/scope", test_scope },
    { "/shown-object/confirm", test_confirm },
  };

  octant_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, WindowFixture, NULL, window_set_up, tests[i].func, window_tear_down);
  return g_test_run ();
}
