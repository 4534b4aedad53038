/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"
#include "search/octant-search.h"

G_BEGIN_DECLS

/**
 * OctantSearcher:
 *
 * Finds text in everything that is stored. The texts are read at the first search, on the worker's thread, and kept;
 * each later search first takes in what the journal has had since, so that nothing stale is found. Belongs to the session.
 * Reference-counted; its index is touched on the worker's thread only.
 */
typedef struct _OctantSearcher OctantSearcher;

OctantSearcher *octant_searcher_new   (void);
OctantSearcher *octant_searcher_ref   (OctantSearcher *self);
void            octant_searcher_unref (OctantSearcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSearcher, octant_searcher_unref)

/* @max_hits: for each place */
void       octant_session_search_async  (OctantSession       *self,
                                         const char          *text,
                                         guint                max_hits,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* @n_found: (out) (array fixed-size=OCTANT_SEARCH_N_PLACES). (transfer full) (element-type OctantSearchHit) */
GPtrArray *octant_session_search_finish (OctantSession       *self,
                                         GAsyncResult        *result,
                                         guint               *n_found,
                                         GError             **error);

G_END_DECLS
