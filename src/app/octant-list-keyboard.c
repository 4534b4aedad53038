/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-list-keyboard.h"

/* Frames after which what is on screen stays there. */
#define STILL 3

struct _OctantListKeyboard
{
  GObject parent_instance;

  GtkListView *view;             /* (unowned) */
  GtkWidget *aside;              /* (unowned) */
  OctantGradualList *rows;       /* (owned): what of the selection the view has by now */
  GtkSingleSelection *selection; /* (unowned): of the rows */
  gboolean active;
  gboolean awaited; /* the selected row gets the keyboard as soon as it is there */
  gboolean in_list; /* the keyboard was in the list before its rows changed */
  guint show_tick;  /* brings the selected row into view, 0 for none */
  guint frames;     /* until it is laid out */
  guint top_tick;   /* shows the beginning, 0 for none */
  guint still;      /* frames in which it has been there */
};

G_DEFINE_FINAL_TYPE (OctantListKeyboard, octant_list_keyboard, G_TYPE_OBJECT)

static guint
get_n_rows (OctantListKeyboard *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/*
 * A list keeps its first row in place, which would hide the head that comes before it: until the head has its height. That is
 * not before it is on screen, nor before there are more rows than go on it, or all of them.
 */
static gboolean
keep_top_cb (GtkWidget     *view,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  OctantListKeyboard *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gboolean laid_out = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment)
                      || get_n_rows (self) == g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->still = laid_out && gtk_adjustment_get_value (adjustment) <= 0 ? self->still + 1 : 0;
  /* Another row is what is to be seen. */
  if (self->show_tick != 0 || gtk_single_selection_get_selected (self->selection) != 0 || self->still == STILL)
    {
      self->top_tick = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_CONTINUE;
}

/* A list that is told to scroll to a row which it has not laid out yet takes it for one without height, and stops before it. */
static gboolean
show_row_cb (GtkWidget     *view,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  OctantListKeyboard *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  /* The callbacks of a frame come before its layout. */
  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->show_tick = 0;
  if (position < get_n_rows (self))
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

static void
show_row (OctantListKeyboard *self,
          guint               position)
{
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  self->frames = 1;
  if (self->show_tick == 0)
    self->show_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), show_row_cb, self, NULL);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
rows_change_cb (OctantListKeyboard *self)
{
  self->in_list = self->active && has_keyboard (GTK_WIDGET (self->view));
}

/* After the view: a row that goes takes the keyboard with it. Who writes aside meanwhile goes on with it. */
static void
rows_changed_cb (OctantListKeyboard *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  gboolean in_list = has_keyboard (GTK_WIDGET (self->view));

  if (self->in_list && !in_list)
    self->awaited = TRUE;
  else if (has_keyboard (self->aside))
    self->awaited = FALSE;
  if (self->awaited && get_n_rows (self) > 0 && (!in_list || position < get_n_rows (self)))
    octant_list_keyboard_focus (self);
}

static void
octant_list_keyboard_dispose (GObject *object)
{
  OctantListKeyboard *self = OCTANT_LIST_KEYBOARD (object);

  if (self->show_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), g_steal_handle_id (&self->show_tick));
  if (self->top_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), g_steal_handle_id (&self->top_tick));
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (octant_list_keyboard_parent_class)->dispose (object);
}

static void
octant_list_keyboard_class_init (OctantListKeyboardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_list_keyboard_dispose;
}

static void
octant_list_keyboard_init (OctantListKeyboard *self)
{
  self->active = TRUE;
}

OctantListKeyboard *
octant_list_keyboard_new (GtkListView       *view,
                          OctantGradualList *rows,
                          GtkWidget         *aside)
{
  OctantListKeyboard *self;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), NULL);
  g_return_val_if_fail (OCTANT_IS_GRADUAL_LIST (rows), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (aside), NULL);

  self = g_object_new (OCTANT_TYPE_LIST_KEYBOARD, NULL);
  self->view = view;
  self->aside = aside;
  self->rows = g_object_ref (rows);
  self->selection = GTK_SINGLE_SELECTION (octant_gradual_list_get_model (rows));
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_change_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (rows));
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
octant_list_keyboard_show_top (OctantListKeyboard *self)
{
  g_return_if_fail (OCTANT_IS_LIST_KEYBOARD (self));

  self->still = 0;
  if (self->top_tick == 0)
    self->top_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), keep_top_cb, self, NULL);
}

/* The keys rate what is selected, whichever row of the list has the keyboard: until the row is there, another one keeps it. */
void
octant_list_keyboard_focus (OctantListKeyboard *self)
{
  guint position;

  g_return_if_fail (OCTANT_IS_LIST_KEYBOARD (self));

  position = gtk_single_selection_get_selected (self->selection);
  self->awaited = position != GTK_INVALID_LIST_POSITION && position >= get_n_rows (self);
  if (position != GTK_INVALID_LIST_POSITION && !self->awaited)
    show_row (self, position);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
octant_list_keyboard_set_active (OctantListKeyboard *self,
                                 gboolean            active)
{
  g_return_if_fail (OCTANT_IS_LIST_KEYBOARD (self));

  self->active = active;
  self->awaited = FALSE;
}
