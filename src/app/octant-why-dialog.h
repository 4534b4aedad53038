/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantWhyDialog:
 *
 * Why a node has its level and score: in a sentence, what keeps it from the next level
 * (each line leads to its requirement), and the arithmetic. A snapshot.
 */
#define OCTANT_TYPE_WHY_DIALOG (octant_why_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctantWhyDialog, octant_why_dialog, OCTANT, WHY_DIALOG, AdwDialog)

AdwDialog *octant_why_dialog_new (OctantNode *node);

G_END_DECLS
