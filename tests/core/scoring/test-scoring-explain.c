/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-spec.h"
#include "scoring/octant-explain.h"

/* Two domains of two sub-domains, cells of two items, everything F. */
typedef struct
{
  Spec *spec;
  OctantModel *model;
  OctantScorer *scorer;
} Fixture;

#define DOMAIN_A 1
#define DOMAIN_B 2
#define SUB_A1 3
#define SUB_B1 5
#define GATE_B2 6

static void
fixture_init (Fixture *fixture,
              guint    n_objects,
              gboolean object)
{
  const OctantFraction one = { 1, 1 };
  const OctantFraction criticality[] = { { 1, 1 }, { 2, 1 } };

  fixture->spec = spec_new ();
  for (guint d = 0; d < 2; d++)
    {
      spec_add_domain (fixture->spec, d == 0 ? (OctantFraction) { 4, 1 } : one);
      spec_fill (fixture->spec, spec_add_subdomain (fixture->spec, (OctantFraction) { 4, 1 }, FALSE), 2, object);
      spec_fill (fixture->spec, spec_add_subdomain (fixture->spec, one, d == 1), 2, FALSE);
    }
  fixture->model = spec_build (fixture->spec);
  fixture->scorer = octant_scorer_new (fixture->model, n_objects > 0 ? criticality : NULL, n_objects);
  for (guint r = 0; r < octant_model_get_n_requirements (fixture->model); r++)
    for (guint slot = 0; slot < octant_scorer_get_n_slots (fixture->scorer); slot++)
      octant_scorer_set_rating (fixture->scorer, r, slot, OCTANT_RATING_F);
  octant_scorer_update (fixture->scorer, NULL, NULL);
}

static void
fixture_clear (Fixture *fixture)
{
  octant_scorer_free (fixture->scorer);
  g_object_unref (fixture->model);
  spec_free (fixture->spec);
}

/* Items of a cell are number 0 and 1. */
static guint
find_requirement (Fixture *fixture,
                  guint    node,
                  guint    level,
                  guint    aspect,
                  guint    number)
{
  return octant_model_get_subdomain (fixture->model, node - 3)->first_requirement
         + (level - 1) * 4 + aspect * 2 + number;
}

static void
rate (Fixture     *fixture,
      guint        node,
      guint        level,
      guint        aspect,
      guint        number,
      guint        slot,
      OctantRating rating)
{
  octant_scorer_set_rating (fixture->scorer, find_requirement (fixture, node, level, aspect, number), slot, rating);
  octant_scorer_update (fixture->scorer, NULL, NULL);
}

/* Takes a sub-domain down to @level by rating what is above it. */
static void
lower (Fixture *fixture,
       guint    node,
       guint    level)
{
  for (guint k = level + 1; k <= 5; k++)
    for (guint number = 0; number < 2; number++)
      rate (fixture, node, k, 0, number, 0, OCTANT_RATING_P);
  g_assert_cmpint (octant_scorer_get_score (fixture->scorer, node)->l, ==, (int) level);
}

static const OctantBlock *
get_block (GPtrArray      *blocks,
           guint           i,
           OctantBlockKind kind,
           guint           node,
           guint           target,
           guint           level)
{
  const OctantBlock *block;

  g_assert_cmpuint (blocks->len, >, i);
  block = g_ptr_array_index (blocks, i);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->node, ==, node);
  g_assert_cmpuint (block->target, ==, target);
  g_assert_cmpuint (block->level, ==, level);
  return block;
}

static void
assert_values (const OctantBlock *block,
               const char        *have,
               const char        *need)
{
  g_autofree char *x = octant_rational_to_string (&block->have);
  g_autofree char *y = octant_rational_to_string (&block->need);

  g_assert_cmpstr (x, ==, have);
  g_assert_cmpstr (y, ==, need);
}

static void
assert_list (GArray *list,
             guint   n,
             guint   first,
             guint   second)
{
  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, ==, n);
  g_assert_cmpuint (g_array_index (list, guint, 0), ==, first);
  if (n > 1)
    g_assert_cmpuint (g_array_index (list, guint, 1), ==, second);
}

static void
test_nothing (void)
{
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  for (guint node = 0; node < octant_model_get_n_nodes (fixture.model); node++)
    {
      g_autoptr (GPtrArray) blocks = octant_explain (fixture.scorer, node);

      g_assert_cmpuint (blocks->len, ==, 0);
    }
  octant_scorer_set_tailored (fixture.scorer, SUB_A1, TRUE);
  octant_scorer_update (fixture.scorer, NULL, NULL);
  {
    g_autoptr (GPtrArray) blocks = octant_explain (fixture.scorer, SUB_A1);

    g_assert_cmpuint (blocks->len, ==, 0);
  }
  fixture_clear (&fixture);
}

static void
test_item (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  rate (&fixture, SUB_A1, 3, 1, 0, 0, OCTANT_RATING_UNANSWERED);
  rate (&fixture, SUB_A1, 3, 1, 1, 0, OCTANT_RATING_P);
  blocks = octant_explain (fixture.scorer, SUB_A1);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = get_block (blocks, 0, OCTANT_BLOCK_ITEM, SUB_A1, 3, 3);
  g_assert_cmpuint (block->aspect, ==, 1);
  g_assert_false (block->per_object);
  g_assert_null (block->nodes);
  assert_list (block->requirements, 2, find_requirement (&fixture, SUB_A1, 3, 1, 0),
               find_requirement (&fixture, SUB_A1, 3, 1, 1));
  assert_values (block, "1/6", "2/3");
  fixture_clear (&fixture);
}

static void
test_threshold (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  rate (&fixture, SUB_A1, 2, 0, 1, 0, OCTANT_RATING_L);
  blocks = octant_explain (fixture.scorer, SUB_A1);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = get_block (blocks, 0, OCTANT_BLOCK_THRESHOLD, SUB_A1, 3, 2);
  assert_list (block->requirements, 1, find_requirement (&fixture, SUB_A1, 2, 0, 1), 0);
  assert_values (block, "5/6", "17/20");
  fixture_clear (&fixture);
}

static void
test_no_items (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  for (guint k = 4; k <= 5; k++)
    for (guint number = 0; number < 2; number++)
      rate (&fixture, SUB_A1, k, 0, number, 0, OCTANT_RATING_NA);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, SUB_A1)->l, ==, 3);
  blocks = octant_explain (fixture.scorer, SUB_A1);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = get_block (blocks, 0, OCTANT_BLOCK_NO_ITEMS, SUB_A1, 4, 4);
  assert_list (block->requirements, 2, find_requirement (&fixture, SUB_A1, 4, 0, 0),
               find_requirement (&fixture, SUB_A1, 4, 0, 1));

  /* A skipped level below one with items is no obstacle: level 5 decides about level 4. */
  for (guint number = 0; number < 2; number++)
    rate (&fixture, SUB_A1, 5, 0, number, 0, OCTANT_RATING_P);
  g_ptr_array_unref (blocks);
  blocks = octant_explain (fixture.scorer, SUB_A1);
  g_assert_cmpuint (blocks->len, ==, 1);
  get_block (blocks, 0, OCTANT_BLOCK_ITEM, SUB_A1, 4, 5);
  fixture_clear (&fixture);
}

static void
test_domain (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  /* The sub-domain that has most of the weight. */
  fixture_init (&fixture, 0, FALSE);
  lower (&fixture, SUB_A1, 2);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, DOMAIN_A)->l, ==, 2);
  blocks = octant_explain (fixture.scorer, DOMAIN_A);
  g_assert_cmpuint (blocks->len, ==, 2);
  block = get_block (blocks, 0, OCTANT_BLOCK_DOMAIN_QUORUM, DOMAIN_A, 3, 3);
  assert_list (block->nodes, 1, SUB_A1, 0);
  assert_values (block, "1/5", "3/4");
  get_block (blocks, 1, OCTANT_BLOCK_ITEM, SUB_A1, 3, 3);
  fixture_clear (&fixture);
}

static void
test_domain_floor (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  lower (&fixture, GATE_B2, 1);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, DOMAIN_B)->l, ==, 2);
  blocks = octant_explain (fixture.scorer, DOMAIN_B);
  g_assert_cmpuint (blocks->len, ==, 2);
  block = get_block (blocks, 0, OCTANT_BLOCK_DOMAIN_FLOOR, DOMAIN_B, 3, 2);
  assert_list (block->nodes, 1, GATE_B2, 0);
  assert_values (block, "1", "2");
  get_block (blocks, 1, OCTANT_BLOCK_ITEM, GATE_B2, 2, 2);
  fixture_clear (&fixture);
}

static void
test_overall (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  /* Domain A has 4/5 of the weight: its quorum, then down to the sub-domain and its cells. */
  fixture_init (&fixture, 0, FALSE);
  lower (&fixture, SUB_A1, 2);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, OCTANT_NODE_OVERALL)->l, ==, 2);
  blocks = octant_explain (fixture.scorer, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (blocks->len, ==, 3);
  block = get_block (blocks, 0, OCTANT_BLOCK_OVERALL_QUORUM, OCTANT_NODE_OVERALL, 3, 3);
  assert_list (block->nodes, 1, DOMAIN_A, 0);
  assert_values (block, "1/5", "3/4");
  get_block (blocks, 1, OCTANT_BLOCK_DOMAIN_QUORUM, DOMAIN_A, 3, 3);
  get_block (blocks, 2, OCTANT_BLOCK_ITEM, SUB_A1, 3, 3);
  fixture_clear (&fixture);
}

static void
test_overall_floor (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  lower (&fixture, SUB_B1, 2);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, OCTANT_NODE_OVERALL)->l, ==, 3);
  blocks = octant_explain (fixture.scorer, OCTANT_NODE_OVERALL);
  block = get_block (blocks, 0, OCTANT_BLOCK_OVERALL_FLOOR, OCTANT_NODE_OVERALL, 4, 3);
  assert_list (block->nodes, 1, DOMAIN_B, 0);
  assert_values (block, "2", "3");
  get_block (blocks, 1, OCTANT_BLOCK_DOMAIN_QUORUM, DOMAIN_B, 3, 3);
  get_block (blocks, 2, OCTANT_BLOCK_ITEM, SUB_B1, 3, 3);
  g_assert_cmpuint (blocks->len, ==, 3);
  fixture_clear (&fixture);
}

static void
test_gate (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 0, FALSE);
  lower (&fixture, GATE_B2, 4);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, DOMAIN_B)->l, ==, 5);
  g_assert_cmpint (octant_scorer_get_score (fixture.scorer, OCTANT_NODE_OVERALL)->l, ==, 4);
  blocks = octant_explain (fixture.scorer, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (blocks->len, ==, 2);
  block = get_block (blocks, 0, OCTANT_BLOCK_GATE, OCTANT_NODE_OVERALL, 5, 5);
  assert_list (block->nodes, 1, GATE_B2, 0);
  assert_values (block, "4", "5");
  get_block (blocks, 1, OCTANT_BLOCK_ITEM, GATE_B2, 5, 5);
  fixture_clear (&fixture);
}

/* What concerns one object says which; what concerns all of them is said once. */
static void
test_objects (void)
{
  g_autoptr (GPtrArray) blocks = NULL;
  const OctantBlock *block;
  Fixture fixture;

  fixture_init (&fixture, 2, TRUE);
  rate (&fixture, SUB_A1, 2, 0, 0, 1, OCTANT_RATING_N);
  blocks = octant_explain (fixture.scorer, SUB_A1);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = get_block (blocks, 0, OCTANT_BLOCK_ITEM, SUB_A1, 2, 2);
  g_assert_true (block->per_object);
  g_assert_cmpuint (block->slot, ==, 1);
  assert_list (block->requirements, 1, find_requirement (&fixture, SUB_A1, 2, 0, 0), 0);

  rate (&fixture, GATE_B2, 2, 0, 0, 0, OCTANT_RATING_N);
  g_ptr_array_unref (blocks);
  blocks = octant_explain (fixture.scorer, GATE_B2);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = get_block (blocks, 0, OCTANT_BLOCK_ITEM, GATE_B2, 2, 2);
  g_assert_false (block->per_object);
  fixture_clear (&fixture);
}

/* What an assessor would do about a condition of a cell. */
static void
amend (OctantScorer      *scorer,
       const Spec        *spec,
       const OctantBlock *block)
{
  for (guint i = 0; block->requirements != NULL && i < block->requirements->len; i++)
    {
      guint r = g_array_index (block->requirements, guint, i);
      OctantRating enough = block->kind == OCTANT_BLOCK_THRESHOLD ? OCTANT_RATING_F : spec->attain;
      OctantRating rating = octant_scorer_get_rating (scorer, r, block->slot);

      g_assert_true (octant_model_get_requirement (octant_scorer_get_model (scorer), r)->active);
      if (rating == OCTANT_RATING_NA || rating < enough)
        octant_scorer_set_rating (scorer, r, block->slot, enough);
    }
}

static void
check_blocks (OctantScorer *scorer,
              GPtrArray    *blocks,
              guint         node)
{
  const OctantScore *score = octant_scorer_get_score (scorer, node);

  g_assert_cmpuint (blocks->len, >, 0);
  g_assert_cmpuint (((OctantBlock *) g_ptr_array_index (blocks, 0))->node, ==, node);
  for (guint i = 0; i < blocks->len; i++)
    {
      const OctantBlock *block = g_ptr_array_index (blocks, i);
      const OctantScore *of = octant_scorer_get_score (scorer, block->node);

      g_assert_true (of->applicable);
      g_assert_cmpint (of->l, <, (int) block->target);
      if (block->node == node)
        g_assert_cmpint ((int) block->target, ==, score->l + 1);
      for (guint j = 0; block->nodes != NULL && j < block->nodes->len; j++)
        g_assert_cmpint (octant_scorer_get_score (scorer, g_array_index (block->nodes, guint, j))->l, <,
                         (int) block->level);
      /* The mean of a cell may be high although one of its items is low. */
      if (block->kind != OCTANT_BLOCK_ITEM)
        g_assert_cmpint (octant_rational_compare (&block->have, &block->need), <=, 0);
    }
}

/* Amending what is listed takes a node up, again and again, until the highest level. */
static void
test_amending (void)
{
  guint n_steps = 0;

  for (guint32 seed = 1; seed <= 250; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Spec) spec = spec_random (rand, (SpecWeights) (seed % SPEC_WEIGHTS_HUGE));
      g_autoptr (OctantModel) model = spec_build (spec);
      g_autoptr (OctantScorer) scorer = spec_random_scorer (spec, model, rand);
      guint n_nodes = octant_model_get_n_nodes (model);

      /* Where even F is not enough, no amendment helps. */
      if (octant_fraction_compare (&spec->values[3], &spec->threshold) <= 0)
        continue;
      /* From the leaves up, so that sub-domains and domains have their turn before the whole. */
      for (guint i = 0; i < 12; i++)
        {
          guint node = i < 6 ? (guint) g_rand_int_range (rand, 1, (gint32) n_nodes) : OCTANT_NODE_OVERALL;
          const OctantScore *score = octant_scorer_get_score (scorer, node);
          g_autoptr (GPtrArray) blocks = octant_explain (scorer, node);
          int level = score->l;

          if (!score->applicable || level == (int) spec->n_levels)
            {
              g_assert_cmpuint (blocks->len, ==, 0);
              continue;
            }
          check_blocks (scorer, blocks, node);
          for (guint j = 0; j < blocks->len; j++)
            amend (scorer, spec, g_ptr_array_index (blocks, j));
          octant_scorer_update (scorer, NULL, NULL);
          g_assert_cmpint (score->l, >, level);
          n_steps++;
        }
    }
  g_assert_cmpuint (n_steps, >, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/explain/nothing", test_nothing);
  g_test_add_func ("/scoring/explain/item", test_item);
  g_test_add_func ("/scoring/explain/threshold", test_threshold);
  g_test_add_func ("/scoring/explain/no-items", test_no_items);
  g_test_add_func ("/scoring/explain/domain-quorum", test_domain);
  g_test_add_func ("/scoring/explain/domain-floor", test_domain_floor);
  g_test_add_func ("/scoring/explain/overall-quorum", test_overall);
  g_test_add_func ("/scoring/explain/overall-floor", test_overall_floor);
  g_test_add_func ("/scoring/explain/gate", test_gate);
  g_test_add_func ("/scoring/explain/objects", test_objects);
  g_test_add_func ("/scoring/explain/amending", test_amending);
  return g_test_run ();
}
