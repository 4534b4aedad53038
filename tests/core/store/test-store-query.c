/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-acts-register.h"
#include "store-fixture.h"
#include "store/octant-store-query.h"

typedef struct
{
  char *dir;
  OctantStore *store;
} Fixture;

static void
commit_at (Fixture    *f,
           const char *code,
           const char *rating,
           const char *actor,
           const char *time)
{
  g_autoptr (OctantAct) act = fixture_rate (f->store, code, rating, NULL);
  g_autoptr (GError) error = NULL;

  g_set_str (&act->actor, actor);
  g_set_str (&act->time, time);
  g_assert_true (octant_store_commit (f->store, act, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->dir = fixture_dir_new ();
  f->store = fixture_open (f->dir);
  fixture_populate (f->store);                                                 /* 1 */
  commit_at (f, "A.1", "P", "Wang", "2026-02-01T08:00:00.000000Z");            /* 2 */
  commit_at (f, "A.2", "L", "Li", "2026-02-02T08:00:00.000000Z");              /* 3 */
  commit_at (f, "A.1", "F", "Li", "2026-02-02T23:59:59.999999Z");              /* 4 */
  octant_act_free (octant_store_undo (f->store, "Li", "2026-02-03T08:00:00.000000Z", NULL)); /* 5 */
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  fixture_close (f->store);
  fixture_dir_free (f->dir);
}

/* The sequence numbers that @filter lets through, "5 4 3". */
static char *
query (Fixture                   *f,
       const OctantJournalFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = octant_store_query_journal (f->store, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) ((OctantJournalEntry *) entries->pdata[i])->seq);
  return g_string_free (text, FALSE);
}

static void
test_filter (Fixture      *f,
             gconstpointer data)
{
  static const struct
  {
    OctantJournalFilter filter;
    const char *expected;
  } cases[] = {
    { { 0 }, "5 4 3 2 1" },
    { { .cycle_id = FIXTURE_CYCLE }, "5 4 3 2 1" },
    { { .cycle_id = "another" }, "" },
    { { .kind = "rate" }, "4 3 2" },
    { { .kind = "undo" }, "5" },
    { { .actor = "Li" }, "5 4 3" },
    { { .actor = "Li'; DROP TABLE journal; --" }, "" },
    { { .since = "2026-02-02" }, "5 4 3" },
    { { .until = "2026-02-02" }, "4 3 2 1" },
    { { .since = "2026-02-02", .until = "2026-02-02" }, "4 3" },
    { { .until = "2026-02-02T08:00:00.000000Z" }, "3 2 1" },
    { { .code = "A.1" }, "5 4 2" },
    { { .code = "A.2" }, "3" },
    { { .code = "A" }, "" },
    { { .code = "%" }, "" },
    { { .limit = 2 }, "5 4" },
    { { .limit = 2, .before_seq = 4 }, "3 2" },
    { { .kind = "rate", .actor = "Li", .code = "A.1" }, "4" },
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) actors = octant_store_list_journal_actors (f->store, &error);
  g_auto (GStrv) kinds = octant_store_list_journal_kinds (f->store, &error);
  const char *const expected_actors[] = { "Li", "Wang", "tester", NULL };
  const char *const expected_kinds[] = { "cycle-new", "rate", "undo", NULL };

  g_assert_no_error (error);
  g_assert_cmpstrv (actors, expected_actors);
  g_assert_cmpstrv (kinds, expected_kinds);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = query (f, &cases[i].filter);

      g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_describe (Fixture      *f,
               gconstpointer data)
{
  const OctantJournalFilter all = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = octant_store_query_journal (f->store, &all, &error);
  g_autoptr (OctantJournalTitle) undone = octant_store_describe_entry (f->store, entries->pdata[0], &error);
  g_autoptr (OctantJournalTitle) first = octant_store_describe_entry (f->store, entries->pdata[4], &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone->kind, ==, "rate");
  g_assert_true (undone->undo);
  g_assert_false (undone->redo);
  g_assert_cmpstr (undone->code, ==, "A.1");
  g_assert_cmpstr (undone->cycle_title, ==, "2026");
  g_assert_cmpuint (undone->n_changes, ==, 1);
  g_assert_cmpstr (first->name, ==, "2026");
  g_assert_null (first->code);
  g_assert_cmpuint (first->n_changes, ==, 4);
}

static void
test_history (Fixture      *f,
              gconstpointer data)
{
  static const char *const ratings[][2] = { { "F", "P" }, { "P", "F" }, { NULL, "P" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = octant_store_list_answer_history (f->store, FIXTURE_CYCLE, "A.1", "", &error);
  g_autoptr (GPtrArray) none = octant_store_list_answer_history (f->store, FIXTURE_CYCLE, "A.1", "object-1", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < history->len; i++)
    {
      const OctantAnswerChange *change = history->pdata[i];

      g_assert_cmpstr (change->before != NULL ? octant_record_get (change->before, OCTANT_ANSWER_RATING) : NULL, ==,
                       ratings[i][0]);
      g_assert_cmpstr (octant_record_get (change->after, OCTANT_ANSWER_RATING), ==, ratings[i][1]);
    }
  g_assert_cmpstr (((OctantAnswerChange *) history->pdata[0])->kind, ==, "undo");
  g_assert_cmpstr (((OctantAnswerChange *) history->pdata[2])->actor, ==, "Wang");
}

static void
test_organisation (Fixture      *f,
                   gconstpointer data)
{
  const OctantBy by = { "tester", FIXTURE_TIME };
  const char *scope[] = { FIXTURE_CYCLE, "object-1", "Trading", "trading", "3", "3", "0" };
  g_autoptr (OctantAct) add = octant_act_new ("set-scope", FIXTURE_CYCLE, FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) undone = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *after = NULL;

  octant_act_add_change (add, NULL, octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, scope));
  g_assert_true (octant_store_commit (f->store, add, &error));
  cycles = octant_store_list_cycles_of_object (f->store, "object-1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cycles->len, ==, 1);
  g_clear_pointer (&cycles, g_ptr_array_unref);
  cycles = octant_store_list_cycles_of_object (f->store, "object-2", &error);
  g_assert_cmpuint (cycles->len, ==, 0);

  before = fixture_dump (f->store);
  rows = octant_store_list_organisation_rows (f->store, FIXTURE_ORG, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 7);
  act = octant_act_delete_organisation (rows->pdata[0], rows, &by, &error);
  g_assert_no_error (error);
  g_assert_true (octant_store_commit (f->store, act, &error));
  g_assert_no_error (error);
  nothing = fixture_dump (f->store);
  g_assert_cmpstr (nothing, ==, "");
  fixture_assert_sound (f->store);
  undone = octant_store_undo (f->store, "tester", FIXTURE_TIME, &error);
  g_assert_no_error (error);
  after = fixture_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (f->store);

  g_assert_null (octant_store_list_organisation_rows (f->store, "nobody", &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/query/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("filter", test_filter);
  ADD ("describe", test_describe);
  ADD ("history", test_history);
  ADD ("organisation", test_organisation);

  return g_test_run ();
}
