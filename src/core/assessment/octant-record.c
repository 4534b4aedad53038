/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-record.h"

#include <stdarg.h>
#include <string.h>

/*
 * One allocation for each row: the header, an offset for each column, the texts. A cycle
 * holds thousands of rows that are kept as they are, so what counts is their number of
 * allocations and their size, not the cost of changing one.
 */
struct _OctantRecord
{
  gatomicrefcount ref_count;
  guint16 table;
  guint16 n_columns;
  guint32 offsets[]; /* from the start of the struct; 0 stands for NULL */
};

G_DEFINE_BOXED_TYPE (OctantRecord, octant_record, octant_record_ref, octant_record_unref)

#define MAX_COLUMNS 16

static const OctantColumn organisation_columns[] = {
  { "id" },
  { "name" },
  { "kind" },
  { "created_at" },
};

static const OctantColumn object_columns[] = {
  { "id" },
  { "org" },
  { "name" },
  { "kind" },
  { "level", .integer = TRUE },
  { "criticality", .integer = TRUE },
  { "created_at" },
};

static const OctantColumn cycle_columns[] = {
  { "id" },
  { "org" },
  { "title" },
  { "as_of" },
  { "model_hash" },
  { "model_id" },
  { "model_version" },
  { "from_cycle", .nullable = TRUE },
  { "assessor", .nullable = TRUE },
  { "created_at" },
};

static const OctantColumn cycle_object_columns[] = {
  { "cycle" },
  { "object" },
  { "name" },
  { "kind" },
  { "level", .integer = TRUE },
  { "criticality", .integer = TRUE },
  { "position", .integer = TRUE },
};

static const OctantColumn tailoring_columns[] = {
  { "cycle" },
  { "code" },
  { "reason" },
  { "approver" },
  { "decided_by" },
  { "decided_at" },
};

static const OctantColumn answer_columns[] = {
  { "cycle" },
  { "code" },
  { "object" },
  { "rating" },
  { "note", .nullable = TRUE },
  { "na_reason", .nullable = TRUE },
  { "na_approver", .nullable = TRUE },
  { "state" },
  { "rated_by", .nullable = TRUE },
  { "rated_at", .nullable = TRUE },
};

static const OctantColumn evidence_columns[] = {
  { "id" },
  { "org" },
  { "title" },
  { "name" },
  { "media_type" },
  { "size", .integer = TRUE },
  { "sha256" },
  { "source", .nullable = TRUE },
  { "collected_on", .nullable = TRUE },
  { "valid_until", .nullable = TRUE },
  { "strength", .integer = TRUE },
  { "added_by" },
  { "added_at" },
};

static const OctantColumn evidence_link_columns[] = {
  { "cycle" },
  { "code" },
  { "object" },
  { "evidence" },
  { "added_at" },
};

static const OctantColumn interview_columns[] = {
  { "id" },
  { "cycle" },
  { "person" },
  { "role" },
  { "held_on" },
  { "minutes", .nullable = TRUE },
};

static const OctantColumn interview_answer_columns[] = {
  { "interview" },
  { "code" },
  { "object" },
  { "cycle" },
  { "rating" },
  { "minutes", .nullable = TRUE },
};

static const OctantColumn settlement_columns[] = {
  { "cycle" },
  { "code" },
  { "object" },
  { "settled_by" },
  { "settled_at" },
};

static const OctantColumn target_columns[] = {
  { "cycle" },
  { "code" },
  { "level", .integer = TRUE },
};

#define TABLE(Name, keys, array) { Name, keys, G_N_ELEMENTS (array), array }

static const OctantTableInfo tables[OCTANT_N_TABLES] = {
  [OCTANT_TABLE_ORGANISATION] = TABLE ("organisation", 1, organisation_columns),
  [OCTANT_TABLE_OBJECT] = TABLE ("object", 1, object_columns),
  [OCTANT_TABLE_CYCLE] = TABLE ("cycle", 1, cycle_columns),
  [OCTANT_TABLE_CYCLE_OBJECT] = TABLE ("cycle_object", 2, cycle_object_columns),
  [OCTANT_TABLE_TAILORING] = TABLE ("tailoring", 2, tailoring_columns),
  [OCTANT_TABLE_ANSWER] = TABLE ("answer", 3, answer_columns),
  [OCTANT_TABLE_EVIDENCE] = TABLE ("evidence", 1, evidence_columns),
  [OCTANT_TABLE_EVIDENCE_LINK] = TABLE ("evidence_link", 4, evidence_link_columns),
  [OCTANT_TABLE_INTERVIEW] = TABLE ("interview", 1, interview_columns),
  [OCTANT_TABLE_INTERVIEW_ANSWER] = TABLE ("interview_answer", 3, interview_answer_columns),
  [OCTANT_TABLE_SETTLEMENT] = TABLE ("settlement", 3, settlement_columns),
  [OCTANT_TABLE_TARGET] = TABLE ("target", 2, target_columns),
};

/**
 * octant_table_get_info:
 *
 * Returns: (transfer none): names and kinds of the columns of @table
 */
const OctantTableInfo *
octant_table_get_info (OctantTable table)
{
  g_return_val_if_fail (table < OCTANT_N_TABLES, NULL);

  return &tables[table];
}

/**
 * octant_table_from_name:
 *
 * Returns: FALSE when there is no table of that name
 */
gboolean
octant_table_from_name (const char  *name,
                        OctantTable *out)
{
  g_return_val_if_fail (name != NULL && out != NULL, FALSE);

  for (guint i = 0; i < OCTANT_N_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      {
        *out = (OctantTable) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_integer (const char *value)
{
  return g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

/**
 * octant_record_new:
 * @values: (array): one for each column of @table; copied; NULL only where nullable
 *
 * Returns: (transfer full): a new row
 */
OctantRecord *
octant_record_new (OctantTable        table,
                   const char *const *values)
{
  const OctantTableInfo *info;
  OctantRecord *self;
  gsize sizes[MAX_COLUMNS];
  gsize offset, total;

  g_return_val_if_fail (table < OCTANT_N_TABLES, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  info = &tables[table];
  g_assert (info->n_columns <= MAX_COLUMNS);

  offset = sizeof (OctantRecord) + info->n_columns * sizeof (guint32);
  total = offset;
  for (guint i = 0; i < info->n_columns; i++)
    {
      g_return_val_if_fail (values[i] != NULL || info->columns[i].nullable, NULL);
      g_return_val_if_fail (values[i] == NULL || !info->columns[i].integer || is_integer (values[i]), NULL);
      sizes[i] = values[i] != NULL ? strlen (values[i]) + 1 : 0;
      total += sizes[i];
    }
  g_return_val_if_fail (total <= G_MAXUINT32, NULL);

  self = g_malloc (total);
  g_atomic_ref_count_init (&self->ref_count);
  self->table = (guint16) table;
  self->n_columns = (guint16) info->n_columns;
  for (guint i = 0; i < info->n_columns; i++)
    {
      self->offsets[i] = sizes[i] > 0 ? (guint32) offset : 0;
      if (sizes[i] > 0)
        memcpy ((char *) self + offset, values[i], sizes[i]);
      offset += sizes[i];
    }

  return self;
}

/**
 * octant_record_with:
 * @base: a row
 * @...: pairs of column (guint) and value (const char *), ended by G_MAXUINT
 *
 * Returns: (transfer full): a copy with these columns replaced
 */
OctantRecord *
octant_record_with (const OctantRecord *base,
                    ...)
{
  const char *values[MAX_COLUMNS];
  va_list args;

  g_return_val_if_fail (base != NULL, NULL);

  for (guint i = 0; i < base->n_columns; i++)
    values[i] = octant_record_get (base, i);

  va_start (args, base);
  for (guint column = va_arg (args, guint); column != G_MAXUINT; column = va_arg (args, guint))
    {
      const char *value = va_arg (args, const char *);

      if (column < base->n_columns)
        values[column] = value;
      else
        g_critical ("table %s has no column %u", tables[base->table].name, column);
    }
  va_end (args);

  return octant_record_new ((OctantTable) base->table, values);
}

OctantRecord *
octant_record_ref (OctantRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
octant_record_unref (OctantRecord *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

OctantTable
octant_record_get_table (const OctantRecord *self)
{
  g_return_val_if_fail (self != NULL, OCTANT_TABLE_ORGANISATION);

  return (OctantTable) self->table;
}

/**
 * octant_record_get:
 *
 * Returns: (transfer none) (nullable): the text of @column, valid as long as the row
 */
const char *
octant_record_get (const OctantRecord *self,
                   guint               column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->offsets[column] != 0 ? (const char *) self + self->offsets[column] : NULL;
}

/**
 * octant_record_get_int:
 *
 * Returns: the number in @column, which must be an integer column; 0 for NULL
 */
gint64
octant_record_get_int (const OctantRecord *self,
                       guint               column)
{
  const char *value = octant_record_get (self, column);

  g_return_val_if_fail (value == NULL || tables[self->table].columns[column].integer, 0);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static gboolean
equal_columns (const OctantRecord *a,
               const OctantRecord *b,
               guint               n_columns)
{
  if (a->table != b->table)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (g_strcmp0 (octant_record_get (a, i), octant_record_get (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Same table and the same value in every column. */
gboolean
octant_record_equal (const OctantRecord *a,
                     const OctantRecord *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || equal_columns (a, b, a->n_columns);
}

/* Same table and the same primary key: two versions of one row. */
gboolean
octant_record_same_key (const OctantRecord *a,
                        const OctantRecord *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || equal_columns (a, b, tables[a->table].n_keys);
}

/**
 * octant_record_hash_key:
 * @self: (type OctantRecord): a row
 *
 * For hash tables whose equality is octant_record_same_key().
 */
guint
octant_record_hash_key (gconstpointer self)
{
  const OctantRecord *record = self;
  guint hash;

  g_return_val_if_fail (record != NULL, 0);

  hash = record->table;
  for (guint i = 0; i < tables[record->table].n_keys; i++)
    hash = hash * 31 + g_str_hash (octant_record_get (record, i));
  return hash;
}

void
octant_change_free (OctantChange *change)
{
  g_clear_pointer (&change->before, octant_record_unref);
  g_clear_pointer (&change->after, octant_record_unref);
  g_free (change);
}

void
octant_score_row_free (OctantScoreRow *row)
{
  g_free (row->code);
  g_free (row->s);
  g_free (row->s_hi);
  g_free (row);
}

static OctantScoreRow *
score_row_copy (const OctantScoreRow *row)
{
  OctantScoreRow *copy = g_memdup2 (row, sizeof *row);

  copy->code = g_strdup (row->code);
  copy->s = g_strdup (row->s);
  copy->s_hi = g_strdup (row->s_hi);
  return copy;
}

/**
 * octant_act_new:
 * @cycle_id: (nullable): the cycle that it belongs to
 *
 * Returns: (transfer full): an act without changes
 */
OctantAct *
octant_act_new (const char *kind,
                const char *subject,
                const char *cycle_id,
                const char *actor,
                const char *time)
{
  OctantAct *self;

  g_return_val_if_fail (kind != NULL && subject != NULL, NULL);
  g_return_val_if_fail (actor != NULL && time != NULL, NULL);

  self = g_new0 (OctantAct, 1);
  self->kind = g_strdup (kind);
  self->subject = g_strdup (subject);
  self->cycle_id = g_strdup (cycle_id);
  self->actor = g_strdup (actor);
  self->time = g_strdup (time);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_change_free);
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);
  return self;
}

/**
 * octant_act_add_change:
 * @before: (transfer full) (nullable): NULL for a new row
 * @after: (transfer full) (nullable): NULL for a deleted row
 *
 * A change of a row to an equal one is none, and is dropped.
 */
void
octant_act_add_change (OctantAct    *self,
                       OctantRecord *before,
                       OctantRecord *after)
{
  OctantChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (before == NULL || after == NULL || octant_record_same_key (before, after));

  change = g_new0 (OctantChange, 1);
  change->before = before;
  change->after = after;
  if ((before == NULL && after == NULL) ||
      (before != NULL && after != NULL && octant_record_equal (before, after)))
    octant_change_free (change);
  else
    g_ptr_array_add (self->changes, change);
}

/* TRUE when there is nothing to write: all is as asked already. */
gboolean
octant_act_is_empty (OctantAct *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->changes->len == 0;
}

/**
 * octant_act_copy:
 *
 * Returns: (transfer full): an independent act; rows are shared, since they never change
 */
OctantAct *
octant_act_copy (const OctantAct *self)
{
  OctantAct *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = octant_act_new (self->kind, self->subject, self->cycle_id, self->actor, self->time);
  copy->seq = self->seq;
  copy->reverts = self->reverts;
  copy->model = self->model != NULL ? g_bytes_ref (self->model) : NULL;
  copy->model_hash = g_strdup (self->model_hash);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (self->changes, i);

      octant_act_add_change (copy,
                             change->before != NULL ? octant_record_ref (change->before) : NULL,
                             change->after != NULL ? octant_record_ref (change->after) : NULL);
    }
  for (guint i = 0; i < self->scores->len; i++)
    g_ptr_array_add (copy->scores, score_row_copy (g_ptr_array_index (self->scores, i)));
  return copy;
}

void
octant_act_free (OctantAct *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->kind);
  g_free (self->subject);
  g_free (self->cycle_id);
  g_free (self->actor);
  g_free (self->time);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->scores);
  g_clear_pointer (&self->model, g_bytes_unref);
  g_free (self->model_hash);
  g_free (self);
}
