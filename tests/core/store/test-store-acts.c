/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"
#include "store/octant-journal-acts.h"

typedef struct
{
  char *dir;
  OctantStore *store;
  gint64 first, second, third;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = fixture_dir_new ();
  fixture->store = fixture_open (fixture->dir);
  fixture_populate (fixture->store);
  fixture->first = fixture_commit_rate (fixture->store, "1.1", "P", "a");
  fixture->second = fixture_commit_rate (fixture->store, "1.2", "L", NULL);
  fixture->third = fixture_commit_rate (fixture->store, "1.1", "F", "a");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture->store);
  fixture_dir_free (fixture->dir);
}

static GPtrArray *
list (Fixture            *fixture,
      OctantJournalRange  range)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *acts = octant_store_list_acts (fixture->store, &range, &error);

  g_assert_no_error (error);
  for (guint i = 1; i < acts->len; i++)
    g_assert_cmpint (((OctantAct *) acts->pdata[i - 1])->seq, >, ((OctantAct *) acts->pdata[i])->seq);
  return acts;
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) all = list (fixture, (OctantJournalRange) { 0 });
  g_autoptr (GPtrArray) newest = list (fixture, (OctantJournalRange) { .limit = 2 });
  g_autoptr (GPtrArray) older = list (fixture, (OctantJournalRange) { .below = fixture->second });
  g_autoptr (GPtrArray) newer = list (fixture, (OctantJournalRange) { .above = fixture->second });
  g_autoptr (GPtrArray) other = list (fixture, (OctantJournalRange) { .cycle_id = "elsewhere" });

  g_assert_cmpuint (all->len, ==, fixture->third);
  g_assert_cmpuint (newest->len, ==, 2);
  g_assert_cmpint (((OctantAct *) newest->pdata[0])->seq, ==, fixture->third);
  g_assert_cmpuint (older->len, ==, fixture->second - 1);
  g_assert_cmpuint (newer->len, ==, 1);
  g_assert_cmpuint (other->len, ==, 0);
}

/* Only what changed the requirement, with the rows as they were and became. */
static void
test_code (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) acts = list (fixture, (OctantJournalRange) { .cycle_id = FIXTURE_CYCLE, .code = "1.1" });
  OctantAct *act;
  OctantChange *change;

  g_assert_cmpuint (acts->len, ==, 2);
  act = acts->pdata[0];
  g_assert_cmpint (act->seq, ==, fixture->third);
  g_assert_cmpuint (act->changes->len, ==, 1);
  change = act->changes->pdata[0];
  g_assert_cmpstr (octant_record_get (change->before, OCTANT_ANSWER_RATING), ==, "P");
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_ANSWER_RATING), ==, "F");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) undone = octant_store_undo (fixture->store, "actor", FIXTURE_TIME, &error);
  g_autoptr (GPtrArray) acts = list (fixture, (OctantJournalRange) { .limit = 1 });
  OctantAct *act = acts->pdata[0];

  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "undo");
  g_assert_cmpint (act->reverts, ==, fixture->third);
  g_assert_cmpstr (octant_record_get (((OctantChange *) act->changes->pdata[0])->after, OCTANT_ANSWER_RATING), ==, "P");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func) g_test_add ("/store/acts/" name, Fixture, NULL, set_up, func, tear_down)
  add ("pages", test_pages);
  add ("code", test_code);
  add ("undo", test_undo);
#undef add
  return g_test_run ();
}
