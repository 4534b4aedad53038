/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "variant.h"

#include "assessment/octant-applicability.h"

static OctantModel *model;

static OctantAct *
carry (OctantModel      *to,
       GPtrArray        *objects,
       OctantAssessment *from)
{
  OctantNewCycle what = { ORG, " 2027 ", "2027-03-01", to, objects, from };
  GError *error = NULL;
  g_autofree char *id = NULL;
  OctantAct *act = octant_act_new_cycle (&what, &by, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (act->cycle_id, ==, id);
  g_assert_true (g_uuid_string_is_valid (id));
  return act;
}

static OctantAnswer
answer_of (OctantAssessment *a,
           const char       *code,
           guint             slot)
{
  OctantItemRef item = item_of (a, code, slot);
  OctantAnswer answer;

  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  return answer;
}

static void
test_refused (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  OctantNewCycle what = { ORG, "2027", "2027-03-01", model, NULL, NULL };
  GError *error = NULL;

  what.title = " ";
  g_assert_null (octant_act_new_cycle (&what, &by, NULL, &error));
  g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  g_clear_error (&error);
  what.title = "2027";
  what.as_of = "2027-02-29";
  g_assert_null (octant_act_new_cycle (&what, &by, NULL, &error));
  g_clear_error (&error);
  what.as_of = "2027-02-28";
  what.from = from;
  what.organisation_id = "another";
  g_assert_null (octant_act_new_cycle (&what, &by, NULL, &error));
  g_assert_nonnull (strstr (error->message, "another institution"));
  g_clear_error (&error);
  what.from = NULL;
  what.objects = objects;
  g_ptr_array_add (objects, make_object ("obj-1", "Trading", "4"));
  g_assert_null (octant_act_new_cycle (&what, &by, NULL, &error));
  g_assert_nonnull (strstr (error->message, "belongs to another institution"));
  g_clear_error (&error);
  what.organisation_id = ORG;
  g_ptr_array_add (objects, make_object ("obj-1", "Trading", "4"));
  g_assert_null (octant_act_new_cycle (&what, &by, NULL, &error));
  g_assert_nonnull (strstr (error->message, "chosen twice"));
  g_clear_error (&error);
}

static void
test_empty (void)
{
  g_autoptr (OctantAct) act = carry (model, NULL, NULL);
  g_autoptr (OctantAssessment) a = open_act (act, model, NULL);
  g_autoptr (GPtrArray) rows = octant_assessment_list_score_rows (a, NULL, 0);

  g_assert_cmpuint (act->changes->len, ==, 1);
  g_assert_cmpstr (octant_assessment_get_title (a), ==, "2027");
  g_assert_cmpstr (act->model_hash, ==, octant_model_get_hash (model));
  g_assert_true (g_bytes_equal (act->model, octant_model_get_bytes (model)));
  g_assert_cmpuint (act->scores->len, ==, octant_model_get_n_nodes (model));
  g_assert_cmpuint (rows->len, ==, act->scores->len);
  g_assert_null (octant_record_get (octant_assessment_get_cycle (a), OCTANT_CYCLE_FROM_CYCLE));
}

static void
test_same_model (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  g_autoptr (GPtrArray) list = NULL;
  OctantItemRef item = item_of (from, "AP.05.1.P.01", 1);
  OctantAnswer answer;
  GError *error = NULL;

  rate (from, "AP.05.1.P.01", 1, OCTANT_RATING_L);
  rate (from, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  rate (from, "AP.05.3.P.03", 0, OCTANT_RATING_NA);
  apply_ok (from, octant_act_note (from, item_of (from, "AP.05.2.H.01", 0), "ask", &by, &error), error);
  apply_ok (from, octant_act_tailor (from, node_of (from, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (from, octant_act_attach (from, item, evidence, &by, &error), error);

  /* NULL: the objects of the earlier cycle. */
  act = carry (model, NULL, from);
  a = open_act (act, model, evidence);
  g_assert_cmpuint (octant_assessment_get_n_objects (a), ==, 2);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_cycle (a), OCTANT_CYCLE_FROM_CYCLE), ==,
                   octant_assessment_get_id (from));

  answer = answer_of (a, "AP.05.1.P.01", 1);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
  g_assert_true (answer.carried);
  g_assert_cmpstr (answer.rated_by, ==, "Assessor");
  g_assert_cmpuint (answer.n_evidence, ==, 1);
  list = octant_assessment_list_evidence (a, item.requirement, 1);
  g_assert_true (list->pdata[0] == evidence->pdata[0]);
  answer = answer_of (a, "AP.05.3.P.03", 0);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_NA);
  g_assert_cmpstr (answer.na_approver, ==, "Approver");
  g_assert_true (answer.carried);
  answer = answer_of (a, "AP.05.2.H.01", 0);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_false (answer.carried);
  g_assert_cmpstr (answer.note, ==, "ask");
  g_assert_cmpstr (octant_record_get (octant_assessment_get_tailoring (a, node_of (a, "SH.12")), OCTANT_TAILORING_REASON),
                   ==, "no cloud");
  g_assert_cmpuint (octant_assessment_get_n_carried (a, OCTANT_NODE_OVERALL), ==, 3);
  g_assert_cmpuint (octant_assessment_get_n_carried (a, node_of (a, "AP.05")), ==, 3);
  g_assert_cmpuint (octant_assessment_get_n_carried (a, node_of (a, "SH")), ==, 0);
}

/* Objects that are new to the institution begin with what was said of all of it. */
static void
test_institution_to_objects (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  OctantItemRef item = item_of (from, "AP.05.1.P.01", 0);
  OctantAnswer answer;
  GError *error = NULL;

  g_assert_cmpint (octant_model_get_requirement (model, item.requirement)->scope, ==, OCTANT_SCOPE_OBJECT);
  rate (from, "AP.05.1.P.01", 0, OCTANT_RATING_L);
  rate (from, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (from, octant_act_attach (from, item, evidence, &by, &error), error);
  g_ptr_array_add (objects, make_object ("obj-1", "Trading", "4"));
  g_ptr_array_add (objects, make_object ("obj-2", "Settlement", "3"));

  act = carry (model, objects, from);
  a = open_act (act, model, evidence);
  octant_assessment_set_previous (a, from);
  for (guint slot = 0; slot < 2; slot++)
    {
      answer = answer_of (a, "AP.05.1.P.01", slot);
      g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
      g_assert_true (answer.carried);
      g_assert_cmpuint (answer.n_evidence, ==, 1);
      g_assert_true (octant_assessment_get_previous_answer (a, item.requirement, slot, &answer));
      g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
    }
  g_assert_cmpuint (octant_assessment_get_n_carried (a, node_of (a, "AP.05")), ==, 3);
  g_assert_cmpuint (octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL),
                                             OCTANT_NODE_OVERALL)->answered, ==, 0);
}

static void
test_readings (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  const OctantScore *official, *claimed;
  OctantItemRef item;
  OctantAnswer answer;
  GError *error = NULL;
  guint node;

  rate (from, "AP.05.1.P.01", 0, OCTANT_RATING_F);
  rate (from, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  act = carry (model, NULL, from);
  a = open_act (act, model, NULL);
  node = node_of (a, "AP.05");
  official = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), node);
  claimed = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_CLAIMED), node);
  g_assert_cmpint (official->l, ==, 0);
  g_assert_cmpuint (official->answered, ==, 0);
  g_assert_cmpint (claimed->l, ==, 1);
  g_assert_cmpuint (claimed->answered, ==, 2);

  /* The same rating again confirms; so does confirming. */
  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_F);
  answer = answer_of (a, "AP.05.1.P.01", 0);
  g_assert_false (answer.carried);
  item = item_of (a, "AP.05.1.H.01", 0);
  apply_ok (a, octant_act_confirm (a, &item, 1, &by, &error), error);
  g_assert_cmpint (official->l, ==, 1);
  g_assert_cmpuint (octant_assessment_get_n_carried (a, OCTANT_NODE_OVERALL), ==, 0);
  {
    g_autoptr (OctantAct) nothing = octant_act_confirm (a, &item, 1, &by, &error);

    g_assert_true (octant_act_is_empty (nothing));
  }
}

static void
test_confirm_na (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  const OctantBy approver = { "Approver", TIME };
  OctantItemRef item;
  GError *error = NULL;

  rate (from, "AP.05.3.P.03", 0, OCTANT_RATING_NA);
  act = carry (model, NULL, from);
  a = open_act (act, model, NULL);
  item = item_of (a, "AP.05.3.P.03", 0);
  /* Who approved it cannot be the one who answers now. */
  g_assert_null (octant_act_confirm (a, &item, 1, &approver, &error));
  g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  g_clear_error (&error);
  apply_ok (a, octant_act_confirm (a, &item, 1, &by, &error), error);
  g_assert_cmpuint (octant_assessment_get_n_carried (a, OCTANT_NODE_OVERALL), ==, 0);
}

static void
test_objects (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;

  rate (from, "AP.05.1.P.01", 0, OCTANT_RATING_P);
  rate (from, "AP.05.1.P.01", 1, OCTANT_RATING_L);
  /* Another order, one gone, one new. */
  g_ptr_array_add (objects, make_object ("obj-3", "Market data", "2"));
  g_ptr_array_add (objects, make_object ("obj-2", "Settlement 2", "3"));
  act = carry (model, objects, from);
  a = open_act (act, model, NULL);
  g_assert_cmpint (answer_of (a, "AP.05.1.P.01", 0).rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_cmpint (answer_of (a, "AP.05.1.P.01", 1).rating, ==, OCTANT_RATING_L);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_object (a, 1), OCTANT_CYCLE_OBJECT_NAME), ==, "Settlement 2");

  octant_assessment_set_previous (a, from);
  {
    OctantItemRef item = item_of (a, "AP.05.1.P.01", 0);
    OctantAnswer answer;

    g_assert_false (octant_assessment_get_previous_answer (a, item.requirement, 0, &answer));
    g_assert_true (octant_assessment_get_previous_answer (a, item.requirement, 1, &answer));
    g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
  }
}

static void
test_other_version (void)
{
  g_autoptr (OctantModel) newer = variant_model (model);
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  GError *error = NULL;

  rate (from, VARIANT_RETIRED, 0, OCTANT_RATING_L);
  rate (from, VARIANT_NO_NA, 0, OCTANT_RATING_NA);
  apply_ok (from, octant_act_note (from, item_of (from, VARIANT_NO_NA, 0), "was not used", &by, &error), error);
  rate (from, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  apply_ok (from, octant_act_tailor (from, node_of (from, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);

  act = carry (newer, NULL, from);
  a = open_act (act, newer, NULL);
  g_assert_cmpstr (act->model_hash, ==, octant_model_get_hash (newer));
  g_assert_cmpstr (act->model_hash, !=, octant_model_get_hash (model));
  g_assert_cmpstr (octant_record_get (octant_assessment_get_cycle (a), OCTANT_CYCLE_MODEL_VERSION), ==, VARIANT_VERSION);
  g_assert_null (octant_assessment_get_answer_record (a, item_of (a, VARIANT_RETIRED, 0).requirement, 0));
  g_assert_null (octant_assessment_get_answer_record (a, item_of (a, VARIANT_NEW, 0).requirement, 0));
  g_assert_cmpint (answer_of (a, "AP.05.1.H.01", 0).rating, ==, OCTANT_RATING_F);
  /* NA is no longer allowed there: it starts anew, with the note. */
  g_assert_cmpint (answer_of (a, VARIANT_NO_NA, 0).rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_cmpstr (answer_of (a, VARIANT_NO_NA, 0).note, ==, "was not used");
  g_assert_nonnull (octant_assessment_get_tailoring (a, node_of (a, "SH.12")));

  /* What is retired is not rated any more. */
  g_assert_null (octant_act_rate (a, item_of (a, VARIANT_RETIRED, 0), OCTANT_RATING_L, NULL, NULL, NULL, &by, &error));
  g_assert_nonnull (strstr (error->message, "retired"));
  g_clear_error (&error);
}

/* The answer to what is superseded does not come along, what was shown for it does, and it is named. */
static void
test_replaced (void)
{
  g_autoptr (OctantModel) newer = variant_model (model);
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAssessment) a = NULL;
  g_auto (GStrv) replaced = NULL;
  GError *error = NULL;

  rate (from, VARIANT_RETIRED, 0, OCTANT_RATING_L);
  apply_ok (from, octant_act_note (from, item_of (from, VARIANT_RETIRED, 0), "of the old one", &by, &error), error);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (from, octant_act_attach (from, item_of (from, VARIANT_RETIRED, 0), evidence, &by, &error), error);
  act = carry (newer, NULL, from);
  a = open_act (act, newer, evidence);
  g_assert_cmpint (answer_of (a, VARIANT_NEW, 0).rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_null (answer_of (a, VARIANT_NEW, 0).note);
  g_assert_cmpuint (answer_of (a, VARIANT_NEW, 0).n_evidence, ==, 1);
  g_assert_cmpuint (octant_assessment_get_n_carried (a, OCTANT_NODE_OVERALL), ==, 0);

  octant_assessment_set_previous (a, from);
  replaced = octant_assessment_list_replaced (a, item_of (a, VARIANT_NEW, 0).requirement);
  g_assert_cmpuint (g_strv_length (replaced), ==, 1);
  g_assert_cmpstr (replaced[0], ==, VARIANT_RETIRED);
  g_assert_null (octant_assessment_list_replaced (a, item_of (a, "AP.05.1.H.01", 0).requirement));
}

static void
test_delete (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) inverse = NULL;
  GError *error = NULL;
  const OctantChange *last;

  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_L);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (a, octant_act_attach (a, item_of (a, "AP.05.1.P.01", 1), evidence, &by, &error), error);
  apply_ok (a, octant_act_add_interview (a, "Head", "R1", "2026-02-01", NULL, &by, NULL, &error), error);
  rows = octant_assessment_list_records (a);
  act = octant_act_delete_cycle (a, &by);
  g_assert_cmpuint (act->changes->len, ==, rows->len);
  g_assert_cmpuint (rows->len, ==, 6);
  last = g_ptr_array_index (act->changes, act->changes->len - 1);
  g_assert_cmpuint (octant_record_get_table (last->before), ==, OCTANT_TABLE_CYCLE);

  octant_assessment_apply (a, act);
  g_assert_cmpuint (octant_assessment_get_n_objects (a), ==, 0);
  inverse = invert (act);
  octant_assessment_apply (a, inverse);
  g_assert_cmpint (answer_of (a, "AP.05.1.P.01", 1).rating, ==, OCTANT_RATING_L);
  g_assert_cmpuint (answer_of (a, "AP.05.1.P.01", 1).n_evidence, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/carry-over/refused", test_refused);
  g_test_add_func ("/carry-over/empty", test_empty);
  g_test_add_func ("/carry-over/same-model", test_same_model);
  g_test_add_func ("/carry-over/institution-to-objects", test_institution_to_objects);
  g_test_add_func ("/carry-over/readings", test_readings);
  g_test_add_func ("/carry-over/confirm-na", test_confirm_na);
  g_test_add_func ("/carry-over/objects", test_objects);
  g_test_add_func ("/carry-over/other-version", test_other_version);
  g_test_add_func ("/carry-over/replaced", test_replaced);
  g_test_add_func ("/carry-over/delete", test_delete);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
