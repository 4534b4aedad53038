/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * What of the official result the evidence bears (scoring rules, section 9, verified mode): a
 * rating counts at most as high as the strongest piece of evidence attached to the item allows. Strength
 * 0, a mere statement or nothing at all, bears P; 1, a document, bears L; 2 and more bear F.
 * The reading OCTANT_READING_BACKED has the scores that follow. They are never above the
 * official ones and never enter them.
 *
 * How old a piece is lowers the confidence, not the strength; but one that is no longer valid at the
 * date of the assessment, or was collected after it, bears nothing.
 */

/* The highest rating that evidence of @strength bears; N, P, U and NA need none. */
OctantRating octant_rating_cap                  (OctantRating      rating,
                                                 int               strength);
/* The least strength that bears @rating. */
int          octant_rating_get_needed_strength  (OctantRating      rating);
/* Of the strongest piece that stands at the date of the assessment, 0 for none. */
int          octant_assessment_get_strength     (OctantAssessment *self,
                                                 guint             requirement,
                                                 guint             slot);

typedef struct
{
  OctantItemRef item;
  OctantRating rating; /* official */
  OctantRating counts; /* what the evidence bears of it */
  int strength;        /* there is */
  int needed;          /* for @rating */
} OctantUnbacked;

/* Items at and below @node whose rating the evidence does not bear, in model order. (transfer full) (element-type OctantUnbacked) */
GArray *octant_assessment_list_unbacked (OctantAssessment *self,
                                         guint             node);

typedef struct
{
  guint subdomain;
  guint n_items;       /* whose rating the evidence does not bear */
  OctantRational loss; /* of the overall score, official minus backed */
} OctantBackingLoss;

void       octant_backing_loss_free              (OctantBackingLoss *loss);
/* (transfer full) (element-type OctantBackingLoss): the greatest first */
GPtrArray *octant_assessment_list_backing_losses (OctantAssessment  *self);

G_END_DECLS
