/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "base/octant-text.h"
#include "model/octant-model.h"

G_BEGIN_DECLS

/* Words of the window that several of its parts say. */

/* Which language the texts of models are shown in, as the setting "text-language" counts them. */
typedef enum
{
  OCTANT_TEXTS_INTERFACE,
  OCTANT_TEXTS_CHINESE,
  OCTANT_TEXTS_ENGLISH,
  OCTANT_TEXTS_BOTH,
} OctantTextsLanguage;

/* Main thread; what is shown already follows when it is filled anew. */
void        octant_texts_set_language   (OctantTextsLanguage language);
/* The one language that texts are shown in; the first of both. */
OctantLanguage octant_texts_get_language (void);
/* A model's text in the language that was chosen. */
const char *octant_localise             (const OctantText *text);
/* The same where there is room: both languages, one below the other, when both were chosen. (transfer full) */
char       *octant_localise_full        (const OctantText *text);
/* "Fully achieved", "Unanswered" */
const char *octant_rating_get_name      (OctantRating      rating);
/* "F", "NA", "–": what stands on a button */
const char *octant_rating_get_letter    (OctantRating      rating);
/* A score with the decimal mark of the locale. (transfer full) */
char       *octant_format_score         (const char       *plain);
/* "+0.25", "−0.25", "±0.00": @size without its sign, which stays before it in every direction of reading. (transfer full) */
char       *octant_format_signed        (int               sign,
                                         const char       *size);
/* "2.50", or "2.50 – 3.25" while answers are missing. (transfer full) */
char       *octant_format_interval      (const char       *low,
                                         const char       *high);
/* A date of the database as the locale writes it. (transfer full) */
char       *octant_format_date          (const char       *iso);
/* What went wrong with the data, for the user. (transfer full) */
char       *octant_describe_store_error (const GError     *error);

G_END_DECLS
