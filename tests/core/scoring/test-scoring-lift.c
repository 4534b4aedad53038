/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-fixture.h"
#include "scoring/octant-lift.h"

static const OctantLift *
find_lift (GPtrArray *lifts,
           guint      requirement)
{
  for (guint i = 0; i < lifts->len; i++)
    {
      const OctantLift *lift = g_ptr_array_index (lifts, i);

      if (lift->requirement == requirement)
        return lift;
    }
  return NULL;
}

/* @out: the rise of the whole when @requirement is rated F wherever it applies, by scoring it. */
static void
rise_by_scoring (OctantScorer   *scorer,
                 guint           requirement,
                 OctantRational *out)
{
  g_auto (OctantRational) before = { 0 };
  guint n_slots = octant_scorer_get_n_slots (scorer);
  g_autofree OctantRating *ratings = g_new (OctantRating, n_slots);

  octant_rational_set (&before, &octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->s);
  for (guint slot = 0; slot < n_slots; slot++)
    ratings[slot] = octant_scorer_get_rating (scorer, requirement, slot);
  for (guint slot = 0; slot < n_slots; slot++)
    if (ratings[slot] != OCTANT_RATING_NA)
      octant_scorer_set_rating (scorer, requirement, slot, OCTANT_RATING_F);
  octant_scorer_update (scorer, NULL, NULL);
  octant_rational_set (out, &octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->s);
  octant_rational_subtract (out, &before);
  for (guint slot = 0; slot < n_slots; slot++)
    octant_scorer_set_rating (scorer, requirement, slot, ratings[slot]);
  octant_scorer_update (scorer, NULL, NULL);
}

static void
check_lifts (ScoringFixture *fixture)
{
  g_autoptr (GPtrArray) lifts = octant_lift_list (fixture->scorer, 0);
  g_auto (OctantRational) zero = { 0 };
  guint n = octant_model_get_n_requirements (fixture->model);
  guint step = 1 + n / 40, first = (guint) g_rand_int_range (fixture->rand, 0, (gint32) step);

  for (guint r = first; r < n; r += step)
    {
      const OctantLift *lift = find_lift (lifts, r);
      g_auto (OctantRational) rise = { 0 };

      rise_by_scoring (fixture->scorer, r, &rise);
      if (lift == NULL)
        g_assert_cmpint (octant_rational_compare (&rise, &zero), ==, 0);
      else
        g_assert_true (octant_rational_equal (&rise, &lift->lift));
    }
  for (guint i = 0; i + 1 < lifts->len; i++)
    {
      const OctantLift *x = g_ptr_array_index (lifts, i);
      const OctantLift *y = g_ptr_array_index (lifts, i + 1);
      int order = octant_rational_compare (&x->lift, &y->lift);

      g_assert_true (order > 0 || (order == 0 && x->requirement < y->requirement));
    }
}

static void
test_random (void)
{
  scoring_for_each_model (711, check_lifts);
}

/* The weights of the sub-domains are those of the whole: S = Σ weight · S(s), and they add up to 1. */
static void
check_weights (ScoringFixture *fixture)
{
  const OctantScore *overall = octant_scorer_get_score (fixture->scorer, OCTANT_NODE_OVERALL);
  g_auto (OctantRational) sum = { 0 };
  g_auto (OctantRational) total = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < octant_model_get_n_subdomains (fixture->model); i++)
    {
      guint node = octant_model_subdomain_node (fixture->model, i);
      g_auto (OctantRational) weight = { 0 };

      octant_scorer_get_weight (fixture->scorer, i, &weight);
      octant_rational_add (&total, &weight);
      octant_rational_multiply (&weight, &octant_scorer_get_score (fixture->scorer, node)->s);
      octant_rational_add (&sum, &weight);
    }
  text = octant_rational_to_string (&total);
  g_assert_cmpstr (text, ==, overall->applicable ? "1" : "0");
  g_assert_true (octant_rational_equal (&sum, &overall->s));
}

static void
test_weights (void)
{
  scoring_for_each_model (712, check_weights);
}

static void
test_shortened (void)
{
  const OctantFraction one = { 1, 1 };
  Spec *spec = spec_new ();
  OctantModel *model;
  g_autoptr (OctantScorer) scorer = NULL;
  g_autoptr (GPtrArray) lifts = NULL;
  g_autofree char *text = NULL;

  spec_add_domain (spec, one);
  spec_fill (spec, spec_add_subdomain (spec, one, FALSE), 1, FALSE);
  model = spec_build (spec);
  scorer = octant_scorer_new (model, NULL, 0);
  lifts = octant_lift_list (scorer, 1);
  /* Nothing is answered: only the first level can count, a half of the levels' sum of 1 for one of two aspects. */
  g_assert_cmpuint (lifts->len, ==, 1);
  text = octant_rational_to_string (&((OctantLift *) g_ptr_array_index (lifts, 0))->lift);
  g_assert_cmpstr (text, ==, "1/2");
  g_clear_pointer (&lifts, g_ptr_array_unref);
  lifts = octant_lift_list (scorer, 0);
  g_assert_cmpuint (lifts->len, ==, 2);
  g_clear_pointer (&scorer, octant_scorer_free);
  g_object_unref (model);
  spec_free (spec);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lift/random", test_random);
  g_test_add_func ("/lift/weights", test_weights);
  g_test_add_func ("/lift/shortened", test_shortened);
  return g_test_run ();
}
