/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-scorer.h"

/* Whole assessments with the shipped model whose results are known without computing. */

static OctantModel *
load_model (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;
  OctantModel *model = octant_model_new_from_file (path, NULL, &error);

  g_assert_no_error (error);
  return model;
}

static void
rate_all (OctantScorer *scorer,
          OctantRating  rating)
{
  OctantModel *model = octant_scorer_get_model (scorer);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_scorer_get_n_slots (scorer); slot++)
      octant_scorer_set_rating (scorer, r, slot, rating);
  octant_scorer_update (scorer, NULL, NULL);
}

static void
assert_all (OctantScorer *scorer,
            const char   *s,
            const char   *s_hi,
            int           l,
            int           l_hi)
{
  OctantModel *model = octant_scorer_get_model (scorer);

  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      const OctantScore *score = octant_scorer_get_score (scorer, node);
      g_autofree char *lo = octant_rational_to_string (&score->s);
      g_autofree char *hi = octant_rational_to_string (&score->s_hi);

      g_assert_true (score->applicable);
      g_assert_cmpstr (lo, ==, s);
      g_assert_cmpstr (hi, ==, s_hi);
      g_assert_cmpint (score->l, ==, l);
      g_assert_cmpint (score->l_hi, ==, l_hi);
    }
}

static void
test_uniform (void)
{
  const OctantFraction criticality[] = { { 4, 1 }, { 3, 1 }, { 2, 1 } };
  g_autoptr (OctantModel) model = load_model ();

  for (guint n_objects = 0; n_objects <= 3; n_objects++)
    {
      g_autoptr (OctantScorer) scorer = octant_scorer_new (model, n_objects > 0 ? criticality : NULL, n_objects);

      assert_all (scorer, "0", "5", 0, 5);
      rate_all (scorer, OCTANT_RATING_F);
      assert_all (scorer, "5", "5", 5, 5);
      rate_all (scorer, OCTANT_RATING_L);
      assert_all (scorer, "10/3", "10/3", 1, 1);
      rate_all (scorer, OCTANT_RATING_P);
      assert_all (scorer, "5/3", "5/3", 0, 0);
      rate_all (scorer, OCTANT_RATING_N);
      assert_all (scorer, "0", "0", 0, 0);
      octant_scorer_recompute (scorer);
      assert_all (scorer, "0", "0", 0, 0);
    }
}

static void
test_gate (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantScorer) scorer = octant_scorer_new (model, NULL, 0);
  const guint *changed;
  guint n_changed, gate, domain;

  rate_all (scorer, OCTANT_RATING_F);
  g_assert_true (octant_model_find_subdomain (model, "SH.01", &gate));
  domain = octant_model_get_subdomain (model, gate)->domain;
  octant_scorer_set_rating (scorer, octant_model_get_subdomain (model, gate)->first_requirement, 0, OCTANT_RATING_N);
  octant_scorer_update (scorer, &changed, &n_changed);

  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (changed[0], ==, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (changed[1], ==, octant_model_domain_node (model, domain));
  g_assert_cmpuint (changed[2], ==, octant_model_subdomain_node (model, gate));
  g_assert_cmpint (octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->l, ==, 0);
  g_assert_true (octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->limited);

  octant_scorer_set_tailored (scorer, octant_model_subdomain_node (model, gate), TRUE);
  octant_scorer_update (scorer, NULL, NULL);
  g_assert_cmpint (octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->l, ==, 5);
  g_assert_false (octant_scorer_get_score (scorer, octant_model_subdomain_node (model, gate))->applicable);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/shipped/uniform", test_uniform);
  g_test_add_func ("/scoring/shipped/gate", test_gate);
  return g_test_run ();
}
