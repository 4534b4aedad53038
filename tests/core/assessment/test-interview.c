/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-interview.h"
#include "fixture.h"

typedef struct
{
  OctantModel *model;
  OctantAssessment *a;
  char *head;  /* interview ids */
  char *duty;
  OctantItemRef item;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  GError *error = NULL;

  f->model = load_model ();
  f->a = new_cycle (f->model, 0, NULL);
  apply_ok (f->a, octant_act_add_interview (f->a, "Head", "R1", "2026-02-01", NULL, &by, &f->head, &error), error);
  apply_ok (f->a, octant_act_add_interview (f->a, "Duty", "R3", "2026-02-02", NULL, &by, &f->duty, &error), error);
  f->item = item_of (f->a, "AP.01.1.P.01", 0);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_free (f->head);
  g_free (f->duty);
  g_assert_finalize_object (f->a);
  g_assert_finalize_object (f->model);
}

static void
say (Fixture     *f,
     const char  *interview,
     OctantRating rating)
{
  GError *error = NULL;

  apply_ok (f->a, octant_act_interview_rate (f->a, interview, f->item, rating, &by, &error), error);
}

static void
assert_state (Fixture     *f,
              OctantRating rating,
              OctantVoices voices)
{
  OctantAnswer answer;
  g_autoptr (GArray) unsettled = octant_assessment_list_unsettled (f->a);

  octant_assessment_get_answer (f->a, f->item.requirement, f->item.slot, &answer);
  g_assert_cmpint (answer.rating, ==, rating);
  g_assert_cmpint (octant_assessment_get_voices (f->a, f->item), ==, voices);
  g_assert_cmpuint (unsettled->len, ==, voices == OCTANT_VOICES_DIFFER ? 1 : 0);
}

/* Proposes while all agree; the lower one counts when they differ; her own rating settles it. */
static void
test_rules (Fixture      *f,
            gconstpointer data)
{
  GError *error = NULL;

  assert_state (f, OCTANT_RATING_UNANSWERED, OCTANT_VOICES_NONE);
  say (f, f->head, OCTANT_RATING_F);
  assert_state (f, OCTANT_RATING_F, OCTANT_VOICES_AGREE);
  say (f, f->duty, OCTANT_RATING_P);
  assert_state (f, OCTANT_RATING_P, OCTANT_VOICES_DIFFER);
  say (f, f->duty, OCTANT_RATING_F);
  assert_state (f, OCTANT_RATING_F, OCTANT_VOICES_AGREE);
  say (f, f->duty, OCTANT_RATING_L);
  assert_state (f, OCTANT_RATING_L, OCTANT_VOICES_DIFFER);

  apply_ok (f->a, octant_act_settle (f->a, f->item, OCTANT_RATING_F, &by, &error), error);
  assert_state (f, OCTANT_RATING_F, OCTANT_VOICES_SETTLED);
  /* Said otherwise afterwards: open again. */
  say (f, f->head, OCTANT_RATING_P);
  assert_state (f, OCTANT_RATING_P, OCTANT_VOICES_DIFFER);
  /* The lower one is right: the rating is the same, the matter is settled. */
  apply_ok (f->a, octant_act_settle (f->a, f->item, OCTANT_RATING_P, &by, &error), error);
  assert_state (f, OCTANT_RATING_P, OCTANT_VOICES_SETTLED);
}

/* Rating anywhere settles, in the same act; its undo opens the matter again. */
static void
test_rate_settles (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) inverse = NULL;
  g_autoptr (GError) error = NULL;

  say (f, f->head, OCTANT_RATING_F);
  say (f, f->duty, OCTANT_RATING_N);
  act = octant_act_rate (f->a, f->item, OCTANT_RATING_N, NULL, NULL, NULL, &by, &error);
  g_assert_no_error (error);
  g_assert_false (octant_act_is_empty (act));
  octant_assessment_apply (f->a, act);
  assert_state (f, OCTANT_RATING_N, OCTANT_VOICES_SETTLED);
  inverse = invert (act);
  octant_assessment_apply (f->a, inverse);
  assert_state (f, OCTANT_RATING_N, OCTANT_VOICES_DIFFER);

  /* NA is a decision: interviews do not move it. */
  rate (f->a, "AP.01.1.P.01", 0, OCTANT_RATING_F);
  for (guint r = 0; r < octant_model_get_n_requirements (f->model); r++)
    if (octant_model_get_requirement (f->model, r)->na_allowed)
      {
        f->item = (OctantItemRef) { r, 0 };
        rate (f->a, octant_model_get_requirement (f->model, r)->code, 0, OCTANT_RATING_NA);
        break;
      }
  say (f, f->head, OCTANT_RATING_F);
  assert_state (f, OCTANT_RATING_NA, OCTANT_VOICES_AGREE);
}

static void
test_take_back (Fixture      *f,
                gconstpointer data)
{
  GError *error = NULL;

  /* What stood there only because it was said goes with it. */
  say (f, f->head, OCTANT_RATING_F);
  say (f, f->head, OCTANT_RATING_UNANSWERED);
  assert_state (f, OCTANT_RATING_UNANSWERED, OCTANT_VOICES_NONE);
  g_assert_null (octant_assessment_get_answer_record (f->a, f->item.requirement, 0));

  /* What she decided herself stays. */
  say (f, f->head, OCTANT_RATING_F);
  apply_ok (f->a, octant_act_settle (f->a, f->item, OCTANT_RATING_L, &by, &error), error);
  say (f, f->head, OCTANT_RATING_UNANSWERED);
  assert_state (f, OCTANT_RATING_L, OCTANT_VOICES_NONE);

  /* An interview goes: the answer follows who is left. */
  say (f, f->head, OCTANT_RATING_N);
  say (f, f->duty, OCTANT_RATING_F);
  assert_state (f, OCTANT_RATING_N, OCTANT_VOICES_DIFFER);
  apply_ok (f->a, octant_act_delete_interview (f->a, f->head, &by, &error), error);
  assert_state (f, OCTANT_RATING_F, OCTANT_VOICES_AGREE);
  g_assert_null (octant_assessment_get_interview (f->a, f->head));
  apply_ok (f->a, octant_act_delete_interview (f->a, f->duty, &by, &error), error);
  assert_state (f, OCTANT_RATING_UNANSWERED, OCTANT_VOICES_NONE);
}

/* A carried-over answer is confirmed by who says the same. */
static void
test_carried (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (OctantAssessment) next = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;
  OctantAnswer answer;

  rate (f->a, "AP.01.1.P.01", 0, OCTANT_RATING_L);
  next = new_cycle (f->model, 0, f->a);
  apply_ok (next, octant_act_add_interview (next, "Head", "R1", "2026-02-01", NULL, &by, &id, &error), error);
  apply_ok (next, octant_act_interview_rate (next, id, f->item, OCTANT_RATING_L, &by, &error), error);
  octant_assessment_get_answer (next, f->item.requirement, 0, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
  g_assert_false (answer.carried);
}

static void
test_questions (Fixture      *f,
                gconstpointer data)
{
  g_autoptr (OctantAssessment) b = new_cycle (f->model, 2, NULL);
  guint n_roles;
  const OctantModelTerm *roles = octant_model_get_roles (f->model, &n_roles);
  g_autoptr (GError) error = NULL;

  for (guint role = 0; role < n_roles; role++)
    {
      g_autoptr (GArray) list = octant_assessment_list_questions (b, roles[role].id);
      guint expected = 0;

      for (guint r = 0; r < octant_model_get_n_requirements (f->model); r++)
        for (guint i = 0; i < octant_model_get_requirement (f->model, r)->n_roles; i++)
          if (octant_model_get_requirement (f->model, r)->active &&
              octant_model_get_requirement (f->model, r)->roles[i] == role)
            expected += octant_assessment_get_item_slots (b, r);
      g_assert_cmpuint (list->len, ==, expected);
      g_assert_cmpuint (list->len, >, 0);
      for (guint i = 1; i < list->len; i++)
        {
          const OctantItemRef *x = &g_array_index (list, OctantItemRef, i - 1);
          const OctantItemRef *y = &g_array_index (list, OctantItemRef, i);
          const OctantRequirement *p = octant_model_get_requirement (f->model, x->requirement);
          const OctantRequirement *q = octant_model_get_requirement (f->model, y->requirement);

          g_assert_cmpuint (p->subdomain, <=, q->subdomain);
          if (p->subdomain == q->subdomain)
            g_assert_cmpuint (p->level, <=, q->level);
          if (p == q)
            g_assert_cmpuint (x->slot, <, y->slot);
        }
    }

  /* What is out of scope is not asked. */
  {
    g_autoptr (GArray) all = octant_assessment_list_questions (b, roles[0].id);
    g_autoptr (GArray) fewer = NULL;
    guint subdomain = octant_model_get_requirement (f->model, g_array_index (all, OctantItemRef, 0).requirement)->subdomain;

    apply_ok (b, octant_act_tailor (b, octant_model_subdomain_node (f->model, subdomain), TRUE, "not here", "Approver (R1)",
                                    &by, &error), error);
    fewer = octant_assessment_list_questions (b, roles[0].id);
    g_assert_cmpuint (fewer->len, <, all->len);
    for (guint i = 0; i < fewer->len; i++)
      g_assert_cmpuint (octant_model_get_requirement (f->model, g_array_index (fewer, OctantItemRef, i).requirement)->subdomain,
                        !=, subdomain);
  }
}

/* What counts as done is a question of that role to which something was said, in that interview. */
static void
test_count (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GArray) questions = octant_assessment_list_questions (f->a, "R1");
  OctantItemRef asked = g_array_index (questions, OctantItemRef, 3);
  GError *error = NULL;
  guint n_done, n_questions;

  octant_assessment_count_interview (f->a, f->head, &n_done, &n_questions);
  g_assert_cmpuint (n_questions, ==, questions->len);
  g_assert_cmpuint (n_done, ==, 0);
  apply_ok (f->a, octant_act_interview_rate (f->a, f->head, asked, OCTANT_RATING_L, &by, &error), error);
  apply_ok (f->a, octant_act_interview_rate (f->a, f->duty, asked, OCTANT_RATING_P, &by, &error), error);
  octant_assessment_count_interview (f->a, f->head, &n_done, &n_questions);
  g_assert_cmpuint (n_questions, ==, questions->len);
  g_assert_cmpuint (n_done, ==, 1);

  apply_ok (f->a, octant_act_tailor (f->a, octant_model_subdomain_node (f->model,
                                     octant_model_get_requirement (f->model, asked.requirement)->subdomain),
                                     TRUE, "not here", "Approver", &by, &error), error);
  octant_assessment_count_interview (f->a, f->head, &n_done, &n_questions);
  g_assert_cmpuint (n_questions, <, questions->len);
  g_assert_cmpuint (n_done, ==, 0);
}

static void
test_minutes (Fixture      *f,
              gconstpointer data)
{
  OctantInterviewAnswer answer;
  GError *error = NULL;
  guint n_done, n_questions;
  g_autofree char *zh = NULL;
  g_autofree char *again = NULL;
  g_autoptr (OctantRecord) evidence = make_evidence ("anything", "1", "2026-02-01", NULL);
  g_autoptr (OctantRecord) changed = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  g_autoptr (OctantAct) act = NULL;
  OctantItemRef other = item_of (f->a, "AP.01.2.P.01", 0);

  apply_ok (f->a, octant_act_edit_interview (f->a, f->head, NULL, NULL, NULL, "# 总体\n尚可", &by, &error), error);
  apply_ok (f->a, octant_act_interview_minutes (f->a, f->head, f->item, "每周例会\n# not a heading", &by, &error), error);
  say (f, f->head, OCTANT_RATING_L);
  g_assert_true (octant_assessment_get_interview_answer (f->a, f->head, f->item, &answer));
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
  g_assert_cmpstr (answer.minutes, ==, "每周例会\n# not a heading");
  g_assert_false (octant_assessment_get_interview_answer (f->a, f->duty, f->item, &answer));
  octant_assessment_count_interview (f->a, f->head, &n_done, &n_questions);
  g_assert_cmpuint (n_questions, >, n_done);

  zh = octant_interview_to_markdown (f->a, f->head, "示例期货", OCTANT_LANGUAGE_ZH);
  again = octant_interview_to_markdown (f->a, f->head, "示例期货", OCTANT_LANGUAGE_ZH);
  g_assert_cmpstr (zh, ==, again);
  g_assert_true (g_utf8_validate (zh, -1, NULL));
  g_assert_nonnull (strstr (zh, "# 访谈记录: Head\n"));
  g_assert_nonnull (strstr (zh, "## AP.01.1.P.01"));
  g_assert_nonnull (strstr (zh, "\n> # not a heading\n"));
  g_assert_nonnull (strstr (zh, "\n> # 总体\n"));

  /* Kept as evidence of what was spoken of; kept again after more was said. */
  apply_ok (f->a, octant_act_keep_minutes (f->a, f->head, evidence, &by, &error), error);
  linked = octant_assessment_list_evidence (f->a, f->item.requirement, 0);
  g_assert_cmpuint (linked->len, ==, 1);
  g_assert_cmpstr (octant_record_get (linked->pdata[0], OCTANT_EVIDENCE_ID), ==, f->head);
  act = octant_act_keep_minutes (f->a, f->head, evidence, &by, &error);
  g_assert_no_error (error);
  g_assert_true (octant_act_is_empty (act));
  changed = octant_record_with (evidence, OCTANT_EVIDENCE_SHA256,
                                "00b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", G_MAXUINT);
  apply_ok (f->a, octant_act_interview_minutes (f->a, f->head, f->item, NULL, &by, &error), error);
  say (f, f->head, OCTANT_RATING_UNANSWERED);
  apply_ok (f->a, octant_act_interview_minutes (f->a, f->head, other, "more", &by, &error), error);
  apply_ok (f->a, octant_act_keep_minutes (f->a, f->head, changed, &by, &error), error);
  g_clear_pointer (&linked, g_ptr_array_unref);
  linked = octant_assessment_list_evidence (f->a, f->item.requirement, 0);
  g_assert_cmpuint (linked->len, ==, 0);
  g_clear_pointer (&linked, g_ptr_array_unref);
  linked = octant_assessment_list_evidence (f->a, other.requirement, 0);
  g_assert_cmpuint (linked->len, ==, 1);
}

static void
assert_refused (OctantAct  *act,
                GError    **error,
                const char *part)
{
  g_assert_null (act);
  g_assert_error (*error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  if (strstr ((*error)->message, part) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, part);
  g_clear_error (error);
}

static void
test_refusals (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint node = node_of (f->a, "AP.01");

  assert_refused (octant_act_interview_rate (f->a, f->head, f->item, OCTANT_RATING_NA, &by, &error), &error, "approver");
  assert_refused (octant_act_interview_rate (f->a, "none", f->item, OCTANT_RATING_L, &by, &error), &error, "no such interview");
  assert_refused (octant_act_settle (f->a, f->item, OCTANT_RATING_L, &by, &error), &error, "Nobody was asked");
  say (f, f->head, OCTANT_RATING_L);
  assert_refused (octant_act_settle (f->a, f->item, OCTANT_RATING_UNANSWERED, &by, &error), &error, "needs a rating");
  assert_refused (octant_act_edit_interview (f->a, f->head, "", NULL, NULL, NULL, &by, &error), &error, "empty");
  assert_refused (octant_act_edit_interview (f->a, f->head, NULL, "R99", NULL, NULL, &by, &error), &error, "role");
  assert_refused (octant_act_edit_interview (f->a, f->head, NULL, NULL, "soon", NULL, &by, &error), &error, "YYYY-MM-DD");
  assert_refused (octant_act_interview_minutes (f->a, f->head, f->item, "bell\a", &by, &error), &error, "control");
  apply_ok (f->a, octant_act_tailor (f->a, node, TRUE, "not here", "Approver (R1)", &by, &error), error);
  assert_refused (octant_act_interview_rate (f->a, f->head, f->item, OCTANT_RATING_N, &by, &error), &error, "out of the scope");
}

/* What is said of one object holds for all others; undone in one step. */
static void
test_same (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (OctantAssessment) b = new_cycle (f->model, 3, NULL);
  OctantItemRef first = item_of (b, "AP.01.1.P.01", 0), third = item_of (b, "AP.01.1.P.01", 2);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) inverse = NULL;
  OctantInterviewAnswer said;
  OctantAnswer answer;

  apply_ok (b, octant_act_add_interview (b, "Ops", "R4", "2026-02-03", NULL, &by, &id, &error), error);
  assert_refused (octant_act_interview_same (b, id, first, &by, &error), &error, "answer it for one object first");
  apply_ok (b, octant_act_interview_rate (b, id, third, OCTANT_RATING_N, &by, &error), error);
  apply_ok (b, octant_act_interview_rate (b, id, first, OCTANT_RATING_L, &by, &error), error);
  apply_ok (b, octant_act_interview_minutes (b, id, first, "As for all", &by, &error), error);
  act = octant_act_interview_same (b, id, first, &by, &error);
  g_assert_no_error (error);
  octant_assessment_apply (b, act);
  for (guint slot = 0; slot < 3; slot++)
    {
      OctantItemRef item = { first.requirement, slot };

      octant_assessment_get_interview_answer (b, id, item, &said);
      g_assert_cmpint (said.rating, ==, OCTANT_RATING_L);
      g_assert_cmpstr (said.minutes, ==, "As for all");
      octant_assessment_get_answer (b, item.requirement, slot, &answer);
      g_assert_cmpint (answer.rating, ==, OCTANT_RATING_L);
    }
  inverse = invert (act);
  octant_assessment_apply (b, inverse);
  octant_assessment_get_interview_answer (b, id, third, &said);
  g_assert_cmpint (said.rating, ==, OCTANT_RATING_N);
  g_assert_null (said.minutes);
  /* One that is rated once has no others. */
  assert_refused (octant_act_interview_same (f->a, f->head, f->item, &by, &error), &error, "other objects");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/interview/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rules", test_rules);
  ADD ("rate-settles", test_rate_settles);
  ADD ("take-back", test_take_back);
  ADD ("carried", test_carried);
  ADD ("questions", test_questions);
  ADD ("count", test_count);
  ADD ("minutes", test_minutes);
  ADD ("refusals", test_refusals);
  ADD ("same", test_same);

  return g_test_run ();
}
