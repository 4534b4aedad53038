/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * NA for a selection of items, all or none, with one reason and one approver. Rules and
 * use as in octant-acts.h. Kind: "not-applicable".
 *
 * Refused, with the codes, when the model demands some of them of everybody. An item that
 * is named twice counts once; one that is NA already takes the new reason.
 */
OctantAct *octant_act_not_applicable (OctantAssessment    *assessment,
                                      const OctantItemRef *items,
                                      gsize                n_items,
                                      const char          *reason,
                                      const char          *approver,
                                      const OctantBy      *by,
                                      GError             **error);

G_END_DECLS
