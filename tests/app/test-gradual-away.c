/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "test-utilities.h"

#include "octant-gradual-list.h"
#include "octant-view-rows.h"

#define STEP 4u
#define N_ITEMS 1000
#define N_ROUNDS 400
/* Rows that may go with one change: as many as are taken away at a time, and one more that has the keyboard. */
#define MOST_AT_ONCE 9
/* Rows of a page take their time to go. */
#define WORK_US 500

/* A list on screen, of sections when wanted, and what somebody who hears of every change believes to be in it. */
typedef struct
{
  GRand *random;
  GtkWidget *window;
  GtkWidget *view;
  GListStore *store;
  GListModel *model; /* sorted, with a selection */
  OctantGradualList *list;
  GPtrArray *followed;
  guint n_rows;    /* at the last change */
  guint most_gone; /* of these, with one change */
  guint n_away;    /* rounds in which the list began somewhere in the model */
  guint n_replaced;
  guint n_bound;   /* rows that had come when it was last replaced */
} Away;

static GtkStringObject *
new_item (Away *away)
{
  g_autofree char *text = g_strdup_printf ("%04d", g_rand_int_range (away->random, 0, 10000));

  return gtk_string_object_new (text);
}

static void
splice (Away *away,
        guint most)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (away->store));
  guint position = (guint) g_rand_int_range (away->random, 0, (int) n + 1);
  guint removed = (guint) g_rand_int_range (away->random, 0, (int) MIN (n - position, most) + 1);
  guint added = (guint) g_rand_int_range (away->random, 0, (int) most);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, new_item (away));
  g_list_store_splice (away->store, position, removed, items->pdata, items->len);
}

static void
splice_all (Away *away)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (items, new_item (away));
  g_list_store_splice (away->store, 0, g_list_model_get_n_items (G_LIST_MODEL (away->store)), items->pdata, items->len);
}

static guint
count_rows (Away *away)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (away->view); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += g_str_equal (gtk_widget_get_css_name (row), "row");
  return n;
}

/* Before the view, which still has the rows from before. */
static void
follow_cb (GListModel *list,
           guint       position,
           guint       removed,
           guint       added,
           Away       *away)
{
  guint n_rows = count_rows (away);
  gint64 end = g_get_monotonic_time () + WORK_US;

  if (n_rows < away->n_rows)
    away->most_gone = MAX (away->most_gone, away->n_rows - n_rows);
  away->n_rows = n_rows;
  if (removed > 0)
    g_ptr_array_remove_range (away->followed, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (away->followed, (int) (position + i), g_list_model_get_item (list, position + i));
  while (removed > 0 && g_get_monotonic_time () < end)
    ;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

/* Rows that came. */
static guint n_bound;

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  n_bound++;
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return strncmp (gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer) a)),
                  gtk_string_object_get_string (GTK_STRING_OBJECT ((gpointer) b)), 1);
}

static void
header_setup_cb (GtkListItemFactory *factory,
                 GtkListHeader      *header)
{
  gtk_list_header_set_child (header, gtk_label_new ("Section"));
}

static void
set_up_model (Away    *away,
              gboolean sections)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkSortListModel *sorted;

  away->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (GtkStringObject) item = new_item (away);

      g_list_store_append (away->store, item);
    }
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (away->store)), GTK_SORTER (gtk_string_sorter_new (text)));
  if (sections)
    {
      g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_sections, NULL, NULL);

      gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (sorter));
    }
  away->model = G_LIST_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
}

/* As far down as is here. */
static void
scroll (Away  *away,
        double share)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (away->list));

  if (n > 0)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (away->view), (guint) ((n - 1) * share), GTK_LIST_SCROLL_NONE, NULL);
  octant_test_settle ();
}

static void
set_up (Away    *away,
        guint    seed,
        gboolean sections)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  *away = (Away){ .random = g_rand_new_with_seed (seed) };
  set_up_model (away, sections);
  away->list = octant_gradual_list_new (g_object_ref (away->model), STEP);
  octant_gradual_list_reveal (away->list, G_MAXUINT);
  away->followed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (away->followed, g_list_model_get_item (away->model, i));
  g_signal_connect (away->list, "items-changed", G_CALLBACK (follow_cb), away);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  away->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (away->list)), factory);
  g_signal_connect (headers, "setup", G_CALLBACK (header_setup_cb), NULL);
  if (sections)
    gtk_list_view_set_header_factory (GTK_LIST_VIEW (away->view), headers);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), away->view);
  away->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (away->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (away->window), scrolled);
  gtk_window_present (GTK_WINDOW (away->window));
  octant_test_wait_until (gtk_widget_get_height (away->view) > 100);
  octant_test_settle ();
}

static void
tear_down (Away *away)
{
  gtk_window_destroy (GTK_WINDOW (away->window));
  octant_test_settle ();
  g_assert_finalize_object (away->list);
  g_assert_finalize_object (away->model);
  g_assert_finalize_object (away->store);
  g_ptr_array_unref (away->followed);
  g_rand_free (away->random);
}

static guint
find_first (Away *away)
{
  g_autoptr (GObject) wanted = g_list_model_get_item (G_LIST_MODEL (away->list), 0);
  guint n = g_list_model_get_n_items (away->model);

  for (guint i = 0; i < n && wanted != NULL; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (away->model, i);

      if (item == wanted)
        return i;
    }
  return wanted == NULL ? 0 : G_MAXUINT;
}

static void
assert_section (Away *away,
                guint first,
                guint n,
                guint i)
{
  guint start, end, start_there, end_there;

  gtk_section_model_get_section (GTK_SECTION_MODEL (away->list), i, &start, &end);
  gtk_section_model_get_section (GTK_SECTION_MODEL (away->model), first + i, &start_there, &end_there);
  g_assert_cmpuint (first + start, ==, MAX (start_there, first));
  g_assert_cmpuint (first + end, ==, MIN (end_there, first + n));
}

/* A part of the model without gaps: items, who is selected, sections; and everyone knows it. */
static guint
assert_part (Away *away)
{
  GListModel *list = G_LIST_MODEL (away->list);
  guint n = g_list_model_get_n_items (list);
  guint first = find_first (away);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection_in_range (GTK_SELECTION_MODEL (list), 0, n);

  g_assert_cmpuint (first, !=, G_MAXUINT);
  g_assert_cmpuint (first + n, <=, g_list_model_get_n_items (away->model));
  g_assert_cmpuint (n, ==, away->followed->len);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) here = g_list_model_get_item (list, i);
      g_autoptr (GObject) there = g_list_model_get_item (away->model, first + i);
      gboolean is_selected = gtk_selection_model_is_selected (GTK_SELECTION_MODEL (away->model), first + i);

      g_assert_true (here == there);
      g_assert_true (here == away->followed->pdata[i]);
      g_assert_cmpint (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list), i), ==, is_selected);
      g_assert_cmpint (gtk_bitset_contains (selected, i), ==, is_selected);
      assert_section (away, first, n, i);
    }
  return first;
}

/* Whatever is selected here is so there, and nothing else changes. */
static void
select_some (Away *away)
{
  GtkSelectionModel *here = GTK_SELECTION_MODEL (away->list), *there = GTK_SELECTION_MODEL (away->model);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (here));
  guint first = find_first (away);
  g_autoptr (GtkBitset) wanted = gtk_selection_model_get_selection (there);
  g_autoptr (GtkBitset) selected = NULL, mask = NULL, now = NULL;
  guint a, b;

  if (n == 0)
    return;
  wanted = gtk_bitset_copy (wanted);
  a = (guint) g_rand_int_range (away->random, 0, (int) n);
  b = (guint) g_rand_int_range (away->random, (int) a, (int) n);
  switch (g_rand_int_range (away->random, 0, 5))
    {
    case 0:
      gtk_selection_model_select_item (here, a, FALSE);
      gtk_bitset_add (wanted, first + a);
      break;
    case 1:
      gtk_selection_model_unselect_item (here, a);
      gtk_bitset_remove (wanted, first + a);
      break;
    case 2:
      gtk_selection_model_select_range (here, a, b - a + 1, TRUE);
      gtk_bitset_remove_all (wanted);
      gtk_bitset_add_range (wanted, first + a, b - a + 1);
      break;
    case 3:
      gtk_selection_model_unselect_range (here, a, b - a + 1);
      gtk_bitset_remove_range (wanted, first + a, b - a + 1);
      break;
    default:
      selected = gtk_bitset_new_range (b, 1);
      mask = gtk_bitset_new_range (a, b - a + 1);
      gtk_selection_model_set_selection (here, selected, mask);
      gtk_bitset_remove_range (wanted, first + a, b - a + 1);
      gtk_bitset_add (wanted, first + b);
      break;
    }
  now = gtk_selection_model_get_selection (there);
  g_assert_true (gtk_bitset_equals (now, wanted));
}

static void
replace_cb (gpointer window)
{
  Away *away = g_object_get_data (window, "away");

  away->n_replaced++;
  away->n_bound = n_bound;
  splice (away, N_ITEMS / 2);
}

static void
replace (Away *away)
{
  g_object_set_data (G_OBJECT (away->window), "away", away);
  octant_gradual_list_replace (away->list, GTK_SCROLLABLE (away->view), replace_cb, away->window);
}

static void
act (Away *away)
{
  switch (g_rand_int_range (away->random, 0, 13))
    {
    case 0:
      scroll (away, g_rand_double (away->random));
      break;
    case 1:
      if (g_rand_boolean (away->random))
        {
          octant_gradual_list_reveal (away->list, G_MAXUINT);
          scroll (away, g_rand_double (away->random));
        }
      replace (away);
      for (guint i = 0; i < 4; i++)
        {
          splice (away, 2);
          away->n_away += assert_part (away) > 0;
        }
      break;
    case 2:
      splice (away, 20);
      break;
    case 3:
      if (g_rand_int_range (away->random, 0, 8) == 0)
        {
          octant_gradual_list_reveal (away->list, G_MAXUINT);
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away->list)), ==,
                            g_list_model_get_n_items (away->model));
        }
      break;
    case 4:
    case 5:
      select_some (away);
      break;
    case 6:
      octant_gradual_list_make_room (away->list, GTK_SCROLLABLE (away->view));
      break;
    default:
      g_main_context_iteration (NULL, FALSE);
      break;
    }
}

/* Whatever is done while rows go, the list is a part of the other; in the end it is all of it. */
static void
test_random (gconstpointer sections)
{
  Away away;
  guint n_begun = 0;

  set_up (&away, 7, GPOINTER_TO_INT (sections));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      act (&away);
      away.n_away += assert_part (&away) > 0;
    }
  n_begun = away.n_replaced;
  replace (&away);
  octant_test_wait_until (away.n_replaced > n_begun);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == g_list_model_get_n_items (away.model));
  g_assert_cmpuint (assert_part (&away), ==, 0);
  /* It would prove nothing otherwise. */
  g_assert_cmpuint (away.n_away, >, N_ROUNDS / 50);
  g_assert_cmpuint (n_begun, >, N_ROUNDS / 50);
  tear_down (&away);
}

/* Wherever it is scrolled to, rows go a few at a time, and what comes then is seen from its beginning. */
static void
test_few (gconstpointer sections)
{
  static const double shares[] = { 0, 0.05, 0.3, 0.6, 0.97, 1 };
  Away away;

  set_up (&away, 8, GPOINTER_TO_INT (sections));
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (away.view));

      scroll (&away, shares[i]);
      away.n_rows = 0;
      away.most_gone = 0;
      n_bound = 0;
      replace (&away);
      octant_test_wait_until (away.n_replaced == i + 1);
      /* It is begun with at once. */
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away.list)), >, 0);
      g_assert_cmpuint (away.n_bound, <=, MOST_AT_ONCE);
      octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == g_list_model_get_n_items (away.model));
      octant_test_settle ();
      g_assert_cmpuint (away.most_gone, >, 0);
      g_assert_cmpuint (away.most_gone, <=, MOST_AT_ONCE);
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
    }
  tear_down (&away);
}

/*
 * Rows below those in sight go a few at a time while the others stay where they are, and what comes instead is begun with at once.
 * When nothing comes, they come again.
 */
static void
test_room (gconstpointer sections)
{
  static const double shares[] = { 0.3, 1 };
  Away away;

  set_up (&away, 10, GPOINTER_TO_INT (sections));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (shares); i++)
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (away.view));
      guint n = g_list_model_get_n_items (away.model);
      OctantViewRows rows;
      double value;

      octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == n);
      scroll (&away, shares[i / 2]);
      value = gtk_adjustment_get_value (adjustment);
      g_assert_true (octant_view_rows_find (GTK_SCROLLABLE (away.view), n, &rows));
      away.n_rows = 0;
      away.most_gone = 0;
      octant_gradual_list_make_room (away.list, GTK_SCROLLABLE (away.view));
      octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) <= rows.first + rows.n - rows.below);
      g_assert_cmpuint (assert_part (&away), ==, 0);
      g_assert_cmpuint (away.most_gone, <=, MOST_AT_ONCE);
      g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 1);
      if (i % 2 == 0)
        continue;
      octant_test_settle ();
      splice_all (&away);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away.list)), >, 0);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away.list)), <=, 2 * STEP);
      octant_test_settle ();
      octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) > 2 * STEP);
    }
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == g_list_model_get_n_items (away.model));
  tear_down (&away);
}

/* While it rests only what is in sight stays, and little comes instead of it; then it is all there again. */
static void
test_rest (void)
{
  Away away;
  OctantViewRows rows;
  g_autoptr (OctantGradualList) other = NULL;

  set_up (&away, 11, FALSE);
  scroll (&away, 0.3);
  g_assert_true (octant_view_rows_find (GTK_SCROLLABLE (away.view), g_list_model_get_n_items (away.model), &rows));
  octant_gradual_list_set_resting (away.list, GTK_SCROLLABLE (away.view), TRUE);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == rows.first + rows.n - rows.below);
  splice_all (&away);
  /* One that does not rest is all there meanwhile. */
  other = octant_gradual_list_new (g_object_ref (away.model), STEP);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (other)) == g_list_model_get_n_items (away.model));
  g_assert_cmpuint (assert_part (&away), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away.list)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (away.list)), <=, 2 * STEP);
  octant_gradual_list_set_resting (away.list, GTK_SCROLLABLE (away.view), FALSE);
  octant_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (away.list)) == g_list_model_get_n_items (away.model));
  g_assert_cmpuint (assert_part (&away), ==, 0);
  g_clear_object (&other);
  tear_down (&away);
}

/* The rows in sight are the last to go. */
static void
test_rows (void)
{
  Away away;
  OctantViewRows rows;

  set_up (&away, 9, FALSE);
  g_assert_true (octant_view_rows_find (GTK_SCROLLABLE (away.view), N_ITEMS, &rows));
  g_assert_cmpuint (rows.first, ==, 0);
  g_assert_cmpuint (rows.above, ==, 0);
  g_assert_cmpuint (rows.n, ==, count_rows (&away));
  scroll (&away, 0.6);
  g_assert_true (octant_view_rows_find (GTK_SCROLLABLE (away.view), N_ITEMS, &rows));
  /* The first row of all has the keyboard when the list gets it. */
  g_assert_cmpuint (rows.first + rows.above, <=, N_ITEMS * 6 / 10);
  g_assert_cmpuint (rows.first + rows.n - rows.below, >=, N_ITEMS * 6 / 10);
  g_assert_cmpuint (rows.above + rows.below, <, rows.n);
  scroll (&away, 1);
  g_assert_true (octant_view_rows_find (GTK_SCROLLABLE (away.view), N_ITEMS, &rows));
  g_assert_cmpuint (rows.first + rows.n, ==, N_ITEMS);
  g_assert_cmpuint (rows.below, ==, 0);
  gtk_list_view_set_model (GTK_LIST_VIEW (away.view), NULL);
  g_assert_false (octant_view_rows_find (GTK_SCROLLABLE (away.view), 0, &rows));
  tear_down (&away);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add_func ("/gradual-away/rows", test_rows);
  g_test_add_data_func ("/gradual-away/room", GINT_TO_POINTER (FALSE), test_room);
  g_test_add_data_func ("/gradual-away/room-in-sections", GINT_TO_POINTER (TRUE), test_room);
  g_test_add_func ("/gradual-away/rest", test_rest);
  g_test_add_data_func ("/gradual-away/few", GINT_TO_POINTER (FALSE), test_few);
  g_test_add_data_func ("/gradual-away/few-in-sections", GINT_TO_POINTER (TRUE), test_few);
  g_test_add_data_func ("/gradual-away/random", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/gradual-away/random-in-sections", GINT_TO_POINTER (TRUE), test_random);
  return g_test_run ();
}
