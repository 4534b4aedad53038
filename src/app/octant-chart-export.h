/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"

G_BEGIN_DECLS

/*
 * A picture of the open assessment is asked for by a spec: its kind (see
 * octant_chart_kind_parse()), and after a colon the lens of a radar or the code of a ladder
 * or distribution. For a radar the ids of other cycles may follow after a second colon,
 * apart by commas; without that colon it shows the cycle before. For a slope that of the
 * earlier cycle has to. A third colon leads to the id of the cycle that is drawn instead of
 * the open one, as a whole; after a fourth a slope may be "like-for-like". A trend shows
 * all cycles of the institution.
 *
 * "radar:subdomains:ID,ID", "slope:domains:ID:ID:like-for-like", "ladder:AP.05", "distribution", "heatmap", "trend", "attack".
 */
gboolean octant_chart_spec_is_valid (const char *spec);

/**
 * octant_chart_export_async:
 * @scale: PNG: pixels for each unit
 * @path: ends in .svg, .png or .pdf
 *
 * Draws a chart of the open assessment as it is on disk, after what is being saved. The
 * cycles are read by the session's worker and drawn on another thread.
 */
void     octant_chart_export_async  (OctantSession       *session,
                                     const char          *spec,
                                     double               scale,
                                     const char          *path,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean octant_chart_export_finish (GAsyncResult        *result,
                                     GError             **error);

/* The same picture for the clipboard: PNG at two pixels for each unit, and SVG. */
void                octant_chart_picture_async  (OctantSession       *session,
                                                 const char          *spec,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* (transfer full) */
GdkContentProvider *octant_chart_picture_finish (GAsyncResult        *result,
                                                 GError             **error);

/* Both tell how it went by the session's notice. */
void octant_chart_export (OctantSession *session,
                          const char    *spec,
                          double         scale,
                          const char    *path);
void octant_chart_copy   (OctantSession *session,
                          const char    *spec,
                          GdkClipboard  *clipboard);

G_END_DECLS
