/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-loop.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench-common.h"

/* A frame clock at work waits for less than this; a caret blinks more slowly. */
#define IDLE_MS 40
/* Three frames. */
#define REST_MS 50

static struct
{
  int schedstat; /* -1: waiting for a processor is not known here */
  gint64 start;
  gint64 waited;   /* for a processor, by the thread, when the block started */
  gint64 computed; /* by the thread, when the block started */
  gint64 painting; /* when the painting of this frame began, 0 outside of it */
  gint64 computing; /* by the thread until then */
  gint64 paint;     /* of the block so far */
  gint64 paint_computed;
  gint64 painted;
  gint64 phases[OCTANT_BENCH_N_PHASES]; /* when each of the last frame was over */
  gint64 computed_whole; /* by the thread, when the last frame was painted */
  GArray *blocks;  /* (nullable) where blocks go at present */
  gboolean settling;
  gboolean idle;
} loop = { .schedstat = -1 };

/* Nanoseconds that this thread was ready to run and another one had the processor. */
static gint64
get_waited (void)
{
  char text[96];
  char *end;
  ssize_t n = loop.schedstat >= 0 ? pread (loop.schedstat, text, sizeof text - 1, 0) : -1;

  if (n <= 0)
    return 0;
  text[n] = '\0';
  g_ascii_strtoll (text, &end, 10);
  return g_ascii_strtoll (end, NULL, 10);
}

static gint64
get_computed (void)
{
  struct timespec t;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &t);
  return (gint64) t.tv_sec * 1000000000 + t.tv_nsec;
}

gint64
octant_bench_loop_get_own_time (void)
{
  return octant_bench_now () - get_waited ();
}

void
octant_bench_loop_mark (void)
{
  loop.paint = loop.paint_computed = 0;
  loop.computed = get_computed ();
  loop.waited = get_waited ();
  loop.start = octant_bench_now ();
}

static void
end_block (void)
{
  gint64 work = octant_bench_now () - loop.start - (get_waited () - loop.waited) - loop.paint;
  gint64 busy = get_computed () - loop.computed - loop.paint_computed;
  OctantBenchBlock block = { MAX (work, busy), busy, loop.paint };

  if (loop.blocks != NULL)
    g_array_append_val (loop.blocks, block);
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  gboolean long_wait = timeout < 0 || timeout > IDLE_MS;
  int ready;

  end_block ();
  if (loop.settling && long_wait)
    {
      /* What was asked of the display server comes back within this, if it does. */
      ready = g_poll (fds, n_fds, 2);
      loop.idle = ready == 0;
    }
  else
    ready = g_poll (fds, n_fds, timeout);
  octant_bench_loop_mark ();
  return ready;
}

void
octant_bench_loop_init (void)
{
  loop.schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  g_main_context_set_poll_func (NULL, poll_cb);
  octant_bench_loop_mark ();
}

static void
frame_begins_cb (void)
{
  loop.phases[OCTANT_BENCH_WAIT] = octant_bench_loop_get_own_time ();
}

/* These two are connected after GTK's own handlers. */
static void
update_done_cb (void)
{
  loop.phases[OCTANT_BENCH_UPDATE] = octant_bench_loop_get_own_time ();
}

/* Painting comes next. */
static void
layout_done_cb (void)
{
  loop.phases[OCTANT_BENCH_LAYOUT] = octant_bench_loop_get_own_time ();
  loop.painting = octant_bench_now ();
  loop.computing = get_computed ();
}

/* Connected before: right after the painting. */
static void
after_paint_cb (void)
{
  loop.painted = octant_bench_now ();
  if (loop.painting > 0)
    {
      loop.paint += loop.painted - loop.painting;
      loop.paint_computed += get_computed () - loop.computing;
    }
  loop.painting = 0;
  loop.phases[OCTANT_BENCH_PAINT] = octant_bench_loop_get_own_time ();
  loop.computed_whole = get_computed ();
}

void
octant_bench_loop_watch (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), NULL);
  g_signal_connect_after (clock, "update", G_CALLBACK (update_done_cb), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (layout_done_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

void
octant_bench_loop_settle (GArray   *blocks,
                          gboolean (*done) (gpointer),
                          gpointer  data)
{
  gint64 give_up = octant_bench_now () + G_GINT64_CONSTANT (60000000000);

  loop.blocks = blocks;
  loop.settling = TRUE;
  do
    {
      loop.idle = FALSE;
      g_main_context_iteration (NULL, TRUE);
      if (octant_bench_now () > give_up)
        g_error ("what was waited for does not come");
    }
  while (!loop.idle || (done != NULL && !done (data)));
  loop.settling = FALSE;
  loop.blocks = NULL;
}

static void
expire_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/*
 * Right after a frame the next one is put off, so that there are no more than the display
 * shows; who acts after a while does not meet that.
 */
static void
rest (void)
{
  gboolean expired = FALSE;

  g_timeout_add_once (REST_MS, expire_cb, &expired);
  while (!expired)
    g_main_context_iteration (NULL, TRUE);
}

void
octant_bench_loop_act (void     (*act) (gpointer),
                       gpointer   data,
                       gint64     phases[OCTANT_BENCH_N_PHASES],
                       gint64    *computed)
{
  gint64 before, last;

  rest ();
  memset (loop.phases, 0, sizeof loop.phases);
  before = loop.painted;
  *computed = get_computed ();
  last = octant_bench_loop_get_own_time ();
  octant_bench_loop_mark ();
  act (data);
  loop.phases[OCTANT_BENCH_ACT] = octant_bench_loop_get_own_time ();
  while (loop.painted == before)
    g_main_context_iteration (NULL, TRUE);
  *computed = loop.computed_whole - *computed;
  for (guint i = 0; i < OCTANT_BENCH_N_PHASES; i++)
    {
      /* A frame has only the phases that were asked for. */
      phases[i] = MAX (loop.phases[i] - last, 0);
      last = MAX (loop.phases[i], last);
    }
}

guint
octant_bench_loop_count_wakeups (guint seconds)
{
  gboolean expired = FALSE;
  guint n = 0;

  octant_bench_loop_settle (NULL, NULL, NULL);
  g_timeout_add_seconds_once (seconds, expire_cb, &expired);
  while (!expired)
    {
      g_main_context_iteration (NULL, TRUE);
      n++;
    }
  /* The last one is this clock's own. */
  return n - 1;
}

