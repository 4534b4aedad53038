/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-spec.h"

#include <string.h>

#define TEXT "{\"zh\":\"x\",\"en\":\"x\"}"

static void
free_subdomain (SpecSubdomain *subdomain)
{
  g_array_unref (subdomain->items);
  g_free (subdomain);
}

Spec *
spec_new (void)
{
  static const guint strength[] = { 1, 2, 2, 3, 3, 3, 3, 3, 3 };
  Spec *self = g_new0 (Spec, 1);

  self->n_levels = 5;
  self->n_aspects = 2;
  for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
    self->aspect_weights[a] = (OctantFraction) { 1, 1 };
  self->values[0] = (OctantFraction) { 0, 1 };
  self->values[1] = (OctantFraction) { 1, 3 };
  self->values[2] = (OctantFraction) { 2, 3 };
  self->values[3] = (OctantFraction) { 1, 1 };
  self->attain = OCTANT_RATING_L;
  self->threshold = (OctantFraction) { 17, 20 };
  self->domain_quorum = self->overall_quorum = (OctantFraction) { 3, 4 };
  self->domain_tolerance = self->overall_tolerance = 1;
  memcpy (self->required_strength, strength, sizeof strength);
  self->n_freshness = 2;
  self->freshness[0] = (OctantFreshness) { 12, { 1, 1 } };
  self->freshness[1] = (OctantFreshness) { 24, { 1, 2 } };
  self->heavy = (OctantFraction) { 1, 5 };
  self->subdomains = g_ptr_array_new_with_free_func ((GDestroyNotify) free_subdomain);
  return self;
}

void
spec_free (Spec *self)
{
  g_ptr_array_unref (self->subdomains);
  g_free (self);
}

guint
spec_add_domain (Spec          *self,
                 OctantFraction weight)
{
  self->domain_weights[self->n_domains] = weight;
  return self->n_domains++;
}

SpecSubdomain *
spec_add_subdomain (Spec          *self,
                    OctantFraction weight,
                    gboolean       gate)
{
  SpecSubdomain *subdomain = g_new0 (SpecSubdomain, 1);

  subdomain->domain = self->n_domains - 1;
  subdomain->weight = weight;
  subdomain->gate = gate;
  subdomain->items = g_array_new (FALSE, FALSE, sizeof (SpecItem));
  g_ptr_array_add (self->subdomains, subdomain);
  return subdomain;
}

void
spec_add_item (SpecSubdomain *subdomain,
               guint          level,
               guint          aspect,
               OctantFraction weight,
               gboolean       object,
               gboolean       retired)
{
  SpecItem item = { level, aspect, 1, weight, object, retired };

  for (guint i = 0; i < subdomain->items->len; i++)
    {
      const SpecItem *other = &g_array_index (subdomain->items, SpecItem, i);

      if (other->level == level && other->aspect == aspect)
        item.number = MAX (item.number, other->number + 1);
    }
  g_array_append_val (subdomain->items, item);
}

void
spec_fill (Spec          *self,
           SpecSubdomain *subdomain,
           guint          n_items,
           gboolean       object)
{
  for (guint k = 1; k <= self->n_levels; k++)
    for (guint a = 0; a < self->n_aspects; a++)
      for (guint i = 0; i < n_items; i++)
        spec_add_item (subdomain, k, a, (OctantFraction) { 1, 1 }, object, FALSE);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const SpecItem *x = a;
  const SpecItem *y = b;

  if (x->level != y->level)
    return x->level < y->level ? -1 : 1;
  if (x->aspect != y->aspect)
    return x->aspect < y->aspect ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

static void
add_fraction (GString        *json,
              const char     *name,
              OctantFraction  fraction)
{
  g_string_append_printf (json, "\"%s\":\"%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "\"", name,
                          fraction.num, fraction.den);
}

static void
add_term (GString    *json,
          const char *id)
{
  g_string_append_printf (json, "{\"id\":\"%s\",\"name\":" TEXT "}", id);
}

static void
add_head (const Spec *self,
          GString    *json)
{
  g_string_append (json, "{\"format\":\"octant-model/1\",\"id\":\"made-up\",\"version\":\"1.0.0\",\"language\":\"zh\","
                         "\"title\":" TEXT ",\"provenance\":" TEXT ",\"aspects\":[");
  for (guint a = 0; a < self->n_aspects; a++)
    {
      g_string_append_printf (json, "%s{\"id\":\"%c\",\"name\":" TEXT ",\"facets\":[", a > 0 ? "," : "", 'A' + a);
      add_term (json, "f");
      g_string_append (json, "]}");
    }
  g_string_append (json, "],\"levels\":[");
  for (guint k = 1; k <= self->n_levels; k++)
    {
      g_string_append_printf (json, "%s{\"level\":%u,\"name\":" TEXT ",\"summary\":" TEXT ",\"aspects\":{",
                              k > 1 ? "," : "", k);
      for (guint a = 0; a < self->n_aspects; a++)
        g_string_append_printf (json, "%s\"%c\":" TEXT, a > 0 ? "," : "", 'A' + a);
      g_string_append (json, "}}");
    }
  g_string_append (json, "],\"roles\":[");
  add_term (json, "R1");
  g_string_append (json, "],\"evidence_types\":[");
  add_term (json, "E1");
  g_string_append (json, "],\"object_kinds\":[");
  add_term (json, "O1");
  g_string_append (json, "],\"institution_kinds\":[");
  add_term (json, "I1");
  g_string_append (json, "],\"clauses\":{},\"lenses\":[{\"id\":\"lens\",\"name\":" TEXT ",\"groups\":[");
  for (guint g = 0; g < SPEC_N_GROUPS; g++)
    {
      char id[] = { 'g', (char) ('0' + g), '\0' };

      if (g > 0)
        g_string_append_c (json, ',');
      add_term (json, id);
    }
  g_string_append (json, "]}],");
}

static void
add_domains (const Spec *self,
             GString    *json)
{
  g_string_append (json, "\"domains\":[");
  for (guint d = 0; d < self->n_domains; d++)
    {
      g_string_append_printf (json, "%s{\"code\":\"D%c\",\"name\":" TEXT ",\"aliases\":[],", d > 0 ? "," : "",
                              'A' + d);
      add_fraction (json, "weight", self->domain_weights[d]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],\"subdomains\":[");
  for (guint s = 0; s < self->subdomains->len; s++)
    {
      const SpecSubdomain *subdomain = g_ptr_array_index (self->subdomains, s);
      const char *comma = "";

      g_string_append_printf (json,
                              "%s{\"code\":\"D%c.%02u\",\"domain\":\"D%c\",\"name\":" TEXT ",\"scope\":" TEXT ","
                              "\"gate\":%s,\"roles\":[],\"evidence\":[],\"references\":{},\"status\":\"%s\","
                              "\"since\":\"1.0.0\",\"aliases\":[],\"tags\":{\"lens\":[",
                              s > 0 ? "," : "", 'A' + subdomain->domain, s + 1, 'A' + subdomain->domain,
                              subdomain->gate ? "true" : "false", subdomain->retired ? "retired" : "active");
      for (guint g = 0; g < SPEC_N_GROUPS; g++)
        if (subdomain->tags & (1u << g))
          {
            g_string_append_printf (json, "%s\"g%u\"", comma, g);
            comma = ",";
          }
      g_string_append (json, "]},");
      add_fraction (json, "weight", subdomain->weight);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "],");
}

static void
add_requirements (const Spec *self,
                  GString    *json)
{
  const char *comma = "";

  g_string_append (json, "\"requirements\":[");
  for (guint s = 0; s < self->subdomains->len; s++)
    {
      const SpecSubdomain *subdomain = g_ptr_array_index (self->subdomains, s);

      g_array_sort (subdomain->items, compare_items);
      for (guint i = 0; i < subdomain->items->len; i++)
        {
          const SpecItem *item = &g_array_index (subdomain->items, SpecItem, i);

          g_string_append_printf (json,
                                  "%s{\"code\":\"D%c.%02u.%u.%c.%02u\",\"subdomain\":\"D%c.%02u\",\"level\":%u,"
                                  "\"aspect\":\"%c\",\"facet\":\"f\",\"scope\":\"%s\",\"na_allowed\":false,"
                                  "\"methods\":[\"I\"],\"evidence\":[],\"roles\":[],\"effort\":1,\"text\":" TEXT ","
                                  "\"check\":" TEXT ",\"question\":" TEXT ",\"advice\":" TEXT ",\"since\":\"1.0.0\","
                                  "\"rev\":1,\"status\":\"%s\",",
                                  comma, 'A' + subdomain->domain, s + 1, item->level, 'A' + item->aspect, item->number,
                                  'A' + subdomain->domain, s + 1, item->level, 'A' + item->aspect,
                                  item->object ? "object" : "org", item->retired ? "retired" : "active");
          if (item->retired)
            g_string_append (json, "\"retired_in\":\"1.0.0\",\"superseded_by\":[],");
          add_fraction (json, "weight", item->weight);
          g_string_append_c (json, '}');
          comma = ",";
        }
    }
  g_string_append (json, "],");
}

static void
add_scoring (const Spec *self,
             GString    *json)
{
  static const char *const ratings[] = { "N", "P", "L", "F" };

  g_string_append (json, "\"scoring\":{\"values\":{");
  for (guint i = 0; i < 4; i++)
    {
      add_fraction (json, ratings[i], self->values[i]);
      g_string_append (json, i < 3 ? "," : "},");
    }
  g_string_append_printf (json, "\"attain_rating\":\"%s\",\"aspect_weights\":{",
                          octant_rating_to_string (self->attain));
  for (guint a = 0; a < self->n_aspects; a++)
    {
      char id[] = { (char) ('A' + a), '\0' };

      add_fraction (json, id, self->aspect_weights[a]);
      g_string_append (json, a + 1 < self->n_aspects ? "," : "},");
    }
  add_fraction (json, "full_threshold", self->threshold);
  g_string_append_c (json, ',');
  add_fraction (json, "domain_quorum", self->domain_quorum);
  g_string_append_c (json, ',');
  add_fraction (json, "overall_quorum", self->overall_quorum);
  g_string_append_c (json, ',');
  add_fraction (json, "heavy_tailoring", self->heavy);
  g_string_append_printf (json, ",\"domain_tolerance\":%u,\"overall_tolerance\":%u,\"confidence\":{"
                                "\"bands\":{\"high\":\"4/5\",\"medium\":\"3/5\",\"low\":\"2/5\"},\"required_strength\":[",
                          self->domain_tolerance, self->overall_tolerance);
  for (guint k = 0; k < self->n_levels; k++)
    g_string_append_printf (json, "%s%u", k > 0 ? "," : "", self->required_strength[k]);
  g_string_append (json, "],\"freshness\":[");
  for (guint i = 0; i < self->n_freshness; i++)
    {
      g_string_append_printf (json, "%s{\"months\":%d,", i > 0 ? "," : "", self->freshness[i].months);
      add_fraction (json, "factor", self->freshness[i].factor);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}}}");
}

OctantModel *
spec_build (Spec *self)
{
  GString *json = g_string_new (NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  OctantModel *model;

  add_head (self, json);
  add_domains (self, json);
  add_requirements (self, json);
  add_scoring (self, json);
  bytes = g_string_free_to_bytes (json);
  model = octant_model_new_from_bytes (bytes, &faults, &error);
  if (model == NULL)
    for (guint i = 0; i < faults->len; i++)
      {
        const OctantModelFault *fault = g_ptr_array_index (faults, i);

        g_printerr ("%s: %s\n", fault->pointer, fault->message);
      }
  g_assert_no_error (error);
  return model;
}

static gboolean
chance (GRand *rand,
        int    percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static OctantFraction
reduced (gint64 num,
         gint64 den)
{
  g_autofree char *string = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, num, den);
  OctantFraction fraction;

  g_assert_true (octant_fraction_parse (string, &fraction));
  return fraction;
}

OctantFraction
spec_random_weight (GRand      *rand,
                    SpecWeights weights)
{
  static const gint64 primes[] = {
    999999937, 999999929, 999999893, 999999883, 999999797, 999999761, 999999757, 999999751,
    999999739, 999999733, 999999677, 999999667, 999999613, 999999607, 999999599, 999999587,
  };

  switch (weights)
    {
    case SPEC_WEIGHTS_INTEGERS:
      return reduced (g_rand_int_range (rand, 1, 7), 1);
    case SPEC_WEIGHTS_FRACTIONS:
      return reduced (g_rand_int_range (rand, 1, 12), g_rand_int_range (rand, 1, 8));
    case SPEC_WEIGHTS_HUGE:
      return reduced (primes[g_rand_int_range (rand, 0, G_N_ELEMENTS (primes))],
                      primes[g_rand_int_range (rand, 0, G_N_ELEMENTS (primes))]);
    case SPEC_WEIGHTS_ONE:
    case SPEC_N_WEIGHTS:
    default:
      return reduced (1, 1);
    }
}

static void
randomize_values (Spec  *self,
                  GRand *rand)
{
  /* Strictly rising over one denominator; a highest value below 1 is allowed, too. */
  gint64 den = g_rand_int_range (rand, 4, 30);
  gint64 value = g_rand_int_range (rand, 0, 2);

  for (guint i = 0; i < 4; i++)
    {
      self->values[i] = reduced (value, den);
      value += 1 + (i < 3 ? g_rand_int_range (rand, 0, (gint32) (den - value - (3 - i) + 1)) : 0);
    }
}

static void
randomize_rules (Spec  *self,
                 GRand *rand,
                 SpecWeights weights)
{
  static const OctantRating attains[] = { OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_L, OCTANT_RATING_F };

  self->n_levels = chance (rand, 50) ? 5 : (guint) g_rand_int_range (rand, 2, 10);
  self->n_aspects = chance (rand, 50) ? 2 : (guint) g_rand_int_range (rand, 1, 5);
  for (guint a = 0; a < self->n_aspects; a++)
    self->aspect_weights[a] = spec_random_weight (rand, weights);
  if (chance (rand, 30))
    randomize_values (self, rand);
  self->attain = attains[g_rand_int_range (rand, 0, G_N_ELEMENTS (attains))];
  if (chance (rand, 40))
    self->threshold = reduced (g_rand_int_range (rand, 1, 20), 20);
  if (chance (rand, 50))
    {
      self->domain_quorum = reduced (g_rand_int_range (rand, 1, 13), 12);
      self->overall_quorum = reduced (g_rand_int_range (rand, 1, 13), 12);
      self->domain_tolerance = (guint) g_rand_int_range (rand, 0, 4);
      self->overall_tolerance = (guint) g_rand_int_range (rand, 0, 4);
    }
  for (guint k = 0; k < self->n_levels; k++)
    self->required_strength[k] = (guint) g_rand_int_range (rand, 1, 4);
  self->n_freshness = (guint) g_rand_int_range (rand, 1, 4);
  for (guint i = 0; i < self->n_freshness; i++)
    self->freshness[i] = (OctantFreshness) { 6 * ((int) i + 1), reduced (7 - 2 * (int) i, 7) };
  self->heavy = reduced (g_rand_int_range (rand, 1, 10), 20);
}

static void
randomize_subdomain (Spec          *self,
                     GRand         *rand,
                     SpecSubdomain *subdomain,
                     SpecWeights    weights)
{
  int object_share = chance (rand, 40) ? 0 : g_rand_int_range (rand, 0, 100);

  for (guint k = 1; k <= self->n_levels; k++)
    for (guint a = 0; a < self->n_aspects; a++)
      {
        guint n = chance (rand, 60) ? 1 : (guint) g_rand_int_range (rand, 1, 4);

        for (guint i = 0; i < n; i++)
          spec_add_item (subdomain, k, a, spec_random_weight (rand, weights), chance (rand, object_share), FALSE);
        if (chance (rand, 8))
          spec_add_item (subdomain, k, a, spec_random_weight (rand, weights), chance (rand, 50), TRUE);
      }
}

Spec *
spec_random (GRand      *rand,
             SpecWeights weights)
{
  Spec *self = spec_new ();
  guint n_domains = (guint) g_rand_int_range (rand, 1, 4);

  randomize_rules (self, rand, weights);
  for (guint d = 0; d < n_domains; d++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 4);

      spec_add_domain (self, spec_random_weight (rand, weights));
      for (guint i = 0; i < n; i++)
        {
          SpecSubdomain *subdomain = spec_add_subdomain (self, spec_random_weight (rand, weights), chance (rand, 25));

          subdomain->tags = (guint) g_rand_int_range (rand, 0, 1 << SPEC_N_GROUPS);
          /* The first one stays, since a model needs one. */
          if (self->subdomains->len > 1 && chance (rand, 6))
            {
              subdomain->retired = TRUE;
              spec_add_item (subdomain, 1, 0, spec_random_weight (rand, weights), chance (rand, 50), TRUE);
            }
          else
            {
              randomize_subdomain (self, rand, subdomain, weights);
            }
        }
    }
  return self;
}

OctantRating
spec_random_rating (GRand *rand,
                    guint  mood)
{
  /* Percent of NA, unanswered, N, P, L; the rest is F. */
  static const int shares[SPEC_N_MOODS][5] = {
    { 15, 17, 17, 17, 17 },
    { 4, 4, 2, 5, 25 },
    { 2, 1, 0, 1, 6 },
    { 45, 20, 10, 10, 10 },
  };
  static const OctantRating ratings[] = {
    OCTANT_RATING_NA, OCTANT_RATING_UNANSWERED, OCTANT_RATING_N, OCTANT_RATING_P, OCTANT_RATING_L,
  };
  int roll = g_rand_int_range (rand, 0, 100);

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      if (roll < shares[mood][i])
        return ratings[i];
      roll -= shares[mood][i];
    }
  return OCTANT_RATING_F;
}

OctantScorer *
spec_random_scorer (Spec        *self,
                    OctantModel *model,
                    GRand       *rand)
{
  OctantFraction criticality[5];
  guint n_objects = chance (rand, 50) ? 0 : (guint) g_rand_int_range (rand, 1, 6);
  guint solid = (guint) g_rand_int_range (rand, 0, (gint32) self->n_levels + 1);
  guint mood = (guint) g_rand_int_range (rand, 0, SPEC_N_MOODS);
  OctantScorer *scorer;

  for (guint i = 0; i < n_objects; i++)
    criticality[i] = reduced (g_rand_int_range (rand, 1, 9), g_rand_int_range (rand, 1, 4));
  scorer = octant_scorer_new (model, n_objects > 0 ? criticality : NULL, n_objects);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_scorer_get_n_slots (scorer); slot++)
      {
        gboolean firm = octant_model_get_requirement (model, r)->level <= solid && chance (rand, 98);

        octant_scorer_set_rating (scorer, r, slot, firm ? OCTANT_RATING_F : spec_random_rating (rand, mood));
        octant_scorer_set_evidence (scorer, r, slot, g_rand_int_range (rand, -1, 4), g_rand_int_range (rand, -1, 30));
      }
  for (guint node = 1; node < octant_model_get_n_nodes (model); node++)
    octant_scorer_set_tailored (scorer, node, chance (rand, 4));
  octant_scorer_update (scorer, NULL, NULL);
  return scorer;
}

void
spec_random_edit (OctantScorer *scorer,
                  GRand        *rand)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint r = (guint) g_rand_int_range (rand, 0, (gint32) octant_model_get_n_requirements (model));
  guint slot = (guint) g_rand_int_range (rand, 0, (gint32) octant_scorer_get_n_slots (scorer));
  int roll = g_rand_int_range (rand, 0, 100);

  if (roll < 75)
    octant_scorer_set_rating (scorer, r, slot, spec_random_rating (rand, (guint) roll % SPEC_N_MOODS));
  else if (roll < 90)
    octant_scorer_set_evidence (scorer, r, slot, g_rand_int_range (rand, -1, 4), g_rand_int_range (rand, -1, 30));
  else
    octant_scorer_set_tailored (scorer, (guint) g_rand_int_range (rand, 1, (gint32) octant_model_get_n_nodes (model)),
                                roll < 93);
}
