/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/octant-model.h"

G_BEGIN_DECLS

/* A file of tests/data/model or of the shipped models. */
char *fixture_dup_path (const char *name);
GBytes *fixture_load (const char *name);

/* The tree of a fixture, to be changed and written again. */
JsonNode *fixture_parse (const char *name);
GBytes   *fixture_write (JsonNode *node,
                         gboolean  pretty);

/* One entry of mutations.json: set, remove or swap what stands at a pointer. */
void fixture_mutate (JsonNode  **root,
                     JsonObject *mutation);

/* The pointers of all faults, joined by line feeds; "" when the model is valid. */
char *fixture_validate (GBytes *bytes);

G_END_DECLS
