/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model-faults-private.h"

G_BEGIN_DECLS

struct _OctantModel
{
  GObject parent_instance;

  GBytes *bytes;         /* (owned) */
  char *hash;            /* (owned) */
  GStringChunk *strings; /* (owned) every string of the model */
  GPtrArray *blocks;     /* (owned) every array of the model */

  char *id;
  char *version;
  OctantText title;
  OctantText provenance;

  OctantModelLevel *levels;
  guint n_levels;
  OctantModelAspect *aspects;
  guint n_aspects;
  OctantModelTerm *roles;
  guint n_roles;
  OctantModelTerm *evidence_types;
  guint n_evidence_types;
  OctantModelTerm *object_kinds;
  guint n_object_kinds;
  OctantModelTerm *institution_kinds;
  guint n_institution_kinds;
  OctantModelLens *lenses;
  guint n_lenses;
  OctantModelClauses *clauses;
  guint n_clauses;
  OctantModelDomain *domains;
  guint n_domains;
  OctantModelSubdomain *subdomains;
  guint n_subdomains;
  OctantRequirement *requirements;
  guint n_requirements;
  OctantModelScoring scoring;

  /* (owned) code → index + 1 */
  GHashTable *domain_index;
  GHashTable *subdomain_index;
  GHashTable *requirement_index;
};

/* Index of what could not be resolved, while a faulty model is being read. */
#define OCTANT_MODEL_NOWHERE G_MAXUINT

gboolean octant_model_index_find (GHashTable *index,
                                  const char *id,
                                  guint      *out);

/* Fills an empty model from a document; what is wrong goes to @faults. FALSE when the format is another. */
gboolean octant_model_parse (OctantModel     *self,
                             JsonNode        *root,
                             OctantFaultList *faults);
/* The rules that hold between the parts of a model. */
void     octant_model_check (OctantModel     *self,
                             JsonNode        *root,
                             OctantFaultList *faults);

G_END_DECLS
