/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-cycle-item.h"

G_BEGIN_DECLS

/**
 * OctantYearCard:
 *
 * A domain as one assessment of several scored it: level, score with its bar, and the change
 * since the assessment before.
 */
#define OCTANT_TYPE_YEAR_CARD (octant_year_card_get_type ())
G_DECLARE_FINAL_TYPE (OctantYearCard, octant_year_card, OCTANT, YEAR_CARD, GtkWidget)

GtkWidget *octant_year_card_new       (const char      *code,
                                       const char      *name);
/* @before: (nullable): the assessment before. Words and figures; the bar is moved by the next. */
void       octant_year_card_set_cycle (OctantYearCard  *self,
                                       OctantCycleItem *cycle,
                                       OctantCycleItem *before);
/* @share: 0…1 of the bar */
void       octant_year_card_set_share (OctantYearCard  *self,
                                       double           share);

G_END_DECLS
