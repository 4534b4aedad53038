/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-record.h"
#include "store/octant-db-private.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/* The end of the journal: what the next entry is chained to, and what undo and redo take. */
typedef struct
{
  gint64 seq;
  char hash[65];   /* of the last entry; 64 zeros before the first */
  gint64 undo_top; /* the act that undo takes back, 0 for none */
  gint64 redo_top; /* the undo entry that redo takes back, 0 for none */
} OctantJournalHead;

/* An entry as it stands in the database. */
typedef struct
{
  OctantJournalEntry base;
  gint64 undo_top;
  gint64 redo_top;
  char *prev_hash;
} OctantJournalRow;

void octant_journal_row_clear (OctantJournalRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantJournalRow, octant_journal_row_clear)

/* The state before the first entry. */
void     octant_journal_head_init (OctantJournalHead *head);
gboolean octant_journal_read_head (OctantDb           *db,
                                   OctantJournalHead  *head,
                                   GError            **error);

/* Writes @act after @head, with the tops that @next has, and completes @next. */
gboolean octant_journal_append (OctantDb                *db,
                                const OctantAct         *act,
                                const OctantJournalHead *head,
                                OctantJournalHead       *next,
                                GError                 **error);
/* NOT_FOUND when there is none; DAMAGED when its hash is not that of its content. */
gboolean octant_journal_read   (OctantDb          *db,
                                gint64             seq,
                                OctantJournalRow  *row,
                                GError           **error);

/* Every entry, oldest first, for octant_journal_read_row(). */
OctantStatement *octant_journal_select (OctantDb  *db,
                                        GError   **error);
gboolean octant_journal_read_row (OctantStatement   *statement,
                                  OctantJournalRow  *row,
                                  GError           **error);
/* SHA-256 over what the user can read of the entry, and the hash before it. */
char    *octant_journal_hash     (const OctantJournalEntry *entry,
                                  const char               *prev_hash);
/* What the tops must be after @row when they were @head before; FALSE when it could not come here. */
gboolean octant_journal_advance  (OctantJournalHead      *head,
                                  const OctantJournalRow *row,
                                  gint64                  undo_below,
                                  gint64                  redo_below);

/* The JSON of one side of an act's changes. */
char      *octant_journal_write_rows  (const OctantAct  *act,
                                       gboolean          after);
/* Adds the changes of @before and @after, both JSON, to @act; inverse: turned round, last first. */
gboolean   octant_journal_read_changes (const char  *before,
                                        const char  *after,
                                        gboolean     inverse,
                                        OctantAct   *act,
                                        GError     **error);

G_END_DECLS
