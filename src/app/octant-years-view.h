/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantYearsView:
 *
 * One assessment of the institution after the other, moved through by a slider: its radar
 * with the others as ghosts, and its domains as cards. What moves takes 200 ms, and none
 * where motion is not wanted. Navigates by win.open-cycle and win.show-node.
 */
#define OCTANT_TYPE_YEARS_VIEW (octant_years_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantYearsView, octant_years_view, OCTANT, YEARS_VIEW, AdwBin)

/* @cycles: (element-type OctantCycleItem), oldest first; @model: of the open assessment @open, whose domains come
 * first; what only other assessments have stands behind them under its code. The assessment that is shown stays. */
void octant_years_view_set_cycles (OctantYearsView *self,
                                   GPtrArray       *cycles,
                                   OctantModel     *model,
                                   const char      *open);
void octant_years_view_set_narrow (OctantYearsView *self,
                                   gboolean         narrow);

G_END_DECLS
