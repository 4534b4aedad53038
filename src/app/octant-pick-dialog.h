/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-pick-item.h"

G_BEGIN_DECLS

/**
 * OctantPickDialog:
 *
 * A list to pick several things from by search, then to accept at once. Enter or Space on a
 * row picks it; Enter in the search picks the first row found; Control+Enter accepts.
 * Signal "accepted": the user wants what octant_pick_dialog_list_picked() gives; the dialog
 * closes by itself.
 */
#define OCTANT_TYPE_PICK_DIALOG (octant_pick_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantPickDialog, octant_pick_dialog, OCTANT, PICK_DIALOG, AdwDialog)

/* Adds some of what there is to pick from. @items: (element-type OctantPickItem). TRUE: there is more to come */
typedef gboolean (*OctantPickList) (GPtrArray *items,
                                    gpointer   data);

/*
 * @search: what the search says while it is empty
 * @empty_title: when there is nothing to pick from
 * @list: asked again and again, from when the dialog is on screen until it has no more: each time it may take a small part of
 *   what a frame does
 * @data: for @list, until the dialog goes
 */
AdwDialog *octant_pick_dialog_new         (const char       *title,
                                           const char       *search,
                                           const char       *empty_title,
                                           const char       *empty_description,
                                           OctantPickList    list,
                                           gpointer          data);
/* Subjects, in the order of the list. (transfer full) (element-type GObject) */
GPtrArray *octant_pick_dialog_list_picked (OctantPickDialog *self);

G_END_DECLS
