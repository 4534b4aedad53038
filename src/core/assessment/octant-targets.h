/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

/*
 * The levels that a cycle aims at. A node without a target of its own has that of its
 * domain, and a domain that of the whole; nothing goes upwards. Targets never enter a score.
 */

/* The target that holds for @node, 0 when there is none. */
int octant_assessment_get_target     (OctantAssessment *self,
                                      guint             node);
/* The one that was set for @node itself, 0 when it follows the node above. */
int octant_assessment_get_own_target (OctantAssessment *self,
                                      guint             node);

typedef struct
{
  guint node;
  int level; /* 0 takes the target of the node itself away */
} OctantTarget;

/* Kind: "target". All or nothing; targets that are not named stay. */
OctantAct *octant_act_set_targets (OctantAssessment   *assessment,
                                   const OctantTarget *targets,
                                   gsize               n_targets,
                                   const OctantBy     *by,
                                   GError            **error);

G_END_DECLS
