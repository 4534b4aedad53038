/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Fsyncs a folder, so that a file renamed into it survives a power cut. */
gboolean octant_file_sync_folder (const char *folder,
                                  GError    **error);
/* Writes a user's file so that it is whole or untouched: temporary file beside it, fsync, rename, fsync of the folder. */
gboolean octant_file_replace     (const char *path,
                                  const void *data,
                                  gsize       length,
                                  GError    **error);

G_END_DECLS
