/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-context-menu.h"

/* What one list needs to know; lives as long as the list. */
typedef struct
{
  GtkWidget *view; /* (unowned) */
  GtkWidget *host; /* (unowned) */
  GType row_type;
  OctantContextMenuFunc func;
  gpointer user_data;
} ContextMenu;

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The action of the chosen item runs after the popover is closed, and looks for its target from there. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
host_destroy_cb (GtkWidget *popover)
{
  unparent_cb (popover);
}

static gboolean
pop_up (ContextMenu *self,
        GtkWidget   *row,
        double       x,
        double       y)
{
  g_autoptr (GMenuModel) menu = self->func (row, self->user_data);
  graphene_point_t from = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t to;
  GtkWidget *popover;

  if (menu == NULL || !gtk_widget_compute_point (self->view, self->host, &from, &to))
    return FALSE;
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, self->host);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) to.x, (int) to.y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (self->host, "destroy", G_CALLBACK (host_destroy_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
pressed_cb (GtkGesture  *gesture,
            int          n_press,
            double       x,
            double       y,
            ContextMenu *self)
{
  GtkWidget *row = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  row = row != NULL ? gtk_widget_get_ancestor (row, self->row_type) : NULL;
  if (row != NULL && pop_up (self, row, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGesture  *gesture,
                 double       x,
                 double       y,
                 ContextMenu *self)
{
  pressed_cb (gesture, 1, x, y, self);
}

static GtkWidget *
find_row (GtkWidget *widget,
          GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row that has the keyboard; the menu comes up at its beginning. */
static gboolean
key_cb (GtkWidget *view,
        GVariant  *arguments,
        gpointer   user_data)
{
  ContextMenu *self = user_data;
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_point_t from = GRAPHENE_POINT_INIT_ZERO;
  graphene_point_t to;
  GtkWidget *row;

  if (focus == NULL || focus == view || !gtk_widget_is_ancestor (focus, view))
    return FALSE;
  row = find_row (focus, self->row_type);
  if (row == NULL)
    row = gtk_widget_get_ancestor (focus, self->row_type);
  if (row == NULL)
    return FALSE;
  from.y = (float) gtk_widget_get_height (row);
  return gtk_widget_compute_point (row, view, &from, &to) && pop_up (self, row, to.x, to.y);
}

void
octant_context_menu_install (GtkWidget            *view,
                             GtkWidget            *host,
                             GType                 row_type,
                             OctantContextMenuFunc func,
                             gpointer              user_data)
{
  static const guint keys[] = { GDK_KEY_Menu, GDK_KEY_F10 };
  ContextMenu *self;
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (view) && GTK_IS_WIDGET (host));
  g_return_if_fail (func != NULL);

  self = g_new0 (ContextMenu, 1);
  self->view = view;
  self->host = host;
  self->row_type = row_type;
  self->func = func;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (view), "octant-context-menu", self, g_free);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (press));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], keys[i] == GDK_KEY_F10 ? GDK_SHIFT_MASK : 0),
                        gtk_callback_action_new (key_cb, self, NULL)));
  gtk_widget_add_controller (view, shortcuts);
}
