/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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

/* Each once, sorted. */
static void
test_actors (Fixture      *f,
             gconstpointer data)
{
  static const char *const expected[] = { "Li", "Wang", "tester", NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) actors = octant_store_list_journal_actors (f->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstrv (actors, expected);
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

static void
test_names (Fixture      *f,
            gconstpointer data)
{
  static const struct
  {
    OctantTable table;
    const char *organisation, *name, *except;
    gboolean has;
  } cases[] = {
    { OCTANT_TABLE_ORGANISATION, NULL, " example FUTURES ", NULL, TRUE },
    { OCTANT_TABLE_ORGANISATION, NULL, "Example Futures", FIXTURE_ORG, FALSE },
    { OCTANT_TABLE_ORGANISATION, NULL, "Example", NULL, FALSE },
    { OCTANT_TABLE_ORGANISATION, NULL, "\xff", NULL, FALSE },
    { OCTANT_TABLE_OBJECT, FIXTURE_ORG, "trading", NULL, TRUE },
    { OCTANT_TABLE_OBJECT, FIXTURE_ORG, "trading", "object-1", FALSE },
    { OCTANT_TABLE_OBJECT, "another", "Trading", NULL, FALSE },
    { OCTANT_TABLE_CYCLE, FIXTURE_ORG, "２０２６", NULL, TRUE },
    { OCTANT_TABLE_CYCLE, "another", "2026", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has;

      g_assert_true (octant_store_has_name (f->store, cases[i].table, cases[i].organisation, cases[i].name,
                                            cases[i].except, &has, &error));
      g_assert_no_error (error);
      g_assert_true (has == cases[i].has);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/query/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("actors", test_actors);
  ADD ("organisation", test_organisation);
  ADD ("names", test_names);

  return g_test_run ();
}
