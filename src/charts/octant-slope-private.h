/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-slope.h"

G_BEGIN_DECLS

/* What octant-slope.c lays out and octant-slope-draw.c paints. */

typedef struct
{
  double values[2];         /* clamped to 0…max; NAN: none */
  int direction;
  gboolean emphasis;
  PangoLayout *labels[2];   /* (owned) (nullable) */
  OctantRect rects[2];      /* of the labels; empty when there is none */
} OctantSlopeLine;

/* A kind of line and the word for it. */
typedef struct
{
  int direction;
  PangoLayout *text; /* (owned) */
  OctantRect rect;   /* of the text; its line is drawn before it */
} OctantSlopeKey;

#define OCTANT_SLOPE_KEY_LINE 26.0

struct _OctantSlopeLayout
{
  double width;
  double height;
  double low;  /* whole numbers: the ends of the scale */
  double high;
  double line_height;
  gboolean rtl;
  OctantRect plot;
  double x[2];             /* by side */
  PangoLayout *titles[2];  /* (owned) */
  OctantRect title_rects[2];
  PangoLayout **steps;     /* (owned) numbers of the scale, from low to high */
  guint n_steps;
  OctantSlopeLine *lines;  /* (owned) */
  guint n_lines;
  OctantSlopeKey keys[3];
  guint n_keys;
  PangoLayout *empty;      /* (owned) (nullable) */
};

double octant_slope_layout_get_y (const OctantSlopeLayout *self,
                                  double                   value);

G_END_DECLS
