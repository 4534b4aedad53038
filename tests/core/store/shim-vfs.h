/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

/* Stands between SQLite and the disk: a VFS that asks before each call that changes something, and passes it on. */

typedef struct
{
  sqlite3_file base;
  gboolean is_database; /* and not the WAL */
  char *name;           /* (owned) (nullable): the path */
  sqlite3_file *real;   /* (owned) */
} ShimFile;

/* Each returns SQLITE_OK to let the call through, or the error that it ends with. */
typedef struct
{
  int (*write)    (ShimFile      *file,
                   const void    *data,
                   int            amount,
                   sqlite3_int64  offset);
  int (*truncate) (ShimFile      *file,
                   sqlite3_int64  size);
  int (*sync)     (ShimFile      *file);
  int (*remove)   (const char    *name);
} ShimHooks;

/* Makes it the VFS of all connections that are opened from now on; once in a process. */
void shim_install (const ShimHooks *hooks);
