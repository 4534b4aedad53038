/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-item-filter.h"

G_BEGIN_DECLS

/* What else a filter asks for, one value of each. */
typedef enum
{
  OCTANT_FACET_ROLE,   /* id of a role of the model */
  OCTANT_FACET_OBJECT, /* id of a protected object in scope */
  OCTANT_FACET_ASPECT, /* id of an aspect */
  OCTANT_FACET_LEVEL,  /* decimal number */
  OCTANT_N_FACETS,
} OctantFacet;

/**
 * OctantRequirementFilter:
 *
 * Which requirements are looked at: for lists of OctantItem, and of OctantNode, of which those stay that have a
 * requirement that matches. Nothing asked for matches everything. Of its conditions those about the rating are
 * alternatives, and so are those about evidence; all else narrows.
 *
 * A change of an answer does not emit "changed": what the user has just rated must not vanish under her hands. Signal
 * "counts-changed" says, once for all that changed together, that octant_requirement_filter_count() may differ.
 */
#define OCTANT_TYPE_REQUIREMENT_FILTER (octant_requirement_filter_get_type ())
G_DECLARE_FINAL_TYPE (OctantRequirementFilter, octant_requirement_filter, OCTANT, REQUIREMENT_FILTER, GtkFilter)

OctantRequirementFilter *octant_requirement_filter_new (void);

/* What the new assessment does not have, as an object, is not asked for any more. Emits nothing: lists over the old
 * assessment have to go first, then gtk_filter_changed() tells the others. */
void        octant_requirement_filter_set_assessment (OctantRequirementFilter *self,
                                                      OctantAssessment        *assessment);
guint       octant_requirement_filter_get_conditions (OctantRequirementFilter *self);
void        octant_requirement_filter_set_condition  (OctantRequirementFilter *self,
                                                      OctantItemFlags          condition,
                                                      gboolean                 wanted);
/* (nullable): NULL for any */
const char *octant_requirement_filter_get_facet      (OctantRequirementFilter *self,
                                                      OctantFacet              facet);
void        octant_requirement_filter_set_facet      (OctantRequirementFilter *self,
                                                      OctantFacet              facet,
                                                      const char              *value);
gboolean    octant_requirement_filter_is_active      (OctantRequirementFilter *self);
void        octant_requirement_filter_clear          (OctantRequirementFilter *self);
/* After the object whose scores are shown: of the others nothing matches then. */
void        octant_requirement_filter_object_changed (OctantRequirementFilter *self);

gboolean    octant_requirement_filter_matches        (OctantRequirementFilter *self,
                                                      OctantItem              *item);
/* Requirements of @node that match. */
guint       octant_requirement_filter_count          (OctantRequirementFilter *self,
                                                      OctantNode              *node);
/* The first sub-domain after @after, around, in which a requirement that matches waits for an answer. (nullable) */
OctantNode *octant_requirement_filter_find_unanswered (OctantRequirementFilter *self,
                                                       OctantNode              *after);

/* "Unanswered"; "Role: Operations", (transfer full) (nullable) when it is not asked for. */
const char *octant_condition_get_name               (OctantItemFlags          condition);
char       *octant_requirement_filter_describe_facet (OctantRequirementFilter *self,
                                                      OctantFacet              facet);

G_END_DECLS
