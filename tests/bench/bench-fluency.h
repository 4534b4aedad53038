/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"
#include "octant-window.h"

G_BEGIN_DECLS

/* The window under measurement, and what its acts share. */
typedef struct
{
  OctantSession *session;
  OctantWindow *window;
  GPtrArray *objects; /* (element-type OctantRecord) rows of the register */
  char *cycles[2];    /* the newest two */
  char *wanted;       /* (nullable): the act is done when this cycle is open */
  GtkEditable *entry; /* (nullable): what is typed into */
  gboolean pending;   /* the act is not done before something says so */
} OctantBench;

typedef enum
{
  OCTANT_BENCH_UNDO = 1 << 0,  /* undone, done again and undone after each run */
  OCTANT_BENCH_CLOSE = 1 << 1, /* leaves a dialog, to be closed after each run */
} OctantBenchFlags;

typedef struct
{
  const char *name;
  void (*prepare) (OctantBench *bench); /* (nullable): not measured; settled after it */
  void (*act) (OctantBench *bench,
               guint        run);
  guint n_runs;
  OctantBenchFlags flags;
} OctantBenchAct;

/* What a user does, page by page. Ended by an act without a name. */
extern const OctantBenchAct octant_bench_acts[];

G_END_DECLS
