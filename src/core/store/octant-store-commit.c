/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <string.h>

#include "store/octant-rows-private.h"

/*
 * Every act goes one way: BEGIN IMMEDIATE, so that the write lock is there before the first
 * row is compared; the rows, each compared with what the act expects; the journal entry;
 * the score cache; COMMIT, which returns when the WAL is on disk. What undo gives is an act
 * like any other.
 *
 * The WAL is brought into the database after a commit, not within it: the act is safe
 * already, so an error there is not the act's error. It is remembered and told at the next
 * act, which must not go on as if the disk were well.
 */

#define CHECKPOINT_PAGES 1000

static gboolean
has_model (OctantStore  *self,
           const char   *hash,
           gboolean     *found,
           GError      **error)
{
  OctantStatement *statement;
  OctantStep step;

  statement = octant_db_prepare (self->db, "SELECT 1 FROM model WHERE hash = ?1", error);
  if (statement == NULL)
    return FALSE;
  octant_statement_bind_text (statement, 1, hash);
  step = octant_statement_step (statement, error);
  octant_statement_reset (statement);
  *found = step == OCTANT_STEP_ROW;
  return step != OCTANT_STEP_ERROR;
}

/* A model is kept under the hash of its content: anything else would be found as damage later. */
static gboolean
write_model (OctantStore      *self,
             const OctantAct  *act,
             GError          **error)
{
  g_autoptr (OctantModel) model = NULL;
  OctantStatement *statement;
  gboolean found;

  if (act->model == NULL)
    return TRUE;
  if (!has_model (self, act->model_hash, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  model = octant_model_new_from_bytes (act->model, NULL, error);
  if (model == NULL)
    return FALSE;
  if (g_strcmp0 (octant_model_get_hash (model), act->model_hash) != 0)
    {
      g_set_error_literal (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT,
                           "The model does not have the hash that the act says");
      return FALSE;
    }
  statement = octant_db_prepare (self->db, "INSERT INTO model (hash, bytes) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  octant_statement_bind_text (statement, 1, act->model_hash);
  octant_statement_bind_blob (statement, 2, act->model);
  if (!octant_statement_run (statement, error))
    return FALSE;
  octant_store_keep_model (self, model);
  return TRUE;
}

static gboolean
write_rows (OctantStore      *self,
            const OctantAct  *act,
            GError          **error)
{
  for (guint i = 0; i < act->changes->len; i++)
    if (!octant_rows_apply (self->db, g_ptr_array_index (act->changes, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
drop_scores (OctantStore  *self,
             const char   *cycle_id,
             GError      **error)
{
  OctantStatement *statement;

  statement = octant_db_prepare (self->db, "DELETE FROM score WHERE cycle = ?1", error);
  if (statement == NULL)
    return FALSE;
  octant_statement_bind_text (statement, 1, cycle_id);
  return octant_statement_run (statement, error);
}

static void
bind_score (OctantStatement      *statement,
            const char           *cycle_id,
            const OctantScoreRow *row)
{
  octant_statement_bind_text (statement, 1, cycle_id);
  octant_statement_bind_text (statement, 2, row->code);
  octant_statement_bind_int (statement, 3, row->applicable);
  octant_statement_bind_text (statement, 4, row->s != NULL ? row->s : "");
  octant_statement_bind_text (statement, 5, row->s_hi != NULL ? row->s_hi : "");
  octant_statement_bind_int (statement, 6, row->l);
  octant_statement_bind_int (statement, 7, row->l_hi);
  octant_statement_bind_int (statement, 8, row->answered);
  octant_statement_bind_int (statement, 9, row->applicable_items);
}

static gboolean
write_score_rows (OctantStore  *self,
                  const char   *sql,
                  const char   *cycle_id,
                  GPtrArray    *rows,
                  GError      **error)
{
  OctantStatement *statement = octant_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      bind_score (statement, cycle_id, g_ptr_array_index (rows, i));
      if (!octant_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_scores (OctantStore  *self,
               const char   *cycle_id,
               GPtrArray    *rows,
               GError      **error)
{
  return write_score_rows (self,
                           "INSERT INTO score (cycle, code, applicable, s, s_hi, l, l_hi, answered,"
                           " applicable_items) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                           cycle_id, rows, error);
}

/* An absent cache stays absent: a few rows of it would pass for the whole. */
static gboolean
update_scores (OctantStore  *self,
               const char   *cycle_id,
               GPtrArray    *rows,
               GError      **error)
{
  return write_score_rows (self,
                           "UPDATE score SET applicable = ?3, s = ?4, s_hi = ?5, l = ?6, l_hi = ?7,"
                           " answered = ?8, applicable_items = ?9 WHERE cycle = ?1 AND code = ?2",
                           cycle_id, rows, error);
}

/* The cycle whose scores depend on the row, NULL when none does. */
static const char *
scored_cycle (const OctantChange *change)
{
  const OctantRecord *row = change->after != NULL ? change->after : change->before;

  switch (octant_record_get_table (row))
    {
    case OCTANT_TABLE_CYCLE:
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_ANSWER:
      return octant_record_get (row, 0);
    case OCTANT_TABLE_ORGANISATION:
    case OCTANT_TABLE_OBJECT:
    case OCTANT_TABLE_EVIDENCE:
    case OCTANT_TABLE_EVIDENCE_LINK:
    case OCTANT_TABLE_INTERVIEW:
    case OCTANT_TABLE_INTERVIEW_ANSWER:
    case OCTANT_TABLE_SETTLEMENT:
    case OCTANT_TABLE_TARGET:
    case OCTANT_N_TABLES:
    default:
      return NULL;
    }
}

/* A note changes no score. */
static gboolean
touches_scores (const OctantChange *change)
{
  if (change->before == NULL || change->after == NULL ||
      octant_record_get_table (change->after) != OCTANT_TABLE_ANSWER)
    return TRUE;
  return g_strcmp0 (octant_record_get (change->before, OCTANT_ANSWER_RATING),
                    octant_record_get (change->after, OCTANT_ANSWER_RATING)) != 0 ||
         g_strcmp0 (octant_record_get (change->before, OCTANT_ANSWER_STATE),
                    octant_record_get (change->after, OCTANT_ANSWER_STATE)) != 0;
}

static gboolean
deletes_cycle (const OctantChange *change)
{
  return change->after == NULL && octant_record_get_table (change->before) == OCTANT_TABLE_CYCLE;
}

static gboolean
makes_cycle (const OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      if (change->before == NULL && octant_record_get_table (change->after) == OCTANT_TABLE_CYCLE &&
          g_strcmp0 (octant_record_get (change->after, OCTANT_CYCLE_ID), act->cycle_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * What the act knows of the scores is written; a cycle whose scores it changes without
 * knowing them loses its cache. A wrong cache is worse than none.
 */
static gboolean
write_scores (OctantStore      *self,
              const OctantAct  *act,
              GError          **error)
{
  const char *known = act->scores->len > 0 ? act->cycle_id : NULL;
  const char *dropped = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      const char *cycle = scored_cycle (change);

      if (cycle == NULL || !touches_scores (change) || g_strcmp0 (cycle, dropped) == 0 ||
          (g_strcmp0 (cycle, known) == 0 && !deletes_cycle (change)))
        continue;
      if (!drop_scores (self, cycle, error))
        return FALSE;
      dropped = cycle;
    }
  if (known == NULL)
    return TRUE;
  return makes_cycle (act) ? insert_scores (self, known, act->scores, error)
                           : update_scores (self, known, act->scores, error);
}

static void
checkpoint_when_due (OctantStore *self)
{
  g_autoptr (GError) error = NULL;

  if (octant_db_get_wal_pages (self->db) < CHECKPOINT_PAGES)
    return;
  if (!octant_db_checkpoint (self->db, FALSE, &error))
    octant_store_note_failure (self, error);
}

/* @next has the tops of undo and redo after the act; the rest of it is filled in. */
static gboolean
write_act (OctantStore       *self,
           const OctantAct   *act,
           OctantJournalHead *next,
           GError           **error)
{
  if (!self->batch && !octant_db_begin (self->db, error))
    return FALSE;
  if (!write_model (self, act, error) ||
      !write_rows (self, act, error) ||
      !octant_journal_append (self->db, act, &self->head, next, error) ||
      !write_scores (self, act, error))
    {
      octant_db_rollback (self->db);
      self->batch_broken = self->batch;
      return FALSE;
    }
  return self->batch || octant_db_commit (self->db, error);
}

static gboolean
carry_out (OctantStore        *self,
           OctantAct          *act,
           OctantJournalHead  *next,
           GError            **error)
{
  g_autoptr (GError) local = NULL;

  if (!write_act (self, act, next, &local))
    {
      octant_store_note_failure (self, local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->head = *next;
  act->seq = next->seq;
  if (!self->batch)
    checkpoint_when_due (self);
  return TRUE;
}

/* Nothing goes on in a batch of which an act has failed: all before it was taken back. */
static gboolean
check_batch (OctantStore  *self,
             GError      **error)
{
  if (!self->batch_broken)
    return TRUE;
  g_set_error_literal (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT,
                       "An act before this one failed, so that all of them were taken back");
  return FALSE;
}

/*
 * An act whose COMMIT failed in the last fsync may stand in the WAL all the same, and be
 * found there when the connection is opened anew. Tried again, it must not count as a
 * conflict with itself, nor be written twice.
 */
static gboolean
stands_already (OctantStore     *self,
                const OctantAct *act)
{
  g_auto (OctantJournalRow) row = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (self->head.seq == 0 || !octant_journal_read (self->db, self->head.seq, &row, NULL))
    return FALSE;
  if (strcmp (row.base.time, act->time) != 0 || strcmp (row.base.kind, act->kind) != 0 ||
      strcmp (row.base.actor, act->actor) != 0 || strcmp (row.base.subject, act->subject) != 0)
    return FALSE;
  before = octant_journal_write_rows (act, FALSE);
  after = octant_journal_write_rows (act, TRUE);
  return strcmp (row.base.before, before) == 0 && strcmp (row.base.after, after) == 0;
}

gboolean
octant_store_commit (OctantStore  *self,
                     OctantAct    *act,
                     GError      **error)
{
  gboolean had_failed;
  OctantJournalHead next;

  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);
  g_return_val_if_fail (act != NULL, FALSE);
  g_return_val_if_fail (strcmp (act->kind, "undo") != 0 && strcmp (act->kind, "redo") != 0, FALSE);
  g_return_val_if_fail ((act->model == NULL) == (act->model_hash == NULL), FALSE);

  if (octant_act_is_empty (act))
    return TRUE;

  had_failed = self->failure != NULL || self->db == NULL;
  if (!check_batch (self, error) || !octant_store_ensure_usable (self, error))
    return FALSE;
  if (had_failed && stands_already (self, act))
    {
      act->seq = self->head.seq;
      return TRUE;
    }
  next.undo_top = self->head.seq + 1;
  next.redo_top = 0;
  return carry_out (self, act, &next, error);
}

gboolean
octant_store_begin_batch (OctantStore  *self,
                          GError      **error)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->batch, FALSE);

  if (!octant_store_ensure_usable (self, error) || !octant_db_begin (self->db, error))
    return FALSE;
  self->batch = TRUE;
  self->batch_head = self->head;
  return TRUE;
}

gboolean
octant_store_end_batch (OctantStore  *self,
                        gboolean      keep,
                        GError      **error)
{
  g_autoptr (GError) local = NULL;
  gboolean done;

  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->batch, FALSE);

  done = !keep || check_batch (self, error);
  self->batch = FALSE;
  if (keep && done)
    {
      done = octant_db_commit (self->db, &local);
      if (local != NULL)
        {
          octant_store_note_failure (self, local);
          g_propagate_error (error, g_steal_pointer (&local));
        }
    }
  else if (!self->batch_broken)
    octant_db_rollback (self->db);
  self->batch_broken = FALSE;
  if (keep && done)
    checkpoint_when_due (self);
  else
    self->head = self->batch_head;
  return done;
}

static gboolean
read_tops (OctantStore       *self,
           gint64             seq,
           OctantJournalHead *tops,
           GError           **error)
{
  g_auto (OctantJournalRow) row = { 0 };

  octant_journal_head_init (tops);
  if (seq == 0)
    return TRUE;
  if (!octant_journal_read (self->db, seq, &row, error))
    return FALSE;
  tops->undo_top = row.undo_top;
  tops->redo_top = row.redo_top;
  return TRUE;
}

static gboolean
nothing_to_do (const char  *what,
               GError     **error)
{
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO, "There is nothing to %s", what);
  return FALSE;
}

/* The act numbered @seq as an entry of kind @kind that turns it round or does it again. */
static OctantAct *
act_about (OctantStore  *self,
           gint64        seq,
           const char   *kind,
           const char   *actor,
           const char   *time,
           GError      **error)
{
  g_auto (OctantJournalRow) row = { 0 };
  g_autoptr (OctantAct) act = NULL;

  if (!octant_journal_read (self->db, seq, &row, error))
    return NULL;
  act = octant_act_new (kind, row.base.subject, row.base.cycle_id, actor, time);
  act->reverts = seq;
  if (!octant_journal_read_changes (row.base.before, row.base.after, strcmp (kind, "undo") == 0, act, error))
    {
      g_prefix_error (error, "journal %" G_GINT64_FORMAT ": ", seq);
      return NULL;
    }
  return g_steal_pointer (&act);
}

OctantAct *
octant_store_undo (OctantStore  *self,
                   const char   *actor,
                   const char   *time,
                   GError      **error)
{
  g_autoptr (OctantAct) act = NULL;
  OctantJournalHead below, next;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (actor != NULL && time != NULL, NULL);
  g_return_val_if_fail (!self->batch, NULL);

  if (!octant_store_ensure_usable (self, error))
    return NULL;
  if (self->head.undo_top == 0)
    {
      nothing_to_do ("undo", error);
      return NULL;
    }
  act = act_about (self, self->head.undo_top, "undo", actor, time, error);
  if (act == NULL || !read_tops (self, self->head.undo_top - 1, &below, error))
    return NULL;
  next.undo_top = below.undo_top;
  next.redo_top = self->head.seq + 1;
  return carry_out (self, act, &next, error) ? g_steal_pointer (&act) : NULL;
}

/* The act that the undo entry on top of redo took back. */
static gboolean
redo_target (OctantStore  *self,
             gint64       *seq,
             GError      **error)
{
  g_auto (OctantJournalRow) row = { 0 };

  if (self->head.redo_top == 0)
    return nothing_to_do ("redo", error);
  if (!octant_journal_read (self->db, self->head.redo_top, &row, error))
    return FALSE;
  *seq = row.base.reverts;
  return TRUE;
}

OctantAct *
octant_store_redo (OctantStore  *self,
                   const char   *actor,
                   const char   *time,
                   GError      **error)
{
  g_autoptr (OctantAct) act = NULL;
  OctantJournalHead below, next;
  gint64 target;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (actor != NULL && time != NULL, NULL);
  g_return_val_if_fail (!self->batch, NULL);

  if (!octant_store_ensure_usable (self, error) || !redo_target (self, &target, error))
    return NULL;
  act = act_about (self, target, "redo", actor, time, error);
  if (act == NULL || !read_tops (self, self->head.redo_top - 1, &below, error))
    return NULL;
  next.undo_top = target;
  next.redo_top = below.redo_top;
  return carry_out (self, act, &next, error) ? g_steal_pointer (&act) : NULL;
}

static OctantAct *
peek (OctantStore *self,
      gint64       seq)
{
  g_auto (OctantJournalRow) row = { 0 };
  OctantAct *act;

  if (seq == 0 || !octant_journal_read (self->db, seq, &row, NULL))
    return NULL;
  act = octant_act_new (row.base.kind, row.base.subject, row.base.cycle_id, row.base.actor, row.base.time);
  act->seq = seq;
  return act;
}

OctantAct *
octant_store_peek_undo (OctantStore *self)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, NULL))
    return NULL;
  return peek (self, self->head.undo_top);
}

OctantAct *
octant_store_peek_redo (OctantStore *self)
{
  gint64 target;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, NULL) || !redo_target (self, &target, NULL))
    return NULL;
  return peek (self, target);
}

GPtrArray *
octant_store_list_scores (OctantStore  *self,
                          const char   *cycle_id,
                          GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);
  OctantStatement *statement;
  OctantStep step;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (cycle_id != NULL, NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_db_prepare (self->db,
                                 "SELECT code, applicable, s, s_hi, l, l_hi, answered, applicable_items"
                                 " FROM score WHERE cycle = ?1 ORDER BY code",
                                 error);
  if (statement == NULL)
    return NULL;
  octant_statement_bind_text (statement, 1, cycle_id);
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      OctantScoreRow *row = g_new0 (OctantScoreRow, 1);

      row->code = g_strdup (octant_statement_text (statement, 0));
      row->applicable = octant_statement_int (statement, 1) != 0;
      row->s = g_strdup (octant_statement_text (statement, 2));
      row->s_hi = g_strdup (octant_statement_text (statement, 3));
      row->l = (int) octant_statement_int (statement, 4);
      row->l_hi = (int) octant_statement_int (statement, 5);
      row->answered = (guint) octant_statement_int (statement, 6);
      row->applicable_items = (guint) octant_statement_int (statement, 7);
      g_ptr_array_add (rows, row);
    }
  return step == OCTANT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
octant_store_put_scores (OctantStore  *self,
                         const char   *cycle_id,
                         GPtrArray    *rows,
                         GError      **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);
  g_return_val_if_fail (cycle_id != NULL && rows != NULL, FALSE);

  if (!check_batch (self, error) || !octant_store_ensure_usable (self, error))
    return FALSE;
  if (self->batch || octant_db_begin (self->db, &local))
    {
      if (!drop_scores (self, cycle_id, &local) || !insert_scores (self, cycle_id, rows, &local))
        {
          octant_db_rollback (self->db);
          self->batch_broken = self->batch;
        }
      else if (!self->batch)
        octant_db_commit (self->db, &local);
    }
  if (local == NULL)
    return TRUE;
  octant_store_note_failure (self, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
