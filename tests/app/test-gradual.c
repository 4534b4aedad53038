/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-gradual-list.h"

#define STEP 4u

/* What somebody who hears of every change believes to be in the list. */
typedef struct
{
  GPtrArray *items;
  guint most; /* items that came at once */
} Follower;

static void
follow_cb (GListModel *list,
           guint       position,
           guint       removed,
           guint       added,
           Follower   *follower)
{
  if (removed > 0)
    g_ptr_array_remove_range (follower->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (follower->items, (int) (position + i), g_list_model_get_item (list, position + i));
  follower->most = MAX (follower->most, added);
}

static void
assert_same (GListModel *list,
             GListModel *model,
             Follower   *follower)
{
  guint n = g_list_model_get_n_items (list);

  g_assert_cmpuint (n, <=, g_list_model_get_n_items (model));
  g_assert_cmpuint (n, ==, follower->items->len);
  g_assert_null (g_list_model_get_item (list, n));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) here = g_list_model_get_item (list, i);
      g_autoptr (GObject) there = g_list_model_get_item (model, i);

      g_assert_true (here == there);
      g_assert_true (here == follower->items->pdata[i]);
    }
}

static void
splice (GListStore *store,
        guint       position,
        guint       removed,
        guint       added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, gtk_string_object_new ("item"));
  g_list_store_splice (store, position, removed, items->pdata, items->len);
}

static OctantGradualList *
make (GListStore **store,
      Follower    *follower,
      guint        n)
{
  OctantGradualList *list;

  *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  splice (*store, 0, 0, n);
  list = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (*store)), STEP);
  follower->items = g_ptr_array_new_with_free_func (g_object_unref);
  follower->most = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (follower->items, g_list_model_get_item (G_LIST_MODEL (list), i));
  g_signal_connect (list, "items-changed", G_CALLBACK (follow_cb), follower);
  return list;
}

static void
test_grows (void)
{
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 30);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, STEP);
  octant_gradual_list_reveal (list, 9);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  follower.most = 0;
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 30);
  g_assert_cmpuint (follower.most, ==, STEP);

  /* From nothing, as when a filter lets all in again. */
  splice (store, 0, 30, 0);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  splice (store, 0, 0, 30);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, STEP);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 30);

  /* Much at once is begun with; what is kept does not go for that. */
  splice (store, 0, 2, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, STEP);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 48);
  octant_gradual_list_keep (list, follower.items->pdata[40]);
  splice (store, 0, 0, 20);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 68);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);

  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

/* Whatever changes in whatever order, it is the beginning of the other list, and all who follow it know it. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 3);

  for (guint i = 0; i < 2000; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
      guint position = (guint) g_rand_int_range (random, 0, (int) n + 1);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          octant_gradual_list_reveal (list, position);
          break;
        case 1:
          g_main_context_iteration (NULL, FALSE);
          break;
        default:
          splice (store, position, (guint) g_rand_int_range (random, 0, (int) MIN (n - position, 20) + 1),
                  (guint) g_rand_int_range (random, 0, 20));
          break;
        }
      if (follower.items->len > 0 && i % 7 == 0)
        octant_gradual_list_keep (list, follower.items->pdata[position % follower.items->len]);
      assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
    }
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list))
                          == g_list_model_get_n_items (G_LIST_MODEL (store)));
  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add_func ("/gradual/grows", test_grows);
  g_test_add_func ("/gradual/random", test_random);
  return g_test_run ();
}
