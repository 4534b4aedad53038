/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantChartSaveDialog:
 *
 * Asks in which format, and for a picture of points how large, a chart is saved; then for
 * the file. Tells how it went by the session's notice.
 */
#define OCTANT_TYPE_CHART_SAVE_DIALOG (octant_chart_save_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantChartSaveDialog, octant_chart_save_dialog, OCTANT, CHART_SAVE_DIALOG, AdwDialog)

/* @spec: see octant_chart_export_async() */
AdwDialog  *octant_chart_save_dialog_new        (OctantSession         *session,
                                                 const char            *spec);
/* What is chosen: "svg", "png" or "pdf", and pixels for each unit of a PNG. */
const char *octant_chart_save_dialog_get_format (OctantChartSaveDialog *self);
double      octant_chart_save_dialog_get_scale  (OctantChartSaveDialog *self);

G_END_DECLS
