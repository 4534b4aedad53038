/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Columns of a terminal that a text takes: signs of East Asian scripts take two. */
guint octant_brief_measure (const char *text);

/**
 * octant_brief_titles:
 * @titles: (array length=n): of assessments
 * @dates: (array length=n): of the same, ISO 8601
 *
 * What tells several assessments apart where whole titles have no room, as at the marks of
 * an axis: the titles when all of them are short; else the years of their dates, or as much
 * of the dates as makes them differ; of the same day, the titles again.
 *
 * Returns: (transfer full): @n texts
 */
GStrv octant_brief_titles  (const char *const *titles,
                            const char *const *dates,
                            guint              n);

G_END_DECLS
