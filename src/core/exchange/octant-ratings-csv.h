/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"
#include "exchange/octant-exchange.h"

G_BEGIN_DECLS

/**
 * octant_ratings_csv_import:
 * @faults: (out) (optional) (transfer full) (element-type OctantFault): every fault found,
 *   by line; empty when there is none
 *
 * Reads ratings from CSV. The first row names the columns, in any order, in small letters:
 * "code" and "rating" are needed; "object", "note", "reason", "approver" and "state" may
 * be there; "level", "aspect", "object_id", "text", "evidence", "rated_by" and "rated_at",
 * which an export writes for the reader, are left out of account.
 *
 * rating: N P L F NA, "-" takes it back, empty leaves it as it is (a note is still taken).
 * object: name or id of an object in scope, empty for what is rated once. note, reason,
 * approver: empty leaves what is there. state: a row that is "carried" is not rated yet
 * and is left out, so that the export of a cycle can be read back.
 *
 * All or nothing: the result is one act, and NULL when there is any fault.
 */
OctantAct *octant_ratings_csv_import (OctantAssessment *assessment,
                                      GBytes           *data,
                                      const OctantBy   *by,
                                      GPtrArray       **faults,
                                      GError          **error);

G_END_DECLS
