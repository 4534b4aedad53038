/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/octant-store-worker.h"

#define N_COMMITS 40

typedef struct
{
  char *dir;
  OctantStoreWorker *worker;
  GThread *thread; /* the one that everything has to arrive on */
  guint n_notified;
  guint n_done;
  guint last_pending;
  gpointer result;
  GError *error;
} Fixture;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->worker = octant_store_worker_open_finish (result, &fixture->error);
  fixture->n_done++;
}

/* Runs the main context until @n results have arrived. */
static void
wait_for (Fixture *fixture,
          guint    n)
{
  while (fixture->n_done < n)
    g_main_context_iteration (NULL, TRUE);
  fixture->n_done = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  OctantStore *store;

  fixture->dir = fixture_dir_new ();
  fixture->thread = g_thread_self ();
  store = fixture_open (fixture->dir);
  fixture_populate (store);
  fixture_close (store);
  octant_store_worker_open_async (fixture->dir, NULL, opened_cb, fixture);
  wait_for (fixture, 1);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->worker);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_store_worker_close (fixture->worker, &error));
  g_assert_no_error (error);
  /* Twice is once. */
  g_assert_true (octant_store_worker_close (fixture->worker, &error));
  g_assert_finalize_object (g_steal_pointer (&fixture->worker));
  g_clear_error (&fixture->error);
  fixture_dir_free (fixture->dir);
}

static OctantAct *
rate (guint i)
{
  g_autofree char *code = g_strdup_printf ("A.%02u", i);
  OctantAct *act = octant_act_new ("rate", code, FIXTURE_CYCLE, "tester", FIXTURE_TIME);

  octant_act_add_change (act, NULL, fixture_answer (FIXTURE_CYCLE, code, "L", NULL));
  return act;
}

static void
pending_cb (OctantStoreWorker *worker,
            GParamSpec        *pspec,
            Fixture           *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  fixture->n_notified++;
  fixture->last_pending = octant_store_worker_get_pending (worker);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;

  octant_store_worker_commit_finish (OCTANT_STORE_WORKER (source), result, &fixture->error);
  fixture->n_done++;
}

/* (transfer full) the codes that have an answer, in order */
static gpointer
job_list (OctantStore   *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) rows = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_STORE_ALL, NULL, error);
  GString *text = g_string_new (data);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_string_append_printf (text, " %s", octant_record_get (g_ptr_array_index (rows, i), OCTANT_ANSWER_CODE));
  return g_string_free (text, FALSE);
}

static gpointer
job_fail (OctantStore   *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return octant_store_get (store, OCTANT_TABLE_CYCLE, "nowhere", error);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->result = octant_store_worker_run_finish (OCTANT_STORE_WORKER (source), result, &fixture->error);
  fixture->n_done++;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *found = NULL;
  g_autoptr (GString) expected = g_string_new ("codes:");

  g_signal_connect (fixture->worker, "notify::pending", G_CALLBACK (pending_cb), fixture);
  for (guint i = 0; i < N_COMMITS; i++)
    {
      octant_store_worker_commit_async (fixture->worker, rate (i), committed_cb, fixture);
      g_assert_cmpuint (octant_store_worker_get_pending (fixture->worker), ==, i + 1);
      g_string_append_printf (expected, " A.%02u", i);
    }
  /* Given after the commits, it sees them all. */
  octant_store_worker_run_async (fixture->worker, job_list, g_strdup ("codes:"), g_free, g_free, NULL, ran_cb, fixture);
  wait_for (fixture, N_COMMITS + 1);
  g_assert_no_error (fixture->error);
  found = g_steal_pointer (&fixture->result);
  g_assert_cmpstr (found, ==, expected->str);
  g_assert_cmpuint (fixture->n_notified, ==, 2 * N_COMMITS);
  g_assert_cmpuint (fixture->last_pending, ==, 0);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  octant_store_worker_run_async (fixture->worker, job_fail, NULL, NULL, NULL, NULL, ran_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&fixture->error);

  octant_store_worker_commit_async (fixture->worker, rate (1), committed_cb, fixture);
  wait_for (fixture, 1);
  g_assert_no_error (fixture->error);
  octant_store_worker_commit_async (fixture->worker, rate (1), committed_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (octant_store_worker_get_pending (fixture->worker), ==, 0);
  g_clear_error (&fixture->error);

  g_cancellable_cancel (cancellable);
  octant_store_worker_run_async (fixture->worker, job_list, g_strdup (""), g_free, g_free, cancellable, ran_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&fixture->error);
}

/* Closing waits for what was given, and what comes later is told so. */
static void
test_close_drains (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  OctantStore *store;

  for (guint i = 0; i < N_COMMITS; i++)
    octant_store_worker_commit_async (fixture->worker, rate (i), committed_cb, fixture);
  g_assert_true (octant_store_worker_close (fixture->worker, &error));
  g_assert_no_error (error);

  store = fixture_open (fixture->dir);
  rows = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_STORE_ALL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, N_COMMITS);
  fixture_close (store);
  wait_for (fixture, N_COMMITS);
  g_assert_no_error (fixture->error);

  octant_store_worker_commit_async (fixture->worker, rate (99), committed_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO);
  g_clear_error (&fixture->error);
  octant_store_worker_run_async (fixture->worker, job_list, g_strdup (""), g_free, g_free, NULL, ran_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO);
  g_clear_error (&fixture->error);
  g_assert_cmpuint (octant_store_worker_get_pending (fixture->worker), ==, 0);
}

/* A second worker for the same directory: an error, and no thread left behind. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  OctantStoreWorker *first = g_steal_pointer (&fixture->worker);

  octant_store_worker_open_async (fixture->dir, NULL, opened_cb, fixture);
  wait_for (fixture, 1);
  g_assert_error (fixture->error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_BUSY);
  g_assert_null (fixture->worker);
  fixture->worker = first;
}

/* The last reference goes while jobs are under way, over and over: the thread must never be the one to drop it. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *dir = fixture_dir_new ();
      Fixture other = { .dir = dir };

      octant_store_worker_open_async (dir, NULL, opened_cb, &other);
      wait_for (&other, 1);
      g_assert_no_error (other.error);
      octant_store_worker_run_async (other.worker, job_list, g_strdup (""), g_free, g_free, NULL, ran_cb, &other);
      g_clear_object (&other.worker);
      wait_for (&other, 1);
      g_free (other.result);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/worker/order", test_order);
  ADD ("/store/worker/errors", test_errors);
  ADD ("/store/worker/close-drains", test_close_drains);
  ADD ("/store/worker/busy", test_busy);
  ADD ("/store/worker/dropped", test_dropped);
  return g_test_run ();
}
