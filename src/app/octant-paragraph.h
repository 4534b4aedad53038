/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantParagraph:
 *
 * A text that takes the width it is given and wraps in it. A GtkLabel lays its text out
 * twice, without end and as narrow as can be, before it is asked how high it is at some
 * width: for a long text that takes ten times what it takes to show it. A paragraph lays
 * its text out once, at its width, which "width-chars" and "max-width-chars" alone ask for.
 * "lines" is how many lines are shown at most before the text is cut with an ellipsis, 0
 * for all of them.
 *
 * Like a label it has the CSS node “label”, and for assistive technology the role label
 * and its text as its name. The text cannot be selected and has no markup.
 */
#define OCTANT_TYPE_PARAGRAPH (octant_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (OctantParagraph, octant_paragraph, OCTANT, PARAGRAPH, GtkWidget)

GtkWidget  *octant_paragraph_new      (const char      *text);
const char *octant_paragraph_get_text (OctantParagraph *self);
/* @text: in UTF-8 */
void        octant_paragraph_set_text (OctantParagraph *self,
                                       const char      *text);

G_END_DECLS
