/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-gradual-list.h"

G_BEGIN_DECLS

/**
 * OctantListKeyboard:
 *
 * Keeps the row that is selected in view and the keyboard with it, in a list whose rows come
 * and go by and by. What a list does of that by itself is not enough: it scrolls to rows that
 * have no height yet, hides the head before its first row, loses the keyboard with a row that
 * goes, and knows nothing of a row that is still to come.
 *
 * Main thread only.
 */
#define OCTANT_TYPE_LIST_KEYBOARD (octant_list_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (OctantListKeyboard, octant_list_keyboard, OCTANT, LIST_KEYBOARD, GObject)

/*
 * Shows @rows in @view, to know what has the keyboard before the rows change there and after.
 *
 * @view: (unowned): outlives this
 * @rows: of a GtkSingleSelection
 * @aside: (unowned): outlives this; while the keyboard is in there, it stays
 */
OctantListKeyboard *octant_list_keyboard_new        (GtkListView        *view,
                                                     OctantGradualList  *rows,
                                                     GtkWidget          *aside);
/* Shows what comes before the first row, while that is the selected one. */
void                octant_list_keyboard_show_top   (OctantListKeyboard *self);
/* Gives the selected row the keyboard, now or as soon as it is there. */
void                octant_list_keyboard_focus      (OctantListKeyboard *self);
/* @active: FALSE while something else is in the place of the list */
void                octant_list_keyboard_set_active (OctantListKeyboard *self,
                                                     gboolean            active);

G_END_DECLS
