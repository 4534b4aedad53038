/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-query.h"

#include <string.h>

#include "store/octant-rows-private.h"
#include "store/octant-store-private.h"

void
octant_journal_title_free (OctantJournalTitle *title)
{
  g_free (title->kind);
  g_free (title->code);
  g_free (title->name);
  g_free (title->cycle_title);
  g_free (title);
}

void
octant_answer_change_free (OctantAnswerChange *change)
{
  g_free (change->time);
  g_free (change->actor);
  g_free (change->kind);
  g_clear_pointer (&change->before, octant_record_unref);
  g_clear_pointer (&change->after, octant_record_unref);
  g_free (change);
}

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

static GPtrArray *
read_entries (OctantStatement *statement,
              GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_journal_entry_free);
  g_auto (OctantJournalRow) row = { 0 };
  OctantStep step;

  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      if (!octant_journal_read_row (statement, &row, error))
        return NULL;
      g_ptr_array_add (entries, g_memdup2 (&row.base, sizeof row.base));
      memset (&row.base, 0, sizeof row.base);
    }
  return step == OCTANT_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* How a row of @code looks in the payloads; codes need no escaping there, others match nothing. */
static char *
code_needle (const char *code)
{
  return code != NULL ? g_strdup_printf ("\"code\":\"%s\"", code) : NULL;
}

GPtrArray *
octant_store_query_journal (OctantStore               *self,
                            const OctantJournalFilter *filter,
                            GError                   **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *needle = NULL;
  g_autofree char *until = NULL;
  OctantStatement *statement;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_db_prepare (self->db,
                                 "SELECT seq, time, actor, kind, subject, cycle, before, after, reverts, undo_top,"
                                 " redo_top, prev_hash, hash FROM journal"
                                 " WHERE (?1 IS NULL OR cycle = ?1) AND (?2 IS NULL OR kind = ?2)"
                                 " AND (?3 IS NULL OR actor = ?3)"
                                 " AND (?4 IS NULL OR time >= ?4) AND (?5 IS NULL OR time <= ?5)"
                                 " AND (?6 IS NULL OR subject = ?6 OR instr (before, ?7) > 0 OR instr (after, ?7) > 0)"
                                 " AND (?8 = 0 OR seq < ?8) ORDER BY seq DESC LIMIT ?9",
                                 error);
  if (statement == NULL)
    return NULL;
  needle = code_needle (filter->code);
  /* DEL sorts behind all that a time may go on with, so that a day is taken whole. */
  until = filter->until != NULL ? g_strconcat (filter->until, "\x7f", NULL) : NULL;
  octant_statement_bind_text (statement, 1, filter->cycle_id);
  octant_statement_bind_text (statement, 2, filter->kind);
  octant_statement_bind_text (statement, 3, filter->actor);
  octant_statement_bind_text (statement, 4, filter->since);
  octant_statement_bind_text (statement, 5, until);
  octant_statement_bind_text (statement, 6, filter->code);
  octant_statement_bind_text (statement, 7, needle);
  octant_statement_bind_int (statement, 8, filter->before_seq);
  octant_statement_bind_int (statement, 9, filter->limit > 0 ? (gint64) filter->limit : -1);
  entries = read_entries (statement, error);
  octant_statement_reset (statement); /* what is bound lives no longer than this call */
  return g_steal_pointer (&entries);
}

static char **
list_words (OctantStore  *self,
            const char   *sql,
            GError      **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  OctantStatement *statement;
  OctantStep step;

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  statement = octant_db_prepare (self->db, sql, error);
  if (statement == NULL)
    return NULL;
  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      gboolean ok = TRUE;
      const char *word = octant_statement_checked_text (statement, 0, &ok);

      if (ok && word != NULL)
        g_strv_builder_add (words, word);
    }
  return step == OCTANT_STEP_DONE ? g_strv_builder_end (words) : NULL;
}

char **
octant_store_list_journal_actors (OctantStore  *self,
                                  GError      **error)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  return list_words (self, "SELECT DISTINCT actor FROM journal ORDER BY actor", error);
}

char **
octant_store_list_journal_kinds (OctantStore  *self,
                                 GError      **error)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  return list_words (self, "SELECT DISTINCT kind FROM journal ORDER BY kind", error);
}

/* The column that people know a row by, G_MAXUINT for none. */
static guint
name_column (OctantTable table)
{
  switch (table)
    {
    case OCTANT_TABLE_ORGANISATION:
      return OCTANT_ORGANISATION_NAME;
    case OCTANT_TABLE_OBJECT:
      return OCTANT_OBJECT_NAME;
    case OCTANT_TABLE_CYCLE:
      return OCTANT_CYCLE_TITLE;
    case OCTANT_TABLE_EVIDENCE:
      return OCTANT_EVIDENCE_TITLE;
    case OCTANT_TABLE_INTERVIEW:
      return OCTANT_INTERVIEW_PERSON;
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_ANSWER:
    case OCTANT_TABLE_EVIDENCE_LINK:
    case OCTANT_TABLE_INTERVIEW_ANSWER:
    case OCTANT_TABLE_SETTLEMENT:
    case OCTANT_TABLE_TARGET:
    case OCTANT_N_TABLES:
    default:
      return G_MAXUINT;
    }
}

/* The name of the row that the entry is about; else of the evidence that it attached. */
static void
name_subject (OctantJournalTitle *title,
              const OctantAct    *act,
              const char         *subject)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      const OctantRecord *row = change->after != NULL ? change->after : change->before;
      OctantTable table = octant_record_get_table (row);
      guint column = name_column (table);

      if (column == G_MAXUINT)
        continue;
      if (strcmp (octant_record_get (row, 0), subject) == 0)
        {
          g_set_str (&title->name, octant_record_get (row, column));
          return;
        }
      if (title->name == NULL && table == OCTANT_TABLE_EVIDENCE)
        title->name = g_strdup (octant_record_get (row, column));
    }
}

/* A cycle that is gone is known by the entry that deleted it, or by none. */
static void
name_cycle (OctantStore              *self,
            OctantJournalTitle       *title,
            const OctantJournalEntry *entry,
            const OctantAct          *act)
{
  g_autoptr (OctantRecord) cycle = NULL;

  if (entry->cycle_id == NULL)
    return;
  cycle = octant_store_get (self, OCTANT_TABLE_CYCLE, entry->cycle_id, NULL);
  for (guint i = 0; cycle == NULL && i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      OctantRecord *row = change->after != NULL ? change->after : change->before;

      if (octant_record_get_table (row) == OCTANT_TABLE_CYCLE &&
          strcmp (octant_record_get (row, OCTANT_CYCLE_ID), entry->cycle_id) == 0)
        cycle = octant_record_ref (row);
    }
  if (cycle != NULL)
    title->cycle_title = g_strdup (octant_record_get (cycle, OCTANT_CYCLE_TITLE));
}

/* The kinds whose subject is a code of the model. */
static gboolean
is_about_code (const char *kind)
{
  static const char *const kinds[] = { "rate", "note", "confirm", "tailor", "attach", "detach", "copy", "import",
                                       "settle", "interview-answer" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], kind) == 0)
      return TRUE;
  return FALSE;
}

/**
 * octant_store_describe_entry:
 *
 * Returns: (transfer full): what @entry is about; NULL with @error set when it cannot be read
 */
OctantJournalTitle *
octant_store_describe_entry (OctantStore              *self,
                             const OctantJournalEntry *entry,
                             GError                  **error)
{
  g_autoptr (OctantJournalTitle) title = NULL;
  g_autoptr (OctantAct) act = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  act = octant_act_new (entry->kind, entry->subject, entry->cycle_id, entry->actor, entry->time);
  if (!octant_journal_read_changes (entry->before, entry->after, FALSE, act, error))
    return NULL;

  title = g_new0 (OctantJournalTitle, 1);
  title->kind = g_strdup (entry->kind);
  title->undo = strcmp (entry->kind, "undo") == 0;
  title->redo = strcmp (entry->kind, "redo") == 0;
  title->n_changes = act->changes->len;
  if (entry->reverts != 0)
    {
      g_auto (OctantJournalRow) row = { 0 };

      if (!octant_journal_read (self->db, entry->reverts, &row, error))
        return NULL;
      g_set_str (&title->kind, row.base.kind);
    }
  if (is_about_code (title->kind))
    title->code = g_strdup (entry->subject);
  name_subject (title, act, entry->subject);
  name_cycle (self, title, entry, act);
  return g_steal_pointer (&title);
}

static gboolean
is_answer (const OctantRecord *row,
           const char         *cycle_id,
           const char         *code,
           const char         *object_id)
{
  return row != NULL && octant_record_get_table (row) == OCTANT_TABLE_ANSWER &&
         strcmp (octant_record_get (row, OCTANT_ANSWER_CYCLE), cycle_id) == 0 &&
         strcmp (octant_record_get (row, OCTANT_ANSWER_CODE), code) == 0 &&
         strcmp (octant_record_get (row, OCTANT_ANSWER_OBJECT), object_id) == 0;
}

static gboolean
add_answer_changes (GPtrArray                *history,
                    const OctantJournalEntry *entry,
                    const char               *cycle_id,
                    const char               *code,
                    const char               *object_id,
                    GError                  **error)
{
  g_autoptr (OctantAct) act = octant_act_new ("", "", NULL, "", "");

  if (!octant_journal_read_changes (entry->before, entry->after, FALSE, act, error))
    return FALSE;
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);
      OctantAnswerChange *found;

      if (!is_answer (change->before, cycle_id, code, object_id) &&
          !is_answer (change->after, cycle_id, code, object_id))
        continue;
      found = g_new0 (OctantAnswerChange, 1);
      found->seq = entry->seq;
      found->time = g_strdup (entry->time);
      found->actor = g_strdup (entry->actor);
      found->kind = g_strdup (entry->kind);
      found->before = g_steal_pointer (&change->before);
      found->after = g_steal_pointer (&change->after);
      g_ptr_array_add (history, found);
    }
  return TRUE;
}

/**
 * octant_store_list_answer_history:
 * @object_id: "" for the institution
 *
 * Returns: (transfer full) (element-type OctantAnswerChange): newest first
 */
GPtrArray *
octant_store_list_answer_history (OctantStore  *self,
                                  const char   *cycle_id,
                                  const char   *code,
                                  const char   *object_id,
                                  GError      **error)
{
  const OctantJournalFilter filter = { .cycle_id = cycle_id, .code = code };
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_answer_change_free);
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (cycle_id != NULL && code != NULL && object_id != NULL, NULL);

  entries = octant_store_query_journal (self, &filter, error);
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!add_answer_changes (history, entries->pdata[i], cycle_id, code, object_id, error))
      return NULL;
  return g_steal_pointer (&history);
}
