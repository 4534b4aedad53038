/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "scoring-spec.h"
#include "scoring/octant-scoring-private.h"

/* Every worked example with every intermediate value, from tests/data/scoring/scoring-vectors.json. */

static JsonObject *
load_vectors (JsonParser *parser)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "scoring", "scoring-vectors.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
assert_rational (const OctantRational *value,
                 const char           *expected)
{
  g_autofree char *string = octant_rational_to_string (value);

  g_assert_cmpstr (string, ==, expected);
}

static void
assert_text (const OctantRational *value,
             const char           *expected)
{
  g_autofree char *text = octant_rational_to_text (value, 2);

  g_assert_cmpstr (text, ==, expected);
}

static OctantRating
rating_of (char letter)
{
  switch (letter)
    {
    case 'N':
      return OCTANT_RATING_N;
    case 'P':
      return OCTANT_RATING_P;
    case 'L':
      return OCTANT_RATING_L;
    case 'F':
      return OCTANT_RATING_F;
    case '-':
      return OCTANT_RATING_NA;
    case '?':
      return OCTANT_RATING_UNANSWERED;
    default:
      g_assert_not_reached ();
    }
}

static void
check_cells (OctantScorer *scorer,
             JsonObject   *side,
             OctantBound   bound)
{
  static const char *const names[] = { "A_H", "A_P" };

  for (guint a = 0; a < 2; a++)
    {
      gboolean none = json_object_get_null_member (side, names[a]);

      for (guint k = 1; k <= 5; k++)
        {
          char level[] = { (char) ('0' + k), '\0' };
          g_auto (OctantCell) cell = { 0 };
          JsonObject *values = none ? NULL : json_object_get_object_member (side, names[a]);

          octant_scorer_get_cell (scorer, 0, a, k, 0, bound, &cell);
          if (none || json_object_get_null_member (values, level))
            {
              g_assert_false (cell.counted);
              g_assert_cmpuint (cell.n_items, ==, 0);
              continue;
            }
          g_assert_true (cell.counted);
          assert_rational (&cell.a, json_object_get_string_member (values, level));
          g_assert_cmpint (octant_rational_compare (&cell.m, &cell.a), <=, 0);
        }
    }
}

static void
check_side (OctantScorer *scorer,
            JsonObject   *side,
            OctantBound   bound)
{
  static const char *const s_names[] = { "S_H", "S_P" };
  static const char *const l_names[] = { "L_H", "L_P" };
  const OctantScore *score = octant_scorer_get_score (scorer, octant_model_subdomain_node (octant_scorer_get_model (scorer), 0));
  gboolean lo = bound == OCTANT_BOUND_LO;

  assert_rational (lo ? &score->s : &score->s_hi, json_object_get_string_member (side, "S"));
  assert_text (lo ? &score->s : &score->s_hi, json_object_get_string_member (side, "S2"));
  g_assert_cmpint (lo ? score->l : score->l_hi, ==, json_object_get_int_member (side, "L"));
  for (guint a = 0; a < 2; a++)
    {
      gboolean has = !json_object_get_null_member (side, s_names[a]);

      g_assert_cmpint (score->has_aspect[a], ==, has);
      if (!has)
        continue;
      assert_rational (lo ? &score->s_aspect[a] : &score->s_aspect_hi[a],
                       json_object_get_string_member (side, s_names[a]));
      if (lo)
        g_assert_cmpint (score->l_aspect[a], ==, json_object_get_int_member (side, l_names[a]));
    }
  check_cells (scorer, side, bound);
}

static void
check_subdomain (const char *name,
                 JsonObject *vector)
{
  static const char *const aspects[] = { "H", "P" };
  g_autoptr (Spec) spec = spec_new ();
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (OctantScorer) scorer = NULL;
  SpecSubdomain *subdomain;
  guint r = 0;

  g_test_message ("%s", name);
  spec_add_domain (spec, (OctantFraction) { 1, 1 });
  subdomain = spec_add_subdomain (spec, (OctantFraction) { 1, 1 }, FALSE);
  for (guint k = 0; k < 5; k++)
    for (guint a = 0; a < 2; a++)
      {
        const char *cell = json_array_get_string_element (json_object_get_array_member (vector, aspects[a]), k);

        for (guint i = 0; cell[i] != '\0'; i++)
          spec_add_item (subdomain, k + 1, a, (OctantFraction) { 1, 1 }, FALSE, FALSE);
      }
  model = spec_build (spec);
  scorer = octant_scorer_new (model, NULL, 0);
  for (guint k = 0; k < 5; k++)
    for (guint a = 0; a < 2; a++)
      {
        const char *cell = json_array_get_string_element (json_object_get_array_member (vector, aspects[a]), k);

        for (guint i = 0; cell[i] != '\0'; i++)
          octant_scorer_set_rating (scorer, r++, 0, rating_of (cell[i]));
      }
  octant_scorer_update (scorer, NULL, NULL);

  if (json_object_get_null_member (vector, "lo"))
    {
      for (guint node = 0; node < 3; node++)
        g_assert_false (octant_scorer_get_score (scorer, node)->applicable);
      return;
    }
  check_side (scorer, json_object_get_object_member (vector, "lo"), OCTANT_BOUND_LO);
  check_side (scorer, json_object_get_object_member (vector, json_object_has_member (vector, "hi") ? "hi" : "lo"),
              OCTANT_BOUND_HI);
}

static void
test_subdomain (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *vectors = json_object_get_object_member (load_vectors (parser), "subdomain");
  g_autoptr (GList) names = json_object_get_members (vectors);

  g_assert_cmpuint (g_list_length (names), ==, 12);
  for (GList *name = names; name != NULL; name = name->next)
    check_subdomain (name->data, json_object_get_object_member (vectors, name->data));
}

/* A list of children of a roll-up, as the vectors give them. */
typedef struct
{
  guint n;
  OctantFraction fractions[16];
  OctantWeights weights;
  OctantTerm terms[16];
  OctantSummand summands[16];
  OctantRanked ranked[16];
  guint n_there;
} List;

static void
list_add (List       *list,
          gint64      weight,
          const char *s,
          int         level)
{
  g_auto (OctantRational) value = { 0 };

  list->fractions[list->n] = (OctantFraction) { weight, 1 };
  if (s != NULL)
    {
      g_assert_true (octant_rational_parse (&value, s));
      octant_term_set_exact (&list->terms[list->n], &value);
      list->summands[list->n_there] = (OctantSummand) { list->n, &list->terms[list->n] };
      list->ranked[list->n_there++] = (OctantRanked) { list->n, level };
    }
  list->n++;
}

/* [weight, S, L], or null for one that is tailored out. */
static void
list_add_json (List      *list,
               gint64     weight,
               JsonArray *pair,
               guint      first)
{
  if (json_array_get_null_element (pair, first))
    list_add (list, weight, NULL, 0);
  else
    list_add (list, weight, json_array_get_string_element (pair, first),
              (int) json_array_get_int_element (pair, first + 1));
}

static void
list_check (List       *list,
            JsonObject *vector,
            guint       tolerance,
            int         cap)
{
  const OctantFraction quorum = { 3, 4 };
  g_auto (OctantRational) s = { 0 };
  OctantTerm mean = { 0 };

  octant_weights_init (&list->weights, list->fractions, list->n);
  octant_rollup_mean (&mean, &list->weights, list->summands, list->n_there);
  octant_term_get (&mean, &s);
  assert_rational (&s, json_object_get_string_member (vector, "S"));
  assert_text (&s, json_object_get_string_member (vector, "S2"));
  g_assert_cmpint (octant_rollup_level (&list->weights, list->ranked, list->n_there, &quorum, tolerance, cap),
                   ==, json_object_get_int_member (vector, "L"));
  octant_weights_clear (&list->weights);
}

static void
test_domain (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *vectors = json_object_get_array_member (load_vectors (parser), "domain");

  g_assert_cmpuint (json_array_get_length (vectors), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      JsonNode *subs = json_object_get_member (vector, "subs");
      List list = { 0 };

      if (JSON_NODE_HOLDS_ARRAY (subs))
        {
          JsonArray *array = json_node_get_array (subs);

          for (guint j = 0; j < json_array_get_length (array); j++)
            {
              JsonArray *sub = json_array_get_array_element (array, j);

              list_add_json (&list, json_array_get_int_element (sub, 0), sub, 1);
            }
        }
      else
        {
          g_assert_cmpstr (json_node_get_string (subs), ==, "10 x (1,3,3), 3 x (1,2,2)");
          for (guint j = 0; j < 13; j++)
            list_add (&list, 1, j < 10 ? "3" : "2", j < 10 ? 3 : 2);
        }
      list_check (&list, vector, 1, 5);
    }
}

static void
test_overall (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *vectors = json_object_get_array_member (load_vectors (parser), "overall");
  JsonArray *tv31 = json_object_get_array_member (json_array_get_object_element (vectors, 1), "domains");

  g_assert_cmpuint (json_array_get_length (vectors), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      JsonArray *weights = json_object_get_array_member (vector, "W");
      JsonArray *gates = json_object_get_array_member (vector, "gates");
      JsonNode *domains = json_object_get_member (vector, "domains");
      gboolean as_tv31 = !JSON_NODE_HOLDS_ARRAY (domains);
      List list = { 0 };
      int cap = 5;

      for (guint d = 0; d < json_array_get_length (weights); d++)
        {
          if (json_array_get_null_element (weights, d))
            list_add (&list, 6, NULL, 0);
          else
            list_add_json (&list, json_array_get_int_element (weights, d),
                           json_array_get_array_element (as_tv31 ? tv31 : json_node_get_array (domains), d), 0);
        }
      for (guint g = 0; g < json_array_get_length (gates); g++)
        cap = MIN (cap, (int) json_array_get_int_element (gates, g));
      list_check (&list, vector, 1, cap);
    }
}

static void
test_objects (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *vector = json_object_get_object_member (load_vectors (parser), "objects");
  JsonArray *objects = json_object_get_array_member (vector, "objects");
  g_auto (OctantRational) s = { 0 };
  OctantTerm mean = { 0 };
  List list = { 0 };
  int least = 5;

  for (guint o = 0; o < json_array_get_length (objects); o++)
    {
      JsonArray *object = json_array_get_array_element (objects, o);

      list_add_json (&list, json_array_get_int_element (object, 0), object, 1);
      least = MIN (least, list.ranked[o].level);
    }
  octant_weights_init (&list.weights, list.fractions, list.n);
  octant_rollup_mean (&mean, &list.weights, list.summands, list.n_there);
  octant_term_get (&mean, &s);
  assert_rational (&s, json_object_get_string_member (vector, "S"));
  assert_text (&s, json_object_get_string_member (vector, "S2"));
  g_assert_cmpint (least, ==, json_object_get_int_member (vector, "L"));
  octant_weights_clear (&list.weights);
}

/* TV40 again from ratings: three objects, everything rated for each of them. */
static void
test_objects_whole (void)
{
  static const OctantFraction criticality[] = { { 4, 1 }, { 3, 1 }, { 2, 1 } };
  /* By object and aspect: ratings of levels 1…5 in cells of one and two items; S 11/3, 37/12, 11/6. */
  static const char *const ratings[3][2][5] = {
    { { "FF", "FF", "FF", "LL", "NN" }, { "FF", "FF", "FF", "LL", "NN" } },
    { { "FF", "FF", "LL", "PP", "NN" }, { "FF", "FF", "FL", "PP", "NN" } },
    { { "FF", "LL", "NN", "NN", "NN" }, { "FF", "FF", "NN", "NN", "NN" } },
  };
  g_autoptr (Spec) spec = spec_new ();
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (OctantScorer) scorer = NULL;
  SpecSubdomain *subdomain;

  spec_add_domain (spec, (OctantFraction) { 1, 1 });
  subdomain = spec_add_subdomain (spec, (OctantFraction) { 1, 1 }, FALSE);
  spec_fill (spec, subdomain, 2, TRUE);
  model = spec_build (spec);
  scorer = octant_scorer_new (model, criticality, 3);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint o = 0; o < 3; o++)
      {
        const OctantRequirement *requirement = octant_model_get_requirement (model, r);

        octant_scorer_set_rating (scorer, r, o,
                                  rating_of (ratings[o][requirement->aspect][requirement->level - 1][r % 2]));
      }
  octant_scorer_update (scorer, NULL, NULL);
  assert_rational (&octant_scorer_get_object_score (scorer, 0, 0)->s, "11/3");
  assert_rational (&octant_scorer_get_object_score (scorer, 0, 1)->s, "37/12");
  assert_rational (&octant_scorer_get_object_score (scorer, 0, 2)->s, "11/6");
  g_assert_cmpint (octant_scorer_get_object_score (scorer, 0, 0)->l, ==, 4);
  g_assert_cmpint (octant_scorer_get_object_score (scorer, 0, 1)->l, ==, 3);
  g_assert_cmpint (octant_scorer_get_object_score (scorer, 0, 2)->l, ==, 2);
  assert_rational (&octant_scorer_get_score (scorer, 2)->s, "331/108");
  g_assert_cmpint (octant_scorer_get_score (scorer, 2)->l, ==, 2);
}

static OctantRating
parse_rating (const char *string)
{
  OctantRating rating;

  if (strcmp (string, "U") == 0)
    return OCTANT_RATING_UNANSWERED;
  g_assert_true (octant_rating_parse (string, &rating));
  return rating;
}

static void
test_confidence (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *vector = json_object_get_object_member (load_vectors (parser), "confidence");
  JsonArray *evidence = json_object_get_array_member (vector, "evidence");
  guint n = json_array_get_length (evidence);
  g_autoptr (Spec) spec = spec_new ();
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (OctantScorer) scorer = NULL;
  SpecSubdomain *subdomain;
  const OctantScore *score;

  spec->n_aspects = 1;
  spec_add_domain (spec, (OctantFraction) { 1, 1 });
  subdomain = spec_add_subdomain (spec, (OctantFraction) { 1, 1 }, FALSE);
  for (guint i = 0; i < n; i++)
    spec_add_item (subdomain, (guint) json_array_get_int_element (json_array_get_array_element (evidence, i), 0), 0,
                   (OctantFraction) { 1, 1 }, FALSE, FALSE);
  model = spec_build (spec);
  scorer = octant_scorer_new (model, NULL, 0);
  for (guint i = 0; i < n; i++)
    {
      JsonArray *row = json_array_get_array_element (evidence, i);

      octant_scorer_set_rating (scorer, i, 0, parse_rating (json_array_get_string_element (row, 1)));
      octant_scorer_set_evidence (scorer, i, 0, (int) json_array_get_int_element (row, 2),
                                  (int) json_array_get_int_element (row, 3));
    }
  octant_scorer_update (scorer, NULL, NULL);
  score = octant_scorer_get_score (scorer, 2);
  g_assert_true (score->has_confidence);
  assert_rational (&score->confidence, json_object_get_string_member (vector, "conf"));
  assert_text (&score->confidence, json_object_get_string_member (vector, "conf2"));
  g_assert_cmpuint (score->applicable_items, ==, 6);
  g_assert_cmpuint (score->answered, ==, 5);
  g_assert_cmpuint (score->na_items, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/vectors/subdomain", test_subdomain);
  g_test_add_func ("/scoring/vectors/domain", test_domain);
  g_test_add_func ("/scoring/vectors/overall", test_overall);
  g_test_add_func ("/scoring/vectors/objects", test_objects);
  g_test_add_func ("/scoring/vectors/objects-whole", test_objects_whole);
  g_test_add_func ("/scoring/vectors/confidence", test_confidence);
  return g_test_run ();
}
