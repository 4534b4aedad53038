/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-steady.h"

#include "bench-common.h"
#include "bench-loop.h"

/* A megabyte: more than the first cache, so little that what the program had in the last one stays there. */
#define N_PLACES (1 << 18)
#define N_TRIES 31

static guint32 places[N_PLACES];
static guint n_steps = 100000;
/* Read by nobody: without it there would be nothing to compute. */
static volatile guint32 end;

/* One cycle through all places, so that none of them is come to early again. */
static void
shuffle (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_PLACES; i++)
    places[i] = i;
  for (guint i = N_PLACES - 1; i > 0; i--)
    {
      guint other = g_rand_int_range (rand, 0, (gint32) i);
      guint32 place = places[i];

      places[i] = places[other];
      places[other] = place;
    }
}

gint64
octant_bench_steady_run (void)
{
  gint64 start = octant_bench_loop_get_own_time ();
  guint32 place = end;

  for (guint i = 0; i < n_steps; i++)
    place = places[place];
  end = place;
  return octant_bench_loop_get_own_time () - start;
}

void
octant_bench_steady_init (gint64 wanted)
{
  gint64 times[N_TRIES];

  shuffle ();
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < N_TRIES; i++)
        times[i] = octant_bench_steady_run ();
      n_steps = (guint) ((double) n_steps * (double) wanted / (double) octant_bench_quantile (times, N_TRIES, 0.5));
    }
}
