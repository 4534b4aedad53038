/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What every benchmark needs: a clock, quantiles, a folder, and to stop when something is wrong. */

/* Nanoseconds of the monotonic clock: a commit into a fast disk's cache takes few microseconds. */
gint64 octant_bench_now          (void);
/* Stops the program with the message of @error unless @done. */
void   octant_bench_must         (gboolean      done,
                                  const GError *error);
/* @share: 0…1. Sorts @times, which has at least one. */
gint64 octant_bench_quantile     (gint64       *times,
                                  gsize         n,
                                  double        share);
/*
 * A new folder in the folder that the program is started in, which must be on a real disk:
 * in memory, fsync costs nothing and the figures say nothing. (transfer full)
 */
char  *octant_bench_make_dir     (void);
void   octant_bench_remove_dir   (const char   *dir);
/* Resident memory of this process in bytes; of the file's pages only those that were read. */
gint64 octant_bench_get_resident (void);

G_END_DECLS
