/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantNoteView:
 *
 * A text of at most OCTANT_WORDS_TEXT characters that has no button to save it. Property
 * "longest": seconds after which it is kept although keys go on to come, 0: however long
 * that takes.
 *
 * Signals:
 * - "typed": the user changed it;
 * - "keep": it is time to make an act of it, as she pauses or takes the keyboard elsewhere;
 * - "refused": what she inserted does not fit, see octant_words_get_refusal().
 */
#define OCTANT_TYPE_NOTE_VIEW (octant_note_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantNoteView, octant_note_view, OCTANT, NOTE_VIEW, GtkTextView)

/* (transfer full) */
char *octant_note_view_dup_text (OctantNoteView *self);
/* Shows @text; but what is being typed is newer than what anybody else says, and stays until it is settled. */
void  octant_note_view_set_text (OctantNoteView *self,
                                 const char     *text);
/* What was typed is kept, or does not matter any more. */
void  octant_note_view_settle   (OctantNoteView *self);

G_END_DECLS
