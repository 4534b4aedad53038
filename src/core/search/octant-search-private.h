/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Folding goes character by character and never changes their number, so the n-th character
 * of a folded text is the n-th of the text that the user sees.
 */

/* NFC; what is not valid UTF-8 becomes so. */
char *octant_search_normalise   (const char *text);
/* Lower case, half width. @text must be normalised. */
void  octant_search_append_fold (GString    *out,
                                 const char *text);
/* The terms of what was typed, folded, the longest first; none for blank input. */
char **octant_search_terms      (const char *text);

G_END_DECLS
