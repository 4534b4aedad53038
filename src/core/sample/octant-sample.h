/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/octant-model.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/**
 * octant_sample_create:
 * @store: where the sample goes
 * @model: the model to assess against; requirements that it does not have are left out
 *
 * Adds a sample institution, invented from beginning to end, with three yearly cycles
 * (titled 2024, 2025 and 2026), notes, interviews and evidence files, by the same acts as a
 * user's. The same model gives the same answers and scores every time. What is in the data
 * directory already stays as it is; a second sample beside the first is refused. Stopped
 * before its end, it takes back what it did.
 *
 * Blocks for a second or two: call it on the store's thread.
 *
 * Returns: FALSE with @error set when it was refused, cancelled or the store failed
 */
gboolean octant_sample_create (OctantStore  *store,
                               OctantModel  *model,
                               GCancellable *cancellable,
                               GError      **error);

G_END_DECLS
