/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model-reader-private.h"

G_BEGIN_DECLS

/* What the parts of a model need of each other while it is being read. */
typedef struct
{
  OctantReader reader;
  GHashTable *aspects;        /* (owned) id → index + 1, as all below */
  GHashTable *roles;          /* (owned) */
  GHashTable *evidence_types; /* (owned) */
  GHashTable *lenses;         /* (owned) */
  GPtrArray *groups;          /* (owned) for each lens the index of its groups */
  GHashTable *clauses;        /* (owned) */
  GPtrArray *clause_codes;    /* (owned) for each framework the index of its clauses */
} OctantParser;

/* The ids of the aspects, NULL-terminated, as the members that an object by aspect must have. */
const char **octant_parser_aspect_members (OctantParser *parser);

void octant_parser_read_requirements (OctantParser      *parser,
                                      const OctantPlace *root);
void octant_parser_read_scoring      (OctantParser      *parser,
                                      const OctantPlace *root);

G_END_DECLS
