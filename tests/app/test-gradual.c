/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include "octant-gradual-list.h"
#include "octant-paragraph.h"
#include "octant-trickle.h"

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

/* How much came a moment ago counts too. */
static void
assert_begun (OctantGradualList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, STEP);
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
  g_assert_cmpuint (follower.most, <=, 2 * STEP);

  /* From nothing, as when a filter lets all in again. */
  splice (store, 0, 30, 0);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  splice (store, 0, 0, 30);
  assert_begun (list);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 30);

  /* Much at once is begun with. */
  splice (store, 0, 2, 20);
  assert_begun (list);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 48);
  octant_gradual_list_reveal (list, G_MAXUINT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 48);

  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

/* Many small changes without a pause are one large one. */
static void
test_many_small (void)
{
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 0);

  for (guint i = 0; i < 10; i++)
    splice (store, i * 3, 0, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), <=, 2 * STEP);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  /* What goes counts for nothing. */
  octant_gradual_list_reveal (list, G_MAXUINT);
  splice (store, 0, 30, 0);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);
  splice (store, 0, 0, 30);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 30);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);

  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

/* A list view makes no more than so many rows: the many that have none come at once. */
static void
test_many (void)
{
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 1000);

  octant_gradual_list_reveal (list, 194);
  follower.most = 0;
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1000);
  g_assert_cmpuint (follower.most, ==, 800);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);

  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

static void
selected_cb (GtkSelectionModel *list,
             guint              position,
             guint              n_items,
             guint             *n_signals)
{
  g_assert_cmpuint (n_items, >, 0);
  g_assert_cmpuint (position + n_items, <=, g_list_model_get_n_items (G_LIST_MODEL (list)));
  *n_signals += 1;
}

static guint64
count_selected (gpointer list)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (list);

  return gtk_bitset_get_size (selected);
}

/* What is selected does not depend on what is here already. */
static void
test_selection (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (store)));
  OctantGradualList *list;
  GtkSelectionModel *here;
  guint n_signals = 0;

  splice (store, 0, 0, 30);
  list = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (selection)), STEP);
  here = GTK_SELECTION_MODEL (list);
  g_signal_connect (list, "selection-changed", G_CALLBACK (selected_cb), &n_signals);

  g_assert_true (gtk_selection_model_select_all (here));
  g_assert_cmpuint (count_selected (selection), ==, 30);
  g_assert_cmpuint (n_signals, ==, 1);
  g_assert_true (gtk_selection_model_select_item (here, 20, TRUE));
  g_assert_cmpuint (count_selected (selection), ==, 1);
  g_assert_cmpuint (n_signals, ==, 2);
  g_assert_true (gtk_selection_model_select_item (here, 21, FALSE));
  g_assert_cmpuint (n_signals, ==, 2);
  g_assert_false (gtk_selection_model_is_selected (here, 2));
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 30);
  g_assert_true (gtk_selection_model_is_selected (here, 20));
  g_assert_true (gtk_selection_model_is_selected (here, 21));
  g_assert_cmpuint (count_selected (list), ==, 2);

  /* Much at once takes rows away for a while, and nothing of the selection. */
  splice (store, 0, 0, 20);
  assert_begun (list);
  g_assert_cmpuint (count_selected (selection), ==, 2);
  octant_gradual_list_reveal (list, 41);
  g_assert_true (gtk_selection_model_is_selected (here, 40));
  g_assert_true (gtk_selection_model_is_selected (here, 41));
  g_assert_true (gtk_selection_model_unselect_all (here));
  g_assert_cmpuint (count_selected (selection), ==, 0);

  g_assert_finalize_object (list);
  g_object_unref (store);
}

/* Without a selection behind it nothing is selected, as with GtkNoSelection. */
static void
test_no_selection (void)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  OctantGradualList *list;

  splice (store, 0, 0, 3);
  list = octant_gradual_list_new (G_LIST_MODEL (store), STEP);
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (list), 1, TRUE));
  g_assert_false (gtk_selection_model_select_all (GTK_SELECTION_MODEL (list)));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), 1));
  g_assert_cmpuint (count_selected (list), ==, 0);
  g_assert_finalize_object (list);
}

typedef struct
{
  GListStore *store;
  guint there; /* rows when it came to the change */
  guint n_calls;
} Change;

static Change change;

static void
change_cb (gpointer object)
{
  change.there = g_list_model_get_n_items (object);
  change.n_calls++;
  splice (change.store, 0, 1000, 100);
}

/* The key that leads to the end waits for nothing. */
static void
test_end (void)
{
  GtkWidget *view = g_object_ref_sink (gtk_list_view_new (NULL, NULL));
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 1000);

  octant_gradual_list_heed_end (list, view);
  g_assert_false (octant_test_press (view, GDK_KEY_Down, GDK_NO_MODIFIER_MASK));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, STEP);
  g_assert_false (octant_test_press (view, GDK_KEY_End, GDK_CONTROL_MASK));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);

  g_object_unref (view);
  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
}

/* A row takes its time to go. */
static void
work_cb (void)
{
  gint64 end = g_get_monotonic_time () + 500;

  while (g_get_monotonic_time () < end)
    ;
}

/* Before much of it changes, the rows go a few at a time; who is gone meanwhile changes nothing. */
static void
test_replace (void)
{
  GtkScrollable *view = GTK_SCROLLABLE (g_object_ref_sink (gtk_list_view_new (NULL, NULL)));
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  Follower follower;
  GListStore *store;
  OctantGradualList *list = make (&store, &follower, 1000);

  change = (Change){ store, 0, 0 };
  octant_gradual_list_reveal (list, G_MAXUINT);
  g_signal_connect (list, "items-changed", G_CALLBACK (work_cb), NULL);
  octant_gradual_list_replace (list, view, change_cb, owner);
  g_object_unref (owner);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) < 4 * STEP);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1000);
  g_assert_cmpuint (change.n_calls, ==, 0);

  octant_gradual_list_replace (list, view, change_cb, list);
  octant_gradual_list_replace (list, view, change_cb, list);
  octant_test_wait_until (change.n_calls > 0);
  g_assert_cmpuint (change.there, <=, 4 * STEP);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 100);
  g_assert_cmpuint (change.n_calls, ==, 1);
  assert_same (G_LIST_MODEL (list), G_LIST_MODEL (store), &follower);

  g_assert_finalize_object (list);
  g_ptr_array_unref (follower.items);
  g_object_unref (store);
  g_object_unref (view);
}

typedef struct
{
  guint n_wanted;
  guint n_done;
} Work;

static gboolean
work_step (gpointer data)
{
  Work *work = data;

  work_cb ();
  return ++work->n_done < work->n_wanted;
}

/* Much is not done at once, but all of it in the end, and what is cleared stops. */
static void
test_trickle (void)
{
  Work work = { 50, 0 };
  guint source = 0;

  octant_trickle_queue (&source, work_step, &work);
  g_assert_cmpuint (source, >, 0);
  g_assert_cmpuint (work.n_done, ==, 0);
  octant_test_wait_until (source == 0);
  g_assert_cmpuint (work.n_done, ==, 50);

  work.n_done = 0;
  octant_trickle_start (&source, work_step, &work);
  g_assert_cmpuint (work.n_done, >, 0);
  g_assert_cmpuint (work.n_done, <, 50);
  /* One that is under way goes on by itself. */
  octant_trickle_start (&source, work_step, &work);
  g_assert_cmpuint (work.n_done, <, 50);
  g_clear_handle_id (&source, g_source_remove);

  work = (Work){ 1, 0 };
  octant_trickle_start (&source, work_step, &work);
  g_assert_cmpuint (source, ==, 0);
  g_assert_cmpuint (work.n_done, ==, 1);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* A paragraph takes what it gets, is as high as its text is then, and is heard as a label. */
static void
test_paragraph (void)
{
  const char *text = "One requirement after the other is rated, and the scores follow at once";
  GtkWidget *paragraph = g_object_ref_sink (octant_paragraph_new (text));
  int minimum, natural, line;

  gtk_test_accessible_assert_role (paragraph, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (paragraph, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_widget_measure (paragraph, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, ==, 0);
  line = measure_height (paragraph, 2000);
  g_assert_cmpint (measure_height (paragraph, 300), >=, 2 * line - 2);
  g_assert_cmpint (measure_height (paragraph, 100), >, measure_height (paragraph, 300));
  g_object_set (paragraph, "lines", 2, NULL);
  g_assert_cmpint (measure_height (paragraph, 100), <=, 2 * line + 2);
  g_object_set (paragraph, "max-width-chars", 20, NULL);
  gtk_widget_measure (paragraph, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 20);
  octant_paragraph_set_text (OCTANT_PARAGRAPH (paragraph), "Short");
  gtk_test_accessible_assert_property (paragraph, GTK_ACCESSIBLE_PROPERTY_LABEL, "Short");
  g_assert_cmpint (measure_height (paragraph, 100), ==, line);
  g_assert_finalize_object (paragraph);
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
  g_test_add_func ("/gradual/many-small", test_many_small);
  g_test_add_func ("/gradual/many", test_many);
  g_test_add_func ("/gradual/selection", test_selection);
  g_test_add_func ("/gradual/no-selection", test_no_selection);
  g_test_add_func ("/gradual/end", test_end);
  g_test_add_func ("/gradual/replace", test_replace);
  g_test_add_func ("/gradual/trickle", test_trickle);
  g_test_add_func ("/gradual/paragraph", test_paragraph);
  g_test_add_func ("/gradual/random", test_random);
  return g_test_run ();
}
