/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/* What several files of builders share. The checks set @error and return FALSE when they refuse. */

gboolean      octant_acts_check_item     (OctantAssessment   *assessment,
                                          OctantItemRef       item,
                                          GError            **error);
gboolean      octant_acts_check_in_scope (OctantAssessment   *assessment,
                                          OctantItemRef       item,
                                          GError            **error);
gboolean      octant_acts_check_evidence (OctantAssessment   *assessment,
                                          const OctantRecord *evidence,
                                          GError            **error);
/* An empty answer to the item, to be completed. */
OctantRecord *octant_acts_new_answer     (OctantAssessment   *assessment,
                                          OctantItemRef       item);
/* Adds the change of the item's answer to @after (taken), which is dropped when it says nothing. */
void          octant_acts_add_answer     (OctantAct          *act,
                                          OctantAssessment   *assessment,
                                          OctantItemRef       item,
                                          OctantRecord       *after);
/* The link of the item to the evidence, NULL when there is none. (transfer none) */
OctantRecord *octant_acts_find_link      (OctantAssessment   *assessment,
                                          OctantItemRef       item,
                                          const char         *evidence_id);
/* What several items have in common: a requirement, a sub-domain, a domain or the whole. */
const char   *octant_acts_common_subject (OctantAssessment    *assessment,
                                          const OctantItemRef *items,
                                          gsize                n_items);
/*
 * The assessor rates the item herself: from now on that stands over what interviews said of
 * it. @rated FALSE: she takes her rating back, and with it the settlement.
 */
void          octant_acts_settle         (OctantAct          *act,
                                          OctantAssessment   *assessment,
                                          OctantItemRef       item,
                                          gboolean            rated,
                                          const OctantBy     *by);

G_END_DECLS
