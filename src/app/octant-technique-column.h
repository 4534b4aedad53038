/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart.h"
#include "octant-technique-filter.h"

G_BEGIN_DECLS

/**
 * OctantTechniqueColumn:
 *
 * The techniques of one tactic, coloured by score. A cell takes the focus; Return, Space or a
 * click chooses it, a click on its end unfolds it.
 *
 * Signal "chosen" (guint technique). Signal "fold" (guint technique): show or hide what
 * refines it.
 *
 * CSS node: techniquecolumn with a chartpoint for each cell. Accessible role: list.
 */
#define OCTANT_TYPE_TECHNIQUE_COLUMN (octant_technique_column_get_type ())
G_DECLARE_FINAL_TYPE (OctantTechniqueColumn, octant_technique_column, OCTANT, TECHNIQUE_COLUMN, OctantChart)

#define OCTANT_TECHNIQUE_COLUMN_WIDTH 150

GtkWidget *octant_technique_column_new          (void);
/* Takes copies; scores are those of the last update of @coverage. */
void       octant_technique_column_set_list     (OctantTechniqueColumn     *self,
                                                 OctantCoverage            *coverage,
                                                 const OctantTechniqueList *list);
/* @technique: marked as chosen; G_MAXUINT for none */
void       octant_technique_column_set_chosen   (OctantTechniqueColumn     *self,
                                                 guint                      technique);
guint      octant_technique_column_get_n_cells  (OctantTechniqueColumn     *self);
const OctantTechniqueEntry *octant_technique_column_get_entry (OctantTechniqueColumn *self,
                                                               guint                  cell);
/* The cell that stands nearest to a height; FALSE when there is none. */
gboolean   octant_technique_column_find_near    (OctantTechniqueColumn     *self,
                                                 double                     y,
                                                 guint                     *cell);
/* The middle of a cell. */
double     octant_technique_column_get_middle   (OctantTechniqueColumn     *self,
                                                 guint                      cell);
gboolean   octant_technique_column_focus_cell   (OctantTechniqueColumn     *self,
                                                 guint                      cell);

/* "T1059 Command and Scripting Interpreter: 3.05 – 3.41 of 5" (transfer full) */
char      *octant_technique_describe            (OctantCoverage            *coverage,
                                                 guint                      technique);
/* "3.05", with its band "3.05 – 3.41", or "–" (transfer full) */
char      *octant_technique_format_score        (const OctantTechniqueScore *score,
                                                 gboolean                    band);
/* Why there is no score: a sentence, or NULL when there is one. */
const char *octant_technique_explain_kind       (OctantCoverageKind          kind);

G_END_DECLS
