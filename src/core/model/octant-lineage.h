/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model.h"

G_BEGIN_DECLS

/**
 * OctantLineage:
 *
 * What became of requirements from one version of a model to another, by the links
 * "superseded_by" and "supersedes" of both files. Either may be the later one. Immutable
 * after it was made: may be shared between threads.
 */
typedef struct _OctantLineage OctantLineage;

OctantLineage *octant_lineage_new  (OctantModel   *a,
                                    OctantModel   *b);
void           octant_lineage_free (OctantLineage *self);
/**
 * octant_lineage_find:
 * @code: a requirement that @there does not ask
 * @there: one of both models
 *
 * The requirements that @there asks in its place: its successors, over all that were
 * retired in between; of one that is newer than @there, its predecessors.
 *
 * Returns: (transfer full): codes in order; empty when there are none
 */
GStrv          octant_lineage_find (OctantLineage *self,
                                    const char    *code,
                                    OctantModel   *there);

/* Whether the model asks a requirement: it is active, and so is its sub-domain. */
gboolean octant_model_asks (OctantModel *model,
                            guint        requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantLineage, octant_lineage_free)

G_END_DECLS
