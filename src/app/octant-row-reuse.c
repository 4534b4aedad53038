/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-row-reuse.h"

/* As many rows as wait for being used again, at most. */
#define MOST_SPARE 128

typedef struct
{
  OctantMakeRow make;
  gpointer owner;   /* (unowned) */
  GPtrArray *spare; /* (owned) (element-type GtkWidget) */
} Reuse;

static void
reuse_free (gpointer data)
{
  Reuse *self = data;

  g_ptr_array_unref (self->spare);
  g_free (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Reuse                    *self)
{
  GtkWidget *row = self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                                        : g_object_ref_sink (self->make (self->owner));

  /* It may have been off screen when it was put by. */
  gtk_widget_set_visible (row, TRUE);
  gtk_list_item_set_child (item, row);
  /* When the item is torn down it has no child any more. */
  g_object_set_data_full (G_OBJECT (item), "octant-row", row, g_object_unref);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             Reuse                    *self)
{
  if (self->spare->len < MOST_SPARE)
    g_ptr_array_add (self->spare, g_object_steal_data (G_OBJECT (item), "octant-row"));
}

void
octant_row_reuse_install (GtkSignalListItemFactory *factory,
                          OctantMakeRow             make,
                          gpointer                  owner)
{
  Reuse *self;

  g_return_if_fail (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory));
  g_return_if_fail (make != NULL);

  self = g_new0 (Reuse, 1);
  self->make = make;
  self->owner = owner;
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (factory), "octant-row-reuse", self, reuse_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), self);
}
