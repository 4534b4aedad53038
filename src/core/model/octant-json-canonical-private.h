/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * octant_json_canonical:
 * @node: a document
 *
 * Writes the one form that every writing of the same document shares: UTF-8, no white
 * space, members in the order of the bytes of their names, in strings only `"`, `\` and
 * characters below U+0020 escaped (`\b \f \n \r \t`, else `\u00xx` in lower case), whole
 * numbers in decimal without sign or zeros that say nothing.
 *
 * Returns: (transfer full): the canonical text
 */
GString *octant_json_canonical (JsonNode *node);

G_END_DECLS
