/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/*
 * The database has a lock of its own, but that one says only that somebody has it, and it
 * exists only when the database does. The lock file comes first: it orders two processes
 * that both want to create the database, and it says who holds it. The kernel lets it go
 * when the process ends, however it ends; the file itself stays, since removing it would
 * race with the next one who opens it.
 */

#define LOCK_NAME "octant.lock"
#define MAX_HOLDER 300

static char *
read_holder (int fd)
{
  char text[MAX_HOLDER + 1];
  ssize_t n = pread (fd, text, MAX_HOLDER, 0);

  if (n <= 0)
    return g_strdup ("another process");
  text[n] = '\0';
  g_strchomp (text);
  return g_utf8_make_valid (text, -1);
}

/* Only for the message of the next one: when it cannot be written, the lock holds all the same. */
static void
write_holder (int fd)
{
  const char *program = g_get_prgname ();
  g_autofree char *text = g_strdup_printf ("%s, process %ld on %s\n", program != NULL ? program : "Octant",
                                           (long) getpid (), g_get_host_name ());
  gsize length = MIN (strlen (text), MAX_HOLDER);

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, length, 0) != (ssize_t) length)
    g_debug ("the lock file does not say who holds it: %s", g_strerror (errno));
}

static int
fail (int         fd,
      const char *path,
      GError    **error)
{
  int saved = errno;
  OctantStoreError code = OCTANT_STORE_ERROR_IO;

  if (saved == EROFS || saved == EACCES || saved == EPERM)
    code = OCTANT_STORE_ERROR_READ_ONLY;
  else if (saved == ENOSPC || saved == EDQUOT)
    code = OCTANT_STORE_ERROR_FULL;
  g_set_error (error, OCTANT_STORE_ERROR, (int) code, "Cannot lock %s: %s", path, g_strerror (saved));
  if (fd >= 0)
    close (fd);
  return -1;
}

int
octant_store_lock (const char  *dir,
                   GError     **error)
{
  g_autofree char *path = g_build_filename (dir, LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  if (fd < 0)
    return fail (fd, path, error);
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      write_holder (fd);
      return fd;
    }
  if (errno == EWOULDBLOCK)
    {
      g_autofree char *holder = read_holder (fd);

      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_BUSY,
                   "The data directory %s is open already: %s has it", dir, holder);
      close (fd);
      return -1;
    }
  return fail (fd, path, error);
}

void
octant_store_unlock (int lock)
{
  if (ftruncate (lock, 0) != 0)
    g_debug ("the lock file keeps its text: %s", g_strerror (errno));
  close (lock);
}
