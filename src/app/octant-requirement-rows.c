/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-requirement-rows.h"

/*
 * The stack of models:
 *
 *   octant_node_get_items()             OctantItem, in model order
 *     └ GtkMapListModel                 while one object is shown, its item in place of the requirement's
 *        └ GtkFilterListModel           those that the filter asks for
 *           └ GtkTreeListModel          one row for each, unfolded to one for each object (filtered too)
 *              └ GtkSortListModel       sections by level; the order stays
 */

OctantItem *
octant_requirement_rows_dup_item (gpointer row)
{
  g_return_val_if_fail (GTK_IS_TREE_LIST_ROW (row), NULL);

  return OCTANT_ITEM (gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (row)));
}

static GListModel *
filter_list (GListModel *list,
             GtkFilter  *filter)
{
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (list), g_object_ref (filter)));
}

static GListModel *
create_children_cb (gpointer object,
                    gpointer filter)
{
  GListModel *children = octant_item_get_children (object);

  return children != NULL ? filter_list (children, filter) : NULL;
}

static int
compare_levels_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  g_autoptr (OctantItem) first = octant_requirement_rows_dup_item ((gpointer) a);
  g_autoptr (OctantItem) second = octant_requirement_rows_dup_item ((gpointer) b);

  return (int) octant_item_get_requirement (first)->level - (int) octant_item_get_requirement (second)->level;
}

static gpointer
map_shown_cb (gpointer object,
              gpointer user_data)
{
  g_autoptr (OctantItem) item = object;

  return g_object_ref (octant_item_get_shown (item));
}

GListModel *
octant_requirement_rows_new (GListModel *items,
                             GtkFilter  *filter)
{
  g_autoptr (GtkMapListModel) shown = gtk_map_list_model_new (g_object_ref (items), map_shown_cb, NULL, NULL);
  GtkTreeListModel *tree = gtk_tree_list_model_new (filter_list (G_LIST_MODEL (shown), filter), FALSE, TRUE,
                                                    create_children_cb, g_object_ref (filter), g_object_unref);
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (tree), NULL);
  GtkCustomSorter *sections = gtk_custom_sorter_new (compare_levels_cb, NULL, NULL);

  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (sections));
  g_object_unref (sections);
  return G_LIST_MODEL (sorted);
}
