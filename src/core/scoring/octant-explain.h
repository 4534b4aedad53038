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

/*
 * One blocking condition. For sub-domain conditions: aspect, level, slot, requirements.
 * For roll-ups: nodes that fall short, share reached and share needed.
 */
typedef struct
{
  OctantBlockKind kind;
  guint node;          /* where the condition stands */
  guint target;        /* the level that is kept away */
  guint aspect;
  guint level;         /* level of the cell concerned */
  guint slot;
  GArray *requirements; /* (element-type guint) items to improve, (nullable) */
  GArray *nodes;        /* (element-type guint) nodes that fall short, (nullable) */
  OctantRational have; /* achievement or share of weight reached */
  OctantRational need; /* what must be exceeded (threshold) or reached (quorum) */
} OctantBlock;

/**
 * octant_explain:
 *
 * The blocking conditions that keep @node from level L + 1 in the official result, the
 * direct ones first, followed into the nodes below down to requirements. Empty at the
 * highest level. (transfer container) (element-type OctantBlock)
 */
GPtrArray *octant_explain (OctantScorer *scorer,
                           guint         node);

void octant_block_free (OctantBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantBlock, octant_block_free)

G_END_DECLS
