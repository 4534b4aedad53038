/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-store-private.h"

#include <string.h>

#include "store/octant-rows-private.h"

/* Parsed models are large; a comparison needs two, a history rarely more than a few. */
#define MAX_MODELS 4

G_DEFINE_FINAL_TYPE (OctantStore, octant_store, G_TYPE_OBJECT)

void
octant_finding_free (OctantFinding *finding)
{
  g_free (finding->where);
  g_free (finding->message);
  g_free (finding);
}

static void
octant_store_dispose (GObject *object)
{
  OctantStore *self = OCTANT_STORE (object);
  g_autoptr (GError) error = NULL;

  if (!octant_store_close (self, &error))
    g_message ("Closing %s: %s", self->dir, error->message);

  G_OBJECT_CLASS (octant_store_parent_class)->dispose (object);
}

static void
octant_store_finalize (GObject *object)
{
  OctantStore *self = OCTANT_STORE (object);

  g_free (self->dir);
  g_free (self->path);
  g_clear_error (&self->failure);
  g_queue_clear_full (&self->models, g_object_unref);

  G_OBJECT_CLASS (octant_store_parent_class)->finalize (object);
}

static void
octant_store_class_init (OctantStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = octant_store_dispose;
  object_class->finalize = octant_store_finalize;
}

static void
octant_store_init (OctantStore *self)
{
  self->lock = -1;
  g_queue_init (&self->models);
  octant_journal_head_init (&self->head);
}

/**
 * octant_store_default_dir:
 * @data_dir: (nullable): what the command line says
 *
 * Returns: (transfer full): the data directory to use
 */
char *
octant_store_default_dir (const char *data_dir)
{
  if (data_dir == NULL || *data_dir == '\0')
    data_dir = g_getenv ("OCTANT_DATA_DIR");
  if (data_dir != NULL && *data_dir != '\0')
    return g_canonicalize_filename (data_dir, NULL);
  return g_build_filename (g_get_user_data_dir (), "octant", NULL);
}

/**
 * octant_store_close:
 *
 * Everything is on disk before this already; an error means that the write-ahead log could
 * not be brought into the database, which the next start does again.
 */
gboolean
octant_store_close (OctantStore  *self,
                    GError      **error)
{
  gboolean done = TRUE;

  g_return_val_if_fail (OCTANT_IS_STORE (self), FALSE);

  if (self->db != NULL && self->failure == NULL)
    done = octant_db_close (g_steal_pointer (&self->db), error);
  g_clear_pointer (&self->db, octant_db_abandon);
  if (self->lock >= 0)
    octant_store_unlock (self->lock);
  self->lock = -1;
  return done;
}

const char *
octant_store_get_dir (OctantStore *self)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);

  return self->dir;
}

GPtrArray *
octant_store_list (OctantStore  *self,
                   OctantTable   table,
                   guint         column,
                   const char   *value,
                   GError      **error)
{
  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (table < OCTANT_N_TABLES, NULL);
  g_return_val_if_fail (column == OCTANT_STORE_ALL || column < octant_table_get_info (table)->n_columns, NULL);

  if (!octant_store_ensure_readable (self, error))
    return NULL;
  return octant_rows_list (self->db, table, column, value, error);
}

OctantRecord *
octant_store_get (OctantStore  *self,
                  OctantTable   table,
                  const char   *id,
                  GError      **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  rows = octant_store_list (self, table, 0, id, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0)
    {
      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND, "No %s “%s”",
                   octant_table_get_info (table)->name, id);
      return NULL;
    }
  return octant_record_ref (g_ptr_array_index (rows, 0));
}

void
octant_store_keep_model (OctantStore *self,
                         OctantModel *model)
{
  g_queue_push_head (&self->models, g_object_ref (model));
  while (self->models.length > MAX_MODELS)
    g_object_unref (g_queue_pop_tail (&self->models));
}

static OctantModel *
find_kept_model (OctantStore *self,
                 const char  *hash)
{
  for (GList *link = self->models.head; link != NULL; link = link->next)
    if (strcmp (octant_model_get_hash (link->data), hash) == 0)
      {
        g_queue_unlink (&self->models, link);
        g_queue_push_head_link (&self->models, link);
        return link->data;
      }
  return NULL;
}

static GBytes *
read_model (OctantStore  *self,
            const char   *hash,
            GError      **error)
{
  OctantStatement *statement;
  OctantStep step;
  GBytes *bytes;

  statement = octant_db_prepare (self->db, "SELECT bytes FROM model WHERE hash = ?1", error);
  if (statement == NULL)
    return NULL;
  octant_statement_bind_text (statement, 1, hash);
  step = octant_statement_step (statement, error);
  if (step == OCTANT_STEP_DONE)
    g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOT_FOUND, "No model “%s”", hash);
  if (step != OCTANT_STEP_ROW)
    return NULL;
  bytes = octant_statement_dup_blob (statement, 0);
  octant_statement_reset (statement);
  return bytes;
}

/**
 * octant_store_load_model:
 *
 * Returns: (transfer full): the model that cycles with @hash were made with, DAMAGED when
 *   the copy kept is not that model any more
 */
OctantModel *
octant_store_load_model (OctantStore  *self,
                         const char   *hash,
                         GError      **error)
{
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (hash != NULL, NULL);

  model = find_kept_model (self, hash);
  if (model != NULL)
    return g_object_ref (g_steal_pointer (&model));
  if (!octant_store_ensure_readable (self, error))
    return NULL;
  bytes = read_model (self, hash, error);
  if (bytes == NULL)
    return NULL;

  model = octant_model_new_from_bytes (bytes, NULL, &local);
  if (model == NULL || strcmp (octant_model_get_hash (model), hash) != 0)
    {
      g_set_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED, "model %s: %s", hash,
                   local != NULL ? local->message : "its content does not have its hash");
      return NULL;
    }
  octant_store_keep_model (self, model);
  return g_steal_pointer (&model);
}

static gboolean
add_rows (OctantStore  *self,
          GPtrArray    *records,
          OctantTable   table,
          guint         column,
          const char   *value,
          GError      **error)
{
  GPtrArray *rows = octant_rows_list (self->db, table, column, value, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (records, rows);
  return TRUE;
}

OctantAssessment *
octant_store_load_assessment (OctantStore  *self,
                              const char   *cycle_id,
                              GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantRecord) cycle = NULL;
  g_autoptr (OctantModel) model = NULL;

  g_return_val_if_fail (OCTANT_IS_STORE (self), NULL);
  g_return_val_if_fail (cycle_id != NULL, NULL);

  cycle = octant_store_get (self, OCTANT_TABLE_CYCLE, cycle_id, error);
  if (cycle == NULL)
    return NULL;
  model = octant_store_load_model (self, octant_record_get (cycle, OCTANT_CYCLE_MODEL_HASH), error);
  if (model == NULL ||
      !add_rows (self, records, OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_TAILORING, OCTANT_TAILORING_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_ANSWER, OCTANT_ANSWER_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG,
                 octant_record_get (cycle, OCTANT_CYCLE_ORG), error) ||
      !add_rows (self, records, OCTANT_TABLE_EVIDENCE_LINK, OCTANT_EVIDENCE_LINK_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_INTERVIEW, OCTANT_INTERVIEW_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_INTERVIEW_ANSWER, OCTANT_INTERVIEW_ANSWER_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_SETTLEMENT, OCTANT_SETTLEMENT_CYCLE, cycle_id, error) ||
      !add_rows (self, records, OCTANT_TABLE_TARGET, OCTANT_TARGET_CYCLE, cycle_id, error))
    return NULL;
  return octant_assessment_new (model, cycle, records);
}

/* By date; cycles of one day by when they were made. */
static int
compare_dates (const OctantRecord *a,
               const OctantRecord *b)
{
  int order = g_strcmp0 (octant_record_get (a, OCTANT_CYCLE_AS_OF), octant_record_get (b, OCTANT_CYCLE_AS_OF));

  if (order == 0)
    order = g_strcmp0 (octant_record_get (a, OCTANT_CYCLE_CREATED_AT),
                       octant_record_get (b, OCTANT_CYCLE_CREATED_AT));
  if (order == 0)
    order = g_strcmp0 (octant_record_get (a, OCTANT_CYCLE_ID), octant_record_get (b, OCTANT_CYCLE_ID));
  return order;
}

char *
octant_store_find_previous (OctantStore  *self,
                            const char   *cycle_id,
                            GError      **error)
{
  g_autoptr (OctantRecord) cycle = octant_store_get (self, OCTANT_TABLE_CYCLE, cycle_id, error);
  g_autoptr (GPtrArray) cycles = NULL;
  OctantRecord *best = NULL;
  const char *from;

  if (cycle == NULL)
    return NULL;
  cycles = octant_rows_list (self->db, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ORG,
                             octant_record_get (cycle, OCTANT_CYCLE_ORG), error);
  if (cycles == NULL)
    return NULL;

  from = octant_record_get (cycle, OCTANT_CYCLE_FROM_CYCLE);
  for (guint i = 0; i < cycles->len; i++)
    {
      OctantRecord *other = g_ptr_array_index (cycles, i);

      if (from != NULL && strcmp (octant_record_get (other, OCTANT_CYCLE_ID), from) == 0)
        return g_strdup (from);
      if (compare_dates (other, cycle) < 0 && (best == NULL || compare_dates (best, other) < 0))
        best = other;
    }
  return best != NULL ? g_strdup (octant_record_get (best, OCTANT_CYCLE_ID)) : NULL;
}
