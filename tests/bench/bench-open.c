/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>
#include <stdio.h>

#include "bench-common.h"
#include "bench-data.h"
#include "octant-session-jobs.h"

/*
 * T5: what the window asks of the store when it opens data of 50 cycles, on the worker's
 * thread: all lists with their scores, the newest cycle and the one before it. Against SQLite
 * alone stepping over rows and looking at every column: over those that are needed for it,
 * and over all that are there. Then the scores of the whole history.
 */

#define N_RUNS 9
#define HISTORY_MS 25

static const OctantBenchPlan plan = { 50, 6, 0, 0 };

/* The rows that the newest two cycles and the lists are made of. */
static const char *const needed[] = {
  "SELECT * FROM organisation", "SELECT * FROM object", "SELECT * FROM cycle", "SELECT * FROM score", "SELECT * FROM model",
  "SELECT * FROM evidence",
  "SELECT * FROM cycle_object WHERE cycle IN (SELECT id FROM cycle ORDER BY as_of DESC LIMIT 2)",
  "SELECT * FROM tailoring WHERE cycle IN (SELECT id FROM cycle ORDER BY as_of DESC LIMIT 2)",
  "SELECT * FROM answer WHERE cycle IN (SELECT id FROM cycle ORDER BY as_of DESC LIMIT 2)",
  "SELECT * FROM evidence_link WHERE cycle IN (SELECT id FROM cycle ORDER BY as_of DESC LIMIT 2)",
  NULL
};

static const char *const everything[] = {
  "SELECT * FROM organisation", "SELECT * FROM object", "SELECT * FROM cycle", "SELECT * FROM score", "SELECT * FROM model",
  "SELECT * FROM evidence", "SELECT * FROM cycle_object", "SELECT * FROM tailoring", "SELECT * FROM answer",
  "SELECT * FROM evidence_link", NULL
};

static const char *const history[] = { "SELECT * FROM score", NULL };

/* Nanoseconds, with opening the file. */
static gint64
read_raw (const char        *dir,
          const char *const *queries,
          guint             *n_rows)
{
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  gint64 start = octant_bench_now ();
  volatile gint64 size = 0;
  sqlite3 *db;

  *n_rows = 0;
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; queries[i] != NULL; i++)
    {
      sqlite3_stmt *query;

      if (sqlite3_prepare_v2 (db, queries[i], -1, &query, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      while (sqlite3_step (query) == SQLITE_ROW)
        {
          for (int column = 0; column < sqlite3_column_count (query); column++)
            if (sqlite3_column_text (query, column) != NULL)
              size += sqlite3_column_bytes (query, column);
          (*n_rows)++;
        }
      sqlite3_finalize (query);
    }
  sqlite3_close (db);
  return octant_bench_now () - start;
}

typedef struct
{
  gint64 open;    /* the store */
  gint64 lists;   /* all of them, with scores: this is the history */
  gint64 loaded;  /* the newest cycle and the one before */
  gint64 history; /* the scores alone */
} Opened;

static void
list_history (OctantStore *store,
              GPtrArray   *cycles)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < cycles->len; i++)
    {
      g_autoptr (GPtrArray) rows =
          octant_store_list_scores (store, octant_record_get (cycles->pdata[i], OCTANT_CYCLE_ID), &error);

      octant_bench_must (rows != NULL && rows->len > 0, error);
    }
}

static Opened
open_data (const char *dir)
{
  g_autoptr (GError) error = NULL;
  gint64 start = octant_bench_now ();
  g_autoptr (OctantStore) store = octant_store_open (dir, &error);
  g_autoptr (OctantSnapshot) lists = NULL;
  g_autoptr (OctantLoadedCycle) cycle = NULL;
  Opened took;

  octant_bench_must (store != NULL, error);
  took.open = octant_bench_now () - start;
  lists = octant_job_snapshot (store, NULL, NULL, &error);
  octant_bench_must (lists != NULL && lists->cycles->len == plan.n_cycles, error);
  took.lists = octant_bench_now () - start - took.open;
  cycle = octant_job_load_cycle (store, (gpointer) octant_record_get (lists->cycles->pdata[0], OCTANT_CYCLE_ID), NULL,
                                 &error);
  octant_bench_must (cycle != NULL && cycle->previous != NULL, error);
  took.loaded = octant_bench_now () - start - took.open - took.lists;
  start = octant_bench_now ();
  list_history (store, lists->cycles);
  took.history = octant_bench_now () - start;
  octant_bench_must (octant_store_close (store, &error), error);
  return took;
}

static double
median_ms (gint64 *times)
{
  return (double) octant_bench_quantile (times, N_RUNS, 0.5) / 1e6;
}

static void
print_line (const char *what,
            double      floor,
            double      measured,
            double      target)
{
  printf ("# %-44s %9.2f ms %9.2f ms %6.2f×", what, floor, measured, measured / floor);
  if (target > 0)
    printf (" %6.2f×  %s", target / floor, measured <= target ? "met" : "MISSED");
  printf ("\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = octant_bench_make_dir ();
  gint64 raw_needed[N_RUNS], raw_all[N_RUNS], raw_history[N_RUNS];
  gint64 open[N_RUNS], lists[N_RUNS], loaded[N_RUNS], whole[N_RUNS], scores[N_RUNS];
  guint n_needed = 0, n_all = 0, n_scores = 0;
  double floor;

  octant_bench_make_data (dir, &plan);
  for (guint i = 0; i < N_RUNS; i++)
    {
      Opened took;

      raw_all[i] = read_raw (dir, everything, &n_all);
      raw_needed[i] = read_raw (dir, needed, &n_needed);
      raw_history[i] = read_raw (dir, history, &n_scores);
      took = open_data (dir);
      open[i] = took.open;
      lists[i] = took.lists;
      loaded[i] = took.loaded;
      scores[i] = took.history;
      whole[i] = took.open + took.lists + took.loaded;
    }
  floor = median_ms (raw_needed);
  printf ("# %u rows of %u cycles, %u of them needed to open, %u of the history\n", n_all, plan.n_cycles, n_needed, n_scores);
  printf ("# %-44s %12s %12s %7s %7s\n", "medians of 9 runs", "floor", "Octant", "ratio", "target");
  print_line ("T5 open, against a raw read of all rows", median_ms (raw_all), median_ms (whole), 2.5 * median_ms (raw_all));
  print_line ("T5 open, against those that are needed", floor, median_ms (whole), 2.5 * floor);
  print_line ("   of it the store", floor, median_ms (open), 0);
  print_line ("   of it the lists, with all scores", floor, median_ms (lists), 0);
  print_line ("   of it two cycles and their model", floor, median_ms (loaded), 0);
  print_line ("T5 scores of the whole history", median_ms (raw_history), median_ms (scores), HISTORY_MS);
  octant_bench_remove_dir (dir);
  return 0;
}
