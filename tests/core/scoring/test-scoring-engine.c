/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-fixture.h"
#include "scoring/octant-scoring-private.h"

/* The ways of computing against one another: updates, recomputation, integers, exact fractions, profiles. */

/* An update equals a full recomputation, and reports exactly the nodes whose result differs. */
static void
check_incremental (ScoringFixture *fixture)
{
  g_autoptr (OctantScorer) full = scoring_new_like (fixture->scorer, fixture->model);
  guint n_nodes = octant_model_get_n_nodes (fixture->model);

  for (guint i = 0; i < 60; i++)
    {
      g_auto (GStrv) before = scoring_describe_nodes (fixture->scorer, SCORING_EVERYTHING);
      g_auto (GStrv) after = NULL;
      const guint *changed;
      guint n_changed, next = 0;

      for (int n = g_rand_int_range (fixture->rand, 0, 4); n >= 0; n--)
        spec_random_edit (fixture->scorer, fixture->rand);
      octant_scorer_update (fixture->scorer, &changed, &n_changed);
      after = scoring_describe_nodes (fixture->scorer, SCORING_EVERYTHING);
      for (guint node = 0; node < n_nodes; node++)
        {
          gboolean reported = next < n_changed && changed[next] == node;

          g_assert_cmpint (reported, ==, g_strcmp0 (before[node], after[node]) != 0);
          next += reported;
        }
      g_assert_cmpuint (next, ==, n_changed);

      octant_scorer_update (fixture->scorer, &changed, &n_changed);
      g_assert_cmpuint (n_changed, ==, 0);
      scoring_copy_answers (fixture->scorer, full);
      octant_scorer_recompute (full);
      scoring_assert_same (fixture->scorer, full, SCORING_EVERYTHING);
    }
}

static void
test_incremental (void)
{
  scoring_for_each_model (20, check_incremental);
}

/* The exact path and the integer path say the same. */
static void
check_paths (ScoringFixture *fixture)
{
  g_autoptr (OctantScorer) exact = scoring_new_like (fixture->scorer, fixture->model);

  for (guint s = 0; s < exact->n_subdomains; s++)
    exact->subdomains[s].exact = TRUE;
  for (guint d = 0; d < exact->n_domains; d++)
    g_clear_pointer (&exact->domains[d].weights.small, g_free);
  g_clear_pointer (&exact->domain_weights.small, g_free);
  g_clear_pointer (&exact->criticality.small, g_free);
  exact->confidence_unit = 0;
  octant_scorer_recompute (exact);
  scoring_copy_answers (fixture->scorer, exact);
  scoring_assert_same (fixture->scorer, exact, SCORING_EVERYTHING);
}

static void
test_paths (void)
{
  scoring_for_each_model (21, check_paths);
}

/* An object's profile has the sub-domains' results for that object. */
static void
check_profile (ScoringFixture *fixture)
{
  for (guint slot = 0; slot < octant_scorer_get_n_slots (fixture->scorer); slot++)
    {
      g_autoptr (OctantScorer) profile = octant_scorer_new_profile (fixture->scorer, slot);

      for (guint s = 0; s < octant_model_get_n_subdomains (fixture->model); s++)
        {
          guint node = octant_model_subdomain_node (fixture->model, s);
          g_autofree char *x = scoring_describe (octant_scorer_get_score (profile, node), SCORING_EVERYTHING);
          g_autofree char *y = scoring_describe (octant_scorer_get_object_score (fixture->scorer, s, slot), SCORING_EVERYTHING);

          g_assert_cmpstr (x, ==, y);
        }
      if (octant_scorer_get_n_slots (fixture->scorer) == 1)
        scoring_assert_same (fixture->scorer, profile, SCORING_EVERYTHING);
    }
}

static void
test_profile (void)
{
  scoring_for_each_model (22, check_profile);
}

/* The threshold must be exceeded: an achievement equal to it bears no further level, on either path. */
static void
test_threshold (void)
{
  for (guint exact = 0; exact < 2; exact++)
    for (guint above = 0; above < 2; above++)
      {
        g_autoptr (Spec) spec = spec_new ();
        g_autoptr (OctantModel) model = NULL;
        g_autoptr (OctantScorer) scorer = NULL;
        SpecSubdomain *subdomain;

        spec->n_levels = 2;
        spec->n_aspects = 1;
        spec->attain = OCTANT_RATING_P;
        spec->threshold = above ? (OctantFraction) { 665, 999 } : (OctantFraction) { 2, 3 };
        spec_add_domain (spec, (OctantFraction) { 1, 1 });
        subdomain = spec_add_subdomain (spec, (OctantFraction) { 1, 1 }, FALSE);
        spec_fill (spec, subdomain, 2, FALSE);
        model = spec_build (spec);
        scorer = octant_scorer_new (model, NULL, 0);
        scorer->subdomains[0].exact = exact;
        for (guint r = 0; r < 4; r++)
          octant_scorer_set_rating (scorer, r, 0, r == 0 ? OCTANT_RATING_P : OCTANT_RATING_F);
        octant_scorer_recompute (scorer);
        g_assert_cmpint (octant_scorer_get_score (scorer, 2)->l, ==, above ? 2 : 1);
      }
}

/* Weights whose products leave 64 bits: results need GMP and are still those of the definition. */
static void
test_huge (void)
{
  static const gint64 primes[] = { 999999937, 999999929, 999999893, 999999883, 999999797 };
  g_autoptr (Spec) spec = spec_new ();
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (OctantScorer) scorer = NULL;
  g_auto (OctantRational) sum = { 0 };
  g_auto (OctantRational) total = { 0 };
  const OctantScore *score;

  spec->n_levels = 2;
  spec->n_aspects = 1;
  spec_add_domain (spec, (OctantFraction) { 1, 1 });
  for (guint i = 0; i < G_N_ELEMENTS (primes); i++)
    {
      SpecSubdomain *subdomain = spec_add_subdomain (spec, (OctantFraction) { 1, primes[i] }, FALSE);

      spec_add_item (subdomain, 1, 0, (OctantFraction) { primes[i], 7 }, FALSE, FALSE);
      spec_add_item (subdomain, 1, 0, (OctantFraction) { 1, primes[(i + 1) % 5] }, FALSE, FALSE);
      spec_add_item (subdomain, 2, 0, (OctantFraction) { 1, 1 }, FALSE, FALSE);
    }
  model = spec_build (spec);
  scorer = octant_scorer_new (model, NULL, 0);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    octant_scorer_set_rating (scorer, r, 0, r % 3 == 0 ? OCTANT_RATING_F : r % 3 == 1 ? OCTANT_RATING_P : OCTANT_RATING_N);
  octant_scorer_update (scorer, NULL, NULL);

  /* S of a sub-domain is its first cell: (p/7 + 1/(3q)) / (p/7 + 1/q) = (3pq + 7) / (3pq + 21). */
  for (guint i = 0; i < G_N_ELEMENTS (primes); i++)
    {
      gint64 product = primes[i] * primes[(i + 1) % 5];
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, 3 * product + 7,
                                                   3 * product + 21);
      g_auto (OctantRational) s = { 0 };
      OctantRational weight = { 1, primes[i], NULL };

      g_assert_true (octant_rational_parse (&s, expected));
      score = octant_scorer_get_score (scorer, octant_model_subdomain_node (model, i));
      g_assert_true (octant_rational_equal (&score->s, &s));
      octant_rational_multiply (&s, &weight);
      octant_rational_add (&sum, &s);
      octant_rational_add (&total, &weight);
    }
  octant_rational_divide (&sum, &total);
  score = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);
  g_assert_nonnull (score->s.big);
  g_assert_true (octant_rational_equal (&score->s, &sum));
  g_assert_cmpint (score->l, ==, 0);
  g_assert_cmpint (octant_rational_floor (&score->s), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/engine/incremental", test_incremental);
  g_test_add_func ("/scoring/engine/paths", test_paths);
  g_test_add_func ("/scoring/engine/profile", test_profile);
  g_test_add_func ("/scoring/engine/threshold", test_threshold);
  g_test_add_func ("/scoring/engine/huge-weights", test_huge);
  return g_test_run ();
}
