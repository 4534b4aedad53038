/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"
#include "octant-trend-chart.h"

G_BEGIN_DECLS

/* Scores over cycles as the history shows them: as lines and as a table. */

/* (element-type OctantCycleItem), oldest first, of the open assessment's institution. (transfer full) */
GPtrArray *octant_history_list_cycles (OctantSession    *session);
/* @model: whose domains are drawn; @short_labels: codes instead of names, for narrow charts */
void       octant_history_fill_trend  (OctantTrendChart *chart,
                                       GPtrArray        *cycles,
                                       OctantModel      *model,
                                       gboolean          short_labels);
void       octant_history_fill_table  (GtkGrid          *grid,
                                       GPtrArray        *cycles,
                                       OctantModel      *model);

G_END_DECLS
