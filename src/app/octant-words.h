/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What a user types or pastes, on its way to an act. The rules are those by which the
 * acts refuse a text (octant-acts.h); here it is said before, and in her language.
 */

#define OCTANT_WORDS_NAME 200   /* characters of a name or title */
#define OCTANT_WORDS_TEXT 10000 /* of a note, a reason, the minutes of one question */

/* (transfer full): @text with its control characters as line ends, or left out */
char *octant_words_clean (const char *text);

/* TRUE when nothing but white space around the texts is different: what is kept is trimmed. */
gboolean octant_words_equal (const char *a,
                             const char *b);

typedef void (*OctantWordsFunc) (gpointer user_data);

/*
 * Lets into @view what can be kept: no control characters, and no text that would make it
 * longer than @max_chars characters, which is left out as a whole. @refused: (nullable):
 * says so
 */
void octant_words_guard (GtkTextView    *view,
                         int             max_chars,
                         OctantWordsFunc refused,
                         gpointer        user_data);

/* The sentence for what @refused above has to say */
const char *octant_words_get_refusal (void);

/* Whether it can stand as a name: every act is refused whose doer has none. */
gboolean octant_words_is_name (const char *text);

/*
 * What is wrong with the words of @row, NULL for nothing; marks the row. A name
 * (OCTANT_WORDS_NAME) is one line. That nothing stands there is not wrong here: it is the
 * button's to say.
 */
const char *octant_words_find_fault (AdwEntryRow *row,
                                     int          max_chars);

G_END_DECLS
