/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "../assessment/variant.h"
#include "history/octant-comparison.h"

static OctantModel *model;

static const OctantItemChange *
find_change (OctantComparison *comparison,
             const char       *code,
             const char       *object)
{
  for (guint i = 0; i < comparison->items->len; i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);

      if (strcmp (change->code, code) == 0 && g_strcmp0 (change->object, object) == 0)
        return change;
    }
  return NULL;
}

static const OctantNodeChange *
find_node (OctantComparison *comparison,
           const char       *code)
{
  for (guint i = 0; i < comparison->nodes->len; i++)
    {
      const OctantNodeChange *change = g_ptr_array_index (comparison->nodes, i);

      if (strcmp (change->code, code) == 0)
        return change;
    }
  return NULL;
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *code;
    OctantRating a, b;
    OctantChangeKind kind;
  } cases[] = {
    { "AP.05.1.H.01", OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_CHANGE_IMPROVED },
    { "AP.05.2.H.01", OCTANT_RATING_F, OCTANT_RATING_L, OCTANT_CHANGE_WORSENED },
    { "AP.05.3.H.01", OCTANT_RATING_UNANSWERED, OCTANT_RATING_N, OCTANT_CHANGE_ANSWERED },
    { "AP.05.3.H.02", OCTANT_RATING_L, OCTANT_RATING_UNANSWERED, OCTANT_CHANGE_CLEARED },
    { "AP.05.4.H.01", OCTANT_RATING_L, OCTANT_RATING_L, OCTANT_CHANGE_CONFIRMED },
    { "AP.05.5.H.01", OCTANT_RATING_UNANSWERED, OCTANT_RATING_UNANSWERED, OCTANT_CHANGE_SAME },
    { "SH.02.3.H.02", OCTANT_RATING_P, OCTANT_RATING_NA, OCTANT_CHANGE_BECAME_NA },
    { "SH.03.3.P.03", OCTANT_RATING_NA, OCTANT_RATING_P, OCTANT_CHANGE_NO_LONGER_NA },
    { "SH.10.3.H.02", OCTANT_RATING_NA, OCTANT_RATING_NA, OCTANT_CHANGE_CONFIRMED },
    { "SH.12.3.H.01", OCTANT_RATING_UNANSWERED, OCTANT_RATING_F, OCTANT_CHANGE_ANSWERED },
  };
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  g_autoptr (OctantComparison) comparison = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rate (a, cases[i].code, 0, cases[i].a);
      rate (b, cases[i].code, 0, cases[i].b);
    }
  comparison = octant_comparison_new (a, b, FALSE);
  g_assert_cmpuint (comparison->items->len, ==, octant_model_get_n_requirements (model));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OctantItemChange *change = find_change (comparison, cases[i].code, NULL);

      g_assert_nonnull (change);
      g_assert_cmpstr (octant_change_kind_to_string (change->kind), ==, octant_change_kind_to_string (cases[i].kind));
      g_assert_cmpint (change->rating_a, ==, cases[i].a);
      g_assert_cmpint (change->rating_b, ==, cases[i].b);
      g_assert_false (change->carried);
    }
}

static void
test_carried (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = NULL;
  g_autoptr (OctantComparison) comparison = NULL;
  const OctantItemChange *change;
  GError *error = NULL;

  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  rate (a, "AP.05.2.H.01", 0, OCTANT_RATING_F);
  b = new_cycle (model, 0, a);
  apply_ok (b, octant_act_note (b, item_of (b, "AP.05.1.H.01", 0), "new", &by, &error), error);
  rate (b, "AP.05.2.H.01", 0, OCTANT_RATING_F);
  comparison = octant_comparison_new (a, b, FALSE);
  change = find_change (comparison, "AP.05.1.H.01", NULL);
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_SAME);
  g_assert_true (change->carried);
  g_assert_true (change->note_changed);
  change = find_change (comparison, "AP.05.2.H.01", NULL);
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_CONFIRMED);
  g_assert_false (change->carried);
  g_assert_false (change->note_changed);
}

static void
test_nodes (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  g_autoptr (OctantComparison) comparison = NULL;
  const OctantNodeChange *change;
  g_autofree char *delta = NULL;
  GError *error = NULL;

  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_P);
  rate (b, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  apply_ok (b, octant_act_tailor (b, node_of (b, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  comparison = octant_comparison_new (a, b, FALSE);
  g_assert_cmpuint (comparison->nodes->len, ==, octant_model_get_n_nodes (model));
  change = find_node (comparison, "AP.05");
  delta = octant_rational_to_string (&change->delta);
  g_assert_cmpstr (delta, ==, "1/3");
  g_assert_cmpstr (change->name.en, ==, octant_node_get_name (octant_assessment_get_node (a, node_of (a, "AP.05")))->en);
  change = find_node (comparison, "SH.12");
  g_assert_true (change->in_a);
  g_assert_false (change->in_b);
}

static void
test_objects_and_evidence (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 3, NULL);
  g_autoptr (OctantComparison) forward = NULL;
  g_autoptr (OctantComparison) back = NULL;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  const OctantItemChange *change;
  GError *error = NULL;

  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_P);
  rate (b, "AP.05.1.P.01", 1, OCTANT_RATING_F);
  rate (b, "AP.05.1.P.01", 2, OCTANT_RATING_L);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (b, octant_act_attach (b, item_of (b, "AP.05.1.P.01", 1), evidence, &by, &error), error);

  forward = octant_comparison_new (a, b, FALSE);
  change = find_change (forward, "AP.05.1.P.01", "Settlement");
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_IMPROVED);
  g_assert_true (change->evidence_changed);
  change = find_change (forward, "AP.05.1.P.01", "Market data");
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_NEW);
  g_assert_cmpint (change->rating_b, ==, OCTANT_RATING_L);

  back = octant_comparison_new (b, a, FALSE);
  change = find_change (back, "AP.05.1.P.01", "Market data");
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_RETIRED);
  g_assert_cmpint (change->rating_a, ==, OCTANT_RATING_L);
  change = g_ptr_array_index (back->items, back->items->len - 1);
  g_assert_cmpint (change->kind, ==, OCTANT_CHANGE_RETIRED);
}

/* What deleting the differences from both models would give. */
static void
test_like_for_like (void)
{
  g_autoptr (OctantModel) newer = variant_model (model);
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (newer, 0, NULL);
  g_autoptr (OctantComparison) plain = NULL;
  g_autoptr (OctantComparison) alike = NULL;
  const OctantNodeChange *change;
  g_autofree char *s_a = NULL;
  g_autofree char *s_b = NULL;

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      const char *code = octant_model_get_requirement (model, r)->code;

      /* Last year's only gap is in what is retired now; this year's only one in what is new. */
      rate (a, code, 0, strcmp (code, VARIANT_RETIRED) == 0 ? OCTANT_RATING_N : OCTANT_RATING_F);
      if (strcmp (code, VARIANT_RETIRED) != 0)
        rate (b, code, 0, OCTANT_RATING_F);
    }
  rate (b, VARIANT_NEW, 0, OCTANT_RATING_N);

  plain = octant_comparison_new (a, b, FALSE);
  g_assert_cmpint (find_change (plain, VARIANT_RETIRED, NULL)->kind, ==, OCTANT_CHANGE_RETIRED);
  g_assert_cmpint (find_change (plain, VARIANT_NEW, NULL)->kind, ==, OCTANT_CHANGE_NEW);
  change = find_node (plain, "AP.05");
  g_assert_cmpint (change->l_a, ==, 1);
  g_assert_cmpint (change->l_b, ==, 1);

  alike = octant_comparison_new (a, b, TRUE);
  g_assert_null (find_change (alike, VARIANT_RETIRED, NULL));
  g_assert_null (find_change (alike, VARIANT_NEW, NULL));
  change = find_node (alike, "AP.05");
  s_a = octant_rational_to_string (&change->s_a);
  s_b = octant_rational_to_string (&change->s_b);
  g_assert_cmpstr (s_a, ==, "5");
  g_assert_cmpstr (s_b, ==, "5");
  g_assert_cmpint (change->l_a, ==, 5);
  g_assert_cmpint (change->l_b, ==, 5);
}

/* Of one model and the same objects, like for like is the plain comparison. */
static void
test_like_for_like_same (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  g_autoptr (OctantAssessment) b = NULL;
  g_autoptr (OctantComparison) plain = NULL;
  g_autoptr (OctantComparison) alike = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
      rate (a, octant_model_get_requirement (model, r)->code, slot,
            (OctantRating) g_rand_int_range (random, 0, OCTANT_RATING_NA));
  b = new_cycle (model, 3, a);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r += 3)
    rate (b, octant_model_get_requirement (model, r)->code, 0, OCTANT_RATING_F);
  plain = octant_comparison_new (a, b, FALSE);
  alike = octant_comparison_new (a, b, TRUE);
  g_assert_cmpuint (plain->nodes->len, ==, alike->nodes->len);
  g_assert_cmpuint (plain->items->len, ==, alike->items->len);
  for (guint i = 0; i < plain->nodes->len; i++)
    {
      const OctantNodeChange *x = g_ptr_array_index (plain->nodes, i);
      const OctantNodeChange *y = g_ptr_array_index (alike->nodes, i);

      g_assert_cmpstr (x->code, ==, y->code);
      g_assert_true (octant_rational_equal (&x->s_a, &y->s_a));
      g_assert_true (octant_rational_equal (&x->s_b, &y->s_b));
      g_assert_cmpint (x->l_a, ==, y->l_a);
      g_assert_cmpint (x->l_b, ==, y->l_b);
    }
}

/* Only shared objects are scored: what the third one does is no difference. */
static void
test_like_for_like_objects (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 3, NULL);
  g_autoptr (OctantAssessment) none = new_cycle (model, 0, NULL);
  g_autoptr (OctantComparison) alike = NULL;
  g_autoptr (OctantComparison) apart = NULL;
  const OctantNodeChange *change;

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      const char *code = octant_model_get_requirement (model, r)->code;

      for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
        {
          rate (a, code, slot, OCTANT_RATING_F);
          rate (b, code, slot, OCTANT_RATING_F);
        }
      rate (none, code, 0, OCTANT_RATING_F);
    }
  alike = octant_comparison_new (a, b, TRUE);
  change = find_node (alike, "overall");
  g_assert_cmpint (change->l_a, ==, 5);
  g_assert_cmpint (change->l_b, ==, 5);
  g_assert_cmpint (octant_rational_floor (&change->s_b), ==, 5);

  /* No object is shared: what is rated for objects stays out altogether. */
  apart = octant_comparison_new (none, b, TRUE);
  g_assert_null (find_change (apart, "AP.05.1.P.01", "Trading"));
  change = find_node (apart, "AP.05");
  /* Of its process requirements only one, of level 3, is rated for the institution. */
  g_assert_cmpint (change->l_a, ==, 3);
  g_assert_cmpint (change->l_b, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/comparison/kinds", test_kinds);
  g_test_add_func ("/comparison/carried", test_carried);
  g_test_add_func ("/comparison/nodes", test_nodes);
  g_test_add_func ("/comparison/objects-and-evidence", test_objects_and_evidence);
  g_test_add_func ("/comparison/like-for-like", test_like_for_like);
  g_test_add_func ("/comparison/like-for-like-same", test_like_for_like_same);
  g_test_add_func ("/comparison/like-for-like-objects", test_like_for_like_objects);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
