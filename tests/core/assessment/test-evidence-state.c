/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-applicability.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "assessment/octant-item-filter.h"
#include "fixture.h"
#include "variant.h"

static void
test_states (void)
{
  static const struct
  {
    const char *collected, *until;
    OctantEvidenceState state;
  } cases[] = {
    { "2026-03-01", NULL, OCTANT_EVIDENCE_FRESH },
    { "2025-03-01", NULL, OCTANT_EVIDENCE_FRESH },   /* 12 months */
    { "2025-02-01", NULL, OCTANT_EVIDENCE_AGEING },  /* 13 */
    { "2024-03-01", NULL, OCTANT_EVIDENCE_AGEING },  /* 24 */
    { "2024-02-01", NULL, OCTANT_EVIDENCE_STALE },   /* 25 */
    { NULL, NULL, OCTANT_EVIDENCE_UNDATED },
    { "2026-02-01", "2026-02-28", OCTANT_EVIDENCE_EXPIRED },
    { "2026-02-01", "2026-03-01", OCTANT_EVIDENCE_FRESH },
    { "2026-03-02", NULL, OCTANT_EVIDENCE_LATER },
  };
  g_autoptr (OctantModel) model = load_model ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OctantRecord) row = make_evidence ("ev", "2", cases[i].collected, cases[i].until);
      OctantEvidenceState state = octant_evidence_state (model, row, "2026-03-01");

      g_assert_cmpstr (octant_evidence_state_to_string (state), ==, octant_evidence_state_to_string (cases[i].state));
    }
}

static void
test_edit (void)
{
  g_autoptr (OctantRecord) row = make_evidence ("ev", "2", "2026-02-01", NULL);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  const OctantRecord *after;

  act = octant_act_edit_evidence (row, " Drill ", "Operations", "", "2027-01-01", 3, &by, &error);
  g_assert_no_error (error);
  after = ((OctantChange *) act->changes->pdata[0])->after;
  g_assert_cmpstr (octant_record_get (after, OCTANT_EVIDENCE_TITLE), ==, "Drill");
  g_assert_cmpstr (octant_record_get (after, OCTANT_EVIDENCE_SOURCE), ==, "Operations");
  g_assert_null (octant_record_get (after, OCTANT_EVIDENCE_COLLECTED_ON));
  g_assert_cmpstr (octant_record_get (after, OCTANT_EVIDENCE_VALID_UNTIL), ==, "2027-01-01");
  g_assert_cmpint (octant_record_get_int (after, OCTANT_EVIDENCE_STRENGTH), ==, 3);
  g_clear_pointer (&act, octant_act_free);

  act = octant_act_edit_evidence (row, NULL, NULL, NULL, NULL, -1, &by, &error);
  g_assert_no_error (error);
  g_assert_true (octant_act_is_empty (act));
  g_assert_null (octant_act_edit_evidence (row, "", NULL, NULL, NULL, -1, &by, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (octant_act_edit_evidence (row, NULL, NULL, NULL, "2025-01-01", -1, &by, &error));
  g_assert_nonnull (strstr (error->message, "mend one of the dates"));
  g_clear_error (&error);
  g_assert_null (octant_act_edit_evidence (row, NULL, NULL, NULL, NULL, 4, &by, &error));
  g_assert_nonnull (error);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_library (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) library = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) uses = NULL;
  const char *const ids[] = { "ev-1", "ev-2", "ev-1", NULL };
  const char *const missing[] = { "ev-9", NULL };
  OctantItemRef items[2];
  GError *error = NULL;
  guint n_signals = 0;

  items[0] = item_of (a, "AP.01.2.P.01", 0);
  items[1] = item_of (a, "AP.01.1.P.01", 0);
  g_signal_connect_swapped (a, "evidence-changed", G_CALLBACK (count_cb), &n_signals);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2020-01-01", NULL));
  g_ptr_array_add (evidence, make_evidence ("ev-2", "2", "2026-02-01", NULL));
  apply_ok (a, octant_act_attach (a, items[0], evidence, &by, &error), error);
  g_assert_cmpuint (n_signals, ==, 1);
  apply_ok (a, octant_act_link_evidence (a, items, 2, ids, &by, &error), error);
  uses = octant_assessment_list_evidence_items (a, "ev-1");
  g_assert_cmpuint (uses->len, ==, 2);
  g_assert_cmpuint (g_array_index (uses, OctantItemRef, 0).requirement, ==, items[1].requirement);
  g_assert_cmpuint (octant_assessment_count_outdated (a, items[1]), ==, 1);
  g_assert_null (octant_act_link_evidence (a, items, 2, missing, &by, &error));
  g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
  g_clear_error (&error);

  rows = octant_assessment_list_records (a);
  for (guint i = 0; i < rows->len; i++)
    if (octant_record_get_table (rows->pdata[i]) == OCTANT_TABLE_EVIDENCE_LINK)
      g_ptr_array_add (links, octant_record_ref (rows->pdata[i]));
  g_assert_cmpuint (links->len, ==, 4);
  apply_ok (a, octant_act_delete_evidence (evidence->pdata[0], links, &by, &error), error);
  library = octant_assessment_list_library (a);
  g_assert_cmpuint (library->len, ==, 1);
  g_assert_cmpuint (octant_assessment_count_outdated (a, items[1]), ==, 0);
  g_clear_pointer (&uses, g_array_unref);
  uses = octant_assessment_list_evidence_items (a, "ev-1");
  g_assert_cmpuint (uses->len, ==, 0);
}

static guint
count_matches (OctantAssessment       *a,
               const OctantItemFilter *filter)
{
  OctantItemRef first, item = { G_MAXUINT, 0 };
  guint n = 0;

  /* Once round, by the same way that the key goes. */
  if (!octant_assessment_find_next (a, &item, filter, &first))
    return 0;
  item = first;
  do
    n++;
  while (octant_assessment_find_next (a, &item, filter, &item) && memcmp (&item, &first, sizeof item) != 0);
  return n;
}

static guint
count_items (OctantAssessment *a)
{
  guint n = 0;

  for (guint r = 0; r < octant_model_get_n_requirements (octant_assessment_get_model (a)); r++)
    if (octant_model_get_requirement (octant_assessment_get_model (a), r)->active)
      n += octant_assessment_get_item_slots (a, r);
  return n;
}

static void
test_filter (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) earlier = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) a = NULL;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autofree gboolean *blocking = NULL;
  OctantItemFilter filter = OCTANT_ITEM_FILTER_NONE;
  OctantItemRef item;
  GError *error = NULL;
  guint n, sum = 0;

  rate (earlier, "AP.01.1.P.01", 0, OCTANT_RATING_F);
  a = new_cycle (model, 0, earlier);
  n = count_items (a);
  rate (a, "AP.01.2.P.01", 0, OCTANT_RATING_L);

  g_assert_true (octant_item_filter_is_none (&filter));
  g_assert_cmpuint (count_matches (a, &filter), ==, n);
  filter.flags = OCTANT_ITEM_UNANSWERED;
  g_assert_cmpuint (count_matches (a, &filter), ==, n - 2);
  filter.flags = OCTANT_ITEM_TO_CONFIRM;
  g_assert_cmpuint (count_matches (a, &filter), ==, 1);
  filter.flags = OCTANT_ITEM_WITHOUT_EVIDENCE;
  g_assert_cmpuint (count_matches (a, &filter), ==, 2);
  filter.flags = OCTANT_ITEM_WITHOUT_EVIDENCE | OCTANT_ITEM_TO_CONFIRM;
  g_assert_cmpuint (count_matches (a, &filter), ==, 1);

  item = item_of (a, "AP.01.1.P.01", 0);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2020-01-01", NULL));
  apply_ok (a, octant_act_attach (a, item, evidence, &by, &error), error);
  g_assert_cmpuint (count_matches (a, &filter), ==, 0);
  filter.flags = OCTANT_ITEM_STALE_EVIDENCE;
  g_assert_cmpuint (count_matches (a, &filter), ==, 1);

  filter.flags = OCTANT_ITEM_BLOCKING;
  g_assert_cmpuint (count_matches (a, &filter), ==, 0); /* nobody said which */
  blocking = octant_assessment_dup_blocking (a);
  filter.blocking = blocking;
  g_assert_cmpuint (count_matches (a, &filter), >, 0);
  g_assert_false (blocking[item_of (a, "AP.01.2.P.01", 0).requirement]);

  filter = (OctantItemFilter) OCTANT_ITEM_FILTER_NONE;
  for (guint aspect = 0; aspect < octant_model_get_n_aspects (model); aspect++)
    for (guint level = 1; level <= octant_model_get_n_levels (model); level++)
      {
        filter.aspect = (int) aspect;
        filter.level = level;
        sum += count_matches (a, &filter);
      }
  g_assert_cmpuint (sum, ==, n);
  filter = (OctantItemFilter) OCTANT_ITEM_FILTER_NONE;
  filter.role = 0;
  g_assert_cmpuint (count_matches (a, &filter), >, 0);
  g_assert_cmpuint (count_matches (a, &filter), <, n);
}

static void
test_filter_objects (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  OctantItemFilter filter = OCTANT_ITEM_FILTER_NONE;
  guint all = 0, org = 0, by_object = 0;
  GListModel *items;
  guint subdomain = 0;

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    if (octant_model_get_requirement (model, r)->active)
      {
        if (octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_ORG)
          org++;
        else
          {
            by_object++;
            subdomain = octant_model_get_requirement (model, r)->subdomain;
          }
      }
  all = count_matches (a, &filter);
  g_assert_cmpuint (all, ==, org + 3 * by_object);
  filter.slot = 1;
  g_assert_cmpuint (count_matches (a, &filter), ==, org + by_object);

  /* A parent shows as long as one of its objects is left. */
  items = octant_node_get_items (octant_assessment_get_node (a, octant_model_subdomain_node (model, subdomain)));
  filter = (OctantItemFilter) OCTANT_ITEM_FILTER_NONE;
  filter.flags = OCTANT_ITEM_UNANSWERED;
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) parent = g_list_model_get_item (items, i);
      const char *code = octant_item_get_requirement (parent)->code;

      if (octant_item_get_children (parent) == NULL)
        continue;
      rate (a, code, 0, OCTANT_RATING_N);
      rate (a, code, 2, OCTANT_RATING_N);
      g_assert_true (octant_item_matches (parent, &filter));
      rate (a, code, 1, OCTANT_RATING_N);
      g_assert_false (octant_item_matches (parent, &filter));
    }
}

static void
test_not_applicable (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) list = NULL;
  const OctantNotApplicable *entry;
  GError *error = NULL;
  guint r = 0;

  for (; !octant_model_get_requirement (model, r)->na_allowed; r++)
    ;
  rate (a, octant_model_get_requirement (model, r)->code, 0, OCTANT_RATING_NA);
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.01"), TRUE, "outsourced", "Approver (R1)", &by, &error), error);
  list = octant_assessment_list_not_applicable (a);
  g_assert_cmpuint (list->len, ==, 3);
  entry = list->pdata[0];
  g_assert_cmpint (entry->kind, ==, OCTANT_NOT_APPLICABLE_ITEM);
  g_assert_cmpstr (entry->code, ==, octant_model_get_requirement (model, r)->code);
  g_assert_cmpstr (entry->reason, ==, "not used here");
  g_assert_cmpstr (entry->approver, ==, "Approver");
  g_assert_cmpstr (entry->by, ==, "Assessor");
  g_assert_cmpstr (entry->time, ==, TIME);
  g_assert_false (entry->hidden);
  entry = list->pdata[1];
  g_assert_cmpstr (entry->code, ==, "SH.01");
  g_assert_true (entry->gate);
  entry = list->pdata[2];
  g_assert_cmpstr (entry->code, ==, "SH.12");
  g_assert_false (entry->gate);
  g_assert_cmpstr (entry->reason, ==, "no cloud");
}

/* The same model with one text written otherwise. */
static OctantModel *
reworded (OctantModel *model,
          guint        requirement)
{
  gsize length;
  const char *data = g_bytes_get_data (octant_model_get_bytes (model), &length);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) length);
  g_autofree char *with = g_strconcat (octant_model_get_requirement (model, requirement)->text.en, " Always.", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  OctantModel *other;

  g_assert_cmpuint (g_string_replace (text, octant_model_get_requirement (model, requirement)->text.en, with, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  other = octant_model_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return other;
}

static void
test_news (void)
{
  g_autoptr (OctantModel) model = load_model ();
  g_autoptr (OctantModel) variant = variant_model (model);
  g_autoptr (OctantModel) worded = reworded (model, 3);
  g_autoptr (OctantAssessment) earlier = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) later = new_cycle (variant, 0, earlier);
  g_autoptr (OctantAssessment) other = new_cycle (worded, 0, earlier);
  OctantItemFilter filter = OCTANT_ITEM_FILTER_NONE;
  OctantItemRef found, start = { G_MAXUINT, 0 };
  guint index;

  g_assert_true (octant_model_find_requirement (variant, VARIANT_NEW, &index));
  g_assert_cmpint (octant_assessment_get_requirement_news (later, index), ==, OCTANT_NEWS_SAME); /* no earlier one */
  octant_assessment_set_previous (later, earlier);
  g_assert_cmpint (octant_assessment_get_requirement_news (later, index), ==, OCTANT_NEWS_NEW);
  g_assert_cmpint (octant_assessment_get_requirement_news (later, 0), ==, OCTANT_NEWS_SAME);
  filter.flags = OCTANT_ITEM_NEWS;
  g_assert_cmpuint (count_matches (later, &filter), ==, 1);

  octant_assessment_set_previous (other, earlier);
  g_assert_cmpint (octant_assessment_get_requirement_news (other, 3), ==, OCTANT_NEWS_CHANGED);
  g_assert_true (octant_assessment_find_next (other, &start, &filter, &found));
  g_assert_cmpuint (found.requirement, ==, 3);
  g_assert_cmpuint (count_matches (other, &filter), ==, 1);

  /* Retired then, asked for now. */
  octant_assessment_set_previous (later, NULL);
  octant_assessment_set_previous (earlier, later);
  g_assert_true (octant_model_find_requirement (model, VARIANT_RETIRED, &index));
  g_assert_cmpint (octant_assessment_get_requirement_news (earlier, index), ==, OCTANT_NEWS_NEW);
  octant_assessment_set_previous (earlier, NULL);
  filter = (OctantItemFilter) OCTANT_ITEM_FILTER_NONE;
  g_assert_true (octant_assessment_requirement_matches (earlier, index, &filter));
  g_assert_true (octant_model_find_requirement (variant, VARIANT_RETIRED, &index));
  g_assert_false (octant_assessment_requirement_matches (later, index, &filter));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence-state/states", test_states);
  g_test_add_func ("/evidence-state/edit", test_edit);
  g_test_add_func ("/evidence-state/library", test_library);
  g_test_add_func ("/item-filter/flags", test_filter);
  g_test_add_func ("/item-filter/objects", test_filter_objects);
  g_test_add_func ("/applicability/list", test_not_applicable);
  g_test_add_func ("/applicability/news", test_news);

  return g_test_run ();
}
