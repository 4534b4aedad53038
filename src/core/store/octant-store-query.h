/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store.h"

G_BEGIN_DECLS

/* Questions over several tables, and over the journal as people read it. Reading only. */

/* Everything that belongs to an institution, itself first, what refers to others later. (transfer full) (element-type OctantRecord) */
GPtrArray *octant_store_list_organisation_rows (OctantStore  *self,
                                                const char   *organisation_id,
                                                GError      **error);
/* The cycles that have the object in scope, by when they were made. (transfer full) (element-type OctantRecord) */
GPtrArray *octant_store_list_cycles_of_object  (OctantStore  *self,
                                                const char   *object_id,
                                                GError      **error);

/* NULL and 0: all. */
typedef struct
{
  const char *cycle_id;
  const char *kind;
  const char *actor;
  const char *since;  /* date or time, inclusive */
  const char *until;  /* date or time, inclusive: a date means the whole day (UTC) */
  const char *code;   /* requirement or node: the subject, or one of the rows that changed */
  gint64 before_seq;  /* only older ones: the next page */
  guint limit;
} OctantJournalFilter;

/* Newest first. (transfer full) (element-type OctantJournalEntry) */
GPtrArray *octant_store_query_journal (OctantStore               *self,
                                       const OctantJournalFilter *filter,
                                       GError                   **error);
/* What stands in the journal, each once, sorted: for a choice. (transfer full) */
char     **octant_store_list_journal_actors (OctantStore  *self,
                                             GError      **error);
char     **octant_store_list_journal_kinds  (OctantStore  *self,
                                             GError      **error);

/* What an entry is about, in words that the user knows; which sentence is the caller's. */
typedef struct
{
  char *kind;        /* what was done; of an undo or redo, what it was about */
  gboolean undo;
  gboolean redo;
  char *code;        /* (nullable) requirement, domain or sub-domain */
  char *name;        /* (nullable) of the institution, object, evidence, interviewee or cycle that it is about */
  char *cycle_title; /* (nullable) as it is today, or was when it was deleted */
  guint n_changes;   /* rows that changed */
} OctantJournalTitle;

void octant_journal_title_free (OctantJournalTitle *title);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantJournalTitle, octant_journal_title_free)

OctantJournalTitle *octant_store_describe_entry (OctantStore              *self,
                                                 const OctantJournalEntry *entry,
                                                 GError                  **error);

/* One change of one answer. */
typedef struct
{
  gint64 seq;
  char *time;
  char *actor;
  char *kind;           /* also "undo" and "redo" */
  OctantRecord *before; /* (nullable) */
  OctantRecord *after;  /* (nullable) */
} OctantAnswerChange;

void octant_answer_change_free (OctantAnswerChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantAnswerChange, octant_answer_change_free)

/* How the answer came to be what it is, newest first. @object_id "": the institution. (transfer full) (element-type OctantAnswerChange) */
GPtrArray *octant_store_list_answer_history (OctantStore  *self,
                                             const char   *cycle_id,
                                             const char   *code,
                                             const char   *object_id,
                                             GError      **error);

G_END_DECLS
