/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-journal-line.h"

/* The columns of a row that say what it is about; -1 for none. */
typedef struct
{
  int code;
  int object;
  int name;
} Columns;

static const Columns columns[OCTANT_N_TABLES] = {
  [OCTANT_TABLE_ORGANISATION] = { -1, -1, OCTANT_ORGANISATION_NAME },
  [OCTANT_TABLE_OBJECT] = { -1, -1, OCTANT_OBJECT_NAME },
  [OCTANT_TABLE_CYCLE] = { -1, -1, OCTANT_CYCLE_TITLE },
  [OCTANT_TABLE_CYCLE_OBJECT] = { -1, -1, -1 },
  [OCTANT_TABLE_TAILORING] = { OCTANT_TAILORING_CODE, -1, -1 },
  [OCTANT_TABLE_ANSWER] = { OCTANT_ANSWER_CODE, OCTANT_ANSWER_OBJECT, -1 },
  [OCTANT_TABLE_EVIDENCE] = { -1, -1, OCTANT_EVIDENCE_TITLE },
  [OCTANT_TABLE_EVIDENCE_LINK] = { OCTANT_EVIDENCE_LINK_CODE, OCTANT_EVIDENCE_LINK_OBJECT, -1 },
  [OCTANT_TABLE_INTERVIEW] = { -1, -1, OCTANT_INTERVIEW_PERSON },
  [OCTANT_TABLE_INTERVIEW_ANSWER] = { OCTANT_INTERVIEW_ANSWER_CODE, OCTANT_INTERVIEW_ANSWER_OBJECT, -1 },
  [OCTANT_TABLE_SETTLEMENT] = { OCTANT_SETTLEMENT_CODE, OCTANT_SETTLEMENT_OBJECT, -1 },
  [OCTANT_TABLE_TARGET] = { OCTANT_TARGET_CODE, -1, -1 },
};

static OctantRecord *
any_side (const OctantChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

/* The value that all rows with such a column share; NULL when they differ or none has it. */
static char *
dup_common (const OctantAct *act,
            gboolean         object)
{
  const char *common = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantRecord *row = any_side (g_ptr_array_index (act->changes, i));
      const Columns *of = &columns[octant_record_get_table (row)];
      int column = object ? of->object : of->code;
      const char *value;

      if (column < 0)
        continue;
      value = octant_record_get (row, (guint) column);
      if (common != NULL && g_strcmp0 (common, value) != 0)
        return NULL;
      common = value;
    }
  return common != NULL && *common != '\0' ? g_strdup (common) : NULL;
}

/* The names of a table's rows, when there is one alone. */
static const char *
find_name (const OctantAct *act,
           OctantTable      table)
{
  const char *name = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantRecord *row = any_side (g_ptr_array_index (act->changes, i));

      if (octant_record_get_table (row) != table)
        continue;
      if (name != NULL)
        return NULL;
      name = octant_record_get (row, (guint) columns[table].name);
    }
  return name;
}

/* A link says only which evidence it leads to; the institution has its title. */
static char *
dup_linked_title (OctantStore     *store,
                  const OctantAct *act)
{
  const char *id = NULL;
  g_autoptr (OctantRecord) evidence = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantRecord *row = any_side (g_ptr_array_index (act->changes, i));
      const char *here;

      if (octant_record_get_table (row) != OCTANT_TABLE_EVIDENCE_LINK)
        continue;
      here = octant_record_get (row, OCTANT_EVIDENCE_LINK_EVIDENCE);
      if (id != NULL && g_strcmp0 (id, here) != 0)
        return NULL;
      id = here;
    }
  if (id != NULL)
    evidence = octant_store_get (store, OCTANT_TABLE_EVIDENCE, id, NULL);
  return evidence != NULL ? g_strdup (octant_record_get (evidence, OCTANT_EVIDENCE_TITLE)) : NULL;
}

/* The widest thing touched names the act: a deleted institution before its assessments and their evidence. */
static char *
dup_name (OctantStore     *store,
          const OctantAct *act)
{
  static const OctantTable order[] = { OCTANT_TABLE_ORGANISATION, OCTANT_TABLE_CYCLE, OCTANT_TABLE_OBJECT,
                                       OCTANT_TABLE_INTERVIEW, OCTANT_TABLE_EVIDENCE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *name = find_name (act, order[i]);

      if (name != NULL)
        return g_strdup (name);
    }
  return dup_linked_title (store, act);
}

/* Both sides of the row of @table that @act changed, when it is one alone. */
static void
take_row (const OctantAct *act,
          OctantTable      table,
          OctantRecord   **before,
          OctantRecord   **after)
{
  const OctantChange *row = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      if (octant_record_get_table (any_side (change)) != table)
        continue;
      if (row != NULL)
        return;
      row = change;
    }
  if (row == NULL)
    return;
  *before = row->before != NULL ? octant_record_ref (row->before) : NULL;
  *after = row->after != NULL ? octant_record_ref (row->after) : NULL;
}

const char *
octant_journal_row_get_code (OctantRecord *row)
{
  int column = columns[octant_record_get_table (row)].code;

  return column >= 0 ? octant_record_get (row, (guint) column) : NULL;
}

/* Interned: a few hundred codes recur in thousands of entries. */
static GPtrArray *
list_codes (const OctantAct *act)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  for (guint i = 0; i < act->changes->len; i++)
    {
      const char *code = octant_journal_row_get_code (any_side (g_ptr_array_index (act->changes, i)));

      if (code != NULL && *code != '\0' && g_hash_table_add (seen, (gpointer) code))
        g_ptr_array_add (codes, g_ref_string_new_intern (code));
    }

  return codes;
}

OctantJournalLine *
octant_journal_line_new (OctantStore     *store,
                         const OctantAct *act,
                         const char      *about_kind)
{
  OctantJournalLine *self = g_new0 (OctantJournalLine, 1);

  self->seq = act->seq;
  self->reverts = act->reverts;
  self->time = g_strdup (act->time);
  self->actor = g_strdup (act->actor);
  self->is_undo = g_strcmp0 (act->kind, "undo") == 0;
  self->is_redo = g_strcmp0 (act->kind, "redo") == 0;
  self->kind = g_strdup (about_kind != NULL ? about_kind : act->kind);
  self->cycle_id = g_strdup (act->cycle_id);
  self->n_rows = act->changes->len;
  self->code = dup_common (act, FALSE);
  self->codes = list_codes (act);
  self->object_id = self->code != NULL ? dup_common (act, TRUE) : NULL;
  self->name = dup_name (store, act);
  take_row (act, OCTANT_TABLE_ANSWER, &self->before, &self->after);
  take_row (act, OCTANT_TABLE_TAILORING, &self->scope_before, &self->scope_after);
  return self;
}

void
octant_journal_line_free (OctantJournalLine *self)
{
  if (self == NULL)
    return;
  g_free (self->time);
  g_free (self->actor);
  g_free (self->kind);
  g_free (self->cycle_id);
  g_free (self->code);
  g_ptr_array_unref (self->codes);
  g_free (self->object_id);
  g_free (self->name);
  g_clear_pointer (&self->before, octant_record_unref);
  g_clear_pointer (&self->after, octant_record_unref);
  g_clear_pointer (&self->scope_before, octant_record_unref);
  g_clear_pointer (&self->scope_after, octant_record_unref);
  g_free (self);
}
