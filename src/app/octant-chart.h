/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-chart-geometry.h"
#include "octant-chart-table.h"

G_BEGIN_DECLS

/**
 * OctantChart:
 *
 * What the charts of the window have in common: points (axes, cycles, rows, steps) that the
 * pointer finds and the keyboard walks through, each an accessible child with a sentence
 * that is its tooltip too, and Tab passes the chart as one stop; one layout that is thrown away when size, font, direction or
 * theme change; copies of what is shown.
 *
 * Accessible role: list, with a list item (`chartpoint`) for each point.
 */
#define OCTANT_TYPE_CHART (octant_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (OctantChart, octant_chart, OCTANT, CHART, GtkWidget)

struct _OctantChartClass
{
  GtkWidgetClass parent_class;

  /* Frees the layout; it is made again when it is next needed. */
  void       (*forget_layout) (OctantChart *self);
  /* The point under the pointer, -1 for none. */
  int        (*hit)           (OctantChart *self,
                               double       x,
                               double       y);
  /* Where a point is drawn: for focus and assistive technology. */
  OctantRect (*get_rect)      (OctantChart *self,
                               guint        point);
  /* (nullable) Clicked, or Return or Space pressed. */
  void       (*activate)      (OctantChart *self,
                               guint        point);
  /* (nullable) What the tooltip stands at, where that is not get_rect(); empty for the pointer. */
  OctantRect (*get_tip_rect)  (OctantChart *self,
                               guint        point);
  /* Height that is wanted at a width; -1: any width. */
  int        (*get_height)    (OctantChart *self,
                               int          width);
  /* What is shown, as text. (transfer full) */
  OctantChartTable *(*dup_table) (OctantChart *self);
};

void octant_chart_set_widths   (OctantChart       *self,
                                int                minimum,
                                int                natural);
/* @descriptions: (array length=n): a sentence for each point. What has the focus keeps it. */
void octant_chart_set_points   (OctantChart       *self,
                                guint              n,
                                const char *const *descriptions);
/* After octant_chart_set_points(): the points stand in rows of @n, as those of a table. */
void octant_chart_set_stride   (OctantChart       *self,
                                guint              n);
/* The point to emphasise: under the pointer, else with the focus; -1 for none. */
int  octant_chart_get_emphasis (OctantChart       *self);
/* As above, under the pointer alone. */
int  octant_chart_get_hovered  (OctantChart       *self);
/* (transfer full): the figures that are shown */
OctantChartTable *octant_chart_dup_table (OctantChart *self);
/* What is shown changed, but not the size that it wants. */
void octant_chart_relayout     (OctantChart       *self);
/* The layout is still good, but its points have moved. */
void octant_chart_move_points  (OctantChart       *self);
/* (transfer full): to paint on all of the widget */
cairo_t *octant_chart_append_cairo (OctantChart   *self,
                                    GtkSnapshot   *snapshot);

/* Copies that live until octant_chart_forget_data(). NULL stays NULL. */
const char        *octant_chart_keep_string  (OctantChart       *self,
                                              const char        *text);
const char *const *octant_chart_keep_strings (OctantChart       *self,
                                              const char *const *texts,
                                              guint              n);
gpointer           octant_chart_keep_array   (OctantChart       *self,
                                              gconstpointer      array,
                                              gsize              size);
void               octant_chart_forget_data  (OctantChart       *self);

G_END_DECLS
