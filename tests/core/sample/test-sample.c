/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "assessment/octant-interview.h"
#include "assessment/octant-targets.h"
#include "evidence/octant-evidence.h"
#include "model/octant-model-library.h"
#include "sample/octant-sample.h"

typedef struct
{
  char *folder;
  OctantModel *model;
  OctantStore *store;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) failed = NULL;

  fixture->folder = g_dir_make_tmp ("octant-sample-XXXXXX", &failed);
  g_assert_no_error (failed);
  fixture->model = octant_model_library_find (NULL, "sf-ccmm", &failed);
  g_assert_no_error (failed);
  fixture->store = octant_store_open (fixture->folder, &failed);
  g_assert_no_error (failed);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->model);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static GPtrArray *
list (Fixture    *fixture,
      OctantTable table)
{
  g_autoptr (GError) failed = NULL;
  GPtrArray *rows = octant_store_list (fixture->store, table, OCTANT_STORE_ALL, NULL, &failed);

  g_assert_no_error (failed);
  return rows;
}

static OctantAssessment *
load (Fixture    *fixture,
      const char *title)
{
  g_autoptr (GPtrArray) cycles = octant_store_list (fixture->store, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_TITLE, title, NULL);

  g_assert_cmpuint (cycles->len, ==, 1);
  return octant_store_load_assessment (fixture->store, octant_record_get (g_ptr_array_index (cycles, 0), OCTANT_CYCLE_ID), NULL);
}

static void
assert_overall (Fixture    *fixture,
                const char *title,
                int         level,
                gboolean    limited,
                const char *low,
                const char *high)
{
  g_autoptr (OctantAssessment) assessment = load (fixture, title);
  const OctantScore *score = octant_scorer_get_score (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL),
                                                      OCTANT_NODE_OVERALL);
  g_autofree char *s = octant_rational_to_text (&score->s, 2);
  g_autofree char *s_hi = octant_rational_to_text (&score->s_hi, 2);

  g_assert_cmpint (score->l, ==, level);
  g_assert_cmpint (score->limited, ==, limited);
  g_assert_cmpstr (s, ==, low);
  g_assert_cmpstr (s_hi, ==, high);
}

/* The story that the sample tells: one level up, then held back at a gate, with some answers still open. */
static void
test_story (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) orgs = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) interviews = NULL;
  g_autoptr (OctantAssessment) now = NULL;
  g_autoptr (GArray) unsettled = NULL;
  guint node;

  g_assert_true (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  g_assert_no_error (failed);
  orgs = list (fixture, OCTANT_TABLE_ORGANISATION);
  cycles = list (fixture, OCTANT_TABLE_CYCLE);
  evidence = list (fixture, OCTANT_TABLE_EVIDENCE);
  interviews = list (fixture, OCTANT_TABLE_INTERVIEW);
  g_assert_cmpuint (orgs->len, ==, 1);
  g_assert_cmpuint (cycles->len, ==, 3);
  g_assert_cmpuint (evidence->len, >=, 36);
  g_assert_cmpuint (interviews->len, >=, 12);

  assert_overall (fixture, "2024", 1, FALSE, "1.50", "1.50");
  assert_overall (fixture, "2025", 2, FALSE, "2.18", "2.18");
  assert_overall (fixture, "2026", 2, TRUE, "3.07", "3.41");

  now = load (fixture, "2026");
  unsettled = octant_assessment_list_unsettled (now);
  g_assert_cmpuint (unsettled->len, ==, 5);
  g_assert_cmpuint (octant_assessment_get_n_objects (now), ==, 4);
  g_assert_cmpuint (octant_assessment_get_n_carried (now, OCTANT_NODE_OVERALL), ==, 37);
  g_assert_true (octant_model_find_node (fixture->model, "SH.12", &node));
  g_assert_nonnull (octant_assessment_get_tailoring (now, node));
  g_assert_cmpint (octant_assessment_get_target (now, OCTANT_NODE_OVERALL), ==, 3);
  g_assert_true (octant_model_find_node (fixture->model, "ED", &node));
  g_assert_cmpint (octant_assessment_get_own_target (now, node), ==, 4);
}

/* All that it writes passes the checks that a user's data must pass, and leaves nothing beside them. */
static void
test_sound (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) store = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autofree char *rest = g_build_filename (fixture->folder, ".octant-sample", NULL);

  g_assert_true (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  store = octant_store_check (fixture->store, NULL, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (store->len, ==, 0);
  evidence = octant_evidence_verify (fixture->store, NULL, NULL, NULL, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (evidence->len, ==, 0);
  g_assert_false (g_file_test (rest, G_FILE_TEST_EXISTS));
}

static void
test_second_is_refused (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_true (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  before = octant_store_list_journal (fixture->store, NULL, NULL, NULL, 0, NULL);
  g_assert_false (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  g_assert_error (failed, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  after = octant_store_list_journal (fixture->store, NULL, NULL, NULL, 0, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
test_beside_other_work (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *id = NULL;
  OctantBy by = { "Assessor", "2026-11-22T08:00:00.000000Z" };
  g_autoptr (OctantAct) act = octant_act_add_organisation ("Another", "fund", &by, &id, &failed);
  g_autoptr (GPtrArray) orgs = NULL;

  g_assert_no_error (failed);
  g_assert_true (octant_store_commit (fixture->store, act, &failed));
  g_assert_true (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  g_assert_no_error (failed);
  orgs = list (fixture, OCTANT_TABLE_ORGANISATION);
  g_assert_cmpuint (orgs->len, ==, 2);
}

static void
assert_nothing (Fixture *fixture)
{
  static const OctantTable tables[] = {
    OCTANT_TABLE_ORGANISATION, OCTANT_TABLE_OBJECT, OCTANT_TABLE_CYCLE, OCTANT_TABLE_ANSWER, OCTANT_TABLE_EVIDENCE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) rows = list (fixture, tables[i]);

      g_assert_cmpuint (rows->len, ==, 0);
    }
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (octant_sample_create (fixture->store, fixture->model, cancellable, &failed));
  g_assert_error (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing (fixture);
}

/* A file where a folder is needed stops it in the middle of the first year: half a sample does not stay. */
static void
test_taken_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  g_autofree char *obstacle = g_build_filename (fixture->folder, ".octant-sample", NULL);

  g_assert_true (g_file_set_contents (obstacle, "", 0, NULL));
  g_assert_false (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  g_assert_error (failed, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  assert_nothing (fixture);
  journal = octant_store_list_journal (fixture->store, NULL, NULL, NULL, 0, NULL);
  g_assert_cmpuint (journal->len, ==, 0);
  g_remove (obstacle);
  g_clear_error (&failed);
  g_assert_true (octant_sample_create (fixture->store, fixture->model, NULL, &failed));
  g_assert_no_error (failed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sample/story", Fixture, NULL, set_up, test_story, tear_down);
  g_test_add ("/sample/sound", Fixture, NULL, set_up, test_sound, tear_down);
  g_test_add ("/sample/second-is-refused", Fixture, NULL, set_up, test_second_is_refused, tear_down);
  g_test_add ("/sample/beside-other-work", Fixture, NULL, set_up, test_beside_other_work, tear_down);
  g_test_add ("/sample/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/sample/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  return g_test_run ();
}
