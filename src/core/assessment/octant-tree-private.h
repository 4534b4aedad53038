/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/*
 * The observable objects of an assessment, made when somebody first asks for them. Plain
 * memory owned by the assessment; nodes and items that outlive it answer with nothing.
 */
typedef struct _OctantTree OctantTree;

OctantTree *octant_tree_new            (OctantAssessment *assessment);
void        octant_tree_free           (OctantTree       *self);
OctantNode *octant_tree_get_node       (OctantTree       *self,
                                        guint             node);
GListModel *octant_tree_get_items      (OctantTree       *self,
                                        guint             subdomain);
/* After a change of one item: the item and, for a child, its parent. */
void        octant_tree_refresh_item   (OctantTree       *self,
                                        guint             requirement,
                                        guint             slot);
/* Of one item alone. */
void        octant_tree_refresh_slot   (OctantTree       *self,
                                        guint             requirement,
                                        guint             slot);
/* What items say that have one child for each object, whose children are up to date. */
void        octant_tree_refresh_parents (OctantTree      *self);
void        octant_tree_refresh_items  (OctantTree       *self);
/* After a change of results: these nodes, and the blocking marks when a level changed. */
void        octant_tree_refresh_nodes  (OctantTree       *self,
                                        const guint      *nodes,
                                        guint             n_nodes);
/*
 * After a change of the objects in scope: items stay, those of other objects come and go.
 * Only where the first object comes, the last one goes or one has another name, they are
 * made anew. Those that come say what is; what the others say is refreshed afterwards.
 */
void        octant_tree_follow_objects (OctantTree       *self);

OctantNode *octant_node_new            (OctantAssessment *assessment,
                                        guint             index);
void        octant_node_detach         (OctantNode       *self);
/* TRUE when level or applicability changed, on which blocking marks depend. */
gboolean    octant_node_refresh        (OctantNode       *self);
void        octant_node_set_blocking   (OctantNode       *self,
                                        gboolean          blocking);

OctantItem *octant_item_new            (OctantAssessment *assessment,
                                        guint             requirement,
                                        guint             slot);
void        octant_item_detach         (OctantItem       *self);
void        octant_item_refresh        (OctantItem       *self);
/*
 * After a change of the objects in scope: for each the position of its child in a parent,
 * G_MAXUINT where it has none yet. NULL when all have to be made anew. Parents have the same
 * children, so that this is said for all of them. (transfer full) (element-type guint)
 */
GArray     *octant_item_map_objects    (OctantItem       *self);
/*
 * The children that a parent is to have, which are all right from now on, those that go with
 * nothing to say; its list has them after octant_item_follow(). (transfer full) (element-type OctantItem)
 */
GPtrArray  *octant_item_prepare        (OctantItem       *self,
                                        const GArray     *map);
void        octant_item_follow         (OctantItem       *self,
                                        GPtrArray        *children);

G_END_DECLS
