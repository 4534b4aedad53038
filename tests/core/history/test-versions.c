/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles of two versions of a model: every figure by hand, see versions.h. */

#include "config.h"

#include "versions.h"

#include "assessment/octant-targets.h"
#include "history/octant-attribution.h"
#include "history/octant-comparison.h"
#include "model/octant-lineage.h"

static OctantModel *first, *second;

static void
assert_value (const OctantRational *value,
              const char           *expected)
{
  g_autofree char *text = octant_rational_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_codes (const char *const *codes,
              const char        *expected)
{
  g_autofree char *text = codes != NULL ? g_strjoinv (" ", (char **) codes) : g_strdup ("none");

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_lineage (OctantLineage *lineage,
                const char    *code,
                OctantModel   *there,
                const char    *expected)
{
  g_auto (GStrv) codes = octant_lineage_find (lineage, code, there);

  assert_codes ((const char *const *) codes, expected);
}

static void
test_lineage (void)
{
  g_autoptr (OctantLineage) lineage = octant_lineage_new (first, second);
  g_autoptr (OctantLineage) swapped = octant_lineage_new (second, first);

  assert_lineage (lineage, "AA.01.1.W.02", second, "AA.01.1.W.03 AA.01.1.W.04");
  assert_lineage (lineage, "AA.02.1.W.01", second, "AA.02.1.W.03");
  assert_lineage (lineage, "AA.02.1.W.03", first, "AA.02.1.W.01 AA.02.1.W.02");
  assert_lineage (lineage, "AA.01.2.W.02", second, "");
  assert_lineage (lineage, "AA.02.2.W.02", first, "");
  /* Over 1.1.0, which neither cycle uses. */
  assert_lineage (lineage, "BB.01.2.W.01", second, "BB.01.2.W.03");
  assert_lineage (lineage, "BB.01.2.W.03", first, "BB.01.2.W.01");
  assert_lineage (lineage, "BB.02.1.W.01", second, "CC.01.1.W.01");
  assert_lineage (swapped, "AA.02.1.W.03", first, "AA.02.1.W.01 AA.02.1.W.02");
  assert_lineage (swapped, "BB.01.2.W.01", second, "BB.01.2.W.03");
  assert_lineage (lineage, "ZZ.01.1.W.01", first, "");
}

static OctantAssessment *
new_first (guint n_objects)
{
  return version_cycle (first, n_objects, version_answers_1, G_N_ELEMENTS (version_answers_1));
}

static OctantAssessment *
new_second (guint n_objects)
{
  return version_cycle (second, n_objects, version_answers_2, G_N_ELEMENTS (version_answers_2));
}

/* What a node has to say; "-" for a score that is not there. */
typedef struct
{
  const char *code;
  const char *s_a, *s_b;
  gboolean known_a, known_b;
} NodeCase;

static void
assert_nodes (const OctantComparison *comparison,
              const NodeCase         *cases,
              guint                   n_cases)
{
  g_assert_cmpuint (comparison->nodes->len, ==, n_cases);
  for (guint i = 0; i < n_cases; i++)
    {
      const OctantNodeChange *node = g_ptr_array_index (comparison->nodes, i);

      g_assert_cmpstr (node->code, ==, cases[i].code);
      g_assert_cmpint (node->known_a, ==, cases[i].known_a);
      g_assert_cmpint (node->known_b, ==, cases[i].known_b);
      g_assert_cmpint (node->in_a, ==, cases[i].s_a[0] != '-');
      g_assert_cmpint (node->in_b, ==, cases[i].s_b[0] != '-');
      if (node->in_a)
        assert_value (&node->s_a, cases[i].s_a);
      if (node->in_b)
        assert_value (&node->s_b, cases[i].s_b);
    }
}

static const OctantNodeChange *
find_node (const OctantComparison *comparison,
           const char             *code)
{
  for (guint i = 0; i < comparison->nodes->len; i++)
    if (strcmp (((OctantNodeChange *) g_ptr_array_index (comparison->nodes, i))->code, code) == 0)
      return g_ptr_array_index (comparison->nodes, i);
  g_assert_not_reached ();
}

static void
test_as_scored (void)
{
  static const NodeCase cases[] = {
    { "overall", "7/6", "137/108", TRUE, TRUE }, { "AA", "5/4", "41/36", TRUE, TRUE },
    { "BB", "1", "4/3", TRUE, TRUE },            { "CC", "-", "4/3", FALSE, TRUE },
    { "AA.01", "7/6", "14/9", TRUE, TRUE },      { "AA.02", "4/3", "1", TRUE, TRUE },
    { "BB.01", "4/3", "4/3", TRUE, TRUE },       { "BB.02", "2/3", "-", TRUE, FALSE },
    { "CC.01", "-", "4/3", FALSE, TRUE },
  };
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, FALSE);
  g_autoptr (OctantComparison) back = octant_comparison_new (b, a, FALSE);
  const OctantNodeChange *node;

  assert_nodes (comparison, cases, G_N_ELEMENTS (cases));
  assert_value (&find_node (comparison, "overall")->delta, "11/108");
  node = find_node (comparison, "AA.02");
  g_assert_cmpint (node->weight_a.num, ==, 1);
  g_assert_cmpint (node->weight_b.num, ==, 3);
  g_assert_null (node->name_a.en);
  node = find_node (comparison, "AA.01");
  g_assert_cmpstr (node->name_a.en, ==, "Sub-domain AA.01");
  g_assert_cmpstr (node->name.en, ==, "Overview of assets");
  g_assert_cmpint (find_node (comparison, "CC.01")->weight_a.num, ==, 0);
  g_assert_cmpuint (comparison->scope->len, ==, 0);

  /* From the newer to the older one: what only the newer has stands at the end. */
  node = find_node (back, "CC.01");
  g_assert_true (node->in_a && !node->known_b);
  g_assert_cmpuint (back->nodes->len, ==, G_N_ELEMENTS (cases));
}

static void
test_like_for_like (void)
{
  static const NodeCase cases[] = {
    { "overall", "23/24", "5/6", TRUE, TRUE }, { "AA", "11/12", "1", TRUE, TRUE },  { "BB", "1", "2/3", TRUE, TRUE },
    { "CC", "-", "-", TRUE, TRUE },            { "AA.01", "5/3", "2", TRUE, TRUE }, { "AA.02", "2/3", "2/3", TRUE, TRUE },
    { "BB.01", "1", "2/3", TRUE, TRUE },       { "BB.02", "-", "-", FALSE, FALSE }, { "CC.01", "-", "-", TRUE, TRUE },
  };
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, TRUE);

  /* As scored it rose; on what both ask it fell. */
  assert_nodes (comparison, cases, G_N_ELEMENTS (cases));
  assert_value (&find_node (comparison, "overall")->delta, "-1/8");
  g_assert_cmpuint (comparison->items->len, ==, 4);
}

typedef struct
{
  const char *code;
  OctantChangeKind kind;
  const char *lineage;
} ItemCase;

static void
test_items (void)
{
  static const ItemCase cases[] = {
    { "AA.01.1.W.01", OCTANT_CHANGE_CONFIRMED, "none" },
    { "AA.01.1.W.03", OCTANT_CHANGE_NEW, "AA.01.1.W.02" },
    { "AA.01.1.W.04", OCTANT_CHANGE_NEW, "AA.01.1.W.02" },
    { "AA.01.2.W.01", OCTANT_CHANGE_IMPROVED, "none" },
    { "AA.02.1.W.03", OCTANT_CHANGE_NEW, "AA.02.1.W.01 AA.02.1.W.02" },
    { "AA.02.2.W.01", OCTANT_CHANGE_CONFIRMED, "none" },
    { "AA.02.2.W.02", OCTANT_CHANGE_NEW, "none" },
    { "BB.01.1.W.01", OCTANT_CHANGE_WORSENED, "none" },
    { "BB.01.2.W.03", OCTANT_CHANGE_NEW, "BB.01.2.W.01" },
    { "CC.01.1.W.01", OCTANT_CHANGE_NEW, "BB.02.1.W.01" },
    { "CC.01.2.W.01", OCTANT_CHANGE_NEW, "none" },
    { "AA.01.1.W.02", OCTANT_CHANGE_RETIRED, "AA.01.1.W.03 AA.01.1.W.04" },
    { "AA.01.2.W.02", OCTANT_CHANGE_RETIRED, "none" },
    { "AA.02.1.W.01", OCTANT_CHANGE_RETIRED, "AA.02.1.W.03" },
    { "AA.02.1.W.02", OCTANT_CHANGE_RETIRED, "AA.02.1.W.03" },
    { "BB.01.2.W.01", OCTANT_CHANGE_RETIRED, "BB.01.2.W.03" },
    { "BB.02.1.W.01", OCTANT_CHANGE_RETIRED, "CC.01.1.W.01" },
    { "BB.02.2.W.01", OCTANT_CHANGE_RETIRED, "none" },
  };
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, FALSE);

  /* It keeps what it shows. */
  g_clear_object (&a);
  g_clear_object (&b);
  g_assert_cmpuint (comparison->items->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);

      g_assert_cmpstr (change->code, ==, cases[i].code);
      g_assert_cmpstr (change->requirement->code, ==, cases[i].code);
      g_assert_cmpstr (octant_change_kind_to_string (change->kind), ==, octant_change_kind_to_string (cases[i].kind));
      assert_codes ((const char *const *) change->lineage, cases[i].lineage);
      g_assert_cmpint (change->reworded, ==, strcmp (change->code, "AA.01.2.W.01") == 0);
      g_assert_false (change->by_object);
    }
}

/* A requirement that goes with its object is not retired by the model. */
static void
test_objects (void)
{
  g_autoptr (OctantAssessment) a = new_first (2);
  g_autoptr (OctantAssessment) b = new_second (3);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, FALSE);
  g_autoptr (OctantComparison) back = octant_comparison_new (b, a, FALSE);
  const OctantObjectChange *object;
  guint found = 0;

  g_assert_cmpuint (comparison->objects->len, ==, 1);
  object = g_ptr_array_index (comparison->objects, 0);
  g_assert_cmpstr (octant_object_change_kind_to_string (object->kind), ==, "object-added");
  g_assert_cmpstr (object->name_b, ==, "Market data");
  g_assert_null (object->name_a);
  g_assert_cmpint (object->criticality_b, ==, 2);
  object = g_ptr_array_index (back->objects, 0);
  g_assert_cmpint (object->kind, ==, OCTANT_OBJECT_REMOVED);
  for (guint i = 0; i < comparison->items->len; i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);

      if (!change->by_object)
        continue;
      found++;
      g_assert_cmpstr (change->code, ==, "AA.02.2.W.01");
      g_assert_cmpstr (change->object, ==, "Market data");
      g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_NEW);
      g_assert_null (change->lineage);
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
test_scope (void)
{
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantComparison) comparison = NULL;
  const OctantScopeChange *change;
  GError *error = NULL;

  apply_ok (a, octant_act_tailor (a, node_of (a, "BB.02"), TRUE, "too small", "Approver (R1)", &by, &error), error);
  apply_ok (b, octant_act_tailor (b, node_of (b, "AA.02"), TRUE, "outsourced", "Approver (R1)", &by, &error), error);
  comparison = octant_comparison_new (a, b, FALSE);
  /* BB.02 went with the model: nobody brought it back into scope. */
  g_assert_cmpuint (comparison->scope->len, ==, 1);
  change = g_ptr_array_index (comparison->scope, 0);
  g_assert_cmpstr (change->code, ==, "AA.02");
  g_assert_true (change->out);
  g_assert_cmpstr (change->reason, ==, "outsourced");
  g_clear_pointer (&comparison, octant_comparison_free);
  comparison = octant_comparison_new (b, a, FALSE);
  change = g_ptr_array_index (comparison->scope, 0);
  g_assert_false (change->out);
  g_assert_cmpstr (change->approver, ==, "Approver (R1)");
}

static void
assert_target (OctantComparison *comparison,
               guint             index,
               const char       *code,
               int               a,
               int               b)
{
  const OctantTargetChange *change = g_ptr_array_index (comparison->targets, index);

  g_assert_cmpstr (change->code, ==, code);
  g_assert_cmpint (change->target_a, ==, a);
  g_assert_cmpint (change->target_b, ==, b);
}

/* Only what was set: BB.02 follows BB in the first model and is retired in the second. */
static void
test_targets (void)
{
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantComparison) comparison = NULL;
  const OctantTarget before[] = { { OCTANT_NODE_OVERALL, 2 }, { node_of (a, "BB"), 1 }, { node_of (a, "BB.02"), 2 } };
  const OctantTarget after[] = { { OCTANT_NODE_OVERALL, 2 }, { node_of (b, "BB"), 2 }, { node_of (b, "AA"), 1 } };
  GError *error = NULL;

  apply_ok (a, octant_act_set_targets (a, before, G_N_ELEMENTS (before), &by, &error), error);
  apply_ok (b, octant_act_set_targets (b, after, G_N_ELEMENTS (after), &by, &error), error);
  comparison = octant_comparison_new (a, b, FALSE);
  g_assert_cmpuint (comparison->targets->len, ==, 3);
  assert_target (comparison, 0, "AA", 0, 1);
  assert_target (comparison, 1, "BB", 1, 2);
  assert_target (comparison, 2, "BB.02", 2, 0);
}

static const OctantAttributionPart *
find_part (OctantAttribution *attribution,
           const char        *code)
{
  for (guint i = 0; i < attribution->parts->len; i++)
    if (strcmp (((OctantAttributionPart *) g_ptr_array_index (attribution->parts, i))->code, code) == 0)
      return g_ptr_array_index (attribution->parts, i);
  g_assert_not_reached ();
}

static void
test_attribution (void)
{
  g_autoptr (OctantAssessment) a = new_first (0);
  g_autoptr (OctantAssessment) b = new_second (0);
  g_autoptr (OctantAttribution) whole = octant_attribution_new (a, b, FALSE);
  g_autoptr (OctantAttribution) alike = octant_attribution_new (a, b, TRUE);
  const OctantAttributionPart *part;

  assert_value (&whole->total, "11/108");
  g_assert_cmpuint (whole->parts->len, ==, 5);
  /* Weights: AA.01 1/3 → 1/12, AA.02 1/3 → 1/4, BB.01 1/6 → 1/3, BB.02 1/6 → 0, CC.01 0 → 1/3.
   * AA.01: mean weight 5/24; answers 5/24 · (2 − 5/3), basis 5/24 · (14/9 − 7/6) less that;
   * weight −1/4 · (49/36 − 263/216). */
  part = find_part (whole, "AA.01");
  assert_value (&part->weight_a, "1/3");
  assert_value (&part->weight_b, "1/12");
  assert_value (&part->answers, "5/72");
  assert_value (&part->basis, "5/432");
  assert_value (&part->weight, "-31/864");
  /* BB.01: the same score of both, by other means: 1/4 · (2/3 − 1) and back. */
  part = find_part (whole, "BB.01");
  assert_value (&part->answers, "-1/12");
  assert_value (&part->basis, "1/12");
  part = find_part (whole, "BB.02");
  g_assert_true (part->known_a && !part->known_b && part->in_a && !part->in_b);
  assert_value (&part->answers, "0");
  assert_value (&part->weight, "119/1296");
  part = find_part (whole, "CC.01");
  g_assert_true (!part->known_a && part->known_b);
  assert_value (&part->total, "25/648");
  {
    g_auto (OctantRational) sum = { 0 };

    for (guint i = 0; i < whole->parts->len; i++)
      octant_rational_add (&sum, &((OctantAttributionPart *) g_ptr_array_index (whole->parts, i))->total);
    assert_value (&sum, "11/108");
  }
  assert_value (&alike->total, "-1/8");
  assert_value (&alike->answers, "-1/8");
  assert_value (&alike->basis, "0");
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  first = load_version (1);
  second = load_version (2);
  g_test_add_func ("/versions/lineage", test_lineage);
  g_test_add_func ("/versions/as-scored", test_as_scored);
  g_test_add_func ("/versions/like-for-like", test_like_for_like);
  g_test_add_func ("/versions/items", test_items);
  g_test_add_func ("/versions/objects", test_objects);
  g_test_add_func ("/versions/scope", test_scope);
  g_test_add_func ("/versions/targets", test_targets);
  g_test_add_func ("/versions/attribution", test_attribution);
  result = g_test_run ();
  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
  return result;
}
