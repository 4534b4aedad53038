/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "search/octant-search.h"

G_BEGIN_DECLS

/**
 * OctantSearchItem:
 *
 * One thing found, for a list. Properties: place (int of OctantSearchPlace), cycle (its title, NULL for none), total, heading,
 * snippet, about (what a code stands for, "" for nothing), attributes (what matches in the snippet is bold), label (all of it in
 * one line).
 */
#define OCTANT_TYPE_SEARCH_ITEM (octant_search_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantSearchItem, octant_search_item, OCTANT, SEARCH_ITEM, GObject)

/*
 * Takes @hit. @rank: of its assessment among those found in, 0 for none. @total: how many there are of its place, also
 * those that are not shown.
 */
OctantSearchItem      *octant_search_item_new     (OctantSearchHit  *hit,
                                                   guint             rank,
                                                   guint             total,
                                                   const char       *about);
guint                  octant_search_item_get_rank (OctantSearchItem *self);
const OctantSearchHit *octant_search_item_get_hit (OctantSearchItem *self);

G_END_DECLS
