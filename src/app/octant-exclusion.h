/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

typedef enum
{
  OCTANT_EXCLUSION_SCOPE, /* a domain or sub-domain out of scope */
  OCTANT_EXCLUSION_ITEM,  /* an item rated not applicable */
} OctantExclusionKind;

/**
 * OctantExclusion:
 *
 * One thing that does not count in an assessment, and why, as text for a list. A snapshot.
 * Properties: kind (int of OctantExclusionKind), code, text, object (nullable), reason, decision (who approved
 * and decided it when), mark (nullable: what has to be known besides).
 */
#define OCTANT_TYPE_EXCLUSION (octant_exclusion_get_type ())
G_DECLARE_FINAL_TYPE (OctantExclusion, octant_exclusion, OCTANT, EXCLUSION, GObject)

OctantExclusionKind octant_exclusion_get_kind (OctantExclusion  *self);
const char         *octant_exclusion_get_code (OctantExclusion  *self);
/* Everything not applicable in the order of the model. (transfer full): GListModel of OctantExclusion */
GListModel         *octant_exclusion_list     (OctantAssessment *assessment);
/* How many there are of each. */
void                octant_exclusion_count    (OctantAssessment *assessment,
                                               guint            *n_scopes,
                                               guint            *n_items);

G_END_DECLS
