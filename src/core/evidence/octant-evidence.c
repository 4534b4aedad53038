/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "evidence/octant-evidence.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/octant-digest.h"
#include "base/octant-file.h"
#include "evidence/octant-evidence-private.h"

/*
 * A file is stored under the hash of its content: a temporary file in the evidence folder,
 * hashed as it is written, synced, renamed to its name, and the folders synced. Only then
 * may a row refer to it, so a row never points to what a power cut could take. What a kill
 * leaves is a temporary file, which the next start removes, or a whole file without a row.
 *
 * The rename replaces what has that name already: the same content stays stored once, and
 * importing a file again mends a stored copy that was altered.
 */

#define MAX_NAME_BYTES 255

typedef struct
{
  int fd;               /* local file, or -1 */
  GInputStream *stream; /* (owned) (nullable) what has no local path */
  gint64 total;         /* -1 when unknown */
  char *name;           /* (owned) */
} Source;

typedef struct
{
  char *path;           /* (owned) of the temporary file */
  int fd;
  OctantDigest *digest; /* (owned) */
  gint64 size;
  guchar head[4096];    /* the beginning, to tell the media type by */
  gsize head_length;
} Target;

typedef struct
{
  OctantProgress func; /* (nullable) */
  gpointer data;
} Progress;

void
octant_evidence_file_free (OctantEvidenceFile *file)
{
  g_free (file->sha256);
  g_free (file->name);
  g_free (file->media_type);
  g_free (file);
}

gboolean
octant_evidence_is_hash (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

char *
octant_evidence_hash_path (const char *data_dir,
                           const char *hash)
{
  const char folder[] = { hash[0], hash[1], '\0' };

  return g_build_filename (data_dir, "evidence", folder, hash, NULL);
}

static void
source_clear (Source *source)
{
  if (source->fd >= 0)
    close (source->fd);
  g_clear_object (&source->stream);
  g_clear_pointer (&source->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* Cancelled or failed, nothing is left. */
static void
target_clear (Target *target)
{
  if (target->fd >= 0)
    close (target->fd);
  if (target->path != NULL)
    g_unlink (target->path);
  g_clear_pointer (&target->path, g_free);
  g_clear_pointer (&target->digest, octant_digest_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
fail_target (const char  *path,
             GError     **error)
{
  int saved = errno;
  OctantStoreError code = OCTANT_STORE_ERROR_IO;

  if (saved == ENOSPC || saved == EDQUOT || saved == EFBIG)
    code = OCTANT_STORE_ERROR_FULL;
  else if (saved == EROFS || saved == EACCES || saved == EPERM)
    code = OCTANT_STORE_ERROR_READ_ONLY;
  else if (saved == ENOENT || saved == ENOTDIR)
    code = OCTANT_STORE_ERROR_GONE;
  g_set_error (error, OCTANT_STORE_ERROR, (int) code, "Cannot write %s: %s", path, g_strerror (saved));
  return FALSE;
}

static gboolean
fail_source (const Source  *source,
             GError       **error)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), "Cannot read “%s”: %s", source->name,
               g_strerror (saved));
  return FALSE;
}

static gboolean
fail_not_regular (const Source  *source,
                  GError       **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "“%s” is not a plain file", source->name);
  return FALSE;
}

/* A name to show and to save under: valid, on one line, without a path, not too long for a file system. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean harmless = c != '/' && c != '\\' && !g_unichar_iscntrl (c) &&
                          g_unichar_type (c) != G_UNICODE_FORMAT &&
                          g_unichar_type (c) != G_UNICODE_LINE_SEPARATOR &&
                          g_unichar_type (c) != G_UNICODE_PARAGRAPH_SEPARATOR;

      if (clean->len + 6 > MAX_NAME_BYTES)
        break;
      g_string_append_unichar (clean, harmless ? c : '_');
    }
  if (clean->len == 0 || strcmp (clean->str, ".") == 0 || strcmp (clean->str, "..") == 0)
    g_string_assign (clean, "unnamed");
  return g_string_free (clean, FALSE);
}

static gboolean
open_local (Source      *source,
            const char  *path,
            GError     **error)
{
  struct stat info;

  /* Without O_NONBLOCK, opening a FIFO would wait for a writer. */
  source->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (source->fd < 0 || fstat (source->fd, &info) != 0)
    return fail_source (source, error);
  if (!S_ISREG (info.st_mode))
    return fail_not_regular (source, error);
  source->total = info.st_size;
  return TRUE;
}

static gboolean
open_stream (Source        *source,
             GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                           "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME))
    {
      g_free (source->name);
      source->name = clean_name (g_file_info_get_display_name (info));
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return fail_not_regular (source, error);
  if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    source->total = g_file_info_get_size (info);
  source->stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  return source->stream != NULL;
}

static gboolean
source_open (Source        *source,
             GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *path = g_file_peek_path (file);

  source->total = -1;
  source->name = clean_name (base != NULL ? base : "");
  if (path != NULL)
    return open_local (source, path, error);
  return open_stream (source, file, cancellable, error);
}

/* Bytes read, 0 at the end, -1 with the error set. */
static gssize
source_read (Source        *source,
             guchar        *buffer,
             GCancellable  *cancellable,
             GError       **error)
{
  gssize n;

  if (source->stream != NULL)
    return g_input_stream_read (source->stream, buffer, OCTANT_EVIDENCE_CHUNK, cancellable, error);
  do
    n = read (source->fd, buffer, OCTANT_EVIDENCE_CHUNK);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    fail_source (source, error);
  return n;
}

static gboolean
target_open (Target      *target,
             const char  *folder,
             GError     **error)
{
  g_autofree char *path = g_build_filename (folder, OCTANT_STORE_TEMPORARY_PREFIX "XXXXXX", NULL);

  target->fd = g_mkstemp_full (path, O_WRONLY | O_CLOEXEC, 0600);
  if (target->fd < 0)
    return fail_target (folder, error);
  target->path = g_steal_pointer (&path);
  target->digest = octant_digest_new ();
  return TRUE;
}

static gboolean
target_write (Target        *target,
              const guchar  *data,
              gsize          length,
              GError       **error)
{
  gsize take = MIN (length, sizeof target->head - target->head_length);

  memcpy (target->head + target->head_length, data, take);
  target->head_length += take;
  octant_digest_update (target->digest, data, length);
  target->size += (gint64) length;

  while (length > 0)
    {
      ssize_t n = write (target->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_target (target->path, error);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
copy (Source          *source,
      Target          *target,
      const Progress  *progress,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree guchar *buffer = g_malloc (OCTANT_EVIDENCE_CHUNK);

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = source_read (source, buffer, cancellable, error);
      if (n <= 0)
        return n == 0;
      if (!target_write (target, buffer, (gsize) n, error))
        return FALSE;
      if (progress->func != NULL)
        progress->func (target->size, source->total, progress->data);
    }
}

/* Everything of the content is on disk after this, under the temporary name. */
static gboolean
target_finish (Target  *target,
               GError **error)
{
  int fd = target->fd;

  /* Read-only, so that a program that opens the evidence does not save over it by mistake. */
  if (fchmod (fd, 0400) != 0 || fsync (fd) != 0)
    return fail_target (target->path, error);
  target->fd = -1;
  if (close (fd) != 0)
    return fail_target (target->path, error);
  return TRUE;
}

static gboolean
target_move (Target      *target,
             const char  *data_dir,
             const char  *hash,
             gboolean    *created,
             GError     **error)
{
  g_autofree char *path = octant_evidence_hash_path (data_dir, hash);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);
  gboolean made = g_mkdir (folder, 0700) == 0;

  if (!made && errno != EEXIST)
    return fail_target (folder, error);
  *created = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (g_rename (target->path, path) != 0)
    {
      fail_target (path, error);
      if (made)
        g_rmdir (folder);
      return FALSE;
    }
  g_clear_pointer (&target->path, g_free);
  return octant_file_sync_folder (folder, error) && octant_file_sync_folder (above, error);
}

static char *
guess_media_type (const Source *source,
                  const Target *target)
{
  g_autofree char *content_type = g_content_type_guess (source->name, target->head, target->head_length, NULL);
  char *media_type = content_type != NULL ? g_content_type_get_mime_type (content_type) : NULL;

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

OctantEvidenceFile *
octant_evidence_import (const char      *data_dir,
                        GFile           *source,
                        OctantProgress   progress,
                        gpointer         user_data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autofree char *folder = NULL;
  g_auto (Source) from = { .fd = -1 };
  g_auto (Target) to = { .fd = -1 };
  const Progress report = { progress, user_data };
  g_autoptr (OctantEvidenceFile) file = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (source), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = g_build_filename (data_dir, "evidence", NULL);
  if (!source_open (&from, source, cancellable, error) || !target_open (&to, folder, error) ||
      !copy (&from, &to, &report, cancellable, error) || !target_finish (&to, error))
    return NULL;

  file = g_new0 (OctantEvidenceFile, 1);
  file->sha256 = octant_digest_finish (to.digest);
  file->size = to.size;
  file->media_type = guess_media_type (&from, &to);
  file->name = g_steal_pointer (&from.name);
  return target_move (&to, data_dir, file->sha256, &file->created, error) ? g_steal_pointer (&file) : NULL;
}

gboolean
octant_evidence_discard (OctantStore *store,
                         GPtrArray   *files,
                         GError     **error)
{
  g_autoptr (GHashTable) known = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (store), FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  known = octant_store_list_evidence_hashes (store, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const OctantEvidenceFile *file = g_ptr_array_index (files, i);
      g_autofree char *path = NULL;
      g_autofree char *folder = NULL;

      if (!file->created || g_hash_table_contains (known, file->sha256))
        continue;
      path = octant_evidence_hash_path (octant_store_get_dir (store), file->sha256);
      folder = g_path_get_dirname (path);
      if (g_unlink (path) != 0)
        g_debug ("%s stays: %s", path, g_strerror (errno));
      /* Others may lie in it, and then it stays. */
      g_rmdir (folder);
    }
  return TRUE;
}

OctantRecord *
octant_evidence_record (const char               *organisation_id,
                        const OctantEvidenceFile *file,
                        const char               *title,
                        const char               *source,
                        const char               *collected_on,
                        const char               *valid_until,
                        int                       strength,
                        const char               *actor,
                        const char               *time)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *size = NULL;
  g_autofree char *strength_text = g_strdup_printf ("%d", strength);
  const char *values[OCTANT_EVIDENCE_ADDED_AT + 1];

  g_return_val_if_fail (organisation_id != NULL && file != NULL, NULL);
  g_return_val_if_fail (actor != NULL && time != NULL, NULL);

  size = g_strdup_printf ("%" G_GINT64_FORMAT, file->size);
  values[OCTANT_EVIDENCE_ID] = id;
  values[OCTANT_EVIDENCE_ORG] = organisation_id;
  values[OCTANT_EVIDENCE_TITLE] = title != NULL ? title : file->name;
  values[OCTANT_EVIDENCE_NAME] = file->name;
  values[OCTANT_EVIDENCE_MEDIA_TYPE] = file->media_type;
  values[OCTANT_EVIDENCE_SIZE] = size;
  values[OCTANT_EVIDENCE_SHA256] = file->sha256;
  values[OCTANT_EVIDENCE_SOURCE] = source;
  values[OCTANT_EVIDENCE_COLLECTED_ON] = collected_on;
  values[OCTANT_EVIDENCE_VALID_UNTIL] = valid_until;
  values[OCTANT_EVIDENCE_STRENGTH] = strength_text;
  values[OCTANT_EVIDENCE_ADDED_BY] = actor;
  values[OCTANT_EVIDENCE_ADDED_AT] = time;
  return octant_record_new (OCTANT_TABLE_EVIDENCE, values);
}

/**
 * octant_evidence_path:
 *
 * Returns: (transfer full) (nullable): where the content is; NULL when the row's hash is
 *   none, which only a damaged or hostile database has
 */
char *
octant_evidence_path (const char         *data_dir,
                      const OctantRecord *evidence)
{
  const char *hash;

  g_return_val_if_fail (data_dir != NULL && evidence != NULL, NULL);

  hash = octant_record_get (evidence, OCTANT_EVIDENCE_SHA256);
  return octant_evidence_is_hash (hash) ? octant_evidence_hash_path (data_dir, hash) : NULL;
}
