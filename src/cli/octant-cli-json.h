/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* Members of the object that is open; NULL makes null. */
void octant_cli_json_string   (JsonBuilder          *json,
                               const char           *name,
                               const char           *value);
void octant_cli_json_int      (JsonBuilder          *json,
                               const char           *name,
                               gint64                value);
void octant_cli_json_bool     (JsonBuilder          *json,
                               const char           *name,
                               gboolean              value);
void octant_cli_json_fraction (JsonBuilder          *json,
                               const char           *name,
                               gboolean              applicable,
                               const OctantRational *value);
/* An integer, or null when not applicable. */
void octant_cli_json_level    (JsonBuilder          *json,
                               const char           *name,
                               gboolean              applicable,
                               int                   value);
void octant_cli_json_coverage (JsonBuilder          *json,
                               guint                 answered,
                               guint                 applicable);
/* "model": id, version, hash. */
void octant_cli_json_model    (JsonBuilder          *json,
                               OctantModel          *model);
/* "zh" and "en". */
void octant_cli_json_text     (JsonBuilder          *json,
                               const char           *name,
                               const OctantText     *text);

/* "37/12" as "3.08". */
char *octant_cli_fraction_text (const char        *fraction);
/* "level 2 … 3, score 2.96 … 3.10, limited"; says when not applicable. */
char *octant_cli_score_text    (const OctantScore *score);

G_END_DECLS
