/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "shim-vfs.h"
#include "store-fixture.h"
#include "store/octant-store.h"

/*
 * A disk that fails. SQLite reaches the disk through a VFS; the one here counts what is
 * written, synced, cut and removed, and lets the n-th such call fail, for every n that an
 * act or an opening needs: full, an I/O error, an fsync error, half a write; once, or from
 * then on. After each the error must be right, the act whole or not there at all, and the
 * same act, tried again on a sound disk, must succeed.
 */

typedef enum
{
  FAULT_FULL,
  FAULT_WRITE,
  FAULT_SYNC,
  FAULT_SHORT, /* half of the data arrives, then an error */
  N_FAULTS,
} Fault;

static struct
{
  guint calls;    /* counted since it was armed */
  guint fail_at;  /* 0: the disk is sound */
  gboolean stays; /* every later call fails too */
  Fault fault;
  gboolean failed;
  gboolean database_only; /* not the WAL: what a checkpoint writes */
} disk;

static void
arm (guint    fail_at,
     Fault    fault,
     gboolean stays)
{
  memset (&disk, 0, sizeof disk);
  disk.fail_at = fail_at;
  disk.fault = fault;
  disk.stays = stays;
}

static void
disarm (void)
{
  disk.fail_at = 0;
}

/* TRUE when this call has to fail. An fsync error leaves the writes alone. */
static gboolean
strikes (const ShimFile *file,
         gboolean        is_sync)
{
  if (disk.fail_at == 0 || (disk.fault == FAULT_SYNC && !is_sync) ||
      (disk.database_only && (file == NULL || !file->is_database)))
    return FALSE;
  disk.calls++;
  if (disk.calls != disk.fail_at && !(disk.stays && disk.calls > disk.fail_at))
    return FALSE;
  disk.failed = TRUE;
  return TRUE;
}

static int
result_of_fault (int io_error)
{
  return disk.fault == FAULT_FULL ? SQLITE_FULL : io_error;
}

static int
write_cb (ShimFile      *file,
          const void    *data,
          int            amount,
          sqlite3_int64  offset)
{
  if (!strikes (file, FALSE))
    return SQLITE_OK;
  if (disk.fault == FAULT_SHORT)
    file->real->pMethods->xWrite (file->real, data, amount / 2, offset);
  return result_of_fault (SQLITE_IOERR_WRITE);
}

static int
truncate_cb (ShimFile      *file,
             sqlite3_int64  size)
{
  return strikes (file, FALSE) ? result_of_fault (SQLITE_IOERR_TRUNCATE) : SQLITE_OK;
}

static int
sync_cb (ShimFile *file)
{
  return strikes (file, TRUE) ? result_of_fault (SQLITE_IOERR_FSYNC) : SQLITE_OK;
}

static int
remove_cb (const char *name)
{
  return strikes (NULL, FALSE) ? result_of_fault (SQLITE_IOERR_DELETE) : SQLITE_OK;
}

static const ShimHooks hooks = { write_cb, truncate_cb, sync_cb, remove_cb };

static char *
make_dir (void)
{
  char *dir = fixture_dir_new ();
  OctantStore *store = fixture_open (dir);

  fixture_populate (store);
  fixture_commit_rate (store, "A.1", "P", NULL);
  fixture_commit_rate (store, "A.2", "L", NULL);
  fixture_close (store);
  return dir;
}

static void
assert_disk_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == OCTANT_STORE_ERROR);
  if (disk.fault == FAULT_FULL)
    g_assert_cmpint (error->code, ==, OCTANT_STORE_ERROR_FULL);
  else
    g_assert_cmpint (error->code, ==, OCTANT_STORE_ERROR_IO);
}

static OctantAct *
make_act (OctantStore *store)
{
  OctantAct *act = fixture_rate (store, "A.1", "F", "after the fault");

  octant_act_add_change (act, NULL, fixture_answer (FIXTURE_CYCLE, "A.3", "N", NULL));
  octant_act_add_change (act, fixture_find_answer (store, "A.2"), NULL);
  return act;
}

/* Commits while call @n fails. FALSE when there were fewer calls, so that all were tried. */
static gboolean
try_commit (guint    n,
            Fault    fault,
            gboolean stays,
            gboolean reopen)
{
  g_autofree char *dir = make_dir ();
  OctantStore *store = fixture_open (dir);
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autoptr (OctantAct) act = make_act (store);
  g_autoptr (GError) error = NULL;
  gboolean done;

  arm (n, fault, stays);
  done = octant_store_commit (store, act, &error);
  disarm ();
  if (!done)
    assert_disk_error (error);
  g_clear_error (&error);

  if (reopen)
    {
      octant_store_close (store, NULL);
      g_object_unref (store);
      store = fixture_open (dir);
      found = fixture_dump (store);
      fixture_assert_sound (store);
      if (strcmp (found, before) == 0)
        {
          g_assert_false (done);
          g_assert_true (octant_store_commit (store, act, &error));
        }
    }
  else
    {
      /* Retry, on a disk that is well again; an act that stands already is not written twice. */
      if (!done)
        g_assert_true (octant_store_commit (store, act, &error));
      g_assert_no_error (error);
      g_assert_cmpint (act->seq, ==, 4);
    }

  after = fixture_dump (store);
  g_assert_cmpstr (after, !=, before);
  fixture_assert_rating (store, "A.1", "F");
  fixture_assert_rating (store, "A.2", NULL);
  fixture_assert_journal_length (store, 4);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
  return disk.failed;
}

static void
test_commit (gconstpointer data)
{
  Fault fault = (Fault) GPOINTER_TO_UINT (data);
  guint n_faults = 0;

  for (guint variant = 0; variant < 4; variant++)
    for (guint n = 1; try_commit (n, fault, variant & 1, variant & 2); n++)
      n_faults++;
  g_assert_cmpuint (n_faults, >=, 4);
  g_test_message ("%u faults", n_faults);
}

/* The last fsync fails after all is written: the act is in the WAL, yet was not acknowledged. */
static void
test_unknown_outcome (void)
{
  g_autofree char *dir = make_dir ();
  OctantStore *store = fixture_open (dir);
  g_autoptr (OctantAct) act = make_act (store);
  g_autoptr (GError) error = NULL;

  arm (1, FAULT_SYNC, TRUE);
  g_assert_false (octant_store_commit (store, act, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO);
  g_clear_error (&error);
  /* The disk is still ill: a second try must not succeed by looking away. */
  g_assert_false (octant_store_commit (store, act, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO);
  g_clear_error (&error);
  /* What is stored can be read all the while. */
  fixture_assert_rating (store, "A.2", "L");
  disarm ();
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  fixture_assert_journal_length (store, 4);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

static gboolean
try_undo (guint    n,
          Fault    fault,
          gboolean stays)
{
  g_autofree char *dir = make_dir ();
  OctantStore *store = fixture_open (dir);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantRecord) row = NULL;

  arm (n, fault, stays);
  act = octant_store_undo (store, "tester", FIXTURE_TIME, &error);
  disarm ();
  if (act == NULL)
    assert_disk_error (error);
  octant_store_close (store, NULL);
  g_object_unref (store);

  store = fixture_open (dir);
  row = fixture_find_answer (store, "A.2");
  if (act != NULL)
    g_assert_null (row);
  fixture_assert_journal_length (store, row == NULL ? 4 : 3);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
  return disk.failed;
}

static void
test_undo (void)
{
  for (guint fault = 0; fault < N_FAULTS; fault++)
    for (guint n = 1; try_undo (n, (Fault) fault, n % 2); n++)
      ;
}

/* Opening with acts in the WAL, and closing, while call @n fails. */
static gboolean
try_open_close (guint  n,
                Fault  fault,
                GBytes *db_bytes,
                GBytes *wal_bytes,
                const char *expected)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  OctantStore *store;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (db_bytes, NULL),
                                      (gssize) g_bytes_get_size (db_bytes), NULL));
  g_assert_true (g_file_set_contents (wal, g_bytes_get_data (wal_bytes, NULL),
                                      (gssize) g_bytes_get_size (wal_bytes), NULL));
  arm (n, fault, n % 2);
  store = octant_store_open (dir, &error);
  if (store == NULL || !octant_store_close (store, &error))
    assert_disk_error (error);
  g_clear_object (&store);
  disarm ();

  store = fixture_open (dir);
  found = fixture_dump (store);
  g_assert_cmpstr (found, ==, expected);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
  return disk.failed;
}

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

static void
test_open_close (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  OctantStore *store = fixture_open (dir);
  g_autoptr (GBytes) db_bytes = NULL;
  g_autoptr (GBytes) wal_bytes = NULL;
  g_autofree char *expected = NULL;
  guint n_faults = 0;

  /* As a kill would leave them. */
  fixture_commit_rate (store, "A.1", "F", NULL);
  fixture_commit_rate (store, "A.4", "F", NULL);
  expected = fixture_dump (store);
  db_bytes = read_bytes (path);
  wal_bytes = read_bytes (wal);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));

  for (guint fault = 0; fault < N_FAULTS; fault++)
    for (guint n = 1; try_open_close (n, (Fault) fault, db_bytes, wal_bytes, expected); n++)
      n_faults++;
  g_assert_cmpuint (n_faults, >, 4);
}

static gboolean
try_create (guint n,
            Fault fault)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autoptr (GError) error = NULL;
  OctantStore *store;

  arm (n, fault, n % 2);
  store = octant_store_open (dir, &error);
  disarm ();
  if (store == NULL)
    assert_disk_error (error);
  g_clear_object (&store);

  store = fixture_open (dir);
  fixture_populate (store);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
  return disk.failed;
}

static void
test_create (void)
{
  guint n_faults = 0;

  for (guint fault = 0; fault < N_FAULTS; fault++)
    for (guint n = 1; try_create (n, (Fault) fault); n++)
      n_faults++;
  g_assert_cmpuint (n_faults, >, 20);
}

/* The WAL cannot be brought into the database: the act is safe, the trouble is told at the next one. */
static void
test_checkpoint (void)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *note = g_strnfill (60000, 'n');
  OctantStore *store = fixture_open (dir);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  arm (1, FAULT_WRITE, TRUE);
  disk.database_only = TRUE;
  while (!disk.failed)
    {
      fixture_commit_rate (store, "A.1", n++ % 2 ? "P" : "L", note);
      g_assert_cmpuint (n, <, 200);
    }
  {
    g_autoptr (OctantAct) act = octant_act_new ("rate", "B", FIXTURE_CYCLE, "tester", FIXTURE_TIME);

    octant_act_add_change (act, NULL, fixture_answer (FIXTURE_CYCLE, "B", "F", NULL));
    g_assert_false (octant_store_commit (store, act, &error));
    g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO);
    g_clear_error (&error);
    disarm ();
    g_assert_true (octant_store_commit (store, act, &error));
    g_assert_no_error (error);
  }
  fixture_assert_journal_length (store, 3 + n + 1);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
assert_gone (OctantStore *store,
             OctantAct   *act)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (octant_store_commit (store, act, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_GONE);
}

/* The database and its log, as a person copies them. */
static void
copy_data (const char *from,
           const char *to)
{
  static const char *const names[] = { "octant.db", "octant.db-wal" };

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = g_build_filename (from, names[i], NULL);
      g_autofree char *target = g_build_filename (to, names[i], NULL);
      g_autoptr (GBytes) bytes = read_bytes (source);

      g_assert_true (g_file_set_contents (target, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
    }
}

/*
 * The folder is taken away while it is open: the system would still take what is written,
 * and nobody would ever find it. Nor is an older copy taken for what was there; one that has
 * everything is as good as the folder itself.
 */
static void
test_gone (gconstpointer copied)
{
  g_autofree char *dir = make_dir ();
  g_autofree char *away = g_strconcat (dir, ".away", NULL);
  g_autofree char *older = g_strconcat (dir, ".older", NULL);
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  g_autoptr (GBytes) bytes = read_bytes (path);
  OctantStore *store = fixture_open (dir);
  g_autoptr (OctantAct) act = fixture_rate (store, "A.4", "F", NULL);
  g_autoptr (GError) error = NULL;

  fixture_commit_rate (store, "A.1", "F", NULL);
  g_assert_cmpint (g_rename (dir, away), ==, 0);
  assert_gone (store, act);
  assert_gone (store, act);

  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  assert_gone (store, act);
  assert_gone (store, act);
  g_assert_cmpint (g_rename (dir, older), ==, 0);

  if (copied != NULL)
    copy_data (away, dir);
  else
    g_assert_cmpint (g_rename (away, dir), ==, 0);
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  fixture_close (store);
  store = fixture_open (dir);
  fixture_assert_journal_length (store, 5);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
  fixture_dir_free (g_steal_pointer (&older));
  if (copied != NULL)
    fixture_dir_free (g_steal_pointer (&away));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shim_install (&hooks);
  g_test_add_data_func ("/store/faults/commit/full", GUINT_TO_POINTER (FAULT_FULL), test_commit);
  g_test_add_data_func ("/store/faults/commit/write", GUINT_TO_POINTER (FAULT_WRITE), test_commit);
  g_test_add_data_func ("/store/faults/commit/sync", GUINT_TO_POINTER (FAULT_SYNC), test_commit);
  g_test_add_data_func ("/store/faults/commit/short", GUINT_TO_POINTER (FAULT_SHORT), test_commit);
  g_test_add_func ("/store/faults/unknown-outcome", test_unknown_outcome);
  g_test_add_func ("/store/faults/undo", test_undo);
  g_test_add_func ("/store/faults/open-close", test_open_close);
  g_test_add_func ("/store/faults/create", test_create);
  g_test_add_func ("/store/faults/checkpoint", test_checkpoint);
  g_test_add_data_func ("/store/faults/gone", NULL, test_gone);
  g_test_add_data_func ("/store/faults/gone/copied", GUINT_TO_POINTER (TRUE), test_gone);
  return g_test_run ();
}
