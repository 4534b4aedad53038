/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/octant-digest.h"
#include "bench-common.h"
#include "evidence/octant-evidence.h"
#include "store/octant-store.h"

/*
 * T2: one answer durable (the row, its journal entry, the scores of its path, in one
 * commit), against the floor of a raw SQLite commit of one row with the same pragmas, taken
 * in turns with it in the same run. T8: attaching a file against a plain copy with fsync.
 * T9: verifying it against hashing the same bytes in memory.
 *
 * All of it in the folder that the program is started in, which must be on a real disk:
 * in memory, fsync costs nothing and the figures say nothing.
 */

#define N_ANSWERS 1200
#define N_COMMITS 2000
#define N_RUNS 5
#define EVIDENCE_SIZE (64 * 1024 * 1024)
#define TIME "2026-01-02T03:04:05.000000Z"

static sqlite3 *
open_raw (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "raw.db", NULL);
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK ||
      sqlite3_exec (db,
                    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, rating TEXT NOT NULL, note TEXT) STRICT;"
                    "WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value < 1199)"
                    " INSERT INTO t SELECT value, 'N', printf ('%0200d', value) FROM n;",
                    NULL, NULL, NULL) != SQLITE_OK)
    g_error ("raw database: %s", sqlite3_errmsg (db));
  return db;
}

static gint64
commit_raw (sqlite3      *db,
            sqlite3_stmt *begin,
            sqlite3_stmt *update,
            sqlite3_stmt *commit,
            guint         i)
{
  gint64 start = octant_bench_now ();

  sqlite3_step (begin);
  /* Another value each time the row's turn comes: SQLite does not write what stands there already. */
  sqlite3_bind_text (update, 1, i / N_ANSWERS % 2 ? "P" : "L", -1, SQLITE_STATIC);
  sqlite3_bind_int (update, 2, (int) (i * 7 % N_ANSWERS));
  sqlite3_step (update);
  sqlite3_step (commit);
  if (sqlite3_reset (begin) || sqlite3_reset (update) || sqlite3_reset (commit))
    g_error ("raw commit: %s", sqlite3_errmsg (db));
  return octant_bench_now () - start;
}

static void
populate (OctantStore *store)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (OctantAct) act = octant_act_new ("cycle-new", "c1", "c1", "bench", TIME);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_file (path, NULL, &error);
  const char *org[] = { "o1", "Example Futures", "futures", TIME };

  octant_bench_must (model != NULL, error);
  act->model = g_bytes_ref (octant_model_get_bytes (model));
  act->model_hash = g_strdup (octant_model_get_hash (model));

  const char *cycle[] = { "c1", "o1", "2026", "2026-01-31", act->model_hash, "sf-ccmm", "1.0.0", NULL, NULL, TIME };

  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ORGANISATION, org));
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_CYCLE, cycle));
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("AP.%02u.%u.P.%02u", i / 30, i % 30 / 6, i % 6);
      g_autofree char *note = g_strdup_printf ("What was seen at requirement %0200u", i);
      const char *answer[] = { "c1", code, "", "N", note, NULL, NULL, "confirmed", "bench", TIME };

      octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ANSWER, answer));
    }
  octant_bench_must (octant_store_commit (store, act, &error), error);
}

/* The scores of one path: sub-domain, domain, the whole. */
static GPtrArray *
score_rows (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);

  for (guint i = 0; i < n; i++)
    {
      OctantScoreRow *row = g_new0 (OctantScoreRow, 1);

      row->code = g_strdup_printf ("N%02u", i);
      row->applicable = TRUE;
      row->s = g_strdup_printf ("%u/540", 37 + i);
      row->s_hi = g_strdup ("5");
      row->l_hi = 5;
      row->applicable_items = 1200;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gint64
commit_answer (OctantStore *store,
               GPtrArray   *answers,
               guint        i)
{
  OctantRecord **slot = (OctantRecord **) &answers->pdata[i * 7 % answers->len];
  g_autoptr (OctantAct) act = octant_act_new ("rate", octant_record_get (*slot, OCTANT_ANSWER_CODE), "c1", "bench",
                                              TIME);
  OctantRecord *after = octant_record_with (*slot, OCTANT_ANSWER_RATING,
                                            octant_record_get (*slot, OCTANT_ANSWER_RATING)[0] == 'L' ? "P" : "L",
                                            G_MAXUINT);
  g_autoptr (GError) error = NULL;
  gint64 start, taken;

  octant_act_add_change (act, octant_record_ref (*slot), octant_record_ref (after));
  g_ptr_array_extend_and_steal (act->scores, score_rows (3));
  start = octant_bench_now ();
  octant_bench_must (octant_store_commit (store, act, &error), error);
  taken = octant_bench_now () - start;
  octant_record_unref (*slot);
  *slot = after;
  return taken;
}

static void
print_row (const char *what,
           gint64      floor,
           gint64      measured,
           double      target)
{
  double ratio = (double) measured / (double) floor;

  printf ("# %-34s %10.1f µs %10.1f µs %7.2f× %7.2f×  %s\n", what, (double) floor / 1000, (double) measured / 1000,
          ratio, target, ratio <= target ? "met" : "MISSED");
}

static void
bench_commit (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = octant_store_open (dir, &error);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GPtrArray) scores = score_rows (49);
  static gint64 raw[N_COMMITS], ours[N_COMMITS];
  sqlite3 *db = open_raw (dir);
  sqlite3_stmt *begin, *update, *commit;

  octant_bench_must (store != NULL, error);
  populate (store);
  answers = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_ANSWER_CYCLE, "c1", &error);
  octant_bench_must (answers != NULL, error);
  octant_bench_must (octant_store_put_scores (store, "c1", scores, &error), error);
  sqlite3_prepare_v2 (db, "BEGIN IMMEDIATE", -1, &begin, NULL);
  sqlite3_prepare_v2 (db, "UPDATE t SET rating = ?1 WHERE id = ?2", -1, &update, NULL);
  sqlite3_prepare_v2 (db, "COMMIT", -1, &commit, NULL);

  for (guint i = 0; i < N_COMMITS; i++)
    {
      raw[i] = commit_raw (db, begin, update, commit, i);
      ours[i] = commit_answer (store, answers, i);
    }
  print_row ("T2 answer durable, p50", octant_bench_quantile (raw, N_COMMITS, 0.5), octant_bench_quantile (ours, N_COMMITS, 0.5), 1.5);
  print_row ("T2 answer durable, p99", octant_bench_quantile (raw, N_COMMITS, 0.99), octant_bench_quantile (ours, N_COMMITS, 0.99), 3.0);

  sqlite3_finalize (begin);
  sqlite3_finalize (update);
  sqlite3_finalize (commit);
  sqlite3_close (db);
  octant_bench_must (octant_store_close (store, &error), error);
}

static gint64
copy_plain (const char *from,
            const char *to)
{
  g_autofree char *buffer = g_malloc (1 << 20);
  gint64 start = octant_bench_now ();
  int in = open (from, O_RDONLY | O_CLOEXEC);
  int out = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ssize_t n;

  while ((n = read (in, buffer, 1 << 20)) > 0)
    if (write (out, buffer, (size_t) n) != n)
      g_error ("cannot copy");
  if (n < 0 || fsync (out) != 0)
    g_error ("cannot copy");
  close (in);
  close (out);
  return octant_bench_now () - start;
}

static void
add_evidence (OctantStore              *store,
              const OctantEvidenceFile *file)
{
  g_autoptr (OctantAct) act = octant_act_new ("attach", "A", NULL, "bench", TIME);
  g_autoptr (GError) error = NULL;

  octant_act_add_change (act, NULL,
                         octant_evidence_record ("o1", file, NULL, NULL, NULL, NULL, 1, "bench", TIME));
  octant_bench_must (octant_store_commit (store, act, &error), error);
}

static void
bench_evidence (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = octant_store_open (dir, &error);
  g_autofree char *path = g_build_filename (dir, "source.bin", NULL);
  g_autofree char *copy = g_build_filename (dir, "copy.bin", NULL);
  g_autofree guint32 *content = g_malloc (EVIDENCE_SIZE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 plain[N_RUNS], import[N_RUNS], bare[N_RUNS], verify[N_RUNS];

  octant_bench_must (store != NULL, error);
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (OctantEvidenceFile) imported = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *stored = NULL;
      g_autofree char *hash = NULL;
      gint64 start;

      for (guint i = 0; i < EVIDENCE_SIZE / sizeof *content; i++)
        content[i] = (i + run) * 2654435761u;
      octant_bench_must (g_file_set_contents (path, (char *) content, EVIDENCE_SIZE, &error), error);
      plain[run] = copy_plain (path, copy);

      start = octant_bench_now ();
      imported = octant_evidence_import (dir, file, NULL, NULL, NULL, &error);
      import[run] = octant_bench_now () - start;
      octant_bench_must (imported != NULL, error);
      add_evidence (store, imported);

      start = octant_bench_now ();
      hash = octant_digest_bytes (content, EVIDENCE_SIZE);
      bare[run] = octant_bench_now () - start;

      start = octant_bench_now ();
      findings = octant_evidence_verify (store, NULL, NULL, NULL, &error);
      verify[run] = (octant_bench_now () - start) / (run + 1);
      octant_bench_must (findings != NULL, error);
      if (findings->len != 0 || strcmp (hash, imported->sha256) != 0)
        g_error ("the evidence is not what it was");
    }
  print_row ("T8 attach a file of 64 MiB", octant_bench_quantile (plain, N_RUNS, 0.5), octant_bench_quantile (import, N_RUNS, 0.5), 2.3);
  print_row ("T9 verify 64 MiB", octant_bench_quantile (bare, N_RUNS, 0.5), octant_bench_quantile (verify, N_RUNS, 0.5), 1.2);
  octant_bench_must (octant_store_close (store, &error), error);
}

int
main (void)
{
  g_autofree char *dir = octant_bench_make_dir ();

  printf ("# %-34s %13s %13s %8s %8s\n", "median, p99 of the same run", "floor", "Octant", "ratio", "target");
  bench_commit (dir);
  bench_evidence (dir);
  octant_bench_remove_dir (dir);
  return 0;
}
