/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-data.h"

#include <glib/gstdio.h>

#include "assessment/octant-acts-library.h"
#include "assessment/octant-acts-objects.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "bench-common.h"
#include "evidence/octant-evidence.h"
#include "store/octant-store.h"

#define QUESTIONS_EACH 15u
#define LAST_YEAR 2026

static const OctantBy by = { "Assessor", "2026-01-02T03:04:05.000000Z" };

static const char *const phrases[] = {
  "防火墙策略每季度复核一次，记录见附件；", "Logs are kept for twelve months. ", "口令长度不少于十二位，",
  "Backups are restored twice a year. ", "值班表由运维团队维护；", "审计日志集中存放，保留六个月以上。",
};

typedef struct
{
  const OctantBenchPlan *plan;
  GRand *random;
  OctantStore *store;
  OctantModel *model;
  char *org;
  OctantAssessment *assessment; /* the newest cycle so far */
} Data;

/* Takes @act. @assessment: (nullable): where it is seen */
static void
carry_out (Data             *data,
           OctantAssessment *assessment,
           OctantAct        *act,
           GError           *error)
{
  octant_bench_must (act != NULL, error);
  if (assessment != NULL)
    octant_assessment_apply (assessment, act);
  octant_bench_must (octant_store_commit (data->store, act, &error), error);
  octant_act_free (act);
}

/* Takes @part into @whole: what many small acts would bring, in one commit. */
static void
merge (OctantAssessment *assessment,
       OctantAct        *whole,
       OctantAct        *part,
       const GError     *error)
{
  octant_bench_must (part != NULL, error);
  octant_assessment_apply (assessment, part);
  for (guint i = 0; i < part->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (part->changes, i);

      octant_act_add_change (whole, g_steal_pointer (&change->before), g_steal_pointer (&change->after));
    }
  octant_act_free (part);
}

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    g_string_append (text, phrases[g_rand_int_range (random, 0, G_N_ELEMENTS (phrases))]);
  return g_string_free_and_steal (text);
}

static void
add_institution (Data *data)
{
  static const char *const names[] = { "集中交易系统", "网上交易系统", "行情系统", "清算系统", "办公网", "灾备中心" };
  g_autoptr (GError) error = NULL;

  carry_out (data, NULL, octant_act_add_organisation ("示例证券", "securities", &by, &data->org, &error), error);
  for (guint i = 0; i < data->plan->n_objects; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i + 1);

      carry_out (data, NULL,
                 octant_act_add_object (data->org, name, "OBJ-TRD", 2 + (int) (i % 3), 0, &by, NULL, &error), error);
    }
}

/* What is met more and more over the years. */
static OctantRating
choose_rating (Data *data,
               guint year,
               guint level)
{
  int value = g_rand_int_range (data->random, 0, 6) + (int) (year * 4 / MAX (data->plan->n_cycles, 1)) - (int) level / 2;
  static const OctantRating ratings[] = { OCTANT_RATING_N, OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_F };

  return ratings[CLAMP (value / 2, 0, 3)];
}

/* In the newest cycle one item in ten is open, and two in ten are to be confirmed. */
static void
answer (Data *data,
        guint year)
{
  gboolean newest = year + 1 == data->plan->n_cycles;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OctantRateRow));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint r = 0; r < octant_model_get_n_requirements (data->model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (data->assessment, r); slot++)
      {
        OctantRateRow row = { .item = { r, slot } };
        guint chance = (guint) g_rand_int_range (data->random, 0, 10);

        if (newest && chance < (year > 0 ? 3u : 1u))
          {
            if (chance > 0)
              continue;
            row.rating = OCTANT_RATING_UNANSWERED;
          }
        else
          row.rating = choose_rating (data, year, octant_model_get_requirement (data->model, r)->level);
        if (chance == 9)
          {
            g_ptr_array_add (notes, make_text (data->random));
            row.note = notes->pdata[notes->len - 1];
          }
        g_array_append_val (rows, row);
      }
  carry_out (data, data->assessment,
             octant_act_rate_many (data->assessment, "rate", (const OctantRateRow *) (gpointer) rows->data, rows->len, &by,
                                   &error),
             error);
}

static void
add_cycle (Data *data,
           guint year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects = octant_store_list (data->store, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, data->org, &error);
  g_autofree char *title = g_strdup_printf ("%u", LAST_YEAR + 1 + year - data->plan->n_cycles);
  g_autofree char *as_of = g_strdup_printf ("%s-03-01", title);
  OctantNewCycle what = { data->org, title, as_of, data->model, objects, data->assessment };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) scores = NULL;

  octant_bench_must (objects != NULL, error);
  carry_out (data, NULL, octant_act_new_cycle (&what, &by, &id, &error), error);
  g_clear_object (&data->assessment);
  data->assessment = octant_store_load_assessment (data->store, id, &error);
  octant_bench_must (data->assessment != NULL, error);
  answer (data, year);
  scores = octant_assessment_list_score_rows (data->assessment, NULL, 0);
  octant_bench_must (octant_store_put_scores (data->store, id, scores, &error), error);
}

static void
hold_interview (Data *data,
                guint i)
{
  guint n_roles;
  const OctantModelTerm *roles = octant_model_get_roles (data->model, &n_roles);
  g_autofree char *person = g_strdup_printf ("受访人 %u", i + 1);
  g_autofree char *minutes = make_text (data->random);
  g_autofree char *id = NULL;
  g_autoptr (GArray) questions = NULL;
  g_autoptr (GError) error = NULL;
  OctantAct *whole;

  carry_out (data, data->assessment,
             octant_act_add_interview (data->assessment, person, roles[i % n_roles].id, "2026-02-03", minutes, &by, &id,
                                       &error),
             error);
  whole = octant_act_new ("interview-answer", id, octant_assessment_get_id (data->assessment), by.actor, by.time);
  questions = octant_assessment_list_questions (data->assessment, roles[i % n_roles].id);
  for (guint q = 0; q < MIN (QUESTIONS_EACH, questions->len); q++)
    {
      OctantItemRef item = g_array_index (questions, OctantItemRef, (q * 17 + i) % questions->len);
      g_autofree char *said = make_text (data->random);

      merge (data->assessment, whole,
             octant_act_interview_rate (data->assessment, id, item,
                                        (OctantRating) (OCTANT_RATING_N + g_rand_int_range (data->random, 0, 4)), &by,
                                        &error),
             error);
      merge (data->assessment, whole,
             octant_act_interview_minutes (data->assessment, id, item, said, &by, &error), error);
    }
  carry_out (data, NULL, whole, NULL);
}

static OctantRecord *
import_file (Data *data,
             guint i)
{
  g_autofree char *name = g_strdup_printf ("证据 %04u.txt", i + 1);
  g_autofree char *path = g_build_filename (octant_store_get_dir (data->store), name, NULL);
  g_autofree char *text = make_text (data->random);
  g_autofree char *content = g_strdup_printf ("%s\n%s\n", name, text);
  g_autofree char *collected = g_strdup_printf ("%u-%02u-15", LAST_YEAR - i % 4, 1 + i % 2);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (OctantEvidenceFile) file = NULL;
  g_autoptr (GError) error = NULL;

  octant_bench_must (g_file_set_contents (path, content, -1, &error), error);
  file = octant_evidence_import (octant_store_get_dir (data->store), source, NULL, NULL, NULL, &error);
  octant_bench_must (file != NULL, error);
  g_remove (path);
  return octant_evidence_record (data->org, file, NULL, "", collected, NULL, (int) (i % 4), by.actor, by.time);
}

/* A hundred files in one act, as when a folder of them is dropped. */
static void
add_evidence (Data *data)
{
  guint n_requirements = octant_model_get_n_requirements (data->model);

  for (guint first = 0; first < data->plan->n_evidence; first += 100)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
      OctantAct *whole = octant_act_new ("attach", "evidence", octant_assessment_get_id (data->assessment), by.actor,
                                         by.time);
      g_autoptr (GError) error = NULL;

      for (guint i = first; i < MIN (first + 100, data->plan->n_evidence); i++)
        g_ptr_array_add (records, import_file (data, i));
      merge (data->assessment, whole, octant_act_add_evidence (data->assessment, records, &by, &error), error);
      for (guint i = 0; i < records->len; i++)
        {
          const char *ids[] = { octant_record_get (records->pdata[i], OCTANT_EVIDENCE_ID), NULL };
          guint one = (guint) g_rand_int_range (data->random, 0, (int) n_requirements);
          guint two = (one + n_requirements / 3) % n_requirements;
          OctantItemRef items[] = { { one, i % octant_assessment_get_item_slots (data->assessment, one) },
                                    { two, i % octant_assessment_get_item_slots (data->assessment, two) } };

          merge (data->assessment, whole,
                 octant_act_link_evidence (data->assessment, items, G_N_ELEMENTS (items), ids, &by, &error), error);
        }
      carry_out (data, NULL, whole, NULL);
    }
}

void
octant_bench_make_data (const char            *dir,
                        const OctantBenchPlan *plan)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  Data data = { .plan = plan, .random = g_rand_new_with_seed (7) };

  data.store = octant_store_open (dir, &error);
  octant_bench_must (data.store != NULL, error);
  data.model = octant_model_new_from_file (path, NULL, &error);
  octant_bench_must (data.model != NULL, error);
  add_institution (&data);
  for (guint year = 0; year < plan->n_cycles; year++)
    add_cycle (&data, year);
  for (guint i = 0; i < plan->n_interviews; i++)
    hold_interview (&data, i);
  add_evidence (&data);
  scores = octant_assessment_list_score_rows (data.assessment, NULL, 0);
  octant_bench_must (octant_store_put_scores (data.store, octant_assessment_get_id (data.assessment), scores, &error),
                     error);
  octant_bench_must (octant_store_close (data.store, &error), error);
  g_clear_object (&data.assessment);
  g_clear_object (&data.store);
  g_clear_object (&data.model);
  g_rand_free (data.random);
  g_free (data.org);
}
