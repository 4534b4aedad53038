/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OctantPickItem:
 *
 * Something to choose among. It knows itself whether it is picked, so that a search that
 * hides it does not let go of it. Properties: title, subtitle, icon-name, mark-name, picked,
 * label (all of it in one line, which follows picked as nothing else does).
 */
#define OCTANT_TYPE_PICK_ITEM (octant_pick_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantPickItem, octant_pick_item, OCTANT, PICK_ITEM, GObject)

/*
 * @subject: (transfer none): what it stands for
 * @icon_name: (nullable): what kind of thing it is
 * @mark_name: (nullable): what to say about it
 * @words: what a search looks in
 */
OctantPickItem *octant_pick_item_new         (GObject            *subject,
                                              const char         *title,
                                              const char         *subtitle,
                                              const char         *icon_name,
                                              const char         *mark_name,
                                              const char         *words);
GObject        *octant_pick_item_get_subject (OctantPickItem     *self);
gboolean        octant_pick_item_get_picked  (OctantPickItem     *self);
void            octant_pick_item_set_picked  (OctantPickItem     *self,
                                              gboolean            picked);
/* Whether all of @words, as octant_pick_words() gives them, occur in it. */
gboolean        octant_pick_item_matches     (OctantPickItem     *self,
                                              const char *const  *words);
/* What is typed as words to look for: case and width of letters are the same. (transfer full) */
char          **octant_pick_words            (const char         *text);

G_END_DECLS
