/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Device-independent pixels; y grows downwards, as in cairo. */
typedef struct
{
  double x;
  double y;
} OctantPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} OctantRect;

gboolean octant_rect_contains   (const OctantRect *rect,
                                 double            x,
                                 double            y);
gboolean octant_rect_intersects (const OctantRect *a,
                                 const OctantRect *b);

G_END_DECLS
