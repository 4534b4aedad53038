/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/*
 * The rows of a sub-domain's list: a GtkTreeListRow for each requirement that @filter lets
 * through, in sections by level, unfolded to one for each object.
 *
 * @items: (transfer none): octant_node_get_items(). (transfer full)
 */
GListModel *octant_requirement_rows_new      (GListModel *items,
                                              GtkFilter  *filter);
/* The item of a row of them. (transfer full) */
OctantItem *octant_requirement_rows_dup_item (gpointer    row);

G_END_DECLS
