/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

/* One level of one aspect. */
typedef struct
{
  gboolean counted;  /* FALSE: no applicable requirement, the level is skipped */
  double a;          /* completion 0…1 */
  double a_hi;       /* the same with unanswered as fulfilled */
  double m;          /* what counts of it */
  const char *label; /* "1", or the level's name */
  const char *text;  /* (nullable) "83 %" */
} OctantLadderStep;

typedef struct
{
  const char *label; /* "People" */
  const OctantLadderStep *steps;
  guint n_steps;
} OctantLadderRow;

typedef struct
{
  const OctantLadderRow *rows; /* one for each aspect */
  guint n_rows;
} OctantLadderData;

/**
 * OctantLadderLayout:
 *
 * Rising steps for each aspect: how far each level is done (outline) and what counts of
 * it (filled), as a level only counts as far as the ones below it. One thread.
 */
typedef struct _OctantLadderLayout OctantLadderLayout;

OctantLadderLayout *octant_ladder_layout_new           (const OctantLadderData   *data,
                                                        PangoContext             *context,
                                                        double                    width,
                                                        double                    height,
                                                        gboolean                  rtl);
void                octant_ladder_layout_free          (OctantLadderLayout       *self);
/* Height that @n_rows aspects want at @width. */
double              octant_ladder_get_natural_height   (guint                     n_rows,
                                                        PangoContext             *context,
                                                        double                    width);
OctantRect          octant_ladder_layout_get_step_rect (const OctantLadderLayout *self,
                                                        guint                     row,
                                                        guint                     step);
gboolean            octant_ladder_layout_hit           (const OctantLadderLayout *self,
                                                        double                    x,
                                                        double                    y,
                                                        guint                    *row,
                                                        guint                    *step);
void                octant_ladder_draw                 (cairo_t                  *cr,
                                                        const OctantLadderLayout *layout,
                                                        const OctantChartStyle   *style);
/* Emphasis of one step (hover, keyboard focus), over the drawn chart. */
void                octant_ladder_draw_focus           (cairo_t                  *cr,
                                                        const OctantLadderLayout *layout,
                                                        const OctantChartStyle   *style,
                                                        guint                     row,
                                                        guint                     step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantLadderLayout, octant_ladder_layout_free)

G_END_DECLS
