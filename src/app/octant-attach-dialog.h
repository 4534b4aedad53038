/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-pick-dialog.h"
#include "octant-session.h"

G_BEGIN_DECLS

/* Evidence that the institution has, and requirements of the open assessment, brought together by search, in one act. */

/*
 * Pieces to attach to @item, of those that are not attached to it yet.
 * @item: one that is answered as a whole, not for each object
 */
AdwDialog *octant_attach_dialog_new              (OctantSession     *session,
                                                  OctantItem        *item);
/* Requirements to attach @evidence_ids to, of those that lack some of it; one that is rated for objects stands for all. */
AdwDialog *octant_attach_dialog_new_requirements (OctantSession     *session,
                                                  const char *const *evidence_ids);

G_END_DECLS
