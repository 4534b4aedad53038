/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <string.h>

/* What the journal tells to its readers. */

/* FALSE takes the entry out; dates ("2026-11-22") compare with times as their beginning. */
static gboolean
wanted (const OctantJournalRow *row,
        const char             *cycle_id,
        const char             *since,
        const char             *subject)
{
  return (cycle_id == NULL || g_strcmp0 (row->base.cycle_id, cycle_id) == 0) &&
         (since == NULL || strcmp (row->base.time, since) >= 0) &&
         (subject == NULL || strcmp (row->base.subject, subject) == 0);
}

GPtrArray *
octant_store_list_journal (OctantStore  *self,
                           const char   *cycle_id,
                           const char   *since,
                           const char   *subject,
                           guint         limit,
                           GError      **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_journal_entry_free);
  g_auto (OctantJournalRow) row = { 0 };
  OctantStatement *statement;
  OctantStep step = OCTANT_STEP_DONE;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_journal_select (self->db, error);
  if (statement == NULL)
    return NULL;
  while ((limit == 0 || entries->len < limit) &&
         (step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      if (!octant_journal_read_row (statement, &row, error))
        return NULL;
      if (!wanted (&row, cycle_id, since, subject))
        continue;
      g_ptr_array_add (entries, g_memdup2 (&row.base, sizeof row.base));
      memset (&row.base, 0, sizeof row.base);
    }
  if (step == OCTANT_STEP_ROW)
    octant_statement_reset (statement);
  return step != OCTANT_STEP_ERROR ? g_steal_pointer (&entries) : NULL;
}

static void
collect_hash (GHashTable         *hashes,
              const OctantRecord *row)
{
  if (row != NULL && octant_record_get_table (row) == OCTANT_TABLE_EVIDENCE)
    g_hash_table_add (hashes, g_strdup (octant_record_get (row, OCTANT_EVIDENCE_SHA256)));
}

static gboolean
collect_hashes (GHashTable              *hashes,
                const OctantJournalRow  *row,
                GError                 **error)
{
  g_autoptr (OctantAct) act = NULL;

  /* Most entries are answers: those are not worth reading whole. */
  if (strstr (row->base.before, "\"table\":\"evidence\"") == NULL &&
      strstr (row->base.after, "\"table\":\"evidence\"") == NULL)
    return TRUE;
  act = octant_act_new ("", "", NULL, "", "");
  if (!octant_journal_read_changes (row->base.before, row->base.after, FALSE, act, error))
    {
      g_prefix_error (error, "journal %" G_GINT64_FORMAT ": ", row->base.seq);
      return FALSE;
    }
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      collect_hash (hashes, change->before);
      collect_hash (hashes, change->after);
    }
  return TRUE;
}

GHashTable *
octant_store_list_evidence_hashes (OctantStore  *self,
                                   GError      **error)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (OctantJournalRow) row = { 0 };
  OctantStatement *statement;
  OctantStep step;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_journal_select (self->db, error);
  if (statement == NULL)
    return NULL;
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      if (!octant_journal_read_row (statement, &row, error))
        return NULL;
      if (!collect_hashes (hashes, &row, error))
        {
          octant_statement_reset (statement);
          return NULL;
        }
    }
  return step == OCTANT_STEP_DONE ? g_steal_pointer (&hashes) : NULL;
}
