/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OctantChangesView:
 *
 * A list of OctantChangeItem to filter by kind and by words, and to sort. Each leads to its
 * requirement or sub-domain by win.show-requirement and win.show-node, if it was found in
 * the open assessment. Signal "export": the user wants it as a file.
 */
#define OCTANT_TYPE_CHANGES_VIEW (octant_changes_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantChangesView, octant_changes_view, OCTANT, CHANGES_VIEW, AdwBin)

/* @changes: (element-type OctantChangeItem); @leads: the later assessment is the open one */
void octant_changes_view_set_changes  (OctantChangesView *self,
                                       GPtrArray         *changes,
                                       gboolean           leads);
void octant_changes_view_show_loading (OctantChangesView *self);
/* Instead of a list: why there is none. */
void octant_changes_view_show_none    (OctantChangesView *self,
                                       const char        *title,
                                       const char        *description);
/* Under each other what else stands side by side. */
void octant_changes_view_set_narrow   (OctantChangesView *self,
                                       gboolean           narrow);

G_END_DECLS
