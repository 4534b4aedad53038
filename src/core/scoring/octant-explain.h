/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

/* What keeps a node from the level above its own. */
typedef enum
{
  OCTANT_BLOCK_ITEM,            /* an item of levels 1…k is below the attaining rating (section 2 (1)) */
  OCTANT_BLOCK_THRESHOLD,       /* a lower level's achievement is not above the threshold (section 2 (2)) */
  OCTANT_BLOCK_NO_ITEMS,        /* the next level has no applicable item */
  OCTANT_BLOCK_DOMAIN_QUORUM,   /* too little weight of sub-domains at k (section 5 (1)) */
  OCTANT_BLOCK_DOMAIN_FLOOR,    /* a sub-domain below k − tolerance (section 5 (2)) */
  OCTANT_BLOCK_OVERALL_FLOOR,   /* a domain below k − tolerance (section 6 (1)) */
  OCTANT_BLOCK_OVERALL_QUORUM,  /* too little weight of domains at k (section 6 (2)) */
  OCTANT_BLOCK_GATE,            /* a gate sub-domain below k (section 6 (3)) */
} OctantBlockKind;

/**
 * OctantBlock:
 *
 * One blocking condition.
 *
 * Of a sub-domain (ITEM, THRESHOLD, NO_ITEMS): aspect, level of the cell, slot, and the
 * requirements that cause it: those to bring to the attaining rating, those not yet at the
 * highest rating, those marked not applicable. @have and @need are achievements.
 *
 * Of a roll-up: the nodes that fall short and in @level the level that each of them must
 * reach. For a quorum @have and @need are shares of the weight, else levels.
 */
typedef struct
{
  OctantBlockKind kind;
  guint node;           /* where the condition stands */
  guint target;         /* the level of @node that is kept away */
  guint aspect;
  guint level;          /* level of the cell concerned, or level that nodes must reach */
  guint slot;
  gboolean per_object;  /* @slot says which object; else it is 0 and concerns all of them */
  GArray *requirements; /* (element-type guint) items to improve, (nullable) */
  GArray *nodes;        /* (element-type guint) nodes that fall short, (nullable) */
  OctantRational have;  /* achievement, share of weight or least level reached */
  OctantRational need;  /* what must be exceeded (threshold) or reached (all others) */
} OctantBlock;

/**
 * octant_explain:
 *
 * The blocking conditions that keep @node from level L + 1 in the official result, the
 * direct ones first, followed into the nodes below down to requirements: each node named
 * by a condition is explained up to the level that the condition asks of it, each cell
 * once. Amending everything that is listed takes @node to level L + 1 or higher. Empty at
 * the highest level and for a node that is not applicable. Scores must be up to date.
 *
 * Returns: (transfer container) (element-type OctantBlock): in model order
 */
GPtrArray *octant_explain (OctantScorer *scorer,
                           guint         node);

void octant_block_free (OctantBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantBlock, octant_block_free)

G_END_DECLS
