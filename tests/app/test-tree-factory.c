/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-tree-factory.h"
#include "test-utilities.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GListStore *items;  /* GtkAdjustment, which tell of their value */
  const char *unit;   /* what all are described in */
  guint n_made;
  guint n_described;
} Fixture;

static GtkWidget *
make (gpointer owner)
{
  Fixture *fixture = owner;
  GtkWidget *expander = gtk_tree_expander_new ();

  fixture->n_made++;
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), gtk_label_new (NULL));
  return expander;
}

static void
set_item (gpointer   owner,
          GtkWidget *row,
          gpointer   item)
{
  g_object_set_data (G_OBJECT (row), "item", item);
}

static char *
describe (gpointer owner,
          gpointer item)
{
  Fixture *fixture = owner;

  fixture->n_described++;
  return g_strdup_printf ("%g %s", gtk_adjustment_get_value (item), fixture->unit);
}

static const OctantTreeRows rows = { make, set_item, describe };

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  return NULL;
}

static void
append (Fixture *fixture,
        double   value)
{
  g_autoptr (GtkAdjustment) item = g_object_ref_sink (gtk_adjustment_new (value, 0, 100, 1, 1, 0));

  g_list_store_append (fixture->items, item);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  GtkTreeListModel *tree;

  fixture->unit = "points";
  fixture->items = g_list_store_new (GTK_TYPE_ADJUSTMENT);
  append (fixture, 1);
  append (fixture, 2);
  tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (fixture->items)), FALSE, FALSE, create_children_cb, NULL, NULL);
  fixture->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree))),
                                     octant_tree_factory_new (&rows, fixture));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  octant_test_settle ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->items);
}

/* The row of an item has it, and says what it is. */
static void
assert_row (GtkWidget  *row,
            gpointer    item,
            const char *label)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_widget_get_first_child (row));
  g_autoptr (GObject) shown = gtk_tree_list_row_get_item (gtk_tree_expander_get_list_row (expander));

  g_assert_true (shown == item);
  g_assert_true (g_object_get_data (G_OBJECT (gtk_tree_expander_get_child (expander)), "item") == item);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_describe (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (GtkAdjustment) first = g_list_model_get_item (G_LIST_MODEL (fixture->items), 0);
  g_autoptr (GtkAdjustment) second = g_list_model_get_item (G_LIST_MODEL (fixture->items), 1);
  GtkWidget *row = gtk_widget_get_first_child (fixture->view);

  assert_row (row, first, "1 points");
  assert_row (gtk_widget_get_next_sibling (row), second, "2 points");
  gtk_adjustment_set_value (first, 7);
  assert_row (row, first, "7 points");
  assert_row (gtk_widget_get_next_sibling (row), second, "2 points");
  fixture->unit = "marks";
  octant_tree_factory_describe (gtk_list_view_get_factory (GTK_LIST_VIEW (fixture->view)));
  assert_row (row, first, "7 marks");
  assert_row (gtk_widget_get_next_sibling (row), second, "2 marks");
}

/* A row that went says nothing more of its item, and is the next one's. */
static void
test_reuse (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (GtkAdjustment) gone = g_list_model_get_item (G_LIST_MODEL (fixture->items), 0);
  g_autoptr (GtkAdjustment) last = NULL;
  guint n_made = fixture->n_made;
  guint n_described;

  g_list_store_remove (fixture->items, 0);
  octant_test_settle ();
  n_described = fixture->n_described;
  gtk_adjustment_set_value (gone, 9);
  g_assert_cmpuint (fixture->n_described, ==, n_described);
  octant_tree_factory_describe (gtk_list_view_get_factory (GTK_LIST_VIEW (fixture->view)));
  g_assert_cmpuint (fixture->n_described, ==, n_described + 1);
  append (fixture, 3);
  octant_test_settle ();
  last = g_list_model_get_item (G_LIST_MODEL (fixture->items), 1);
  assert_row (gtk_widget_get_last_child (fixture->view), last, "3 points");
  g_assert_cmpuint (fixture->n_made, ==, n_made);
  g_assert_finalize_object (g_steal_pointer (&gone));
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/tree-factory/describe", Fixture, NULL, set_up, test_describe, tear_down);
  g_test_add ("/tree-factory/reuse", Fixture, NULL, set_up, test_reuse, tear_down);
  return g_test_run ();
}
