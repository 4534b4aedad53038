/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-acts-applicability.h"
#include "assessment/octant-acts-library.h"
#include "assessment/octant-acts-objects.h"
#include "assessment/octant-acts-register.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "assessment/octant-targets.h"
#include "search/octant-search.h"
#include "store-fixture.h"
#include "store/octant-store-query.h"

/*
 * Random acts of every builder on two cycles of one institution, the way that the window goes:
 * built, brought into memory, committed, found; undone and redone by the store. Beside it
 * a plain table of rows and two stacks of acts, which know nothing of SQL, undo or indexes.
 * All of them must agree at any time. OCTANT_TEST_LONG=1: ten times as many.
 */

#define TIME FIXTURE_TIME
#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define N_LIVE 2

static const OctantBy by = { "Assessor", TIME };

typedef struct
{
  GRand *random;
  char *dir;
  OctantStore *store;
  OctantModel *model;
  char *org;
  OctantAssessment *live[N_LIVE];
  OctantSearchIndex *index;
  GHashTable *rows; /* (element-type OctantRecord): the plain reference */
  GPtrArray *done;
  GPtrArray *undone;
  guint n_acts;
  GHashTable *kinds; /* what was done at least once */
} World;

static guint
dice (World *w,
      guint  n)
{
  return (guint) g_rand_int_range (w->random, 0, (gint32) n);
}

static void
put_reference (World        *w,
               OctantRecord *before,
               OctantRecord *after)
{
  if (before != NULL)
    {
      OctantRecord *row = g_hash_table_lookup (w->rows, before);

      g_assert_nonnull (row);
      g_assert_true (octant_record_equal (row, before));
      g_hash_table_remove (w->rows, before);
    }
  if (after != NULL)
    g_assert_true (g_hash_table_add (w->rows, octant_record_ref (after)));
}

static void
apply_everywhere (World           *w,
                  const OctantAct *act)
{
  for (guint i = 0; i < N_LIVE; i++)
    if (w->live[i] != NULL)
      octant_assessment_apply (w->live[i], act);
  if (w->index != NULL)
    g_assert_true (octant_search_index_apply (w->index, act));
}

/* Takes @act. */
static void
carry_out (World     *w,
           OctantAct *act)
{
  g_autoptr (GError) error = NULL;

  if (octant_act_is_empty (act))
    {
      octant_act_free (act);
      return;
    }
  apply_everywhere (w, act);
  if (!octant_store_commit (w->store, act, &error))
    g_error ("%s: %s", act->kind, error->message);
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);

      put_reference (w, change->before, change->after);
    }
  g_hash_table_add (w->kinds, g_strdup (act->kind));
  g_ptr_array_add (w->done, act);
  g_ptr_array_set_size (w->undone, 0);
}

static void
undo (World *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) given = octant_store_undo (w->store, "tester", TIME, &error);
  OctantAct *act = g_ptr_array_steal_index (w->done, w->done->len - 1);

  g_assert_no_error (error);
  g_assert_cmpint (given->reverts, ==, act->seq);
  apply_everywhere (w, given);
  for (guint i = act->changes->len; i > 0; i--)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i - 1);

      put_reference (w, change->after, change->before);
    }
  g_ptr_array_add (w->undone, act);
}

static void
redo (World *w)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) given = octant_store_redo (w->store, "tester", TIME, &error);
  OctantAct *act = g_ptr_array_steal_index (w->undone, w->undone->len - 1);

  g_assert_no_error (error);
  apply_everywhere (w, given);
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);

      put_reference (w, change->before, change->after);
    }
  g_ptr_array_add (w->done, act);
}

static GPtrArray *
list_rows (World      *w,
           OctantTable table,
           guint       column,
           const char *value)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = octant_store_list (w->store, table, column, value, &error);

  g_assert_no_error (error);
  return rows;
}

/* NULL when there is none. */
static OctantRecord *
any_row (World      *w,
         OctantTable table,
         guint       column,
         const char *value)
{
  g_autoptr (GPtrArray) rows = list_rows (w, table, column, value);

  return rows->len > 0 ? octant_record_ref (rows->pdata[dice (w, rows->len)]) : NULL;
}

static OctantAssessment *
any_live (World *w)
{
  return w->live[dice (w, N_LIVE)];
}

/* Half of the acts meet in few requirements, so that they really interfere. */
static OctantItemRef
any_item (World            *w,
          OctantAssessment *a)
{
  OctantItemRef item = { dice (w, dice (w, 2) == 0 ? 12 : octant_model_get_n_requirements (w->model)), 0 };

  item.slot = dice (w, octant_assessment_get_item_slots (a, item.requirement));
  return item;
}

static OctantRating
any_rating (World *w)
{
  return (OctantRating) dice (w, OCTANT_RATING_NA);
}

static OctantAct *
rate (World            *w,
      OctantAssessment *a)
{
  OctantRating rating = (OctantRating) dice (w, OCTANT_RATING_NA + 1);
  gboolean na = rating == OCTANT_RATING_NA;

  return octant_act_rate (a, any_item (w, a), rating, dice (w, 4) == 0 ? "noted 记下" : NULL, na ? "because" : NULL,
                          na ? "Approver" : NULL, &by, NULL);
}

static OctantAct *
not_applicable (World            *w,
                OctantAssessment *a)
{
  OctantItemRef items[2];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    do
      items[i] = any_item (w, a);
    while (!octant_model_get_requirement (w->model, items[i].requirement)->na_allowed);
  return octant_act_not_applicable (a, items, G_N_ELEMENTS (items), "无此业务", "Approver", &by, NULL);
}

static OctantAct *
import (World            *w,
        OctantAssessment *a)
{
  OctantRateRow rows[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i].item = any_item (w, a);
      rows[i].rating = any_rating (w);
    }
  return octant_act_rate_many (a, "import", rows, G_N_ELEMENTS (rows), &by, NULL);
}

static OctantAct *
note (World            *w,
      OctantAssessment *a)
{
  return octant_act_note (a, any_item (w, a), dice (w, 3) > 0 ? "防火墙 rules" : NULL, &by, NULL);
}

static OctantAct *
confirm (World            *w,
         OctantAssessment *a)
{
  OctantItemRef items[20];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = any_item (w, a);
  return octant_act_confirm (a, items, G_N_ELEMENTS (items), &by, NULL);
}

static OctantAct *
tailor (World            *w,
        OctantAssessment *a)
{
  return octant_act_tailor (a, 1 + dice (w, octant_model_get_n_nodes (w->model) - 1), dice (w, 3) == 0, "not here",
                            "Approver (R1)", &by, NULL);
}

/* Of the institution or new to it. (transfer full) (element-type OctantRecord) */
static GPtrArray *
some_evidence (World *w)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autofree char *id = g_strdup_printf ("ev-%u", dice (w, 20));
  const char *values[] = { id, w->org, "演练记录 drill", "drill.pdf", "application/pdf", "1", HASH, NULL,
                           dice (w, 2) == 0 ? "2025-06-01" : NULL, NULL, "2", "Assessor", TIME };

  g_ptr_array_add (evidence, octant_record_new (OCTANT_TABLE_EVIDENCE, values));
  return evidence;
}

static OctantAct *
attach (World            *w,
        OctantAssessment *a)
{
  g_autoptr (GPtrArray) evidence = some_evidence (w);

  return octant_act_attach (a, any_item (w, a), evidence, &by, NULL);
}

static OctantAct *
add_evidence (World            *w,
              OctantAssessment *a)
{
  g_autoptr (GPtrArray) evidence = some_evidence (w);

  if (octant_assessment_get_evidence (a, octant_record_get (evidence->pdata[0], OCTANT_EVIDENCE_ID)) != NULL)
    return NULL; /* only what is new is added */
  return octant_act_add_evidence (a, evidence, &by, NULL);
}

static OctantAct *
detach (World            *w,
        OctantAssessment *a)
{
  g_autoptr (OctantRecord) evidence = any_row (w, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG, w->org);
  g_autoptr (GArray) uses = NULL;

  if (evidence == NULL)
    return NULL;
  uses = octant_assessment_list_evidence_items (a, octant_record_get (evidence, OCTANT_EVIDENCE_ID));
  if (uses->len == 0)
    return NULL;
  return octant_act_detach (a, g_array_index (uses, OctantItemRef, dice (w, uses->len)),
                            octant_record_get (evidence, OCTANT_EVIDENCE_ID), &by, NULL);
}

static OctantAct *
link_evidence (World            *w,
               OctantAssessment *a)
{
  g_autoptr (OctantRecord) evidence = any_row (w, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG, w->org);
  OctantItemRef items[3];
  const char *ids[] = { NULL, NULL };

  if (evidence == NULL)
    return NULL;
  ids[0] = octant_record_get (evidence, OCTANT_EVIDENCE_ID);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = any_item (w, a);
  return octant_act_link_evidence (a, items, G_N_ELEMENTS (items), ids, &by, NULL);
}

static OctantAct *
edit_evidence (World            *w,
               OctantAssessment *a)
{
  g_autoptr (OctantRecord) evidence = any_row (w, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG, w->org);

  return evidence != NULL ? octant_act_edit_evidence (evidence, dice (w, 2) == 0 ? "审计报告" : NULL, NULL,
                                                      dice (w, 2) == 0 ? "2024-01-01" : "", NULL, (int) dice (w, 4),
                                                      &by, NULL)
                          : NULL;
}

static OctantAct *
delete_evidence (World            *w,
                 OctantAssessment *a)
{
  g_autoptr (OctantRecord) evidence = any_row (w, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ORG, w->org);
  g_autoptr (GPtrArray) links = NULL;

  if (evidence == NULL)
    return NULL;
  links = list_rows (w, OCTANT_TABLE_EVIDENCE_LINK, OCTANT_EVIDENCE_LINK_EVIDENCE,
                     octant_record_get (evidence, OCTANT_EVIDENCE_ID));
  return octant_act_delete_evidence (evidence, links, &by, NULL);
}

static OctantAct *
add_interview (World            *w,
               OctantAssessment *a)
{
  g_autoptr (GPtrArray) interviews = octant_assessment_list_interviews (a);

  return interviews->len < 6 ? octant_act_add_interview (a, "Person", "R2", "2026-01-15", NULL, &by, NULL, NULL) : NULL;
}

static OctantRecord *
any_interview (World            *w,
               OctantAssessment *a)
{
  return any_row (w, OCTANT_TABLE_INTERVIEW, OCTANT_INTERVIEW_CYCLE, octant_assessment_get_id (a));
}

static OctantAct *
interview (World            *w,
           OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_interview (w, a);
  const char *id = row != NULL ? octant_record_get (row, OCTANT_INTERVIEW_ID) : NULL;

  if (id == NULL)
    return NULL;
  if (dice (w, 4) == 0)
    return octant_act_interview_minutes (a, id, any_item (w, a), dice (w, 3) > 0 ? "said 说过" : NULL, &by, NULL);
  return octant_act_interview_rate (a, id, any_item (w, a), any_rating (w), &by, NULL);
}

/* Marked as a kind of its own: the journal calls it an answer in an interview like any other. */
static OctantAct *
mark_done (World      *w,
           const char *kind,
           OctantAct  *act)
{
  if (act != NULL)
    g_hash_table_add (w->kinds, g_strdup (kind));
  return act;
}

static OctantAct *
say_many (World            *w,
          OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_interview (w, a);
  OctantItemRef first = any_item (w, a);
  OctantSaidRow rows[4] = { 0 };
  guint n = MIN (1 + dice (w, G_N_ELEMENTS (rows)), octant_model_get_n_requirements (w->model) - first.requirement);

  if (row == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      /* Neighbours: no item twice. */
      rows[i].item.requirement = first.requirement + i;
      rows[i].rating = any_rating (w);
      rows[i].minutes = dice (w, 2) == 0 ? "said at once" : NULL;
    }
  return mark_done (w, "say", octant_act_interview_say (a, octant_record_get (row, OCTANT_INTERVIEW_ID), rows, n, &by, NULL));
}

static OctantAct *
say_same (World            *w,
          OctantAssessment *a)
{
  g_autoptr (OctantRecord) said = any_row (w, OCTANT_TABLE_INTERVIEW_ANSWER, OCTANT_INTERVIEW_ANSWER_CYCLE,
                                           octant_assessment_get_id (a));
  OctantItemRef item;

  /* What is rated once, or for an object that left the scope, has no others. */
  if (said == NULL || !octant_assessment_find_object (a, octant_record_get (said, OCTANT_INTERVIEW_ANSWER_OBJECT), &item.slot))
    return NULL;
  g_assert_true (octant_model_find_requirement (w->model, octant_record_get (said, OCTANT_INTERVIEW_ANSWER_CODE),
                                                &item.requirement));
  return mark_done (w, "same", octant_act_interview_same (a, octant_record_get (said, OCTANT_INTERVIEW_ANSWER_INTERVIEW),
                                                          item, &by, NULL));
}

static OctantAct *
settle (World            *w,
        OctantAssessment *a)
{
  g_autoptr (GArray) unsettled = octant_assessment_list_unsettled (a);

  if (unsettled->len == 0)
    return NULL;
  return octant_act_settle (a, g_array_index (unsettled, OctantItemRef, dice (w, unsettled->len)), any_rating (w), &by,
                            NULL);
}

static OctantAct *
edit_interview (World            *w,
                OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_interview (w, a);

  return row != NULL ? octant_act_edit_interview (a, octant_record_get (row, OCTANT_INTERVIEW_ID), "Another",
                                                  dice (w, 2) == 0 ? "R1" : NULL, "2026-01-16",
                                                  dice (w, 2) == 0 ? "总体" : "", &by, NULL)
                     : NULL;
}

static OctantAct *
delete_interview (World            *w,
                  OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_interview (w, a);

  return row != NULL ? octant_act_delete_interview (a, octant_record_get (row, OCTANT_INTERVIEW_ID), &by, NULL) : NULL;
}

static OctantAct *
keep_minutes (World            *w,
              OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_interview (w, a);
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  if (row == NULL)
    return NULL;
  text = octant_interview_to_markdown (a, octant_record_get (row, OCTANT_INTERVIEW_ID), NULL, OCTANT_LANGUAGE_ZH);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  const char *values[] = { "new", w->org, "Minutes", "minutes.md", "text/markdown", "1", hash, NULL, "2026-01-15", NULL,
                           "1", "Assessor", TIME };
  g_autoptr (OctantRecord) evidence = octant_record_new (OCTANT_TABLE_EVIDENCE, values);

  return octant_act_keep_minutes (a, octant_record_get (row, OCTANT_INTERVIEW_ID), evidence, &by, NULL);
}

static OctantAct *
add_object (World            *w,
            OctantAssessment *a)
{
  g_autoptr (GPtrArray) objects = list_rows (w, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, w->org);

  return objects->len < 5 ? octant_act_add_object (w->org, "Object", "OBJ-TRD", 2 + (int) dice (w, 3), 0, &by, NULL, NULL)
                          : NULL;
}

static OctantAct *
edit_object (World            *w,
             OctantAssessment *a)
{
  g_autoptr (OctantRecord) object = any_row (w, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, w->org);

  return object != NULL ? octant_act_edit_object (object, "Renamed", NULL, 1 + (int) dice (w, 5), 1 + (int) dice (w, 5),
                                                  &by, NULL)
                        : NULL;
}

static OctantAct *
remove_object (World            *w,
               OctantAssessment *a)
{
  g_autoptr (OctantRecord) object = any_row (w, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, w->org);
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GError) error = NULL;
  OctantAct *act;

  if (object == NULL)
    return NULL;
  cycles = octant_store_list_cycles_of_object (w->store, octant_record_get (object, OCTANT_OBJECT_ID), &error);
  g_assert_no_error (error);
  act = octant_act_remove_object (object, cycles, &by, NULL);
  g_assert_cmpint (act == NULL, ==, cycles->len > 0);
  return act;
}

static OctantAct *
set_scope (World            *w,
           OctantAssessment *a)
{
  g_autoptr (GPtrArray) objects = list_rows (w, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, w->org);

  for (guint i = objects->len; i > 0; i--)
    if (dice (w, 2) == 0)
      g_ptr_array_remove_index_fast (objects, i - 1);
  return octant_act_set_scope (a, objects, &by, NULL);
}

static OctantAct *
refresh_objects (World            *w,
                 OctantAssessment *a)
{
  g_autoptr (GPtrArray) objects = list_rows (w, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, w->org);

  return octant_act_refresh_objects (a, objects, &by, NULL);
}

static OctantAct *
copy_to_objects (World            *w,
                 OctantAssessment *a)
{
  OctantItemRef item = any_item (w, a);
  const guint slots[] = { 0, 1 };

  return octant_act_copy_to_objects (a, item, slots, MIN (octant_assessment_get_item_slots (a, item.requirement), 2), &by,
                                     NULL);
}

static OctantAct *
edit_cycle (World            *w,
            OctantAssessment *a)
{
  return octant_act_edit_cycle (a, dice (w, 2) == 0 ? "Renamed" : NULL, dice (w, 2) == 0 ? "2026-03-01" : "2027-08-31",
                                dice (w, 2) == 0 ? "" : "Somebody", &by, NULL);
}

static OctantAct *
set_targets (World            *w,
             OctantAssessment *a)
{
  OctantTarget target = { dice (w, octant_model_get_n_nodes (w->model)), (int) dice (w, 6) };

  return octant_act_set_targets (a, &target, 1, &by, NULL);
}

static OctantAct *
edit_organisation (World            *w,
                   OctantAssessment *a)
{
  g_autoptr (OctantRecord) org = any_row (w, OCTANT_TABLE_ORGANISATION, OCTANT_ORGANISATION_ID, w->org);

  return octant_act_edit_organisation (org, dice (w, 2) == 0 ? "One" : "Two", NULL, &by, NULL);
}

static OctantAct *
delete_organisation (World            *w,
                     OctantAssessment *a)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = octant_store_list_organisation_rows (w->store, w->org, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, g_hash_table_size (w->rows)); /* there is only this one */
  return octant_act_delete_organisation (rows->pdata[0], rows, &by, NULL);
}

#define MAX_CYCLES 4

static OctantAct *
new_cycle (World            *w,
           OctantAssessment *a)
{
  g_autoptr (GPtrArray) cycles = list_rows (w, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ORG, w->org);
  OctantNewCycle what = { w->org, "Another", "2026-06-01", w->model, NULL, dice (w, 4) > 0 ? a : NULL };
  g_autoptr (GError) error = NULL;
  OctantAct *act;

  if (cycles->len >= MAX_CYCLES)
    return NULL;
  act = octant_act_new_cycle (&what, &by, NULL, &error);
  g_assert_no_error (error);
  return act;
}

/* Not those two that the others act on: they are deleted with their institution. */
static OctantAct *
delete_cycle (World            *w,
              OctantAssessment *a)
{
  g_autoptr (OctantRecord) row = any_row (w, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ORG, w->org);
  const char *id = octant_record_get (row, OCTANT_CYCLE_ID);
  g_autoptr (OctantAssessment) other = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LIVE; i++)
    if (strcmp (id, octant_assessment_get_id (w->live[i])) == 0)
      return NULL;
  other = octant_store_load_assessment (w->store, id, &error);
  g_assert_no_error (error);
  return octant_act_delete_cycle (other, &by);
}

typedef OctantAct *(*Builder) (World            *w,
                               OctantAssessment *a);

static const struct
{
  Builder build;
  guint weight;
  const char *kind;
} builders[] = {
  { rate, 200, "rate" },
  { not_applicable, 15, "not-applicable" },
  { import, 20, "import" },
  { note, 40, "note" },
  { confirm, 30, "confirm" },
  { tailor, 40, "tailor" },
  { attach, 60, "attach" },
  { detach, 40, "detach" },
  { link_evidence, 40, "attach" },
  { add_evidence, 10, "add-evidence" },
  { edit_evidence, 30, "edit-evidence" },
  { delete_evidence, 12, "delete-evidence" },
  { add_interview, 20, "add-interview" },
  { interview, 200, "interview-answer" },
  { say_many, 30, "say" },
  { say_same, 40, "same" },
  { settle, 60, "settle" },
  { edit_interview, 20, "edit-interview" },
  { delete_interview, 10, "delete-interview" },
  { keep_minutes, 30, "keep-minutes" },
  { add_object, 10, "add-object" },
  { edit_object, 15, "edit-object" },
  { remove_object, 10, "remove-object" },
  { set_scope, 10, "set-scope" },
  { refresh_objects, 10, "refresh-objects" },
  { copy_to_objects, 40, "copy" },
  { edit_cycle, 10, "edit-cycle" },
  { new_cycle, 4, "new-cycle" },
  { delete_cycle, 6, "delete-cycle" },
  { set_targets, 30, "target" },
  { edit_organisation, 5, "edit-organisation" },
};

static OctantAct *
random_act (World *w)
{
  guint sum = 0, pick;

  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    sum += builders[i].weight;
  pick = dice (w, sum);
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    {
      if (pick < builders[i].weight)
        return builders[i].build (w, any_live (w));
      pick -= builders[i].weight;
    }
  g_assert_not_reached ();
}

static void
step (World *w)
{
  guint pick = dice (w, 1000);
  OctantAct *act;

  if (pick < 150 && w->done->len > 0)
    undo (w);
  else if (pick < 220 && w->undone->len > 0)
    {
      const OctantAct *next = w->undone->pdata[w->undone->len - 1];
      gboolean last = strcmp (next->kind, "delete-organisation") == 0;

      redo (w);
      if (last) /* there would be nothing left to act on */
        undo (w);
    }
  else if (pick == 999)
    {
      /* Everything goes, and comes back. */
      carry_out (w, delete_organisation (w, NULL));
      g_assert_cmpuint (g_hash_table_size (w->rows), ==, 0);
      undo (w);
    }
  else
    {
      act = random_act (w);
      if (act != NULL)
        carry_out (w, act);
    }
}

/* The rule of interviews, told from the plain rows: nobody decided, so the lowest that was said counts. */
static void
assert_voices (World *w)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, w->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const OctantRecord *said = key;
      const char *settlement[5], *answer[10] = { NULL };
      g_autoptr (OctantRecord) settlement_key = NULL;
      g_autoptr (OctantRecord) answer_key = NULL;
      const OctantRecord *found;
      OctantRating rating, counts;

      if (octant_record_get_table (said) != OCTANT_TABLE_INTERVIEW_ANSWER ||
          octant_record_get (said, OCTANT_INTERVIEW_ANSWER_RATING)[0] == '\0')
        continue;
      settlement[0] = answer[0] = octant_record_get (said, OCTANT_INTERVIEW_ANSWER_CYCLE);
      settlement[1] = answer[1] = octant_record_get (said, OCTANT_INTERVIEW_ANSWER_CODE);
      settlement[2] = answer[2] = octant_record_get (said, OCTANT_INTERVIEW_ANSWER_OBJECT);
      settlement[3] = settlement[4] = answer[3] = answer[7] = "";
      settlement_key = octant_record_new (OCTANT_TABLE_SETTLEMENT, settlement);
      answer_key = octant_record_new (OCTANT_TABLE_ANSWER, answer);
      found = g_hash_table_lookup (w->rows, answer_key);
      if (g_hash_table_contains (w->rows, settlement_key) || found == NULL)
        continue; /* decided, or taken back by hand */
      g_assert_true (octant_rating_parse (octant_record_get (said, OCTANT_INTERVIEW_ANSWER_RATING), &rating));
      g_assert_true (octant_rating_parse (octant_record_get (found, OCTANT_ANSWER_RATING), &counts));
      g_assert_true (counts <= rating || counts == OCTANT_RATING_NA);
    }
}

static void
assert_same_scores (OctantAssessment *x,
                    OctantAssessment *y)
{
  g_autoptr (GPtrArray) a = octant_assessment_list_score_rows (x, NULL, 0);
  g_autoptr (GPtrArray) b = octant_assessment_list_score_rows (y, NULL, 0);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OctantScoreRow *p = a->pdata[i], *q = b->pdata[i];

      g_assert_cmpstr (p->s, ==, q->s);
      g_assert_cmpstr (p->s_hi, ==, q->s_hi);
      g_assert_cmpint (p->l, ==, q->l);
      g_assert_cmpint (p->l_hi, ==, q->l_hi);
      g_assert_cmpuint (p->answered, ==, q->answered);
      g_assert_cmpuint (p->applicable_items, ==, q->applicable_items);
    }
}

/* Rows in the database, rows in memory, results: all as the plain table says. */
static void
assert_agree (World *w)
{
  guint n = 0;

  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) rows = list_rows (w, (OctantTable) table, OCTANT_STORE_ALL, NULL);

      n += rows->len;
      for (guint i = 0; i < rows->len; i++)
        {
          const OctantRecord *row = g_hash_table_lookup (w->rows, rows->pdata[i]);

          g_assert_nonnull (row);
          g_assert_true (octant_record_equal (row, rows->pdata[i]));
        }
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (w->rows));
  for (guint i = 0; i < N_LIVE; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OctantAssessment) fresh =
        octant_store_load_assessment (w->store, octant_assessment_get_id (w->live[i]), &error);
      g_autoptr (GPtrArray) x = octant_assessment_list_records (w->live[i]);
      g_autoptr (GPtrArray) y = octant_assessment_list_records (fresh);
      g_autoptr (GArray) p = octant_assessment_list_unsettled (w->live[i]);
      g_autoptr (GArray) q = octant_assessment_list_unsettled (fresh);

      g_assert_no_error (error);
      g_assert_cmpuint (x->len, ==, y->len);
      for (guint k = 0; k < x->len; k++)
        g_assert_true (octant_record_equal (g_hash_table_lookup (w->rows, x->pdata[k]), x->pdata[k]));
      g_assert_cmpmem (p->data, p->len * sizeof (OctantItemRef), q->data, q->len * sizeof (OctantItemRef));
      assert_same_scores (w->live[i], fresh);
    }
  assert_voices (w);
}

/* Kept up to date, the index finds as much as one made anew. */
static void
assert_same_index (World *w)
{
  static const char *const words[] = { "防火", "DRILL", "said", "noted", "AP.01" };
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantSearchIndex) fresh = octant_search_index_new (w->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint x[OCTANT_SEARCH_N_PLACES], y[OCTANT_SEARCH_N_PLACES];

      g_ptr_array_unref (octant_search_index_find (w->index, words[i], NULL, x));
      g_ptr_array_unref (octant_search_index_find (fresh, words[i], NULL, y));
      g_assert_cmpmem (x, sizeof x, y, sizeof y);
    }
}

static OctantAssessment *
add_cycle (World            *w,
           const char       *title,
           OctantAssessment *from)
{
  OctantNewCycle what = { w->org, title, "2026-03-01", w->model, NULL, from };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  OctantAssessment *assessment;

  carry_out (w, octant_act_new_cycle (&what, &by, &id, &error));
  assessment = octant_store_load_assessment (w->store, id, &error);
  g_assert_no_error (error);
  return assessment;
}

static void
start (World *w)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;

  w->random = g_rand_new_with_seed (20261124);
  w->dir = fixture_dir_new ();
  w->store = fixture_open (w->dir);
  w->rows = g_hash_table_new_full (octant_record_hash_key, (GEqualFunc) octant_record_same_key,
                                   (GDestroyNotify) octant_record_unref, NULL);
  w->done = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  w->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  w->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->model = octant_model_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  carry_out (w, octant_act_add_organisation ("Example Futures", NULL, &by, &w->org, &error));
  for (guint i = 0; i < 3; i++)
    carry_out (w, octant_act_add_object (w->org, "Object", "OBJ-TRD", 2 + (int) i, 0, &by, NULL, &error));
  w->live[0] = add_cycle (w, "2025", NULL);
  for (guint r = 0; r < octant_model_get_n_requirements (w->model); r += 2)
    {
      OctantItemRef item = { r, 0 };

      carry_out (w, octant_act_rate (w->live[0], item, (OctantRating) (OCTANT_RATING_N + r % 4), NULL, NULL, NULL, &by,
                                     &error));
    }
  w->live[1] = add_cycle (w, "2026", w->live[0]);
  w->index = octant_search_index_new (w->store, &error);
  g_assert_no_error (error);
  /* Undo ends here: the objects in memory are of these cycles. */
  g_ptr_array_set_size (w->done, 0);
}

static void
finish (World *w)
{
  for (guint i = 0; i < N_LIVE; i++)
    g_assert_finalize_object (w->live[i]);
  octant_search_index_free (w->index);
  fixture_close (w->store);
  g_clear_object (&w->model);
  g_free (w->org);
  g_rand_free (w->random);
  g_hash_table_unref (w->rows);
  g_hash_table_unref (w->kinds);
  g_ptr_array_unref (w->done);
  g_ptr_array_unref (w->undone);
  fixture_dir_free (w->dir);
}

static void
test_random (void)
{
  World w = { 0 };
  guint n_steps = g_getenv ("OCTANT_TEST_LONG") != NULL ? 100000 : 10000;

  start (&w);
  for (guint i = 0; i < n_steps; i++)
    {
      step (&w);
      if (i % 200 == 0)
        assert_agree (&w);
      if (i % 2000 == 0)
        assert_same_index (&w);
    }
  assert_agree (&w);
  assert_same_index (&w);
  fixture_assert_sound (w.store);
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    if (!g_hash_table_contains (w.kinds, builders[i].kind))
      g_error ("nothing was ever done by “%s”", builders[i].kind);
  g_assert_true (g_hash_table_contains (w.kinds, "delete-organisation"));

  /* All the way back, and forth. */
  while (w.undone->len > 0)
    carry_out (&w, edit_organisation (&w, NULL));
  while (w.done->len > 0)
    undo (&w);
  assert_agree (&w);
  while (w.undone->len > 0)
    redo (&w);
  assert_agree (&w);
  finish (&w);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random-session/agrees", test_random);

  return g_test_run ();
}
