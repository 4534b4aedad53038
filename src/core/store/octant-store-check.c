/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <string.h>

#include "store/octant-rows-private.h"

/*
 * SQLite's own check finds a broken tree, not a changed byte in a text. The journal does:
 * every entry is held by the chain of hashes, and all entries together, carried out on an
 * empty memory, must give exactly the rows that the tables have. So each change of a row,
 * of an entry or of a number is found, and named by table and key. A kept model is held by
 * its own hash, and the cache of scores is computed again.
 */

/* What a later undo or redo needs of the entry before it. */
typedef struct
{
  gint64 undo_top;
  gint64 redo_top;
  gint64 reverts;
} Tops;

typedef struct
{
  OctantJournalHead head;
  GArray *tops; /* (owned) Tops by seq, [0] before the first entry */
} Chain;

static void
chain_clear (Chain *chain)
{
  g_clear_pointer (&chain->tops, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static void
chain_init (Chain *chain)
{
  static const Tops none = { 0 };

  octant_journal_head_init (&chain->head);
  chain->tops = g_array_new (FALSE, FALSE, sizeof (Tops));
  g_array_append_val (chain->tops, none);
}

static const Tops *
tops_before (const Chain *chain,
             gint64       seq)
{
  return seq > 0 && seq <= (gint64) chain->tops->len ? &g_array_index (chain->tops, Tops, seq - 1) : NULL;
}

/* An undo is about the top of undo, a redo about what the top of redo took back. */
static gboolean
follows (Chain                  *chain,
         const OctantJournalRow *row)
{
  gint64 undo_top = chain->head.undo_top;
  gint64 redo_top = chain->head.redo_top;
  const Tops *undone = tops_before (chain, undo_top);
  const Tops *redone = tops_before (chain, redo_top);
  gboolean fits = TRUE;
  Tops tops;

  if (strcmp (row->base.kind, "redo") == 0)
    fits = redone != NULL && g_array_index (chain->tops, Tops, redo_top).reverts == row->base.reverts;
  fits &= octant_journal_advance (&chain->head, row, undone != NULL ? undone->undo_top : 0,
                                  redone != NULL ? redone->redo_top : 0);
  tops.undo_top = chain->head.undo_top;
  tops.redo_top = chain->head.redo_top;
  tops.reverts = row->base.reverts;
  g_array_append_val (chain->tops, tops);
  return fits;
}

/* NULL when @row is what comes next; else what is wrong with it. */
static const char *
check_entry (Chain                  *chain,
             const OctantJournalRow *row)
{
  g_autofree char *hash = NULL;

  if (row->base.seq != chain->head.seq + 1)
    return "the entry before it is missing";
  if (strcmp (row->prev_hash, chain->head.hash) != 0)
    return "it is not chained to the entry before it";
  hash = octant_journal_hash (&row->base, row->prev_hash);
  if (strcmp (hash, row->base.hash) != 0)
    return "its content does not have its hash";
  if (!follows (chain, row))
    return "it does not follow from the entries before it";
  return NULL;
}

gboolean
octant_store_verify_journal (OctantStore  *self,
                             GError      **error)
{
  g_auto (OctantJournalRow) row = { 0 };
  g_auto (Chain) chain = { 0 };
  OctantStatement *statement;
  OctantStep step;

  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);

  if (!octant_store_ensure_readable (self, error))
    return FALSE;
  chain_init (&chain);
  statement = octant_journal_select (self->db, error);
  if (statement == NULL)
    return FALSE;
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      const char *fault;

      if (!octant_journal_read_row (statement, &row, error))
        return FALSE;
      fault = check_entry (&chain, &row);
      if (fault != NULL)
        {
          octant_statement_reset (statement);
          g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
                       "journal %" G_GINT64_FORMAT ": %s", row.base.seq, fault);
          return FALSE;
        }
    }
  return step == OCTANT_STEP_DONE;
}

static void G_GNUC_PRINTF (3, 4)
add_finding (GPtrArray  *findings,
             const char *where,
             const char *format,
             ...)
{
  OctantFinding *finding = g_new0 (OctantFinding, 1);
  va_list args;

  va_start (args, format);
  finding->where = g_strdup (where);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, finding);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* FALSE ends the check: it was cancelled. Any other error is a finding, and the check goes on. */
static gboolean
absorb (GError     **local,
        GPtrArray   *findings,
        const char  *where,
        GError     **error)
{
  if (*local == NULL)
    return TRUE;
  if (is_cancelled (*local))
    {
      g_propagate_error (error, g_steal_pointer (local));
      return FALSE;
    }
  add_finding (findings, where, "%s", (*local)->message);
  g_clear_error (local);
  return TRUE;
}

static gboolean
check_sqlite (OctantStore  *self,
              GPtrArray    *findings,
              GError      **error)
{
  g_autoptr (GError) local = NULL;
  OctantStatement *statement = octant_db_prepare (self->db, "PRAGMA integrity_check", &local);

  while (statement != NULL && octant_statement_step (statement, &local) == OCTANT_STEP_ROW)
    {
      const char *text = octant_statement_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        {
          g_autofree char *shown = g_utf8_make_valid (text != NULL ? text : "", -1);

          add_finding (findings, "database", "%s", shown);
        }
    }
  return absorb (&local, findings, "database", error);
}

static gboolean
check_foreign_keys (OctantStore  *self,
                    GPtrArray    *findings,
                    GError      **error)
{
  g_autoptr (GError) local = NULL;
  OctantStatement *statement = octant_db_prepare (self->db, "PRAGMA foreign_key_check", &local);

  while (statement != NULL && octant_statement_step (statement, &local) == OCTANT_STEP_ROW)
    {
      g_autofree char *table = g_strdup (octant_statement_text (statement, 0));
      const char *parent = octant_statement_text (statement, 2);

      add_finding (findings, table, "a row refers to a row of %s that is not there", parent);
    }
  return absorb (&local, findings, "database", error);
}

static char *
key_of (const OctantRecord *record)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (record));
  GString *key = g_string_new (info->name);

  for (guint i = 0; i < info->n_keys; i++)
    {
      const char *part = octant_record_get (record, i);

      g_string_append_printf (key, " %zu:", strlen (part));
      g_string_append (key, part);
    }
  return g_string_free (key, FALSE);
}

/* Carries the entry out on @rows. Returns what does not fit, NULL when all does. */
static char *
replay (GHashTable             *rows,
        const OctantJournalRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_act_new ("", "", NULL, "", "");

  if (!octant_journal_read_changes (row->base.before, row->base.after, FALSE, act, &error))
    return g_strdup (error->message);
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);
      const OctantRecord *any = change->before != NULL ? change->before : change->after;
      g_autofree char *key = key_of (any);
      OctantRecord *found = g_hash_table_lookup (rows, key);

      if ((found == NULL) != (change->before == NULL) ||
          (found != NULL && !octant_record_equal (found, change->before)))
        {
          g_autofree char *where = octant_rows_describe (any);

          return g_strdup_printf ("%s was not as this entry found it", where);
        }
      if (change->after != NULL)
        g_hash_table_insert (rows, g_steal_pointer (&key), g_steal_pointer (&change->after));
      else
        g_hash_table_remove (rows, key);
    }
  return NULL;
}

static void
check_journal_row (Chain                  *chain,
                   GHashTable             *rows,
                   gboolean               *chained,
                   const OctantJournalRow *row,
                   GPtrArray              *findings)
{
  g_autofree char *where = g_strdup_printf ("journal %" G_GINT64_FORMAT, row->base.seq);
  g_autofree char *misfit = replay (rows, row);
  const char *fault = *chained ? check_entry (chain, row) : NULL;

  if (fault != NULL)
    {
      /* After the first break, each later entry would be reported for it. */
      *chained = FALSE;
      add_finding (findings, where, "%s: the history was changed outside Octant, or the disk did", fault);
    }
  else if (misfit != NULL)
    add_finding (findings, where, "%s", misfit);
}

/* The rows that the journal says there are, by key. */
static gboolean
check_journal (OctantStore  *self,
               GHashTable   *rows,
               GPtrArray    *findings,
               GError      **error)
{
  g_auto (OctantJournalRow) row = { 0 };
  g_auto (Chain) chain = { 0 };
  g_autoptr (GError) local = NULL;
  OctantStatement *statement;
  gboolean chained = TRUE;

  chain_init (&chain);
  statement = octant_journal_select (self->db, &local);
  while (statement != NULL && octant_statement_step (statement, &local) == OCTANT_STEP_ROW)
    {
      if (!octant_journal_read_row (statement, &row, &local))
        break;
      check_journal_row (&chain, rows, &chained, &row, findings);
    }
  return absorb (&local, findings, "journal", error);
}

static void
compare_row (GHashTable   *rows,
             OctantRecord *row,
             GPtrArray    *findings)
{
  g_autofree char *key = key_of (row);
  OctantRecord *expected = g_hash_table_lookup (rows, key);

  if (expected == NULL || !octant_record_equal (row, expected))
    {
      g_autofree char *where = octant_rows_describe (row);

      add_finding (findings, where,
                   expected == NULL ? "no entry of the journal made this row"
                                    : "the row is not what the journal made it");
    }
  g_hash_table_remove (rows, key);
}

/* Takes what it finds out of @rows; what is left stands in the journal only. */
static gboolean
check_tables (OctantStore  *self,
              GHashTable   *rows,
              GPtrArray    *findings,
              GError      **error)
{
  GHashTableIter iter;
  gpointer row;

  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GPtrArray) found = NULL;

      found = octant_rows_list (self->db, (OctantTable) table, OCTANT_STORE_ALL, NULL, &local);
      for (guint i = 0; found != NULL && i < found->len; i++)
        compare_row (rows, g_ptr_array_index (found, i), findings);
      if (!absorb (&local, findings, octant_table_get_info ((OctantTable) table)->name, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_autofree char *where = octant_rows_describe (row);

      add_finding (findings, where, "the row is missing; the journal has it");
    }
  return TRUE;
}

static void
check_model (const char *hash,
             GBytes     *bytes,
             GPtrArray  *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, NULL, &error);
  g_autofree char *where = NULL;

  if (model != NULL && g_strcmp0 (octant_model_get_hash (model), hash) == 0)
    return;
  where = g_strconcat ("model ", hash, NULL);
  if (model == NULL)
    add_finding (findings, where, "%s", error->message);
  else
    add_finding (findings, where, "its content does not have its hash");
}

static gboolean
check_models (OctantStore   *self,
              GPtrArray     *findings,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GError) local = NULL;
  OctantStatement *statement;

  statement = octant_db_prepare (self->db, "SELECT hash, bytes FROM model ORDER BY hash", &local);
  while (statement != NULL && octant_statement_step (statement, &local) == OCTANT_STEP_ROW)
    {
      g_autoptr (GBytes) bytes = octant_statement_dup_blob (statement, 1);
      g_autofree char *hash = g_utf8_make_valid (octant_statement_text (statement, 0), -1);

      if (g_cancellable_set_error_if_cancelled (cancellable, &local))
        {
          octant_statement_reset (statement);
          break;
        }
      check_model (hash, bytes, findings);
    }
  return absorb (&local, findings, "model", error);
}

static gboolean
same_score (const OctantScoreRow *a,
            const OctantScoreRow *b)
{
  return strcmp (a->code, b->code) == 0 && a->applicable == b->applicable && g_strcmp0 (a->s, b->s) == 0 &&
         g_strcmp0 (a->s_hi, b->s_hi) == 0 && a->l == b->l && a->l_hi == b->l_hi && a->answered == b->answered &&
         a->applicable_items == b->applicable_items;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(OctantScoreRow *const *) a)->code, (*(OctantScoreRow *const *) b)->code);
}

/* The cache is derived, so no entry of the journal vouches for it: it is computed again. */
static gboolean
check_scores_of (OctantStore         *self,
                 const OctantRecord  *cycle,
                 GPtrArray           *findings,
                 GError             **error)
{
  const char *id = octant_record_get (cycle, OCTANT_CYCLE_ID);
  g_autofree char *where = g_strconcat ("score ", id, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) kept = octant_store_list_scores (self, id, &local);
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (OctantAssessment) assessment = NULL;

  if (kept == NULL || kept->len == 0)
    return absorb (&local, findings, where, error);
  assessment = octant_store_load_assessment (self, id, &local);
  if (assessment == NULL)
    return absorb (&local, findings, where, error);

  expected = octant_assessment_list_score_rows (assessment, NULL, 0);
  g_ptr_array_sort (kept, compare_codes);
  g_ptr_array_sort (expected, compare_codes);
  for (guint i = 0; i < MIN (kept->len, expected->len); i++)
    if (!same_score (g_ptr_array_index (kept, i), g_ptr_array_index (expected, i)))
      add_finding (findings, where, "the score kept for %s is not what the answers give",
                   ((OctantScoreRow *) g_ptr_array_index (expected, i))->code);
  if (kept->len != expected->len)
    add_finding (findings, where, "%u scores are kept where there must be %u", kept->len, expected->len);
  return TRUE;
}

static gboolean
check_scores (OctantStore   *self,
              GPtrArray     *findings,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) cycles = NULL;

  /* What a damaged database gives must not be computed with. */
  if (findings->len > 0)
    return TRUE;
  cycles = octant_rows_list (self->db, OCTANT_TABLE_CYCLE, OCTANT_STORE_ALL, NULL, &local);
  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !check_scores_of (self, g_ptr_array_index (cycles, i), findings, error))
      return FALSE;
  return absorb (&local, findings, "score", error);
}

GPtrArray *
octant_store_check (OctantStore   *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_finding_free);
  g_autoptr (GHashTable) rows = NULL;
  gboolean done;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) octant_record_unref);
  octant_db_set_cancellable (self->db, cancellable);
  done = check_sqlite (self, findings, error) &&
         check_foreign_keys (self, findings, error) &&
         check_journal (self, rows, findings, error) &&
         check_tables (self, rows, findings, error) &&
         check_models (self, findings, cancellable, error) &&
         check_scores (self, findings, cancellable, error);
  octant_db_set_cancellable (self->db, NULL);
  return done ? g_steal_pointer (&findings) : NULL;
}
