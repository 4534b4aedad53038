/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-comparison-job.h"

G_BEGIN_DECLS

/* Writes a comparison for a spreadsheet, on another thread: see octant_export_comparison_csv(). */
void     octant_change_export_async  (OctantSession       *session,
                                      OctantCompared      *compared,
                                      gboolean             like_for_like,
                                      const char          *path,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean octant_change_export_finish (GAsyncResult        *result,
                                      GError             **error);

/* Asks for a name, then as above; tells how it went by the session's notice. */
void     octant_change_export_ask    (OctantSession       *session,
                                      OctantCompared      *compared,
                                      gboolean             like_for_like,
                                      GtkWindow           *parent);

G_END_DECLS
