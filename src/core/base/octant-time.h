/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times are ISO 8601 UTC strings with microseconds, "2026-11-22T07:54:01.123456Z"; dates are "2026-11-22". */
char    *octant_time_now      (void);
char    *octant_date_today    (void);
gboolean octant_date_is_valid (const char *date);
/* Whole months from one date to another, negative when `to` is earlier (at least -1);
 * a started month does not count. Both must be valid. */
int      octant_date_months_between (const char *from,
                                     const char *to);

G_END_DECLS
