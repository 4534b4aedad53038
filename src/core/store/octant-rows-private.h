/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-record.h"
#include "store/octant-db-private.h"

G_BEGIN_DECLS

/* Records in and out of their tables. */

/* One change; CONFLICT when the row is not as it was expected. */
gboolean   octant_rows_apply (OctantDb            *db,
                              const OctantChange  *change,
                              GError             **error);
/* Rows in stable order, all when @column is OCTANT_STORE_ALL. (transfer full) */
GPtrArray *octant_rows_list  (OctantDb            *db,
                              OctantTable          table,
                              guint                column,
                              const char          *value,
                              GError             **error);
/* "answer 1.2.3 …": table and key, for messages. */
char      *octant_rows_describe (const OctantRecord *record);

G_END_DECLS
