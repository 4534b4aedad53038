/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

typedef struct
{
  char *dir;
  OctantStore *store;
  char *before; /* every row, before the batch */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = fixture_dir_new ();
  fixture->store = fixture_open (fixture->dir);
  fixture_populate (fixture->store);
  fixture_commit_rate (fixture->store, "1.1", "P", "a");
  fixture->before = fixture_dump (fixture->store);
  octant_store_begin_batch (fixture->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_assert_sound (fixture->store);
  fixture_close (fixture->store);
  fixture_dir_free (fixture->dir);
  g_free (fixture->before);
}

static void
assert_as_before (Fixture *fixture)
{
  g_autofree char *now = fixture_dump (fixture->store);

  g_assert_cmpstr (now, ==, fixture->before);
}

static void
open_again (Fixture *fixture)
{
  fixture_close (fixture->store);
  fixture->store = fixture_open (fixture->dir);
}

/* All acts stand, each with its journal entry, and each can be undone. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) undone = NULL;

  fixture_commit_rate (fixture->store, "1.1", "F", "a");
  fixture_commit_rate (fixture->store, "1.2", "L", NULL);
  g_assert_true (octant_store_end_batch (fixture->store, TRUE, &error));
  g_assert_no_error (error);
  open_again (fixture);
  fixture_assert_rating (fixture->store, "1.1", "F");
  fixture_assert_rating (fixture->store, "1.2", "L");
  undone = octant_store_undo (fixture->store, "actor", FIXTURE_TIME, &error);
  g_assert_no_error (error);
  fixture_assert_rating (fixture->store, "1.1", "F");
}

static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture_commit_rate (fixture->store, "1.1", "F", "a");
  g_assert_true (octant_store_end_batch (fixture->store, FALSE, &error));
  g_assert_no_error (error);
  assert_as_before (fixture);
  /* The journal goes on where it was. */
  fixture_commit_rate (fixture->store, "1.2", "L", NULL);
  open_again (fixture);
  fixture_assert_rating (fixture->store, "1.1", "P");
  fixture_assert_rating (fixture->store, "1.2", "L");
}

/* One act that fails takes all with it, and none after it slips in. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) wrong = octant_act_new ("rate", "1.1", FIXTURE_CYCLE, "actor", FIXTURE_TIME);
  g_autoptr (OctantAct) late = fixture_rate (fixture->store, "1.2", "L", NULL);

  fixture_commit_rate (fixture->store, "1.1", "F", "a");
  octant_act_add_change (wrong, fixture_answer (FIXTURE_CYCLE, "1.1", "N", NULL),
                         fixture_answer (FIXTURE_CYCLE, "1.1", "L", NULL));
  g_assert_false (octant_store_commit (fixture->store, wrong, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (octant_store_commit (fixture->store, late, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (octant_store_end_batch (fixture->store, TRUE, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  assert_as_before (fixture);
  open_again (fixture);
  assert_as_before (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(name, func) g_test_add ("/store/batch/" name, Fixture, NULL, set_up, func, tear_down)
  add ("kept", test_kept);
  add ("taken-back", test_taken_back);
  add ("broken", test_broken);
#undef add
  return g_test_run ();
}
