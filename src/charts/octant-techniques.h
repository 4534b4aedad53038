/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-chart-geometry.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

/* One technique of a tactic. */
typedef struct
{
  const char *id;   /* "T1059" */
  const char *name;
  double value;     /* 0…max; NAN: no score */
  const char *text; /* "3.05", "–" */
  gboolean below;   /* refines the technique above it: stands indented */
  guint n_below;    /* how many refine it; 0: it cannot be unfolded */
  gboolean open;    /* they are shown */
} OctantTechniqueCell;

typedef struct
{
  const OctantTechniqueCell *cells;
  guint n_cells;
  guint first_apart;      /* from this cell on they stand apart, under a heading; n_cells for none */
  const char *apart_text; /* the heading */
  double max;             /* the highest value: as many levels */
} OctantTechniquesData;

/**
 * OctantTechniquesLayout:
 *
 * The techniques of one tactic one below the other, each in the colour of the level that its
 * value reaches, with its number; what has no value has a dashed border instead. At the end
 * of a cell that can be unfolded stands how many are in it. One thread.
 */
typedef struct _OctantTechniquesLayout OctantTechniquesLayout;

OctantTechniquesLayout *octant_techniques_layout_new  (const OctantTechniquesData   *data,
                                                       PangoContext                 *context,
                                                       double                        width,
                                                       gboolean                      rtl);
void                    octant_techniques_layout_free (OctantTechniquesLayout       *self);
/* The height of the whole column, whatever its width. */
double                  octant_techniques_get_height  (const OctantTechniquesData   *data,
                                                       PangoContext                 *context);
OctantRect              octant_techniques_layout_get_cell_rect (const OctantTechniquesLayout *self,
                                                                guint                         cell);
/* The part of a cell that unfolds it; empty where there is nothing to unfold. */
OctantRect              octant_techniques_layout_get_fold_rect (const OctantTechniquesLayout *self,
                                                                guint                         cell);
gboolean                octant_techniques_layout_hit  (const OctantTechniquesLayout *self,
                                                       double                        x,
                                                       double                        y,
                                                       guint                        *cell);
void                    octant_techniques_draw        (cairo_t                      *cr,
                                                       const OctantTechniquesLayout *layout,
                                                       const OctantChartStyle       *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantTechniquesLayout, octant_techniques_layout_free)

G_END_DECLS
