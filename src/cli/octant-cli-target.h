/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* "targets": code and level of each node that has a target of its own. */
void octant_cli_target_add_json (JsonBuilder      *json,
                                 OctantAssessment *assessment);

G_END_DECLS
