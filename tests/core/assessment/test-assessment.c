/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"

static OctantModel *model;

static char *
confidence_of (OctantAssessment *a,
               const char       *node)
{
  const OctantScore *score =
    octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), node_of (a, node));

  return octant_rational_to_string (&score->confidence);
}

static void
attach (OctantAssessment *a,
        const char       *code,
        const char       *id,
        const char       *strength,
        const char       *collected,
        const char       *until)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  GError *error = NULL;

  g_ptr_array_add (evidence, make_evidence (id, strength, collected, until));
  apply_ok (a, octant_act_attach (a, item_of (a, code, 0), evidence, &by, &error), error);
}

/*
 * One answered item of level 3 (required strength 2) among the items of AP.05; as_of is
 * 2026-03-01. Confidence is e / n of that one item.
 */
static void
test_best_evidence (void)
{
  static const struct
  {
    const char *strength;
    const char *collected;
    const char *until;
    const char *e;
  } cases[] = {
    { "0", "2026-02-01", NULL, "0" },
    { "1", "2024-06-01", NULL, "1/4" },         /* half the strength, half as fresh */
    { "2", "2023-01-01", NULL, "1/4" },         /* too old: not better */
    { "3", NULL, NULL, "1/4" },                 /* undated */
    { "3", "2026-03-02", NULL, "1/4" },         /* collected after the date of the assessment */
    { "3", "2026-01-01", "2026-02-28", "1/4" }, /* no longer valid then */
    { "1", "2025-12-01", NULL, "1/2" },
    { "2", "2024-03-01", NULL, "1/2" },         /* 24 months exactly */
    { "2", "2025-03-01", "2026-03-01", "1" },   /* 12 months exactly, the last valid day */
    { "1", "2026-02-28", NULL, "1" },           /* weaker ones change nothing */
  };
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  const OctantScore *score;

  rate (a, "AP.05.3.H.01", 0, OCTANT_RATING_F);
  score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), node_of (a, "AP.05"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("ev-%u", i);
      g_autofree char *got = NULL;
      g_autofree char *want = NULL;
      OctantFraction e;
      g_auto (OctantRational) expected = { 0 };

      attach (a, "AP.05.3.H.01", id, cases[i].strength, cases[i].collected, cases[i].until);
      g_assert_true (octant_fraction_parse (cases[i].e, &e));
      octant_rational_set_fraction (&expected, e.num, e.den * score->applicable_items);
      want = octant_rational_to_string (&expected);
      got = confidence_of (a, "AP.05");
      g_assert_cmpstr (got, ==, want);
    }
}

/* A changed evidence row reaches every item that it is linked to. */
static void
test_evidence_change (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantAct *act;
  OctantRecord *evidence;
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  rate (a, "AP.04.1.H.01", 0, OCTANT_RATING_F);
  attach (a, "AP.05.1.H.01", "ev", "3", NULL, NULL);
  attach (a, "AP.04.1.H.01", "ev", "3", NULL, NULL);
  none = confidence_of (a, "AP.04");
  g_assert_cmpstr (none, ==, "0");
  evidence = octant_assessment_get_evidence (a, "ev");
  act = octant_act_new ("evidence", "ev", octant_assessment_get_id (a), by.actor, by.time);
  octant_act_add_change (act, octant_record_ref (evidence),
                         octant_record_with (evidence, OCTANT_EVIDENCE_COLLECTED_ON, "2026-01-01", G_MAXUINT));
  octant_assessment_apply (a, act);
  one = confidence_of (a, "AP.04");
  g_assert_cmpstr (one, !=, "0");
  octant_act_free (act);
}

/* Rows of another cycle, and of another organisation, do not concern it. */
static void
test_foreign_rows (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) b = new_cycle (model, 0, NULL);
  GError *error = NULL;
  g_autoptr (OctantAct) act = octant_act_rate (b, item_of (b, "AP.05.1.H.01", 0), OCTANT_RATING_F,
                                               NULL, NULL, NULL, &by, &error);
  guint n;

  octant_assessment_apply (a, act);
  g_assert_null (octant_assessment_get_answer_record (a, item_of (a, "AP.05.1.H.01", 0).requirement, 0));
  octant_assessment_get_changed_nodes (a, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Rows that the model does not know are no answers, but are not lost. */
static void
test_unknown_rows (void)
{
  const char *stray[] = { NULL, "ZZ.01.1.H.01", "", "F", NULL, NULL, NULL, "confirmed", "Assessor", TIME };
  const char *object[] = { NULL, "AP.05.1.P.01", "gone", "F", NULL, NULL, NULL, "confirmed", "Assessor", TIME };
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (OctantAct) act = octant_act_new ("edit", "x", octant_assessment_get_id (a), by.actor, by.time);
  g_autoptr (OctantAct) inverse = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const OctantScore *score;

  stray[0] = object[0] = octant_assessment_get_id (a);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ANSWER, stray));
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_ANSWER, object));
  octant_assessment_apply (a, act);
  rows = octant_assessment_list_records (a);
  g_assert_cmpuint (rows->len, ==, 3);
  score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), OCTANT_NODE_OVERALL);
  g_assert_cmpuint (score->answered, ==, 0);
  inverse = invert (act);
  octant_assessment_apply (a, inverse);
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = octant_assessment_list_records (a);
  g_assert_cmpuint (rows->len, ==, 1);
}

/* One object alone: the institution's answers and its own. */
static void
test_object_scorer (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (OctantAssessment) alone = new_cycle (model, 0, NULL);
  g_autoptr (OctantScorer) first = NULL;
  g_autoptr (OctantScorer) second = NULL;
  OctantScorer *reference = octant_assessment_get_scorer (alone, OCTANT_READING_OFFICIAL);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      const OctantRequirement *q = octant_model_get_requirement (model, r);

      for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
        rate (a, q->code, slot, (OctantRating) (OCTANT_RATING_N + (r + slot) % 4));
      rate (alone, q->code, 0, (OctantRating) (OCTANT_RATING_N + (r + octant_assessment_get_item_slots (a, r) - 1) % 4));
    }
  first = octant_assessment_new_object_scorer (a, 0, OCTANT_READING_OFFICIAL);
  second = octant_assessment_new_object_scorer (a, 1, OCTANT_READING_OFFICIAL);
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      g_assert_true (octant_rational_equal (&octant_scorer_get_score (second, node)->s,
                                            &octant_scorer_get_score (reference, node)->s));
      g_assert_cmpint (octant_scorer_get_score (second, node)->l, ==, octant_scorer_get_score (reference, node)->l);
    }
  g_assert_false (octant_rational_equal (&octant_scorer_get_score (first, 0)->s, &octant_scorer_get_score (second, 0)->s));
}

typedef struct
{
  guint items;
  guint structure;
  guint scores;
  guint requirement;
} Signals;

static void
item_cb (OctantAssessment *a,
         guint             requirement,
         guint             slot,
         Signals          *signals)
{
  signals->items++;
  signals->requirement = requirement;
}

static void
structure_cb (OctantAssessment *a,
              Signals          *signals)
{
  signals->structure++;
}

static void
scores_cb (OctantAssessment *a,
           Signals          *signals)
{
  signals->scores++;
}

static void
test_signals (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  Signals signals = { 0 };
  GError *error = NULL;

  g_signal_connect (a, "item-changed", G_CALLBACK (item_cb), &signals);
  g_signal_connect (a, "structure-changed", G_CALLBACK (structure_cb), &signals);
  g_signal_connect (a, "scores-changed", G_CALLBACK (scores_cb), &signals);

  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  g_assert_cmpuint (signals.items, ==, 1);
  g_assert_cmpuint (signals.requirement, ==, item_of (a, "AP.05.1.H.01", 0).requirement);
  g_assert_cmpuint (signals.structure, ==, 0);
  g_assert_cmpuint (signals.scores, ==, 1);
  apply_ok (a, octant_act_note (a, item_of (a, "AP.05.1.H.01", 0), "n", &by, &error), error);
  g_assert_cmpuint (signals.items, ==, 2);
  g_assert_cmpuint (signals.scores, ==, 1);
  apply_ok (a, octant_act_tailor (a, node_of (a, "AP.05"), TRUE, "r", "Approver (R1)", &by, &error), error);
  g_assert_cmpuint (signals.structure, ==, 1);
  g_assert_cmpuint (signals.items, ==, 2);
  g_assert_cmpuint (signals.scores, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/assessment/best-evidence", test_best_evidence);
  g_test_add_func ("/assessment/evidence-change", test_evidence_change);
  g_test_add_func ("/assessment/foreign-rows", test_foreign_rows);
  g_test_add_func ("/assessment/unknown-rows", test_unknown_rows);
  g_test_add_func ("/assessment/object-scorer", test_object_scorer);
  g_test_add_func ("/assessment/signals", test_signals);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
