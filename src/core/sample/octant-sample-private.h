/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files of data/sample, which stand in the library. */
GKeyFile  *octant_sample_load_plan  (void);
/* Rows of @n_columns cells; comments and empty lines left out. (transfer full) (element-type GStrv) */
GPtrArray *octant_sample_load_table (const char *name,
                                     guint       n_columns);
/* Writes an evidence file under its original name into @folder, which is created. */
GFile     *octant_sample_extract    (const char *file,
                                     const char *name,
                                     const char *folder,
                                     GError    **error);

G_END_DECLS
