/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

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

typedef struct
{
  sqlite3_file base;
  gboolean is_database;
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static sqlite3_io_methods methods;

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
strikes (const File *file,
         gboolean    is_sync)
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

static File *
as_file (sqlite3_file *file)
{
  return (File *) (void *) file;
}

static int
file_close (sqlite3_file *file)
{
  sqlite3_file *real = as_file (file)->real;
  int result = real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;

  g_free (real);
  return result;
}

static int
file_read (sqlite3_file *file,
           void         *data,
           int           amount,
           sqlite3_int64 offset)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xRead (real, data, amount, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *data,
            int           amount,
            sqlite3_int64 offset)
{
  sqlite3_file *real = as_file (file)->real;

  if (strikes (as_file (file), FALSE))
    {
      if (disk.fault == FAULT_SHORT)
        real->pMethods->xWrite (real, data, amount / 2, offset);
      return result_of_fault (SQLITE_IOERR_WRITE);
    }
  return real->pMethods->xWrite (real, data, amount, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  sqlite3_file *real = as_file (file)->real;

  if (strikes (as_file (file), FALSE))
    return result_of_fault (SQLITE_IOERR_TRUNCATE);
  return real->pMethods->xTruncate (real, size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  sqlite3_file *real = as_file (file)->real;

  if (strikes (as_file (file), TRUE))
    return result_of_fault (SQLITE_IOERR_FSYNC);
  return real->pMethods->xSync (real, flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xFileSize (real, size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xLock (real, level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xUnlock (real, level);
}

static int
file_check_lock (sqlite3_file *file,
                 int          *held)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xCheckReservedLock (real, held);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *data)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xFileControl (real, operation, data);
}

static int
file_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xSectorSize (real);
}

static int
file_characteristics (sqlite3_file *file)
{
  sqlite3_file *real = as_file (file)->real;

  return real->pMethods->xDeviceCharacteristics (real);
}

static int
vfs_open (sqlite3_vfs  *vfs,
          sqlite3_filename name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  File *self = as_file (file);
  int result;

  self->base.pMethods = NULL;
  self->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    self->base.pMethods = &methods;
  else
    g_clear_pointer (&self->real, g_free);
  return result;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync)
{
  if (strikes (NULL, FALSE))
    return result_of_fault (SQLITE_IOERR_DELETE);
  return real_vfs->xDelete (real_vfs, name, sync);
}

/* What errno says here is left over from elsewhere. */
static int
vfs_last_error (sqlite3_vfs *vfs,
                int          size,
                char        *text)
{
  return EIO;
}

static void
install_vfs (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = sizeof (File);
  faulty_vfs.xOpen = vfs_open;
  faulty_vfs.xDelete = vfs_delete;
  faulty_vfs.xGetLastError = vfs_last_error;
  /* Version 1 has no shared memory: the store works without it. */
  methods.iVersion = 1;
  methods.xClose = file_close;
  methods.xRead = file_read;
  methods.xWrite = file_write;
  methods.xTruncate = file_truncate;
  methods.xSync = file_sync;
  methods.xFileSize = file_size;
  methods.xLock = file_lock;
  methods.xUnlock = file_unlock;
  methods.xCheckReservedLock = file_check_lock;
  methods.xFileControl = file_control;
  methods.xSectorSize = file_sector_size;
  methods.xDeviceCharacteristics = file_characteristics;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, 1), ==, SQLITE_OK);
}

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

static void
assert_journal_length (OctantStore *store,
                       guint        n)
{
  g_autoptr (GPtrArray) journal = octant_store_list_journal (store, NULL, NULL, NULL, 0, NULL);

  g_assert_nonnull (journal);
  g_assert_cmpuint (journal->len, ==, n);
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
  assert_journal_length (store, 4);
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
  assert_journal_length (store, 4);
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
  assert_journal_length (store, row == NULL ? 4 : 3);
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
  assert_journal_length (store, 3 + n + 1);
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install_vfs ();
  g_test_add_data_func ("/store/faults/commit/full", GUINT_TO_POINTER (FAULT_FULL), test_commit);
  g_test_add_data_func ("/store/faults/commit/write", GUINT_TO_POINTER (FAULT_WRITE), test_commit);
  g_test_add_data_func ("/store/faults/commit/sync", GUINT_TO_POINTER (FAULT_SYNC), test_commit);
  g_test_add_data_func ("/store/faults/commit/short", GUINT_TO_POINTER (FAULT_SHORT), test_commit);
  g_test_add_func ("/store/faults/unknown-outcome", test_unknown_outcome);
  g_test_add_func ("/store/faults/undo", test_undo);
  g_test_add_func ("/store/faults/open-close", test_open_close);
  g_test_add_func ("/store/faults/create", test_create);
  g_test_add_func ("/store/faults/checkpoint", test_checkpoint);
  return g_test_run ();
}
