/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"

G_BEGIN_DECLS

/* Ways by which evidence comes in. @item: (nullable): NULL for the library alone. */

/* Files that are asked for, in the window of @widget. */
void octant_evidence_choose (OctantSession *session,
                             OctantItem    *item,
                             GtkWidget     *widget);
/* Copied files, or a picture as of a screenshot; a notice says so when there is neither. */
void octant_evidence_paste (OctantSession *session,
                            OctantItem    *item,
                            GdkClipboard  *clipboard);
/*
 * @value: of GDK_TYPE_FILE_LIST, or of OCTANT_TYPE_EVIDENCE_DRAG for a requirement. FALSE when nothing is taken;
 * a notice says why.
 */
gboolean octant_evidence_drop (OctantSession *session,
                               OctantItem    *item,
                               const GValue  *value);

G_END_DECLS
