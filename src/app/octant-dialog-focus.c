/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-dialog-focus.h"

/*
 * A dialog takes the keyboard away from the window first and has it two frames later. GTK marks what holds the focus, up to
 * the window; whenever such a mark comes or goes, each node below it is styled again. So the window keeps its mark meanwhile,
 * and is styled once for a dialog and not twice.
 *
 * Where there is little room a dialog comes up as a sheet from the bottom. Before libadwaita 1.8 such a sheet moves the
 * keyboard into itself when it opens; the dialog takes what has it then for its focus widget and moves on from there. So it
 * starts at Cancel, or at whatever comes second, instead of where it was told to.
 */

/* A dialog opens its sheet in the second frame that it is on screen; what stands in it under a breakpoint comes some later. */
#define FRAMES_OF_SHEET 3
#define FRAMES_OF_CONTENT 6

typedef struct
{
  GtkWidget *wanted; /* (weak) (nullable) */
  guint frames;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_weak_pointer (&start->wanted);
  g_free (start);
}

/* A container goes on from its child that had the keyboard last, unless it forgets it. */
static void
focus_first (GtkWidget *dialog,
             GtkRoot   *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  gtk_root_set_focus (root, NULL);
  for (; focus != NULL && focus != dialog; focus = gtk_widget_get_parent (focus))
    gtk_widget_set_focus_child (focus, NULL);
  gtk_widget_set_focus_child (dialog, NULL);
  gtk_widget_child_focus (dialog, GTK_DIR_TAB_FORWARD);
}

/* What has been added since the last layout stands nowhere yet, which Tab takes for the first place. */
static void
laid_out_cb (GtkWidget     *dialog,
             GdkFrameClock *clock)
{
  GtkRoot *root = gtk_widget_get_root (dialog);

  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, dialog);
  if (root != NULL)
    focus_first (dialog, root);
}

static gboolean
tick_cb (GtkWidget     *dialog,
         GdkFrameClock *clock,
         gpointer       data)
{
  Start *start = data;

  if (++start->frames < (start->wanted != NULL ? FRAMES_OF_SHEET : FRAMES_OF_CONTENT))
    return G_SOURCE_CONTINUE;
  /* A sheet that floats does as it is told. */
  if (!gtk_widget_has_css_class (dialog, "bottom-sheet"))
    return G_SOURCE_REMOVE;
  if (start->wanted == NULL || !gtk_widget_grab_focus (start->wanted))
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (laid_out_cb), dialog, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

/* From @dialog up. */
static void
keep_marks (GtkWindow *window,
            GtkWidget *dialog)
{
  GtkStateFlags flags = GTK_STATE_FLAG_FOCUS_WITHIN;

  if (gtk_window_get_focus_visible (window))
    flags |= GTK_STATE_FLAG_FOCUS_VISIBLE;
  for (GtkWidget *widget = dialog; widget != NULL; widget = gtk_widget_get_parent (widget))
    gtk_widget_set_state_flags (widget, flags, FALSE);
}

static void
dialog_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  Start *start;

  /* One that another dialog was above of has the keyboard back where it was. */
  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), "octant-dialog-focus") != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), "octant-dialog-focus", window);
  keep_marks (GTK_WINDOW (window), GTK_WIDGET (dialog));
  start = g_new0 (Start, 1);
  g_set_weak_pointer (&start->wanted, adw_dialog_get_focus (dialog));
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), tick_cb, start, start_free);
}

void
octant_dialog_focus_watch (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_cb), NULL);
}
