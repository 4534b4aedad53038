/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "evidence/octant-evidence.h"
#include "store-fixture.h"
#include "store/octant-store-private.h"

/*
 * Killed at any moment, the store loses no act that it has acknowledged. A child commits
 * acts and writes a line after each; the parent kills it after a random number of lines and
 * a random while, reads what else it wrote, opens the data directory and looks for every
 * one of them. OCTANT_TEST_ROUNDS multiplies the number of kills.
 */

#define N_ROUNDS 300
#define N_CREATIONS 60
#define N_IMPORTS 40
#define N_MIGRATIONS 80
#define ROUNDS_OF_ONE_DIR 50
#define MAX_ACKS 30
#define EVIDENCE_SIZE (1536 * 1024)

typedef void (*Work) (const char *dir,
                      guint32     seed,
                      int         out);

typedef struct
{
  pid_t pid;
  FILE *lines;
} Child;

static guint
scaled (guint rounds)
{
  const char *factor = g_getenv ("OCTANT_TEST_ROUNDS");

  return rounds * (factor != NULL ? MAX (1, (guint) atoi (factor)) : 1);
}

static Child
start (Work        work,
       const char *dir,
       guint32     seed)
{
  Child child;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  fflush (NULL);
  child.pid = fork ();
  g_assert_cmpint (child.pid, >=, 0);
  if (child.pid == 0)
    {
      close (ends[0]);
      work (dir, seed, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  child.lines = fdopen (ends[0], "r");
  g_assert_nonnull (child.lines);
  return child;
}

/* Waits without sleeping: a sleep would be as coarse as a whole commit. */
static void
spin (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < end)
    ;
}

/* The lines written until the kill, @after of them and whatever came in @extra µs. */
static GPtrArray *
kill_after (Child *child,
            guint  after,
            gint64 extra)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  char line[256];
  int status;

  while (lines->len < after && fgets (line, sizeof line, child->lines) != NULL)
    g_ptr_array_add (lines, g_strdup (line));
  spin (extra);
  g_assert_cmpint (kill (child->pid, SIGKILL), ==, 0);
  while (fgets (line, sizeof line, child->lines) != NULL)
    g_ptr_array_add (lines, g_strdup (line));
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  /* Had it ended by itself, it would have failed, not been killed. */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  fclose (child->lines);
  return lines;
}

static void
say (int         out,
     const char *line)
{
  gsize length = strlen (line);

  if (write (out, line, length) != (ssize_t) length)
    _exit (1);
}

static OctantAct *
random_act (OctantStore *store,
            GRand       *random)
{
  static const char *const ratings[] = { "N", "P", "L", "F", "" };
  OctantAct *act = octant_act_new ("rate", "many", FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  guint n = g_rand_int_range (random, 0, 4) == 0 ? 8 : 1;
  guint first = (guint) g_rand_int_range (random, 0, 30);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("A.%u", first + i);
      g_autofree char *note = g_strnfill ((gsize) g_rand_int_range (random, 0, 600), 'x');
      OctantRecord *before = fixture_find_answer (store, code);
      gboolean delete = before != NULL && g_rand_int_range (random, 0, 5) == 0;

      octant_act_add_change (act, before,
                             delete ? NULL
                                    : fixture_answer (FIXTURE_CYCLE, code, ratings[g_rand_int_range (random, 0, 5)],
                                                      note));
    }
  return act;
}

static OctantAct *
commit_random (OctantStore *store,
               GRand       *random)
{
  g_autoptr (OctantAct) act = NULL;
  int choice = g_rand_int_range (random, 0, 10);

  if (choice < 3)
    act = choice < 2 ? octant_store_undo (store, "tester", FIXTURE_TIME, NULL)
                     : octant_store_redo (store, "tester", FIXTURE_TIME, NULL);
  if (act == NULL)
    {
      act = random_act (store, random);
      if (!octant_store_commit (store, act, NULL))
        _exit (1);
    }
  return g_steal_pointer (&act);
}

/* Acknowledges each act by its number, kind and how many rows it changed. */
static void
work_acts (const char *dir,
           guint32     seed,
           int         out)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  OctantStore *store = octant_store_open (dir, NULL);

  if (store == NULL)
    _exit (1);
  for (;;)
    {
      g_autoptr (OctantAct) act = commit_random (store, random);
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s %u\n", act->seq, act->kind, act->changes->len);

      if (act->seq > 0)
        say (out, line);
    }
}

static guint
count_rows (const char *json)
{
  guint n = 0;

  /* Rows and the nulls between them: no text of these acts has a brace or a bracket. */
  for (const char *p = json + 1; *p != '\0' && *p != ']';)
    {
      n++;
      p = g_str_has_prefix (p, "null") ? p + 4 : strstr (p, "}}") + 2;
      p += *p == ',';
    }
  return n;
}

static void
assert_acknowledged (OctantStore *store,
                     GPtrArray   *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journal = octant_store_list_journal (store, NULL, NULL, NULL, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      OctantJournalEntry *entry;
      char kind[16];
      long long seq;
      unsigned n;

      g_assert_cmpint (sscanf (g_ptr_array_index (lines, i), "%lld %15s %u", &seq, kind, &n), ==, 3);
      g_assert_cmpint (seq, <=, journal->len);
      entry = g_ptr_array_index (journal, seq - 1);
      g_assert_cmpint (entry->seq, ==, seq);
      g_assert_cmpstr (entry->kind, ==, kind);
      g_assert_cmpuint (count_rows (entry->after), ==, n);
    }
}

static void
test_acts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
  g_autofree char *dir = NULL;
  guint rounds = scaled (N_ROUNDS);
  guint n_acks = 0;

  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      OctantStore *store;
      Child child;

      if (round % ROUNDS_OF_ONE_DIR == 0)
        {
          fixture_dir_free (g_steal_pointer (&dir));
          dir = fixture_dir_new ();
          store = fixture_open (dir);
          fixture_populate (store);
          fixture_close (store);
        }
      child = start (work_acts, dir, g_rand_int (random));
      lines = kill_after (&child, (guint) g_rand_int_range (random, 0, MAX_ACKS), g_rand_int_range (random, 0, 1500));
      n_acks += lines->len;

      store = fixture_open (dir);
      assert_acknowledged (store, lines);
      fixture_assert_sound (store);
      fixture_close (store);
    }
  g_test_message ("%u kills, %u acknowledged acts, none lost", rounds, n_acks);
  g_assert_cmpuint (n_acks, >, rounds);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
work_create (const char *dir,
             guint32     seed,
             int         out)
{
  OctantStore *store = octant_store_open (dir, NULL);

  if (store == NULL)
    _exit (1);
  say (out, "open\n");
  pause ();
}

static void
test_creation (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260102);
  guint rounds = scaled (N_CREATIONS);

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *dir = fixture_dir_new ();
      Child child = start (work_create, dir, 0);
      g_autoptr (GPtrArray) lines = kill_after (&child, 0, g_rand_int_range (random, 0, 12000));
      OctantStore *store = fixture_open (dir);

      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

/* A file that is new each time, its row, and a line: over and over. */
static void
work_import (const char *dir,
             guint32     seed,
             int         out)
{
  g_autofree char *path = g_build_filename (dir, "source", NULL);
  g_autofree char *content = g_malloc0 (EVIDENCE_SIZE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  OctantStore *store = octant_store_open (dir, NULL);

  if (store == NULL)
    _exit (1);
  for (guint i = 0;; i++)
    {
      g_autoptr (OctantAct) act = octant_act_new ("attach", "A.1", NULL, "tester", FIXTURE_TIME);
      g_autoptr (OctantEvidenceFile) imported = NULL;
      g_autofree char *line = NULL;

      g_snprintf (content, 32, "%u-%u", seed, i);
      if (!g_file_set_contents (path, content, EVIDENCE_SIZE, NULL))
        _exit (1);
      imported = octant_evidence_import (dir, file, NULL, NULL, NULL, NULL);
      if (imported == NULL)
        _exit (1);
      octant_act_add_change (act, NULL,
                             octant_evidence_record (FIXTURE_ORG, imported, NULL, NULL, NULL, NULL, 1, "tester",
                                                     FIXTURE_TIME));
      if (!octant_store_commit (store, act, NULL))
        _exit (1);
      line = g_strdup_printf ("%s\n", imported->sha256);
      say (out, line);
    }
}

static gboolean
has_hash (GPtrArray  *rows,
          const char *hash)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (octant_record_get (g_ptr_array_index (rows, i), OCTANT_EVIDENCE_SHA256), hash) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_evidence (OctantStore *store,
                 GPtrArray   *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = octant_evidence_verify (store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *folder = g_build_filename (octant_store_get_dir (store), "evidence", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* A whole file whose row was not written yet does no harm; anything else would. */
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_assert_nonnull (strstr (((OctantFinding *) g_ptr_array_index (findings, i))->message, "no evidence refers"));
  g_assert_cmpuint (findings->len, <=, 1);

  rows = octant_store_list (store, OCTANT_TABLE_EVIDENCE, OCTANT_STORE_ALL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (has_hash (rows, g_strchomp (g_ptr_array_index (lines, i))));
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, OCTANT_STORE_TEMPORARY_PREFIX));
}

static void
test_import (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260103);
  guint rounds = scaled (N_IMPORTS);

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *dir = fixture_dir_new ();
      g_autoptr (GPtrArray) lines = NULL;
      OctantStore *store = fixture_open (dir);
      Child child;

      fixture_populate (store);
      fixture_close (store);
      child = start (work_import, dir, round);
      lines = kill_after (&child, (guint) g_rand_int_range (random, 0, 4), g_rand_int_range (random, 0, 8000));
      store = fixture_open (dir);
      assert_evidence (store, lines);
      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

/* @step counts from the version that the present schema has. */
static gboolean
set_version (OctantDb  *db,
             guint      step,
             GError   **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", octant_schema_get_current ()->version + step);

  return octant_db_run (db, sql, error);
}

static gboolean
remake_answers (OctantDb  *db,
                GError   **error)
{
  return octant_db_run (db,
                        "CREATE TABLE kept (cycle TEXT, code TEXT, rating TEXT) STRICT;"
                        "INSERT INTO kept SELECT cycle, code, rating FROM answer;"
                        "ALTER TABLE organisation ADD COLUMN extra TEXT;",
                        error) &&
         set_version (db, 1, error);
}

static gboolean
add_index (OctantDb  *db,
           GError   **error)
{
  return octant_db_run (db, "CREATE INDEX kept_code ON kept (code);", error) && set_version (db, 2, error);
}

/* As an Octant two schemas later would. */
static OctantStore *
open_later (const char *dir)
{
  const OctantSchema *current = octant_schema_get_current ();
  g_autofree OctantMigration *migrations = g_new0 (OctantMigration, current->version + 2);
  OctantSchema schema = { migrations, current->version + 2 };
  g_autoptr (GError) error = NULL;
  OctantStore *store;

  memcpy (migrations, current->migrations, current->version * sizeof *migrations);
  migrations[current->version] = remake_answers;
  migrations[current->version + 1] = add_index;
  store = octant_store_open_with_schema (dir, &schema, &error);
  g_assert_no_error (error);
  /* The store borrows its schema for as long as it lives; the one that is opened again is today's. */
  store->schema = current;
  return store;
}

static void
work_migrate (const char *dir,
              guint32     seed,
              int         out)
{
  if (open_later (dir) == NULL)
    _exit (1);
  say (out, "open\n");
  pause ();
}

/* Whatever stands in backups/ is whole: each opens as the version that it was. */
static guint
assert_backups (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "backups", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *from = g_build_filename (path, name, NULL);
      g_autofree char *other = fixture_dir_new ();
      g_autofree char *to = g_build_filename (other, "octant.db", NULL);
      g_autofree char *content = NULL;
      OctantStore *store;
      gsize size;

      g_assert_true (g_str_has_prefix (name, "octant-v"));
      g_assert_true (g_file_get_contents (from, &content, &size, NULL));
      g_assert_true (g_file_set_contents (to, content, (gssize) size, NULL));
      store = open_later (other);
      g_assert_nonnull (store);
      fixture_assert_rating (store, "A.2", "L");
      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&other));
      n++;
    }
  return n;
}

static void
test_migration (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260106);
  guint rounds = scaled (N_MIGRATIONS);

  for (guint round = 0; round < rounds; round++)
    {
      g_autofree char *dir = fixture_dir_new ();
      g_autoptr (GPtrArray) lines = NULL;
      OctantStore *store = fixture_open (dir);
      gint64 version;
      Child child;

      fixture_populate (store);
      fixture_commit_rate (store, "A.1", "P", NULL);
      fixture_commit_rate (store, "A.2", "L", NULL);
      fixture_close (store);
      child = start (work_migrate, dir, 0);
      lines = kill_after (&child, 0, g_rand_int_range (random, 0, 9000));

      store = open_later (dir);
      g_assert_nonnull (store);
      g_assert_true (octant_db_query_int (store->db, "PRAGMA user_version", &version, NULL));
      g_assert_cmpint (version, ==, octant_schema_get_current ()->version + 2);
      g_assert_true (octant_db_query_int (store->db, "SELECT count (*) FROM kept", &version, NULL));
      g_assert_cmpint (version, ==, 2);
      fixture_assert_sound (store);
      fixture_close (store);
      g_assert_cmpuint (assert_backups (dir), >=, 1);
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill/acts", test_acts);
  g_test_add_func ("/store/kill/creation", test_creation);
  g_test_add_func ("/store/kill/import", test_import);
  g_test_add_func ("/store/kill/migration", test_migration);
  return g_test_run ();
}
