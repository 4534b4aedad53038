/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-db-private.h"

G_BEGIN_DECLS

/* "Octn": what makes a SQLite file Octant's (PRAGMA application_id). */
#define OCTANT_APPLICATION_ID 0x4f63746e

/* Brings the database from the version before to the next; runs in a transaction, foreign keys off. */
typedef gboolean (*OctantMigration) (OctantDb  *db,
                                     GError   **error);

/* Migration i makes version i + 1 from version i; 0 is the empty file. */
typedef struct
{
  const OctantMigration *migrations;
  guint version; /* how many there are, and so the version that results */
} OctantSchema;

const OctantSchema *octant_schema_get_current (void);
gboolean            octant_schema_migrate     (const OctantSchema *schema,
                                               OctantDb           *db,
                                               guint               from,
                                               GError            **error);

G_END_DECLS
