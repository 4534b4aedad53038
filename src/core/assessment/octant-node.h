/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

/**
 * OctantNode:
 *
 * The whole, a domain or a sub-domain of an assessment, for lists and trees. Lives as
 * long as the assessment keeps it; identity is stable. Notifies only what changed:
 * applicable, tailored, level, level-high, score, score-high (doubles, for drawing),
 * score-text, answered, items (applicable ones), carried, limited, blocking (it, or a
 * sub-domain in it, keeps the whole from its next level, as octant_explain() says),
 * target (the level that it aims at, its own or from above, 0 for none).
 * Besides: code, which never changes.
 */
#define OCTANT_TYPE_NODE (octant_node_get_type ())
G_DECLARE_FINAL_TYPE (OctantNode, octant_node, OCTANT, NODE, GObject)

OctantNode        *octant_assessment_get_node (OctantAssessment *assessment,
                                               guint             node);
OctantAssessment  *octant_node_get_assessment (OctantNode *self);
guint              octant_node_get_index      (OctantNode *self);
const char        *octant_node_get_code       (OctantNode *self);
const OctantText  *octant_node_get_name       (OctantNode *self); /* the model's title for the whole */
gboolean           octant_node_is_subdomain   (OctantNode *self);
const OctantScore *octant_node_get_score      (OctantNode *self);
gboolean           octant_node_get_applicable (OctantNode *self);
int                octant_node_get_level      (OctantNode *self);
int                octant_node_get_target     (OctantNode *self);
/* Domains of the whole, sub-domains of a domain; NULL for a sub-domain. (transfer none) */
GListModel        *octant_node_get_children   (OctantNode *self);
/* The items of a sub-domain in model order: one OctantItem for each requirement. (transfer none) (nullable) */
GListModel        *octant_node_get_items      (OctantNode *self);

/**
 * OctantItem:
 *
 * A requirement as it is rated: once, or, when object-rated in a cycle with objects, a
 * parent (slot G_MAXUINT, rating of the weakest object) with one child for each object.
 * Properties: rating (guint of OctantRating), carried, has-note, n-evidence,
 * previous-rating, has-previous, n-outdated, unsettled, n-objects. Notifies only what changed.
 *
 * When objects come into scope or go, items of the others stay and children come and go in
 * the lists of their parents. All are made anew only when the first one comes, the last one
 * goes or one has got another name.
 */
#define OCTANT_TYPE_ITEM (octant_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantItem, octant_item, OCTANT, ITEM, GObject)

OctantAssessment        *octant_item_get_assessment  (OctantItem *self);
guint                    octant_item_get_requirement_index (OctantItem *self);
const OctantRequirement *octant_item_get_requirement (OctantItem *self);
guint                    octant_item_get_slot        (OctantItem *self);
OctantRating             octant_item_get_rating      (OctantItem *self);
gboolean                 octant_item_get_carried     (OctantItem *self);
gboolean                 octant_item_get_has_note    (OctantItem *self);
guint                    octant_item_get_n_evidence  (OctantItem *self);
guint                    octant_item_get_n_outdated  (OctantItem *self);
gboolean                 octant_item_get_unsettled   (OctantItem *self);
gboolean                 octant_item_get_out_of_scope (OctantItem *self);
gboolean                 octant_item_get_previous_rating (OctantItem   *self,
                                                          OctantRating *rating);
/* Object name of a child, NULL otherwise. */
const char              *octant_item_get_object_name (OctantItem *self);
/* (transfer none) (nullable): one item for each object */
GListModel              *octant_item_get_children    (OctantItem *self);
/* Of a parent, while one object's scores are looked at, the item of that object; else itself. (transfer none) */
OctantItem              *octant_item_get_shown       (OctantItem *self);
gboolean                 octant_item_outlasts        (OctantItem      *self,
                                                      const OctantAct *act);

G_END_DECLS
