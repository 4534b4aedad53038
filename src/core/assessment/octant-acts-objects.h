/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * Acts on the register of core protected objects and on which of them a cycle assesses.
 * Rules and use as in octant-acts.h. Kinds: "edit-object", "remove-object", "set-scope",
 * "refresh-objects", "copy".
 */

/* @object: a row of the register. NULL texts and 0 keep what is there. Old cycles keep their own copy. */
OctantAct *octant_act_edit_object   (OctantRecord   *object,
                                     const char     *name,
                                     const char     *kind,
                                     int             level,
                                     int             criticality,
                                     const OctantBy *by,
                                     GError        **error);
/* @cycles: (element-type OctantRecord) the cycles that have it in scope; refused, naming them, when there are any. */
OctantAct *octant_act_remove_object (OctantRecord   *object,
                                     GPtrArray      *cycles,
                                     const OctantBy *by,
                                     GError        **error);
/*
 * @objects: (element-type OctantRecord) rows of the register, in the order that they shall
 * have. What leaves the scope takes its answers, links and interview answers with it. When
 * the first objects come, what was answered for the institution as a whole goes to each of
 * them, as carried over: to be confirmed object by object.
 */
OctantAct *octant_act_set_scope     (OctantAssessment *assessment,
                                     GPtrArray        *objects,
                                     const OctantBy   *by,
                                     GError          **error);
/* Takes name, kind, level and criticality of the objects in scope from @objects, rows of the register. */
OctantAct *octant_act_refresh_objects (OctantAssessment *assessment,
                                       GPtrArray        *objects,
                                       const OctantBy   *by,
                                       GError          **error);
/* Rating with its reason and approver, and note (when there is one), from @item to the same requirement's @slots. */
OctantAct *octant_act_copy_to_objects (OctantAssessment *assessment,
                                       OctantItemRef     item,
                                       const guint      *slots,
                                       gsize             n_slots,
                                       const OctantBy   *by,
                                       GError          **error);

G_END_DECLS
