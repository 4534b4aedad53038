/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How large the institution of a benchmark is. */
typedef struct
{
  guint n_cycles;
  guint n_objects;    /* in the scope of each cycle */
  guint n_interviews; /* in the newest cycle, each with 15 answers and minutes */
  guint n_evidence;   /* files of the institution, each linked to two items of the newest cycle */
} OctantBenchPlan;

/*
 * Fills a new data directory by the same acts as the user's: the shipped model, one
 * institution, a cycle for each year carried over from the one before. Of the newest some
 * answers are open and some are to be confirmed; the same plan makes the same data.
 */
void octant_bench_make_data (const char            *dir,
                             const OctantBenchPlan *plan);

G_END_DECLS
