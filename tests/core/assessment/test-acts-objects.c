/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-objects.h"
#include "assessment/octant-acts-register.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "fixture.h"

/* A requirement that is rated by object. */
static guint
object_requirement (OctantModel *model)
{
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    if (octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_OBJECT)
      return r;
  g_assert_not_reached ();
}

/* One that is rated once. */
static const char *
org_code (OctantModel *model)
{
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    if (octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_ORG)
      return octant_model_get_requirement (model, r)->code;
  g_assert_not_reached ();
}

static void
assert_refused (OctantAct *act,
                GError   **error,
                const char *part)
{
  g_assert_null (act);
  g_assert_error (*error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  if (strstr ((*error)->message, part) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, part);
  g_clear_error (error);
}

static void
assert_rating (OctantAssessment *assessment,
               guint             requirement,
               guint             slot,
               OctantRating      rating,
               gboolean          carried)
{
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);
  g_assert_cmpint (answer.rating, ==, rating);
  g_assert_cmpint (answer.carried, ==, carried);
}

static guint
count_rows (OctantAssessment *assessment,
            OctantTable       table)
{
  g_autoptr (GPtrArray) rows = octant_assessment_list_records (assessment);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += octant_record_get_table (rows->pdata[i]) == table ? 1 : 0;
  return n;
}

static GPtrArray *
objects (guint n)
{
  static const char *const all[][3] = {
    { "obj-1", "Trading", "4" },
    { "obj-2", "Settlement", "3" },
    { "obj-3", "Market data", "2" },
  };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, make_object (all[i][0], all[i][1], all[i][2]));
  return list;
}

static void
test_edit (void)
{
  g_autoptr (OctantRecord) object = make_object ("obj-1", "Trading", "4");
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  const OctantChange *change;

  act = octant_act_edit_object (object, " Trading core ", NULL, 0, 5, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "edit-object");
  change = act->changes->pdata[0];
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_OBJECT_NAME), ==, "Trading core");
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_OBJECT_KIND), ==, "OBJ-TRD");
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_OBJECT_LEVEL), ==, "4");
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_OBJECT_CRITICALITY), ==, "5");
  g_clear_pointer (&act, octant_act_free);

  act = octant_act_edit_object (object, "Trading", "OBJ-TRD", 4, 4, &by, &error);
  g_assert_no_error (error);
  g_assert_true (octant_act_is_empty (act));
  assert_refused (octant_act_edit_object (object, "", NULL, 0, 0, &by, &error), &error, "empty");
  assert_refused (octant_act_edit_object (object, NULL, NULL, 6, 0, &by, &error), &error, "1 to 5");
  assert_refused (octant_act_edit_object (object, NULL, NULL, 0, -1, &by, &error), &error, "1 to 5");
}

static void
test_remove (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 1, NULL);
  g_autoptr (OctantRecord) object = make_object ("obj-1", "Trading", "4");
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (cycles, octant_assessment_get_cycle (a));
  assert_refused (octant_act_remove_object (object, cycles, &by, &error), &error, "“2026”");
  g_ptr_array_set_size (cycles, 0);
  act = octant_act_remove_object (object, cycles, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (act->changes->len, ==, 1);
  g_assert_null (((OctantChange *) act->changes->pdata[0])->after);
}

/* An object leaves with its answers, and all is back after an undo. */
static void
test_scope (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  guint r = object_requirement (model);
  const char *code = octant_model_get_requirement (model, r)->code;
  g_autoptr (GPtrArray) chosen = objects (3);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) inverse = NULL;
  g_autoptr (GError) error = NULL;

  rate (a, code, 0, OCTANT_RATING_N);
  rate (a, code, 1, OCTANT_RATING_P);
  rate (a, code, 2, OCTANT_RATING_F);
  rate (a, org_code (model), 0, OCTANT_RATING_L);
  before = octant_assessment_list_score_rows (a, NULL, 0);

  /* The second goes, the third comes first. */
  g_ptr_array_remove_index (chosen, 1);
  g_ptr_array_insert (chosen, 0, g_ptr_array_steal_index (chosen, 1));
  act = octant_act_set_scope (a, chosen, &by, &error);
  g_assert_no_error (error);
  octant_assessment_apply (a, act);
  g_assert_cmpuint (octant_assessment_get_n_objects (a), ==, 2);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_object (a, 0), OCTANT_CYCLE_OBJECT_NAME), ==, "Market data");
  assert_rating (a, r, 0, OCTANT_RATING_F, FALSE);
  assert_rating (a, r, 1, OCTANT_RATING_N, FALSE);
  g_assert_cmpuint (count_rows (a, OCTANT_TABLE_ANSWER), ==, 3);

  inverse = invert (act);
  octant_assessment_apply (a, inverse);
  g_assert_cmpuint (octant_assessment_get_n_objects (a), ==, 3);
  assert_rating (a, r, 1, OCTANT_RATING_P, FALSE);
  after = octant_assessment_list_score_rows (a, NULL, 0);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (((OctantScoreRow *) before->pdata[i])->s, ==, ((OctantScoreRow *) after->pdata[i])->s);

  g_ptr_array_add (chosen, make_object ("obj-1", "Trading", "4"));
  assert_refused (octant_act_set_scope (a, chosen, &by, &error), &error, "chosen twice");
}

/* The first objects get what was answered for the institution, to be confirmed; nothing is lost. */
static void
test_first_objects (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  guint r = object_requirement (model);
  const char *code = octant_model_get_requirement (model, r)->code;
  g_autoptr (GPtrArray) chosen = objects (2);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GError) error = NULL;
  OctantItemRef item = { r, 0 };

  rate (a, code, 0, OCTANT_RATING_L);
  rate (a, org_code (model), 0, OCTANT_RATING_F);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-02-01", NULL));
  apply_ok (a, octant_act_attach (a, item, evidence, &by, &error), error);
  apply_ok (a, octant_act_set_scope (a, chosen, &by, &error), error);
  for (guint slot = 0; slot < 2; slot++)
    {
      assert_rating (a, r, slot, OCTANT_RATING_L, TRUE);
      g_clear_pointer (&evidence, g_ptr_array_unref);
      evidence = octant_assessment_list_evidence (a, r, slot);
      g_assert_cmpuint (evidence->len, ==, 1);
    }
  item = item_of (a, org_code (model), 0);
  assert_rating (a, item.requirement, 0, OCTANT_RATING_F, FALSE);

  /* And away again: the institution as a whole has no answer then. */
  g_ptr_array_set_size (chosen, 0);
  apply_ok (a, octant_act_set_scope (a, chosen, &by, &error), error);
  assert_rating (a, r, 0, OCTANT_RATING_UNANSWERED, FALSE);
  g_assert_cmpuint (count_rows (a, OCTANT_TABLE_ANSWER), ==, 1);
  g_assert_cmpuint (count_rows (a, OCTANT_TABLE_EVIDENCE_LINK), ==, 0);
}

static void
test_refresh (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rows, make_object ("obj-2", "Clearing", "4"));
  g_ptr_array_add (rows, make_object ("obj-9", "Elsewhere", "4"));
  apply_ok (a, octant_act_refresh_objects (a, rows, &by, &error), error);
  g_assert_cmpuint (octant_assessment_get_n_objects (a), ==, 2);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_object (a, 1), OCTANT_CYCLE_OBJECT_NAME), ==, "Clearing");
  g_assert_cmpint (octant_record_get_int (octant_assessment_get_object (a, 1), OCTANT_CYCLE_OBJECT_CRITICALITY), ==, 4);
  {
    g_autoptr (OctantAct) again = octant_act_refresh_objects (a, rows, &by, &error);

    g_assert_no_error (error);
    g_assert_true (octant_act_is_empty (again));
  }
}

static void
test_copy (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  guint r = object_requirement (model);
  OctantItemRef item = { r, 1 };
  const guint slots[] = { 0, 1, 2 };
  const guint beyond[] = { 7 };
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  OctantAnswer answer;

  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_L, "as seen", NULL, NULL, &by, &error), error);
  act = octant_act_copy_to_objects (a, item, slots, G_N_ELEMENTS (slots), &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "copy");
  g_assert_cmpuint (act->changes->len, ==, 2);
  octant_assessment_apply (a, act);
  for (guint slot = 0; slot < 3; slot++)
    {
      octant_assessment_get_answer (a, r, slot, &answer);
      g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
      g_assert_cmpstr (answer.note, ==, "as seen");
    }
  assert_refused (octant_act_copy_to_objects (a, item, beyond, 1, &by, &error), &error, "not rated for such an object");
}

static void
test_organisation (void)
{
  const char *values[] = { ORG, "Example", "futures", TIME };
  g_autoptr (OctantRecord) org = octant_record_new (OCTANT_TABLE_ORGANISATION, values);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (OctantRecord) object = make_object ("obj-1", "Trading", "4");
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;

  act = octant_act_edit_organisation (org, "Example Futures", NULL, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (octant_record_get (((OctantChange *) act->changes->pdata[0])->after, OCTANT_ORGANISATION_NAME), ==,
                   "Example Futures");
  g_clear_pointer (&act, octant_act_free);
  assert_refused (octant_act_edit_organisation (org, " ", NULL, &by, &error), &error, "empty");

  g_ptr_array_add (rows, org);
  g_ptr_array_add (rows, object);
  act = octant_act_delete_organisation (org, rows, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (act->changes->len, ==, 2);
  g_assert_true (((OctantChange *) act->changes->pdata[0])->before == object);
}

static void
test_edit_cycle (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GError) error = NULL;

  apply_ok (a, octant_act_edit_cycle (a, "2026 autumn", "2026-09-30", "Assessor B", &by, &error), error);
  g_assert_cmpstr (octant_assessment_get_title (a), ==, "2026 autumn");
  g_assert_cmpstr (octant_assessment_get_as_of (a), ==, "2026-09-30");
  apply_ok (a, octant_act_edit_cycle (a, NULL, NULL, "", &by, &error), error);
  g_assert_null (octant_record_get (octant_assessment_get_cycle (a), OCTANT_CYCLE_ASSESSOR));
  assert_refused (octant_act_edit_cycle (a, NULL, "2026-02-30", NULL, &by, &error), &error, "YYYY-MM-DD");
  assert_refused (octant_act_edit_cycle (a, "", NULL, NULL, &by, &error), &error, "empty");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/objects/edit", test_edit);
  g_test_add_func ("/objects/remove", test_remove);
  g_test_add_func ("/objects/scope", test_scope);
  g_test_add_func ("/objects/first-objects", test_first_objects);
  g_test_add_func ("/objects/refresh", test_refresh);
  g_test_add_func ("/objects/copy", test_copy);
  g_test_add_func ("/register/organisation", test_organisation);
  g_test_add_func ("/register/edit-cycle", test_edit_cycle);

  return g_test_run ();
}
