/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Chart files made from assessments on the real model: whole, valid and always the same bytes. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "assessment/octant-acts.h"
#include "octant-chart-data.h"
#include "octant-chart-request.h"
#include "octant-distribution-data.h"
#include "octant-ladder-data.h"
#include "octant-slope-data.h"

typedef struct
{
  OctantModel *model;
  OctantAssessment *cycles[3];
  char *folder;
} Fixture;

/* One cycle with pseudo-random ratings that rise with the year; the last leaves some open. */
static OctantAssessment *
make_cycle (OctantModel *model,
            int          year)
{
  static const char *const ratings[] = { "N", "P", "L", "F", "F" };
  g_autofree char *id = g_strdup_printf ("cycle-%d", year);
  g_autofree char *title = g_strdup_printf ("%d", year);
  g_autofree char *as_of = g_strdup_printf ("%d-11-01", year);
  const char *values[] = { id, "org", title, as_of, octant_model_get_hash (model), octant_model_get_id (model),
                           octant_model_get_version (model), NULL, "Assessor", "2026-11-01T08:00:00.000000Z" };
  g_autoptr (OctantRecord) cycle = octant_record_new (OCTANT_TABLE_CYCLE, values);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260000 + (guint) year);

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);
      int pick = g_rand_int_range (rand, 0, 5) + (year - 2024) + (requirement->level < 3 ? 2 : -1);
      const char *answer[] = { id, requirement->code, "", ratings[CLAMP (pick, 0, 4)], NULL, NULL, NULL, "confirmed",
                               "Assessor", "2026-11-01T08:00:00.000000Z" };

      if (year == 2026 && i % 9 == 0)
        continue;
      g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_ANSWER, answer));
    }

  return octant_assessment_new (model, cycle, rows);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;

  fixture->model = octant_model_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    fixture->cycles[i] = make_cycle (fixture->model, 2024 + i);
  fixture->folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "output", "pictures", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0755), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    g_assert_finalize_object (fixture->cycles[i]);
  g_clear_object (&fixture->model);
  g_free (fixture->folder);
}

static char *
path_of (Fixture    *fixture,
         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static guint32
big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
assert_png (const char *path,
            guint       width,
            guint       height)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GBytes) bytes = read_file (path);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpmem (data, 8, signature, sizeof signature);
  g_assert_cmpuint (big_endian (data + 16), ==, width);
  g_assert_cmpuint (big_endian (data + 20), ==, height);
  /* The end chunk stands whole at the end. */
  g_assert_cmpmem (data + length - 8, 4, "IEND", 4);
}

static void
assert_program (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (argv[0]);
  int status;

  if (found == NULL)
    {
      g_test_message ("%s is not installed: its check is left out", argv[0]);
      return;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
assert_svg (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) parser = NULL;
  static const GMarkupParser nothing = { 0 };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *argv[] = { "xmllint", "--noout", "--nonet", path, NULL };

  parser = g_markup_parse_context_new (&nothing, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_markup_parse_context_parse (parser, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (parser, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (data, 400, "<svg "));
  assert_program (argv);
}

static void
assert_pdf (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *argv[] = { "pdfinfo", path, NULL };

  g_assert_cmpuint (length, >, 2000);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_cmpmem (data + length - 6, 5, "%%EOF", 5);
  assert_program (argv);
}

static void
test_radar (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const lenses[] = { "domains", "subdomains", "wpdrrc", "attack", "aspect", "role" };

  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    for (OctantLanguage language = OCTANT_LANGUAGE_ZH; language <= OCTANT_LANGUAGE_EN; language++)
      {
        guint width = i == 1 ? 1120 : 960;
        guint height = i == 1 ? 1120 : 820;
        static const char *const endings[] = { "svg", "png", "pdf" };

        for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
          {
            g_autofree char *name = g_strdup_printf ("radar-%s-%s.%s", lenses[i],
                                                     language == OCTANT_LANGUAGE_ZH ? "zh" : "en", endings[k]);
            g_autofree char *path = path_of (fixture, name);
            g_autoptr (GError) error = NULL;

            octant_output_radar (fixture->cycles[2], &fixture->cycles[1], 1, lenses[i], language, path, &error);
            g_assert_no_error (error);
            if (k == 0)
              assert_svg (path);
            else if (k == 1)
              assert_png (path, width, height);
            else
              assert_pdf (path);
          }
      }
}

static void
test_heatmap (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const names[] = { "heatmap.svg", "heatmap.png", "heatmap.pdf", "heatmap.gif" };
  OctantChartOptions options = { .language = OCTANT_LANGUAGE_EN, .scale = 2 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (fixture, names[i]);
      g_autoptr (GError) error = NULL;

      if (i == 3)
        {
          g_assert_false (octant_output_heatmap_file (fixture->cycles[2], &options, path, &error));
          g_assert_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_FORMAT);
          continue;
        }
      octant_output_heatmap_file (fixture->cycles[2], i == 0 ? NULL : &options, path, &error);
      g_assert_no_error (error);
      if (i == 0)
        assert_svg (path);
      else if (i == 1)
        assert_png (path, 2240, 1720);
      else
        assert_pdf (path);
    }
}

static void
test_trend (Fixture      *fixture,
            gconstpointer data)
{
  OctantAssessment *shuffled[] = { fixture->cycles[2], fixture->cycles[0], fixture->cycles[1] };
  g_autofree char *svg = path_of (fixture, "trend.svg");
  g_autofree char *svg2 = path_of (fixture, "trend-shuffled.svg");
  g_autofree char *png = path_of (fixture, "trend.png");
  g_autofree char *pdf = path_of (fixture, "trend.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;

  octant_output_trend (fixture->cycles, 3, OCTANT_LANGUAGE_EN, svg, &error);
  g_assert_no_error (error);
  octant_output_trend (shuffled, 3, OCTANT_LANGUAGE_EN, svg2, &error);
  g_assert_no_error (error);
  octant_output_trend (fixture->cycles, 3, OCTANT_LANGUAGE_ZH, png, &error);
  g_assert_no_error (error);
  octant_output_trend (fixture->cycles, 1, OCTANT_LANGUAGE_ZH, pdf, &error);
  g_assert_no_error (error);
  assert_svg (svg);
  assert_png (png, 1120, 720);
  assert_pdf (pdf);
  a = read_file (svg);
  b = read_file (svg2);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_same_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const names[] = { "same.svg", "same.png", "same.pdf" };
  OctantChartOptions options = { .language = OCTANT_LANGUAGE_ZH, .scale = 2, .institution = "示例期货 <&> Co." };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (fixture, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      octant_output_radar_file (fixture->cycles[2], fixture->cycles, 2, NULL, &options, path, &error);
      g_assert_no_error (error);
      first = read_file (path);
      octant_output_radar_file (fixture->cycles[2], fixture->cycles, 2, NULL, &options, path, &error);
      g_assert_no_error (error);
      second = read_file (path);
      g_assert_true (g_bytes_equal (first, second));
      if (i == 1)
        assert_png (path, 1920, 1640);
    }
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *jpeg = path_of (fixture, "radar.jpeg");
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "radar.svg", NULL);
  g_autofree char *kept = path_of (fixture, "kept.svg");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_false (octant_output_radar (fixture->cycles[2], NULL, 0, NULL, OCTANT_LANGUAGE_EN, jpeg, &error));
  g_assert_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_FORMAT);
  g_assert_false (g_file_test (jpeg, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (octant_output_radar (fixture->cycles[2], NULL, 0, NULL, OCTANT_LANGUAGE_EN, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* A refusal leaves what was there. */
  g_file_set_contents (kept, "old", -1, &error);
  g_assert_no_error (error);
  g_assert_false (octant_output_radar (fixture->cycles[2], NULL, 0, "nosuch", OCTANT_LANGUAGE_EN, kept, &error));
  g_assert_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_LENS);
  bytes = read_file (kept);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "old", 3);
}

/* Every kind in every format, and the same input always gives the same bytes, in memory too. */
static void
test_requests (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const endings[] = { "svg", "png", "pdf" };

  for (guint kind = 0; kind < OCTANT_N_CHART_KINDS; kind++)
    for (guint k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        OctantChartRequest request = { (OctantChartKind) kind, fixture->cycles[2], fixture->cycles, 2, NULL, "AP.05" };
        g_autoptr (GBytes) picture = NULL;
        g_autoptr (GBytes) again = NULL;
        g_autoptr (GBytes) file = NULL;
        OctantChartOptions options = { .language = OCTANT_LANGUAGE_EN, .picture = &picture };
        g_autofree char *name = g_strdup_printf ("request-%s.%s", octant_chart_kind_to_string (kind), endings[k]);
        g_autofree char *path = path_of (fixture, name);
        g_autoptr (GError) error = NULL;
        OctantChartKind parsed;

        g_assert_true (octant_chart_kind_parse (octant_chart_kind_to_string (kind), &parsed) && parsed == kind);
        g_remove (path);
        octant_output_chart_file (&request, &options, path, &error);
        g_assert_no_error (error);
        g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
        options.picture = &again;
        g_assert_true (octant_output_chart_file (&request, &options, path, NULL));
        g_assert_true (k == 2 || g_bytes_equal (picture, again));
        options.picture = NULL;
        g_assert_true (octant_output_chart_file (&request, &options, path, NULL));
        file = read_file (path);
        g_assert_true (k == 2 || g_bytes_equal (picture, file));
        if (k == 0)
          assert_svg (path);
        else if (k == 2)
          assert_pdf (path);
      }
}

static void
test_wrong_codes (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct
  {
    OctantChartKind kind;
    const char *code;
  } wrong[] = { { OCTANT_CHART_KIND_LADDER, "AP" }, { OCTANT_CHART_KIND_LADDER, NULL },
                { OCTANT_CHART_KIND_DISTRIBUTION, "XX" } };
  g_autofree char *path = path_of (fixture, "wrong.svg");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      OctantChartRequest request = { .kind = wrong[i].kind, .cycle = fixture->cycles[0], .code = wrong[i].code };
      g_autoptr (GError) error = NULL;

      g_assert_false (octant_output_chart_file (&request, NULL, path, &error));
      g_assert_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_CODE);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* The parts add up to the answers that there are, at every level of the tree. */
static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  OctantAssessment *cycle = fixture->cycles[2];
  OctantScorer *scorer = octant_assessment_get_scorer (cycle, OCTANT_READING_OFFICIAL);
  g_autoptr (OctantRatingCounts) all = octant_rating_counts_new (cycle, NULL, OCTANT_LANGUAGE_EN);
  guint sums[OCTANT_MODEL_MAX_LEVELS][OCTANT_N_COUNTS] = { 0 };
  guint unanswered = 0, applicable = 0;

  for (guint d = 0; d < octant_model_get_n_domains (fixture->model); d++)
    {
      g_autoptr (OctantRatingCounts) one =
        octant_rating_counts_new (cycle, octant_model_get_domain (fixture->model, d)->code, OCTANT_LANGUAGE_ZH);

      for (guint level = 0; level < OCTANT_MODEL_MAX_LEVELS; level++)
        for (guint p = 0; p < OCTANT_N_COUNTS; p++)
          sums[level][p] += one->counts[level][p];
    }
  g_assert_cmpmem (sums, sizeof sums, all->counts, sizeof all->counts);
  for (guint level = 0; level < OCTANT_MODEL_MAX_LEVELS; level++)
    {
      unanswered += all->counts[level][OCTANT_COUNT_UNANSWERED];
      for (guint p = 0; p < OCTANT_N_COUNTS; p++)
        applicable += p == OCTANT_COUNT_NA ? 0 : all->counts[level][p];
    }
  g_assert_cmpuint (applicable, ==, octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->applicable_items);
  g_assert_cmpuint (applicable - unanswered, ==, octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->answered);
  g_assert_cmpuint (unanswered, >, 0);
  g_assert_cmpstr (all->rows[0].label, ==, "1 Performed informally (Initial)");
  g_assert_null (octant_rating_counts_new (cycle, "XX", OCTANT_LANGUAGE_EN));
}

/* Completion and what counts of it are those of the scorer, in whole per cent rounded half up. */
static void
test_ladder (Fixture      *fixture,
             gconstpointer data)
{
  OctantAssessment *cycle = fixture->cycles[2];
  OctantScorer *scorer = octant_assessment_get_scorer (cycle, OCTANT_READING_OFFICIAL);
  guint held_back = 0;

  for (guint s = 0; s < octant_model_get_n_subdomains (fixture->model); s++)
    {
      g_autoptr (OctantLadderFill) fill =
        octant_ladder_fill_new (cycle, octant_model_get_subdomain (fixture->model, s)->code, OCTANT_LANGUAGE_EN);

      g_assert_null (fill->object);
      for (guint a = 0; a < fill->data.n_rows; a++)
        for (guint level = 1; level <= fill->rows[a].n_steps; level++)
          {
            const OctantLadderStep *step = &fill->steps[a][level - 1];
            g_auto (OctantCell) cell = { 0 };

            octant_scorer_get_cell (scorer, s, a, level, 0, OCTANT_BOUND_LO, &cell);
            g_assert_true (step->counted == cell.counted);
            if (!cell.counted)
              continue;
            g_assert_cmpfloat_with_epsilon (step->a * 100, g_ascii_strtod (step->text, NULL), 0.5 + 1e-9);
            g_assert_cmpfloat_with_epsilon (step->m * 100, g_ascii_strtod (fill->counts[a][level - 1], NULL), 0.5 + 1e-9);
            g_assert_cmpfloat (step->m, <=, step->a);
            g_assert_cmpfloat (step->a, <=, step->a_hi);
            held_back += step->m < step->a;
          }
    }
  g_assert_cmpuint (held_back, >, 0);
  g_assert_null (octant_ladder_fill_new (cycle, "AP", OCTANT_LANGUAGE_EN));
}

/* A cycle of two objects; the first meets half of what the sub-domain asks, the second nothing. */
static OctantAssessment *
make_object_cycle (OctantModel *model,
                   guint        subdomain)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (model, subdomain);
  const char *values[] = { "cycle", "org", "2026", "2026-11-01", octant_model_get_hash (model), octant_model_get_id (model),
                           octant_model_get_version (model), NULL, "Assessor", "2026-11-01T08:00:00.000000Z" };
  const char *objects[][7] = { { "cycle", "one", "Trading", "OBJ-TRD", "4", "4", "0" },
                               { "cycle", "two", "Settlement", "OBJ-TRD", "3", "3", "1" } };
  g_autoptr (OctantRecord) cycle = octant_record_new (OCTANT_TABLE_CYCLE, values);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, objects[i]));
  for (guint i = info->first_requirement; i < info->first_requirement + info->n_requirements; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);
      gboolean own = requirement->scope == OCTANT_SCOPE_OBJECT;

      for (guint slot = 0; slot < (own ? G_N_ELEMENTS (objects) : 1); slot++)
        {
          const char *answer[] = { "cycle", requirement->code, own ? objects[slot][1] : "", own && slot == 1 ? "N" : "L",
                                   NULL, NULL, NULL, "confirmed", "Assessor", "2026-11-01T08:00:00.000000Z" };

          g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_ANSWER, answer));
        }
    }

  return octant_assessment_new (model, cycle, rows);
}

/* The weakest is named only where objects are rated apart and looked at together. */
static void
test_weakest (Fixture      *fixture,
              gconstpointer data)
{
  guint n_apart = 0;

  for (guint s = 0; s < octant_model_get_n_subdomains (fixture->model); s++)
    {
      const char *code = octant_model_get_subdomain (fixture->model, s)->code;
      g_autoptr (OctantAssessment) cycle = make_object_cycle (fixture->model, s);
      g_autoptr (OctantLadderFill) fill = octant_ladder_fill_new (cycle, code, OCTANT_LANGUAGE_EN);
      g_autoptr (OctantLadderFill) one = NULL;

      g_assert_cmpstr (fill->object, ==, octant_model_is_rated_by_object (fixture->model, s) ? "Settlement" : NULL);
      n_apart += fill->object != NULL;
      octant_assessment_set_shown_object (cycle, "one");
      one = octant_ladder_fill_new (cycle, code, OCTANT_LANGUAGE_EN);
      g_assert_null (one->object);
    }
  g_assert_cmpuint (n_apart, >, 0);
  g_assert_cmpuint (n_apart, <, octant_model_get_n_subdomains (fixture->model));
}

/* What stands around the chart of one sub-domain is its own: answers elsewhere do not touch the picture. */
static void
test_own_result (Fixture      *fixture,
                 gconstpointer data)
{
  static const OctantChartKind kinds[] = { OCTANT_CHART_KIND_LADDER, OCTANT_CHART_KIND_DISTRIBUTION };
  OctantBy by = { "Assessor", "2026-11-01T08:00:00.000000Z" };
  OctantAssessment *cycle = fixture->cycles[2];
  g_autofree char *path = path_of (fixture, "own.png");
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          OctantChartRequest request = { .kind = kinds[i], .cycle = cycle, .code = "AP.05" };
          g_autoptr (GBytes) picture = NULL;

          octant_output_chart_file (&request, NULL, path, &error);
          g_assert_no_error (error);
          picture = read_file (path);
          if (pass == 0)
            g_ptr_array_add (before, g_steal_pointer (&picture));
          else
            g_assert_true (g_bytes_equal (picture, before->pdata[i]));
        }
      for (guint r = 0; pass == 0 && r < octant_model_get_n_requirements (fixture->model); r++)
        if (g_str_has_prefix (octant_model_get_requirement (fixture->model, r)->code, "SH."))
          {
            g_autoptr (OctantAct) act = octant_act_rate (cycle, (OctantItemRef) { r, 0 }, OCTANT_RATING_N, NULL, NULL, NULL, &by, &error);

            g_assert_no_error (error);
            octant_assessment_apply (cycle, act);
          }
    }
}

/* Aspects carry the split of the whole, roles the mean of their sub-domains. */
static void
test_axes (Fixture      *fixture,
           gconstpointer data)
{
  OctantScorer *scorer = octant_assessment_get_scorer (fixture->cycles[2], OCTANT_READING_OFFICIAL);
  const OctantScore *whole = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);
  g_auto (OctantAxes) aspects = { 0 };
  g_auto (OctantAxes) roles = { 0 };
  g_autoptr (OctantScoreSeries) split = NULL;
  g_autoptr (OctantScoreSeries) by_role = NULL;
  guint n_roles;

  octant_model_get_roles (fixture->model, &n_roles);
  g_assert_true (octant_axes_init (&aspects, fixture->model, "aspect", OCTANT_LANGUAGE_EN, NULL));
  g_assert_true (octant_axes_init (&roles, fixture->model, "role", OCTANT_LANGUAGE_EN, NULL));
  split = octant_score_series_on_axes (fixture->cycles[2], &aspects);
  by_role = octant_score_series_on_axes (fixture->cycles[2], &roles);
  g_assert_cmpuint (split->values->len, ==, octant_model_get_n_aspects (fixture->model));
  for (guint a = 0; a < split->values->len; a++)
    {
      g_autofree char *text = octant_rational_to_text (&whole->s_aspect[a], 2);

      g_assert_cmpstr (g_ptr_array_index (split->texts, a), ==, text);
    }
  g_assert_cmpuint (by_role->values->len, ==, n_roles);
  for (guint r = 0; r < n_roles; r++)
    {
      g_assert_cmpfloat (g_array_index (by_role->values, double, r), >, 0);
      g_assert_cmpfloat (g_array_index (by_role->values, double, r), <=, g_array_index (by_role->values_hi, double, r));
    }
  /* Not all roles answer for the same. */
  g_assert_cmpfloat (g_array_index (by_role->values, double, 0), !=, g_array_index (by_role->values, double, 1));
}

#define ADD(name, func) g_test_add ("/output/chart-file/" name, Fixture, NULL, set_up, func, tear_down)

/* The rows of a slope chart are the nodes of the comparison, to the exact value. */
static void
test_slope (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (OctantComparison) comparison = octant_comparison_new (fixture->cycles[0], fixture->cycles[2], FALSE);
  g_autoptr (OctantSlopeFill) domains = octant_slope_fill_new (comparison, FALSE, "All", OCTANT_LANGUAGE_EN);
  g_autoptr (OctantSlopeFill) subdomains = octant_slope_fill_new (comparison, TRUE, "All", OCTANT_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (fixture, "slope.svg");
  OctantChartRequest request = { OCTANT_CHART_KIND_SLOPE, fixture->cycles[2], fixture->cycles, 1, "wpdrrc", NULL, FALSE };

  g_assert_cmpuint (domains->data.n_rows, ==, octant_model_get_n_domains (fixture->model) + 1);
  g_assert_cmpstr (domains->rows[0].label, ==, "All");
  g_assert_true (domains->rows[0].emphasis && subdomains->rows[0].emphasis);
  for (guint i = 0; i < subdomains->data.n_rows; i++)
    {
      const OctantSlopeRow *row = &subdomains->rows[i];
      const OctantNodeChange *node = NULL;

      for (guint k = 0; k < comparison->nodes->len && node == NULL; k++)
        if (strcmp (((OctantNodeChange *) g_ptr_array_index (comparison->nodes, k))->code, subdomains->codes->pdata[i]) == 0)
          node = g_ptr_array_index (comparison->nodes, k);
      g_assert_nonnull (node);
      g_assert_cmpint (isnan (row->values[OCTANT_SLOPE_BEFORE]), ==, !node->in_a);
      if (node->in_b)
        g_assert_cmpfloat (row->values[OCTANT_SLOPE_AFTER], ==, octant_rational_to_double (&node->s_b));
      if (node->in_a && node->in_b)
        g_assert_cmpint (row->direction, ==, octant_rational_compare (&node->s_b, &node->s_a));
    }
  g_assert_false (octant_output_chart_file (&request, NULL, path, &error));
  g_assert_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_LENS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("radar", test_radar);
  ADD ("heatmap", test_heatmap);
  ADD ("trend", test_trend);
  ADD ("same-bytes", test_same_bytes);
  ADD ("refused", test_refused);
  ADD ("requests", test_requests);
  ADD ("wrong-codes", test_wrong_codes);
  ADD ("counts", test_counts);
  ADD ("ladder", test_ladder);
  ADD ("weakest", test_weakest);
  ADD ("own-result", test_own_result);
  ADD ("axes", test_axes);
  ADD ("slope", test_slope);

  return g_test_run ();
}
