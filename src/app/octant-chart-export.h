/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"

G_BEGIN_DECLS

/* The charts that go into files. */
typedef enum
{
  OCTANT_EXPORT_RADAR,   /* with the cycle before */
  OCTANT_EXPORT_TREND,   /* all cycles of the institution */
  OCTANT_EXPORT_HEATMAP,
} OctantExportKind;

gboolean octant_export_kind_parse (const char       *word,
                                   OctantExportKind *kind);

/**
 * octant_chart_export_async:
 * @lens: (nullable): axes of a radar
 * @path: ends in .svg, .png or .pdf
 *
 * Draws a chart of the open assessment as it is on disk, after what is being saved. The
 * cycles are read by the session's worker and drawn on another thread.
 */
void     octant_chart_export_async  (OctantSession       *session,
                                     OctantExportKind     kind,
                                     const char          *lens,
                                     const char          *path,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean octant_chart_export_finish (GAsyncResult        *result,
                                     GError             **error);

/* Asks for a name, then as above; tells how it went by the session's notice. */
void     octant_chart_export_ask    (OctantSession       *session,
                                     OctantExportKind     kind,
                                     const char          *lens,
                                     GtkWindow           *parent);

G_END_DECLS
