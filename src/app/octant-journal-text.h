/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-journal-line.h"

G_BEGIN_DECLS

/* What the filter of the journal offers. */
typedef enum
{
  OCTANT_JOURNAL_ALL,
  OCTANT_JOURNAL_RATINGS,
  OCTANT_JOURNAL_NOTES,
  OCTANT_JOURNAL_CONFIRMATIONS,
  OCTANT_JOURNAL_SCOPE,
  OCTANT_JOURNAL_EVIDENCE,
  OCTANT_JOURNAL_INTERVIEWS,
  OCTANT_JOURNAL_REGISTER,
  OCTANT_JOURNAL_UNDO,
  OCTANT_N_JOURNAL_GROUPS,
} OctantJournalGroup;

const char        *octant_journal_group_get_name (OctantJournalGroup       group);
/* An undo or redo is in its own group, and in that of what it is about. */
gboolean           octant_journal_line_is_in     (const OctantJournalLine *line,
                                                  OctantJournalGroup       group);
/* "Rated AP.01.1.P.01": one sentence for a list. (transfer full) */
char              *octant_journal_line_describe  (const OctantJournalLine *line);
/* "P → L", "" when no rating was changed. (transfer full) */
char              *octant_journal_line_dup_ratings (const OctantJournalLine *line);
/* Everything that was changed, before → after, one line each; "" when it cannot be told in words. (transfer full) */
char              *octant_journal_line_dup_details (const OctantJournalLine *line);
/* On the user's clock. (transfer full) */
char              *octant_journal_format_time    (const char              *time);

G_END_DECLS
