/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctantDigest:
 *
 * A running SHA-256 by libgcrypt. Not thread-safe; one per stream.
 */
typedef struct _OctantDigest OctantDigest;

OctantDigest *octant_digest_new    (void);
void          octant_digest_update (OctantDigest *digest,
                                    const void   *data,
                                    gsize         length);
/* 64 lower-case hexadecimal digits; the digest cannot be updated afterwards. */
char         *octant_digest_finish (OctantDigest *digest);
void          octant_digest_free   (OctantDigest *digest);
char         *octant_digest_bytes  (const void   *data,
                                    gsize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantDigest, octant_digest_free)

G_END_DECLS
