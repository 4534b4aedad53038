/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "base/octant-text.h"
#include "model/octant-model.h"

G_BEGIN_DECLS

/* Words of the window that several of its parts say. */

/* A model's text in the language of the interface. */
const char *octant_localise             (const OctantText *text);
/* "Fully achieved", "Unanswered" */
const char *octant_rating_get_name      (OctantRating      rating);
/* "F", "NA", "–": what stands on a button */
const char *octant_rating_get_letter    (OctantRating      rating);
/* A score with the decimal mark of the locale. (transfer full) */
char       *octant_format_score         (const char       *plain);
/* "2.50", or "2.50 – 3.25" while answers are missing. (transfer full) */
char       *octant_format_interval      (const char       *low,
                                         const char       *high);
/* A date of the database as the locale writes it. (transfer full) */
char       *octant_format_date          (const char       *iso);
/* What went wrong with the data, for the user. (transfer full) */
char       *octant_describe_store_error (const GError     *error);

G_END_DECLS
