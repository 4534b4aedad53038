/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store.h"

G_BEGIN_DECLS

/* Which part of the journal is asked for. */
typedef struct
{
  gint64 above;         /* only entries after this one; 0: from the first */
  gint64 below;         /* only entries before this one; 0: up to the last */
  const char *cycle_id; /* (nullable) */
  const char *code;     /* (nullable): only what changed a row of this requirement or domain */
  guint limit;          /* 0 for all */
} OctantJournalRange;

/**
 * octant_store_list_acts:
 *
 * The journal as a reader wants it: newest first, each entry with the rows as they were
 * before and after. An entry whose rows cannot be read comes without changes; what is wrong
 * with it is for octant_store_verify_journal() to say.
 *
 * Returns: (transfer full) (element-type OctantAct) (nullable): NULL with @error set
 */
GPtrArray *octant_store_list_acts (OctantStore              *self,
                                   const OctantJournalRange *range,
                                   GError                  **error);

G_END_DECLS
