/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-query.h"

#include <string.h>

#include "base/octant-name.h"
#include "store/octant-rows-private.h"
#include "store/octant-store-private.h"

static gboolean
extend (OctantStore  *self,
        GPtrArray    *rows,
        OctantTable   table,
        guint         column,
        const char   *value,
        GError      **error)
{
  GPtrArray *found = octant_rows_list (self->db, table, column, value, error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (rows, found);
  return TRUE;
}

/* Rows that belong to the cycles among @rows. */
static gboolean
extend_by_cycles (OctantStore  *self,
                  GPtrArray    *rows,
                  GError      **error)
{
  static const struct
  {
    OctantTable table;
    guint column;
  } parts[] = {
    { OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_CYCLE },
    { OCTANT_TABLE_TAILORING, OCTANT_TAILORING_CYCLE },
    { OCTANT_TABLE_ANSWER, OCTANT_ANSWER_CYCLE },
    { OCTANT_TABLE_EVIDENCE_LINK, OCTANT_EVIDENCE_LINK_CYCLE },
    { OCTANT_TABLE_INTERVIEW, OCTANT_INTERVIEW_CYCLE },
    { OCTANT_TABLE_INTERVIEW_ANSWER, OCTANT_INTERVIEW_ANSWER_CYCLE },
    { OCTANT_TABLE_SETTLEMENT, OCTANT_SETTLEMENT_CYCLE },
    { OCTANT_TABLE_TARGET, OCTANT_TARGET_CYCLE },
  };
  guint n = rows->len;

  for (guint i = 0; i < n; i++)
    {
      OctantRecord *cycle = rows->pdata[i];

      if (octant_record_get_table (cycle) != OCTANT_TABLE_CYCLE)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        if (!extend (self, rows, parts[k].table, parts[k].column, octant_record_get (cycle, OCTANT_CYCLE_ID), error))
          return FALSE;
    }
  return TRUE;
}

GPtrArray *
octant_store_list_organisation_rows (OctantStore  *self,
                                     const char   *organisation_id,
                                     GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  OctantRecord *organisation;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (organisation_id != NULL, NULL);

  organisation = octant_store_get (self, OCTANT_TABLE_ORGANISATION, organisation_id, error);
  if (organisation == NULL)
    return NULL;
  g_ptr_array_add (rows, organisation);
  if (!extend (self, rows, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, organisation_id, error) ||
      !extend (self, rows, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG, organisation_id, error) ||
      !extend (self, rows, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ORG, organisation_id, error) ||
      !extend_by_cycles (self, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
octant_store_list_cycles_of_object (OctantStore  *self,
                                    const char   *object_id,
                                    GError      **error)
{
  g_autoptr (GPtrArray) cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) scopes = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (object_id != NULL, NULL);

  scopes = octant_store_list (self, OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_OBJECT, object_id, error);
  if (scopes == NULL)
    return NULL;
  all = octant_store_list (self, OCTANT_TABLE_CYCLE, OCTANT_STORE_ALL, NULL, error);
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    for (guint k = 0; k < scopes->len; k++)
      if (strcmp (octant_record_get (all->pdata[i], OCTANT_CYCLE_ID),
                  octant_record_get (scopes->pdata[k], OCTANT_CYCLE_OBJECT_CYCLE)) == 0)
        g_ptr_array_add (cycles, octant_record_ref (all->pdata[i]));
  return g_steal_pointer (&cycles);
}

char **
octant_store_list_journal_actors (OctantStore  *self,
                                  GError      **error)
{
  g_autoptr (GStrvBuilder) actors = g_strv_builder_new ();
  OctantStatement *statement;
  OctantStep step;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_db_prepare (self->db, "SELECT DISTINCT actor FROM journal ORDER BY actor", error);
  if (statement == NULL)
    return NULL;
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      gboolean ok = TRUE;
      const char *actor = octant_statement_checked_text (statement, 0, &ok);

      if (ok && actor != NULL)
        g_strv_builder_add (actors, actor);
    }
  return step == OCTANT_STEP_DONE ? g_strv_builder_end (actors) : NULL;
}

gboolean
octant_store_has_name (OctantStore  *self,
                       OctantTable   table,
                       const char   *organisation_id,
                       const char   *name,
                       const char   *except_id,
                       gboolean     *has,
                       GError      **error)
{
  static const struct
  {
    OctantTable table;
    guint id, organisation, name;
  } named[] = {
    { OCTANT_TABLE_ORGANISATION, OCTANT_ORGANISATION_ID, OCTANT_STORE_ALL, OCTANT_ORGANISATION_NAME },
    { OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ID, OCTANT_OBJECT_ORG, OCTANT_OBJECT_NAME },
    { OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ID, OCTANT_CYCLE_ORG, OCTANT_CYCLE_TITLE },
  };
  g_autoptr (GPtrArray) rows = NULL;
  guint i = 0;

  g_return_val_if_fail (self != NULL && name != NULL && has != NULL, FALSE);

  while (i < G_N_ELEMENTS (named) && named[i].table != table)
    i++;
  g_return_val_if_fail (i < G_N_ELEMENTS (named), FALSE);

  *has = FALSE;
  /* What is no text has no name, and is refused by the act. */
  if (!g_utf8_validate (name, -1, NULL))
    return TRUE;
  rows = octant_store_list (self, table, named[i].organisation, organisation_id, error);
  for (guint k = 0; rows != NULL && k < rows->len; k++)
    *has |= g_strcmp0 (octant_record_get (rows->pdata[k], named[i].id), except_id) != 0
            && octant_name_equal (octant_record_get (rows->pdata[k], named[i].name), name);
  return rows != NULL;
}
