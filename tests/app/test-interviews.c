/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "evidence/octant-evidence.h"
#include "octant-interview-dialog.h"
#include "octant-interview-item.h"
#include "octant-interview-outline.h"
#include "octant-interview-row.h"
#include "octant-interview-view.h"
#include "octant-interviews-page.h"
#include "octant-rating-toggle.h"
#include "octant-session-interviews.h"
#include "octant-unsettled-row.h"

typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} Fixture;

static GtkWidget *
get_page (Fixture *fixture)
{
  return octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_INTERVIEWS_PAGE);
}

static void
open_page (Fixture *fixture,
           int      width,
           int      height)
{
  fixture->window = octant_test_open_window (fixture->session, width, height);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("interviews"));
  octant_test_settle ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  open_page (fixture, 1100, 800);
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

static OctantAssessment *
get_assessment (Fixture *fixture)
{
  return octant_session_get_assessment (fixture->session);
}

static GListModel *
get_interviews (Fixture *fixture)
{
  GtkWidget *list = octant_test_find (get_page (fixture), GTK_TYPE_LIST_VIEW);

  return octant_test_get_model (list);
}

/* The id of an interview by its person. (transfer full) (nullable) */
static char *
find_interview (Fixture    *fixture,
                const char *person)
{
  g_autoptr (GPtrArray) list = octant_assessment_list_interviews (get_assessment (fixture));

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (octant_record_get (g_ptr_array_index (list, i), OCTANT_INTERVIEW_PERSON), person))
      return g_strdup (octant_record_get (g_ptr_array_index (list, i), OCTANT_INTERVIEW_ID));
  return NULL;
}

static char *
add (Fixture    *fixture,
     const char *person,
     const char *role)
{
  g_autoptr (GError) error = NULL;

  octant_session_add_interview (fixture->session, person, role, "2026-09-20", NULL, &error);
  g_assert_no_error (error);
  octant_test_settle ();
  return find_interview (fixture, person);
}

static GtkWidget *
hold (Fixture    *fixture,
      const char *id)
{
  GtkWidget *view = octant_test_find (get_page (fixture), OCTANT_TYPE_INTERVIEW_VIEW);

  gtk_widget_activate_action (get_page (fixture), "interviews.start", "s", id);
  octant_test_settle ();
  g_assert_true (gtk_widget_get_mapped (view));
  return view;
}

static void
press (GtkWidget      *view,
       guint           key,
       GdkModifierType modifiers)
{
  g_assert_true (octant_test_press (view, key, modifiers));
  octant_test_settle ();
}

static OctantItemRef
get_question (Fixture    *fixture,
              const char *role,
              guint       position)
{
  g_autoptr (GArray) questions = octant_assessment_list_questions (get_assessment (fixture), role);

  g_assert_cmpuint (position, <, questions->len);
  return g_array_index (questions, OctantItemRef, position);
}

static OctantRating
get_counted (Fixture      *fixture,
             OctantItemRef item)
{
  OctantAnswer answer;

  octant_assessment_get_answer (get_assessment (fixture), item.requirement, item.slot, &answer);
  return answer.carried ? OCTANT_RATING_UNANSWERED : answer.rating;
}

/* A question that both roles are asked. */
static OctantItemRef
find_shared (Fixture    *fixture,
             const char *role,
             const char *other)
{
  g_autoptr (GArray) a = octant_assessment_list_questions (get_assessment (fixture), role);
  g_autoptr (GArray) b = octant_assessment_list_questions (get_assessment (fixture), other);

  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      if (memcmp (&g_array_index (a, OctantItemRef, i), &g_array_index (b, OctantItemRef, k), sizeof (OctantItemRef)) == 0)
        return g_array_index (a, OctantItemRef, i);
  g_assert_not_reached ();
}

static void
test_list (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GPtrArray) list = octant_assessment_list_interviews (get_assessment (fixture));
  g_autoptr (OctantInterviewItem) first = g_list_model_get_item (get_interviews (fixture), 0);
  g_autoptr (OctantInterviewItem) again = NULL;
  g_autofree char *id = NULL;
  g_autofree char *person = NULL;

  g_assert_cmpuint (list->len, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, list->len);
  g_object_get (first, "person", &person, NULL);
  g_assert_cmpstr (person, ==, octant_record_get (g_ptr_array_index (list, 0), OCTANT_INTERVIEW_PERSON));
  g_assert_nonnull (octant_test_find (get_page (fixture), OCTANT_TYPE_INTERVIEW_ROW));
  id = add (fixture, "Xu", "R3");
  g_assert_nonnull (id);
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, list->len + 1);
  again = g_list_model_get_item (get_interviews (fixture), 0);
  g_assert_true (again == first);
}

static AdwDialog *
open_dialog (Fixture    *fixture,
             const char *action,
             const char *id)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (get_page (fixture), action, id != NULL ? "s" : NULL, id);
  octant_test_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (OCTANT_IS_INTERVIEW_DIALOG (dialog));
  return dialog;
}

static void
test_dialog (Fixture      *fixture,
             gconstpointer user_data)
{
  guint n = g_list_model_get_n_items (get_interviews (fixture));
  AdwDialog *dialog = open_dialog (fixture, "interviews.new", NULL);
  GtkWidget *apply = adw_dialog_get_default_widget (dialog);
  GtkWidget *person = adw_dialog_get_focus (dialog);
  GtkWidget *row = gtk_widget_get_ancestor (person, ADW_TYPE_ENTRY_ROW);
  GtkWidget *date = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *id = NULL;

  /* Nothing can be saved before there is a name and a date that is one. */
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (row), "Chen");
  g_assert_true (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-02-30");
  g_assert_false (gtk_widget_get_sensitive (apply));
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (date), "2026/2/28");
  gtk_editable_set_text (GTK_EDITABLE (row), long_name);
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (row), " Chen ");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, n + 1);
  id = find_interview (fixture, "Chen");
  g_assert_nonnull (id);

  /* Edited in place. */
  dialog = open_dialog (fixture, "interviews.edit", id);
  row = gtk_widget_get_ancestor (adw_dialog_get_focus (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Chen");
  gtk_editable_set_text (GTK_EDITABLE (row), "Cheng");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  octant_test_settle ();
  g_assert_cmpstr (octant_record_get (octant_assessment_get_interview (get_assessment (fixture), id),
                                      OCTANT_INTERVIEW_PERSON), ==, "Cheng");
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, n + 1);
  octant_test_wait_saved (fixture->session);
}

static void
type (GtkWidget  *view,
      const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (octant_test_find (view, GTK_TYPE_TEXT_VIEW))),
                            text, -1);
}

static char *
dup_typed (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (octant_test_find (view, GTK_TYPE_TEXT_VIEW)));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
assert_said (Fixture      *fixture,
             const char   *id,
             OctantItemRef item,
             OctantRating  rating,
             const char   *minutes)
{
  OctantInterviewAnswer answer;

  octant_assessment_get_interview_answer (get_assessment (fixture), id, item, &answer);
  g_assert_cmpint (answer.rating, ==, rating);
  g_assert_cmpstr (answer.minutes, ==, minutes);
}

static void
open_cycle (Fixture    *fixture,
            const char *id)
{
  g_autoptr (OctantAssessment) before = g_object_ref (get_assessment (fixture));

  octant_session_open_cycle (fixture->session, id);
  octant_test_wait_until (get_assessment (fixture) != before);
}

/* Words that are typed when another program opens another assessment belong to the one before. */
static void
test_switched (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (OctantCycleItem) earlier = g_list_model_get_item (octant_session_get_cycles (fixture->session), 1);
  g_autofree char *cycle = g_strdup (octant_assessment_get_id (get_assessment (fixture)));
  g_autofree char *id = add (fixture, "Xu", "R3");
  OctantItemRef first = get_question (fixture, "R3", 0);
  GtkWidget *view = hold (fixture, id);
  g_autoptr (OctantAssessment) before = g_object_ref (get_assessment (fixture));

  octant_session_open_cycle (fixture->session, octant_cycle_item_get_id (earlier));
  type (view, "Drilled in May");
  octant_test_wait_until (get_assessment (fixture) != before);
  octant_test_wait_saved (fixture->session);
  open_cycle (fixture, cycle);
  assert_said (fixture, id, first, OCTANT_RATING_UNANSWERED, "Drilled in May");
  octant_test_wait_saved (fixture->session);
}

/* All by keys, and everything stands after the data are opened again. */
static void
test_hold (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  OctantItemRef first = get_question (fixture, "R3", 0);
  OctantItemRef second = get_question (fixture, "R3", 1);
  OctantItemRef third = get_question (fixture, "R3", 2);
  GtkWidget *view = hold (fixture, id);
  GtkWidget *text = octant_test_find (view, GTK_TYPE_TEXT_VIEW);
  g_autofree char *typed = NULL;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  type (view, "Drilled in May");
  press (view, GDK_KEY_4, GDK_ALT_MASK);
  assert_said (fixture, id, first, OCTANT_RATING_F, "Drilled in May");
  /* While words are being typed, a digit is one of them. */
  g_assert_false (octant_test_press (view, GDK_KEY_2, GDK_NO_MODIFIER_MASK));
  press (view, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  typed = dup_typed (view);
  g_assert_cmpstr (typed, ==, "");
  press (view, GDK_KEY_2, GDK_ALT_MASK);
  type (view, "No plan");
  press (view, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_said (fixture, id, second, OCTANT_RATING_P, "No plan");
  press (view, GDK_KEY_KP_1, GDK_ALT_MASK);
  assert_said (fixture, id, third, OCTANT_RATING_N, NULL);
  press (view, GDK_KEY_0, GDK_ALT_MASK);
  assert_said (fixture, id, third, OCTANT_RATING_UNANSWERED, NULL);
  press (view, GDK_KEY_Page_Up, GDK_NO_MODIFIER_MASK);
  g_free (typed);
  typed = dup_typed (view);
  g_assert_cmpstr (typed, ==, "No plan");
  /* Both before are answered: the next open one is the third. */
  press (view, GDK_KEY_Page_Up, GDK_NO_MODIFIER_MASK);
  press (view, GDK_KEY_Down, GDK_CONTROL_MASK);
  press (view, GDK_KEY_3, GDK_ALT_MASK);
  assert_said (fixture, id, third, OCTANT_RATING_L, NULL);
  press (view, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK);
  octant_test_wait_until (!gtk_widget_get_mapped (view));
  octant_test_wait_saved (fixture->session);

  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  fixture->session = octant_test_open_session (fixture->dir);
  open_page (fixture, 1100, 800);
  assert_said (fixture, id, first, OCTANT_RATING_F, "Drilled in May");
  assert_said (fixture, id, second, OCTANT_RATING_P, "No plan");
  g_assert_cmpint (get_counted (fixture, first), ==, OCTANT_RATING_F);
}

/* Words that are still being typed are kept by whatever takes the question away. */
static void
test_typed_words (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  OctantItemRef first = get_question (fixture, "R3", 0);
  OctantItemRef second = get_question (fixture, "R3", 1);
  GtkWidget *view = hold (fixture, id);

  type (view, "Left by another place");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("overview"));
  octant_test_settle ();
  assert_said (fixture, id, first, OCTANT_RATING_UNANSWERED, "Left by another place");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("interviews"));
  octant_test_settle ();
  press (view, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK);
  type (view, "Closed");
  octant_interviews_page_keep (OCTANT_INTERVIEWS_PAGE (get_page (fixture)));
  assert_said (fixture, id, second, OCTANT_RATING_UNANSWERED, "Closed");

  /* Undone under the view's feet. */
  octant_session_delete_interview (fixture->session, id);
  octant_test_settle ();
  octant_test_wait_until (!gtk_widget_get_mapped (view));
  octant_test_wait_saved (fixture->session);
}

/* Whether a label in sight says @text. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* What is kept is trimmed, and what is typed goes on behind it all the same; what could not be kept does not come in. */
static void
test_typed_pieces (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *typed = NULL;
  g_autofree char *typed_on = NULL;
  OctantItemRef first = get_question (fixture, "R3", 0);
  GtkWidget *view = hold (fixture, id);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (octant_test_find (view, GTK_TYPE_TEXT_VIEW)));

  type (view, "one ");
  octant_interviews_page_keep (OCTANT_INTERVIEWS_PAGE (get_page (fixture)));
  assert_said (fixture, id, first, OCTANT_RATING_UNANSWERED, "one");
  typed = dup_typed (view);
  g_assert_cmpstr (typed, ==, "one ");
  gtk_text_buffer_insert_at_cursor (buffer, "two\fthree\x1b", -1);
  gtk_text_buffer_insert_at_cursor (buffer, long_text, -1);
  typed_on = dup_typed (view);
  g_assert_cmpstr (typed_on, ==, "one two\nthree");
  octant_test_settle ();
  g_assert_true (says (view, "Not inserted, as 10,000 characters fit here: attach a longer text as a file"));
  octant_interviews_page_keep (OCTANT_INTERVIEWS_PAGE (get_page (fixture)));
  assert_said (fixture, id, first, OCTANT_RATING_UNANSWERED, "one two\nthree");
  octant_test_wait_saved (fixture->session);
}

/* The first question that is asked of each object. */
static guint
find_by_object (Fixture    *fixture,
                const char *role)
{
  g_autoptr (GArray) questions = octant_assessment_list_questions (get_assessment (fixture), role);

  for (guint i = 1; i < questions->len; i++)
    if (g_array_index (questions, OctantItemRef, i).requirement == g_array_index (questions, OctantItemRef, i - 1).requirement)
      return i - 1;
  g_assert_not_reached ();
}

static void
test_same (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  guint position = find_by_object (fixture, "R3");
  OctantItemRef first = get_question (fixture, "R3", position);
  guint n_objects = octant_assessment_get_n_objects (get_assessment (fixture));
  GtkWidget *view = hold (fixture, id);

  for (guint i = 0; i < position; i++)
    press (view, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK);
  /* Nothing said: nothing to take over. */
  press (view, GDK_KEY_s, GDK_ALT_MASK);
  assert_said (fixture, id, get_question (fixture, "R3", position + 1), OCTANT_RATING_UNANSWERED, NULL);
  press (view, GDK_KEY_3, GDK_ALT_MASK);
  type (view, "The same everywhere");
  press (view, GDK_KEY_s, GDK_ALT_MASK);
  for (guint i = 0; i < n_objects; i++)
    {
      OctantItemRef item = get_question (fixture, "R3", position + i);

      g_assert_cmpuint (item.requirement, ==, first.requirement);
      assert_said (fixture, id, item, OCTANT_RATING_L, "The same everywhere");
    }
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  assert_said (fixture, id, get_question (fixture, "R3", position + 1), OCTANT_RATING_UNANSWERED, NULL);
  assert_said (fixture, id, first, OCTANT_RATING_L, "The same everywhere");
}

static guint
get_subdomain (Fixture *fixture,
               guint    position)
{
  return octant_model_get_requirement (octant_assessment_get_model (get_assessment (fixture)),
                                       get_question (fixture, "R3", position).requirement)->subdomain;
}

/* By sub-domains, and back to where it was left, also after the program ended. */
static void
test_sections (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  GtkWidget *view = hold (fixture, id);
  guint second = 1;
  guint third;

  while (get_subdomain (fixture, second) == get_subdomain (fixture, 0))
    second++;
  for (third = second; get_subdomain (fixture, third) == get_subdomain (fixture, second);)
    third++;
  press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press (view, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  press (view, GDK_KEY_4, GDK_ALT_MASK);
  assert_said (fixture, id, get_question (fixture, "R3", second), OCTANT_RATING_F, NULL);
  press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  press (view, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK);
  octant_test_wait_until (!gtk_widget_get_mapped (view));
  hold (fixture, id);
  press (view, GDK_KEY_2, GDK_ALT_MASK);
  assert_said (fixture, id, get_question (fixture, "R3", third), OCTANT_RATING_P, NULL);

  octant_test_wait_saved (fixture->session);
  octant_test_close_window (fixture->window);
  open_page (fixture, 1100, 800);
  view = hold (fixture, id);
  press (view, GDK_KEY_3, GDK_ALT_MASK);
  assert_said (fixture, id, get_question (fixture, "R3", third + 1), OCTANT_RATING_L, NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_outline (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  GtkWidget *view = hold (fixture, id);
  GtkWidget *outline = octant_test_find (view, OCTANT_TYPE_INTERVIEW_OUTLINE);
  GtkWidget *button = octant_test_find (outline, GTK_TYPE_MENU_BUTTON);
  GtkWidget *list;
  guint second = 1;

  while (get_subdomain (fixture, second) == get_subdomain (fixture, 0))
    second++;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  octant_test_settle ();
  list = octant_test_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_list_box_row_is_selected (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  octant_test_settle ();
  press (view, GDK_KEY_1, GDK_ALT_MASK);
  assert_said (fixture, id, get_question (fixture, "R3", second), OCTANT_RATING_N, NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_end (Fixture      *fixture,
          gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  g_autoptr (GArray) questions = octant_assessment_list_questions (get_assessment (fixture), "R3");
  GtkWidget *view = hold (fixture, id);

  for (guint i = 0; i < questions->len; i++)
    g_assert_true (octant_test_press (view, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK));
  octant_test_wait_until (!gtk_widget_get_mapped (octant_test_find (view, GTK_TYPE_TEXT_VIEW)));
  /* Further than the end is the end. */
  press (view, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK);
  press (view, GDK_KEY_4, GDK_ALT_MASK);
  press (view, GDK_KEY_Page_Up, GDK_NO_MODIFIER_MASK);
  press (view, GDK_KEY_1, GDK_ALT_MASK);
  assert_said (fixture, id, g_array_index (questions, OctantItemRef, questions->len - 1), OCTANT_RATING_N, NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_unsettled (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *one = add (fixture, "Xu", "R3");
  g_autofree char *other = add (fixture, "Gao", "R4");
  OctantItemRef item = find_shared (fixture, "R3", "R4");
  GtkWidget *switcher = octant_test_find (get_page (fixture), ADW_TYPE_INLINE_VIEW_SWITCHER);
  AdwViewStack *views = adw_inline_view_switcher_get_stack (ADW_INLINE_VIEW_SWITCHER (switcher));
  GListModel *unsettled;
  GtkWidget *row;
  guint n;

  adw_view_stack_set_visible_child_name (views, "unsettled");
  octant_test_settle ();
  row = octant_test_find (get_page (fixture), OCTANT_TYPE_UNSETTLED_ROW);
  g_assert_nonnull (row);
  unsettled = octant_test_get_model (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW));
  n = g_list_model_get_n_items (unsettled);
  octant_session_interview_rate (fixture->session, one, item, OCTANT_RATING_F);
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (unsettled), ==, n);
  octant_session_interview_rate (fixture->session, other, item, OCTANT_RATING_P);
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (unsettled), ==, n + 1);
  g_assert_cmpint (get_counted (fixture, item), ==, OCTANT_RATING_P);

  gtk_widget_activate_action (row, "interviews.settle", "(uuu)", item.requirement, item.slot, OCTANT_RATING_L);
  octant_test_settle ();
  g_assert_cmpint (get_counted (fixture, item), ==, OCTANT_RATING_L);
  g_assert_cmpint (octant_assessment_get_voices (get_assessment (fixture), item), ==, OCTANT_VOICES_SETTLED);
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (octant_assessment_get_voices (get_assessment (fixture), item) == OCTANT_VOICES_DIFFER);
  octant_test_wait_saved (fixture->session);
}

static void
test_keep_minutes (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu / Li", "R3");
  OctantItemRef first = get_question (fixture, "R3", 0);
  OctantItemRef second = get_question (fixture, "R3", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *long_name = g_strnfill (200, 'x');
  g_autofree char *other = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  guint n_before;

  none = octant_assessment_list_evidence (get_assessment (fixture), second.requirement, second.slot);
  n_before = none->len;
  octant_session_interview_minutes (fixture->session, id, first, "Drilled in May", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (get_page (fixture), "interviews.keep", "s", id);
  octant_test_wait_until (octant_assessment_get_evidence (get_assessment (fixture), id) != NULL);
  octant_test_wait_saved (fixture->session);
  evidence = octant_assessment_list_evidence (get_assessment (fixture), first.requirement, first.slot);
  g_assert_true (g_ptr_array_find (evidence, octant_assessment_get_evidence (get_assessment (fixture), id), NULL));
  g_ptr_array_unref (none);
  none = octant_assessment_list_evidence (get_assessment (fixture), second.requirement, second.slot);
  g_assert_cmpuint (none->len, ==, n_before);

  path = octant_evidence_path (fixture->dir, octant_assessment_get_evidence (get_assessment (fixture), id));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Drilled in May"));

  /* The longest name that a person may have makes no title that is too long. */
  other = add (fixture, long_name, "R3");
  octant_session_interview_minutes (fixture->session, other, first, "Drilled in June", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (get_page (fixture), "interviews.keep", "s", other);
  octant_test_wait_until (octant_assessment_get_evidence (get_assessment (fixture), other) != NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_delete (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  guint n = g_list_model_get_n_items (get_interviews (fixture));
  OctantItemRef first = get_question (fixture, "R3", 0);

  octant_session_interview_rate (fixture->session, id, first, OCTANT_RATING_L);
  gtk_widget_activate_action (get_page (fixture), "interviews.delete", "s", id);
  octant_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_interviews (fixture)), ==, n - 1);
  octant_test_wait_saved (fixture->session);
  octant_session_undo (fixture->session);
  octant_test_wait_until (g_list_model_get_n_items (get_interviews (fixture)) == n);
  assert_said (fixture, id, first, OCTANT_RATING_L, NULL);
  octant_test_wait_saved (fixture->session);
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autofree char *id = add (fixture, "Xu", "R3");
  GtkWidget *view = hold (fixture, id);
  GtkWidget *text = octant_test_find (view, GTK_TYPE_TEXT_VIEW);

  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  gtk_test_accessible_assert_role (octant_test_find (view, OCTANT_TYPE_RATING_TOGGLE), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (octant_test_find (view, GTK_TYPE_PROGRESS_BAR)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* Every state in every shape; a warning of GTK or libadwaita ends the test. */
static void
test_shapes (gconstpointer user_data)
{
  static const int widths[] = { 370, 600, 1000 };
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  Fixture fixture = { .dir = octant_test_sample_dir () };
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  OctantItemRef item;

  fixture.session = octant_test_open_session (fixture.dir);
  one = add (&fixture, "Xu", "R3");
  other = add (&fixture, "Gao", "R4");
  item = find_shared (&fixture, "R3", "R4");
  octant_session_interview_rate (fixture.session, one, item, OCTANT_RATING_F);
  octant_session_interview_rate (fixture.session, other, item, OCTANT_RATING_P);
  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (schemes) * G_N_ELEMENTS (directions); i++)
    {
      GtkWidget *switcher;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i / 3 % 2]);
      gtk_widget_set_default_direction (directions[i / 6]);
      open_page (&fixture, widths[i % 3], 600);
      switcher = octant_test_find (get_page (&fixture), ADW_TYPE_INLINE_VIEW_SWITCHER);
      adw_view_stack_set_visible_child_name (adw_inline_view_switcher_get_stack (ADW_INLINE_VIEW_SWITCHER (switcher)),
                                             "unsettled");
      octant_test_settle ();
      hold (&fixture, one);
      octant_test_close_window (fixture.window);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  octant_test_wait_saved (fixture.session);
  octant_test_close_session (fixture.session);
  octant_test_remove_dir (fixture.dir);
  g_free (fixture.dir);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);

#define add_test(name, func) g_test_add ("/interviews/" name, Fixture, NULL, set_up, func, tear_down)
  add_test ("list", test_list);
  add_test ("dialog", test_dialog);
  add_test ("hold", test_hold);
  add_test ("switched", test_switched);
  add_test ("typed-words", test_typed_words);
  add_test ("typed-pieces", test_typed_pieces);
  add_test ("same", test_same);
  add_test ("sections", test_sections);
  add_test ("outline", test_outline);
  add_test ("end", test_end);
  add_test ("unsettled", test_unsettled);
  add_test ("keep-minutes", test_keep_minutes);
  add_test ("delete", test_delete);
  add_test ("accessible", test_accessible);
#undef add_test
  g_test_add_data_func ("/interviews/shapes", NULL, test_shapes);
  return g_test_run ();
}
