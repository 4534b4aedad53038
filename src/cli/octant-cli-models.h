/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* A model by id or id@version; @word NULL for the shipped one. */
OctantModel *octant_cli_find_model (OctantCli  *cli,
                                    const char *word,
                                    GError    **error);

G_END_DECLS
