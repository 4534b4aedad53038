/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"
#include "assessment/octant-node.h"

G_BEGIN_DECLS

typedef enum
{
  OCTANT_ITEM_UNANSWERED       = 1 << 0,
  OCTANT_ITEM_TO_CONFIRM       = 1 << 1, /* carried over and not confirmed */
  OCTANT_ITEM_WITHOUT_EVIDENCE = 1 << 2, /* rated P, L or F without evidence */
  OCTANT_ITEM_STALE_EVIDENCE   = 1 << 3, /* a piece linked to it does not count by its dates */
  OCTANT_ITEM_BLOCKING         = 1 << 4, /* keeps the whole from its next level */
  OCTANT_ITEM_UNSETTLED        = 1 << 5, /* interviewees differ */
  OCTANT_ITEM_NEWS             = 1 << 6, /* new or changed in the model since the earlier cycle */
} OctantItemFlags;

/**
 * OctantItemFilter:
 *
 * What a list shows: items that have every one of @flags and are of this role, aspect,
 * level and object. Start from OCTANT_ITEM_FILTER_NONE, which lets everything through.
 */
typedef struct
{
  OctantItemFlags flags;
  int role;      /* index of the model's roles, -1 for all */
  int aspect;    /* index, -1 for all */
  guint level;   /* 1…n, 0 for all */
  guint slot;    /* one object, with what is rated for the institution; G_MAXUINT for all */
  /* By requirement, from octant_assessment_dup_blocking(); needed for OCTANT_ITEM_BLOCKING. (not owned) */
  const gboolean *blocking;
} OctantItemFilter;

#define OCTANT_ITEM_FILTER_NONE { 0, -1, -1, 0, G_MAXUINT, NULL }

/* TRUE when it lets everything through. */
gboolean  octant_item_filter_is_none     (const OctantItemFilter *filter);
/* What is rated for one object or the institution. */
gboolean  octant_assessment_item_matches (OctantAssessment       *self,
                                          OctantItemRef           item,
                                          const OctantItemFilter *filter);
/* One that is rated by object matches when one of the objects does; a retired one does not. */
gboolean  octant_assessment_requirement_matches (OctantAssessment       *self,
                                                 guint                   requirement,
                                                 const OctantItemFilter *filter);
/* A parent matches when one of its objects does. FALSE when the assessment is gone. */
gboolean  octant_item_matches            (OctantItem             *item,
                                          const OctantItemFilter *filter);
/* Which requirements keep the whole from its next level, one boolean each. Changes with every score. (transfer full) */
gboolean *octant_assessment_dup_blocking (OctantAssessment       *self);
/*
 * The next item after @from that matches, in model order, going round once; @from itself is
 * the last. Without what is retired or out of scope. @from->requirement G_MAXUINT: from the start.
 */
gboolean  octant_assessment_find_next    (OctantAssessment       *self,
                                          const OctantItemRef    *from,
                                          const OctantItemFilter *filter,
                                          OctantItemRef          *next);

G_END_DECLS
