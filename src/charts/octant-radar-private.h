/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-radar.h"

G_BEGIN_DECLS

/* What octant-radar.c lays out and octant-radar-draw.c paints. */

typedef struct
{
  double dx;             /* unit vector of the spoke */
  double dy;
  gboolean applicable;   /* the first present series has a value here */
  PangoLayout *name;     /* (owned) (nullable) label as shown */
  PangoLayout *value;    /* (owned) (nullable) */
  OctantPoint name_pos;
  OctantPoint value_pos;
  OctantRect label;      /* around both; empty when there is no room for labels */
} OctantRadarAxis;

typedef struct
{
  OctantRadarKind kind;
  double *values;        /* (owned) clamped to 0…max; NAN: not applicable */
  double *values_hi;     /* (owned) (nullable) NULL also when the band is nowhere wider than nothing */
  PangoLayout *legend;   /* (owned) (nullable) */
  OctantPoint legend_pos; /* left end of the swatch, top of the text */
  double legend_height;
} OctantRadarLine;

struct _OctantRadarLayout
{
  double width;
  double height;
  double max;
  guint n_rings;
  gboolean rtl;
  gboolean complete;
  double line_height;
  OctantPoint center;
  double radius;
  OctantRadarAxis *axes; /* (owned) */
  guint n_axes;
  char **labels;         /* (owned) of all axes, also of those that are drawn without */
  char **codes;          /* (owned) (nullable) */
  OctantRadarLine *lines; /* (owned) */
  guint n_lines;
  PangoLayout **rings;   /* (owned) numbers of the rings */
  PangoLayout *empty;    /* (owned) (nullable) */
  OctantRect legend;
};

/* Length of a line sample in the legend. */
#define OCTANT_RADAR_SWATCH 26.0

/* The line that labels, focus and hit areas speak of: the first present one; NULL when there is none. */
const OctantRadarLine *octant_radar_layout_get_present (const OctantRadarLayout *self);

/* (transfer full) (nullable): what stands for the value of an axis */
char *octant_radar_data_dup_value_text (const OctantRadarData *data,
                                        guint                  axis);

void octant_radar_layout_place_labels (OctantRadarLayout     *self,
                                       const OctantRadarData *data,
                                       PangoContext          *context,
                                       double                 height);

G_END_DECLS
