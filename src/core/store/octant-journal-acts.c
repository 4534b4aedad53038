/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-journal-acts.h"

#include "store/octant-store-private.h"

/* Entries are numbered without gaps, so a range of numbers is a page; the rows of one requirement are found by their text. */
#define SELECT_RANGE                                                                                          \
  "SELECT seq, time, actor, kind, subject, cycle, before, after, reverts, undo_top, redo_top, prev_hash, hash" \
  " FROM journal"                                                                                              \
  " WHERE seq > ?1 AND seq < ?2 AND (?3 IS NULL OR cycle = ?3)"                                                \
  "   AND (?4 IS NULL OR instr (before, ?4) > 0 OR instr (after, ?4) > 0)"                                     \
  " ORDER BY seq DESC LIMIT ?5"

static OctantAct *
read_act (const OctantJournalRow *row)
{
  OctantAct *act =
      octant_act_new (row->base.kind, row->base.subject, row->base.cycle_id, row->base.actor, row->base.time);
  g_autoptr (GError) error = NULL;

  act->seq = row->base.seq;
  act->reverts = row->base.reverts;
  if (!octant_journal_read_changes (row->base.before, row->base.after, FALSE, act, &error))
    g_debug ("journal %" G_GINT64_FORMAT ": %s", row->base.seq, error->message);
  return act;
}

GPtrArray *
octant_store_list_acts (OctantStore              *self,
                        const OctantJournalRange *range,
                        GError                  **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  g_autofree char *needle = NULL;
  g_auto (OctantJournalRow) row = { 0 };
  OctantStatement *statement;
  OctantStep step;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (range != NULL, NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_db_prepare (self->db, SELECT_RANGE, error);
  if (statement == NULL)
    return NULL;
  if (range->code != NULL)
    needle = g_strdup_printf ("\"code\":\"%s\"", range->code);
  octant_statement_bind_int (statement, 1, range->above);
  octant_statement_bind_int (statement, 2, range->below > 0 ? range->below : G_MAXINT64);
  octant_statement_bind_text (statement, 3, range->cycle_id);
  octant_statement_bind_text (statement, 4, needle);
  octant_statement_bind_int (statement, 5, range->limit > 0 ? (gint64) range->limit : -1);
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      if (!octant_journal_read_row (statement, &row, error))
        return NULL;
      g_ptr_array_add (acts, read_act (&row));
    }
  return step == OCTANT_STEP_DONE ? g_steal_pointer (&acts) : NULL;
}
