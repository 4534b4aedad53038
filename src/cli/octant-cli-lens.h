/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* (transfer full) the groups of a lens with their scores: those of the model, "csf2_categories", "aspect" and "role" */
GPtrArray *octant_cli_lens_compute  (OctantScorer *scorer,
                                     const char   *lens,
                                     GError      **error);
/* Adds the member "lens". */
void       octant_cli_lens_add_json (JsonBuilder  *json,
                                     const char   *lens,
                                     GPtrArray    *groups);
void       octant_cli_lens_print    (OctantCli    *cli,
                                     const char   *lens,
                                     GPtrArray    *groups);

G_END_DECLS
