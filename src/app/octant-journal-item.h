/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "octant-journal-text.h"

G_BEGIN_DECLS

/**
 * OctantJournalItem:
 *
 * An entry of the journal for lists. Properties: sentence, caption (when, who, on what object
 * or in which assessment), ratings ("P → L"), has-ratings, details (before → after), has-details, summary (all in one
 * sentence).
 */
#define OCTANT_TYPE_JOURNAL_ITEM (octant_journal_item_get_type ())
G_DECLARE_FINAL_TYPE (OctantJournalItem, octant_journal_item, OCTANT, JOURNAL_ITEM, GObject)

/* Takes @line. @place: (nullable): the object or assessment that it happened in */
OctantJournalItem       *octant_journal_item_new      (OctantJournalLine *line,
                                                       const char        *place);
const OctantJournalLine *octant_journal_item_get_line (OctantJournalItem *self);

G_END_DECLS
