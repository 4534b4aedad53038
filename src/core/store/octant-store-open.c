/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/octant-file.h"
#include "base/octant-time.h"

/*
 * Opening decides, before anything is written, whether the file is ours to write to. A
 * newer, a foreign and a damaged file are refused as they are: their first bytes are read
 * without SQLite, since SQLite would bring a left-over WAL into the file when it closes.
 *
 * A new database is made under another name and renamed when it is whole. So an empty
 * octant.db is never a start that was killed: it is damage, and is not written over.
 */

#define DB_NAME "octant.db"
#define NEW_NAME "octant.db.new"
/* Everything that SQLite may leave beside a file. */
static const char *const companions[] = { "", "-journal", "-wal", "-shm" };

static gboolean
fail_errno (const char  *doing,
            const char  *path,
            GError     **error)
{
  int saved = errno;
  OctantStoreError code = OCTANT_STORE_ERROR_IO;

  if (saved == EROFS || saved == EACCES || saved == EPERM)
    code = OCTANT_STORE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = OCTANT_STORE_ERROR_FULL;
  g_set_error (error, OCTANT_STORE_ERROR, (int) code, "%s %s: %s", doing, path, g_strerror (saved));
  return FALSE;
}

/* The place that @path leads to, through the links that are there; its last parts need not be there. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *parent = NULL;
  g_autofree char *above = NULL;
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;

  if (real != NULL)
    {
      copy = g_strdup (real);
      free (real);
      return g_steal_pointer (&copy);
    }
  parent = g_path_get_dirname (path);
  if (g_str_equal (parent, path))
    return g_strdup (path);
  above = resolve (parent);
  name = g_path_get_basename (path);
  return g_build_filename (above, name, NULL);
}

static gboolean
is_below (const char *path,
          const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* /run/user/UID/doc, of whichever user */
static gboolean
is_document_folder (const char *path)
{
  static const char run[] = "/run/user/";
  const char *rest;

  if (!g_str_has_prefix (path, run))
    return FALSE;
  rest = path + strlen (run);
  return g_ascii_isdigit (*rest) && is_below (rest + strspn (rest, "0123456789"), "/doc");
}

/*
 * The document portal lends single files and folders by a file system of its own. That one
 * keeps no locks between the sandbox and the rest, may write a file under a new name and
 * takes the grant away whenever the user likes: no place for a database with a log beside it.
 */
static gboolean
is_lent_by_portal (const char *dir)
{
  const char *runtime_dir = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *real = resolve (dir);
  const char *const places[] = { dir, real };
  g_autofree char *documents = NULL;
  g_autofree char *real_documents = NULL;

  if (runtime_dir != NULL && g_path_is_absolute (runtime_dir))
    {
      documents = g_build_filename (runtime_dir, "doc", NULL);
      real_documents = resolve (documents);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_document_folder (places[i]) || is_below (places[i], "/run/flatpak/doc") ||
        (documents != NULL && (is_below (places[i], documents) || is_below (places[i], real_documents))))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_portal (const char  *dir,
               GError     **error)
{
  if (!is_lent_by_portal (dir))
    return TRUE;
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_PORTAL,
               "%s is lent by a portal, where a database is not safe; choose another data directory", dir);
  return FALSE;
}

static gboolean
make_folders (const char  *dir,
              GError     **error)
{
  static const char *const names[] = { "evidence", "backups", "models" };

  if (g_mkdir_with_parents (dir, 0700) != 0)
    return fail_errno ("Cannot make the folder", dir, error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      if (g_mkdir (path, 0700) != 0 && errno != EEXIST)
        return fail_errno ("Cannot make the folder", path, error);
    }
  return TRUE;
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    fail_errno ("Cannot write", path, error);
  if (fd >= 0)
    close (fd);
  return done;
}

static void
remove_with_companions (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *name = g_strconcat (path, companions[i], NULL);

      g_unlink (name);
    }
}

/* Under the lock, nobody else can be at work on them. */
static void
remove_unfinished (OctantStore *self)
{
  static const char *const folders[] = { "evidence", "backups" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (self->dir, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *file = g_build_filename (path, name, NULL);

          if (g_str_has_prefix (name, OCTANT_STORE_TEMPORARY_PREFIX) && g_unlink (file) != 0)
            g_debug ("%s is left over: %s", file, g_strerror (errno));
        }
    }
}

static gboolean
build_new (OctantStore  *self,
           const char   *path,
           GError      **error)
{
  g_autoptr (OctantDb) db = octant_db_open (path, OCTANT_DB_CREATE, error);

  return db != NULL && octant_schema_migrate (self->schema, db, 0, error);
}

/* What is assessed here is nobody else's business. The WAL takes over the mode. */
static gboolean
make_private (const char  *path,
              GError     **error)
{
  return g_chmod (path, 0600) == 0 || fail_errno ("Cannot write", path, error);
}

static gboolean
create (OctantStore  *self,
        GError      **error)
{
  g_autofree char *path = g_build_filename (self->dir, NEW_NAME, NULL);

  /* What a start that was killed has left. */
  remove_with_companions (path);
  if (!build_new (self, path, error) || !make_private (path, error) || !sync_file (path, error))
    {
      remove_with_companions (path);
      return FALSE;
    }
  if (g_rename (path, self->path) != 0)
    {
      fail_errno ("Cannot write", self->path, error);
      remove_with_companions (path);
      return FALSE;
    }
  return octant_file_sync_folder (self->dir, error);
}

static gboolean
refuse (OctantStoreError  code,
        const char       *path,
        const char       *why,
        GError          **error)
{
  g_set_error (error, OCTANT_STORE_ERROR, (int) code, "%s %s; it was left as it is", path, why);
  return FALSE;
}

static gboolean
accept_version (OctantStore  *self,
                gint64        application_id,
                gint64        version,
                GError      **error)
{
  if (application_id != OCTANT_APPLICATION_ID || version < 1)
    return refuse (OCTANT_STORE_ERROR_FOREIGN, self->path, "is a database of another program", error);
  if (version > self->schema->version)
    {
      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NEWER,
                   "%s was made by a newer Octant (its version is %" G_GINT64_FORMAT
                   ", this Octant knows %u); it was left as it is",
                   self->path, version, self->schema->version);
      return FALSE;
    }
  return TRUE;
}

/* From the bytes alone. */
static gboolean
accept_header (OctantStore  *self,
               GError      **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  OctantDbHeader header;
  struct stat info;
  gboolean has_wal;

  if (!octant_db_read_header (self->path, &header, error))
    return FALSE;
  if (!header.is_database)
    return refuse (OCTANT_STORE_ERROR_DAMAGED, self->path, "is not a database any more, or never was", error);
  if (!accept_version (self, header.application_id, header.user_version, error))
    return FALSE;
  /* With a WAL the file may rightly be shorter than its header says. */
  has_wal = g_stat (wal, &info) == 0 && info.st_size > 0;
  if (!has_wal && header.expected_size > header.size)
    return refuse (OCTANT_STORE_ERROR_DAMAGED, self->path, "is cut off: its end is missing", error);
  return TRUE;
}

/* The same as SQLite sees it, that is with what stands in the WAL. */
static gboolean
accept_content (OctantStore  *self,
                OctantDb     *db,
                gint64       *version,
                GError      **error)
{
  gint64 application_id;

  return octant_db_query_int (db, "PRAGMA application_id", &application_id, error) &&
         octant_db_query_int (db, "PRAGMA user_version", version, error) &&
         accept_version (self, application_id, *version, error);
}

static gboolean
backup_before_migration (OctantStore  *self,
                         OctantDb     *db,
                         gint64        version,
                         GError      **error)
{
  g_autofree char *folder = g_build_filename (self->dir, "backups", NULL);
  g_autofree char *part = g_build_filename (folder, OCTANT_STORE_TEMPORARY_PREFIX "backup", NULL);
  g_autofree char *now = octant_time_now ();
  g_autofree char *path = NULL;
  OctantStatement *statement;

  g_strdelimit (now, ":", '-');
  path = g_strdup_printf ("%s/octant-v%" G_GINT64_FORMAT "-%s.db", folder, version, now);

  statement = octant_db_prepare (db, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  octant_statement_bind_text (statement, 1, part);
  if (!octant_statement_run (statement, error) || !make_private (part, error) || !sync_file (part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, path) != 0)
    {
      fail_errno ("Cannot write", path, error);
      g_unlink (part);
      return FALSE;
    }
  return octant_file_sync_folder (folder, error);
}

static gboolean
migrate (OctantStore  *self,
         OctantDb     *db,
         gint64        version,
         GError      **error)
{
  if (version == self->schema->version)
    return TRUE;
  if (!backup_before_migration (self, db, version, error))
    {
      g_prefix_error_literal (error, "Cannot make the backup before bringing the database up to date: ");
      return FALSE;
    }
  return octant_schema_migrate (self->schema, db, (guint) version, error);
}

/* Opens the database that is there; on failure the file is as it was, but for what a migration finished. */
static gboolean
connect_db (OctantStore  *self,
            GError      **error)
{
  g_autoptr (OctantDb) db = NULL;
  gint64 version;

  if (!accept_header (self, error))
    return FALSE;
  db = octant_db_open (self->path, OCTANT_DB_LIVE, error);
  if (db == NULL ||
      !accept_content (self, db, &version, error) ||
      !octant_db_go_live (db, error) ||
      !migrate (self, db, version, error) ||
      !octant_journal_read_head (db, &self->head, error))
    {
      if (!g_str_has_prefix (error != NULL && *error != NULL ? (*error)->message : "", self->path))
        g_prefix_error (error, "Cannot open %s: ", self->path);
      return FALSE;
    }
  self->db = g_steal_pointer (&db);
  return TRUE;
}

/* A WAL without its database is the last that is left of it: a new database would destroy it. */
static gboolean
create_when_absent (OctantStore  *self,
                    GError      **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  struct stat info;

  if (g_lstat (self->path, &info) == 0)
    return TRUE;
  if (errno != ENOENT)
    return fail_errno ("Cannot read", self->path, error);
  if (g_stat (wal, &info) == 0 && info.st_size > 0)
    return refuse (OCTANT_STORE_ERROR_DAMAGED, self->path, "is missing, but its write-ahead log is there", error);
  return create (self, error);
}

static gboolean
refuse_gone (OctantStore  *self,
             const char   *what,
             GError      **error)
{
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_GONE, "%s %s; put the data folder back in its place", self->path,
               what);
  return FALSE;
}

/* What is back in the place of the data has to be at least what was there: an older copy would lose answers on the quiet. */
static gboolean
connect_again (OctantStore  *self,
               GError      **error)
{
  OctantJournalHead known = self->head;
  gboolean done;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return refuse_gone (self, "is gone", error);
  done = connect_db (self, error);
  if (done && self->head.seq < known.seq)
    {
      g_clear_pointer (&self->db, octant_db_abandon);
      done = refuse_gone (self, "was replaced by an older one", error);
    }
  if (!done)
    self->head = known;
  return done;
}

gboolean
octant_store_ensure_readable (OctantStore  *self,
                              GError      **error)
{
  if (self->lock < 0)
    {
      g_set_error_literal (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO, "The data directory is closed");
      return FALSE;
    }
  return self->db != NULL || connect_again (self, error);
}

gboolean
octant_store_ensure_usable (OctantStore  *self,
                            GError      **error)
{
  g_autoptr (GError) local = NULL;

  if (!octant_store_ensure_readable (self, error))
    return FALSE;
  if (self->failure == NULL)
    return TRUE;

  /*
   * After a failed write or fsync nobody knows what is on disk, nor what the kernel still
   * believes. A new connection reads it again, and the checkpoint writes it again with an
   * fsync of its own. Only then does the store go on.
   */
  g_clear_pointer (&self->db, octant_db_abandon);
  if (!connect_again (self, &local) || !octant_db_checkpoint (self->db, TRUE, &local))
    {
      g_clear_pointer (&self->db, octant_db_abandon);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_clear_error (&self->failure);
  return TRUE;
}

void
octant_store_note_failure (OctantStore  *self,
                           const GError *error)
{
  if (self->failure == NULL &&
      (g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_IO) ||
       g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_FULL) ||
       g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_READ_ONLY) ||
       g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_GONE) ||
       g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED)))
    self->failure = g_error_copy (error);
}

OctantStore *
octant_store_open_with_schema (const char          *data_dir,
                               const OctantSchema  *schema,
                               GError             **error)
{
  g_autoptr (OctantStore) self = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (OCTANT_TYPE_STORE, NULL);
  self->schema = schema;
  self->dir = g_canonicalize_filename (data_dir, NULL);
  self->path = g_build_filename (self->dir, DB_NAME, NULL);

  if (!refuse_portal (self->dir, error) || !make_folders (self->dir, error))
    return NULL;
  self->lock = octant_store_lock (self->dir, error);
  if (self->lock < 0)
    return NULL;
  remove_unfinished (self);
  if (!create_when_absent (self, error) || !connect_db (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * octant_store_open:
 * @data_dir: the data directory, made when it is not there
 *
 * Returns: (transfer full): the store, or NULL with an OctantStoreError
 */
OctantStore *
octant_store_open (const char  *data_dir,
                   GError     **error)
{
  return octant_store_open_with_schema (data_dir, octant_schema_get_current (), error);
}
