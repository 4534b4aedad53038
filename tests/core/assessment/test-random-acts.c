/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-applicability.h"
#include "assessment/octant-targets.h"
#include "fixture.h"

/*
 * Random acts, their undoing and redoing, on one assessment that is kept up to date; and
 * beside it a plain table of rows, from which it is made anew again and again. The two
 * must never differ.
 */
typedef struct
{
  GRand *random;
  OctantModel *model;
  OctantAssessment *live;
  GHashTable *rows; /* (element-type OctantRecord): the plain reference */
  GPtrArray *done;  /* (element-type OctantAct) */
  GPtrArray *undone;
  guint n_evidence;
  guint item_signals;
  guint structure_signals;
  gboolean score_signal;
} World;

static OctantAssessment *
reload (World *world)
{
  g_autoptr (GPtrArray) rows = g_hash_table_get_keys_as_ptr_array (world->rows);
  OctantRecord *cycle = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (octant_record_get_table (rows->pdata[i]) == OCTANT_TABLE_CYCLE)
      cycle = rows->pdata[i];
  return octant_assessment_new (world->model, cycle, rows);
}

static void
store_act (World           *world,
           const OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      if (change->before != NULL)
        {
          OctantRecord *row = g_hash_table_lookup (world->rows, change->before);

          g_assert_nonnull (row);
          g_assert_true (octant_record_equal (row, change->before));
          g_hash_table_remove (world->rows, change->before);
        }
      else
        g_assert_false (g_hash_table_contains (world->rows, change->after));
      if (change->after != NULL)
        g_hash_table_add (world->rows, octant_record_ref (change->after));
    }
}

static void
assert_same_rows (GPtrArray *a,
                  GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const OctantScoreRow *x = a->pdata[i], *y = b->pdata[i];

      g_assert_cmpstr (x->code, ==, y->code);
      g_assert_cmpint (x->applicable, ==, y->applicable);
      g_assert_cmpstr (x->s, ==, y->s);
      g_assert_cmpstr (x->s_hi, ==, y->s_hi);
      g_assert_cmpint (x->l, ==, y->l);
      g_assert_cmpint (x->l_hi, ==, y->l_hi);
      g_assert_cmpuint (x->answered, ==, y->answered);
      g_assert_cmpuint (x->applicable_items, ==, y->applicable_items);
    }
}

static void
assert_same_scores (OctantModel  *model,
                    OctantScorer *a,
                    OctantScorer *b)
{
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      const OctantScore *x = octant_scorer_get_score (a, node);
      const OctantScore *y = octant_scorer_get_score (b, node);

      g_assert_cmpint (x->applicable, ==, y->applicable);
      g_assert_true (octant_rational_equal (&x->s, &y->s));
      g_assert_true (octant_rational_equal (&x->s_hi, &y->s_hi));
      g_assert_cmpint (x->l, ==, y->l);
      g_assert_cmpint (x->l_hi, ==, y->l_hi);
      g_assert_cmpint (x->has_confidence, ==, y->has_confidence);
      g_assert_true (octant_rational_equal (&x->confidence, &y->confidence));
      g_assert_cmpuint (x->answered, ==, y->answered);
      g_assert_cmpuint (x->na_items, ==, y->na_items);
      for (guint aspect = 0; aspect < octant_model_get_n_aspects (model); aspect++)
        g_assert_true (octant_rational_equal (&x->s_aspect[aspect], &y->s_aspect[aspect]));
    }
}

static void
assert_same_object (gpointer a,
                    gpointer b)
{
  guint n;
  g_autofree GParamSpec **props = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) x = G_VALUE_INIT;
      g_auto (GValue) y = G_VALUE_INIT;

      g_value_init (&x, props[i]->value_type);
      g_value_init (&y, props[i]->value_type);
      g_object_get_property (a, props[i]->name, &x);
      g_object_get_property (b, props[i]->name, &y);
      if (g_param_values_cmp (props[i], &x, &y) != 0)
        g_error ("%s::%s differs", G_OBJECT_TYPE_NAME (a), props[i]->name);
    }
}

static void
assert_same_items (GListModel *a,
                   GListModel *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  g_assert_cmpuint (a != NULL ? g_list_model_get_n_items (a) : 0, ==, b != NULL ? g_list_model_get_n_items (b) : 0);
  for (guint i = 0; a != NULL && i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (OctantItem) x = g_list_model_get_item (a, i);
      g_autoptr (OctantItem) y = g_list_model_get_item (b, i);

      assert_same_object (x, y);
      assert_same_items (octant_item_get_children (x), octant_item_get_children (y));
    }
}

/* Told from the answers, not from the scorers. */
static guint
count_carried_of (OctantAssessment *a,
                  guint             subdomain,
                  guint             slot)
{
  OctantModel *model = octant_assessment_get_model (a);
  const OctantModelSubdomain *s = octant_model_get_subdomain (model, subdomain);
  guint n = 0;

  if (octant_assessment_get_tailoring (a, octant_model_subdomain_node (model, subdomain)) != NULL ||
      octant_assessment_get_tailoring (a, octant_model_domain_node (model, s->domain)) != NULL)
    return 0;
  for (guint r = s->first_requirement; r < s->first_requirement + s->n_requirements; r++)
    {
      gboolean own = octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_OBJECT;
      OctantAnswer answer;

      octant_assessment_get_answer (a, r, own ? slot : 0, &answer);
      n += octant_model_get_requirement (model, r)->active && answer.carried ? 1 : 0;
    }
  return n;
}

/* The profile that was kept up to date is the one made from nothing, and the nodes show it. */
static void
assert_same_profile (World            *world,
                     OctantAssessment *fresh)
{
  guint slot = octant_assessment_get_shown_slot (world->live);

  octant_assessment_set_shown_object (fresh, octant_assessment_get_shown_object (world->live));
  g_assert_cmpuint (octant_assessment_get_shown_slot (fresh), ==, slot);
  if (slot == G_MAXUINT)
    return;
  for (guint reading = 0; reading <= OCTANT_READING_BACKED; reading++)
    {
      g_autoptr (OctantScorer) profile = octant_assessment_new_object_scorer (fresh, slot, (OctantReading) reading);

      assert_same_scores (world->model, octant_assessment_get_shown_scorer (world->live, (OctantReading) reading), profile);
    }
  for (guint s = 0; s < octant_model_get_n_subdomains (world->model); s++)
    g_assert_cmpuint (octant_assessment_get_shown_n_carried (world->live, octant_model_subdomain_node (world->model, s)), ==,
                      count_carried_of (fresh, s, slot));
  g_assert_true (octant_node_get_score (octant_assessment_get_node (world->live, OCTANT_NODE_OVERALL)) ==
                 octant_scorer_get_score (octant_assessment_get_shown_scorer (world->live, OCTANT_READING_OFFICIAL),
                                          OCTANT_NODE_OVERALL));
}

static int
stored_target (World      *world,
               const char *code)
{
  const char *values[] = { octant_assessment_get_id (world->live), code, "1" };
  g_autoptr (OctantRecord) key = octant_record_new (OCTANT_TABLE_TARGET, values);
  const OctantRecord *row = g_hash_table_lookup (world->rows, key);

  return row != NULL ? (int) octant_record_get_int (row, OCTANT_TARGET_LEVEL) : 0;
}

/* The rule told once more from the plain rows: its own, else that of "AP" in "AP.05", else the whole's. */
static void
assert_targets (World *world)
{
  for (guint node = 0; node < octant_model_get_n_nodes (world->model); node++)
    {
      const char *code = octant_model_get_node_code (world->model, node);
      const char domain[] = { code[0], code[1], '\0' };
      int expected = node > 0 ? stored_target (world, code) : 0;

      if (expected == 0 && strlen (code) == 5)
        expected = stored_target (world, domain);
      if (expected == 0)
        expected = stored_target (world, "");
      g_assert_cmpint (octant_assessment_get_target (world->live, node), ==, expected);
    }
}

/* Everything that can be asked, of the live assessment and of one made anew. */
static void
assert_equals_reload (World *world)
{
  g_autoptr (OctantAssessment) fresh = reload (world);
  g_autoptr (GPtrArray) live_rows = octant_assessment_list_records (world->live);
  g_autoptr (GPtrArray) fresh_rows = octant_assessment_list_records (fresh);

  g_assert_cmpuint (live_rows->len, ==, fresh_rows->len);
  for (guint i = 0; i < live_rows->len; i++)
    {
      OctantRecord *row = g_hash_table_lookup (world->rows, live_rows->pdata[i]);

      g_assert_nonnull (row);
      g_assert_true (octant_record_equal (row, live_rows->pdata[i]));
    }
  for (guint reading = 0; reading <= OCTANT_READING_BACKED; reading++)
    assert_same_scores (world->model,
                        octant_assessment_get_scorer (world->live, (OctantReading) reading),
                        octant_assessment_get_scorer (fresh, (OctantReading) reading));
  assert_same_profile (world, fresh);
  for (guint node = 0; node < octant_model_get_n_nodes (world->model); node++)
    {
      OctantNode *x = octant_assessment_get_node (world->live, node);
      OctantNode *y = octant_assessment_get_node (fresh, node);

      g_assert_cmpuint (octant_assessment_get_n_carried (world->live, node), ==,
                        octant_assessment_get_n_carried (fresh, node));
      assert_same_object (x, y);
      assert_same_items (octant_node_get_items (x), octant_node_get_items (y));
    }
  assert_targets (world);
}

static OctantItemRef
random_item (World *world)
{
  OctantItemRef item;

  /* Half of the acts meet in one sub-domain, so that they really interfere. */
  item.requirement = (guint) g_rand_int_range (world->random, 0,
                                               g_rand_boolean (world->random)
                                                 ? 14 : (gint32) octant_model_get_n_requirements (world->model));
  item.slot = (guint) g_rand_int_range (world->random, 0,
                                        (gint32) octant_assessment_get_item_slots (world->live, item.requirement));
  return item;
}

static OctantAct *
random_rate (World *world)
{
  OctantItemRef item = random_item (world);
  OctantRating rating = (OctantRating) g_rand_int_range (world->random, 0, OCTANT_RATING_NA + 1);
  gboolean na = rating == OCTANT_RATING_NA;

  return octant_act_rate (world->live, item, rating, g_rand_int (world->random) % 4 == 0 ? "noted" : NULL,
                          na ? "because" : NULL, na ? "Approver" : NULL, &by, NULL);
}

static OctantAct *
random_rate_many (World *world)
{
  OctantRateRow rows[5] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i].item = random_item (world);
      rows[i].rating = (OctantRating) g_rand_int_range (world->random, 0, OCTANT_RATING_NA);
    }
  return octant_act_rate_many (world->live, "import", rows, G_N_ELEMENTS (rows), &by, NULL);
}

/* Now and then with one that may not be NA, which refuses all of them. */
static OctantAct *
random_not_applicable (World *world)
{
  OctantItemRef items[4];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    do
      items[i] = random_item (world);
    while (!octant_model_get_requirement (world->model, items[i].requirement)->na_allowed
           && g_rand_int (world->random) % 200 != 0);
  return octant_act_not_applicable (world->live, items, G_N_ELEMENTS (items), "nothing of that kind", "Approver", &by, NULL);
}

static OctantAct *
random_confirm (World *world)
{
  OctantItemRef items[20];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = random_item (world);
  return octant_act_confirm (world->live, items, G_N_ELEMENTS (items), &by, NULL);
}

static OctantAct *
random_tailor (World *world)
{
  guint node = (guint) g_rand_int_range (world->random, 1, (gint32) octant_model_get_n_nodes (world->model));

  return octant_act_tailor (world->live, node, g_rand_int (world->random) % 3 == 0, "not here", "Approver (R1)", &by, NULL);
}

static OctantAct *
random_attach (World *world)
{
  static const char *const dates[] = { "2026-02-01", "2025-02-28", "2023-12-31", "2026-06-01", NULL };
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autofree char *id = g_strdup_printf ("ev-%u", (guint) g_rand_int_range (world->random, 0, 40));
  const char strength[] = { (char) ('0' + g_rand_int_range (world->random, 0, 4)), '\0' };
  const char *collected = dates[g_rand_int_range (world->random, 0, G_N_ELEMENTS (dates))];

  g_ptr_array_add (evidence, make_evidence (id, strength, collected,
                                            g_rand_boolean (world->random) ? NULL : "2026-07-01"));
  return octant_act_attach (world->live, random_item (world), evidence, &by, NULL);
}

static OctantAct *
random_detach (World *world)
{
  OctantItemRef item = random_item (world);
  g_autoptr (GPtrArray) list = octant_assessment_list_evidence (world->live, item.requirement, item.slot);

  if (list->len == 0)
    return NULL;
  return octant_act_detach (world->live, item,
                            octant_record_get (list->pdata[g_rand_int_range (world->random, 0, (gint32) list->len)],
                                               OCTANT_EVIDENCE_ID),
                            &by, NULL);
}

/* What no builder makes, but an undo may bring: another date, an object more or less. */
static OctantAct *
random_structure (World *world)
{
  OctantAct *act = octant_act_new ("edit", "cycle", octant_assessment_get_id (world->live), by.actor, by.time);
  OctantRecord *cycle = octant_assessment_get_cycle (world->live);
  guint n = octant_assessment_get_n_objects (world->live);

  if (g_rand_boolean (world->random))
    octant_act_add_change (act, octant_record_ref (cycle),
                           octant_record_with (cycle, OCTANT_CYCLE_AS_OF,
                                               g_rand_boolean (world->random) ? "2026-03-01" : "2027-08-31", G_MAXUINT));
  else if (n > 1 && g_rand_boolean (world->random))
    octant_act_add_change (act, octant_record_ref (octant_assessment_get_object (world->live, 0)), NULL);
  else if (n < 4)
    {
      const char *values[] = { octant_assessment_get_id (world->live), "obj-new", "New", "OBJ-TRD", "2", "2", "1" };
      guint slot;

      if (!octant_assessment_find_object (world->live, "obj-new", &slot))
        octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, values));
    }
  return act;
}

static OctantAct *
random_targets (World *world)
{
  OctantTarget targets[3];

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      targets[i].node = (guint) g_rand_int_range (world->random, 0, (gint32) octant_model_get_n_nodes (world->model));
      targets[i].level = g_rand_int_range (world->random, 0, 7); /* the last is refused */
    }
  return octant_act_set_targets (world->live, targets, (gsize) g_rand_int_range (world->random, 1, 4), &by, NULL);
}

static OctantAct *
random_act (World *world)
{
  guint dice = (guint) g_rand_int_range (world->random, 0, 100);

  if (dice < 4)
    return random_targets (world);
  if (dice < 55)
    return random_rate (world);
  if (dice < 62)
    return octant_act_note (world->live, random_item (world), g_rand_boolean (world->random) ? "text" : NULL, &by, NULL);
  if (dice < 66)
    return random_rate_many (world);
  if (dice < 68)
    return random_not_applicable (world);
  if (dice < 74)
    return random_confirm (world);
  if (dice < 80)
    return random_tailor (world);
  if (dice < 92)
    return random_attach (world);
  if (dice < 99)
    return random_detach (world);
  return random_structure (world);
}

static void
item_changed_cb (World *world)
{
  world->item_signals++;
}

static void
structure_changed_cb (World *world)
{
  world->structure_signals++;
}

static void
scores_changed_cb (World *world)
{
  world->score_signal = TRUE;
}

/* Applies to both, and holds the assessment to what it says has changed. */
static void
carry_out (World     *world,
           OctantAct *act)
{
  g_autoptr (GPtrArray) before = octant_assessment_list_score_rows (world->live, NULL, 0);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree gboolean *changed = g_new0 (gboolean, before->len);
  const guint *nodes;
  guint n_nodes;

  world->item_signals = world->structure_signals = 0;
  world->score_signal = FALSE;
  octant_assessment_apply (world->live, act);
  store_act (world, act);

  after = octant_assessment_list_score_rows (world->live, NULL, 0);
  nodes = octant_assessment_get_changed_nodes (world->live, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    changed[nodes[i]] = TRUE;
  g_assert_true (n_nodes == 0 || world->score_signal);
  for (guint node = 0; node < before->len; node++)
    {
      const OctantScoreRow *x = before->pdata[node], *y = after->pdata[node];

      if (strcmp (x->s, y->s) != 0 || strcmp (x->s_hi, y->s_hi) != 0 || x->l != y->l || x->l_hi != y->l_hi ||
          x->answered != y->answered || x->applicable_items != y->applicable_items)
        g_assert_true (changed[node]);
    }
  if (act->changes->len > 0)
    g_assert_cmpuint (world->item_signals + world->structure_signals, >, 0);
}

static void
step (World *world)
{
  guint dice = (guint) g_rand_int_range (world->random, 0, 10);
  OctantAct *act;

  if (g_rand_int (world->random) % 16 == 0)
    {
      static const char *const objects[] = { NULL, "obj-1", "obj-2", "obj-new" };

      octant_assessment_set_shown_object (world->live, objects[g_rand_int_range (world->random, 0, G_N_ELEMENTS (objects))]);
    }
  if (dice < 2 && world->done->len > 0)
    {
      g_autoptr (OctantAct) inverse = NULL;

      act = g_ptr_array_steal_index (world->done, world->done->len - 1);
      inverse = invert (act);
      carry_out (world, inverse);
      g_ptr_array_add (world->undone, act);
      return;
    }
  if (dice < 3 && world->undone->len > 0)
    {
      act = g_ptr_array_steal_index (world->undone, world->undone->len - 1);
      carry_out (world, act);
      g_ptr_array_add (world->done, act);
      return;
    }
  act = random_act (world);
  if (act == NULL) /* refused, as it may be */
    return;
  carry_out (world, act);
  g_ptr_array_set_size (world->undone, 0);
  g_ptr_array_add (world->done, act);
}

/* Last year's cycle, half rated, to carry over from. */
static OctantAssessment *
earlier_cycle (OctantModel *model)
{
  OctantAssessment *a = new_cycle (model, 2, NULL);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r += 2)
    rate (a, octant_model_get_requirement (model, r)->code, 0, (OctantRating) (OCTANT_RATING_N + r % 4));
  return a;
}

static void
test_random (void)
{
  World world = { 0 };
  g_autoptr (OctantAssessment) earlier = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_acts = g_getenv ("OCTANT_TEST_LONG") != NULL ? 100000 : 10000;

  world.random = g_rand_new_with_seed (20261122);
  world.model = load_model ();
  earlier = earlier_cycle (world.model);
  world.live = new_cycle (world.model, 3, earlier);
  world.rows = g_hash_table_new_full (octant_record_hash_key, (GEqualFunc) octant_record_same_key,
                                      (GDestroyNotify) octant_record_unref, NULL);
  world.done = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  world.undone = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  rows = octant_assessment_list_records (world.live);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (world.rows, octant_record_ref (rows->pdata[i]));
  g_signal_connect_swapped (world.live, "item-changed", G_CALLBACK (item_changed_cb), &world);
  g_signal_connect_swapped (world.live, "targets-changed", G_CALLBACK (item_changed_cb), &world);
  g_signal_connect_swapped (world.live, "structure-changed", G_CALLBACK (structure_changed_cb), &world);
  g_signal_connect_swapped (world.live, "scores-changed", G_CALLBACK (scores_changed_cb), &world);

  assert_equals_reload (&world);
  for (guint i = 0; i < n_acts; i++)
    {
      step (&world);
      if (i % 50 == 0)
        assert_equals_reload (&world);
    }
  assert_equals_reload (&world);

  /* All the way back. */
  while (world.done->len > 0)
    {
      g_autoptr (OctantAct) act = g_ptr_array_steal_index (world.done, world.done->len - 1);
      g_autoptr (OctantAct) inverse = invert (act);

      octant_assessment_apply (world.live, inverse);
      store_act (&world, inverse);
    }
  assert_equals_reload (&world);
  {
    g_autoptr (OctantAssessment) first = new_cycle (world.model, 3, earlier);
    g_autoptr (GPtrArray) x = octant_assessment_list_score_rows (first, NULL, 0);
    g_autoptr (GPtrArray) y = octant_assessment_list_score_rows (world.live, NULL, 0);

    assert_same_rows (x, y);
  }

  g_hash_table_unref (world.rows);
  g_ptr_array_unref (world.done);
  g_ptr_array_unref (world.undone);
  g_rand_free (world.random);
  g_assert_finalize_object (world.live);
  g_clear_object (&earlier);
  g_assert_finalize_object (world.model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/random-acts/equals-reference", test_random);

  return g_test_run ();
}
