/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* Rates the first argument's cycle from a CSV file: all rows or none. */
gboolean octant_cli_import_ratings (OctantCli  *cli,
                                    const char *path,
                                    GError    **error);

G_END_DECLS
