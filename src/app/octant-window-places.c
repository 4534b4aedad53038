/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-window-private.h"

/*
 * Whenever the keyboard moves or a dialog opens, GTK styles every node of the window again
 * that could depend on it: also those on pages of a stack that are not on screen. Only what
 * is hidden is left alone. So what a page holds is hidden while another page is on screen;
 * the page itself stays, with what the stack knows of it.
 */

/* (transfer none) */
static GtkWidget *
get_content (GtkWidget *page)
{
  return adw_bin_get_child (ADW_BIN (page));
}

/*
 * Where the keyboard has found no place on the new page yet, GTK takes it away from the old
 * one after the next frame, and holds that page until then. Were the page hidden before, GTK
 * up to 4.22 would hold it for ever.
 */
static gboolean
has_keyboard (OctantWindow *self,
              GtkWidget    *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

static void queue_hiding (OctantWindow *self);

static void
keyboard_moved_cb (OctantWindow *self)
{
  g_clear_signal_handler (&self->keyboard_handler, self);
  queue_hiding (self);
}

static void
hide_cb (gpointer user_data)
{
  OctantWindow *self = user_data;
  GtkWidget *shown = gtk_stack_get_visible_child (self->places);

  self->hide_source = 0;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->places)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (page == shown)
      continue;
    else if (!has_keyboard (self, page))
      gtk_widget_set_visible (get_content (page), FALSE);
    else if (self->keyboard_handler == 0)
      self->keyboard_handler = g_signal_connect (self, "notify::focus-widget", G_CALLBACK (keyboard_moved_cb), NULL);
}

static void
queue_hiding (OctantWindow *self)
{
  if (self->hide_source == 0)
    self->hide_source = g_idle_add_once (hide_cb, self);
}

void
octant_window_show_page_private (OctantWindow *self,
                                 const char   *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->places, name);

  /* Before it is the page on screen: the keyboard goes back to where it was on it at once. */
  gtk_widget_set_visible (get_content (page), TRUE);
  gtk_stack_set_visible_child (self->places, page);
  queue_hiding (self);
}
