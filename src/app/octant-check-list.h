/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantCheckList:
 *
 * Items to choose among: a row for each, with its rating and a box to tick.
 *
 * Properties: all (GtkCheckButton: ticks every row, and shows whether all, some or none are
 * ticked), label (what a screen reader calls the list). Signal "changed": others are ticked.
 */
#define OCTANT_TYPE_CHECK_LIST (octant_check_list_get_type ())
G_DECLARE_FINAL_TYPE (OctantCheckList, octant_check_list, OCTANT, CHECK_LIST, AdwBin)

/* @refusal: (nullable): why it cannot be chosen */
void       octant_check_list_add          (OctantCheckList *self,
                                           OctantItem      *item,
                                           const char      *refusal);
/* Ticks all that can be chosen, or none. */
void       octant_check_list_tick_all     (OctantCheckList *self,
                                           gboolean         ticked);
guint      octant_check_list_count_ticked (OctantCheckList *self);
/* (transfer full) (element-type OctantItem) */
GPtrArray *octant_check_list_list_ticked  (OctantCheckList *self);

G_END_DECLS
