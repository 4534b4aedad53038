/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

#define OCTANT_DISTRIBUTION_MAX_PARTS 8

/* How a part is filled: by a step of the level scale, and by a pattern of its own. */
typedef enum
{
  OCTANT_FILL_STRONG,  /* solid, the deepest step */
  OCTANT_FILL_STRIPED, /* slanting lines on a middle step */
  OCTANT_FILL_DOTTED,  /* dots on a light step */
  OCTANT_FILL_PALE,    /* the lowest step with a rim */
  OCTANT_FILL_LINED,   /* level lines on the background: there, but not counted yet */
  OCTANT_FILL_EMPTY,   /* a dashed rim */
  OCTANT_FILL_CROSSED, /* crossing lines: taken out */
  OCTANT_N_FILLS,
} OctantDistributionFill;

/* One kind of thing that is counted. */
typedef struct
{
  const char *label; /* legend: "Fully" */
  const char *mark;  /* (nullable) stands before the count in the bar: "F" */
  OctantDistributionFill fill;
} OctantDistributionPart;

typedef struct
{
  const char *label;   /* "1 Initial" */
  const guint *counts; /* one for each part */
} OctantDistributionRow;

typedef struct
{
  const OctantDistributionPart *parts;
  guint n_parts; /* 0 … OCTANT_DISTRIBUTION_MAX_PARTS */
  const OctantDistributionRow *rows;
  guint n_rows;
  const char *empty_text; /* shown when nothing is counted */
} OctantDistributionData;

/**
 * OctantDistributionLayout:
 *
 * A stacked bar for each row, as long as its sum beside the longest one's, with the count
 * of each part in it where there is room, and a legend. Copies what it needs. One thread.
 */
typedef struct _OctantDistributionLayout OctantDistributionLayout;

OctantDistributionLayout *octant_distribution_layout_new  (const OctantDistributionData *data,
                                                           PangoContext                 *context,
                                                           double                        width,
                                                           gboolean                      rtl);
void       octant_distribution_layout_free         (OctantDistributionLayout       *self);
/* Of what was laid out; the width decides it. */
double     octant_distribution_layout_get_height   (const OctantDistributionLayout *self);
/* The bar of a part; empty where nothing is counted. */
OctantRect octant_distribution_layout_get_part_rect (const OctantDistributionLayout *self,
                                                     guint                           row,
                                                     guint                           part);
/* The whole row, with its label. */
OctantRect octant_distribution_layout_get_row_rect (const OctantDistributionLayout *self,
                                                    guint                           row);
gboolean   octant_distribution_layout_hit          (const OctantDistributionLayout *self,
                                                    double                          x,
                                                    double                          y,
                                                    guint                          *row);
void       octant_distribution_draw                (cairo_t                        *cr,
                                                    const OctantDistributionLayout *layout,
                                                    const OctantChartStyle         *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantDistributionLayout, octant_distribution_layout_free)

G_END_DECLS
