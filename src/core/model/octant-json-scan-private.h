/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model-faults-private.h"

G_BEGIN_DECLS

/* No model within the other limits needs more values than this; each costs the parser some hundred bytes. */
#define OCTANT_JSON_MAX_VALUES 1000000
/* No object of the format has that many members; what json-glib does with repeated ones is quadratic. */
#define OCTANT_JSON_MAX_MEMBERS 1000
/* Names become parts of pointers, one for each fault below them; bytes. */
#define OCTANT_JSON_MAX_NAME 256

/**
 * octant_json_scan:
 * @data: the bytes of a document
 * @faults: where the faults go
 *
 * A strict reader of RFC 8259 that builds nothing. json-glib recurses without a bound,
 * takes comments and repeated members and truncates at U+0000; so a file reaches it only
 * after it has passed here. Size, depth, number of values, encoding, grammar, escapes,
 * range of numbers and repeated members are checked.
 *
 * Returns: TRUE when json-glib may read the document; it may still have faults then
 *   (repeated members, numbers out of range)
 */
gboolean octant_json_scan (const char      *data,
                           gsize            length,
                           OctantFaultList *faults);

G_END_DECLS
