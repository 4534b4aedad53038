/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/octant-store.h"

/*
 * WAL needs shared memory between processes unless the connection is exclusive. Exclusive
 * it is: no -shm file, no second connection that could meet a reset WAL, and an index of
 * the WAL that lives in this process only. The price, one process at a time, is what a
 * journal with one writer wants anyway.
 */

struct _OctantDb
{
  sqlite3 *handle;
  GHashTable *statements;    /* (owned) address of the SQL literal → OctantStatement */
  GCancellable *cancellable; /* (owned) (nullable) */
  guint wal_pages;
};

struct _OctantStatement
{
  OctantDb *db;
  sqlite3_stmt *handle;
  int bind_result; /* the first bind that failed: told at the next step */
};

#define BUSY_TIMEOUT_MS 200
/* Virtual machine steps between two looks at the cancellable. */
#define CANCEL_INTERVAL 10000

G_DEFINE_QUARK (octant-store-error-quark, octant_store_error)

static OctantStoreError
code_from_errno (int system_errno)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return OCTANT_STORE_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return OCTANT_STORE_ERROR_READ_ONLY;
    default:
      return OCTANT_STORE_ERROR_IO;
    }
}

static OctantStoreError
code_from_sqlite (int result,
                  int system_errno)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return OCTANT_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return OCTANT_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return OCTANT_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return OCTANT_STORE_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return OCTANT_STORE_ERROR_CONFLICT;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return code_from_errno (system_errno);
    default:
      return OCTANT_STORE_ERROR_IO;
    }
}

static void
set_error (OctantDb   *db,
           int         result,
           const char *doing,
           GError    **error)
{
  int system_errno = sqlite3_system_errno (db->handle);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s: cancelled", doing);
      return;
    }
  g_set_error (error, OCTANT_STORE_ERROR, (int) code_from_sqlite (result, system_errno),
               "%s: %s (SQLite %d%s%s)", doing, sqlite3_errmsg (db->handle), result,
               system_errno != 0 && (result & 0xff) != SQLITE_CONSTRAINT ? ", " : "",
               system_errno != 0 && (result & 0xff) != SQLITE_CONSTRAINT
                   ? g_strerror (system_errno)
                   : "");
}

static void
statement_free (OctantStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

static int
wal_hook_cb (void       *user_data,
             sqlite3    *handle,
             const char *name,
             int         n_pages)
{
  OctantDb *db = user_data;

  db->wal_pages = (guint) n_pages;
  return SQLITE_OK;
}

static int
progress_cb (void *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/* The file on disk stays as it is until octant_db_go_live(). */
static gboolean
configure (OctantDb    *db,
           OctantDbMode mode,
           GError     **error)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  /* Takes the place of the automatic checkpoint, whose errors nobody would hear of. */
  sqlite3_wal_hook (db->handle, wal_hook_cb, db);

  if (mode == OCTANT_DB_CREATE)
    return octant_db_run (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;", error);
  return octant_db_run (db, "PRAGMA locking_mode = EXCLUSIVE;", error);
}

OctantDb *
octant_db_open (const char   *path,
                OctantDbMode  mode,
                GError      **error)
{
  OctantDb *db = g_new0 (OctantDb, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  int result;

  if (mode == OCTANT_DB_CREATE)
    flags |= SQLITE_OPEN_CREATE;
  db->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) statement_free);

  result = sqlite3_open_v2 (path, &db->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      g_autofree char *doing = g_strconcat ("Cannot open ", path, NULL);

      set_error (db, result, doing, error);
      octant_db_abandon (db);
      return NULL;
    }
  /* SQLite contents itself with reading where it may not write, and fails later. */
  if (sqlite3_db_readonly (db->handle, "main") == 1)
    {
      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_READ_ONLY, "%s cannot be written", path);
      octant_db_abandon (db);
      return NULL;
    }
  if (!configure (db, mode, error))
    {
      g_prefix_error (error, "Cannot open %s: ", path);
      octant_db_abandon (db);
      return NULL;
    }
  return db;
}

gboolean
octant_db_go_live (OctantDb  *db,
                   GError   **error)
{
  OctantStatement *statement;
  gboolean is_wal;

  statement = octant_db_prepare (db, "PRAGMA journal_mode = WAL", error);
  if (statement == NULL || octant_statement_step (statement, error) != OCTANT_STEP_ROW)
    return FALSE;
  is_wal = g_strcmp0 (octant_statement_text (statement, 0), "wal") == 0;
  octant_statement_reset (statement);
  if (!is_wal)
    {
      g_set_error_literal (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO,
                           "The database cannot use a write-ahead log here");
      return FALSE;
    }
  /*
   * Statements that may fail half-way keep what they overwrote: in memory, not in $TMPDIR,
   * which costs more than the statement. The first transaction takes the exclusive lock for
   * good.
   */
  return octant_db_run (db,
                        "PRAGMA synchronous = FULL;"
                        "PRAGMA temp_store = MEMORY;"
                        "PRAGMA journal_size_limit = 16777216;"
                        "PRAGMA foreign_keys = ON;"
                        "PRAGMA cell_size_check = ON;"
                        "BEGIN IMMEDIATE; COMMIT;",
                        error);
}

void
octant_db_abandon (OctantDb *db)
{
  if (db == NULL)
    return;

  /* Without memory there is not even a handle that says so. */
  if (db->handle != NULL)
    octant_db_set_cancellable (db, NULL);
  g_hash_table_unref (db->statements);
  sqlite3_close (db->handle);
  g_free (db);
}

gboolean
octant_db_close (OctantDb  *db,
                 GError   **error)
{
  gboolean done;

  g_return_val_if_fail (db != NULL, FALSE);

  /* sqlite3_close() would do it too, but says nothing when it fails. */
  done = octant_db_checkpoint (db, TRUE, error);
  if (done)
    sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  octant_db_abandon (db);
  return done;
}

gboolean
octant_db_checkpoint (OctantDb  *db,
                      gboolean   truncate,
                      GError   **error)
{
  int result;

  result = sqlite3_wal_checkpoint_v2 (db->handle, "main",
                                      truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                      NULL, NULL);
  if (result != SQLITE_OK)
    {
      set_error (db, result, "Cannot bring the write-ahead log into the database", error);
      return FALSE;
    }
  db->wal_pages = 0;
  return TRUE;
}

guint
octant_db_get_wal_pages (OctantDb *db)
{
  return db->wal_pages;
}

void
octant_db_set_cancellable (OctantDb     *db,
                           GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->handle, cancellable != NULL ? CANCEL_INTERVAL : 0,
                            cancellable != NULL ? progress_cb : NULL, cancellable);
}

gboolean
octant_db_run (OctantDb    *db,
               const char  *sql,
               GError     **error)
{
  int result = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  set_error (db, result, "Database", error);
  return FALSE;
}

gboolean
octant_db_query_int (OctantDb    *db,
                     const char  *sql,
                     gint64      *value,
                     GError     **error)
{
  OctantStatement *statement = octant_db_prepare (db, sql, error);
  OctantStep step;

  if (statement == NULL)
    return FALSE;
  step = octant_statement_step (statement, error);
  if (step == OCTANT_STEP_ROW)
    *value = octant_statement_int (statement, 0);
  else if (step == OCTANT_STEP_DONE)
    g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND, "No row: %s", sql);
  octant_statement_reset (statement);
  return step == OCTANT_STEP_ROW;
}

gboolean
octant_db_begin (OctantDb  *db,
                 GError   **error)
{
  OctantStatement *statement = octant_db_prepare (db, "BEGIN IMMEDIATE", error);

  return statement != NULL && octant_statement_run (statement, error);
}

/*
 * A file that was moved away or deleted takes what is written as before, and nobody ever
 * finds it there: in WAL mode SQLite leaves it to us to look.
 */
static gboolean
check_in_place (OctantDb  *db,
                GError   **error)
{
  int moved = 0;

  if (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
    return TRUE;
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_GONE, "%s was moved, deleted or replaced while it is open",
               sqlite3_db_filename (db->handle, "main"));
  return FALSE;
}

gboolean
octant_db_commit (OctantDb  *db,
                  GError   **error)
{
  OctantStatement *statement = octant_db_prepare (db, "COMMIT", error);

  if (statement != NULL && check_in_place (db, error) && octant_statement_run (statement, error))
    return TRUE;
  octant_db_rollback (db);
  return FALSE;
}

void
octant_db_rollback (OctantDb *db)
{
  GHashTableIter iter;
  gpointer statement;

  /* A statement that still stands on a row would keep the transaction alive. */
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    octant_statement_reset (statement);
  /* SQLite rolls back by itself after some errors; then there is nothing left to do here.
   * When this fails too, the connection is of no use, and the next statement says so. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

OctantStatement *
octant_db_prepare (OctantDb    *db,
                   const char  *sql,
                   GError     **error)
{
  OctantStatement *statement = g_hash_table_lookup (db->statements, sql);
  sqlite3_stmt *handle;
  int result;

  if (statement != NULL)
    {
      octant_statement_reset (statement);
      return statement;
    }

  result = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      set_error (db, result, "Database", error);
      return NULL;
    }
  statement = g_new0 (OctantStatement, 1);
  statement->db = db;
  statement->handle = handle;
  g_hash_table_insert (db->statements, (gpointer) sql, statement);
  return statement;
}

static void
note_bind (OctantStatement *statement,
           int              result)
{
  if (result != SQLITE_OK && statement->bind_result == SQLITE_OK)
    statement->bind_result = result;
}

void
octant_statement_bind_text (OctantStatement *statement,
                            int              index,
                            const char      *text)
{
  note_bind (statement, text != NULL
                            ? sqlite3_bind_text (statement->handle, index, text, -1, SQLITE_STATIC)
                            : sqlite3_bind_null (statement->handle, index));
}

void
octant_statement_bind_int (OctantStatement *statement,
                           int              index,
                           gint64           value)
{
  note_bind (statement, sqlite3_bind_int64 (statement->handle, index, value));
}

void
octant_statement_bind_blob (OctantStatement *statement,
                            int              index,
                            GBytes          *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  note_bind (statement, sqlite3_bind_blob64 (statement->handle, index, data != NULL ? data : "", size,
                                             SQLITE_STATIC));
}

OctantStep
octant_statement_step (OctantStatement *statement,
                       GError         **error)
{
  int result = statement->bind_result;

  if (result == SQLITE_OK)
    result = sqlite3_step (statement->handle);
  if (result == SQLITE_ROW)
    return OCTANT_STEP_ROW;
  if (result != SQLITE_DONE)
    set_error (statement->db, result, "Database", error);
  octant_statement_reset (statement);
  return result == SQLITE_DONE ? OCTANT_STEP_DONE : OCTANT_STEP_ERROR;
}

gboolean
octant_statement_run (OctantStatement *statement,
                      GError         **error)
{
  OctantStep step = octant_statement_step (statement, error);

  if (step == OCTANT_STEP_ROW)
    octant_statement_reset (statement);
  return step != OCTANT_STEP_ERROR;
}

void
octant_statement_reset (OctantStatement *statement)
{
  /* The result repeats the error of the last step, which was told already. */
  sqlite3_reset (statement->handle);
  /* Bound texts are borrowed: none may be left behind. */
  sqlite3_clear_bindings (statement->handle);
  statement->bind_result = SQLITE_OK;
}

int
octant_statement_changes (OctantStatement *statement)
{
  return sqlite3_changes (statement->db->handle);
}

const char *
octant_statement_text (OctantStatement *statement,
                       int              column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

const char *
octant_statement_checked_text (OctantStatement *statement,
                               int              column,
                               gboolean        *ok)
{
  gboolean is_null = sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
  const char *text = octant_statement_text (statement, column);

  /* No text where there is one: SQLite had no memory for it. */
  if (text == NULL)
    {
      *ok = *ok && is_null;
      return NULL;
    }
  if (g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (statement->handle, column), NULL))
    return text;
  *ok = FALSE;
  return NULL;
}

gint64
octant_statement_int (OctantStatement *statement,
                      int              column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

gboolean
octant_statement_is_int (OctantStatement *statement,
                         int              column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_INTEGER;
}

GBytes *
octant_statement_dup_blob (OctantStatement *statement,
                           int              column)
{
  const void *data = sqlite3_column_blob (statement->handle, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement->handle, column));
}

int
octant_statement_n_columns (OctantStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

const char *
octant_statement_column_name (OctantStatement *statement,
                              int              column)
{
  return sqlite3_column_name (statement->handle, column);
}

static guint32
read_be32 (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
decode_header (const guchar   *bytes,
               OctantDbHeader *header)
{
  guint32 page_size = (guint32) bytes[16] << 8 | bytes[17];

  header->is_database = memcmp (bytes, "SQLite format 3", 16) == 0;
  header->user_version = read_be32 (bytes + 60);
  header->application_id = read_be32 (bytes + 68);
  /* The page count in the header is good only when the change counters agree. */
  if (read_be32 (bytes + 24) == read_be32 (bytes + 92))
    header->expected_size = (gint64) read_be32 (bytes + 28) * (page_size == 1 ? 65536 : page_size);
}

gboolean
octant_db_read_header (const char      *path,
                       OctantDbHeader  *header,
                       GError         **error)
{
  guchar bytes[100];
  struct stat info;
  ssize_t n = -1;
  int fd;

  memset (header, 0, sizeof *header);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd >= 0 && fstat (fd, &info) == 0)
    {
      n = S_ISREG (info.st_mode) ? pread (fd, bytes, sizeof bytes, 0) : 0;
      header->size = S_ISREG (info.st_mode) ? info.st_size : 0;
    }
  if (n < 0)
    {
      int saved = errno;

      if (fd >= 0)
        close (fd);
      g_set_error (error, OCTANT_STORE_ERROR, (int) code_from_errno (saved),
                   "Cannot read %s: %s", path, g_strerror (saved));
      return FALSE;
    }
  close (fd);
  if (n == sizeof bytes)
    decode_header (bytes, header);
  return TRUE;
}
