/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-interview.h"

G_BEGIN_DECLS

/* What one of them said. */
typedef struct
{
  char *person;  /* (owned) */
  char *role;    /* (owned) */
  OctantRating rating;
  char *minutes; /* (owned) (nullable) */
} OctantVoice;

/**
 * OctantUnsettledItem:
 *
 * A requirement (of one object, if it is rated by object) about which interviewees differ,
 * as it stood when it was listed: immutable. Property "summary" for a screen reader.
 */
#define OCTANT_TYPE_UNSETTLED_ITEM (octant_unsettled_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantUnsettledItem, octant_unsettled_item, OCTANT, UNSETTLED_ITEM, GObject)

OctantUnsettledItem *octant_unsettled_item_new         (OctantAssessment    *assessment,
                                                        OctantItemRef        item);
/* Nothing that is shown of it differs. */
gboolean             octant_unsettled_item_equal       (OctantUnsettledItem *self,
                                                        OctantUnsettledItem *other);
OctantItemRef        octant_unsettled_item_get_ref     (OctantUnsettledItem *self);
const char          *octant_unsettled_item_get_code    (OctantUnsettledItem *self);
/* Code, and the object if there is one. */
const char          *octant_unsettled_item_get_heading (OctantUnsettledItem *self);
const char          *octant_unsettled_item_get_text    (OctantUnsettledItem *self);
/* The lowest of what was said. */
OctantRating         octant_unsettled_item_get_lowest  (OctantUnsettledItem *self);
/* (element-type OctantVoice) (transfer none) */
GPtrArray           *octant_unsettled_item_get_voices  (OctantUnsettledItem *self);

G_END_DECLS
