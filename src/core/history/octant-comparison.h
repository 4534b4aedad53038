/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "base/octant-fraction.h"

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

/* One node in both cycles; nodes are matched by code. */
typedef struct
{
  char *code;
  OctantText name;         /* owned copy: of the later model, else of the earlier one */
  OctantText name_a;       /* owned copy: the former name when it differs in any language, else NULLs */
  gboolean known_a, known_b; /* the cycle's model asks it: FALSE where it is retired, or not yet known */
  gboolean in_a, in_b;     /* applicable there: known, and in scope */
  OctantFraction weight_a, weight_b; /* in its model, among its neighbours; 0/1 where it is not known, and of the whole */
  OctantRational s_a, s_b, delta;
  int l_a, l_b;
} OctantNodeChange;

/* One item in both cycles, matched by code and object. */
typedef struct
{
  char *code;
  char *object;            /* (nullable) object name */
  const OctantRequirement *requirement; /* of the later model, else of the earlier one; the comparison keeps both models */
  OctantChangeKind kind;
  OctantRating rating_a, rating_b;
  gboolean note_changed;
  gboolean evidence_changed;
  guint evidence_added, evidence_removed; /* pieces that only the later or only the earlier one has */
  gboolean carried;        /* b is carried over, not confirmed */
  gboolean by_object;      /* new or retired because the object came into scope or left it, not the requirement */
  gboolean reworded;       /* same code, another revision or another text */
  GStrv lineage;           /* (owned) (nullable) of a new one: what it replaces; of a retired one: what replaces it */
} OctantItemChange;

typedef enum
{
  OCTANT_OBJECT_ADDED,   /* only the later cycle has it in scope */
  OCTANT_OBJECT_REMOVED, /* only the earlier one */
  OCTANT_OBJECT_CHANGED, /* another name, level or criticality */
} OctantObjectChangeKind;

/* A protected object of either cycle, matched by id; 0 and NULL where the cycle does not have it. */
typedef struct
{
  char *id;
  char *name_a, *name_b;
  OctantObjectChangeKind kind;
  int level_a, level_b;
  int criticality_a, criticality_b;
} OctantObjectChange;

/* A domain or sub-domain that one cycle took out of scope and the other did not. */
typedef struct
{
  char *code;
  OctantText name;         /* owned copy */
  gboolean out;            /* TRUE: it went out of scope, FALSE: it came into scope */
  char *reason;            /* of the decision that took it out */
  char *approver;
} OctantScopeChange;

/* The level set for a node itself, 0 for none: what it follows from above is not told again. */
typedef struct
{
  char *code;
  OctantText name;         /* owned copy */
  int target_a, target_b;
} OctantTargetChange;

typedef struct
{
  GPtrArray *nodes; /* (element-type OctantNodeChange) overall, domains, sub-domains */
  GPtrArray *items; /* (element-type OctantItemChange) in the order of the later model, retired last */
  GPtrArray *objects; /* (element-type OctantObjectChange) in the order of the later cycle, removed last */
  GPtrArray *scope; /* (element-type OctantScopeChange) in the order of the later model */
  GPtrArray *targets; /* (element-type OctantTargetChange) in the order of the later model */
  OctantModel *models[2]; /* (owned) of the earlier and the later cycle */
} OctantComparison;

const char *octant_change_kind_to_string        (OctantChangeKind       kind); /* "improved", …: stable */
const char *octant_object_change_kind_to_string (OctantObjectChangeKind kind); /* "object-added", …: stable */

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
