/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-evidence-state.h"

G_BEGIN_DECLS

/* What kind of file it is, coarsely. */
typedef enum
{
  OCTANT_EVIDENCE_DOCUMENT,
  OCTANT_EVIDENCE_TABLE,
  OCTANT_EVIDENCE_PICTURE,
  OCTANT_EVIDENCE_TEXT,
  OCTANT_EVIDENCE_OTHER,
  OCTANT_N_EVIDENCE_TYPES,
} OctantEvidenceType;

#define OCTANT_N_EVIDENCE_STATES (OCTANT_EVIDENCE_LATER + 1)
#define OCTANT_N_STRENGTHS 4

/* Words and icons that say them; never colour alone. */
const char        *octant_evidence_type_get_name  (OctantEvidenceType  type);
OctantEvidenceType octant_evidence_type_guess     (const char         *media_type);
const char        *octant_evidence_type_get_icon  (OctantEvidenceType  type);
const char        *octant_evidence_state_get_name (OctantEvidenceState state);
const char        *octant_evidence_state_get_icon (OctantEvidenceState state);
const char        *octant_strength_get_name       (guint               strength);

/**
 * OctantEvidenceItem:
 *
 * A piece of evidence in a list: its record, and how it stands in the open assessment.
 * Properties, all readable and notified together: title, type-name, type-icon, type,
 * strength, strength-name, collected, collected-text, until, until-text, state, state-name,
 * state-icon, care (it does not count), used (guint), subtitle, summary.
 */
#define OCTANT_TYPE_EVIDENCE_ITEM (octant_evidence_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceItem, octant_evidence_item, OCTANT, EVIDENCE_ITEM, GObject)

OctantEvidenceItem *octant_evidence_item_new        (OctantRecord       *record);
/* FALSE when nothing of it changed. */
gboolean            octant_evidence_item_update     (OctantEvidenceItem *self,
                                                     OctantRecord       *record,
                                                     OctantAssessment   *assessment);
OctantRecord       *octant_evidence_item_get_record (OctantEvidenceItem *self);
const char         *octant_evidence_item_get_id     (OctantEvidenceItem *self);
OctantEvidenceState octant_evidence_item_get_state  (OctantEvidenceItem *self);
OctantEvidenceType  octant_evidence_item_get_kind   (OctantEvidenceItem *self);
guint               octant_evidence_item_get_strength (OctantEvidenceItem *self);
guint               octant_evidence_item_get_used   (OctantEvidenceItem *self);
/* @needle: case-folded */
gboolean            octant_evidence_item_matches    (OctantEvidenceItem *self,
                                                     const char         *needle);
/*
 * Brings @store to the library of @assessment (nullable): a row that is there already stays
 * the same object. A few dozen changes are made one by one, each at its place.
 *
 * @most: as many of these are made at a time. Returns: FALSE when there are more to make,
 * by calling it again
 */
gboolean            octant_evidence_items_fill      (GListStore         *store,
                                                     OctantAssessment   *assessment,
                                                     guint               most);

G_END_DECLS
