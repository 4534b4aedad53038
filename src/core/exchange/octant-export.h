/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "assessment/octant-assessment.h"
#include "exchange/octant-exchange.h"
#include "history/octant-comparison.h"

G_BEGIN_DECLS

/*
 * What leaves: bytes to be written by octant_file_replace(). Independent of locale and
 * clock: the same assessment gives the same bytes. Run them on any thread that owns the
 * assessment.
 */

/**
 * octant_export_json:
 * @organisation: (nullable): row of the institution, for its name
 *
 * Everything of a cycle as one JSON document, members in this order:
 *
 *  - "format": "octant-cycle/1"; "engine": version of the scoring rules
 *  - "cycle": id, title, as_of, assessor, created_at, from_cycle;
 *    "organisation": id, name, kind (null when unknown)
 *  - "model": id, version, hash
 *  - "objects": id, name, kind, level, criticality
 *  - "tailoring": code, reason, approver, decided_by, decided_at
 *  - "targets": code ("overall" for the whole), level; only what was set, nodes without follow the one above
 *  - "answers": one for each item that is asked: code, object (id or null), rating ("N" "P"
 *    "L" "F" "NA" or null), state ("unanswered" "confirmed" "carried"), note, na_reason,
 *    na_approver, rated_by, rated_at, evidence (ids)
 *  - "evidence": pieces that are linked: id, title, name, media_type, size, sha256, source,
 *    collected_on, valid_until, strength, added_by, added_at
 *  - "interviews": id, person, role, held_on, minutes
 *  - "said": what the interviewees said: interview (id), code, object (id or null), rating
 *    (or null), minutes
 *  - "settlements": where the assessor decided between them: code, object (id or null),
 *    settled_by, settled_at
 *  - "scores": "overall", "domains", "subdomains": nodes with code, applicable, s, s_hi,
 *    s_text, l, l_hi, s_aspects, limited, heavily_tailored, answered, applicable_items,
 *    na_items, confidence, carried_over; results are exact fractions as text, null when
 *    the node is not applicable
 */
GBytes *octant_export_json           (OctantAssessment       *assessment,
                                      OctantRecord           *organisation);
/*
 * The member "targets" of the object that @json builds: code and level of each node that has a target of its own, as in
 * octant_export_json().
 */
void    octant_export_add_targets    (JsonBuilder            *json,
                                      OctantAssessment       *assessment);
/*
 * Every item that is asked, with the columns of octant_ratings_csv_import(), which can read
 * it back. @mark: begin with a byte order mark, for spreadsheets. @language: of "text".
 */
GBytes *octant_export_ratings_csv    (OctantAssessment       *assessment,
                                      OctantLanguage          language,
                                      gboolean                mark);
/*
 * Rows of type "node" (results in two decimals, and exact), "object" (criticality and level), "scope" (what was tailored),
 * "target" (levels aimed at), then "item" (ratings): type, code, name, object, kind, before, after, delta, level_before, level_after, before_exact,
 * after_exact, delta_exact, note_changed, evidence_changed, carried, replaces, replaced_by (codes, parted by blanks),
 * reworded, evidence_added, evidence_removed, reason.
 */
GBytes *octant_export_comparison_csv (const OctantComparison *comparison,
                                      OctantLanguage          language,
                                      gboolean                mark);

G_END_DECLS
