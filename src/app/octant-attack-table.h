/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart-table.h"
#include "scoring/octant-coverage.h"

G_BEGIN_DECLS

/* The map of ATT&CK as figures: a row for each technique and sub-technique, as at the last update. (transfer full) */
OctantChartTable *octant_attack_table_new (OctantCoverage *coverage);

G_END_DECLS
