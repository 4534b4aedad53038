/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-geometry.h"

/**
 * octant_rect_contains:
 *
 * Left and top edges belong to the rectangle, right and bottom ones do not, so that
 * neighbours share no point.
 */
gboolean
octant_rect_contains (const OctantRect *rect,
                      double            x,
                      double            y)
{
  g_return_val_if_fail (rect != NULL, FALSE);

  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

/**
 * octant_rect_intersects:
 *
 * Whether both share an area; touching edges do not.
 */
gboolean
octant_rect_intersects (const OctantRect *a,
                        const OctantRect *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}
