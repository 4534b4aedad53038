/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-applicability.h"
#include "fixture.h"

static OctantModel *model;

static void
assert_refused (OctantAct  *act,
                GError     *error,
                const char *part)
{
  g_assert_null (act);
  g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_error_free (error);
}

static void
test_rate (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantItemRef item = item_of (a, "AP.05.3.P.02", 0);
  OctantAct *act;
  GError *error = NULL;
  OctantAnswer answer;
  const OctantChange *change;

  act = octant_act_rate (a, item, OCTANT_RATING_L, "  seen on site\n", NULL, NULL, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "rate");
  g_assert_cmpstr (act->subject, ==, "AP.05.3.P.02");
  g_assert_cmpstr (act->cycle_id, ==, octant_assessment_get_id (a));
  g_assert_cmpuint (act->changes->len, ==, 1);
  change = g_ptr_array_index (act->changes, 0);
  g_assert_null (change->before);
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_ANSWER_NOTE), ==, "seen on site");
  apply_ok (a, act, error);

  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
  g_assert_cmpstr (answer.rated_by, ==, "Assessor");
  g_assert_cmpstr (answer.rated_at, ==, TIME);
  g_assert_false (answer.carried);

  /* The same again is nothing to do; NULL keeps the note, "" removes it. */
  act = octant_act_rate (a, item, OCTANT_RATING_L, NULL, NULL, NULL, &by, &error);
  g_assert_no_error (error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_F, "", NULL, NULL, &by, &error), error);
  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  g_assert_null (answer.note);

  /* Without rating and note there is no row. */
  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_UNANSWERED, NULL, NULL, NULL, &by, &error), error);
  g_assert_null (octant_assessment_get_answer_record (a, item.requirement, item.slot));
}

static void
test_na (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantItemRef item = item_of (a, "AP.05.3.P.03", 0);
  OctantItemRef strict = item_of (a, "AP.05.3.P.02", 0);
  GError *error = NULL;
  OctantAct *act;
  OctantAnswer answer;

  act = octant_act_rate (a, strict, OCTANT_RATING_NA, NULL, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "AP.05.3.P.02 may not be rated NA");
  act = octant_act_rate (a, item, OCTANT_RATING_NA, NULL, NULL, "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "needs a reason");
  act = octant_act_rate (a, item, OCTANT_RATING_NA, NULL, " \n", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "needs a reason");
  act = octant_act_rate (a, item, OCTANT_RATING_NA, NULL, "reason", " ", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "needs an approver");
  act = octant_act_rate (a, item, OCTANT_RATING_NA, NULL, "reason", " ASSESSOR ", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "somebody other than Assessor");
  act = octant_act_rate (a, item, OCTANT_RATING_L, NULL, "reason", NULL, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "belong to NA alone");

  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_NA, NULL, " reason ", " Approver", &by, &error), error);
  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_NA);
  g_assert_cmpstr (answer.na_reason, ==, "reason");
  g_assert_cmpstr (answer.na_approver, ==, "Approver");

  /* A new reason is a change; the approver is kept. Another rating drops both. */
  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_NA, NULL, "better", NULL, &by, &error), error);
  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  g_assert_cmpstr (answer.na_reason, ==, "better");
  g_assert_cmpstr (answer.na_approver, ==, "Approver");
  apply_ok (a, octant_act_rate (a, item, OCTANT_RATING_P, NULL, NULL, NULL, &by, &error), error);
  octant_assessment_get_answer (a, item.requirement, item.slot, &answer);
  g_assert_null (answer.na_reason);
  g_assert_null (answer.na_approver);
}

static void
test_unknown (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  OctantItemRef beyond = { octant_model_get_n_requirements (model), 0 };
  GError *error = NULL;
  OctantAct *act;

  act = octant_act_rate (a, beyond, OCTANT_RATING_L, NULL, NULL, NULL, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "no such requirement");
  act = octant_act_rate (a, item_of (a, "AP.01.1.P.01", 2), OCTANT_RATING_L, NULL, NULL, NULL, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "object in the scope");
  act = octant_act_note (a, item_of (a, "AP.01.1.H.01", 1), "note", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "object in the scope");
  act = octant_act_tailor (a, octant_model_get_n_nodes (model), TRUE, "reason", "Approver (R1)", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "no such domain");
  act = octant_act_detach (a, item_of (a, "AP.01.1.H.01", 0), "nothing", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "not attached");
}

static void
test_texts (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantItemRef item = item_of (a, "AP.05.3.P.02", 0);
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autofree char *too_long = g_strnfill (10001, 'x');
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  const OctantBy nobody = { "  ", TIME };
  GError *error = NULL;
  OctantAct *act;

  for (guint i = 0; i < 200; i++)
    g_string_append (wide, "界");

  act = octant_act_note (a, item, too_long, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "longer than 10000");
  act = octant_act_note (a, item, "bad \xff", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "UTF-8");
  act = octant_act_note (a, item, "bell \a", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "control character");
  act = octant_act_note (a, item, "note", &nobody, &error);
  assert_refused (act, g_steal_pointer (&error), "name of who does this");
  apply_ok (a, octant_act_note (a, item, longest, &by, &error), error);
  apply_ok (a, octant_act_note (a, item, "two\nlines\tand a tab", &by, &error), error);

  act = octant_act_add_organisation (long_name, NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "longer than 200");
  act = octant_act_add_organisation ("\u3000 \t", NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "empty");
  act = octant_act_add_organisation ("two\nlines", NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "line break");
  act = octant_act_add_organisation (wide->str, "futures", &by, NULL, &error);
  g_assert_no_error (error);
  octant_act_free (act);
}

static void
test_note_alone (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantItemRef item = item_of (a, "AP.05.3.P.02", 0);
  GError *error = NULL;
  OctantAnswer answer;
  OctantAct *act;

  apply_ok (a, octant_act_note (a, item, "ask again", &by, &error), error);
  octant_assessment_get_answer (a, item.requirement, 0, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_cmpstr (answer.note, ==, "ask again");
  g_assert_null (answer.rated_by);
  act = octant_act_note (a, item, "ask again ", &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  apply_ok (a, octant_act_note (a, item, NULL, &by, &error), error);
  g_assert_null (octant_assessment_get_answer_record (a, item.requirement, 0));
}

static void
test_tailor (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  guint gate = node_of (a, "AP.05");
  GError *error = NULL;
  OctantAct *act;
  const OctantScore *score;

  rate (a, "AP.05.3.P.02", 0, OCTANT_RATING_F);
  act = octant_act_tailor (a, OCTANT_NODE_OVERALL, TRUE, "reason", "Approver (R1)", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "whole model");
  act = octant_act_tailor (a, gate, TRUE, NULL, "Approver (R1)", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "reason");
  act = octant_act_tailor (a, gate, TRUE, "reason", "Assessor", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "somebody other");

  act = octant_act_tailor (a, gate, TRUE, "reason", "Assessor (R1)", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "somebody other");
  /* A gate, and a domain with one, need the role; elsewhere it may be left out. */
  act = octant_act_tailor (a, gate, TRUE, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "role R1");
  act = octant_act_tailor (a, node_of (a, "AP"), TRUE, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "role R1");
  act = octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "no cloud", "Approver", &by, &error);
  g_assert_no_error (error);
  octant_act_free (act);

  apply_ok (a, octant_act_tailor (a, gate, TRUE, "no such service", "  Approver (R1)", &by, &error), error);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_tailoring (a, gate), OCTANT_TAILORING_APPROVER), ==,
                   "Approver (R1)");
  score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), gate);
  g_assert_false (score->applicable);
  g_assert_cmpstr (octant_record_get (octant_assessment_get_tailoring (a, gate), OCTANT_TAILORING_DECIDED_BY), ==, "Assessor");
  act = octant_act_tailor (a, gate, TRUE, "no such service", "Approver (R1)", &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);

  /* What does not count cannot be rated, but stays and may be noted. */
  act = octant_act_rate (a, item_of (a, "AP.05.3.P.02", 0), OCTANT_RATING_N, NULL, NULL, NULL, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "take AP.05 back into scope");
  act = octant_act_rate (a, item_of (a, "AP.05.3.P.02", 0), OCTANT_RATING_F, NULL, NULL, NULL, &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  apply_ok (a, octant_act_note (a, item_of (a, "AP.05.3.P.02", 0), "later", &by, &error), error);

  apply_ok (a, octant_act_tailor (a, gate, FALSE, NULL, NULL, &by, &error), error);
  score = octant_scorer_get_score (octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL), gate);
  g_assert_true (score->applicable);
  g_assert_cmpuint (score->answered, ==, 1);
  act = octant_act_tailor (a, gate, FALSE, NULL, NULL, &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
}

static void
test_rate_many (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  OctantRateRow rows[] = {
    { item_of (a, "AP.05.1.P.01", 0), OCTANT_RATING_F, NULL, NULL, NULL },
    { item_of (a, "AP.05.1.P.01", 1), OCTANT_RATING_L, "note", NULL, NULL },
    { item_of (a, "AP.05.1.H.01", 0), OCTANT_RATING_P, NULL, NULL, NULL },
  };
  GError *error = NULL;
  OctantAct *act;
  OctantAnswer answer;

  rows[2].rating = OCTANT_RATING_NA;
  act = octant_act_rate_many (a, "import", rows, G_N_ELEMENTS (rows), &by, &error);
  assert_refused (act, g_steal_pointer (&error), "Row 3: AP.05.1.H.01 may not be rated NA");
  rows[2] = rows[0];
  act = octant_act_rate_many (a, "import", rows, G_N_ELEMENTS (rows), &by, &error);
  assert_refused (act, g_steal_pointer (&error), "Row 3: AP.05.1.P.01 is rated twice");

  rows[2] = (OctantRateRow) { item_of (a, "AP.01.1.H.01", 0), OCTANT_RATING_P, NULL, NULL, NULL };
  act = octant_act_rate_many (a, "import", rows, G_N_ELEMENTS (rows), &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "import");
  g_assert_cmpstr (act->subject, ==, "AP");
  g_assert_cmpuint (act->changes->len, ==, 3);
  apply_ok (a, act, error);
  octant_assessment_get_answer (a, rows[1].item.requirement, 1, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);

  act = octant_act_rate_many (a, "import", rows, G_N_ELEMENTS (rows), &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  act = octant_act_rate_many (a, "import", NULL, 0, &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
}

static void
test_not_applicable (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  OctantItemRef items[] = {
    item_of (a, "AP.05.3.P.03", 0),
    item_of (a, "AP.05.3.P.02", 0),
    item_of (a, "AP.05.1.H.01", 0),
    item_of (a, "AP.05.3.P.02", 1),
  };
  GError *error = NULL;
  OctantAct *act;
  OctantAnswer answer;

  /* What the model demands of everybody is named, each once, and nothing is done. */
  act = octant_act_not_applicable (a, items, 3, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "AP.05.3.P.02, AP.05.1.H.01 may not be rated NA");
  items[1] = item_of (a, "AP.05.3.P.03", 1);
  items[2] = items[0];
  act = octant_act_not_applicable (a, items, 3, " ", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "NA needs a reason");
  act = octant_act_not_applicable (a, items, 3, "reason", NULL, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "NA needs an approver");
  act = octant_act_not_applicable (a, items, 3, "reason", "assessor", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "somebody other than Assessor");
  items[3].slot = 9;
  act = octant_act_not_applicable (a, items, 4, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "object in the scope");

  /* An item that was rated NA before takes the reason that stands for all. */
  rate (a, "AP.05.3.P.03", 0, OCTANT_RATING_NA);
  act = octant_act_not_applicable (a, items, 3, " No such business\n", "Approver", &by, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (act->kind, ==, "not-applicable");
  g_assert_cmpstr (act->subject, ==, "AP.05.3.P.03");
  g_assert_cmpuint (act->changes->len, ==, 2);
  apply_ok (a, act, error);
  for (guint i = 0; i < 2; i++)
    {
      octant_assessment_get_answer (a, items[i].requirement, items[i].slot, &answer);
      g_assert_cmpint (answer.rating, ==, OCTANT_RATING_NA);
      g_assert_cmpstr (answer.na_reason, ==, "No such business");
      g_assert_cmpstr (answer.na_approver, ==, "Approver");
    }

  act = octant_act_not_applicable (a, NULL, 0, "reason", "Approver", &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  apply_ok (a, octant_act_tailor (a, node_of (a, "AP.05"), TRUE, "reason", "Approver (R1)", &by, &error), error);
  act = octant_act_not_applicable (a, items, 2, "reason", "Approver", &by, &error);
  assert_refused (act, g_steal_pointer (&error), "out of the scope");
}

static void
test_evidence (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) list = NULL;
  OctantItemRef item = item_of (a, "AP.05.1.P.01", 1);
  const char *other[] = { "ev-x", "another", "t", "n", "text/plain", "1", "00", NULL, NULL, NULL, "1", "Assessor", TIME };
  GError *error = NULL;
  OctantAct *act;

  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", "2025-01-01"));
  act = octant_act_attach (a, item, evidence, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "before it was collected");
  g_ptr_array_set_size (evidence, 0);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "4", "2026-01-01", NULL));
  act = octant_act_attach (a, item, evidence, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "0 to 3");
  g_ptr_array_set_size (evidence, 0);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-02-30", NULL));
  act = octant_act_attach (a, item, evidence, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "calendar");
  g_ptr_array_set_size (evidence, 0);
  g_ptr_array_add (evidence, octant_record_new (OCTANT_TABLE_EVIDENCE, other));
  act = octant_act_attach (a, item, evidence, &by, &error);
  assert_refused (act, g_steal_pointer (&error), "another institution");

  g_ptr_array_set_size (evidence, 0);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  g_ptr_array_add (evidence, make_evidence ("ev-2", "1", NULL, NULL));
  act = octant_act_attach (a, item, evidence, &by, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (act->changes->len, ==, 4);
  apply_ok (a, act, error);
  list = octant_assessment_list_evidence (a, item.requirement, 1);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (list->pdata[0] == evidence->pdata[0]);

  act = octant_act_attach (a, item, evidence, &by, &error);
  g_assert_true (octant_act_is_empty (act));
  octant_act_free (act);
  act = octant_act_attach (a, item_of (a, "AP.05.1.H.01", 0), evidence, &by, &error);
  g_assert_cmpuint (act->changes->len, ==, 2);
  apply_ok (a, act, error);
  apply_ok (a, octant_act_detach (a, item, "ev-1", &by, &error), error);
  g_ptr_array_unref (g_steal_pointer (&list));
  list = octant_assessment_list_evidence (a, item.requirement, 1);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_nonnull (octant_assessment_get_evidence (a, "ev-1"));
}

static void
test_register (void)
{
  g_autofree char *id = NULL;
  GError *error = NULL;
  OctantAct *act;
  const OctantChange *change;

  act = octant_act_add_object (ORG, "Trading", "OBJ-TRD", 6, 0, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "1 to 5");
  act = octant_act_add_object (ORG, "Trading", "OBJ-TRD", 3, 6, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "criticality");
  act = octant_act_add_object (ORG, "Trading", NULL, 3, 0, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "kind");
  act = octant_act_add_object (ORG, "Trading", "OBJ-TRD", 3, 0, &by, &id, &error);
  g_assert_no_error (error);
  change = g_ptr_array_index (act->changes, 0);
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_OBJECT_ID), ==, id);
  g_assert_cmpint (octant_record_get_int (change->after, OCTANT_OBJECT_CRITICALITY), ==, 3);
  g_assert_true (g_uuid_string_is_valid (id));
  octant_act_free (act);
}

static void
test_interview (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;
  OctantAct *act;

  act = octant_act_add_interview (a, "", "R1", "2026-02-01", NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "name of the person");
  act = octant_act_add_interview (a, "Head", "R9", "2026-02-01", NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "role");
  act = octant_act_add_interview (a, "Head", "R1", "2026-13-01", NULL, &by, NULL, &error);
  assert_refused (act, g_steal_pointer (&error), "calendar");
  apply_ok (a, octant_act_add_interview (a, "Head", "R1", "2026-02-01", "said\nmuch", &by, NULL, &error), error);
  rows = octant_assessment_list_records (a);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (octant_record_get (rows->pdata[1], OCTANT_INTERVIEW_MINUTES), ==, "said\nmuch");
}

static void
test_scores_of_act (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  GError *error = NULL;
  g_autoptr (OctantAct) act = octant_act_rate (a, item_of (a, "AP.05.1.H.01", 0), OCTANT_RATING_F,
                                               NULL, NULL, NULL, &by, &error);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  octant_assessment_apply (a, act);
  octant_act_set_scores_from (act, a);
  for (guint i = 0; i < act->scores->len; i++)
    {
      const OctantScoreRow *row = g_ptr_array_index (act->scores, i);

      g_hash_table_add (codes, row->code);
      g_assert_cmpuint (row->answered, ==, 1);
    }
  g_assert_cmpuint (act->scores->len, ==, 3);
  g_assert_true (g_hash_table_contains (codes, "overall"));
  g_assert_true (g_hash_table_contains (codes, "AP"));
  g_assert_true (g_hash_table_contains (codes, "AP.05"));

  /* Applied again, nothing moves any more. */
  octant_assessment_apply (a, act);
  octant_act_set_scores_from (act, a);
  g_assert_cmpuint (act->scores->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/acts/rate", test_rate);
  g_test_add_func ("/acts/na", test_na);
  g_test_add_func ("/acts/unknown", test_unknown);
  g_test_add_func ("/acts/texts", test_texts);
  g_test_add_func ("/acts/note-alone", test_note_alone);
  g_test_add_func ("/acts/tailor", test_tailor);
  g_test_add_func ("/acts/rate-many", test_rate_many);
  g_test_add_func ("/acts/not-applicable", test_not_applicable);
  g_test_add_func ("/acts/evidence", test_evidence);
  g_test_add_func ("/acts/register", test_register);
  g_test_add_func ("/acts/interview", test_interview);
  g_test_add_func ("/acts/scores", test_scores_of_act);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
