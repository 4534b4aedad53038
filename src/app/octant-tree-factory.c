/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-tree-factory.h"

#define DATA "octant-tree-factory"

typedef struct
{
  const OctantTreeRows *rows;
  gpointer owner;    /* (unowned) */
  GHashTable *bound; /* (owned): GtkListItem (unowned) → Bound, of those with an item */
} TreeFactory;

typedef struct
{
  TreeFactory *factory;   /* (unowned) */
  GtkListItem *list_item; /* (unowned) */
  gpointer item;          /* (owned) */
} Bound;

static void
describe_cb (Bound *bound)
{
  g_autofree char *label = bound->factory->rows->describe (bound->factory->owner, bound->item);

  gtk_list_item_set_accessible_label (bound->list_item, label);
}

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_signal_handlers_disconnect_by_func (bound->item, describe_cb, bound);
  g_object_unref (bound->item);
  g_free (bound);
}

static void
tree_factory_free (gpointer data)
{
  TreeFactory *self = data;

  g_hash_table_unref (self->bound);
  g_free (self);
}

static void
bind_cb (TreeFactory *self,
         GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  Bound *bound = g_new0 (Bound, 1);

  bound->factory = self;
  bound->list_item = list_item;
  bound->item = gtk_tree_list_row_get_item (row);
  g_hash_table_insert (self->bound, list_item, bound);
  gtk_tree_expander_set_list_row (expander, row);
  self->rows->set_item (self->owner, gtk_tree_expander_get_child (expander), bound->item);
  g_signal_connect_swapped (bound->item, "notify", G_CALLBACK (describe_cb), bound);
  describe_cb (bound);
}

static void
unbind_cb (TreeFactory *self,
           GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  g_hash_table_remove (self->bound, list_item);
  self->rows->set_item (self->owner, gtk_tree_expander_get_child (expander), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

GtkListItemFactory *
octant_tree_factory_new (const OctantTreeRows *rows,
                         gpointer              owner)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  TreeFactory *self = g_new0 (TreeFactory, 1);

  self->rows = rows;
  self->owner = owner;
  self->bound = g_hash_table_new_full (NULL, NULL, NULL, bound_free);
  g_object_set_data_full (G_OBJECT (factory), DATA, self, tree_factory_free);
  octant_row_reuse_install (GTK_SIGNAL_LIST_ITEM_FACTORY (factory), rows->make, owner);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}

void
octant_tree_factory_describe (GtkListItemFactory *factory)
{
  TreeFactory *self;
  GHashTableIter iter;
  gpointer bound;

  g_return_if_fail (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory));

  self = g_object_get_data (G_OBJECT (factory), DATA);
  g_return_if_fail (self != NULL);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, NULL, &bound))
    describe_cb (bound);
}
