/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"
#include "octant-trend-chart.h"

G_BEGIN_DECLS

/* Scores over cycles as the history shows them. */

/* (element-type OctantCycleItem), oldest first, of the open assessment's institution. (transfer full) */
GPtrArray *octant_history_list_cycles (OctantSession    *session);
/* The last @n_max of them, or all. (transfer full) */
GPtrArray *octant_history_list_latest (GPtrArray        *cycles,
                                       guint             n_max);
/* Domains over cycles, as numbers and in the figures of the locale: those of a model, then those that only cycles of
 * other versions have, under their codes. */
typedef struct
{
  guint n_lines;
  guint n_cycles;
  GStrv codes;       /* by line */
  GStrv names;       /* by line */
  double *values;    /* by line, then cycle; NAN where there is no score */
  double *values_hi; /* upper end of the band */
  GStrv texts;       /* of the values */
} OctantHistoryLines;

/* @whole: the overall score is the first line */
OctantHistoryLines *octant_history_lines_new      (GPtrArray                *cycles,
                                                   OctantModel              *model,
                                                   gboolean                  whole);
void                octant_history_lines_free     (OctantHistoryLines       *self);
double              octant_history_lines_get      (const OctantHistoryLines *self,
                                                   guint                     line,
                                                   guint                     cycle);
const char         *octant_history_lines_get_text (const OctantHistoryLines *self,
                                                   guint                     line,
                                                   guint                     cycle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantHistoryLines, octant_history_lines_free)

/* @model: whose domains are drawn; @short_labels: codes instead of names, for narrow charts */
void       octant_history_fill_trend  (OctantTrendChart *chart,
                                       GPtrArray        *cycles,
                                       OctantModel      *model,
                                       gboolean          short_labels);

/* What tells the cycles apart where titles have no room: see octant_brief_titles(). (transfer full) */
GStrv octant_history_dup_briefs (GPtrArray *cycles);

G_END_DECLS
