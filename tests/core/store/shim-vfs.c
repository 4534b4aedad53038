/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "shim-vfs.h"

#include <errno.h>

static const ShimHooks *hooks;
static sqlite3_vfs *real_vfs;
static sqlite3_vfs shim_vfs;
static sqlite3_io_methods methods;

static ShimFile *
as_file (sqlite3_file *file)
{
  return (ShimFile *) (void *) file;
}

static int
file_close (sqlite3_file *file)
{
  ShimFile *self = as_file (file);
  int result = self->real->pMethods != NULL ? self->real->pMethods->xClose (self->real) : SQLITE_OK;

  g_free (self->real);
  g_free (self->name);
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
  int result = hooks->write (as_file (file), data, amount, offset);

  return result == SQLITE_OK ? real->pMethods->xWrite (real, data, amount, offset) : result;
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  sqlite3_file *real = as_file (file)->real;
  int result = hooks->truncate (as_file (file), size);

  return result == SQLITE_OK ? real->pMethods->xTruncate (real, size) : result;
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  sqlite3_file *real = as_file (file)->real;
  int result = hooks->sync (as_file (file));

  return result == SQLITE_OK ? real->pMethods->xSync (real, flags) : result;
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
vfs_open (sqlite3_vfs     *vfs,
          sqlite3_filename name,
          sqlite3_file    *file,
          int              flags,
          int             *out_flags)
{
  ShimFile *self = as_file (file);
  int result;

  self->base.pMethods = NULL;
  self->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (result != SQLITE_OK)
    {
      g_clear_pointer (&self->real, g_free);
      return result;
    }
  self->name = g_strdup (name);
  self->base.pMethods = &methods;
  return result;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync)
{
  int result = hooks->remove (name);

  return result == SQLITE_OK ? real_vfs->xDelete (real_vfs, name, sync) : result;
}

/* What errno says here is left over from elsewhere. */
static int
vfs_last_error (sqlite3_vfs *vfs,
                int          size,
                char        *text)
{
  return EIO;
}

void
shim_install (const ShimHooks *with)
{
  g_assert_null (hooks);
  hooks = with;
  real_vfs = sqlite3_vfs_find (NULL);
  shim_vfs = *real_vfs;
  shim_vfs.zName = "shim";
  shim_vfs.szOsFile = sizeof (ShimFile);
  shim_vfs.xOpen = vfs_open;
  shim_vfs.xDelete = vfs_delete;
  shim_vfs.xGetLastError = vfs_last_error;
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
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, 1), ==, SQLITE_OK);
}
