/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "base/octant-fraction.h"
#include "base/octant-rating.h"
#include "base/octant-text.h"

G_BEGIN_DECLS

/* Limits of the format, see model/README.md. */
#define OCTANT_MODEL_MAX_BYTES (16 * 1024 * 1024)
#define OCTANT_MODEL_MAX_DEPTH 32
#define OCTANT_MODEL_MAX_REQUIREMENTS 20000
#define OCTANT_MODEL_MAX_TEXT 2000
#define OCTANT_MODEL_MAX_LEVELS 9
#define OCTANT_MODEL_MAX_ASPECTS 4
#define OCTANT_MODEL_MAX_DOMAINS 32

#define OCTANT_MODEL_ERROR (octant_model_error_quark ())

typedef enum
{
  OCTANT_MODEL_ERROR_INVALID,   /* the file is not a valid model; the faults say why */
  OCTANT_MODEL_ERROR_NOT_FOUND, /* no such model in the library */
  OCTANT_MODEL_ERROR_CLASH,     /* another model has this id and version */
  OCTANT_MODEL_ERROR_AMBIGUOUS, /* several models fit, name the version */
  OCTANT_MODEL_ERROR_SHIPPED,   /* a shipped model cannot be removed */
} OctantModelError;

GQuark octant_model_error_quark (void);

/* A fault found by the validator. */
typedef struct
{
  char *pointer; /* (owned) JSON pointer (RFC 6901), "" for the document */
  char *message; /* (owned) one English sentence */
} OctantModelFault;

/* All arrays below are owned by the model, immutable, and in the order of the file unless said otherwise. */

typedef struct
{
  guint level; /* 1…n */
  OctantText name;
  OctantText summary;
  OctantText *aspects; /* one for each aspect of the model, what it shows at this level */
} OctantModelLevel;

/* A named thing with an id: facet, role, evidence type, object kind, institution kind, lens group, clause. */
typedef struct
{
  char *id;
  OctantText name;
} OctantModelTerm;

typedef struct
{
  char *id; /* "H", "P": one capital letter */
  OctantText name;
  OctantFraction weight;
  OctantModelTerm *facets;
  guint n_facets;
} OctantModelAspect;

typedef struct
{
  char *id;
  OctantText name;
  char *version; /* (nullable) version of the framework relied on */
  OctantModelTerm *groups;
  guint n_groups;
} OctantModelLens;

/* A list of clauses of one framework, e.g. "gbt22239_level3". */
typedef struct
{
  char *id;
  OctantModelTerm *clauses;
  guint n_clauses;
} OctantModelClauses;

typedef struct
{
  char *code;
  OctantText name;
  OctantFraction weight;
  char **aliases;        /* NULL-terminated */
  guint first_subdomain; /* sub-domains of a domain are consecutive in the model */
  guint n_subdomains;
} OctantModelDomain;

typedef struct
{
  guint type; /* index of the evidence type */
  OctantText hint;
} OctantModelEvidenceHint;

/* One member of "references": framework id → codes, e.g. attack_mitigations → M1056 … */
typedef struct
{
  char *id;
  char **codes; /* NULL-terminated */
} OctantModelReference;

typedef struct
{
  char *code;
  guint domain; /* index */
  OctantText name;
  OctantText scope;
  OctantFraction weight;
  gboolean gate;
  gboolean active;
  char *since;
  char **aliases;
  guint *roles; /* indexes */
  guint n_roles;
  OctantModelEvidenceHint *evidence;
  guint n_evidence;
  char ***tags; /* for each lens of the model: NULL-terminated group ids */
  OctantModelReference *references;
  guint n_references;
  OctantText *standard_note; /* (nullable) */
  OctantText *remark;        /* (nullable) */
  guint first_requirement;   /* requirements of a sub-domain are consecutive in the model */
  guint n_requirements;
} OctantModelSubdomain;

typedef enum
{
  OCTANT_SCOPE_ORG,    /* rated once for the institution */
  OCTANT_SCOPE_OBJECT, /* rated for each core protected object in scope */
} OctantScope;

typedef struct
{
  char *code;
  guint subdomain; /* index */
  guint level;     /* 1…n */
  guint aspect;    /* index */
  guint facet;     /* index within the aspect */
  OctantScope scope;
  gboolean na_allowed;
  gboolean active; /* FALSE: retired */
  char *methods;   /* letters of I, E, T */
  guint *evidence; /* indexes of evidence types */
  guint n_evidence;
  guint *roles; /* indexes */
  guint n_roles;
  OctantFraction weight;
  OctantFraction effort;
  OctantText text;
  OctantText check;
  OctantText question;
  OctantText advice;
  char *since;
  guint rev;
  char *retired_in;     /* (nullable) */
  char **superseded_by; /* (nullable) NULL-terminated codes */
  char **supersedes;    /* (nullable) NULL-terminated codes */
} OctantRequirement;

typedef struct
{
  int months;
  OctantFraction factor;
} OctantFreshness;

typedef struct
{
  OctantFraction values[4]; /* of N, P, L, F */
  OctantRating attain_rating;
  OctantFraction full_threshold;
  OctantFraction domain_quorum;
  guint domain_tolerance;
  OctantFraction overall_quorum;
  guint overall_tolerance;
  guint *required_strength; /* one for each level */
  OctantFreshness *freshness; /* rising months */
  guint n_freshness;
  OctantFraction band_high;
  OctantFraction band_medium;
  OctantFraction band_low;
  OctantFraction heavy_tailoring;
} OctantModelScoring;

#define OCTANT_TYPE_MODEL (octant_model_get_type ())
G_DECLARE_FINAL_TYPE (OctantModel, octant_model, OCTANT, MODEL, GObject)

/**
 * octant_model_new_from_bytes:
 * @bytes: the file
 * @faults: (out) (optional) (transfer container) (element-type OctantModelFault): every
 *   fault found, in the order of the file; empty when the model is valid
 *
 * Parses and validates completely. Thread-safe; the model is immutable and may be shared
 * between threads.
 *
 * Returns: (transfer full) (nullable): the model, or NULL with @error set
 */
OctantModel *octant_model_new_from_bytes (GBytes     *bytes,
                                          GPtrArray **faults,
                                          GError    **error);
/* Reads at most OCTANT_MODEL_MAX_BYTES of a regular file, then as above. */
OctantModel *octant_model_new_from_file  (const char *path,
                                          GPtrArray **faults,
                                          GError    **error);

const char       *octant_model_get_id         (OctantModel *self);
const char       *octant_model_get_version    (OctantModel *self);
const OctantText *octant_model_get_title      (OctantModel *self);
const OctantText *octant_model_get_provenance (OctantModel *self);
/* SHA-256 of the canonical JSON (members sorted, no white space). */
const char       *octant_model_get_hash       (OctantModel *self);
/* The bytes that the model was made from. (transfer none) */
GBytes           *octant_model_get_bytes      (OctantModel *self);

guint octant_model_get_n_levels       (OctantModel *self);
guint octant_model_get_n_aspects      (OctantModel *self);
guint octant_model_get_n_domains      (OctantModel *self);
guint octant_model_get_n_subdomains   (OctantModel *self);
guint octant_model_get_n_requirements (OctantModel *self);

const OctantModelLevel     *octant_model_get_level       (OctantModel *self, guint level); /* 1…n */
const OctantModelAspect    *octant_model_get_aspect      (OctantModel *self, guint index);
const OctantModelDomain    *octant_model_get_domain      (OctantModel *self, guint index);
const OctantModelSubdomain *octant_model_get_subdomain   (OctantModel *self, guint index);
const OctantRequirement    *octant_model_get_requirement (OctantModel *self, guint index);
const OctantModelScoring   *octant_model_get_scoring     (OctantModel *self);

const OctantModelTerm    *octant_model_get_roles             (OctantModel *self, guint *n);
const OctantModelTerm    *octant_model_get_evidence_types    (OctantModel *self, guint *n);
const OctantModelTerm    *octant_model_get_object_kinds      (OctantModel *self, guint *n);
const OctantModelTerm    *octant_model_get_institution_kinds (OctantModel *self, guint *n);
const OctantModelLens    *octant_model_get_lenses            (OctantModel *self, guint *n);
const OctantModelClauses *octant_model_get_clauses           (OctantModel *self, guint *n);

/* Hash look-ups by code; FALSE when the model has no such code. */
gboolean octant_model_find_domain      (OctantModel *self, const char *code, guint *index);
gboolean octant_model_find_subdomain   (OctantModel *self, const char *code, guint *index);
gboolean octant_model_find_requirement (OctantModel *self, const char *code, guint *index);

/*
 * Nodes of the score tree are numbered: 0 is the whole, then the domains, then the
 * sub-domains, each in the order of the model.
 */
#define OCTANT_NODE_OVERALL 0u
guint octant_model_get_n_nodes        (OctantModel *self);
guint octant_model_domain_node        (OctantModel *self, guint domain);
guint octant_model_subdomain_node     (OctantModel *self, guint subdomain);
/* Whether it asks anything of each protected object apart. */
gboolean octant_model_is_rated_by_object (OctantModel *self, guint subdomain);
/* "overall", a domain's or a sub-domain's code. */
const char *octant_model_get_node_code (OctantModel *self, guint node);
gboolean    octant_model_find_node     (OctantModel *self, const char *code, guint *node);

void octant_model_fault_free (OctantModelFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantModelFault, octant_model_fault_free)

G_END_DECLS
