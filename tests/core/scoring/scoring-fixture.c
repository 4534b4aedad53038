/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-fixture.h"

#include "scoring/octant-scoring-private.h"

#define N_MODELS 100

static void
fixture_init (ScoringFixture *fixture,
              guint32  seed)
{
  /* Weights over huge primes make exact sums slow, so they are few. */
  SpecWeights weights = seed % 25 == 24 ? SPEC_WEIGHTS_HUGE : (SpecWeights) (seed % SPEC_WEIGHTS_HUGE);

  fixture->rand = g_rand_new_with_seed (seed);
  fixture->spec = spec_random (fixture->rand, weights);
  fixture->model = spec_build (fixture->spec);
  fixture->scorer = spec_random_scorer (fixture->spec, fixture->model, fixture->rand);
}

static void
fixture_clear (ScoringFixture *fixture)
{
  octant_scorer_free (fixture->scorer);
  g_object_unref (fixture->model);
  spec_free (fixture->spec);
  g_rand_free (fixture->rand);
}

/* Runs @check on N_MODELS random assessments. */
void
scoring_for_each_model (guint32 seed,
                        void  (*check) (ScoringFixture *fixture))
{
  for (guint32 i = 0; i < N_MODELS; i++)
    {
      ScoringFixture fixture;

      fixture_init (&fixture, seed * 1000 + i);
      check (&fixture);
      fixture_clear (&fixture);
    }
}

void
scoring_copy_answers (OctantScorer *from,
                      OctantScorer *to)
{
  OctantModel *model = octant_scorer_get_model (from);
  guint n_slots = octant_scorer_get_n_slots (from);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < n_slots; slot++)
      {
        gsize item = octant_scorer_item (from, r, slot);

        octant_scorer_set_rating (to, r, slot, octant_scorer_get_rating (from, r, slot));
        octant_scorer_set_evidence (to, r, slot, from->strength[item], from->age[item]);
      }
  for (guint d = 0; d < from->n_domains; d++)
    octant_scorer_set_tailored (to, octant_model_domain_node (model, d), from->domains[d].tailored);
  for (guint s = 0; s < from->n_subdomains; s++)
    octant_scorer_set_tailored (to, octant_model_subdomain_node (model, s), from->subdomains[s].tailored);
  octant_scorer_update (to, NULL, NULL);
}

OctantScorer *
scoring_new_like (OctantScorer *scorer,
                  OctantModel  *model)
{
  guint n = octant_scorer_get_n_slots (scorer);
  g_autofree OctantFraction *criticality = g_new (OctantFraction, n);

  for (guint i = 0; i < n; i++)
    criticality[i] = (OctantFraction) { scorer->criticality.exact[i].num, scorer->criticality.exact[i].den };
  return octant_scorer_new (model, criticality, n);
}

static void
add_rational (GString              *out,
              const OctantRational *value)
{
  g_autofree char *string = octant_rational_to_string (value);

  g_string_append_printf (out, " %s", string);
}

char *
scoring_describe (const OctantScore *score,
                  ScoringParts              parts)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%d %d %d %d", score->applicable, score->l, score->l_hi, score->limited);
  add_rational (out, &score->s);
  add_rational (out, &score->s_hi);
  for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
    {
      g_string_append_printf (out, " %d %d", score->has_aspect[a], score->l_aspect[a]);
      add_rational (out, &score->s_aspect[a]);
      add_rational (out, &score->s_aspect_hi[a]);
    }
  if (parts & SCORING_COUNTS)
    g_string_append_printf (out, " %d %u %u %u", score->heavily_tailored, score->answered, score->applicable_items,
                            score->na_items);
  if (parts & SCORING_CONFIDENCE)
    {
      g_string_append_printf (out, " %d", score->has_confidence);
      add_rational (out, &score->confidence);
    }
  return g_string_free_and_steal (out);
}

char **
scoring_describe_nodes (OctantScorer *scorer,
                        ScoringParts         parts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint node = 0; node < octant_model_get_n_nodes (octant_scorer_get_model (scorer)); node++)
    g_strv_builder_take (builder, scoring_describe (octant_scorer_get_score (scorer, node), parts));
  return g_strv_builder_end (builder);
}

void
scoring_assert_same (OctantScorer *a,
                     OctantScorer *b,
                     ScoringParts         parts)
{
  OctantModel *model = octant_scorer_get_model (a);
  g_auto (GStrv) left = scoring_describe_nodes (a, parts);
  g_auto (GStrv) right = scoring_describe_nodes (b, parts);

  g_assert_cmpstrv (left, right);
  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    for (guint slot = 0; slot < octant_scorer_get_n_slots (a); slot++)
      {
        g_autofree char *x = scoring_describe (octant_scorer_get_object_score (a, s, slot), parts);
        g_autofree char *y = scoring_describe (octant_scorer_get_object_score (b, s, slot), parts);

        g_assert_cmpstr (x, ==, y);
      }
}
