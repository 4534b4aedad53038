/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* Prints how the score of "overall", a domain or a sub-domain comes about and what blocks the next level. */
gboolean octant_cli_explain (OctantCli        *cli,
                             OctantAssessment *assessment,
                             const char       *code,
                             GError          **error);

G_END_DECLS
