/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * Acts on institutions and on what a cycle says of itself. Rules and use as in
 * octant-acts.h. Kinds: "edit-organisation", "delete-organisation", "edit-cycle".
 */

/* NULL keeps what is there. */
OctantAct *octant_act_edit_organisation   (OctantRecord     *organisation,
                                           const char       *name,
                                           const char       *kind,
                                           const OctantBy   *by,
                                           GError          **error);
/* @rows: (element-type OctantRecord) every row of it, as octant_store_list_organisation_rows() gives them. */
OctantAct *octant_act_delete_organisation (OctantRecord     *organisation,
                                           GPtrArray        *rows,
                                           const OctantBy   *by,
                                           GError          **error);
/* NULL keeps what is there; "" takes the assessor away. */
OctantAct *octant_act_edit_cycle          (OctantAssessment *assessment,
                                           const char       *title,
                                           const char       *as_of,
                                           const char       *assessor,
                                           const OctantBy   *by,
                                           GError          **error);

G_END_DECLS
