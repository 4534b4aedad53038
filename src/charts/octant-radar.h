/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

/* 24 axes carry names; up to 64 carry their codes only. */
#define OCTANT_RADAR_MAX_NAMED_AXES 24
#define OCTANT_RADAR_MAX_AXES 64

typedef enum
{
  OCTANT_RADAR_PRESENT, /* filled area, solid line */
  OCTANT_RADAR_GHOST,   /* an earlier cycle: lighter, dashed */
  OCTANT_RADAR_TARGET,  /* dash-dotted line without markers */
} OctantRadarKind;

typedef struct
{
  OctantRadarKind kind;
  const char *label;        /* legend: "2026" */
  const double *values;     /* one for each axis; NAN: not applicable there */
  const double *values_hi;  /* (nullable) upper end of the uncertainty band */
  const char *const *texts; /* (nullable) exact values as text; else two decimals of the value */
  const char *const *texts_hi; /* (nullable) the same of values_hi; not drawn, but for tables of what is */
} OctantRadarSeries;

typedef struct
{
  guint n_axes;             /* 0 … OCTANT_RADAR_MAX_AXES */
  const char *const *labels;
  const char *const *codes; /* (nullable) short names, used where names do not fit */
  double max;               /* value of the outermost ring */
  guint n_rings;            /* 5 for levels 1…5 */
  const OctantRadarSeries *series;
  guint n_series;
  const char *na_text;      /* stands for the value of an axis that is not applicable: "N/A" */
  const char *empty_text;   /* shown without axes */
  gboolean show_legend;
} OctantRadarData;

/**
 * OctantRadarLayout:
 *
 * A radar chart laid out in a box: where each thing is, and the texts shaped. Copies what
 * it needs of the data. Belongs to one thread (that of its PangoContext).
 *
 * One axis is drawn as a bar upwards, two as a bar to each side; from three on a polygon.
 * Axis 0 points up and the others follow clockwise, counter-clockwise from right to left.
 */
typedef struct _OctantRadarLayout OctantRadarLayout;

OctantRadarLayout *octant_radar_layout_new  (const OctantRadarData  *data,
                                             const OctantChartStyle *style,
                                             PangoContext           *context,
                                             double                  width,
                                             double                  height,
                                             gboolean                rtl);
void               octant_radar_layout_free (OctantRadarLayout      *self);
/* Takes over data that differ in nothing but values; FALSE: everything has to be laid out anew. */
gboolean           octant_radar_layout_set_values (OctantRadarLayout     *self,
                                                   const OctantRadarData *data);

guint       octant_radar_layout_get_n_axes     (const OctantRadarLayout *self);
OctantPoint octant_radar_layout_get_center     (const OctantRadarLayout *self);
double      octant_radar_layout_get_radius     (const OctantRadarLayout *self);
/* Where a value lies on an axis. */
OctantPoint octant_radar_layout_get_point      (const OctantRadarLayout *self,
                                                guint                    axis,
                                                double                   value);
/* Box of an axis' label and value. */
OctantRect  octant_radar_layout_get_label_rect (const OctantRadarLayout *self,
                                                guint                    axis);
/* Box that holds label, spoke end and present point of an axis: for focus and assistive technology. */
OctantRect  octant_radar_layout_get_axis_rect  (const OctantRadarLayout *self,
                                                guint                    axis);
OctantRect  octant_radar_layout_get_legend_rect (const OctantRadarLayout *self);
/* The axis under a point, -1 for none. */
int         octant_radar_layout_hit            (const OctantRadarLayout *self,
                                                double                   x,
                                                double                   y);
/* TRUE when every label shows its whole text. */
gboolean    octant_radar_layout_is_complete    (const OctantRadarLayout *self);

void octant_radar_draw       (cairo_t                 *cr,
                              const OctantRadarLayout *layout,
                              const OctantChartStyle  *style);
/* Emphasis of one axis (hover, keyboard focus), over the drawn chart. */
void octant_radar_draw_focus (cairo_t                 *cr,
                              const OctantRadarLayout *layout,
                              const OctantChartStyle  *style,
                              guint                    axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantRadarLayout, octant_radar_layout_free)

G_END_DECLS
