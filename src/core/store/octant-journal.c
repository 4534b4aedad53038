/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-journal-private.h"

#include <string.h>

#include "base/octant-digest.h"

/*
 * The journal is a list that only grows: undo and redo are entries too. What undo and redo
 * would take next is kept with every entry as two numbers, so that neither needs a search
 * nor a second table, and both go on after a restart:
 *
 *   undo_top  the act that undo takes back. Below an act N on this stack lies what was the
 *             top before N, which is the undo_top of entry N - 1.
 *   redo_top  the undo entry that redo takes back. Below an undo entry M lies the redo_top
 *             of entry M - 1.
 *
 * An act pushes itself and empties redo. Undo of N (entry M): undo_top becomes what lies
 * below N, redo_top becomes M. Redo of M, which took back N: undo_top becomes N again,
 * redo_top what lies below M. Both follow from the other columns, so they are not part of
 * the hash, but a check recomputes them.
 *
 * The hash covers what the user can read, as netstrings (length, colon, bytes, comma), so
 * that no two entries have the same serialisation:
 *
 *   "octant-journal-1" prev_hash seq time actor kind subject cycle before after reverts
 *
 * An absent cycle is "-," where an empty one would be "0:,".
 */

#define FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define HASH_LENGTH 64

/* The columns as octant_journal_read_row() wants them. */
#define SELECT \
  "SELECT seq, time, actor, kind, subject, cycle, before, after, reverts, undo_top, redo_top, prev_hash, hash" \
  " FROM journal"

void
octant_journal_row_clear (OctantJournalRow *row)
{
  g_clear_pointer (&row->base.time, g_free);
  g_clear_pointer (&row->base.actor, g_free);
  g_clear_pointer (&row->base.kind, g_free);
  g_clear_pointer (&row->base.subject, g_free);
  g_clear_pointer (&row->base.cycle_id, g_free);
  g_clear_pointer (&row->base.before, g_free);
  g_clear_pointer (&row->base.after, g_free);
  g_clear_pointer (&row->base.hash, g_free);
  g_clear_pointer (&row->prev_hash, g_free);
}

void
octant_journal_entry_free (OctantJournalEntry *entry)
{
  g_free (entry->time);
  g_free (entry->actor);
  g_free (entry->kind);
  g_free (entry->subject);
  g_free (entry->cycle_id);
  g_free (entry->before);
  g_free (entry->after);
  g_free (entry->hash);
  g_free (entry);
}

static void
add_field (OctantDigest *digest,
           const char   *text)
{
  char prefix[24];
  gsize length;

  if (text == NULL)
    {
      octant_digest_update (digest, "-,", 2);
      return;
    }
  length = strlen (text);
  octant_digest_update (digest, prefix, (gsize) g_snprintf (prefix, sizeof prefix, "%zu:", length));
  octant_digest_update (digest, text, length);
  octant_digest_update (digest, ",", 1);
}

static void
add_number (OctantDigest *digest,
            gint64        number)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  add_field (digest, text);
}

char *
octant_journal_hash (const OctantJournalEntry *entry,
                     const char               *prev_hash)
{
  g_autoptr (OctantDigest) digest = octant_digest_new ();

  add_field (digest, "octant-journal-1");
  add_field (digest, prev_hash);
  add_number (digest, entry->seq);
  add_field (digest, entry->time);
  add_field (digest, entry->actor);
  add_field (digest, entry->kind);
  add_field (digest, entry->subject);
  add_field (digest, entry->cycle_id);
  add_field (digest, entry->before);
  add_field (digest, entry->after);
  add_number (digest, entry->reverts);
  return octant_digest_finish (digest);
}

static char *
dup_text (OctantStatement *statement,
          int              column,
          gboolean        *ok)
{
  const char *text = octant_statement_checked_text (statement, column, ok);

  if (text == NULL)
    *ok = FALSE;
  return g_strdup (text);
}

gboolean
octant_journal_read_row (OctantStatement   *statement,
                         OctantJournalRow  *row,
                         GError           **error)
{
  gboolean ok = TRUE;

  octant_journal_row_clear (row);
  row->base.seq = octant_statement_int (statement, 0);
  row->base.time = dup_text (statement, 1, &ok);
  row->base.actor = dup_text (statement, 2, &ok);
  row->base.kind = dup_text (statement, 3, &ok);
  row->base.subject = dup_text (statement, 4, &ok);
  row->base.cycle_id = g_strdup (octant_statement_checked_text (statement, 5, &ok));
  row->base.before = dup_text (statement, 6, &ok);
  row->base.after = dup_text (statement, 7, &ok);
  row->base.reverts = octant_statement_int (statement, 8);
  row->undo_top = octant_statement_int (statement, 9);
  row->redo_top = octant_statement_int (statement, 10);
  row->prev_hash = dup_text (statement, 11, &ok);
  row->base.hash = dup_text (statement, 12, &ok);
  if (ok && strlen (row->base.hash) == HASH_LENGTH)
    return TRUE;

  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
               "journal %" G_GINT64_FORMAT ": a column holds what it never can", row->base.seq);
  octant_statement_reset (statement);
  return FALSE;
}

static gboolean
check_hash (const OctantJournalRow *row,
            GError                **error)
{
  g_autofree char *hash = octant_journal_hash (&row->base, row->prev_hash);

  if (strcmp (hash, row->base.hash) == 0)
    return TRUE;
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
               "journal %" G_GINT64_FORMAT ": its content does not have its hash", row->base.seq);
  return FALSE;
}

OctantStatement *
octant_journal_select (OctantDb  *db,
                       GError   **error)
{
  return octant_db_prepare (db, SELECT " ORDER BY seq", error);
}

void
octant_journal_head_init (OctantJournalHead *head)
{
  memset (head, 0, sizeof *head);
  g_strlcpy (head->hash, FIRST_HASH, sizeof head->hash);
}

gboolean
octant_journal_read_head (OctantDb           *db,
                          OctantJournalHead  *head,
                          GError            **error)
{
  OctantStatement *statement;
  OctantStep step;
  g_auto (OctantJournalRow) row = { 0 };

  octant_journal_head_init (head);
  statement = octant_db_prepare (db, SELECT " ORDER BY seq DESC LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  step = octant_statement_step (statement, error);
  if (step != OCTANT_STEP_ROW)
    return step == OCTANT_STEP_DONE;
  if (!octant_journal_read_row (statement, &row, error))
    return FALSE;
  octant_statement_reset (statement);

  /* A history edited elsewhere is for the check to name; it must not lock the user out. */
  head->seq = row.base.seq;
  head->undo_top = row.undo_top;
  head->redo_top = row.redo_top;
  g_strlcpy (head->hash, row.base.hash, sizeof head->hash);
  return TRUE;
}

gboolean
octant_journal_read (OctantDb          *db,
                     gint64             seq,
                     OctantJournalRow  *row,
                     GError           **error)
{
  OctantStatement *statement = octant_db_prepare (db, SELECT " WHERE seq = ?1", error);
  OctantStep step;

  if (statement == NULL)
    return FALSE;
  octant_statement_bind_int (statement, 1, seq);
  step = octant_statement_step (statement, error);
  if (step == OCTANT_STEP_DONE)
    g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND,
                 "journal %" G_GINT64_FORMAT ": no such entry", seq);
  if (step != OCTANT_STEP_ROW || !octant_journal_read_row (statement, row, error))
    return FALSE;
  octant_statement_reset (statement);
  return check_hash (row, error);
}

static gboolean
insert_entry (OctantDb                 *db,
              const OctantJournalEntry *entry,
              const char               *prev_hash,
              const OctantJournalHead  *tops,
              GError                  **error)
{
  OctantStatement *statement;

  statement = octant_db_prepare (db,
                                 "INSERT INTO journal (seq, time, actor, kind, subject, cycle, before, after,"
                                 " reverts, undo_top, redo_top, prev_hash, hash)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                                 error);
  if (statement == NULL)
    return FALSE;
  octant_statement_bind_int (statement, 1, entry->seq);
  octant_statement_bind_text (statement, 2, entry->time);
  octant_statement_bind_text (statement, 3, entry->actor);
  octant_statement_bind_text (statement, 4, entry->kind);
  octant_statement_bind_text (statement, 5, entry->subject);
  octant_statement_bind_text (statement, 6, entry->cycle_id);
  octant_statement_bind_text (statement, 7, entry->before);
  octant_statement_bind_text (statement, 8, entry->after);
  octant_statement_bind_int (statement, 9, entry->reverts);
  octant_statement_bind_int (statement, 10, tops->undo_top);
  octant_statement_bind_int (statement, 11, tops->redo_top);
  octant_statement_bind_text (statement, 12, prev_hash);
  octant_statement_bind_text (statement, 13, entry->hash);
  return octant_statement_run (statement, error);
}

gboolean
octant_journal_append (OctantDb                *db,
                       const OctantAct         *act,
                       const OctantJournalHead *head,
                       OctantJournalHead       *next,
                       GError                 **error)
{
  g_autofree char *before = octant_journal_write_rows (act, FALSE);
  g_autofree char *after = octant_journal_write_rows (act, TRUE);
  g_autofree char *hash = NULL;
  OctantJournalEntry entry = {
    .seq = head->seq + 1,
    .time = act->time,
    .actor = act->actor,
    .kind = act->kind,
    .subject = act->subject,
    .cycle_id = act->cycle_id,
    .before = before,
    .after = after,
    .reverts = act->reverts,
  };

  hash = octant_journal_hash (&entry, head->hash);
  entry.hash = hash;
  next->seq = entry.seq;
  g_strlcpy (next->hash, hash, sizeof next->hash);
  return insert_entry (db, &entry, head->hash, next, error);
}

gboolean
octant_journal_advance (OctantJournalHead      *head,
                        const OctantJournalRow *row,
                        gint64                  undo_below,
                        gint64                  redo_below)
{
  gboolean fits = TRUE;

  if (strcmp (row->base.kind, "undo") == 0)
    {
      fits = row->base.reverts != 0 && row->base.reverts == head->undo_top;
      head->undo_top = undo_below;
      head->redo_top = row->base.seq;
    }
  else if (strcmp (row->base.kind, "redo") == 0)
    {
      fits = row->base.reverts != 0 && head->redo_top != 0;
      head->undo_top = row->base.reverts;
      head->redo_top = redo_below;
    }
  else
    {
      fits = row->base.reverts == 0;
      head->undo_top = row->base.seq;
      head->redo_top = 0;
    }
  head->seq = row->base.seq;
  g_strlcpy (head->hash, row->base.hash, sizeof head->hash);
  return fits && row->undo_top == head->undo_top && row->redo_top == head->redo_top;
}
