/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-off-screen.h"

#include "octant-view-rows.h"

/* A little more than a frame: what was hidden last is laid out before more is. */
#define PAUSE_MS 20
/* As long as rows are hidden or shown at a time; to lay them out takes about as long again. */
#define BUDGET_US 2000
/* Turns after which a list is thought to stay as it is: nothing is hidden that one may be about to see. */
#define STILL 5

/* A row is closed while what it holds is hidden: then a height is asked for it, which it had before. */
typedef struct
{
  GtkWidget *rows; /* (unowned): their parent */
  GtkWidget *port; /* (unowned) (nullable): what scrolls, when that is not the list itself; an ancestor of it */
  GdkFrameClock *clock; /* (owned) (nullable): while on screen */
  gulong layout_handler;
  guint source; /* shows and hides, 0 for neither */
  double value; /* where it was scrolled to when this last had a turn */
  int n;        /* and how many rows there were */
  guint still;  /* turns since then in which both stayed */
  int width;    /* of each row, when they were laid out last */
  gint64 frame; /* in which rows were opened last */
  guint waves;  /* in which they were, in this frame */
} OffScreen;

/* The rows on screen, counted among those that GTK made. */
typedef struct
{
  int first; /* -1 for none */
  int last;
  int n; /* of all */
} Range;

typedef enum
{
  STAY,
  OPEN,
  CLOSE,
} Change;

static gboolean
is_closed (GtkWidget *row)
{
  int height;

  gtk_widget_get_size_request (row, NULL, &height);
  return height >= 0;
}

/* What a row holds comes and goes with its item, and may have been in another row before: all of it, so that one tells. */
static gboolean
is_as_said (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return child == NULL || gtk_widget_get_visible (child) != is_closed (row);
}

static void
set_shown (GtkWidget *row,
           gboolean   shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, shown);
}

static void
open_row (GtkWidget *row)
{
  gtk_widget_set_size_request (row, -1, -1);
  set_shown (row, TRUE);
}

static void
close_row (GtkWidget *row,
           int        width)
{
  int least, height;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, MAX (width, least), &height, NULL, NULL, NULL);
  gtk_widget_set_size_request (row, -1, height);
  g_object_set_data (G_OBJECT (row), "octant-width", GINT_TO_POINTER (width));
  set_shown (row, FALSE);
}

/* A row has another height in another width: it is opened for a moment to have that. */
static gboolean
has_other_width (GtkWidget *row,
                 int        width)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "octant-width")) != width;
}

/*
 * GTK neither places nor maps the others, unless the list scrolls with what is around it: then it is as high as all its rows.
 * One that was just made has no size yet.
 */
static gboolean
is_on_screen (OffScreen *self,
              GtkWidget *row)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (row) || gtk_widget_get_height (row) == 0)
    return FALSE;
  if (self->port == NULL)
    return TRUE;
  return gtk_widget_compute_bounds (row, self->port, &bounds) && bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < gtk_widget_get_height (self->port);
}

static GtkWidget *
find_row (GtkWidget *child)
{
  while (child != NULL && !octant_view_rows_is_row (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_row (OffScreen *self)
{
  return find_row (gtk_widget_get_first_child (self->rows));
}

static GtkWidget *
next_row (GtkWidget *row)
{
  return find_row (gtk_widget_get_next_sibling (row));
}

static Range
get_range (OffScreen *self)
{
  Range range = { -1, -1, 0 };

  for (GtkWidget *row = first_row (self); row != NULL; row = next_row (row))
    {
      if (is_on_screen (self, row))
        {
          range.first = range.first < 0 ? range.n : range.first;
          range.last = range.n;
        }
      range.n++;
    }
  return range;
}

/* In rows, of the one that is number @i from what is on screen. */
static int
get_distance (const Range *range,
              int          i)
{
  return MAX (MAX (range->first - i, i - range->last), 0);
}

/* Rows that come next are shown before they are scrolled to; between these and those that are hidden is some room to move. */
static Change
get_change (OffScreen   *self,
            const Range *range,
            GtkWidget   *row,
            int          i)
{
  int seen = range->last - range->first + 1;
  int away = get_distance (range, i);

  if (!is_as_said (row))
    return OPEN;
  if (is_closed (row))
    return away <= seen / 4 + 1 || has_other_width (row, self->width) ? OPEN : STAY;
  return away > seen / 2 + 2 && gtk_widget_get_focus_child (row) == NULL ? CLOSE : STAY;
}

static double
get_value (OffScreen *self)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (self->port != NULL ? self->port : self->rows);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (scrollable);

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static gboolean
change_cb (gpointer user_data)
{
  OffScreen *self = user_data;
  gint64 enough = g_get_monotonic_time () + BUDGET_US;
  Range range = get_range (self);
  gboolean moves = get_value (self) != self->value;
  gboolean later = moves;
  int i = 0;

  self->still = moves || range.n != self->n ? 0 : self->still + 1;
  self->value = get_value (self);
  self->n = range.n;
  for (GtkWidget *row = first_row (self); row != NULL && range.first >= 0 && !moves; row = next_row (row))
    {
      Change change = get_change (self, &range, row, i++);

      if (change == OPEN)
        open_row (row);
      else if (change == CLOSE && self->still >= STILL)
        close_row (row, self->width);
      later = later || change == CLOSE;
      if (change != STAY && g_get_monotonic_time () > enough)
        return G_SOURCE_CONTINUE;
    }
  if (later)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/*
 * In another width rows may be less high than they were when they were closed: as they are
 * opened more come into view. A frame has few layouts, so each time more are opened.
 */
static int
get_reach (OffScreen   *self,
           const Range *range)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (self->clock);

  if (self->frame != frame)
    self->waves = 0;
  self->frame = frame;
  return self->waves == 0 ? 0 : self->waves == 1 ? range->last - range->first + 1 : G_MAXINT;
}

/* After GTK's: rows are in their places, but not painted; what is changed now is laid out once more before. */
static void
layout_cb (OffScreen *self)
{
  Range range = get_range (self);
  gboolean later = FALSE, opened = FALSE;
  int reach;
  int i = 0;

  if (range.first < 0)
    return;
  self->width = gtk_widget_get_width (self->rows);
  for (GtkWidget *row = first_row (self); row != NULL; row = next_row (row))
    opened = opened || (is_on_screen (self, row) && is_closed (row));
  reach = get_reach (self, &range);
  for (GtkWidget *row = first_row (self); row != NULL; row = next_row (row))
    {
      gboolean reached = opened && is_closed (row) && get_distance (&range, i) <= reach;

      if (reached || !is_as_said (row))
        open_row (row);
      else if (get_change (self, &range, row, i) != STAY)
        later = TRUE;
      i++;
    }
  self->waves += opened;
  if (!later || self->source != 0)
    return;
  self->still = 0;
  self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, change_cb, self, NULL);
}

static void
unmap_cb (OffScreen *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_handler, self->clock);
  g_clear_object (&self->clock);
}

/* (transfer none) (nullable) */
static GtkWidget *
find_port (GtkWidget *view)
{
  GtkWidget *widget = gtk_widget_get_parent (view);

  while (widget != NULL && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_VIEWPORT (widget))
    widget = gtk_widget_get_parent (widget);
  return GTK_IS_VIEWPORT (widget) ? widget : NULL;
}

static void
map_cb (OffScreen *self)
{
  unmap_cb (self);
  self->port = find_port (self->rows);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->rows));
  self->layout_handler = g_signal_connect_data (self->clock, "layout", G_CALLBACK (layout_cb), self, NULL,
                                                G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
off_screen_free (gpointer data)
{
  unmap_cb (data);
  g_free (data);
}

void
octant_off_screen_hide (GtkWidget *view)
{
  OffScreen *self;

  g_return_if_fail (GTK_IS_LIST_VIEW (view) || GTK_IS_COLUMN_VIEW (view));

  self = g_new0 (OffScreen, 1);
  self->rows = octant_view_rows_get_list (view);
  g_object_set_data_full (G_OBJECT (self->rows), "octant-off-screen", self, off_screen_free);
  g_signal_connect_swapped (self->rows, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (self->rows, "unmap", G_CALLBACK (unmap_cb), self);
  if (gtk_widget_get_mapped (self->rows))
    map_cb (self);
}
