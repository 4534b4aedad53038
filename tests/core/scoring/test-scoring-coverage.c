/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-coverage.h"

#include <string.h>

typedef struct
{
  OctantModel *model;
  OctantAttack *attack;
  OctantCoverage *coverage;
  OctantScorer *scorer;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  const OctantFraction criticality[] = { { 4, 1 }, { 3, 1 } };
  g_autoptr (GError) error = NULL;

  fixture->model = octant_model_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  fixture->attack = octant_attack_new_shipped (&error);
  g_assert_no_error (error);
  fixture->coverage = octant_coverage_new (fixture->model, fixture->attack);
  fixture->scorer = octant_scorer_new (fixture->model, data != NULL ? criticality : NULL, data != NULL ? 2 : 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  octant_scorer_free (fixture->scorer);
  octant_coverage_free (fixture->coverage);
  g_assert_finalize_object (fixture->attack);
  g_assert_finalize_object (fixture->model);
}

static void
rate_subdomain (Fixture     *fixture,
                const char  *code,
                OctantRating rating)
{
  const OctantModelSubdomain *subdomain;
  guint index;

  g_assert_true (octant_model_find_subdomain (fixture->model, code, &index));
  subdomain = octant_model_get_subdomain (fixture->model, index);
  for (guint i = 0; i < subdomain->n_requirements; i++)
    octant_scorer_set_rating (fixture->scorer, subdomain->first_requirement + i, 0, rating);
}

static void
tailor (Fixture    *fixture,
        const char *code,
        gboolean    out)
{
  guint node;

  g_assert_true (octant_model_find_node (fixture->model, code, &node));
  octant_scorer_set_tailored (fixture->scorer, node, out);
}

static void
update (Fixture *fixture)
{
  octant_scorer_update (fixture->scorer, NULL, NULL);
  octant_coverage_update (fixture->coverage, fixture->scorer);
}

static guint
find (Fixture    *fixture,
      const char *id)
{
  guint technique;

  g_assert_true (octant_attack_find_technique (fixture->attack, id, &technique));
  return technique;
}

static void
assert_score (Fixture    *fixture,
              const char *id,
              const char *s,
              const char *s_hi)
{
  const OctantTechniqueScore *score = octant_coverage_get_score (fixture->coverage, find (fixture, id));
  g_autofree char *low = octant_rational_to_string (&score->s);
  g_autofree char *high = octant_rational_to_string (&score->s_hi);

  g_assert_cmpint (score->kind, ==, OCTANT_COVERAGE_SCORED);
  g_assert_cmpstr (low, ==, s);
  g_assert_cmpstr (high, ==, s_hi);
}

/* "ED.01 3/14 M1031|…": out of scope is a bare code. */
static char *
describe_parts (Fixture    *fixture,
                const char *id)
{
  g_autoptr (GPtrArray) parts = octant_coverage_list_parts (fixture->coverage, fixture->scorer, find (fixture, id));
  GString *text = g_string_new (NULL);
  guint n;

  for (guint i = 0; i < parts->len; i++)
    {
      const OctantCoveragePart *part = g_ptr_array_index (parts, i);
      g_autofree char *weight = octant_rational_to_string (&part->weight);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                              octant_model_get_subdomain (fixture->model, part->subdomain)->code);
      if (!part->applicable)
        continue;
      g_string_append_printf (text, " %s", weight);
      for (guint m = 0; m < part->mitigations->len; m++)
        g_string_append_printf (text, " %s", octant_attack_get_mitigations (fixture->attack, &n)[g_array_index (part->mitigations, guint, m)].id);
    }
  return g_string_free_and_steal (text);
}

/* M1031 is named by seven sub-domains: three of ED (12/4 each), one of ER and of SO (12/4), of DT (6/3) and of CA (8/3). */
static void
test_exact (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *several = NULL;

  update (fixture);
  assert_score (fixture, "T1001", "0", "5");
  rate_subdomain (fixture, "ED.01", OCTANT_RATING_F);
  update (fixture);
  assert_score (fixture, "T1001", "45/59", "5");
  all = describe_parts (fixture, "T1001");
  g_assert_cmpstr (all, ==, "ED.01 9/59 M1031|ED.02 9/59 M1031|ED.03 9/59 M1031|ER.03 9/59 M1031|DT.02 6/59 M1031|"
                            "CA.02 8/59 M1031|SO.01 9/59 M1031");

  /* Its neighbours in the domain take over its weight. */
  tailor (fixture, "ED.02", TRUE);
  update (fixture);
  assert_score (fixture, "T1001", "15/14", "5");
  fewer = describe_parts (fixture, "T1001");
  g_assert_cmpstr (fewer, ==, "ED.01 3/14 M1031|ED.02|ED.03 3/14 M1031|ER.03 9/56 M1031|DT.02 3/28 M1031|"
                              "CA.02 1/7 M1031|SO.01 9/56 M1031");
  tailor (fixture, "ED.02", FALSE);
  update (fixture);
  assert_score (fixture, "T1001", "45/59", "5");

  /* Several mitigations of one sub-domain do not count twice. */
  several = describe_parts (fixture, "T1190");
  g_assert_nonnull (strstr (several, "SH.01 25/628 M1030 M1035 M1037|"));
}

static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const covering[] = { "ED.01", "ED.02", "ED.03", "ER.03", "DT.02", "CA.02", "SO.01" };
  g_autoptr (GPtrArray) parts = NULL;
  guint counts[OCTANT_N_COVERAGE_KINDS];

  update (fixture);
  octant_coverage_count (fixture->coverage, counts);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_SCORED], ==, 579);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_OUT_OF_SCOPE], ==, 0);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_UNMAPPED], ==, 3);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_NO_MITIGATION], ==, 109);
  g_assert_cmpint (octant_coverage_get_score (fixture->coverage, find (fixture, "T1480.001"))->kind, ==,
                   OCTANT_COVERAGE_UNMAPPED);
  parts = octant_coverage_list_parts (fixture->coverage, fixture->scorer, find (fixture, "T1480.001"));
  g_assert_cmpuint (parts->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (covering); i++)
    tailor (fixture, covering[i], TRUE);
  update (fixture);
  octant_coverage_count (fixture->coverage, counts);
  g_assert_cmpint (octant_coverage_get_score (fixture->coverage, find (fixture, "T1001"))->kind, ==,
                   OCTANT_COVERAGE_OUT_OF_SCOPE);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_OUT_OF_SCOPE], >, 0);
  g_assert_cmpuint (counts[OCTANT_COVERAGE_OUT_OF_SCOPE] + counts[OCTANT_COVERAGE_SCORED], ==, 579);
}

static gboolean
names (const OctantModelSubdomain *subdomain,
       const char                 *mitigation)
{
  for (guint r = 0; r < subdomain->n_references; r++)
    if (strcmp (subdomain->references[r].id, "attack_mitigations") == 0)
      return g_strv_contains ((const char *const *) subdomain->references[r].codes, mitigation);
  return FALSE;
}

static gboolean
is_applicable (Fixture *fixture,
               guint    subdomain)
{
  return octant_scorer_get_score (fixture->scorer, octant_model_subdomain_node (fixture->model, subdomain))->applicable;
}

/* W_d · w_s / Σ w_s, written down again from the rule. */
static void
effective_weight (Fixture        *fixture,
                  guint           subdomain,
                  OctantRational *out)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (fixture->model, subdomain);
  const OctantModelDomain *domain = octant_model_get_domain (fixture->model, info->domain);
  g_auto (OctantRational) sum = { 0 };
  g_auto (OctantRational) part = { 0 };

  for (guint i = domain->first_subdomain; i < domain->first_subdomain + domain->n_subdomains; i++)
    {
      const OctantModelSubdomain *other = octant_model_get_subdomain (fixture->model, i);

      octant_rational_set_fraction (&part, other->weight.num, other->weight.den);
      if (is_applicable (fixture, i))
        octant_rational_add (&sum, &part);
    }
  octant_rational_set_fraction (out, domain->weight.num, domain->weight.den);
  octant_rational_set_fraction (&part, info->weight.num, info->weight.den);
  octant_rational_multiply (out, &part);
  octant_rational_divide (out, &sum);
}

static void
check_technique (Fixture *fixture,
                 guint    technique)
{
  const OctantTechniqueScore *score = octant_coverage_get_score (fixture->coverage, technique);
  guint n, n_mitigations;
  const OctantAttackTechnique *info = &octant_attack_get_techniques (fixture->attack, &n)[technique];
  const OctantAttackTerm *mitigations = octant_attack_get_mitigations (fixture->attack, &n_mitigations);
  g_auto (OctantRational) sum = { 0 };
  g_auto (OctantRational) sum_hi = { 0 };
  g_auto (OctantRational) total = { 0 };
  gboolean any = FALSE, scored = FALSE;

  for (guint s = 0; s < octant_model_get_n_subdomains (fixture->model); s++)
    {
      const OctantScore *part = octant_scorer_get_score (fixture->scorer, octant_model_subdomain_node (fixture->model, s));
      gboolean covers = FALSE;
      g_auto (OctantRational) weight = { 0 };
      g_auto (OctantRational) product = { 0 };

      for (guint m = 0; m < info->n_mitigations; m++)
        covers |= names (octant_model_get_subdomain (fixture->model, s), mitigations[info->mitigations[m]].id);
      g_assert_true (octant_coverage_is_covered_by (fixture->coverage, technique, s) == covers);
      any |= covers;
      if (!covers || !part->applicable)
        continue;
      scored = TRUE;
      effective_weight (fixture, s, &weight);
      octant_rational_add (&total, &weight);
      octant_rational_set (&product, &weight);
      octant_rational_multiply (&product, &part->s);
      octant_rational_add (&sum, &product);
      octant_rational_multiply (&weight, &part->s_hi);
      octant_rational_add (&sum_hi, &weight);
    }
  if (!scored)
    {
      g_assert_cmpint (score->kind, ==, any ? OCTANT_COVERAGE_OUT_OF_SCOPE
                                        : info->n_mitigations > 0 ? OCTANT_COVERAGE_UNMAPPED
                                                                  : OCTANT_COVERAGE_NO_MITIGATION);
      return;
    }
  octant_rational_divide (&sum, &total);
  octant_rational_divide (&sum_hi, &total);
  g_assert_cmpint (score->kind, ==, OCTANT_COVERAGE_SCORED);
  g_assert_true (octant_rational_equal (&score->s, &sum));
  g_assert_true (octant_rational_equal (&score->s_hi, &sum_hi));
}

/* The parts tell the same as the score: Σ weight = 1, Σ weight · S = score. */
static void
check_parts (Fixture *fixture,
             guint    technique)
{
  const OctantTechniqueScore *score = octant_coverage_get_score (fixture->coverage, technique);
  g_autoptr (GPtrArray) parts = octant_coverage_list_parts (fixture->coverage, fixture->scorer, technique);
  const OctantRational one = { 1, 1, NULL };
  g_auto (OctantRational) total = { 0 };
  g_auto (OctantRational) sum = { 0 };

  for (guint i = 0; i < parts->len; i++)
    {
      OctantCoveragePart *part = g_ptr_array_index (parts, i);
      guint node = octant_model_subdomain_node (fixture->model, part->subdomain);

      g_assert_cmpuint (part->mitigations->len, >, 0);
      octant_rational_add (&total, &part->weight);
      octant_rational_multiply (&part->weight, &octant_scorer_get_score (fixture->scorer, node)->s);
      octant_rational_add (&sum, &part->weight);
    }
  if (score->kind != OCTANT_COVERAGE_SCORED)
    return;
  g_assert_true (octant_rational_equal (&total, &one));
  g_assert_true (octant_rational_equal (&sum, &score->s));
}

static void
test_property (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1801);
  gint32 n_nodes = (gint32) octant_model_get_n_nodes (fixture->model);
  gint32 n = (gint32) octant_model_get_n_requirements (fixture->model);
  guint n_techniques;

  octant_attack_get_techniques (fixture->attack, &n_techniques);
  for (guint round = 0; round < 20; round++)
    {
      for (guint i = 0; i < 150; i++)
        octant_scorer_set_rating (fixture->scorer, (guint) g_rand_int_range (rand, 0, n), 0,
                                  (OctantRating) g_rand_int_range (rand, OCTANT_RATING_UNANSWERED, OCTANT_RATING_NA + 1));
      for (guint i = 0; i < 6; i++)
        octant_scorer_set_tailored (fixture->scorer, (guint) g_rand_int_range (rand, 1, n_nodes), g_rand_boolean (rand));
      update (fixture);
      for (guint t = 0; t < n_techniques; t++)
        {
          check_technique (fixture, t);
          check_parts (fixture, t);
        }
    }
}

static void
test_tactics (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const order[] = {
    "TA0043", "TA0042", "TA0001", "TA0002", "TA0003", "TA0004", "TA0005",
    "TA0006", "TA0007", "TA0008", "TA0009", "TA0011", "TA0010", "TA0040",
  };
  g_autoptr (GArray) tactics = octant_coverage_list_tactics (fixture->coverage);
  guint n;

  g_assert_cmpuint (tactics->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < tactics->len; i++)
    g_assert_cmpstr (octant_attack_get_tactics (fixture->attack, &n)[g_array_index (tactics, guint, i)].id, ==, order[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/coverage/exact", Fixture, NULL, set_up, test_exact, tear_down);
  g_test_add ("/coverage/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/coverage/tactics", Fixture, NULL, set_up, test_tactics, tear_down);
  g_test_add ("/coverage/property", Fixture, NULL, set_up, test_property, tear_down);
  g_test_add ("/coverage/property-objects", Fixture, "objects", set_up, test_property, tear_down);
  return g_test_run ();
}
