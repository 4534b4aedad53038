/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-rows-private.h"

#include "store/octant-store.h"

#define MAX_COLUMNS 16

/*
 * The statements of each table. Parameters are numbered like the columns of the record, so
 * the key is ?1…?n in every one of them; a select gives the columns in the same order.
 */
typedef struct
{
  const char *select;
  const char *insert;
  const char *update; /* (nullable) every column is key */
  const char *delete;
  const char *list;
  /* What is asked for all the time, by an index. Other columns are compared in C. */
  struct
  {
    guint column;
    const char *sql;
  } by[3];
} Statements;

static const Statements statements[OCTANT_N_TABLES] = {
  [OCTANT_TABLE_ORGANISATION] = {
    "SELECT id, name, kind, created_at FROM organisation WHERE id = ?1",
    "INSERT INTO organisation (id, name, kind, created_at) VALUES (?1, ?2, ?3, ?4)",
    "UPDATE organisation SET name = ?2, kind = ?3, created_at = ?4 WHERE id = ?1",
    "DELETE FROM organisation WHERE id = ?1",
    "SELECT id, name, kind, created_at FROM organisation ORDER BY created_at, id",
    { { OCTANT_ORGANISATION_ID, "SELECT id, name, kind, created_at FROM organisation WHERE id = ?1" } },
  },
  [OCTANT_TABLE_OBJECT] = {
    "SELECT id, org, name, kind, level, criticality, created_at FROM object WHERE id = ?1",
    "INSERT INTO object (id, org, name, kind, level, criticality, created_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "UPDATE object SET org = ?2, name = ?3, kind = ?4, level = ?5, criticality = ?6, created_at = ?7"
    " WHERE id = ?1",
    "DELETE FROM object WHERE id = ?1",
    "SELECT id, org, name, kind, level, criticality, created_at FROM object ORDER BY created_at, id",
    { { OCTANT_OBJECT_ID,
        "SELECT id, org, name, kind, level, criticality, created_at FROM object WHERE id = ?1" },
      { OCTANT_OBJECT_ORG,
        "SELECT id, org, name, kind, level, criticality, created_at FROM object WHERE org = ?1"
        " ORDER BY created_at, id" } },
  },
  [OCTANT_TABLE_CYCLE] = {
    "SELECT id, org, title, as_of, model_hash, model_id, model_version, from_cycle, assessor, created_at"
    " FROM cycle WHERE id = ?1",
    "INSERT INTO cycle (id, org, title, as_of, model_hash, model_id, model_version, from_cycle, assessor,"
    " created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "UPDATE cycle SET org = ?2, title = ?3, as_of = ?4, model_hash = ?5, model_id = ?6, model_version = ?7,"
    " from_cycle = ?8, assessor = ?9, created_at = ?10 WHERE id = ?1",
    "DELETE FROM cycle WHERE id = ?1",
    "SELECT id, org, title, as_of, model_hash, model_id, model_version, from_cycle, assessor, created_at"
    " FROM cycle ORDER BY created_at, id",
    { { OCTANT_CYCLE_ID,
        "SELECT id, org, title, as_of, model_hash, model_id, model_version, from_cycle, assessor, created_at"
        " FROM cycle WHERE id = ?1" },
      { OCTANT_CYCLE_ORG,
        "SELECT id, org, title, as_of, model_hash, model_id, model_version, from_cycle, assessor, created_at"
        " FROM cycle WHERE org = ?1 ORDER BY created_at, id" } },
  },
  [OCTANT_TABLE_CYCLE_OBJECT] = {
    "SELECT cycle, object, name, kind, level, criticality, position FROM cycle_object"
    " WHERE cycle = ?1 AND object = ?2",
    "INSERT INTO cycle_object (cycle, object, name, kind, level, criticality, position)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "UPDATE cycle_object SET name = ?3, kind = ?4, level = ?5, criticality = ?6, position = ?7"
    " WHERE cycle = ?1 AND object = ?2",
    "DELETE FROM cycle_object WHERE cycle = ?1 AND object = ?2",
    "SELECT cycle, object, name, kind, level, criticality, position FROM cycle_object"
    " ORDER BY cycle, position, object",
    { { OCTANT_CYCLE_OBJECT_CYCLE,
        "SELECT cycle, object, name, kind, level, criticality, position FROM cycle_object"
        " WHERE cycle = ?1 ORDER BY position, object" } },
  },
  [OCTANT_TABLE_TAILORING] = {
    "SELECT cycle, code, reason, approver, decided_by, decided_at FROM tailoring"
    " WHERE cycle = ?1 AND code = ?2",
    "INSERT INTO tailoring (cycle, code, reason, approver, decided_by, decided_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "UPDATE tailoring SET reason = ?3, approver = ?4, decided_by = ?5, decided_at = ?6"
    " WHERE cycle = ?1 AND code = ?2",
    "DELETE FROM tailoring WHERE cycle = ?1 AND code = ?2",
    "SELECT cycle, code, reason, approver, decided_by, decided_at FROM tailoring ORDER BY cycle, code",
    { { OCTANT_TAILORING_CYCLE,
        "SELECT cycle, code, reason, approver, decided_by, decided_at FROM tailoring WHERE cycle = ?1"
        " ORDER BY code" } },
  },
  [OCTANT_TABLE_ANSWER] = {
    "SELECT cycle, code, object, rating, note, na_reason, na_approver, state, rated_by, rated_at"
    " FROM answer WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "INSERT INTO answer (cycle, code, object, rating, note, na_reason, na_approver, state, rated_by, rated_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    "UPDATE answer SET rating = ?4, note = ?5, na_reason = ?6, na_approver = ?7, state = ?8, rated_by = ?9,"
    " rated_at = ?10 WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "DELETE FROM answer WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "SELECT cycle, code, object, rating, note, na_reason, na_approver, state, rated_by, rated_at"
    " FROM answer ORDER BY cycle, code, object",
    { { OCTANT_ANSWER_CYCLE,
        "SELECT cycle, code, object, rating, note, na_reason, na_approver, state, rated_by, rated_at"
        " FROM answer WHERE cycle = ?1 ORDER BY code, object" } },
  },
  [OCTANT_TABLE_EVIDENCE] = {
    "SELECT id, org, title, name, media_type, size, sha256, source, collected_on, valid_until, strength,"
    " added_by, added_at FROM evidence WHERE id = ?1",
    "INSERT INTO evidence (id, org, title, name, media_type, size, sha256, source, collected_on, valid_until,"
    " strength, added_by, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    "UPDATE evidence SET org = ?2, title = ?3, name = ?4, media_type = ?5, size = ?6, sha256 = ?7, source = ?8,"
    " collected_on = ?9, valid_until = ?10, strength = ?11, added_by = ?12, added_at = ?13 WHERE id = ?1",
    "DELETE FROM evidence WHERE id = ?1",
    "SELECT id, org, title, name, media_type, size, sha256, source, collected_on, valid_until, strength,"
    " added_by, added_at FROM evidence ORDER BY added_at, id",
    { { OCTANT_EVIDENCE_ID,
        "SELECT id, org, title, name, media_type, size, sha256, source, collected_on, valid_until, strength,"
        " added_by, added_at FROM evidence WHERE id = ?1" },
      { OCTANT_EVIDENCE_ORG,
        "SELECT id, org, title, name, media_type, size, sha256, source, collected_on, valid_until, strength,"
        " added_by, added_at FROM evidence WHERE org = ?1 ORDER BY added_at, id" } },
  },
  [OCTANT_TABLE_EVIDENCE_LINK] = {
    "SELECT cycle, code, object, evidence, added_at FROM evidence_link"
    " WHERE cycle = ?1 AND code = ?2 AND object = ?3 AND evidence = ?4",
    "INSERT INTO evidence_link (cycle, code, object, evidence, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    "UPDATE evidence_link SET added_at = ?5"
    " WHERE cycle = ?1 AND code = ?2 AND object = ?3 AND evidence = ?4",
    "DELETE FROM evidence_link WHERE cycle = ?1 AND code = ?2 AND object = ?3 AND evidence = ?4",
    "SELECT cycle, code, object, evidence, added_at FROM evidence_link"
    " ORDER BY added_at, cycle, code, object, evidence",
    { { OCTANT_EVIDENCE_LINK_CYCLE,
        "SELECT cycle, code, object, evidence, added_at FROM evidence_link WHERE cycle = ?1"
        " ORDER BY added_at, code, object, evidence" },
      { OCTANT_EVIDENCE_LINK_EVIDENCE,
        "SELECT cycle, code, object, evidence, added_at FROM evidence_link WHERE evidence = ?1"
        " ORDER BY added_at, cycle, code, object" } },
  },
  [OCTANT_TABLE_INTERVIEW] = {
    "SELECT id, cycle, person, role, held_on, minutes FROM interview WHERE id = ?1",
    "INSERT INTO interview (id, cycle, person, role, held_on, minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "UPDATE interview SET cycle = ?2, person = ?3, role = ?4, held_on = ?5, minutes = ?6 WHERE id = ?1",
    "DELETE FROM interview WHERE id = ?1",
    "SELECT id, cycle, person, role, held_on, minutes FROM interview ORDER BY held_on, id",
    { { OCTANT_INTERVIEW_ID,
        "SELECT id, cycle, person, role, held_on, minutes FROM interview WHERE id = ?1" },
      { OCTANT_INTERVIEW_CYCLE,
        "SELECT id, cycle, person, role, held_on, minutes FROM interview WHERE cycle = ?1"
        " ORDER BY held_on, id" } },
  },
  [OCTANT_TABLE_INTERVIEW_ANSWER] = {
    "SELECT interview, code, object, cycle, rating, minutes FROM interview_answer"
    " WHERE interview = ?1 AND code = ?2 AND object = ?3",
    "INSERT INTO interview_answer (interview, code, object, cycle, rating, minutes)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "UPDATE interview_answer SET cycle = ?4, rating = ?5, minutes = ?6"
    " WHERE interview = ?1 AND code = ?2 AND object = ?3",
    "DELETE FROM interview_answer WHERE interview = ?1 AND code = ?2 AND object = ?3",
    "SELECT interview, code, object, cycle, rating, minutes FROM interview_answer"
    " ORDER BY cycle, interview, code, object",
    { { OCTANT_INTERVIEW_ANSWER_INTERVIEW,
        "SELECT interview, code, object, cycle, rating, minutes FROM interview_answer WHERE interview = ?1"
        " ORDER BY code, object" },
      { OCTANT_INTERVIEW_ANSWER_CYCLE,
        "SELECT interview, code, object, cycle, rating, minutes FROM interview_answer WHERE cycle = ?1"
        " ORDER BY interview, code, object" } },
  },
  [OCTANT_TABLE_SETTLEMENT] = {
    "SELECT cycle, code, object, settled_by, settled_at FROM settlement"
    " WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "INSERT INTO settlement (cycle, code, object, settled_by, settled_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    "UPDATE settlement SET settled_by = ?4, settled_at = ?5 WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "DELETE FROM settlement WHERE cycle = ?1 AND code = ?2 AND object = ?3",
    "SELECT cycle, code, object, settled_by, settled_at FROM settlement ORDER BY cycle, code, object",
    { { OCTANT_SETTLEMENT_CYCLE,
        "SELECT cycle, code, object, settled_by, settled_at FROM settlement WHERE cycle = ?1"
        " ORDER BY code, object" } },
  },
  [OCTANT_TABLE_TARGET] = {
    "SELECT cycle, code, level FROM target WHERE cycle = ?1 AND code = ?2",
    "INSERT INTO target (cycle, code, level) VALUES (?1, ?2, ?3)",
    "UPDATE target SET level = ?3 WHERE cycle = ?1 AND code = ?2",
    "DELETE FROM target WHERE cycle = ?1 AND code = ?2",
    "SELECT cycle, code, level FROM target ORDER BY cycle, code",
    { { OCTANT_TARGET_CYCLE, "SELECT cycle, code, level FROM target WHERE cycle = ?1 ORDER BY code" } },
  },
};

char *
octant_rows_describe (const OctantRecord *record)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (record));
  GString *text = g_string_new (info->name);

  for (guint i = 0; i < info->n_keys; i++)
    {
      const char *key = octant_record_get (record, i);

      if (*key != '\0')
        g_string_append_printf (text, " %s", key);
    }
  return g_string_free (text, FALSE);
}

/* The file may come from elsewhere: what a record does not allow is damage, not a crash. */
static OctantRecord *
read_row (OctantStatement *statement,
          OctantTable      table,
          GError         **error)
{
  const OctantTableInfo *info = octant_table_get_info (table);
  const char *values[MAX_COLUMNS];

  for (guint i = 0; i < info->n_columns; i++)
    {
      gboolean ok = !info->columns[i].integer || octant_statement_is_int (statement, (int) i);

      values[i] = octant_statement_checked_text (statement, (int) i, &ok);
      if (!ok || (values[i] == NULL && !info->columns[i].nullable))
        {
          const char *key = octant_statement_text (statement, 0);
          g_autofree char *shown = g_utf8_make_valid (key != NULL ? key : "", -1);

          g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
                       "%s %s: column %s holds what it never can", info->name, shown, info->columns[i].name);
          return NULL;
        }
    }
  return octant_record_new (table, values);
}

static void
bind_columns (OctantStatement    *statement,
              const OctantRecord *record,
              guint               n)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (record));

  for (guint i = 0; i < n; i++)
    {
      const char *value = octant_record_get (record, i);

      if (info->columns[i].integer && value != NULL)
        octant_statement_bind_int (statement, (int) i + 1, octant_record_get_int (record, i));
      else
        octant_statement_bind_text (statement, (int) i + 1, value);
    }
}

/* @row is NULL when there is none. */
static gboolean
find_row (OctantDb            *db,
          const OctantRecord  *key,
          OctantRecord       **row,
          GError             **error)
{
  OctantTable table = octant_record_get_table (key);
  OctantStatement *statement = octant_db_prepare (db, statements[table].select, error);
  OctantStep step;

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  bind_columns (statement, key, octant_table_get_info (table)->n_keys);
  step = octant_statement_step (statement, error);
  if (step == OCTANT_STEP_ROW)
    {
      *row = read_row (statement, table, error);
      if (*row == NULL)
        step = OCTANT_STEP_ERROR;
      octant_statement_reset (statement);
    }
  return step != OCTANT_STEP_ERROR;
}

/* The row of @key must be @expected, or absent when that is NULL. */
static gboolean
check_before (OctantDb            *db,
              const OctantRecord  *key,
              const OctantRecord  *expected,
              GError             **error)
{
  g_autoptr (OctantRecord) row = NULL;
  g_autofree char *where = NULL;

  if (!find_row (db, key, &row, error))
    return FALSE;
  if (expected == NULL ? row == NULL : row != NULL && octant_record_equal (row, expected))
    return TRUE;

  where = octant_rows_describe (key);
  g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_CONFLICT, "%s %s", where,
               expected == NULL ? "is there already" : row == NULL ? "is no longer there"
                                                                   : "was changed in the meantime");
  return FALSE;
}

static gboolean
run_on_row (OctantDb            *db,
            const char          *sql,
            const OctantRecord  *record,
            guint                n_columns,
            GError             **error)
{
  OctantStatement *statement = octant_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_columns (statement, record, n_columns);
  if (octant_statement_run (statement, error))
    return TRUE;
  g_prefix_error (error, "%s: ", octant_table_get_info (octant_record_get_table (record))->name);
  return FALSE;
}

gboolean
octant_rows_apply (OctantDb            *db,
                   const OctantChange  *change,
                   GError             **error)
{
  const OctantRecord *key = change->before != NULL ? change->before : change->after;
  OctantTable table = octant_record_get_table (key);
  const OctantTableInfo *info = octant_table_get_info (table);

  if (!check_before (db, key, change->before, error))
    return FALSE;
  if (change->after == NULL)
    return run_on_row (db, statements[table].delete, key, info->n_keys, error);
  if (change->before == NULL)
    return run_on_row (db, statements[table].insert, change->after, info->n_columns, error);
  return run_on_row (db, statements[table].update, change->after, info->n_columns, error);
}

static const char *
find_list_sql (OctantTable table,
               guint       column)
{
  for (guint i = 0; i < G_N_ELEMENTS (statements[table].by); i++)
    if (statements[table].by[i].sql != NULL && statements[table].by[i].column == column)
      return statements[table].by[i].sql;
  return NULL;
}

GPtrArray *
octant_rows_list (OctantDb    *db,
                  OctantTable  table,
                  guint        column,
                  const char  *value,
                  GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  const char *by = column == OCTANT_STORE_ALL ? NULL : find_list_sql (table, column);
  gboolean filter = column != OCTANT_STORE_ALL && by == NULL;
  OctantStatement *statement;
  OctantStep step;

  statement = octant_db_prepare (db, by != NULL ? by : statements[table].list, error);
  if (statement == NULL)
    return NULL;
  if (by != NULL)
    octant_statement_bind_text (statement, 1, value);

  while ((step = octant_statement_step (statement, error)) == OCTANT_STEP_ROW)
    {
      g_autoptr (OctantRecord) row = read_row (statement, table, error);

      if (row == NULL)
        {
          octant_statement_reset (statement);
          return NULL;
        }
      if (!filter || g_strcmp0 (octant_record_get (row, column), value) == 0)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return step == OCTANT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
