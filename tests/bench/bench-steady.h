/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The same computation again and again: what its time varies by is the machine's own, which a virtual one does not say
 * otherwise. It goes through little memory in no order, as styles and widgets are gone through.
 */

/* Chooses how much is computed: half of the times it takes @wanted nanoseconds or less. */
void   octant_bench_steady_init (gint64 wanted);
/* Computes it once. Returns the nanoseconds, without those in which the thread waited for a processor. */
gint64 octant_bench_steady_run  (void);

G_END_DECLS
