/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-explain.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * T1: one answer until all scores are exact again, and a full recomputation, for a model
 * of 1,000 requirements, each with both bounds, the split by aspect and confidence. The
 * floor is what it costs on this machine, in the same run, to look at every rating once:
 * one pass over 1,000 64-bit integers in memory.
 */

#define N_DOMAINS 8
#define N_SUBDOMAINS 40
#define N_LEVELS 5
#define N_REQUIREMENTS 1000
#define N_RUNS 15
#define TEXT "{\"zh\":\"x\",\"en\":\"x\"}"

static volatile gint64 sink;

static void
add_head (GString *json)
{
  g_string_append (json, "{\"format\":\"octant-model/1\",\"id\":\"bench\",\"version\":\"1.0.0\",\"language\":\"zh\","
                         "\"title\":" TEXT ",\"provenance\":" TEXT ",\"roles\":[],\"evidence_types\":[],"
                         "\"object_kinds\":[],\"institution_kinds\":[],\"lenses\":[],\"clauses\":{},\"aspects\":["
                         "{\"id\":\"H\",\"name\":" TEXT ",\"facets\":[{\"id\":\"f\",\"name\":" TEXT "}]},"
                         "{\"id\":\"P\",\"name\":" TEXT ",\"facets\":[{\"id\":\"f\",\"name\":" TEXT "}]}],"
                         "\"scoring\":{\"values\":{\"N\":\"0\",\"P\":\"1/3\",\"L\":\"2/3\",\"F\":\"1\"},"
                         "\"attain_rating\":\"L\",\"full_threshold\":\"17/20\",\"aspect_weights\":{\"H\":1,\"P\":1},"
                         "\"domain_quorum\":\"3/4\",\"domain_tolerance\":1,\"overall_quorum\":\"3/4\","
                         "\"overall_tolerance\":1,\"heavy_tailoring\":\"1/5\",\"confidence\":{"
                         "\"required_strength\":[1,2,2,3,3],\"freshness\":[{\"months\":12,\"factor\":\"1\"},"
                         "{\"months\":24,\"factor\":\"1/2\"}],"
                         "\"bands\":{\"high\":\"4/5\",\"medium\":\"3/5\",\"low\":\"2/5\"}}},\"levels\":[");
  for (guint k = 1; k <= N_LEVELS; k++)
    g_string_append_printf (json, "%s{\"level\":%u,\"name\":" TEXT ",\"summary\":" TEXT ",\"aspects\":"
                                  "{\"H\":" TEXT ",\"P\":" TEXT "}}", k > 1 ? "," : "", k);
  g_string_append (json, "],\"domains\":[");
  for (guint d = 0; d < N_DOMAINS; d++)
    g_string_append_printf (json, "%s{\"code\":\"D%c\",\"name\":" TEXT ",\"weight\":%u,\"aliases\":[]}",
                            d > 0 ? "," : "", 'A' + d, 6 + 3 * d);
  g_string_append (json, "],\"subdomains\":[");
  for (guint s = 0; s < N_SUBDOMAINS; s++)
    g_string_append_printf (json, "%s{\"code\":\"D%c.%02u\",\"domain\":\"D%c\",\"name\":" TEXT ",\"scope\":" TEXT ","
                                  "\"weight\":1,\"gate\":%s,\"roles\":[],\"evidence\":[],\"tags\":{},"
                                  "\"references\":{},\"status\":\"active\",\"since\":\"1.0.0\",\"aliases\":[]}",
                            s > 0 ? "," : "", 'A' + s / (N_SUBDOMAINS / N_DOMAINS), s,
                            'A' + s / (N_SUBDOMAINS / N_DOMAINS), s % 4 == 0 ? "true" : "false");
  g_string_append (json, "],\"requirements\":[");
}

/* Cells of two and three requirements; every third one is rated for each object. */
static OctantModel *
make_model (void)
{
  GString *json = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  OctantModel *model;
  guint n = 0, cell = 0;

  add_head (json);
  for (guint s = 0; s < N_SUBDOMAINS; s++)
    for (guint k = 1; k <= N_LEVELS; k++)
      for (guint a = 0; a < 2; a++, cell++)
        for (guint i = 0; i < 2 + cell % 2; i++, n++)
          g_string_append_printf (json,
                                  "%s{\"code\":\"D%c.%02u.%u.%c.%02u\",\"subdomain\":\"D%c.%02u\",\"level\":%u,"
                                  "\"aspect\":\"%c\",\"facet\":\"f\",\"scope\":\"%s\",\"na_allowed\":false,"
                                  "\"methods\":[\"I\"],\"evidence\":[],\"roles\":[],\"weight\":1,\"effort\":1,"
                                  "\"text\":" TEXT ",\"check\":" TEXT ",\"question\":" TEXT ",\"advice\":" TEXT ","
                                  "\"status\":\"active\",\"since\":\"1.0.0\",\"rev\":1}",
                                  n > 0 ? "," : "", 'A' + s / (N_SUBDOMAINS / N_DOMAINS), s, k, "HP"[a], i,
                                  'A' + s / (N_SUBDOMAINS / N_DOMAINS), s, k, "HP"[a], n % 3 == 2 ? "object" : "org");
  g_string_append (json, "]}");
  bytes = g_string_free_to_bytes (json);
  model = octant_model_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (octant_model_get_n_requirements (model), ==, N_REQUIREMENTS);
  return model;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median of N_RUNS runs of @n calls each, in microseconds per call. */
static double
measure (void   (*function) (gpointer data, guint i),
         gpointer data,
         guint    n)
{
  double times[N_RUNS];

  for (guint run = 0; run < N_RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < n; i++)
        function (data, i);
      times[run] = (double) (g_get_monotonic_time () - start) / n;
    }
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static void
pass (gpointer data,
      guint    i)
{
  volatile const gint64 *numbers = data;
  gint64 sum = 0;

  for (guint j = 0; j < N_REQUIREMENTS; j++)
    sum += numbers[j];
  sink = sum + i;
}

typedef struct
{
  OctantScorer *scorer;
  guint n_slots;
  guint n_read;
  guint n_calls;
} Bench;

/* Answers are spread over all items and ratings; every changed score is read. */
static void
answer (gpointer data,
        guint    i)
{
  static const OctantRating ratings[] = {
    OCTANT_RATING_N, OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_F, OCTANT_RATING_F, OCTANT_RATING_UNANSWERED,
  };
  Bench *bench = data;
  const guint *changed;
  guint n_changed;

  octant_scorer_set_rating (bench->scorer, (i * 7919u) % N_REQUIREMENTS, (i / 7) % bench->n_slots,
                            ratings[(i * 31u + i / 1000) % G_N_ELEMENTS (ratings)]);
  octant_scorer_update (bench->scorer, &changed, &n_changed);
  for (guint j = 0; j < n_changed; j++)
    bench->n_read += octant_scorer_get_score (bench->scorer, changed[j])->l >= 0;
}

/* Every fifth answer is NA, and so changes denominators when given and when taken back. */
static void
answer_na (gpointer data,
           guint    i)
{
  Bench *bench = data;
  guint call = bench->n_calls++;

  octant_scorer_set_rating (bench->scorer, (call * 7919u) % N_REQUIREMENTS, 0,
                            (call + call / N_REQUIREMENTS) % 5 == 0 ? OCTANT_RATING_NA
                                                                    : (OctantRating) (1 + (call / N_REQUIREMENTS) % 4));
  octant_scorer_update (bench->scorer, NULL, NULL);
}

static void
recompute (gpointer data,
           guint    i)
{
  Bench *bench = data;

  octant_scorer_recompute (bench->scorer);
  bench->n_read += octant_scorer_get_score (bench->scorer, OCTANT_NODE_OVERALL)->l >= 0;
}

static void
explain (gpointer data,
         guint    i)
{
  Bench *bench = data;
  g_autoptr (GPtrArray) blocks = octant_explain (bench->scorer, OCTANT_NODE_OVERALL);

  bench->n_read += blocks->len;
}

static void
print_row (const char *what,
           double      time,
           double      floor,
           const char *target)
{
  printf ("T1  %-44s %9.2f us %9.1f x floor  %s\n", what, time, time / floor, target);
}

static void
bench_objects (OctantModel *model,
               guint        n_objects,
               double       floor)
{
  static const OctantFraction criticality[] = { { 4, 1 }, { 3, 1 }, { 3, 1 }, { 2, 1 }, { 2, 1 }, { 1, 1 } };
  g_autoptr (OctantScorer) scorer = octant_scorer_new (model, n_objects > 0 ? criticality : NULL, n_objects);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *suffix = n_objects > 0 ? g_strdup_printf (", %u objects", n_objects) : g_strdup ("");
  g_autofree char *one = g_strdup_printf ("one answer to all scores%s", suffix);
  g_autofree char *na = g_strdup_printf ("one answer in five NA%s", suffix);
  g_autofree char *why = g_strdup_printf ("what blocks the next level%s", suffix);
  g_autofree char *full = g_strdup_printf ("full exact recomputation%s", suffix);
  Bench bench = { scorer, octant_scorer_get_n_slots (scorer), 0, 0 };

  for (guint r = 0; r < N_REQUIREMENTS; r++)
    for (guint slot = 0; slot < bench.n_slots; slot++)
      octant_scorer_set_rating (scorer, r, slot, (OctantRating) g_rand_int_range (rand, 0, OCTANT_RATING_NA));
  octant_scorer_update (scorer, NULL, NULL);
  print_row (one, measure (answer, &bench, 20000), floor, n_objects > 0 ? "" : "target <= 10 us");
  print_row (full, measure (recompute, &bench, 1000), floor, n_objects > 0 ? "" : "target <= 60 us");
  print_row (why, measure (explain, &bench, 20), floor, "");
  print_row (na, measure (answer_na, &bench, 20000), floor, "");
}

int
main (void)
{
  g_autoptr (OctantModel) model = make_model ();
  g_autofree gint64 *numbers = g_new0 (gint64, N_REQUIREMENTS);
  double floor;

  for (guint i = 0; i < N_REQUIREMENTS; i++)
    numbers[i] = i;
  measure (pass, numbers, 20000);
  floor = measure (pass, numbers, 20000);
  print_row ("floor: one pass over 1,000 64-bit integers", floor, floor, "");
  bench_objects (model, 0, floor);
  bench_objects (model, 6, floor);
  return 0;
}
