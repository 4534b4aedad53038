/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-targets.h"
#include "fixture.h"

static OctantModel *model;

static void
set_target (OctantAssessment *a,
            const char       *code,
            int               level)
{
  OctantTarget target = { node_of (a, code), level };
  GError *error = NULL;
  OctantAct *act = octant_act_set_targets (a, &target, 1, &by, &error);

  apply_ok (a, act, error);
}

static int
target_of (OctantAssessment *a,
           const char       *code)
{
  return octant_assessment_get_target (a, node_of (a, code));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_inherited (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  OctantNode *node = octant_assessment_get_node (a, node_of (a, "AP.05"));
  guint n_signals = 0, n_notified = 0;

  g_signal_connect_swapped (a, "targets-changed", G_CALLBACK (count_cb), &n_signals);
  g_signal_connect_swapped (node, "notify::target", G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpint (target_of (a, "AP.05"), ==, 0);
  set_target (a, "overall", 3);
  g_assert_cmpint (target_of (a, "overall"), ==, 3);
  g_assert_cmpint (target_of (a, "AP"), ==, 3);
  g_assert_cmpint (target_of (a, "AP.05"), ==, 3);
  g_assert_cmpint (octant_assessment_get_own_target (a, node_of (a, "AP")), ==, 0);
  set_target (a, "AP", 4);
  set_target (a, "AP.05", 2);
  g_assert_cmpint (target_of (a, "AP.05"), ==, 2);
  g_assert_cmpint (target_of (a, "AP.01"), ==, 4);
  g_assert_cmpint (target_of (a, "SH.01"), ==, 3);
  g_assert_cmpint (target_of (a, "overall"), ==, 3); /* nothing goes upwards */
  g_assert_cmpint (octant_node_get_target (node), ==, 2);
  set_target (a, "AP.05", 0);
  g_assert_cmpint (octant_node_get_target (node), ==, 4);
  g_assert_cmpuint (n_signals, ==, 4);
  g_assert_cmpuint (n_notified, ==, 4); /* 3, 4, 2, 4 */
}

/* One act for all, undone as one; asking for what is set already is no act. */
static void
test_many (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantTarget targets[] = { { OCTANT_NODE_OVERALL, 3 }, { node_of (a, "ED"), 4 }, { node_of (a, "ER"), 0 } };
  g_autoptr (OctantAct) act = octant_act_set_targets (a, targets, G_N_ELEMENTS (targets), &by, NULL);
  g_autoptr (OctantAct) inverse = invert (act);
  g_autoptr (OctantAct) again = NULL;

  g_assert_cmpstr (act->kind, ==, "target");
  g_assert_cmpstr (act->subject, ==, "overall");
  g_assert_cmpuint (act->changes->len, ==, 2);
  octant_assessment_apply (a, act);
  g_assert_cmpint (target_of (a, "ED"), ==, 4);
  again = octant_act_set_targets (a, targets, G_N_ELEMENTS (targets), &by, NULL);
  g_assert_true (octant_act_is_empty (again));
  octant_assessment_apply (a, inverse);
  g_assert_cmpint (target_of (a, "ED"), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  GError *error = NULL;
  const struct
  {
    OctantTarget targets[2];
    gsize n;
    const char *says;
  } cases[] = {
    { { { OCTANT_NODE_OVERALL, 6 } }, 1, "from 1 to 5" },
    { { { OCTANT_NODE_OVERALL, -1 } }, 1, "from 1 to 5" },
    { { { octant_model_get_n_nodes (model), 1 } }, 1, "no such domain" },
    { { { node_of (a, "SH.12"), 3 } }, 1, "SH.12 is out of the scope" },
    { { { 1, 3 }, { 1, 4 } }, 2, "set twice" },
  };

  set_target (a, "SH.12", 3);
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (octant_act_set_targets (a, cases[i].targets, cases[i].n, &by, &error));
      g_assert_error (error, OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_clear_error (&error);
    }
  set_target (a, "SH.12", 0); /* but what stands there can go */
  g_assert_cmpint (octant_assessment_get_own_target (a, node_of (a, "SH.12")), ==, 0);
}

/* They never enter a score. */
static void
test_no_score (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  const guint *nodes;
  guint n;

  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_L);
  set_target (a, "overall", 5);
  nodes = octant_assessment_get_changed_nodes (a, &n);
  g_assert_true (n == 0 || nodes != NULL);
  g_assert_cmpuint (n, ==, 0);
}

static OctantAssessment *
carry (OctantModel      *to,
       OctantAssessment *from)
{
  OctantNewCycle what = { ORG, "2027", "2027-03-01", to, NULL, from };
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_act_new_cycle (&what, &by, NULL, &error);

  g_assert_no_error (error);
  return open_act (act, to, NULL);
}

static void
test_carried (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 0, NULL);
  g_autoptr (OctantAssessment) a = NULL;

  set_target (from, "overall", 3);
  set_target (from, "PM.01", 5);
  a = carry (model, from);
  g_assert_cmpint (target_of (a, "PM.01"), ==, 5);
  g_assert_cmpint (target_of (a, "AP"), ==, 3);
  set_target (a, "overall", 4);
  g_assert_cmpint (target_of (from, "AP"), ==, 3);
}

/* A row that the model does not know does not count, but is not lost either. */
static void
test_unknown (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  g_autoptr (GPtrArray) rows = octant_assessment_list_records (a);
  const char *values[] = { octant_assessment_get_id (a), "ZZ", "3" };
  const char *named[] = { octant_assessment_get_id (a), "overall", "3" };
  g_autoptr (OctantAssessment) b = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_TARGET, values));
  g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_TARGET, named));
  b = octant_assessment_new (model, rows->pdata[0], rows);
  again = octant_assessment_list_records (b);
  g_assert_cmpuint (again->len, ==, rows->len);
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    g_assert_cmpint (octant_assessment_get_target (b, node), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();
  g_test_add_func ("/targets/inherited", test_inherited);
  g_test_add_func ("/targets/many", test_many);
  g_test_add_func ("/targets/refused", test_refused);
  g_test_add_func ("/targets/no-score", test_no_score);
  g_test_add_func ("/targets/carried", test_carried);
  g_test_add_func ("/targets/unknown", test_unknown);
  status = g_test_run ();
  g_clear_object (&model);
  return status;
}
