/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (GError    **error,
      const char *verb,
      const char *path)
{
  int saved = errno;
  /* A quota is a disk, too. */
  int known = saved == EDQUOT || saved == EFBIG ? ENOSPC : saved;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (known),
               "%s %s: %s", verb, path, g_strerror (saved));
  return FALSE;
}

gboolean
octant_file_sync_folder (const char *folder,
                         GError    **error)
{
  int fd;

  g_return_val_if_fail (folder != NULL, FALSE);

  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return fail (error, "Cannot open folder", folder);
  if (fsync (fd) != 0)
    {
      int saved = errno;

      close (fd);
      errno = saved;
      return fail (error, "Cannot sync folder", folder);
    }
  close (fd);
  return TRUE;
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, MIN (length, 1 << 20));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return fsync (fd) == 0;
}

gboolean
octant_file_replace (const char *path,
                     const void *data,
                     gsize       length,
                     GError    **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  gboolean written;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  folder = g_path_get_dirname (path);
  temporary = g_strdup_printf ("%s/.octant-XXXXXX", folder);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail (error, "Cannot write in", folder);

  written = write_all (fd, data, length);
  if (close (fd) != 0 || !written || g_rename (temporary, path) != 0)
    {
      int saved = errno;

      g_unlink (temporary);
      errno = saved;
      return fail (error, "Cannot write", path);
    }
  return octant_file_sync_folder (folder, error);
}
