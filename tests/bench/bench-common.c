/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* nftw */

#include "config.h"

#include "bench-common.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

gint64
octant_bench_now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (gint64) t.tv_sec * 1000000000 + t.tv_nsec;
}

void
octant_bench_must (gboolean      done,
                   const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "the benchmark could not be set up");
}

static int
compare_times (const void *a,
               const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

gint64
octant_bench_quantile (gint64 *times,
                       gsize   n,
                       double  share)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[MIN ((gsize) ((double) n * share), n - 1)];
}

char *
octant_bench_make_dir (void)
{
  g_autofree char *here = g_get_current_dir ();
  char *dir = g_build_filename (here, "octant-bench-XXXXXX", NULL);

  if (g_mkdtemp (dir) == NULL)
    g_error ("cannot make a folder here");
  return dir;
}

static int
remove_cb (const char        *path,
           const struct stat *info,
           int                type,
           struct FTW        *walk)
{
  return g_remove (path);
}

void
octant_bench_remove_dir (const char *dir)
{
  if (nftw (dir, remove_cb, 16, FTW_DEPTH | FTW_PHYS) != 0)
    g_printerr ("%s is left over\n", dir);
}

gint64
octant_bench_get_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) cells = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  cells = g_strsplit (text, " ", 3);
  return g_ascii_strtoll (cells[1], NULL, 10) * sysconf (_SC_PAGESIZE);
}
