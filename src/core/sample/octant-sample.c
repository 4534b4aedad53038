/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample/octant-sample.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "assessment/octant-targets.h"
#include "base/octant-time.h"
#include "evidence/octant-evidence.h"
#include "octant-sample-private.h"

/* Columns of answers.tsv. */
enum { ANSWER_CODE, ANSWER_OBJECT, ANSWER_FIRST_YEAR, ANSWER_N = ANSWER_FIRST_YEAR + 3 };
enum { NOTE_YEAR, NOTE_CODE, NOTE_OBJECT, NOTE_TEXT, NOTE_N };
enum { FILE_YEAR, FILE_FILE, FILE_NAME, FILE_TITLE, FILE_COLLECTED, FILE_UNTIL, FILE_STRENGTH, FILE_CODES, FILE_N };

#define FIRST_YEAR 2024
#define N_YEARS 3
/* An answer that is left as carried over. */
#define NOT_CONFIRMED "~"

/* The working day of the sample, in UTC. */
#define DAY_BEGINS 1
#define DAY_ENDS 9

/* An act takes most of an hour, and nobody works at night or on Saturday and Sunday. */
OctantBy
octant_sample_next_act (OctantSample *sample)
{
  GDateTime *later = g_date_time_add_minutes (sample->clock, 50);

  if (g_date_time_get_hour (later) >= DAY_ENDS)
    {
      GDateTime *morning = g_date_time_add_hours (later, 24 + DAY_BEGINS - g_date_time_get_hour (later));

      g_date_time_unref (later);
      later = morning;
      if (g_date_time_get_day_of_week (later) > G_DATE_FRIDAY)
        {
          morning = g_date_time_add_days (later, 1 + G_DATE_SUNDAY - g_date_time_get_day_of_week (later));
          g_date_time_unref (later);
          later = morning;
        }
    }
  g_date_time_unref (sample->clock);
  sample->clock = later;
  g_free (sample->time);
  sample->time = g_date_time_format (later, "%Y-%m-%dT%H:%M:%S.000000Z");
  return (OctantBy) { .actor = sample->actor, .time = sample->time };
}

/* Takes @act, which may be NULL with @error set. */
gboolean
octant_sample_commit (OctantSample     *sample,
                      OctantAssessment *assessment,
                      OctantAct        *act,
                      GError          **error)
{
  g_autoptr (OctantAct) owned = act;

  if (owned == NULL || g_cancellable_set_error_if_cancelled (sample->cancellable, error))
    return FALSE;
  if (octant_act_is_empty (owned))
    return TRUE;
  if (assessment != NULL)
    octant_assessment_apply (assessment, owned);
  if (!octant_store_commit (sample->store, owned, error))
    return FALSE;
  return TRUE;
}

/* Brings the clock to the beginning of a year's work. */
static void
start_year (OctantSample *sample,
            const char   *group)
{
  g_autofree char *start = g_key_file_get_string (sample->plan, group, "start", NULL);

  g_date_time_unref (sample->clock);
  sample->clock = g_date_time_new_from_iso8601 (start, NULL);
}

static gboolean
add_objects (OctantSample *sample,
             int           year,
             GError      **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (sample->plan, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *kind = NULL;
      char *id = NULL;
      OctantBy by;

      if (!g_str_has_prefix (groups[i], "object ") || g_key_file_get_integer (sample->plan, groups[i], "since", NULL) != year)
        continue;
      name = g_key_file_get_string (sample->plan, groups[i], "name", NULL);
      kind = g_key_file_get_string (sample->plan, groups[i], "kind", NULL);
      by = octant_sample_next_act (sample);
      if (!octant_sample_commit (sample, NULL,
                   octant_act_add_object (sample->org_id, name, kind, g_key_file_get_integer (sample->plan, groups[i], "level", NULL), 0,
                                          &by, &id, error),
                   error))
        {
          g_free (id);
          return FALSE;
        }
      g_hash_table_insert (sample->objects, g_strdup (groups[i] + strlen ("object ")), id);
    }
  return TRUE;
}

static OctantAssessment *
new_cycle (OctantSample     *sample,
           int               year,
           OctantAssessment *from,
           GError          **error)
{
  g_autofree char *group = g_strdup_printf ("cycle %d", year);
  g_autofree char *title = g_strdup_printf ("%d", year);
  g_autofree char *as_of = g_key_file_get_string (sample->plan, group, "as_of", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) objects = NULL;
  OctantNewCycle what = { 0 };
  OctantBy by;

  start_year (sample, group);
  if (!add_objects (sample, year, error))
    return NULL;
  objects = octant_store_list (sample->store, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, sample->org_id, error);
  if (objects == NULL)
    return NULL;
  by = octant_sample_next_act (sample);
  what.organisation_id = sample->org_id;
  what.title = title;
  what.as_of = as_of;
  what.model = sample->model;
  what.objects = objects;
  what.from = from;
  if (!octant_sample_commit (sample, NULL, octant_act_new_cycle (&what, &by, &id, error), error))
    return NULL;
  return octant_store_load_assessment (sample->store, id, error);
}

static gboolean
tailor (OctantSample     *sample,
        OctantAssessment *assessment,
        GError          **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (sample->plan, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *reason = NULL;
      OctantBy by;
      guint node;

      if (!g_str_has_prefix (groups[i], "tailoring ") ||
          !octant_model_find_node (sample->model, groups[i] + strlen ("tailoring "), &node) ||
          octant_assessment_get_tailoring (assessment, node) != NULL)
        continue;
      reason = g_key_file_get_string (sample->plan, groups[i], "reason", NULL);
      by = octant_sample_next_act (sample);
      if (!octant_sample_commit (sample, assessment, octant_act_tailor (assessment, node, TRUE, reason, sample->approver, &by, error), error))
        return FALSE;
    }
  return TRUE;
}

/* The levels that a year aims at: "overall", or the code of a node. */
static gboolean
set_targets (OctantSample     *sample,
             OctantAssessment *assessment,
             int               year,
             GError          **error)
{
  g_autofree char *group = g_strdup_printf ("targets %d", year);
  g_auto (GStrv) codes = g_key_file_get_keys (sample->plan, group, NULL, NULL);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (OctantTarget));
  OctantBy by;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      OctantTarget target = { OCTANT_NODE_OVERALL, g_key_file_get_integer (sample->plan, group, codes[i], NULL) };

      if (strcmp (codes[i], "overall") == 0 || octant_model_find_node (sample->model, codes[i], &target.node))
        g_array_append_val (targets, target);
    }
  if (targets->len == 0)
    return TRUE;
  by = octant_sample_next_act (sample);
  return octant_sample_commit (sample, assessment,
                               octant_act_set_targets (assessment, (const OctantTarget *) (gpointer) targets->data,
                                                       targets->len, &by, error),
                               error);
}

/* The item of a requirement and an object key; FALSE when this cycle or model has none. */
gboolean
octant_sample_find_item (OctantSample     *sample,
                         OctantAssessment *assessment,
                         const char       *code,
                         const char       *key,
                         OctantItemRef    *item)
{
  const char *id = g_hash_table_lookup (sample->objects, key);

  if (!octant_model_find_requirement (sample->model, code, &item->requirement) ||
      !octant_model_get_requirement (sample->model, item->requirement)->active)
    return FALSE;
  item->slot = 0;
  if ((octant_model_get_requirement (sample->model, item->requirement)->scope == OCTANT_SCOPE_OBJECT) != (*key != '\0'))
    return FALSE;
  return *key == '\0' || (id != NULL && octant_assessment_find_object (assessment, id, &item->slot));
}

static const char *
find_note (OctantSample *sample,
           int           year,
           const char   *code,
           const char   *key)
{
  g_autofree char *name = g_strdup_printf ("%d %s %s", year, code, key);

  return g_hash_table_lookup (sample->notes, name);
}

static const char *
find_na_reason (OctantSample *sample,
                const char   *code,
                const char   *key)
{
  g_autofree char *name = *key != '\0' ? g_strdup_printf ("%s@%s", code, key) : g_strdup (code);

  return g_hash_table_lookup (sample->na, name);
}

/* Sorts one answer of the year into those to rate and those to confirm. */
static void
plan_answer (OctantSample     *sample,
             OctantAssessment *assessment,
             int               year,
             char            **cells,
             GArray           *rows,
             GArray           *confirmed)
{
  const char *wanted = cells[ANSWER_FIRST_YEAR + year - FIRST_YEAR];
  OctantRateRow row = { 0 };
  OctantAnswer answer;

  if (strcmp (wanted, NOT_CONFIRMED) == 0 ||
      !octant_sample_find_item (sample, assessment, cells[ANSWER_CODE], cells[ANSWER_OBJECT], &row.item) ||
      !octant_rating_parse (wanted, &row.rating))
    return;
  octant_assessment_get_answer (assessment, row.item.requirement, row.item.slot, &answer);
  row.note = find_note (sample, year, cells[ANSWER_CODE], cells[ANSWER_OBJECT]);
  if (row.rating == OCTANT_RATING_NA)
    {
      row.reason = find_na_reason (sample, cells[ANSWER_CODE], cells[ANSWER_OBJECT]);
      row.approver = sample->approver;
    }
  if (answer.carried && answer.rating == row.rating && row.note == NULL)
    g_array_append_val (confirmed, row.item);
  else if (answer.rating != row.rating || row.note != NULL)
    g_array_append_val (rows, row);
}

/* One domain in one sitting: what changed is rated anew, what is as last year confirmed. */
static gboolean
answer_domain (OctantSample            *sample,
               OctantAssessment        *assessment,
               int                      year,
               const OctantModelDomain *domain,
               GError                 **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OctantRateRow));
  g_autoptr (GArray) confirmed = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  g_autofree char *prefix = g_strconcat (domain->code, ".", NULL);
  OctantBy by;

  for (guint i = 0; i < sample->answers->len; i++)
    {
      char **cells = g_ptr_array_index (sample->answers, i);

      if (g_str_has_prefix (cells[ANSWER_CODE], prefix))
        plan_answer (sample, assessment, year, cells, rows, confirmed);
    }
  by = octant_sample_next_act (sample);
  if (rows->len > 0)
    {
      OctantAct *act = octant_act_rate_many (assessment, "rate", (const OctantRateRow *) (gpointer) rows->data, rows->len, &by, error);

      if (act != NULL)
        g_set_str (&act->subject, domain->code);
      if (!octant_sample_commit (sample, assessment, act, error))
        return FALSE;
    }
  by = octant_sample_next_act (sample);
  return confirmed->len == 0 ||
         octant_sample_commit (sample, assessment,
                 octant_act_confirm (assessment, (const OctantItemRef *) (gpointer) confirmed->data, confirmed->len, &by, error), error);
}

/* Moves what @part changes into @whole, so that one file on many items is one act. */
static void
merge (OctantAct *whole,
       OctantAct *part)
{
  for (guint i = 0; i < part->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (part->changes, i);

      octant_act_add_change (whole, g_steal_pointer (&change->before), g_steal_pointer (&change->after));
    }
}

/* Whether an item has something to show evidence for. */
static gboolean
is_met (OctantAssessment *assessment,
        OctantItemRef     item)
{
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, item.requirement, item.slot, &answer);
  return answer.rating == OCTANT_RATING_P || answer.rating == OCTANT_RATING_L || answer.rating == OCTANT_RATING_F;
}

static gboolean
attach_below (OctantSample     *sample,
              OctantAssessment *assessment,
              const char       *prefix,
              GPtrArray        *records,
              const OctantBy   *by,
              OctantAct        *whole,
              GError          **error)
{
  for (guint i = 0; i < octant_model_get_n_requirements (sample->model); i++)
    {
      if (!g_str_has_prefix (octant_model_get_requirement (sample->model, i)->code, prefix))
        continue;
      for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, i); slot++)
        {
          OctantItemRef item = { i, slot };
          g_autoptr (OctantAct) part = NULL;

          if (!is_met (assessment, item))
            continue;
          part = octant_act_attach (assessment, item, records, by, error);
          if (part == NULL)
            return FALSE;
          octant_assessment_apply (assessment, part);
          merge (whole, part);
        }
    }
  return TRUE;
}

static gboolean
add_file (OctantSample     *sample,
          OctantAssessment *assessment,
          char            **cells,
          const char       *folder,
          GError          **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GFile) source = octant_sample_extract (cells[FILE_FILE], cells[FILE_NAME], folder, error);
  g_autoptr (OctantEvidenceFile) file = NULL;
  g_autoptr (OctantAct) whole = NULL;
  g_auto (GStrv) prefixes = g_strsplit (cells[FILE_CODES], ",", -1);
  OctantBy by = octant_sample_next_act (sample);

  if (source == NULL)
    return FALSE;
  file = octant_evidence_import (octant_store_get_dir (sample->store), source, NULL, NULL, sample->cancellable, error);
  g_file_delete (source, NULL, NULL);
  if (file == NULL)
    return FALSE;
  g_ptr_array_add (records, octant_evidence_record (sample->org_id, file, cells[FILE_TITLE], "",
                                                    *cells[FILE_COLLECTED] ? cells[FILE_COLLECTED] : NULL,
                                                    *cells[FILE_UNTIL] ? cells[FILE_UNTIL] : NULL, atoi (cells[FILE_STRENGTH]),
                                                    by.actor, by.time));
  whole = octant_act_new ("attach", cells[FILE_NAME], octant_assessment_get_id (assessment), by.actor, by.time);
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (!attach_below (sample, assessment, prefixes[i], records, &by, whole, error))
      return FALSE;
  return octant_sample_commit (sample, NULL, g_steal_pointer (&whole), error);
}

static gboolean
add_files (OctantSample     *sample,
           OctantAssessment *assessment,
           int               year,
           GError          **error)
{
  g_autoptr (GPtrArray) rows = octant_sample_load_table ("evidence.tsv", FILE_N);
  g_autofree char *folder = g_build_filename (octant_store_get_dir (sample->store), ".octant-sample", NULL);
  gboolean done = TRUE;

  for (guint i = 0; done && i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      if (atoi (cells[FILE_YEAR]) == year)
        done = add_file (sample, assessment, cells, folder, error);
    }
  g_rmdir (folder);
  return done;
}

static OctantAssessment *
work_a_year (OctantSample     *sample,
             int               year,
             OctantAssessment *from,
             GError          **error)
{
  g_autoptr (OctantAssessment) assessment = new_cycle (sample, year, from, error);
  g_autoptr (GPtrArray) scores = NULL;

  if (assessment == NULL || !tailor (sample, assessment, error) || !set_targets (sample, assessment, year, error))
    return NULL;
  for (guint i = 0; i < octant_model_get_n_domains (sample->model); i++)
    if (!answer_domain (sample, assessment, year, octant_model_get_domain (sample->model, i), error))
      return NULL;
  if (!octant_sample_hold_interviews (sample, assessment, year, error) || !add_files (sample, assessment, year, error))
    return NULL;
  scores = octant_assessment_list_score_rows (assessment, NULL, 0);
  if (!octant_store_put_scores (sample->store, octant_assessment_get_id (assessment), scores, error))
    return NULL;
  return g_steal_pointer (&assessment);
}

static gboolean
add_organisation (OctantSample *sample,
                  GError      **error)
{
  g_autofree char *name = g_key_file_get_string (sample->plan, "institution", "name", NULL);
  g_autofree char *kind = g_key_file_get_string (sample->plan, "institution", "kind", NULL);
  g_autoptr (GPtrArray) there = octant_store_list (sample->store, OCTANT_TABLE_ORGANISATION, OCTANT_ORGANISATION_NAME, name, error);
  OctantBy by;

  if (there == NULL)
    return FALSE;
  if (there->len > 0)
    {
      g_set_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED,
                   "The sample institution %s is in this data directory already; look at it there, or choose another data directory", name);
      return FALSE;
    }
  by = octant_sample_next_act (sample);
  return octant_sample_commit (sample, NULL, octant_act_add_organisation (name, kind, &by, &sample->org_id, error), error);
}

static void
load (OctantSample *sample)
{
  g_autoptr (GPtrArray) notes = octant_sample_load_table ("notes.tsv", NOTE_N);
  g_auto (GStrv) keys = NULL;

  sample->plan = octant_sample_load_plan ();
  sample->answers = octant_sample_load_table ("answers.tsv", ANSWER_N);
  sample->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sample->na = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sample->objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sample->actor = g_key_file_get_string (sample->plan, "institution", "assessor", NULL);
  sample->approver = g_key_file_get_string (sample->plan, "institution", "approver", NULL);
  sample->clock = g_date_time_new_utc (FIRST_YEAR, 9, 2, 1, 0, 0);
  for (guint i = 0; i < notes->len; i++)
    {
      char **cells = g_ptr_array_index (notes, i);

      g_hash_table_insert (sample->notes, g_strdup_printf ("%s %s %s", cells[NOTE_YEAR], cells[NOTE_CODE], cells[NOTE_OBJECT]),
                           g_strdup (cells[NOTE_TEXT]));
    }
  keys = g_key_file_get_keys (sample->plan, "not-applicable", NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (sample->na, g_strdup (keys[i]), g_key_file_get_string (sample->plan, "not-applicable", keys[i], NULL));
}

static void
unload (OctantSample *sample)
{
  g_key_file_unref (sample->plan);
  g_ptr_array_unref (sample->answers);
  g_hash_table_unref (sample->notes);
  g_hash_table_unref (sample->na);
  g_hash_table_unref (sample->objects);
  g_date_time_unref (sample->clock);
  g_free (sample->actor);
  g_free (sample->approver);
  g_free (sample->time);
  g_free (sample->org_id);
}

gboolean
octant_sample_create (OctantStore  *store,
                      OctantModel  *model,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (OctantAssessment) from = NULL;
  OctantSample sample = { .store = store, .model = model, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (OCTANT_IS_STORE (store), FALSE);
  g_return_val_if_fail (OCTANT_IS_MODEL (model), FALSE);

  if (!octant_store_begin_batch (store, error))
    return FALSE;
  load (&sample);
  done = add_organisation (&sample, error);
  for (int year = FIRST_YEAR; done && year < FIRST_YEAR + N_YEARS; year++)
    {
      OctantAssessment *assessment = work_a_year (&sample, year, from, error);

      done = assessment != NULL;
      g_set_object (&from, assessment);
      g_clear_object (&assessment);
    }
  unload (&sample);
  /* Half a sample would pass for a whole one: it stands altogether or not at all. */
  return octant_store_end_batch (store, done, done ? error : NULL) && done;
}
