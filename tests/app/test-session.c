/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-interviews.h"
#include "octant-session-scope.h"
#include "test-utilities.h"

#include <signal.h>
#include <sys/resource.h>

static OctantItem *
find_single_item (OctantSession *session,
                  OctantRating   other_than)
{
  OctantAssessment *assessment = octant_session_get_assessment (session);
  OctantModel *model = octant_assessment_get_model (assessment);

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);
      OctantItem *item = octant_session_find_item (session, requirement->code);

      if (item != NULL && requirement->scope == OCTANT_SCOPE_ORG && octant_item_get_rating (item) != other_than
          && octant_item_get_rating (item) != OCTANT_RATING_UNANSWERED && !octant_item_get_carried (item))
        return item;
    }
  g_assert_not_reached ();
}

static char *
dup_score (OctantSession *session)
{
  OctantNode *whole = octant_assessment_get_node (octant_session_get_assessment (session), OCTANT_NODE_OVERALL);

  return octant_rational_to_string (&octant_node_get_score (whole)->s);
}

static void
test_first_run (void)
{
  g_autofree char *dir = octant_test_empty_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);

  g_assert_cmpint (octant_session_get_state (session), ==, OCTANT_SESSION_EMPTY);
  g_assert_null (octant_session_get_assessment (session));
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

/* Trying again while the data are being opened does not lock the session out of its own data. */
static void
test_open_twice (void)
{
  g_autofree char *dir = octant_test_empty_dir ();
  OctantSession *session = octant_session_new (dir);

  octant_session_open (session);
  octant_session_open (session);
  octant_test_wait_until (octant_session_get_state (session) != OCTANT_SESSION_LOADING);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (octant_session_get_state (session), ==, OCTANT_SESSION_EMPTY);
  octant_test_close_session (session);
  octant_test_remove_dir (dir);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_rate_and_undo (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantItem *item = find_single_item (session, OCTANT_RATING_N);
  OctantRating before = octant_item_get_rating (item);
  g_autofree char *score_before = dup_score (session);
  g_autofree char *score_after = NULL;
  g_autofree char *score_undone = NULL;
  guint n_notifies = 0;

  g_signal_connect_swapped (item, "notify::rating", G_CALLBACK (count_cb), &n_notifies);
  g_assert_true (octant_session_rate (session, item, OCTANT_RATING_N));
  /* On screen at once, and truthfully not saved yet. */
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_N);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_signal_handlers_disconnect_by_func (item, count_cb, &n_notifies);
  g_assert_cmpint (octant_session_get_save_state (session), ==, OCTANT_SAVE_STATE_SAVING);
  score_after = dup_score (session);
  g_assert_cmpstr (score_after, !=, score_before);
  octant_test_wait_saved (session);

  octant_session_undo (session);
  octant_test_wait_saved (session);
  g_assert_cmpint (octant_item_get_rating (item), ==, before);
  score_undone = dup_score (session);
  g_assert_cmpstr (score_undone, ==, score_before);
  g_assert_true (octant_session_get_can_redo (session));

  octant_session_redo (session);
  octant_test_wait_saved (session);
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_N);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

static void
test_kept (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autofree char *code = NULL;
  OctantAnswer answer;
  OctantItem *item;

  {
    g_autoptr (OctantSession) session = octant_test_open_session (dir);

    item = find_single_item (session, OCTANT_RATING_P);
    code = g_strdup (octant_item_get_requirement (item)->code);
    octant_session_rate (session, item, OCTANT_RATING_P);
    octant_session_note (session, item, "看过了 & <b>checked</b>");
    /* Closing drains what is under way. */
    octant_session_close (session);
  }
  {
    g_autoptr (OctantSession) session = octant_test_open_session (dir);

    item = octant_session_find_item (session, code);
    octant_assessment_get_answer (octant_session_get_assessment (session), octant_item_get_requirement_index (item),
                                  octant_item_get_slot (item), &answer);
    g_assert_cmpint (answer.rating, ==, OCTANT_RATING_P);
    g_assert_cmpstr (answer.note, ==, "看过了 & <b>checked</b>");
    octant_session_close (session);
  }
  octant_test_remove_dir (dir);
}

static void
test_not_applicable (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (session));
  OctantItem *item = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; item == NULL && i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      if (requirement->na_allowed && requirement->scope == OCTANT_SCOPE_ORG)
        item = octant_session_find_item (session, requirement->code);
    }
  g_assert_nonnull (item);
  g_assert_false (octant_session_rate_na (session, item, "no cloud", octant_session_get_actor (session), &error));
  g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (octant_session_rate_na (session, item, "no cloud", "Somebody Else", &error));
  g_assert_no_error (error);
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_NA);
  octant_test_wait_saved (session);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

static void
keep_notice_cb (char      **kept,
                const char *message)
{
  g_set_str (kept, message);
}

/* What is refused is said, and nothing is changed. */
static void
test_refused (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantItem *item = find_single_item (session, OCTANT_RATING_N);
  OctantRating before = octant_item_get_rating (item);
  g_autofree char *long_note = g_strnfill (10001, 'n');
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (session, "notice", G_CALLBACK (keep_notice_cb), &notice);
  g_assert_false (octant_session_note (session, item, long_note));
  g_assert_nonnull (notice);
  g_clear_pointer (&notice, g_free);
  g_assert_false (octant_session_detach (session, item, "no such evidence"));
  g_assert_nonnull (notice);
  g_clear_pointer (&notice, g_free);
  g_assert_false (octant_session_delete_interview (session, "no such interview"));
  g_assert_nonnull (notice);
  g_assert_cmpint (octant_item_get_rating (item), ==, before);
  g_assert_cmpint (octant_session_get_save_state (session), ==, OCTANT_SAVE_STATE_SAVED);

  /* Nothing is rated out of scope. */
  item = octant_session_find_item (session, "AP.02.1.H.01");
  before = octant_item_get_rating (item);
  octant_session_tailor (session, octant_session_find_node (session, "AP.02"), TRUE, "Bought as a service", "Somebody Else",
                         &error);
  g_assert_no_error (error);
  g_assert_false (octant_session_rate (session, item, OCTANT_RATING_P));
  g_assert_cmpstr (notice, ==, "It is out of scope, so nothing of it is rated");
  g_assert_cmpint (octant_item_get_rating (item), ==, before);

  /* Whose name the journal would refuse acts under that of the account. */
  octant_session_set_actor (session, long_note);
  g_assert_true (octant_session_rate (session, octant_session_find_item (session, "AP.01.1.H.01"), OCTANT_RATING_P));
  octant_test_wait_saved (session);
  g_signal_handlers_disconnect_by_data (session, &notice);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

static void
test_objects (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (session));
  OctantItem *item = NULL;
  GListModel *children;

  for (guint i = 0; item == NULL && i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      if (requirement->scope == OCTANT_SCOPE_OBJECT)
        item = octant_session_find_item (session, requirement->code);
    }
  children = octant_item_get_children (item);
  g_assert_nonnull (children);
  g_assert_cmpuint (g_list_model_get_n_items (children), >, 1);
  g_assert_true (octant_session_rate (session, item, OCTANT_RATING_L));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (children, i);

      g_assert_cmpint (octant_item_get_rating (child), ==, OCTANT_RATING_L);
    }
  octant_test_wait_saved (session);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

/* Every file of the process is too big from here on: what a full disk looks like to a program. */
static void
fill_disk (gboolean full)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = full ? 1 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_failing_disk (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantItem *first = find_single_item (session, OCTANT_RATING_N);
  OctantItem *second = octant_session_find_item (session, "PM.01.1.H.01");
  g_autofree char *code = g_strdup (octant_item_get_requirement (first)->code);

  fill_disk (TRUE);
  octant_session_rate (session, first, OCTANT_RATING_N);
  octant_session_rate (session, second, OCTANT_RATING_P);
  octant_test_wait_until (octant_session_get_save_state (session) == OCTANT_SAVE_STATE_FAILED);
  fill_disk (FALSE);
  /* What was answered stays on screen, and nothing says that it is saved. */
  g_assert_nonnull (octant_session_get_save_error (session));
  g_assert_cmpint (octant_item_get_rating (first), ==, OCTANT_RATING_N);
  g_assert_cmpint (octant_item_get_rating (second), ==, OCTANT_RATING_P);
  g_assert_false (octant_session_is_settled (session));

  octant_session_retry (session);
  octant_test_wait_saved (session);
  g_assert_null (octant_session_get_save_error (session));
  octant_session_close (session);

  {
    g_autoptr (OctantSession) again = octant_test_open_session (dir);

    g_assert_cmpint (octant_item_get_rating (octant_session_find_item (again, code)), ==, OCTANT_RATING_N);
    g_assert_cmpint (octant_item_get_rating (octant_session_find_item (again, "PM.01.1.H.01")), ==, OCTANT_RATING_P);
    octant_session_close (again);
  }
  octant_test_remove_dir (dir);
}

static void
test_evidence (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  OctantItem *item = find_single_item (session, OCTANT_RATING_UNANSWERED);
  guint n = octant_item_get_n_evidence (item);
  g_autofree char *path = g_build_filename (dir, "扫描报告.txt", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = NULL;
  OctantRecord *last;

  g_assert_true (g_file_set_contents (path, "report", -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  octant_session_attach (session, item, files);
  octant_test_wait_until (octant_item_get_n_evidence (item) == n + 1);
  octant_test_wait_saved (session);

  records = octant_assessment_list_evidence (octant_session_get_assessment (session),
                                             octant_item_get_requirement_index (item), octant_item_get_slot (item));
  last = g_ptr_array_index (records, records->len - 1);
  g_assert_cmpstr (octant_record_get (last, OCTANT_EVIDENCE_NAME), ==, "扫描报告.txt");
  g_assert_true (octant_session_detach (session, item, octant_record_get (last, OCTANT_EVIDENCE_ID)));
  g_assert_cmpuint (octant_item_get_n_evidence (item), ==, n);
  octant_session_undo (session);
  octant_test_wait_saved (session);
  g_assert_cmpuint (octant_item_get_n_evidence (item), ==, n + 1);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  g_assert_true (octant_session_new_cycle_finish (OCTANT_SESSION (source), result, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

static void
models_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **models = user_data;

  *models = octant_session_list_models_finish (OCTANT_SESSION (source), result, NULL);
}

static void
test_next_year (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  g_autofree char *from = g_strdup (octant_assessment_get_id (octant_session_get_assessment (session)));
  g_autoptr (GPtrArray) models = NULL;
  OctantNewCycleRequest *request = g_new0 (OctantNewCycleRequest, 1);
  OctantRecord *organisation = g_ptr_array_index (octant_session_get_organisations (session), 0);
  guint n = g_list_model_get_n_items (octant_session_get_cycles (session));
  gboolean done = FALSE;

  octant_session_list_models_async (session, models_cb, &models);
  octant_test_wait_until (models != NULL);
  request->organisation_id = g_strdup (octant_record_get (organisation, OCTANT_ORGANISATION_ID));
  request->title = g_strdup ("2027");
  request->as_of = g_strdup ("2027-06-30");
  request->from_cycle = g_strdup (from);
  request->model = g_object_ref (g_ptr_array_index (models, 0));
  octant_session_new_cycle_async (session, request, created_cb, &done);
  octant_test_wait_until (done);
  octant_test_wait_until (g_strcmp0 (octant_assessment_get_title (octant_session_get_assessment (session)), "2027") == 0);

  g_assert_cmpuint (g_list_model_get_n_items (octant_session_get_cycles (session)), ==, n + 1);
  g_assert_cmpstr (octant_assessment_get_id (octant_session_get_previous (session)), ==, from);
  g_assert_cmpuint (octant_assessment_get_n_carried (octant_session_get_assessment (session), OCTANT_NODE_OVERALL), >, 100);
  g_assert_true (octant_session_confirm (session, octant_session_find_item (session, "PM.01.1.H.01")));
  octant_test_wait_saved (session);
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

typedef struct
{
  OctantAssessment *before; /* (weak) */
  guint n_told;
} Left;

static void
told_cb (Left *left)
{
  g_assert_nonnull (left->before);
  left->n_told++;
}

/* An assessment that gives way to another one lives until all have been told, who may still ask it, and then goes by itself. */
static void
test_left (void)
{
  g_autofree char *dir = octant_test_sample_dir ();
  g_autoptr (OctantSession) session = octant_test_open_session (dir);
  GListModel *cycles = octant_session_get_cycles (session);

  for (guint i = g_list_model_get_n_items (cycles); i > 0; i--)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (cycles, i - 1);
      Left left = { octant_session_get_assessment (session), 0 };

      if (g_strcmp0 (octant_cycle_item_get_id (cycle), octant_assessment_get_id (left.before)) == 0)
        continue;
      g_object_add_weak_pointer (G_OBJECT (left.before), (gpointer *) &left.before);
      g_signal_connect_swapped (session, "notify::assessment", G_CALLBACK (told_cb), &left);
      octant_session_open_cycle (session, octant_cycle_item_get_id (cycle));
      octant_test_wait_until (left.n_told > 0);
      octant_test_wait_until (left.before == NULL);
      g_signal_handlers_disconnect_by_data (session, &left);
    }
  octant_session_close (session);
  octant_test_remove_dir (dir);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);

  g_test_add_func ("/session/first-run", test_first_run);
  g_test_add_func ("/session/open-twice", test_open_twice);
  g_test_add_func ("/session/rate-and-undo", test_rate_and_undo);
  g_test_add_func ("/session/kept", test_kept);
  g_test_add_func ("/session/not-applicable", test_not_applicable);
  g_test_add_func ("/session/refused", test_refused);
  g_test_add_func ("/session/objects", test_objects);
  g_test_add_func ("/session/failing-disk", test_failing_disk);
  g_test_add_func ("/session/evidence", test_evidence);
  g_test_add_func ("/session/next-year", test_next_year);
  g_test_add_func ("/session/left", test_left);
  return g_test_run ();
}
