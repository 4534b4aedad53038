/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history/octant-attribution.h"
#include "history/octant-comparison.h"

G_BEGIN_DECLS

/* What a change is about. */
typedef enum
{
  OCTANT_CHANGE_OF_UNIT,        /* a domain or sub-domain in the model */
  OCTANT_CHANGE_OF_OBJECT,      /* a protected object in scope */
  OCTANT_CHANGE_OF_SCOPE,       /* a domain or sub-domain taken out of scope, or back */
  OCTANT_CHANGE_OF_TARGET,      /* the level that a domain or sub-domain is meant to reach */
  OCTANT_CHANGE_OF_REQUIREMENT,
} OctantChangeSubject;

/**
 * OctantChangeItem:
 *
 * One thing that differs between two assessments, for lists. Never changes after it was
 * made, so it may be made on another thread than the one that shows it. Properties: heading
 * (code, object and what else changed), text, kind-text, ratings ("P → L"), summary (all in
 * one sentence).
 */
#define OCTANT_TYPE_CHANGE_ITEM (octant_change_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantChangeItem, octant_change_item, OCTANT, CHANGE_ITEM, GObject)

/* Units, objects, scope, targets, then requirements in the order of the comparison; what stayed as it was is left out.
 * @attribution: (nullable): what each sub-domain did to the score.
 * Returns: (transfer full) (element-type OctantChangeItem) */
GPtrArray *octant_change_list_items (const OctantComparison  *comparison,
                                     const OctantAttribution *attribution);

/* (nullable): objects have none */
const char         *octant_change_item_get_code     (OctantChangeItem *self);
OctantChangeSubject octant_change_item_get_subject  (OctantChangeItem *self);
/* Of a requirement. */
OctantChangeKind    octant_change_item_get_kind     (OctantChangeItem *self);
gboolean            octant_change_item_has_note     (OctantChangeItem *self);
gboolean            octant_change_item_has_evidence (OctantChangeItem *self);
gboolean            octant_change_item_is_reworded  (OctantChangeItem *self);
/* @needle: case-folded */
gboolean            octant_change_item_matches      (OctantChangeItem *self,
                                                     const char       *needle);
/* "Improved" */
const char         *octant_change_kind_get_name     (OctantChangeKind  kind);

/* Orders; equal ones by code. Each takes and returns as a GCompareDataFunc does; user data are not used. */
int octant_change_item_compare_codes  (gconstpointer a,
                                       gconstpointer b,
                                       gpointer      user_data);
int octant_change_item_compare_kinds  (gconstpointer a,
                                       gconstpointer b,
                                       gpointer      user_data);
/* The longest way between two ratings first. */
int octant_change_item_compare_sizes  (gconstpointer a,
                                       gconstpointer b,
                                       gpointer      user_data);
/* What lies in the sub-domain that moved the whole most first, whichever way. */
int octant_change_item_compare_effect (gconstpointer a,
                                       gconstpointer b,
                                       gpointer      user_data);

G_END_DECLS
