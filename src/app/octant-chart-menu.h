/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-chart.h"

G_BEGIN_DECLS

/**
 * OctantChartMenu:
 *
 * The menu button of a chart: save it, copy it, show its figures as a table. Properties:
 * "chart", whose figures are shown; "title", of the table; "spec", which picture is drawn
 * (see OctantChartSpec); without it there is the table alone.
 *
 * CSS node: as AdwBin, with a flat menu button in it.
 */
#define OCTANT_TYPE_CHART_MENU (octant_chart_menu_get_type ())
G_DECLARE_FINAL_TYPE (OctantChartMenu, octant_chart_menu, OCTANT, CHART_MENU, AdwBin)

void octant_chart_menu_set_chart (OctantChartMenu *self,
                                  OctantChart     *chart); /* (nullable) */
void octant_chart_menu_set_spec  (OctantChartMenu *self,
                                  const char      *spec);  /* (nullable) */
void octant_chart_menu_set_title (OctantChartMenu *self,
                                  const char      *title); /* (nullable) */

G_END_DECLS
