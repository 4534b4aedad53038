/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store.h"

G_BEGIN_DECLS

/* Questions over several tables, and over the whole journal. Reading only; its entries are listed by octant_store_list_acts(). */

/* Everything that belongs to an institution, itself first, what refers to others later. (transfer full) (element-type OctantRecord) */
GPtrArray *octant_store_list_organisation_rows (OctantStore  *self,
                                                const char   *organisation_id,
                                                GError      **error);
/* The cycles that have the object in scope, by when they were made. (transfer full) (element-type OctantRecord) */
GPtrArray *octant_store_list_cycles_of_object  (OctantStore  *self,
                                                const char   *object_id,
                                                GError      **error);

/*
 * Names are how people and commands tell what is meant: whether another institution has
 * @name, or another object or cycle of the institution @organisation_id. @organisation_id:
 * (nullable): not for institutions. @except_id: (nullable): the row that may have it. @has:
 * (out). FALSE with @error set when it could not be found out.
 */
gboolean octant_store_has_name (OctantStore  *self,
                                OctantTable   table,
                                const char   *organisation_id,
                                const char   *name,
                                const char   *except_id,
                                gboolean     *has,
                                GError      **error);

/* Everybody who stands in the journal, each once, sorted: for a choice. (transfer full) */
char     **octant_store_list_journal_actors (OctantStore  *self,
                                             GError      **error);

G_END_DECLS
