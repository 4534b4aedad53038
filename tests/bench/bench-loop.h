/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How long the main loop is away from its sources. What lies between two polls is one
 * block: while it lasts the window answers to nothing. The time that the thread waited for
 * a processor is taken off, because other processes cause it and not the program; waiting
 * for a disk, a lock or the display server stays in. How long it computed is said beside it:
 * that is the same on a machine that has other work to do.
 *
 * A block that has a frame in it holds the time of painting as well, which is the
 * renderer's. It is kept apart: in software it is many times what a graphics card needs.
 *
 * One thread, the one of the default main context.
 */
typedef struct
{
  gint64 work;  /* nanoseconds without painting */
  gint64 busy;  /* of these, those in which the thread computed */
  gint64 paint; /* snapshot and rendering of a frame */
} OctantBenchBlock;

/* What lies between an act and the end of the first frame after it. */
typedef enum
{
  OCTANT_BENCH_ACT,    /* the call itself */
  OCTANT_BENCH_WAIT,   /* until the frame begins */
  OCTANT_BENCH_UPDATE, /* what is done at each frame */
  OCTANT_BENCH_LAYOUT, /* style, measuring, allocation */
  OCTANT_BENCH_PAINT,  /* snapshot and rendering */
  OCTANT_BENCH_N_PHASES,
} OctantBenchPhase;

/* Takes over the polling of the default main context. */
void   octant_bench_loop_init    (void);
/* Frames of @window are told apart from now on. */
void   octant_bench_loop_watch   (GtkWidget *window);
/* Starts a block here: what was before does not count. */
void   octant_bench_loop_mark    (void);
/*
 * Iterates until @done says so (NULL: at once) and nothing is left to do but to wait: no
 * event, no frame, no timeout within a few hundredths of a second. Appends the blocks.
 *
 * @blocks: (nullable) (element-type OctantBenchBlock)
 */
void   octant_bench_loop_settle  (GArray    *blocks,
                                  gboolean (*done) (gpointer),
                                  gpointer   data);
/*
 * Calls @act when nothing was painted for a while, and iterates until the next frame of a
 * watched window is painted.
 *
 * @phases: (out) nanoseconds, without those in which the thread waited for a processor
 * @computed: (out) how many of all of them the thread computed
 */
void   octant_bench_loop_act    (void     (*act) (gpointer),
                                 gpointer   data,
                                 gint64     phases[OCTANT_BENCH_N_PHASES],
                                 gint64    *computed);
/* Nanoseconds of a clock that stands still while the thread could run and another one had the processor. */
gint64 octant_bench_loop_get_own_time (void);
/* How often the loop came back from waiting within @seconds of nothing to do. */
guint  octant_bench_loop_count_wakeups (guint seconds);

G_END_DECLS
