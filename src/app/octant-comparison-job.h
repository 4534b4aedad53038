/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history/octant-attribution.h"
#include "history/octant-comparison.h"
#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantCompared:
 *
 * Two assessments of the institution compared, ready to be shown: as scored, and like for
 * like. It holds no assessment, does not follow later changes, and never changes itself, so
 * that threads may share it.
 */
typedef struct
{
  char *ids[2];
  char *titles[2];
  GStrv briefs; /* what tells them apart where titles have no room */
  char *versions[2];            /* of the models */
  OctantComparison *readings[2]; /* as scored; like for like */
  OctantAttribution *reasons[2]; /* (nullable) of the same: NULL when either has no score */
  GPtrArray *changes[2];        /* (element-type OctantChangeItem) of the same, in the order of the model */
} OctantCompared;

OctantCompared *octant_compared_ref   (OctantCompared *self);
void            octant_compared_unref (OctantCompared *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantCompared, octant_compared_unref)

/**
 * octant_compare_async:
 * @from: id of the earlier cycle
 * @to: id of the later one
 *
 * Reads both as they are on disk, after what is being saved, and compares them on another
 * thread.
 */
void            octant_compare_async  (OctantSession       *session,
                                       const char          *from,
                                       const char          *to,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
/* (transfer full) (nullable) */
OctantCompared *octant_compare_finish (GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
