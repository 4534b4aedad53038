/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "assessment/octant-acts-objects.h"
#include "scoring/octant-explain.h"

static OctantModel *model;

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Counts notifications of every property but those named. */
static void
other_cb (GObject    *object,
          GParamSpec *pspec,
          GHashTable *names)
{
  g_hash_table_add (names, (gpointer) g_intern_string (pspec->name));
}

static GHashTable *
watch (gpointer object)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect (object, "notify", G_CALLBACK (other_cb), names);
  return names;
}

static OctantItem *
find_item (OctantAssessment *a,
           const char       *subdomain,
           const char       *code)
{
  GListModel *items = octant_node_get_items (octant_assessment_get_node (a, node_of (a, subdomain)));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      if (strcmp (octant_item_get_requirement (item)->code, code) == 0)
        return g_steal_pointer (&item);
    }
  g_assert_not_reached ();
}

static void
test_shape (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  GListModel *domains = octant_assessment_get_domains (a);
  guint n_subdomains = 0, n_items = 0;

  g_assert_cmpuint (g_list_model_get_n_items (domains), ==, octant_model_get_n_domains (model));
  for (guint d = 0; d < g_list_model_get_n_items (domains); d++)
    {
      g_autoptr (OctantNode) domain = g_list_model_get_item (domains, d);
      GListModel *children = octant_node_get_children (domain);

      g_assert_false (octant_node_is_subdomain (domain));
      g_assert_null (octant_node_get_items (domain));
      g_assert_true (domain == octant_assessment_get_node (a, octant_node_get_index (domain)));
      for (guint s = 0; s < g_list_model_get_n_items (children); s++)
        {
          g_autoptr (OctantNode) subdomain = g_list_model_get_item (children, s);

          n_subdomains++;
          g_assert_null (octant_node_get_children (subdomain));
          g_assert_true (g_str_has_prefix (octant_node_get_code (subdomain), octant_node_get_code (domain)));
          n_items += g_list_model_get_n_items (octant_node_get_items (subdomain));
        }
    }
  g_assert_cmpuint (n_subdomains, ==, 40);
  g_assert_cmpuint (n_items, ==, octant_model_get_n_requirements (model));
  g_assert_cmpstr (octant_node_get_name (octant_assessment_get_node (a, 0))->en, ==, octant_model_get_title (model)->en);
}

static void
test_notify (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);
  OctantNode *node = octant_assessment_get_node (a, node_of (a, "AP.05"));
  OctantNode *other = octant_assessment_get_node (a, node_of (a, "AP.04"));
  g_autoptr (OctantItem) item = find_item (a, "AP.05", "AP.05.1.H.01");
  g_autoptr (OctantItem) item2 = find_item (a, "AP.05", "AP.05.1.P.01");
  g_autoptr (GHashTable) at_node = watch (node);
  g_autoptr (GHashTable) at_other = watch (other);
  g_autoptr (GHashTable) at_item = watch (item);
  g_autoptr (GHashTable) at_item2 = watch (item2);
  guint items_changed = 0;
  GError *error = NULL;
  g_autofree char *text = NULL;

  g_signal_connect_swapped (octant_node_get_items (node), "items-changed", G_CALLBACK (count_cb), &items_changed);
  rate (a, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_F);
  g_assert_true (g_hash_table_contains (at_item, "rating"));
  g_assert_cmpuint (g_hash_table_size (at_item), ==, 1);
  g_assert_cmpuint (g_hash_table_size (at_item2), ==, 0);
  g_assert_true (g_hash_table_contains (at_node, "answered"));
  g_assert_true (g_hash_table_contains (at_node, "score"));
  g_assert_true (g_hash_table_contains (at_node, "score-text"));
  g_assert_false (g_hash_table_contains (at_node, "level"));
  g_assert_false (g_hash_table_contains (at_node, "items"));
  g_assert_cmpuint (g_hash_table_size (at_other), ==, 0);
  g_object_get (node, "score-text", &text, NULL);
  g_assert_cmpstr (text, ==, "0.50");

  g_hash_table_remove_all (at_item);
  g_hash_table_remove_all (at_node);
  apply_ok (a, octant_act_note (a, item_of (a, "AP.05.1.H.01", 0), "n", &by, &error), error);
  g_assert_true (g_hash_table_contains (at_item, "has-note"));
  g_assert_cmpuint (g_hash_table_size (at_item), ==, 1);
  g_assert_cmpuint (g_hash_table_size (at_node), ==, 0);
  g_assert_cmpuint (items_changed, ==, 0);
}

static void
test_objects (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (OctantAssessment) previous = new_cycle (model, 2, NULL);
  g_autoptr (OctantItem) item = find_item (a, "AP.05", "AP.05.1.P.01");
  g_autoptr (OctantItem) first = NULL;
  g_autoptr (OctantItem) second = NULL;
  OctantRating rating;

  g_assert_cmpuint (octant_item_get_slot (item), ==, G_MAXUINT);
  g_assert_null (octant_item_get_object_name (item));
  g_assert_cmpuint (g_list_model_get_n_items (octant_item_get_children (item)), ==, 2);
  first = g_list_model_get_item (octant_item_get_children (item), 0);
  second = g_list_model_get_item (octant_item_get_children (item), 1);
  g_assert_cmpstr (octant_item_get_object_name (second), ==, "Settlement");

  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_F);
  g_assert_cmpint (octant_item_get_rating (first), ==, OCTANT_RATING_F);
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_UNANSWERED);
  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_P);
  g_assert_cmpint (octant_item_get_rating (item), ==, OCTANT_RATING_P);

  g_assert_false (octant_item_get_previous_rating (item, &rating));
  octant_assessment_set_previous (a, previous);
  rate (previous, "AP.05.1.P.01", 1, OCTANT_RATING_L);
  g_assert_true (octant_item_get_previous_rating (item, &rating));
  g_assert_cmpint (rating, ==, OCTANT_RATING_L);
  g_assert_true (octant_item_get_previous_rating (second, NULL));
  g_assert_false (octant_item_get_previous_rating (first, NULL));
  octant_assessment_set_previous (a, NULL);
  g_assert_false (octant_item_get_previous_rating (second, NULL));
}

static gboolean
is_blocking (OctantAssessment *a,
             guint             node)
{
  gboolean blocking;

  g_object_get (octant_assessment_get_node (a, node), "blocking", &blocking, NULL);
  return blocking;
}

static gboolean
has_blocking (OctantAssessment *a,
              guint             domain)
{
  const OctantModelDomain *d = octant_model_get_domain (model, domain);

  for (guint s = 0; s < d->n_subdomains; s++)
    if (is_blocking (a, octant_model_subdomain_node (model, d->first_subdomain + s)))
      return TRUE;
  return FALSE;
}

/* By the rules themselves: the whole lacks its next level only where marks stand, and what is at the top has none. */
static void
assert_blocking (OctantAssessment *a)
{
  OctantScorer *scorer = octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL);
  int level = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL)->l;
  int top = (int) octant_model_get_n_levels (model);
  guint marked = 0;

  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    {
      guint node = octant_model_subdomain_node (model, s);
      const OctantScore *score = octant_scorer_get_score (scorer, node);
      gboolean marks = is_blocking (a, node);

      marked += marks;
      if (marks)
        g_assert_true (score->applicable && score->l <= level);
      if (octant_model_get_subdomain (model, s)->gate && score->applicable && score->l <= level && level < top)
        g_assert_true (marks);
    }
  g_assert_cmpint (marked > 0, ==, level < top);
  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    g_assert_true (is_blocking (a, octant_model_domain_node (model, d)) || !has_blocking (a, d));
}

static void
test_blocking (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GError *error = NULL;

  assert_blocking (a);
  for (guint round = 0; round < 12; round++)
    {
      /* Ever better ratings, so that every level comes by. */
      for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
        {
          const OctantRequirement *q = octant_model_get_requirement (model, r);
          guint good = round >= 2 * q->level ? 30 : round + 2 >= 2 * q->level ? 8 : 1;

          for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
            rate (a, q->code, slot, g_rand_int_range (random, 0, 30) < (gint32) good ? OCTANT_RATING_F : OCTANT_RATING_L);
        }
      assert_blocking (a);
    }
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "no cloud", "Approver", &by, &error), error);
  assert_blocking (a);
}

/* A list as one knows it who only hears of its changes. */
static void
mirror_cb (GListModel *list,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (list, position + i));
}

static GPtrArray *
mirror (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  mirror_cb (list, 0, 0, g_list_model_get_n_items (list), items);
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), items);
  return items;
}

/* Whoever hears of one change may ask every item; those that are gone say nothing. */
static void
ask_cb (OctantAssessment *a)
{
  GListModel *items = octant_node_get_items (octant_assessment_get_node (a, node_of (a, "SH.05")));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);
      GListModel *children = octant_item_get_children (item);

      for (guint k = 0; children != NULL && k < g_list_model_get_n_items (children); k++)
        {
          g_autoptr (OctantItem) child = g_list_model_get_item (children, k);
          OctantAnswer answer;

          if (octant_item_get_assessment (child) != NULL)
            octant_assessment_get_answer (a, octant_item_get_requirement_index (child), octant_item_get_slot (child),
                                          &answer);
        }
    }
}

/* The requirements of SH.05 and their objects, as a new cycle would have them. */
static void
assert_follows (OctantAssessment *a,
                GPtrArray        *items)
{
  guint n_objects = octant_assessment_get_n_objects (a);

  for (guint i = 0; i < items->len; i++)
    {
      const OctantRequirement *requirement = octant_item_get_requirement (items->pdata[i]);
      GListModel *children = octant_item_get_children (items->pdata[i]);
      guint told;

      g_assert_true (octant_item_get_assessment (items->pdata[i]) == a);
      g_assert_cmpint (children != NULL, ==, n_objects > 0 && requirement->scope == OCTANT_SCOPE_OBJECT);
      g_object_get (items->pdata[i], "n-objects", &told, NULL);
      g_assert_cmpuint (told, ==, children != NULL ? n_objects : 0);
      for (guint k = 0; children != NULL && k < n_objects; k++)
        {
          g_autoptr (OctantItem) child = g_list_model_get_item (children, k);
          OctantAnswer answer;

          g_assert_true (octant_item_get_assessment (child) == a);
          g_assert_cmpuint (octant_item_get_slot (child), ==, k);
          g_assert_cmpstr (octant_item_get_object_name (child), ==,
                           octant_record_get (octant_assessment_get_object (a, k), OCTANT_CYCLE_OBJECT_NAME));
          octant_assessment_get_answer (a, octant_item_get_requirement_index (child), k, &answer);
          g_assert_cmpint (octant_item_get_rating (child), ==, answer.rating);
        }
    }
}

static OctantAct *
random_scope (OctantAssessment *a,
              GRand            *random)
{
  static const char *const names[][2] = { { "Trading", "Trading hall" }, { "Settlement", "Settlement" },
                                          { "Market data", "Quotes" } };
  static const char *const ids[] = { "obj-1", "obj-2", "obj-3" };
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GError) error = NULL;
  gboolean rename = g_rand_int_range (random, 0, 4) == 0;
  OctantAct *act;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (rename || g_rand_boolean (random))
      g_ptr_array_insert (objects, g_rand_int_range (random, 0, (gint32) objects->len + 1),
                          make_object (ids[i], names[i][rename && g_rand_boolean (random)], "3"));
  act = rename ? octant_act_refresh_objects (a, objects, &by, &error) : octant_act_set_scope (a, objects, &by, &error);
  g_assert_no_error (error);
  return act;
}

/* What octant_item_outlasts() says of every item, and what comes true. */
static void
apply_and_compare (OctantAssessment *a,
                   const OctantAct  *act)
{
  GListModel *items = octant_node_get_items (octant_assessment_get_node (a, node_of (a, "SH.05")));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) outlasts = g_array_new (FALSE, FALSE, sizeof (gboolean));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      OctantItem *item = g_list_model_get_item (items, i);
      GListModel *children = octant_item_get_children (item);

      g_ptr_array_add (all, item);
      for (guint k = 0; children != NULL && k < g_list_model_get_n_items (children); k++)
        g_ptr_array_add (all, g_list_model_get_item (children, k));
    }
  for (guint i = 0; i < all->len; i++)
    {
      gboolean lasts = octant_item_outlasts (all->pdata[i], act);

      g_array_append_val (outlasts, lasts);
    }
  octant_assessment_apply (a, act);
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (octant_item_get_assessment (all->pdata[i]) != NULL, ==, g_array_index (outlasts, gboolean, i));
}

/* Objects come and go: items of the others stay the same, and the lists tell what they did. */
static void
test_followed (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  GListModel *items = octant_node_get_items (octant_assessment_get_node (a, node_of (a, "SH.05")));
  g_autoptr (GPtrArray) known = mirror (items);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (OctantAct) act = NULL;
      g_autoptr (GPtrArray) mirrors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint k = 0; k < known->len; k++)
        {
          GListModel *children = octant_item_get_children (known->pdata[k]);

          rate (a, octant_item_get_requirement (known->pdata[k])->code, 0, g_rand_int_range (random, 0, 5));
          if (children == NULL)
            continue;
          g_ptr_array_add (parents, g_object_ref (known->pdata[k]));
          g_ptr_array_add (mirrors, mirror (children));
          g_signal_connect_swapped (children, "items-changed", G_CALLBACK (ask_cb), a);
        }
      act = random_scope (a, random);
      if (i % 3 == 2)
        {
          g_autoptr (OctantAct) inverse = invert (act);

          octant_assessment_apply (a, act);
          apply_and_compare (a, inverse);
        }
      else
        apply_and_compare (a, act);
      assert_follows (a, known);
      for (guint k = 0; k < parents->len; k++)
        {
          GListModel *children = octant_item_get_children (parents->pdata[k]);
          GPtrArray *heard = mirrors->pdata[k];

          g_assert_cmpuint (heard->len, ==, g_list_model_get_n_items (children));
          for (guint c = 0; c < heard->len; c++)
            {
              g_autoptr (OctantItem) child = g_list_model_get_item (children, c);

              g_assert_true (heard->pdata[c] == child);
            }
          g_signal_handlers_disconnect_by_func (children, mirror_cb, heard);
          g_signal_handlers_disconnect_by_func (children, ask_cb, a);
        }
    }
  g_signal_handlers_disconnect_by_func (items, mirror_cb, known);
}

static void
add_rating (OctantAssessment *a,
            OctantAct        *to,
            const char       *code,
            guint             slot,
            OctantRating      rating)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) act = octant_act_rate (a, item_of (a, code, slot), rating, NULL, NULL, NULL, &by, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      octant_act_add_change (to, change->before != NULL ? octant_record_ref (change->before) : NULL,
                             change->after != NULL ? octant_record_ref (change->after) : NULL);
    }
}

/* As long as the last object is in scope, its item is at @slot. */
static void
assert_ratings (OctantItem  *parent,
                OctantItem  *last,
                guint        slot,
                OctantItem  *whole,
                OctantRating weakest,
                OctantRating rating)
{
  g_assert_cmpuint (octant_item_get_slot (last), ==, slot);
  g_assert_cmpint (octant_item_get_rating (last), ==, rating);
  g_assert_cmpint (octant_item_get_rating (parent), ==, weakest);
  g_assert_cmpint (octant_item_get_rating (whole), ==, rating);
}

/* An act that takes an object out of the scope and rates, too, what has another place then. */
static void
test_rated_and_followed (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 3, NULL);
  g_autoptr (OctantItem) parent = find_item (a, "AP.05", "AP.05.1.P.01");
  g_autoptr (OctantItem) whole = NULL;
  g_autoptr (OctantItem) last = g_list_model_get_item (octant_item_get_children (parent), 2);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (OctantAct) inverse = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;

  for (guint r = 0; r < octant_model_get_n_requirements (model) && code == NULL; r++)
    if (octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_ORG
        && g_str_has_prefix (octant_model_get_requirement (model, r)->code, "SH.05"))
      code = octant_model_get_requirement (model, r)->code;
  whole = find_item (a, "SH.05", code);
  for (guint slot = 0; slot < 3; slot++)
    rate (a, "AP.05.1.P.01", slot, slot == 0 ? OCTANT_RATING_N : OCTANT_RATING_L);
  rate (a, code, 0, OCTANT_RATING_L);
  assert_ratings (parent, last, 2, whole, OCTANT_RATING_N, OCTANT_RATING_L);
  g_ptr_array_add (objects, make_object ("obj-2", "Settlement", "3"));
  g_ptr_array_add (objects, make_object ("obj-3", "Market data", "2"));
  act = octant_act_set_scope (a, objects, &by, &error);
  g_assert_no_error (error);
  add_rating (a, act, "AP.05.1.P.01", 2, OCTANT_RATING_P);
  add_rating (a, act, code, 0, OCTANT_RATING_P);
  octant_assessment_apply (a, act);
  assert_ratings (parent, last, 1, whole, OCTANT_RATING_P, OCTANT_RATING_P);
  inverse = invert (act);
  octant_assessment_apply (a, inverse);
  assert_ratings (parent, last, 2, whole, OCTANT_RATING_N, OCTANT_RATING_L);
}

static void
test_outlived (void)
{
  OctantAssessment *a = new_cycle (model, 2, NULL);
  OctantNode *node = g_object_ref (octant_assessment_get_node (a, node_of (a, "AP.05")));
  OctantItem *item = find_item (a, "AP.05", "AP.05.1.P.01");

  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_F);
  g_assert_finalize_object (a);
  g_assert_null (octant_node_get_assessment (node));
  g_assert_null (octant_node_get_score (node));
  g_assert_null (octant_node_get_items (node));
  g_assert_cmpstr (octant_node_get_code (node), ==, "AP.05");
  g_assert_null (octant_item_get_assessment (item));
  g_assert_cmpstr (octant_item_get_requirement (item)->code, ==, "AP.05.1.P.01");
  g_assert_finalize_object (node);
  g_assert_finalize_object (item);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/tree/shape", test_shape);
  g_test_add_func ("/tree/notify", test_notify);
  g_test_add_func ("/tree/objects", test_objects);
  g_test_add_func ("/tree/blocking", test_blocking);
  g_test_add_func ("/tree/followed", test_followed);
  g_test_add_func ("/tree/rated-and-followed", test_rated_and_followed);
  g_test_add_func ("/tree/outlived", test_outlived);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
