/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

typedef enum
{
  OCTANT_NOT_APPLICABLE_NODE, /* a domain or sub-domain taken out of scope */
  OCTANT_NOT_APPLICABLE_ITEM, /* an item rated NA */
} OctantNotApplicableKind;

/* One thing that is left out of account, and why. */
typedef struct
{
  OctantNotApplicableKind kind;
  char *code;
  guint node;         /* the node, or the sub-domain's node of an item */
  guint requirement;  /* of an item */
  guint slot;
  gboolean gate;      /* the node, or a sub-domain of the domain, is a gate */
  gboolean carried;   /* an NA carried over and not confirmed */
  gboolean hidden;    /* an item within a branch that is out of scope anyway */
  char *object_name;  /* (nullable) */
  char *reason;       /* (nullable) */
  char *approver;     /* (nullable) */
  char *by;           /* (nullable) who decided */
  char *time;         /* (nullable) when */
} OctantNotApplicable;

void octant_not_applicable_free (OctantNotApplicable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantNotApplicable, octant_not_applicable_free)

/* The role that alone may take a gate out of scope (scoring.md, section 8). */
#define OCTANT_GATE_ROLE "R1"

/* TRUE when @node is a gate, or a domain with one, of a model that has OCTANT_GATE_ROLE. */
gboolean octant_model_needs_gate_role   (OctantModel *model,
                                         guint        node);
/* That an approver holds the role stands behind the name, as in "Name (R1)". (transfer full) */
char    *octant_approver_with_gate_role (const char  *name);
/* The name alone; @stated: whether the role stood behind it. (transfer full) */
char    *octant_approver_get_name       (const char  *approver,
                                         gboolean    *stated);

/* Nodes and items in the order of the model, a node before its items. (transfer full) (element-type OctantNotApplicable) */
GPtrArray *octant_assessment_list_not_applicable (OctantAssessment *self);
/* TRUE when the node or its domain is out of scope. */
gboolean   octant_assessment_is_node_out         (OctantAssessment *self,
                                                  guint             node);

/* A requirement against the model of the earlier cycle. */
typedef enum
{
  OCTANT_NEWS_SAME,    /* also when there is no earlier cycle */
  OCTANT_NEWS_NEW,     /* the earlier model does not have it, or had retired it */
  OCTANT_NEWS_CHANGED, /* it asks something else there: another revision, text, check, level or scope */
} OctantNews;

OctantNews octant_assessment_get_requirement_news (OctantAssessment *self,
                                                   guint             requirement);
/* Codes of the earlier cycle's requirements that a new one takes the place of; NULL when there are none, and of one
 * that is not new. (transfer full) (nullable) */
GStrv      octant_assessment_list_replaced        (OctantAssessment *self,
                                                   guint             requirement);

G_END_DECLS
