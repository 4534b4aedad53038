/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The history page with titles of assessments as institutions write them: long, and alike but for the year. */

#include "config.h"

#include "test-utilities.h"

#include "octant-changes-view.h"
#include "octant-comparison-view.h"
#include "octant-history-page.h"
#include "octant-result-box.h"
#include "octant-session-manage.h"
#include "octant-slope-chart.h"
#include "octant-years-view.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
  GtkWidget *page;
} Fixture;

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_session_manage_finish (OCTANT_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* @user_data: width of the window */
static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  GListModel *cycles;

  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  cycles = octant_session_get_cycles (fixture->session);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, i);
      g_autofree char *title = g_strdup_printf ("远衡期货股份有限公司 %s 年度网络安全能力成熟度全面评估（含分支机构与子公司）<&>",
                                                octant_cycle_item_get_title (cycle));
      gboolean done = FALSE;

      octant_session_edit_cycle_async (fixture->session, octant_cycle_item_get_id (cycle), title, NULL, NULL, edited_cb,
                                       &done);
      octant_test_wait_until (done);
    }
  octant_test_wait_saved (fixture->session);
  fixture->window = octant_test_open_window (fixture->session, GPOINTER_TO_INT (user_data), 640);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("history"));
  octant_test_settle ();
  fixture->page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_HISTORY_PAGE);
  g_assert_nonnull (fixture->page);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static gboolean
has_content (Fixture *fixture,
             GType    view)
{
  GtkStack *states = GTK_STACK (adw_bin_get_child (ADW_BIN (octant_test_find (fixture->page, view))));

  return g_strcmp0 (gtk_stack_get_visible_child_name (states), "content") == 0;
}

static void
show (Fixture    *fixture,
      const char *view)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (octant_test_find (fixture->page, ADW_TYPE_VIEW_STACK)), view);
  octant_test_settle ();
  octant_test_wait_until (g_strcmp0 (view, "comparison") != 0 || has_content (fixture, OCTANT_TYPE_COMPARISON_VIEW));
  octant_test_wait_until (g_strcmp0 (view, "changes") != 0 || has_content (fixture, OCTANT_TYPE_CHANGES_VIEW));
  octant_test_settle ();
}

/* No view asks for more than a phone has. */
static void
test_room (Fixture      *fixture,
           gconstpointer user_data)
{
  static const char *const views[] = { "trend", "years", "comparison", "changes" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int minimum;

      show (fixture, views[i]);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
}

/* Where titles have no room, the years tell the assessments apart; what is chosen is read in full. */
static void
test_names (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (OctantChartTable) table = NULL;
  GtkWidget *from;

  show (fixture, "comparison");
  table = octant_chart_dup_table (OCTANT_CHART (octant_test_find (fixture->page, OCTANT_TYPE_SLOPE_CHART)));
  g_assert_cmpstr (g_ptr_array_index (table->columns, 1), ==, "2025");
  g_assert_cmpstr (g_ptr_array_index (table->columns, 2), ==, "2026");
  from = GTK_WIDGET (gtk_widget_get_template_child (fixture->page, OCTANT_TYPE_HISTORY_PAGE, "from"));
  gtk_test_accessible_assert_property (from, GTK_ACCESSIBLE_PROPERTY_LABEL, "Earlier assessment");
  gtk_test_accessible_assert_property (from, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "远衡期货股份有限公司 2025 年度网络安全能力成熟度全面评估（含分支机构与子公司）<&>");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (from), 0);
  gtk_test_accessible_assert_property (from, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "远衡期货股份有限公司 2024 年度网络安全能力成熟度全面评估（含分支机构与子公司）<&>");
}

static GtkWidget *
find_check (GtkWidget *widget,
            guint     *n_seen)
{
  GtkWidget *found = NULL;

  if (GTK_IS_IMAGE (widget) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "object-select-symbolic") == 0)
    {
      ++*n_seen;
      return gtk_widget_get_opacity (widget) > 0 ? gtk_widget_get_prev_sibling (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *here = find_check (child, n_seen);

      g_assert_true (here == NULL || found == NULL);
      found = here != NULL ? here : found;
    }

  return found;
}

/* The one that is seen: a list of choices has another one for no choice. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);

  return found;
}

/* Open, a list of choices has whole titles, one of them marked; closed, what is cut off is in the tooltip. */
static void
test_choices (Fixture      *fixture,
              gconstpointer user_data)
{
  GtkWidget *from = NULL, *label, *checked;
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean told = FALSE;

  show (fixture, "comparison");
  from = GTK_WIDGET (gtk_widget_get_template_child (fixture->page, OCTANT_TYPE_HISTORY_PAGE, "from"));
  label = find_label (gtk_widget_get_first_child (from));
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_signal_emit_by_name (label, "query-tooltip", 0, 0, FALSE, tooltip, &told);
  g_assert_true (told);
  for (guint i = 0; i < 2; i++)
    {
      guint n_seen = 0;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (from), i);
      g_signal_emit_by_name (from, "activate");
      octant_test_settle ();
      checked = find_check (gtk_widget_get_last_child (from), &n_seen);
      g_assert_cmpuint (n_seen, ==, 3);
      g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (checked)), i == 0 ? "2024" : "2025"));
      gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_last_child (from)));
      octant_test_settle ();
    }
}

/* The slider says the whole title of the year that it stands at; its marks say the years. */
static void
test_slider (Fixture      *fixture,
             gconstpointer user_data)
{
  GtkWidget *view, *slider, *marks;
  GString *said = g_string_new (NULL);

  show (fixture, "years");
  view = octant_test_find (fixture->page, OCTANT_TYPE_YEARS_VIEW);
  slider = octant_test_find (view, GTK_TYPE_SCALE);
  gtk_test_accessible_assert_property (slider, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "远衡期货股份有限公司 2026 年度网络安全能力成熟度全面评估（含分支机构与子公司）<&>");
  for (marks = gtk_widget_get_first_child (slider); marks != NULL; marks = gtk_widget_get_next_sibling (marks))
    for (GtkWidget *mark = gtk_widget_get_first_child (marks); mark != NULL; mark = gtk_widget_get_next_sibling (mark))
      {
        GtkWidget *label = octant_test_find (mark, GTK_TYPE_LABEL);

        if (label != NULL)
          g_string_append_printf (said, "%s ", gtk_label_get_text (GTK_LABEL (label)));
      }
  g_assert_cmpstr (said->str, ==, "2024 2025 2026 ");
  g_string_free (said, TRUE);
}

/* The overview compares with a year, not with the beginning of a title. */
static void
test_overview (Fixture      *fixture,
               gconstpointer user_data)
{
  GtkWidget *box;
  GtkLabel *label;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("overview"));
  octant_test_settle ();
  box = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_RESULT_BOX);
  label = GTK_LABEL (gtk_widget_get_template_child (box, OCTANT_TYPE_RESULT_BOX, "change_label"));
  octant_test_wait_until (g_strcmp0 (gtk_label_get_text (label), "Since 2025") == 0);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/history-titles/room", Fixture, GINT_TO_POINTER (370), set_up, test_room, tear_down);
  g_test_add ("/history-titles/names", Fixture, GINT_TO_POINTER (1100), set_up, test_names, tear_down);
  g_test_add ("/history-titles/choices", Fixture, GINT_TO_POINTER (370), set_up, test_choices, tear_down);
  g_test_add ("/history-titles/overview", Fixture, GINT_TO_POINTER (1100), set_up, test_overview, tear_down);
  g_test_add ("/history-titles/slider", Fixture, GINT_TO_POINTER (1100), set_up, test_slider, tear_down);

  return g_test_run ();
}
