/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OctantAttack:
 *
 * MITRE ATT&CK, reduced to what a map of coverage needs: tactics, mitigations, and techniques
 * with the tactics that they serve and the mitigations against them. Read from a file of the
 * format `octant-attack/1`; immutable, may be shared between threads.
 */
#define OCTANT_TYPE_ATTACK (octant_attack_get_type ())
G_DECLARE_FINAL_TYPE (OctantAttack, octant_attack, OCTANT, ATTACK, GObject)

/* A tactic or mitigation. ATT&CK's names are English only. */
typedef struct
{
  char *id; /* "TA0001", "M1013" */
  char *name;
} OctantAttackTerm;

typedef struct
{
  char *id; /* "T1001", of a sub-technique "T1001.001" */
  char *name;
  guint *tactics; /* indexes */
  guint n_tactics;
  guint *mitigations; /* indexes; a technique may have none */
  guint n_mitigations;
  guint parent; /* index of the technique that a sub-technique refines, OCTANT_ATTACK_NO_PARENT of others */
} OctantAttackTechnique;

#define OCTANT_ATTACK_NO_PARENT G_MAXUINT

OctantAttack *octant_attack_new_from_bytes (GBytes     *bytes,
                                            GError    **error);
OctantAttack *octant_attack_new_from_file  (const char *path,
                                            GError    **error);
/* The highest version among the shipped files. */
OctantAttack *octant_attack_new_shipped    (GError    **error);

/* "enterprise-attack", "mobile-attack" or "ics-attack" */
const char *octant_attack_get_domain  (OctantAttack *self);
const char *octant_attack_get_version (OctantAttack *self);
/* Where the data come from and whose trademark it is; belongs to whatever shows them. */
const char *octant_attack_get_source  (OctantAttack *self);

const OctantAttackTerm      *octant_attack_get_tactics     (OctantAttack *self, guint *n);
const OctantAttackTerm      *octant_attack_get_mitigations (OctantAttack *self, guint *n);
const OctantAttackTechnique *octant_attack_get_techniques  (OctantAttack *self, guint *n);

/* FALSE when there is no such tactic, mitigation or technique. */
gboolean octant_attack_find_tactic     (OctantAttack *self, const char *id, guint *index);
gboolean octant_attack_find_mitigation (OctantAttack *self, const char *id, guint *index);
gboolean octant_attack_find_technique  (OctantAttack *self, const char *id, guint *index);

G_END_DECLS
