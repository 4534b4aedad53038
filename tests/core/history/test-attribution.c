/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../assessment/variant.h"
#include "history/octant-attribution.h"
#include "history/octant-comparison.h"

static OctantModel *model;

static const OctantAttributionPart *
find_part (OctantAttribution *attribution,
           const char        *code)
{
  for (guint i = 0; i < attribution->parts->len; i++)
    {
      const OctantAttributionPart *part = g_ptr_array_index (attribution->parts, i);

      if (strcmp (part->code, code) == 0)
        return part;
    }
  return NULL;
}

static void
assert_value (const OctantRational *value,
              const char           *expected)
{
  g_autofree char *text = octant_rational_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
tailor (OctantAssessment *assessment,
        const char       *code)
{
  GError *error = NULL;

  apply_ok (assessment, octant_act_tailor (assessment, node_of (assessment, code), TRUE, "none here", "Approver (R1)", &by,
                                           &error),
            error);
}

/* Everything adds up, by cause, by sub-domain, and to what a comparison says. */
static void
assert_exact (OctantAssessment *a,
              OctantAssessment *b,
              gboolean          like_for_like)
{
  g_autoptr (OctantAttribution) attribution = octant_attribution_new (a, b, like_for_like);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, like_for_like);
  g_autoptr (GPtrArray) ranked = octant_attribution_rank (attribution);
  const OctantNodeChange *whole = g_ptr_array_index (comparison->nodes, 0);
  OctantRational sums[6] = { { 0 } };

  for (guint i = 0; i < attribution->parts->len; i++)
    {
      const OctantAttributionPart *part = g_ptr_array_index (attribution->parts, i);
      g_auto (OctantRational) total = { 0 };

      octant_rational_add (&sums[0], &part->answers);
      octant_rational_add (&sums[1], &part->basis);
      octant_rational_add (&sums[2], &part->weight);
      octant_rational_add (&sums[3], &part->total);
      octant_rational_add (&sums[4], &part->weight_a);
      octant_rational_add (&sums[5], &part->weight_b);
      octant_rational_add (&total, &part->answers);
      octant_rational_add (&total, &part->basis);
      octant_rational_add (&total, &part->weight);
      g_assert_true (octant_rational_equal (&total, &part->total));
      g_assert_true (part->in_a || part->in_b);
      if (like_for_like)
        assert_value (&part->basis, "0");
    }
  g_assert_true (octant_rational_equal (&sums[0], &attribution->answers));
  g_assert_true (octant_rational_equal (&sums[1], &attribution->basis));
  g_assert_true (octant_rational_equal (&sums[2], &attribution->weight));
  g_assert_true (octant_rational_equal (&sums[3], &attribution->total));
  assert_value (&sums[4], "1");
  assert_value (&sums[5], "1");
  g_assert_true (octant_rational_equal (&whole->delta, &attribution->total));
  g_assert_true (octant_rational_equal (&whole->s_a, &attribution->s_a));
  g_assert_true (octant_rational_equal (&whole->s_b, &attribution->s_b));
  g_assert_cmpuint (ranked->len, ==, attribution->parts->len);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    octant_rational_clear (&sums[i]);
}

static void
rate_randomly (OctantAssessment *assessment,
               GRand            *random)
{
  OctantModel *own = octant_assessment_get_model (assessment);

  for (guint r = 0; r < octant_model_get_n_requirements (own); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, r); slot++)
      {
        const OctantRequirement *requirement = octant_model_get_requirement (own, r);
        int rating = g_rand_int_range (random, 0, requirement->na_allowed ? OCTANT_RATING_NA + 1 : OCTANT_RATING_NA);

        if (requirement->active)
          rate (assessment, requirement->code, slot, (OctantRating) rating);
      }
}

static void
test_adds_up (void)
{
  static const char *const out[] = { "SH.12", "DT", "AP.02", "CA.01" };
  g_autoptr (OctantModel) newer = variant_model (model);
  g_autoptr (GRand) random = g_rand_new_with_seed (40);

  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (OctantAssessment) a = new_cycle (model, i % 4, NULL);
      g_autoptr (OctantAssessment) b = new_cycle (i % 2 == 0 ? model : newer, (i / 4) % 4, NULL);

      rate_randomly (a, random);
      rate_randomly (b, random);
      for (guint k = 0; k < G_N_ELEMENTS (out); k++)
        {
          if (g_rand_boolean (random))
            tailor (a, out[k]);
          if (g_rand_boolean (random))
            tailor (b, out[k]);
        }
      assert_exact (a, b, FALSE);
      assert_exact (b, a, FALSE);
      assert_exact (a, b, TRUE);
    }
}

/* Of the same model, objects and scope, all of it comes from answers. */
static void
test_answers_alone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 2, NULL);
  g_autoptr (OctantAttribution) attribution = NULL;

  rate_randomly (a, random);
  rate_randomly (b, random);
  attribution = octant_attribution_new (a, b, FALSE);
  assert_value (&attribution->basis, "0");
  assert_value (&attribution->weight, "0");
  g_assert_true (octant_rational_equal (&attribution->answers, &attribution->total));
}

/* One answer moves one sub-domain by what it weighs. */
static void
test_one_answer (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  g_autoptr (OctantAttribution) attribution = NULL;
  g_autoptr (GPtrArray) ranked = NULL;
  g_auto (OctantRational) moved = { 0 };
  g_auto (OctantRational) third = { 1, 3, NULL };
  const OctantAttributionPart *part;

  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_P);
  rate (b, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  attribution = octant_attribution_new (a, b, FALSE);
  part = find_part (attribution, "AP.05");
  octant_rational_set (&moved, &part->weight_a);
  octant_rational_multiply (&moved, &third);
  g_assert_true (octant_rational_equal (&moved, &part->total));
  g_assert_true (octant_rational_equal (&moved, &attribution->total));
  ranked = octant_attribution_rank (attribution);
  g_assert_true (g_ptr_array_index (ranked, 0) == part);
}

/* What leaves the scope moves the whole by how much better or worse it was, and nothing else seems to move. */
static void
test_scope (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  g_autoptr (OctantAttribution) attribution = NULL;
  g_auto (OctantRational) zero = { 0 };
  const OctantAttributionPart *part;

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, r);
      gboolean weak = g_str_has_prefix (requirement->code, "SH.12.");

      rate (a, requirement->code, 0, weak ? OCTANT_RATING_N : OCTANT_RATING_F);
      rate (b, requirement->code, 0, weak ? OCTANT_RATING_N : OCTANT_RATING_F);
    }
  tailor (b, "SH.12");
  attribution = octant_attribution_new (a, b, FALSE);
  assert_value (&attribution->answers, "0");
  assert_value (&attribution->basis, "0");
  g_assert_true (octant_rational_equal (&attribution->weight, &attribution->total));
  part = find_part (attribution, "SH.12");
  g_assert_true (part->in_a && !part->in_b);
  g_assert_cmpint (octant_rational_compare (&part->total, &zero), >, 0);
  part = find_part (attribution, "AP.05");
  assert_value (&part->total, "0");
}

/* A requirement that only the later model has is no answer's doing. */
static void
test_model_version (void)
{
  g_autoptr (OctantModel) newer = variant_model (model);
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (newer, 0, NULL);
  g_autoptr (OctantAttribution) attribution = NULL;

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      const char *code = octant_model_get_requirement (model, r)->code;

      rate (a, code, 0, OCTANT_RATING_F);
      if (strcmp (code, VARIANT_RETIRED) != 0)
        rate (b, code, 0, OCTANT_RATING_F);
    }
  rate (b, VARIANT_NEW, 0, OCTANT_RATING_N);
  attribution = octant_attribution_new (a, b, FALSE);
  assert_value (&attribution->answers, "0");
  assert_value (&attribution->weight, "0");
  g_assert_true (octant_rational_equal (&attribution->basis, &attribution->total));
  g_assert_true (octant_rational_equal (&find_part (attribution, "AP.05")->basis, &attribution->total));
}

static void
test_nothing (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  g_autoptr (OctantAttribution) attribution = octant_attribution_new (a, b, FALSE);

  assert_value (&attribution->total, "0");
  g_assert_cmpuint (attribution->parts->len, ==, octant_model_get_n_subdomains (model));
  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    {
      GError *error = NULL;
      OctantAct *act = octant_act_tailor (b, octant_model_domain_node (model, d), TRUE, "none", "Approver (R1)", &by, &error);

      apply_ok (b, act, error);
    }
  g_assert_null (octant_attribution_new (a, b, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();
  g_test_add_func ("/attribution/adds-up", test_adds_up);
  g_test_add_func ("/attribution/answers-alone", test_answers_alone);
  g_test_add_func ("/attribution/one-answer", test_one_answer);
  g_test_add_func ("/attribution/scope", test_scope);
  g_test_add_func ("/attribution/model-version", test_model_version);
  g_test_add_func ("/attribution/nothing", test_nothing);
  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
