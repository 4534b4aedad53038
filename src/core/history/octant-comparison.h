/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

/*
 * The rating as it stands decides, also of an answer that is carried over and not yet
 * confirmed: that one is SAME when the rating is, and `carried` says that it is open.
 */
typedef enum
{
  OCTANT_CHANGE_IMPROVED,  /* rating rose */
  OCTANT_CHANGE_WORSENED,  /* rating fell */
  OCTANT_CHANGE_ANSWERED,  /* was unanswered */
  OCTANT_CHANGE_CLEARED,   /* had a rating and has none now */
  OCTANT_CHANGE_BECAME_NA,
  OCTANT_CHANGE_NO_LONGER_NA,
  OCTANT_CHANGE_NEW,       /* the requirement (or object) is not in the earlier cycle */
  OCTANT_CHANGE_RETIRED,   /* not in the later one */
  OCTANT_CHANGE_CONFIRMED, /* same rating, confirmed */
  OCTANT_CHANGE_SAME,      /* same, and unanswered in both or not confirmed */
} OctantChangeKind;

const char *octant_change_kind_to_string (OctantChangeKind kind); /* "improved", …: stable */

/* One node in both cycles; nodes are matched by code. */
typedef struct
{
  char *code;
  OctantText name;         /* owned copy */
  gboolean in_a, in_b;     /* applicable there */
  OctantRational s_a, s_b, delta;
  int l_a, l_b;
} OctantNodeChange;

/* One item in both cycles, matched by code and object. */
typedef struct
{
  char *code;
  char *object;            /* (nullable) object name */
  OctantChangeKind kind;
  OctantRating rating_a, rating_b;
  gboolean note_changed;
  gboolean evidence_changed;
  gboolean carried;        /* b is carried over, not confirmed */
} OctantItemChange;

typedef struct
{
  GPtrArray *nodes; /* (element-type OctantNodeChange) overall, domains, sub-domains */
  GPtrArray *items; /* (element-type OctantItemChange) in the order of the later model, retired last */
} OctantComparison;

/*
 * @like_for_like: re-scores both on the requirements and objects that they share, by the
 * rules of @b's model, and lists only those items. Tailoring stays each cycle's own.
 */
OctantComparison *octant_comparison_new  (OctantAssessment *a,
                                          OctantAssessment *b,
                                          gboolean          like_for_like);
void              octant_comparison_free (OctantComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantComparison, octant_comparison_free)

G_END_DECLS
