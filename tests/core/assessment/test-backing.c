/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-backing.h"
#include "assessment/octant-evidence-state.h"
#include "fixture.h"

static OctantModel *model;

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

static char *
score_of (OctantAssessment *a,
          OctantReading     reading,
          const char       *code)
{
  const OctantScore *score = octant_scorer_get_score (octant_assessment_get_scorer (a, reading), node_of (a, code));
  g_autofree char *s = octant_rational_to_string (&score->s);
  g_autofree char *s_hi = octant_rational_to_string (&score->s_hi);

  return g_strdup_printf ("%s..%s L%d..%d", s, s_hi, score->l, score->l_hi);
}

#define assert_score(a, reading, code, expected) \
  G_STMT_START { \
    g_autofree char *found = score_of (a, reading, code); \
    g_assert_cmpstr (found, ==, expected); \
  } G_STMT_END

/* Section 9, row by row. */
static void
test_caps (void)
{
  static const struct
  {
    OctantRating rating;
    OctantRating by_strength[4];
    int needed;
  } rows[] = {
    { OCTANT_RATING_UNANSWERED, { OCTANT_RATING_UNANSWERED, OCTANT_RATING_UNANSWERED, OCTANT_RATING_UNANSWERED,
                                  OCTANT_RATING_UNANSWERED }, 0 },
    { OCTANT_RATING_N, { OCTANT_RATING_N, OCTANT_RATING_N, OCTANT_RATING_N, OCTANT_RATING_N }, 0 },
    { OCTANT_RATING_P, { OCTANT_RATING_P, OCTANT_RATING_P, OCTANT_RATING_P, OCTANT_RATING_P }, 0 },
    { OCTANT_RATING_L, { OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_L, OCTANT_RATING_L }, 1 },
    { OCTANT_RATING_F, { OCTANT_RATING_P, OCTANT_RATING_L, OCTANT_RATING_F, OCTANT_RATING_F }, 2 },
    { OCTANT_RATING_NA, { OCTANT_RATING_NA, OCTANT_RATING_NA, OCTANT_RATING_NA, OCTANT_RATING_NA }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (int strength = 0; strength < 4; strength++)
        g_assert_cmpint (octant_rating_cap (rows[i].rating, strength), ==, rows[i].by_strength[strength]);
      g_assert_cmpint (octant_rating_get_needed_strength (rows[i].rating), ==, rows[i].needed);
    }
}

/* Which pieces stand at the date of the assessment, 2026-03-01. */
static void
test_strength (void)
{
  static const struct
  {
    const char *strength;
    const char *collected;
    const char *until;
    int bears;
  } pieces[] = {
    { "3", "2026-03-02", NULL, 0 },         /* collected later */
    { "3", "2025-01-01", "2026-02-28", 0 }, /* no longer valid */
    { "1", "2019-01-01", NULL, 1 },         /* old: less confidence, the same strength */
    { "2", NULL, NULL, 2 },                 /* undated: the same */
    { "0", "2026-02-01", NULL, 2 },         /* a weaker one takes nothing away */
    { "3", "2026-03-01", "2026-03-01", 3 },
  };
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantItemRef item = item_of (a, "AP.05.1.P.01", 0);

  g_assert_cmpint (octant_assessment_get_strength (a, item.requirement, 0), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *id = g_strdup_printf ("ev-%u", i);

      attach (a, "AP.05.1.P.01", id, pieces[i].strength, pieces[i].collected, pieces[i].until);
      g_assert_cmpint (octant_assessment_get_strength (a, item.requirement, 0), ==, pieces[i].bears);
    }
}

static void
rate_all (OctantAssessment *a,
          const char       *subdomain,
          OctantRating      rating)
{
  guint index;
  const OctantModelSubdomain *info;

  g_assert_true (octant_model_find_subdomain (model, subdomain, &index));
  info = octant_model_get_subdomain (model, index);
  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    rate (a, octant_model_get_requirement (model, r)->code, 0, rating);
}

/* A reading that follows attach, detach, rating, clearing and scope, with exact results. */
static void
test_followed (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GArray) list = NULL;
  GError *error = NULL;
  const OctantUnbacked *first;

  rate_all (a, "PM.01", OCTANT_RATING_F);
  assert_score (a, OCTANT_READING_OFFICIAL, "PM.01", "5..5 L5..5");
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "5/3..5/3 L0..0"); /* all P: 1/3 at five levels */
  rate_all (a, "PM.01", OCTANT_RATING_P);
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "5/3..5/3 L0..0");
  rate_all (a, "PM.01", OCTANT_RATING_N);
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "0..0 L0..0");
  rate_all (a, "PM.01", OCTANT_RATING_UNANSWERED);
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "0..5 L0..5"); /* nothing is known yet, here neither */

  rate_all (a, "PM.01", OCTANT_RATING_F);
  list = octant_assessment_list_unbacked (a, node_of (a, "PM"));
  for (guint i = 0; i < list->len; i++)
    {
      const OctantItemRef item = g_array_index (list, OctantUnbacked, i).item;

      attach (a, octant_model_get_requirement (model, item.requirement)->code, "ev-1", "1", "2026-02-01", NULL);
    }
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "10/3..10/3 L1..1"); /* all L, as TV07 */
  g_array_unref (list);
  list = octant_assessment_list_unbacked (a, node_of (a, "PM.01"));
  first = &g_array_index (list, OctantUnbacked, 0);
  g_assert_cmpint (first->rating, ==, OCTANT_RATING_F);
  g_assert_cmpint (first->counts, ==, OCTANT_RATING_L);
  g_assert_cmpint (first->strength, ==, 1);
  g_assert_cmpint (first->needed, ==, 2);
  /* The same piece, found to be stronger: everything that leans on it rises with it. */
  {
    g_autoptr (OctantRecord) evidence = octant_record_ref (octant_assessment_get_evidence (a, "ev-1"));

    apply_ok (a, octant_act_edit_evidence (evidence, NULL, NULL, NULL, NULL, 2, &by, &error), error);
  }
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "5..5 L5..5");
  apply_ok (a, octant_act_detach (a, first->item, "ev-1", &by, &error), error);
  g_array_unref (list);
  list = octant_assessment_list_unbacked (a, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (list->len, ==, 1);
  apply_ok (a, octant_act_tailor (a, node_of (a, "PM.01"), TRUE, "for a test", "Approver (R1)", &by, &error), error);
  g_array_unref (list);
  list = octant_assessment_list_unbacked (a, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_false (octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_BACKED),
                                           node_of (a, "PM.01"))->applicable);
}

/* A carried-over answer that is not confirmed counts as little here as in the official result. */
static void
test_carried (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) a = NULL;
  g_autoptr (GArray) list = NULL;

  rate_all (from, "PM.01", OCTANT_RATING_F);
  a = new_cycle (model, 0, from);
  list = octant_assessment_list_unbacked (a, OCTANT_NODE_OVERALL);
  g_assert_cmpuint (list->len, ==, 0);
  assert_score (a, OCTANT_READING_BACKED, "PM.01", "0..5 L0..5");
}

static void
assert_not_above (const OctantScore *low,
                  const OctantScore *high)
{
  g_assert_cmpint (low->applicable, ==, high->applicable);
  g_assert_cmpint (octant_rational_compare (&low->s, &high->s), <=, 0);
  g_assert_cmpint (octant_rational_compare (&low->s_hi, &high->s_hi), <=, 0);
  g_assert_cmpint (low->l, <=, high->l);
  g_assert_cmpint (low->l_hi, <=, high->l_hi);
}

/* The losses of the sub-domains are all that the whole loses. */
static void
assert_losses (OctantAssessment *a)
{
  g_autoptr (GPtrArray) losses = octant_assessment_list_backing_losses (a);
  g_autoptr (GArray) all = octant_assessment_list_unbacked (a, OCTANT_NODE_OVERALL);
  g_auto (OctantRational) sum = { 0 };
  guint n = 0;

  for (guint i = 0; i < losses->len; i++)
    {
      const OctantBackingLoss *loss = losses->pdata[i];

      octant_rational_add (&sum, &loss->loss);
      n += loss->n_items;
      if (i > 0)
        g_assert_cmpint (octant_rational_compare (&((OctantBackingLoss *) losses->pdata[i - 1])->loss, &loss->loss), >=, 0);
    }
  g_assert_cmpuint (n, ==, all->len);
  octant_rational_add (&sum,
                       &octant_scorer_get_score (octant_assessment_get_shown_scorer (a, OCTANT_READING_BACKED), 0)->s);
  g_assert_true (octant_rational_equal (
    &sum, &octant_scorer_get_score (octant_assessment_get_shown_scorer (a, OCTANT_READING_OFFICIAL), 0)->s));
}

/* Never above the official result; a better rating or stronger evidence never lowers it; the loss shows in it exactly. */
static void
test_monotone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  gint32 n = 60;

  for (guint i = 0; i < 1500; i++)
    {
      guint r = (guint) g_rand_int_range (random, 0, n);
      guint slot = (guint) g_rand_int_range (random, 0, (gint32) octant_assessment_get_item_slots (a, r));
      const char *code = octant_model_get_requirement (model, r)->code;
      OctantAnswer answer;
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

      octant_assessment_get_answer (a, r, slot, &answer);
      for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
        {
          const OctantScore *score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_BACKED), node);

          g_ptr_array_add (before, octant_rational_to_string (&score->s));
          assert_not_above (score, octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), node));
        }
      if (g_rand_boolean (random))
        {
          const char strength[] = { (char) ('0' + g_rand_int_range (random, 0, 4)), '\0' };
          g_autofree char *id = g_strdup_printf ("ev-%u", i);
          g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
          GError *error = NULL;

          g_ptr_array_add (evidence, make_evidence (id, strength, "2026-01-01", NULL));
          apply_ok (a, octant_act_attach (a, item_of (a, code, slot), evidence, &by, &error), error);
        }
      else if (answer.rating < OCTANT_RATING_F)
        rate (a, code, slot, (OctantRating) (answer.rating + 1));
      else
        continue;
      octant_assessment_set_shown_object (a, i % 20 == 0 ? "obj-2" : NULL);
      if (i % 10 == 0)
        assert_losses (a);
      for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
        {
          const OctantScore *score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_BACKED), node);
          g_auto (OctantRational) old = { 0 };

          g_assert_true (octant_rational_parse (&old, before->pdata[node]));
          g_assert_cmpint (octant_rational_compare (&old, &score->s), <=, 0);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();
  g_test_add_func ("/backing/caps", test_caps);
  g_test_add_func ("/backing/strength", test_strength);
  g_test_add_func ("/backing/followed", test_followed);
  g_test_add_func ("/backing/carried", test_carried);
  g_test_add_func ("/backing/monotone", test_monotone);
  status = g_test_run ();
  g_clear_object (&model);
  return status;
}
