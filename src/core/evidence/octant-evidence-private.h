/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Large enough to keep the disk busy, small enough to be hashed out of the processor's cache. */
#define OCTANT_EVIDENCE_CHUNK (256 * 1024)

/* 64 lower-case hexadecimal digits: anything else never becomes part of a path. */
gboolean octant_evidence_is_hash (const char *text);
/* evidence/ab/ab… below @data_dir */
char    *octant_evidence_hash_path (const char *data_dir,
                                    const char *hash);

G_END_DECLS
