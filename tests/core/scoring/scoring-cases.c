/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-spec.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Writes random whole assessments with everything that the scorer says of them, one JSON
 * text to a line, for reference.py to compute again:
 *
 *   scoring-cases SEED MODELS CASES
 *
 * The cases of a model follow one another by edits on one scorer, so that incremental
 * updates are what is compared.
 */

static void
add_rational (GString              *out,
              const OctantRational *value)
{
  g_autofree char *string = octant_rational_to_string (value);

  g_string_append_printf (out, "\"%s\"", string);
}

static void
add_fraction (GString        *out,
              OctantFraction  fraction)
{
  g_string_append_printf (out, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]", fraction.num, fraction.den);
}

static void
add_fractions (GString              *out,
               const char           *name,
               const OctantFraction *fractions,
               guint                 n)
{
  g_string_append_printf (out, ",\"%s\":[", name);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      add_fraction (out, fractions[i]);
    }
  g_string_append_c (out, ']');
}

static void
add_spec (GString    *out,
          const Spec *spec)
{
  OctantFraction factors[4];

  g_string_append_printf (out,
                          "\"levels\":%u,\"aspects\":%u,\"attain\":%d,\"domain_tolerance\":%u,"
                          "\"overall_tolerance\":%u,\"strength\":[",
                          spec->n_levels, spec->n_aspects, (int) spec->attain, spec->domain_tolerance,
                          spec->overall_tolerance);
  for (guint k = 0; k < spec->n_levels; k++)
    g_string_append_printf (out, "%s%u", k > 0 ? "," : "", spec->required_strength[k]);
  g_string_append (out, "],\"months\":[");
  for (guint i = 0; i < spec->n_freshness; i++)
    {
      g_string_append_printf (out, "%s%d", i > 0 ? "," : "", spec->freshness[i].months);
      factors[i] = spec->freshness[i].factor;
    }
  g_string_append_c (out, ']');
  add_fractions (out, "factors", factors, spec->n_freshness);
  add_fractions (out, "values", spec->values, 4);
  add_fractions (out, "aspect_weights", spec->aspect_weights, spec->n_aspects);
  add_fractions (out, "domain_weights", spec->domain_weights, spec->n_domains);
  add_fractions (out, "threshold", &spec->threshold, 1);
  add_fractions (out, "quorums", (OctantFraction[]) { spec->domain_quorum, spec->overall_quorum }, 2);
  add_fractions (out, "heavy", &spec->heavy, 1);
  g_string_append (out, ",\"subdomains\":[");
  for (guint s = 0; s < spec->subdomains->len; s++)
    {
      const SpecSubdomain *subdomain = g_ptr_array_index (spec->subdomains, s);

      g_string_append_printf (out, "%s{\"domain\":%u,\"gate\":%d,\"retired\":%d,\"tags\":%u,\"weight\":",
                              s > 0 ? "," : "", subdomain->domain, subdomain->gate, subdomain->retired,
                              subdomain->tags);
      add_fraction (out, subdomain->weight);
      g_string_append (out, ",\"items\":[");
      for (guint i = 0; i < subdomain->items->len; i++)
        {
          const SpecItem *item = &g_array_index (subdomain->items, SpecItem, i);

          g_string_append_printf (out, "%s[%u,%u,%d,%d,", i > 0 ? "," : "", item->level, item->aspect, item->object,
                                  item->retired);
          add_fraction (out, item->weight);
          g_string_append_c (out, ']');
        }
      g_string_append (out, "]}");
    }
  g_string_append_c (out, ']');
}

static void
add_score (GString           *out,
           const OctantScore *score,
           guint              n_aspects)
{
  g_string_append_printf (out, "[%d,%d,%d,%d,%d,%u,%u,%u,%d", score->applicable, score->l, score->l_hi,
                          score->limited, score->heavily_tailored, score->answered, score->applicable_items,
                          score->na_items, score->has_confidence);
  g_string_append_c (out, ',');
  add_rational (out, &score->s);
  g_string_append_c (out, ',');
  add_rational (out, &score->s_hi);
  g_string_append_c (out, ',');
  add_rational (out, &score->confidence);
  for (guint a = 0; a < n_aspects; a++)
    {
      g_string_append_printf (out, ",%d,%d,", score->has_aspect[a], score->l_aspect[a]);
      add_rational (out, &score->s_aspect[a]);
      g_string_append_c (out, ',');
      add_rational (out, &score->s_aspect_hi[a]);
    }
  g_string_append_c (out, ']');
}

static void
add_cells (GString      *out,
           const Spec   *spec,
           OctantScorer *scorer,
           guint         subdomain,
           guint         slot)
{
  const char *comma = "";

  g_string_append_printf (out, ",\"cells\":{\"subdomain\":%u,\"slot\":%u,\"values\":[", subdomain, slot);
  for (guint bound = 0; bound < 2; bound++)
    for (guint a = 0; a < spec->n_aspects; a++)
      for (guint k = 1; k <= spec->n_levels; k++)
        {
          g_auto (OctantCell) cell = { 0 };

          octant_scorer_get_cell (scorer, subdomain, a, k, slot, (OctantBound) bound, &cell);
          g_string_append_printf (out, "%s[%u,%u,%d,", comma, cell.n_items, cell.n_answered, cell.counted);
          add_rational (out, &cell.a);
          g_string_append_c (out, ',');
          add_rational (out, &cell.m);
          g_string_append_c (out, ']');
          comma = ",";
        }
  g_string_append (out, "]}");
}

static void
add_results (GString      *out,
             const Spec   *spec,
             OctantScorer *scorer,
             GRand        *rand)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n_slots = octant_scorer_get_n_slots (scorer);

  g_string_append (out, ",\"nodes\":[");
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      if (node > 0)
        g_string_append_c (out, ',');
      add_score (out, octant_scorer_get_score (scorer, node), spec->n_aspects);
    }
  g_string_append (out, "],\"objects\":[");
  for (guint s = 0; s < spec->subdomains->len; s++)
    for (guint slot = 0; slot < n_slots; slot++)
      {
        if (s + slot > 0)
          g_string_append_c (out, ',');
        add_score (out, octant_scorer_get_object_score (scorer, s, slot), spec->n_aspects);
      }
  g_string_append (out, "],\"lens\":[");
  for (guint g = 0; g < SPEC_N_GROUPS; g++)
    {
      g_autofree char *group = g_strdup_printf ("g%u", g);
      g_auto (OctantRational) s = { 0 };
      g_auto (OctantRational) s_hi = { 0 };
      gboolean has = octant_scorer_get_lens (scorer, 0, group, &s, &s_hi);

      g_string_append_printf (out, "%s[%d,", g > 0 ? "," : "", has);
      add_rational (out, &s);
      g_string_append_c (out, ',');
      add_rational (out, &s_hi);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
  add_cells (out, spec, scorer, (guint) g_rand_int_range (rand, 0, (gint32) spec->subdomains->len),
             (guint) g_rand_int_range (rand, 0, (gint32) n_slots));
}

typedef struct
{
  guint n_objects;
  OctantFraction criticality[6];
  guint solid;      /* nearly everything up to this level is F, so that all levels occur */
  guint8 *tailored; /* by node */
  int *evidence;    /* strength and age by requirement × slot */
} Answers;

static OctantRating
random_rating (GRand         *rand,
               OctantModel   *model,
               const Answers *answers,
               guint          requirement,
               guint          mood)
{
  if (octant_model_get_requirement (model, requirement)->level <= answers->solid
      && g_rand_int_range (rand, 0, 400) > 0)
    return OCTANT_RATING_F;
  return spec_random_rating (rand, mood);
}

static void
edit (OctantScorer *scorer,
      const Spec   *spec,
      Answers      *answers,
      GRand        *rand,
      int           share)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n_slots = octant_scorer_get_n_slots (scorer);
  guint r = 0;

  for (guint s = 0; s < spec->subdomains->len; s++)
    {
      guint mood = (guint) g_rand_int_range (rand, 0, SPEC_N_MOODS);
      guint n = octant_model_get_subdomain (model, s)->n_requirements;

      for (guint end = r + n; r < end; r++)
        for (guint slot = 0; slot < n_slots; slot++)
          {
            int *evidence = answers->evidence + 2 * (r * n_slots + slot);

            if (octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_ORG && slot > 0)
              continue;
            if (g_rand_int_range (rand, 0, 100) < share)
              octant_scorer_set_rating (scorer, r, slot, random_rating (rand, model, answers, r, mood));
            if (g_rand_int_range (rand, 0, 100) < share)
              {
                evidence[0] = g_rand_int_range (rand, -1, 4);
                evidence[1] = g_rand_int_range (rand, -1, 30);
                octant_scorer_set_evidence (scorer, r, slot, evidence[0], evidence[1]);
              }
          }
    }
  for (guint node = 1; node < octant_model_get_n_nodes (model); node++)
    {
      answers->tailored[node] = g_rand_int_range (rand, 0, 100) < 5;
      octant_scorer_set_tailored (scorer, node, answers->tailored[node]);
    }
  octant_scorer_update (scorer, NULL, NULL);
}

static void
add_answers (GString      *out,
             OctantScorer *scorer,
             const Answers *answers)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n_slots = octant_scorer_get_n_slots (scorer);

  g_string_append_printf (out, "\"slots\":%u", n_slots);
  add_fractions (out, "criticality", answers->criticality, answers->n_objects);
  g_string_append (out, ",\"tailored\":[");
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    g_string_append_printf (out, "%s%d", node > 0 ? "," : "", answers->tailored[node]);
  g_string_append (out, "],\"answers\":[");
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < n_slots; slot++)
      {
        const int *evidence = answers->evidence + 2 * (r * n_slots + slot);

        g_string_append_printf (out, "%s[%d,%d,%d]", r + slot > 0 ? "," : "",
                                (int) octant_scorer_get_rating (scorer, r, slot), evidence[0], evidence[1]);
      }
  g_string_append_c (out, ']');
}

static void
write_model (GRand *rand,
             guint  n_cases)
{
  /* Huge weights are slow for everybody concerned: every fortieth model. */
  SpecWeights weights = g_rand_int_range (rand, 0, 40) == 0
                            ? SPEC_WEIGHTS_HUGE
                            : (SpecWeights) g_rand_int_range (rand, 0, SPEC_WEIGHTS_HUGE);
  g_autoptr (Spec) spec = spec_random (rand, weights);
  g_autoptr (OctantModel) model = spec_build (spec);
  g_autoptr (OctantScorer) scorer = NULL;
  g_autoptr (GString) out = g_string_new ("{\"model\":1,");
  Answers answers = { .n_objects = (guint) g_rand_int_range (rand, 0, 7) };
  guint n_items;

  if (answers.n_objects > 3 && g_rand_boolean (rand))
    answers.n_objects = 0;
  for (guint i = 0; i < answers.n_objects; i++)
    answers.criticality[i] = spec_random_weight (rand, weights);
  scorer = octant_scorer_new (model, answers.n_objects > 0 ? answers.criticality : NULL, answers.n_objects);
  n_items = octant_model_get_n_requirements (model) * octant_scorer_get_n_slots (scorer);
  answers.solid = (guint) g_rand_int_range (rand, 0, (gint32) spec->n_levels + 1);
  answers.tailored = g_new0 (guint8, octant_model_get_n_nodes (model));
  answers.evidence = g_new (int, 2 * n_items);
  for (guint i = 0; i < 2 * n_items; i++)
    answers.evidence[i] = -1;

  add_spec (out, spec);
  g_string_append (out, "}");
  puts (out->str);
  for (guint i = 0; i < n_cases; i++)
    {
      edit (scorer, spec, &answers, rand, i == 0 ? 95 : 25);
      g_string_assign (out, "{");
      add_answers (out, scorer, &answers);
      add_results (out, spec, scorer, rand);
      g_string_append_c (out, '}');
      puts (out->str);
    }
  g_free (answers.tailored);
  g_free (answers.evidence);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GRand) rand = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: %s SEED MODELS CASES\n", argv[0]);
      return 2;
    }
  rand = g_rand_new_with_seed ((guint32) strtoul (argv[1], NULL, 10));
  for (unsigned long i = strtoul (argv[2], NULL, 10); i > 0; i--)
    write_model (rand, (guint) strtoul (argv[3], NULL, 10));
  return 0;
}
