/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/* How old a piece of evidence is at the date of an assessment (scoring rules, section 9). */
typedef enum
{
  OCTANT_EVIDENCE_FRESH,   /* counts in full */
  OCTANT_EVIDENCE_AGEING,  /* counts in part */
  OCTANT_EVIDENCE_STALE,   /* too old to count */
  OCTANT_EVIDENCE_UNDATED, /* nobody said when it was collected: does not count */
  OCTANT_EVIDENCE_EXPIRED, /* its validity ended before the assessment: does not count */
  OCTANT_EVIDENCE_LATER,   /* collected after the date of the assessment: does not count */
} OctantEvidenceState;

OctantEvidenceState octant_evidence_state        (OctantModel         *model,
                                                  const OctantRecord  *evidence,
                                                  const char          *as_of);
/* "fresh", "ageing", "stale", "undated", "expired", "later": stable */
const char         *octant_evidence_state_to_string (OctantEvidenceState state);
/* FALSE for what adds nothing to the confidence, whatever its strength. */
gboolean            octant_evidence_state_counts (OctantEvidenceState  state);

/* Evidence of the institution, by when it was added. (transfer full) (element-type OctantRecord) */
GPtrArray *octant_assessment_list_library        (OctantAssessment *self);
/* Where it is linked in this cycle, in model order. (transfer full) (element-type OctantItemRef) */
GArray    *octant_assessment_list_evidence_items (OctantAssessment *self,
                                                  const char       *evidence_id);
/* Pieces linked to the item that do not count by their dates. */
guint      octant_assessment_count_outdated      (OctantAssessment *self,
                                                  OctantItemRef     item);
/* Pieces linked anywhere in this cycle that do not count by their dates, each counted once. */
guint      octant_assessment_count_used_outdated (OctantAssessment *self);

/* Kinds: "edit-evidence", "delete-evidence", "attach". */

/* NULL keeps what is there, "" removes source and dates; strength -1 keeps it. */
OctantAct *octant_act_edit_evidence   (OctantRecord   *evidence,
                                       const char     *title,
                                       const char     *source,
                                       const char     *collected_on,
                                       const char     *valid_until,
                                       int             strength,
                                       const OctantBy *by,
                                       GError        **error);
/* @links: (element-type OctantRecord) its links in all cycles. The file stays on disk until it is purged. */
OctantAct *octant_act_delete_evidence (OctantRecord   *evidence,
                                       GPtrArray      *links,
                                       const OctantBy *by,
                                       GError        **error);
/* Every piece of @evidence_ids, which are in the library, to every item; what is linked already stays. */
OctantAct *octant_act_link_evidence   (OctantAssessment    *assessment,
                                       const OctantItemRef *items,
                                       gsize                n_items,
                                       const char *const   *evidence_ids,
                                       const OctantBy      *by,
                                       GError             **error);

G_END_DECLS
