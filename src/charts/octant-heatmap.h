/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

/* One cell. */
typedef struct
{
  double value;     /* 0…max; NAN: nothing applicable */
  const char *text; /* "2.31", "–" */
} OctantHeatmapCell;

typedef struct
{
  const char *label; /* "AP.05 Access control" */
  guint group;       /* rows of one group are consecutive and stand together */
} OctantHeatmapRow;

typedef struct
{
  const OctantHeatmapRow *rows;
  guint n_rows;
  const char *const *columns; /* headings */
  guint n_columns;
  const OctantHeatmapCell *cells; /* n_rows × n_columns, row by row */
  double max;                     /* the highest value: as many levels */
  const char *empty_text;         /* shown when there is no row or no column */
} OctantHeatmapData;

/**
 * OctantHeatmapLayout:
 *
 * Rows of coloured cells, each with its number, in the colours of the level scale. Where
 * there is room the groups stand in two blocks side by side. One thread.
 */
typedef struct _OctantHeatmapLayout OctantHeatmapLayout;

OctantHeatmapLayout *octant_heatmap_layout_new           (const OctantHeatmapData   *data,
                                                          PangoContext              *context,
                                                          double                     width,
                                                          double                     height,
                                                          gboolean                   rtl);
void                 octant_heatmap_layout_free          (OctantHeatmapLayout       *self);
/* Height at which no row is squeezed. */
double               octant_heatmap_get_natural_height   (const OctantHeatmapData   *data,
                                                          PangoContext              *context,
                                                          double                     width);
OctantRect           octant_heatmap_layout_get_cell_rect (const OctantHeatmapLayout *self,
                                                          guint                      row,
                                                          guint                      column);
/* The whole row, with its label. */
OctantRect           octant_heatmap_layout_get_row_rect  (const OctantHeatmapLayout *self,
                                                          guint                      row);
/* @column: -1 beside the cells */
gboolean             octant_heatmap_layout_hit           (const OctantHeatmapLayout *self,
                                                          double                     x,
                                                          double                     y,
                                                          guint                     *row,
                                                          int                       *column);
void                 octant_heatmap_draw                 (cairo_t                   *cr,
                                                          const OctantHeatmapLayout *layout,
                                                          const OctantChartStyle    *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantHeatmapLayout, octant_heatmap_layout_free)

G_END_DECLS
