/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "store-fixture.h"
#include "store/octant-store.h"

typedef struct
{
  char *dir;
  OctantStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = fixture_dir_new ();
  fixture->store = fixture_open (fixture->dir);
  fixture_populate (fixture->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture->store);
  fixture_dir_free (fixture->dir);
}

static void
reopen (Fixture *fixture)
{
  fixture_close (fixture->store);
  fixture->store = fixture_open (fixture->dir);
}

static void
undo (OctantStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_store_undo (store, "tester", FIXTURE_TIME, &error);

  g_assert_no_error (error);
  g_assert_nonnull (act);
  g_assert_cmpstr (act->kind, ==, "undo");
}

static void
redo (OctantStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_store_redo (store, "tester", FIXTURE_TIME, &error);

  g_assert_no_error (error);
  g_assert_nonnull (act);
  g_assert_cmpstr (act->kind, ==, "redo");
}

static void
test_default_dir (void)
{
  g_autofree char *given = octant_store_default_dir ("/a/b/../c");
  g_autofree char *fallback = NULL;
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "octant", NULL);
  g_autofree char *environment = NULL;

  g_assert_cmpstr (given, ==, "/a/c");
  g_unsetenv ("OCTANT_DATA_DIR");
  fallback = octant_store_default_dir (NULL);
  g_assert_cmpstr (fallback, ==, expected);
  g_setenv ("OCTANT_DATA_DIR", "/x", TRUE);
  environment = octant_store_default_dir (NULL);
  g_assert_cmpstr (environment, ==, "/x");
  g_unsetenv ("OCTANT_DATA_DIR");
}

static void
test_folders (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const names[] = { "evidence", "backups", "models" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->dir, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_DIR));
    }
  g_assert_cmpstr (octant_store_get_dir (fixture->store), ==, fixture->dir);
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (OctantRecord) cycle = NULL;
  g_autoptr (OctantRecord) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fixture_commit_rate (fixture->store, "A.1", "P", "first \"note\"\n\\ 八分仪 \x01"), ==, 2);
  g_assert_cmpint (fixture_commit_rate (fixture->store, "A.2", "F", NULL), ==, 3);
  g_assert_cmpint (fixture_commit_rate (fixture->store, "A.1", "L", NULL), ==, 4);
  reopen (fixture);

  answers = octant_store_list (fixture->store, OCTANT_TABLE_ANSWER, OCTANT_ANSWER_CYCLE, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (octant_record_get (g_ptr_array_index (answers, 0), OCTANT_ANSWER_CODE), ==, "A.1");
  g_assert_cmpstr (octant_record_get (g_ptr_array_index (answers, 0), OCTANT_ANSWER_RATING), ==, "L");
  g_assert_null (octant_record_get (g_ptr_array_index (answers, 0), OCTANT_ANSWER_NOTE));

  cycle = octant_store_get (fixture->store, OCTANT_TABLE_CYCLE, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (octant_record_get (cycle, OCTANT_CYCLE_TITLE), ==, "2026");
  none = octant_store_get (fixture->store, OCTANT_TABLE_CYCLE, "nowhere", &error);
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND);
  g_assert_null (none);
  fixture_assert_sound (fixture->store);
}

static void
test_load_assessment (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  const OctantRequirement *requirement;
  OctantAnswer answer;
  guint index = 0;

  assessment = octant_store_load_assessment (fixture->store, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  while (octant_model_get_requirement (octant_assessment_get_model (assessment), index)->scope != OCTANT_SCOPE_ORG)
    index++;
  requirement = octant_model_get_requirement (octant_assessment_get_model (assessment), index);
  fixture_commit_rate (fixture->store, requirement->code, "L", "as stored");
  g_clear_object (&assessment);
  reopen (fixture);

  assessment = octant_store_load_assessment (fixture->store, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  octant_assessment_get_answer (assessment, index, 0, &answer);
  g_assert_cmpuint (answer.rating, ==, OCTANT_RATING_L);
  g_assert_cmpstr (answer.note, ==, "as stored");
  g_clear_object (&assessment);

  assessment = octant_store_load_assessment (fixture->store, "nowhere", &error);
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND);
  g_assert_null (assessment);
}

static void
test_empty_act (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (OctantAct) act = octant_act_new ("rate", "A.1", FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_store_commit (fixture->store, act, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act->seq, ==, 0);
  journal = octant_store_list_journal (fixture->store, NULL, NULL, NULL, 0, &error);
  g_assert_cmpuint (journal->len, ==, 1);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (OctantAct) stale = fixture_rate (fixture->store, "A.1", "P", NULL);
  g_autoptr (OctantAct) orphan = octant_act_new ("rate", "A.9", "nowhere", "tester", FIXTURE_TIME);
  g_autoptr (OctantAct) half = octant_act_new ("rate", "A.1", FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_commit_rate (fixture->store, "A.1", "N", NULL);
  before = fixture_dump (fixture->store);

  g_assert_false (octant_store_commit (fixture->store, stale, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (stale->seq, ==, 0);

  /* The first change is good, the second is not: neither may stay. */
  octant_act_add_change (half, NULL, fixture_answer (FIXTURE_CYCLE, "B.1", "F", NULL));
  octant_act_add_change (half, fixture_answer (FIXTURE_CYCLE, "B.2", "F", NULL), NULL);
  g_assert_false (octant_store_commit (fixture->store, half, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "B.2"));
  g_clear_error (&error);

  /* A row of no cycle is found when the transaction ends. */
  octant_act_add_change (orphan, NULL, fixture_answer ("nowhere", "A.9", "F", NULL));
  g_assert_false (octant_store_commit (fixture->store, orphan, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  after = fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  fixture_commit_rate (fixture->store, "A.1", "F", NULL);
  fixture_assert_sound (fixture->store);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (OctantAct) peeked = NULL;
  g_autoptr (OctantAct) none = NULL;
  g_autoptr (GError) error = NULL;

  fixture_commit_rate (fixture->store, "A.1", "P", NULL);
  fixture_commit_rate (fixture->store, "A.1", "L", NULL);
  fixture_commit_rate (fixture->store, "A.2", "F", NULL);

  peeked = octant_store_peek_undo (fixture->store);
  g_assert_cmpstr (peeked->subject, ==, "A.2");
  g_assert_cmpint (peeked->seq, ==, 4);
  g_assert_null (octant_store_peek_redo (fixture->store));
  undo (fixture->store);
  fixture_assert_rating (fixture->store, "A.2", NULL);
  reopen (fixture);
  undo (fixture->store);
  fixture_assert_rating (fixture->store, "A.1", "P");
  g_clear_pointer (&peeked, octant_act_free);
  peeked = octant_store_peek_redo (fixture->store);
  g_assert_cmpint (peeked->seq, ==, 3);

  redo (fixture->store);
  fixture_assert_rating (fixture->store, "A.1", "L");
  undo (fixture->store);
  reopen (fixture);
  redo (fixture->store);
  redo (fixture->store);
  fixture_assert_rating (fixture->store, "A.2", "F");
  none = octant_store_redo (fixture->store, "tester", FIXTURE_TIME, &error);
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);

  /* A new act ends what could be done again. */
  undo (fixture->store);
  fixture_commit_rate (fixture->store, "A.3", "N", NULL);
  g_assert_null (octant_store_peek_redo (fixture->store));

  /* All the way back, the assessment itself included. */
  undo (fixture->store);
  undo (fixture->store);
  undo (fixture->store);
  undo (fixture->store);
  g_assert_null (octant_store_peek_undo (fixture->store));
  none = octant_store_undo (fixture->store, "tester", FIXTURE_TIME, &error);
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO);
  fixture_assert_sound (fixture->store);
  redo (fixture->store);
  redo (fixture->store);
  fixture_assert_rating (fixture->store, "A.1", "P");
  fixture_assert_sound (fixture->store);
}

static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (GError) error = NULL;
  OctantJournalEntry *entry;

  fixture_commit_rate (fixture->store, "A.1", "P", "quote \" backslash \\ newline \n bell \x07 八分仪");
  fixture_commit_rate (fixture->store, "A.2", "P", NULL);
  undo (fixture->store);

  all = octant_store_list_journal (fixture->store, NULL, NULL, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 4);
  entry = g_ptr_array_index (all, 3);
  g_assert_cmpstr (entry->kind, ==, "undo");
  g_assert_cmpint (entry->reverts, ==, 3);
  g_assert_cmpstr (entry->after, ==, "[null]");

  entry = g_ptr_array_index (all, 1);
  g_assert_cmpstr (entry->before, ==, "[null]");
  json = json_from_string (entry->after, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (
                           json_array_get_object_element (json_node_get_array (json), 0), "row"),
                       "note"),
                   ==, "quote \" backslash \\ newline \n bell \x07 八分仪");

  some = octant_store_list_journal (fixture->store, FIXTURE_CYCLE, "2026-01-01", "A.2", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 1);
  g_clear_pointer (&some, g_ptr_array_unref);
  some = octant_store_list_journal (fixture->store, NULL, "2026-01-03", NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 0);
  g_assert_true (octant_store_verify_journal (fixture->store, &error));
  g_assert_no_error (error);
}

static GPtrArray *
score_rows (guint       n,
            const char *s)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);

  for (guint i = 0; i < n; i++)
    {
      OctantScoreRow *row = g_new0 (OctantScoreRow, 1);

      row->code = g_strdup_printf ("N%u", i);
      row->applicable = TRUE;
      row->s = g_strdup (s);
      row->s_hi = g_strdup ("5");
      row->l = 1;
      row->l_hi = 5;
      row->answered = i;
      row->applicable_items = 10;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static guint
count_scores (OctantStore *store,
              const char  *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = octant_store_list_scores (store, FIXTURE_CYCLE, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    n += strcmp (((OctantScoreRow *) g_ptr_array_index (rows, i))->s, s) == 0;
  return n;
}

static void
test_scores (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = score_rows (5, "37/12");
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) note = NULL;
  g_autoptr (GError) error = NULL;

  /* A part is not kept where the whole is not. */
  act = fixture_rate (fixture->store, "A.1", "P", NULL);
  g_ptr_array_extend_and_steal (act->scores, score_rows (2, "1/2"));
  g_assert_true (octant_store_commit (fixture->store, act, &error));
  g_assert_cmpuint (count_scores (fixture->store, "1/2"), ==, 0);

  g_assert_true (octant_store_put_scores (fixture->store, FIXTURE_CYCLE, rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_scores (fixture->store, "37/12"), ==, 5);
  g_clear_pointer (&act, octant_act_free);
  act = fixture_rate (fixture->store, "A.1", "L", NULL);
  g_ptr_array_extend_and_steal (act->scores, score_rows (2, "1/2"));
  g_assert_true (octant_store_commit (fixture->store, act, &error));
  g_assert_cmpuint (count_scores (fixture->store, "37/12"), ==, 3);
  g_assert_cmpuint (count_scores (fixture->store, "1/2"), ==, 2);

  /* A note leaves the scores, an act that does not know them drops them, and so does undo. */
  note = fixture_rate (fixture->store, "A.1", "L", "a note");
  g_assert_true (octant_store_commit (fixture->store, note, &error));
  g_assert_cmpuint (count_scores (fixture->store, "37/12"), ==, 3);
  fixture_commit_rate (fixture->store, "A.2", "F", NULL);
  g_assert_cmpuint (count_scores (fixture->store, "37/12"), ==, 0);
  g_assert_cmpuint (count_scores (fixture->store, "1/2"), ==, 0);
  g_assert_true (octant_store_put_scores (fixture->store, FIXTURE_CYCLE, rows, &error));
  undo (fixture->store);
  g_assert_cmpuint (count_scores (fixture->store, "37/12"), ==, 0);
}

/* Scores that come along with the end of their cycle must not outlive it. */
static void
test_delete_cycle (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = score_rows (5, "37/12");
  g_autoptr (OctantAct) act = octant_act_new ("cycle-delete", FIXTURE_CYCLE, FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;

  fixture_commit_rate (fixture->store, "A.1", "P", NULL);
  g_assert_true (octant_store_put_scores (fixture->store, FIXTURE_CYCLE, rows, &error));
  octant_act_add_change (act, octant_store_get (fixture->store, OCTANT_TABLE_CYCLE, FIXTURE_CYCLE, &error), NULL);
  octant_act_add_change (act, fixture_find_answer (fixture->store, "A.1"), NULL);
  g_ptr_array_extend_and_steal (act->scores, score_rows (5, "1"));
  g_assert_true (octant_store_commit (fixture->store, act, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_scores (fixture->store, "37/12") + count_scores (fixture->store, "1"), ==, 0);
  undo (fixture->store);
  fixture_assert_rating (fixture->store, "A.1", "P");
  fixture_assert_sound (fixture->store);
}

static void
test_find_previous (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *id, *as_of, *from, *expected;
  } cases[] = {
    { "cycle-2024", "2024-12-31", NULL, NULL },
    { "cycle-2025", "2025-12-31", NULL, "cycle-2024" },
    { "cycle-2027", "2027-01-01", "cycle-2024", "cycle-2024" },
    { "cycle-2028", "2028-01-01", "deleted", "cycle-2027" },
  };
  g_autoptr (OctantRecord) cycle = NULL;
  g_autoptr (GError) error = NULL;

  cycle = octant_store_get (fixture->store, OCTANT_TABLE_CYCLE, FIXTURE_CYCLE, &error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OctantAct) act = octant_act_new ("cycle-new", cases[i].id, cases[i].id, "tester", FIXTURE_TIME);

      octant_act_add_change (act, NULL,
                             octant_record_with (cycle, OCTANT_CYCLE_ID, cases[i].id, OCTANT_CYCLE_AS_OF,
                                                 cases[i].as_of, OCTANT_CYCLE_FROM_CYCLE, cases[i].from, G_MAXUINT));
      g_assert_true (octant_store_commit (fixture->store, act, &error));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *previous = octant_store_find_previous (fixture->store, cases[i].id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (previous, ==, cases[i].expected);
    }
  g_assert_null (octant_store_find_previous (fixture->store, "nowhere", &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND);
}

/* The columns that records have are those of the tables, in the same order: lists by every column say so. */
static void
test_list_by (Fixture       *fixture,
              gconstpointer  data)
{
  fixture_commit_rate (fixture->store, "A.1", "P", "note");
  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      const OctantTableInfo *info = octant_table_get_info ((OctantTable) table);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) all = octant_store_list (fixture->store, (OctantTable) table, OCTANT_STORE_ALL, NULL,
                                                     &error);

      g_assert_no_error (error);
      for (guint column = 0; column < info->n_columns; column++)
        {
          g_autoptr (GPtrArray) none = octant_store_list (fixture->store, (OctantTable) table, column, "no such value",
                                                          &error);

          g_assert_no_error (error);
          g_assert_cmpuint (none->len, ==, 0);
          for (guint i = 0; i < all->len; i++)
            {
              const char *value = octant_record_get (g_ptr_array_index (all, i), column);
              g_autoptr (GPtrArray) some = octant_store_list (fixture->store, (OctantTable) table, column, value,
                                                              &error);

              g_assert_no_error (error);
              g_assert_cmpuint (some->len, >=, value != NULL ? 1 : 0);
              for (guint k = 0; k < some->len; k++)
                g_assert_cmpstr (octant_record_get (g_ptr_array_index (some, k), column), ==, value);
            }
        }
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/default-dir", test_default_dir);
  ADD ("/store/folders", test_folders);
  ADD ("/store/commit", test_commit);
  ADD ("/store/load-assessment", test_load_assessment);
  ADD ("/store/empty-act", test_empty_act);
  ADD ("/store/conflict", test_conflict);
  ADD ("/store/undo-redo", test_undo_redo);
  ADD ("/store/journal", test_journal);
  ADD ("/store/scores", test_scores);
  ADD ("/store/delete-cycle", test_delete_cycle);
  ADD ("/store/find-previous", test_find_previous);
  ADD ("/store/list-by", test_list_by);
  return g_test_run ();
}
