/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* setresuid */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/octant-store-private.h"

/*
 * What opening refuses, and that it leaves refused files as they are: newer, foreign and
 * damaged ones, a directory that another process has, one that cannot be written. Also the
 * machinery of migrations. The program starts itself as the other process.
 */

#define N_STARTERS 6
#define N_RACES 10

static char *
db_path (const char *dir)
{
  return g_build_filename (dir, "octant.db", NULL);
}

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, NULL))
    return g_bytes_new (NULL, 0);
  return g_bytes_new_take (content, size);
}

static void
write_bytes (const char *path,
             GBytes     *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, data != NULL ? data : "", (gssize) size, &error));
  g_assert_no_error (error);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A closed data directory with some acts in it. */
static char *
make_dir (void)
{
  char *dir = fixture_dir_new ();
  OctantStore *store = fixture_open (dir);

  fixture_populate (store);
  fixture_commit_rate (store, "A.1", "P", "a note");
  fixture_commit_rate (store, "A.2", "L", NULL);
  fixture_close (store);
  return dir;
}

/* Opening fails with @code, and neither the database nor its WAL has changed by a byte. */
static void
assert_refused (const char *dir,
                int         code)
{
  g_autofree char *path = db_path (dir);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GBytes) before = read_bytes (path);
  g_autoptr (GBytes) wal_before = read_bytes (wal);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) wal_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (octant_store_open (dir, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, dir));
  after = read_bytes (path);
  wal_after = read_bytes (wal);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (wal_before, wal_after));
}

static void
test_newer (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);

  run_sql (path, "PRAGMA user_version = 99");
  assert_refused (dir, OCTANT_STORE_ERROR_NEWER);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* The newer Octant was killed: its version stands in the WAL only. */
static void
test_newer_in_wal (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GBytes) db_bytes = NULL;
  g_autoptr (GBytes) wal_bytes = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 99", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  db_bytes = read_bytes (path);
  wal_bytes = read_bytes (wal);
  g_assert_cmpuint (g_bytes_get_size (wal_bytes), >, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  write_bytes (path, db_bytes);
  write_bytes (wal, wal_bytes);

  assert_refused (dir, OCTANT_STORE_ERROR_NEWER);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
test_foreign (void)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *path = db_path (dir);

  run_sql (path, "CREATE TABLE mail (id INTEGER PRIMARY KEY); PRAGMA user_version = 1; PRAGMA journal_mode = WAL;");
  assert_refused (dir, OCTANT_STORE_ERROR_FOREIGN);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
test_not_a_database (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GBytes) whole = read_bytes (path);
  gsize size = g_bytes_get_size (whole);
  const gsize cuts[] = { 0, 1, 99, 512, 4096, size / 2, size - 4096, size - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, cuts[i]);

      write_bytes (path, cut);
      assert_refused (dir, OCTANT_STORE_ERROR_DAMAGED);
    }

  g_assert_true (g_file_set_contents (path, "Dear diary, this is a text and no database at all. It is long enough to "
                                            "be taken for a header of one, were it not for the first bytes.", -1, NULL));
  assert_refused (dir, OCTANT_STORE_ERROR_DAMAGED);

  /* The database is gone, its WAL is left. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  write_bytes (wal, whole);
  assert_refused (dir, OCTANT_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  fixture_dir_free (g_steal_pointer (&dir));
}

/* A start that was killed while it made the database. */
static void
test_killed_creation (void)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *path = g_build_filename (dir, "octant.db.new", NULL);
  g_autofree char *journal = g_build_filename (dir, "octant.db.new-journal", NULL);
  OctantStore *store;

  g_assert_true (g_file_set_contents (path, "half a database", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "half a journal", -1, NULL));
  store = fixture_open (dir);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* A foreign or torn WAL is not taken for ours: SQLite goes by its checksums, nothing crashes, and the rest stands. */
static void
test_foreign_wal (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GBytes) noise = NULL;
  guint8 bytes[9000];
  OctantStore *store;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 31 + i / 7);
  noise = g_bytes_new (bytes, sizeof bytes);
  write_bytes (wal, noise);
  store = fixture_open (dir);
  fixture_assert_rating (store, "A.2", "L");
  fixture_commit_rate (store, "A.2", "F", NULL);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

static GSubprocess *
start_self (const char *role,
            const char *dir)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                         "/proc/self/exe", role, dir, NULL);

  g_assert_no_error (error);
  return child;
}

static char *
read_line (GSubprocess *child)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (child);
  GString *line = g_string_new (NULL);
  char c;

  while (g_input_stream_read (stream, &c, 1, NULL, NULL) == 1 && c != '\n')
    g_string_append_c (line, c);
  return g_string_free (line, FALSE);
}

static void
end (GSubprocess *child)
{
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (child), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
}

/* The other process: says what became of opening, and holds the store until its input ends. */
static int
hold (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = NULL;

  g_set_prgname ("octant-holder");
  store = octant_store_open (dir, &error);
  if (store != NULL)
    puts ("open");
  else
    puts (g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_BUSY) ? "busy" : error->message);
  fflush (stdout);
  while (getchar () != EOF)
    ;
  return 0;
}

static void
test_second_instance (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr (GSubprocess) child = start_self ("hold", dir);
  g_autofree char *said = read_line (child);
  g_autofree char *pid = g_strconcat ("process ", g_subprocess_get_identifier (child), NULL);
  g_autoptr (GError) error = NULL;
  OctantStore *store;

  g_assert_cmpstr (said, ==, "open");
  g_assert_null (octant_store_open (dir, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "octant-holder"));
  g_assert_nonnull (strstr (error->message, pid));
  end (child);

  store = fixture_open (dir);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* Many starts at once, each also wanting to create the database: one gets it, the others are told. */
static void
test_race (void)
{
  for (guint round = 0; round < N_RACES; round++)
    {
      g_autofree char *dir = fixture_dir_new ();
      GSubprocess *children[N_STARTERS];
      OctantStore *store;
      guint n_open = 0;

      for (guint i = 0; i < N_STARTERS; i++)
        children[i] = start_self ("hold", dir);
      for (guint i = 0; i < N_STARTERS; i++)
        {
          g_autofree char *said = read_line (children[i]);

          n_open += strcmp (said, "open") == 0;
          if (strcmp (said, "open") != 0)
            g_assert_cmpstr (said, ==, "busy");
        }
      g_assert_cmpuint (n_open, ==, 1);
      for (guint i = 0; i < N_STARTERS; i++)
        {
          end (children[i]);
          g_object_unref (children[i]);
        }
      store = fixture_open (dir);
      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

/* Another program with the database open, which knows nothing of our lock. */
static void
test_locked_database (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_null (octant_store_open (dir, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_BUSY);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  fixture_close (fixture_open (dir));
  fixture_dir_free (g_steal_pointer (&dir));
}

/* The other process: an ordinary user, whom permissions hold where they would not hold root. */
static int
open_as_user (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = NULL;

  if (getuid () == 0 && (setresgid (65534, 65534, 65534) != 0 || setresuid (65534, 65534, 65534) != 0))
    return 1;
  store = octant_store_open (dir, &error);
  if (store != NULL)
    puts ("open");
  else if (g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_READ_ONLY))
    puts ("read-only");
  else
    puts (error->message);
  fflush (stdout);
  return 0;
}

static void
test_read_only (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = db_path (dir);
  g_autofree char *lock = g_build_filename (dir, "octant.lock", NULL);
  g_autoptr (GBytes) before = read_bytes (path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *nowhere = g_build_filename (dir, "below", NULL);
  const struct
  {
    const char *dir;
    mode_t dir_mode;
    mode_t lock_mode;
    mode_t db_mode;
  } cases[] = {
    { dir, 0555, 0444, 0444 }, /* nothing may be written */
    { dir, 0777, 0666, 0444 }, /* only the database may not */
    { nowhere, 0555, 0666, 0666 }, /* the folder cannot be made */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GSubprocess) child = NULL;
      g_autofree char *said = NULL;

      g_assert_cmpint (chmod (path, cases[i].db_mode), ==, 0);
      g_assert_cmpint (chmod (lock, cases[i].lock_mode), ==, 0);
      g_assert_cmpint (chmod (dir, cases[i].dir_mode), ==, 0);
      child = start_self ("open-as-user", cases[i].dir);
      said = read_line (child);
      g_assert_cmpstr (said, ==, "read-only");
      end (child);
    }
  g_assert_cmpint (chmod (dir, 0700), ==, 0);
  after = read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
assert_portal_refused (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = octant_store_open (dir, &error);

  g_assert_null (store);
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_PORTAL);
  g_assert_nonnull (strstr (error->message, "lent by a portal"));
}

static void
test_portal_by_path (void)
{
  static const char *const refused[] = {
    "/run/user/1000/doc",
    "/run/user/1000/doc/4af3c1/octant",
    "/run/user/1000/../1001//doc/4af3c1",
    "/run/flatpak/doc/by-app/io.github.octantapp.Octant/4af3c1/octant",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_portal_refused (refused[i]);
  /* nothing was made there either */
  g_assert_false (g_file_test ("/run/user/1000/doc/4af3c1", G_FILE_TEST_EXISTS));
}

/* The portal follows $XDG_RUNTIME_DIR, and whoever links to it gets there too. */
static void
test_portal_by_link (void)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *before = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  g_autofree char *lent = g_build_filename (dir, "doc", "4af3c1", NULL);
  g_autofree char *link = g_build_filename (dir, "link", NULL);
  g_autofree char *linked = g_build_filename (link, "new", "octant", NULL);
  g_autofree char *lent_db = db_path (lent);
  g_autofree char *beside = g_build_filename (dir, "documents", NULL);

  g_assert_cmpint (g_mkdir_with_parents (lent, 0700), ==, 0);
  g_assert_cmpint (symlink (lent, link), ==, 0);
  g_setenv ("XDG_RUNTIME_DIR", dir, TRUE);
  assert_portal_refused (lent);
  assert_portal_refused (link);
  assert_portal_refused (linked);
  g_assert_false (g_file_test (lent_db, G_FILE_TEST_EXISTS));
  /* the name is only alike, or the portal is elsewhere */
  fixture_close (fixture_open (beside));
  g_setenv ("XDG_RUNTIME_DIR", "/nowhere", TRUE);
  fixture_close (fixture_open (linked));

  if (before != NULL)
    g_setenv ("XDG_RUNTIME_DIR", before, TRUE);
  else
    g_unsetenv ("XDG_RUNTIME_DIR");
  g_assert_cmpint (g_unlink (link), ==, 0);
  fixture_dir_free (g_steal_pointer (&dir));
}

static gboolean
add_column (OctantDb  *db,
            GError   **error)
{
  return octant_db_run (db, "ALTER TABLE organisation ADD COLUMN extra TEXT; PRAGMA user_version = 4;", error);
}

static gboolean
add_table (OctantDb  *db,
           GError   **error)
{
  return octant_db_run (db, "CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY) STRICT; PRAGMA user_version = 5;",
                        error);
}

static gboolean
break_off (OctantDb  *db,
           GError   **error)
{
  return octant_db_run (db, "CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);", error);
}

static gboolean
break_reference (OctantDb  *db,
                 GError   **error)
{
  return octant_db_run (db, "DELETE FROM organisation; PRAGMA user_version = 5;", error);
}

/* The other process: killed by itself in the middle of a migration. */
static gboolean
be_killed (OctantDb  *db,
           GError   **error)
{
  if (!octant_db_run (db, "CREATE TABLE half (id TEXT) STRICT; DELETE FROM answer; PRAGMA user_version = 5;", error))
    return FALSE;
  kill (getpid (), SIGKILL);
  return TRUE;
}

static OctantStore *
open_with (const char      *dir,
           OctantMigration  next,
           OctantMigration  after_next,
           GError         **error)
{
  static OctantMigration migrations[5];
  static OctantSchema schema;
  const OctantSchema *current = octant_schema_get_current ();

  g_assert_cmpuint (current->version, ==, 3); /* the migrations of this test make 4 and 5 */
  memcpy (migrations, current->migrations, current->version * sizeof *migrations);
  migrations[3] = next;
  migrations[4] = after_next;
  schema.migrations = migrations;
  schema.version = after_next != NULL ? 5 : 4;
  return octant_store_open_with_schema (dir, &schema, error);
}

static int
migrate_and_be_killed (const char *dir)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_with (dir, add_column, be_killed, &error));
  return 1;
}

/* The only backup there is, in a data directory of its own. */
static char *
restore_backup (const char *dir)
{
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);
  g_autoptr (GDir) folder = g_dir_open (backups, 0, NULL);
  const char *name = g_dir_read_name (folder);
  g_autofree char *from = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *other = fixture_dir_new ();
  g_autofree char *to = db_path (other);

  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, "octant-v3-"));
  from = g_build_filename (backups, name, NULL);
  g_assert_null (g_dir_read_name (folder));
  bytes = read_bytes (from);
  write_bytes (to, bytes);
  return other;
}

static void
test_migrate (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;
  OctantStore *store = open_with (dir, add_column, add_table, &error);
  gint64 version;

  g_assert_no_error (error);
  g_assert_true (octant_db_query_int (store->db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 5);
  g_assert_true (octant_db_query_int (store->db, "SELECT count (*) FROM later", &version, NULL));
  g_assert_true (octant_db_query_int (store->db, "PRAGMA foreign_keys", &version, NULL));
  g_assert_cmpint (version, ==, 1);
  fixture_commit_rate (store, "A.1", "F", NULL);
  fixture_assert_sound (store);
  fixture_close (store);

  /* This Octant is now the older one. */
  assert_refused (dir, OCTANT_STORE_ERROR_NEWER);
  old = restore_backup (dir);
  store = fixture_open (old);
  fixture_assert_rating (store, "A.1", "P");
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&old));
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
test_migration_fails (void)
{
  const OctantMigration bad[] = { break_off, break_reference };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *dir = make_dir ();
      g_autoptr (GError) error = NULL;
      OctantStore *store;
      gint64 n;

      g_assert_null (open_with (dir, add_column, bad[i], &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "version 5"));
      g_clear_error (&error);

      /* What was finished is kept, what was not has left nothing. */
      store = open_with (dir, add_column, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (octant_db_query_int (store->db, "SELECT count (*) FROM sqlite_schema WHERE name = 'half'", &n,
                                          NULL));
      g_assert_cmpint (n, ==, 0);
      fixture_assert_rating (store, "A.2", "L");
      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&dir));
    }
}

static void
test_migration_killed (void)
{
  g_autofree char *dir = make_dir ();
  g_autoptr (GSubprocess) child = start_self ("migrate-and-be-killed", dir);
  g_autoptr (GError) error = NULL;
  OctantStore *store;
  gint64 n;

  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);

  store = open_with (dir, add_column, add_table, &error);
  g_assert_no_error (error);
  g_assert_true (octant_db_query_int (store->db, "SELECT count (*) FROM sqlite_schema WHERE name = 'half'", &n, NULL));
  g_assert_cmpint (n, ==, 0);
  fixture_assert_rating (store, "A.2", "L");
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* One row for each table of version 2. */
static void
commit_interview (OctantStore *store)
{
  const char *interview[] = { "interview-1", FIXTURE_CYCLE, "Head", "R1", "2026-01-20", NULL };
  const char *said[] = { "interview-1", "A.1", "", FIXTURE_CYCLE, "L", "所述 as said" };
  const char *settled[] = { FIXTURE_CYCLE, "A.1", "", "tester", FIXTURE_TIME };
  g_autoptr (OctantAct) act = octant_act_new ("interview-answer", "A.1", FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;

  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW, interview));
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW_ANSWER, said));
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_SETTLEMENT, settled));
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
}

/* One row of the table of version 3. */
static void
commit_target (OctantStore *store)
{
  const char *target[] = { FIXTURE_CYCLE, "", "3" };
  g_autoptr (OctantAct) act = octant_act_new ("target", "overall", FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;

  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_TARGET, target));
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
}

/* The real way from an earlier schema: a backup of it, and all that was there, history too. */
static void
test_migrate_from (gconstpointer data)
{
  guint old_version = GPOINTER_TO_UINT (data);
  g_autofree char *file = g_strdup_printf ("v%u.db", old_version);
  g_autofree char *prefix = g_strdup_printf ("octant-v%u-", old_version);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "db", file, NULL);
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *to = db_path (dir);
  g_autofree char *backups = g_build_filename (dir, "backups", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) bytes = read_bytes (from);
  g_autoptr (GDir) folder = NULL;
  g_autoptr (OctantAct) undone = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GError) error = NULL;
  OctantStore *store;
  const char *name;
  gint64 version;

  write_bytes (to, bytes);
  store = fixture_open (dir);
  g_assert_true (octant_db_query_int (store->db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, 3);
  folder = g_dir_open (backups, 0, NULL);
  name = g_dir_read_name (folder);
  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, prefix));
  g_assert_null (g_dir_read_name (folder));

  if (old_version < 2)
    commit_interview (store);
  before = fixture_dump (store);
  commit_target (store);
  fixture_assert_sound (store);
  fixture_close (store);
  store = fixture_open (dir);
  rows = octant_store_list (store, OCTANT_TABLE_INTERVIEW_ANSWER, OCTANT_INTERVIEW_ANSWER_CYCLE, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (octant_record_get (rows->pdata[0], OCTANT_INTERVIEW_ANSWER_MINUTES), ==, "所述 as said");
  targets = octant_store_list (store, OCTANT_TABLE_TARGET, OCTANT_TARGET_CYCLE, FIXTURE_CYCLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (targets->len, ==, 1);
  g_assert_cmpint (octant_record_get_int (targets->pdata[0], OCTANT_TARGET_LEVEL), ==, 3);
  undone = octant_store_undo (store, "tester", FIXTURE_TIME, &error);
  g_assert_no_error (error);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* Makes the file of today's schema, to be kept in tests/data/db before the next schema comes. */
static int
make_sample (const char *dir)
{
  OctantStore *store = fixture_open (dir);
  g_autoptr (OctantAct) act = NULL;

  fixture_populate (store);
  fixture_commit_rate (store, "A.1", "P", "第一条说明 a note");
  fixture_commit_rate (store, "A.1", "L", NULL);
  fixture_commit_rate (store, "A.2", "F", NULL);
  act = octant_store_undo (store, "tester", FIXTURE_TIME, NULL);
  g_assert_nonnull (act);
  commit_interview (store);
  commit_target (store);
  fixture_close (store);
  return 0;
}

/* Every schema has a file in tests/data/db, as its Octant wrote it. */
static void
test_old_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "db", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *from = g_build_filename (folder, name, NULL);
      g_autofree char *dir = fixture_dir_new ();
      g_autofree char *to = db_path (dir);
      g_autoptr (GBytes) bytes = read_bytes (from);
      OctantStore *store;

      if (!g_str_has_suffix (name, ".db"))
        continue;
      n++;
      write_bytes (to, bytes);
      store = fixture_open (dir);
      fixture_assert_rating (store, "A.1", "L");
      fixture_assert_sound (store);
      fixture_commit_rate (store, "A.1", "F", NULL);
      fixture_assert_sound (store);
      fixture_close (store);
      fixture_dir_free (g_steal_pointer (&dir));
    }
  g_assert_cmpuint (n, ==, octant_schema_get_current ()->version);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "hold") == 0)
    return hold (argv[2]);
  if (argc == 3 && strcmp (argv[1], "open-as-user") == 0)
    return open_as_user (argv[2]);
  if (argc == 3 && strcmp (argv[1], "migrate-and-be-killed") == 0)
    return migrate_and_be_killed (argv[2]);


  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && strcmp (argv[1], "make-sample") == 0)
    return make_sample (argv[2]);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/newer-in-wal", test_newer_in_wal);
  g_test_add_func ("/store/open/foreign", test_foreign);
  g_test_add_func ("/store/open/not-a-database", test_not_a_database);
  g_test_add_func ("/store/open/killed-creation", test_killed_creation);
  g_test_add_func ("/store/open/foreign-wal", test_foreign_wal);
  g_test_add_func ("/store/open/second-instance", test_second_instance);
  g_test_add_func ("/store/open/race", test_race);
  g_test_add_func ("/store/open/locked-database", test_locked_database);
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/portal-by-path", test_portal_by_path);
  g_test_add_func ("/store/open/portal-by-link", test_portal_by_link);
  g_test_add_func ("/store/open/migrate", test_migrate);
  g_test_add_func ("/store/open/migration-fails", test_migration_fails);
  g_test_add_func ("/store/open/migration-killed", test_migration_killed);
  g_test_add_func ("/store/open/old-files", test_old_files);
  g_test_add_data_func ("/store/open/migrate-from-1", GUINT_TO_POINTER (1), test_migrate_from);
  g_test_add_data_func ("/store/open/migrate-from-2", GUINT_TO_POINTER (2), test_migrate_from);
  return g_test_run ();
}
