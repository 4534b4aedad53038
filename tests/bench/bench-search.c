/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "assessment/octant-acts.h"
#include "bench-common.h"
#include "search/octant-search.h"
#include "store/octant-store.h"

/*
 * Finding over ten cycles of the shipped model, each with a note at every requirement and 40
 * interviews with their minutes, and a library of 1,000 pieces of evidence. The floor of a
 * search is what cannot be less: memmem once over as many bytes of the same texts, from hit
 * to hit.
 */

#define N_CYCLES 10
#define N_INTERVIEWS 40
#define N_QUESTIONS 30
#define N_EVIDENCE 1000
#define N_RUNS 21
#define TIME "2026-01-02T03:04:05.000000Z"

static const OctantBy by = { "Assessor", TIME };

static const char *const phrases[] = {
  "防火墙策略每季度复核一次，", "Logs are kept for twelve months. ", "口令长度不少于十二位，", "Backups are restored twice a year. ",
  "值班表由运维团队维护；", "审计日志集中存放，保留六个月以上。", "The drill was held in March; ", "第三方接入须经审批，",
};

static char *
make_text (GRand   *random,
           GString *all)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 2, 6); n > 0; n--)
    g_string_append (text, phrases[g_rand_int_range (random, 0, G_N_ELEMENTS (phrases))]);
  g_string_append (all, text->str);
  g_string_append_c (all, '\0');
  return g_string_free (text, FALSE);
}

static void
add_answers (OctantAct   *act,
             OctantModel *model,
             const char  *cycle,
             GRand       *random,
             GString     *all)
{
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      g_autofree char *note = make_text (random, all);
      const char *values[] = { cycle, octant_model_get_requirement (model, r)->code, "", "L", note, NULL, NULL,
                               "confirmed", "Assessor", TIME };

      octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ANSWER, values));
    }
}

static void
add_interviews (OctantAct   *act,
                OctantModel *model,
                const char  *cycle,
                GRand       *random,
                GString     *all)
{
  for (guint i = 0; i < N_INTERVIEWS; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      const char *values[] = { id, cycle, "Person", "R1", "2026-01-02", NULL };

      octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW, values));
      for (guint q = 0; q < N_QUESTIONS; q++)
        {
          g_autofree char *minutes = make_text (random, all);
          const char *said[] = { id, octant_model_get_requirement (model, i + q * 11)->code, "", cycle, "L", minutes };

          octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW_ANSWER, said));
        }
    }
}

static void
add_library (OctantStore *store,
             const char  *org,
             GRand       *random,
             GString     *all)
{
  g_autoptr (OctantAct) act = octant_act_new ("attach", "library", NULL, "Assessor", TIME);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_EVIDENCE; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *title = make_text (random, all);
      const char *values[] = { id, org, title, "file.pdf", "application/pdf", "1",
                               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL, NULL, NULL, "1",
                               "Assessor", TIME };

      octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_EVIDENCE, values));
    }
  octant_bench_must (octant_store_commit (store, act, &error), error);
}

static void
fill (OctantStore *store,
      OctantModel *model,
      GString     *all)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *org = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) first = octant_act_add_organisation ("Example Futures", NULL, &by, &org, &error);

  octant_bench_must (octant_store_commit (store, first, &error), error);
  for (guint i = 0; i < N_CYCLES; i++)
    {
      g_autofree char *as_of = g_strdup_printf ("20%u-03-01", 17 + i);
      OctantNewCycle what = { org, as_of, as_of, model, NULL, NULL };
      g_autofree char *id = NULL;
      g_autoptr (OctantAct) act = octant_act_new_cycle (&what, &by, &id, &error);

      add_answers (act, model, id, random, all);
      add_interviews (act, model, id, random, all);
      octant_bench_must (octant_store_commit (store, act, &error), error);
    }
  add_library (store, org, random, all);
}

/* Microseconds, the median. */
static double
measure_search (OctantSearchIndex *index,
                const char        *text,
                guint             *n_found)
{
  const OctantSearchScope scope = { NULL, NULL, 50 };
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      guint n[OCTANT_SEARCH_N_PLACES];
      gint64 start = octant_bench_now ();

      g_ptr_array_unref (octant_search_index_find (index, text, &scope, n));
      times[i] = octant_bench_now () - start;
      *n_found = 0;
      for (guint k = 0; k < OCTANT_SEARCH_N_PLACES; k++)
        *n_found += n[k];
    }
  return (double) octant_bench_quantile (times, N_RUNS, 0.5) / 1000;
}

static double
measure_floor (const GString *buffer,
               const char    *text)
{
  gsize length = strlen (text);
  gint64 times[N_RUNS];
  volatile guint n = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = octant_bench_now ();
      const char *end = buffer->str + buffer->len;

      for (const char *p = memmem (buffer->str, buffer->len, text, length); p != NULL;
           p = memmem (p + length, (gsize) (end - p) - length, text, length))
        n++;
      times[i] = octant_bench_now () - start;
    }
  return (double) octant_bench_quantile (times, N_RUNS, 0.5) / 1000;
}

int
main (int   argc,
      char *argv[])
{
  static const char *const queries[] = { "防火墙", "审计日志", "password", "backups", "AP.01", "的", "e",
                                         "防火墙 months", "nowhere to be found" };
  g_autofree char *dir = octant_bench_make_dir ();
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantStore) store = octant_store_open (dir, &error);
  g_autoptr (OctantModel) model = octant_model_new_from_file (path, NULL, &error);
  g_autoptr (OctantSearchIndex) index = NULL;
  gint64 start;

  octant_bench_must (store != NULL && model != NULL, error);
  fill (store, model, all);
  start = octant_bench_now ();
  index = octant_search_index_new (store, &error);
  octant_bench_must (index != NULL, error);
  printf ("index of %u cycles: %.1f MB, made in %.0f ms\n", N_CYCLES,
          (double) octant_search_index_get_size (index) / 1e6, (double) (octant_bench_now () - start) / 1e6);
  while (all->len < octant_search_index_get_size (index))
    g_string_append_len (all, all->str, (gssize) MIN (all->len, octant_search_index_get_size (index) - all->len));

  printf ("%-20s %8s %12s %12s %8s\n", "query", "found", "search µs", "floor µs", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (GStrv) terms = g_strsplit (queries[i], " ", 2);
      guint n_found;
      double search = measure_search (index, queries[i], &n_found);
      double floor = measure_floor (all, terms[0]);

      printf ("%-20s %8u %12.0f %12.0f %8.2f\n", queries[i], n_found, search, floor, search / floor);
    }
  g_clear_object (&store);
  octant_bench_remove_dir (dir);
  return 0;
}
