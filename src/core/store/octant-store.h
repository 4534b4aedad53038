/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-assessment.h"
#include "assessment/octant-record.h"

G_BEGIN_DECLS

#define OCTANT_STORE_ERROR (octant_store_error_quark ())

typedef enum
{
  OCTANT_STORE_ERROR_IO,              /* the disk failed; see the message */
  OCTANT_STORE_ERROR_FULL,            /* disk or quota full */
  OCTANT_STORE_ERROR_READ_ONLY,       /* folder or file cannot be written */
  OCTANT_STORE_ERROR_BUSY,            /* another process has the data directory open */
  OCTANT_STORE_ERROR_NEWER,           /* made by a newer Octant */
  OCTANT_STORE_ERROR_FOREIGN,         /* a database, but not Octant's */
  OCTANT_STORE_ERROR_DAMAGED,         /* the file is not a sound database */
  OCTANT_STORE_ERROR_CONFLICT,        /* a row is not as the act expects; nothing was written */
  OCTANT_STORE_ERROR_NOT_FOUND,       /* no such row */
  OCTANT_STORE_ERROR_NOTHING_TO_UNDO, /* also: nothing to redo */
  OCTANT_STORE_ERROR_GONE,            /* the data folder was taken away or replaced while it is open */
  OCTANT_STORE_ERROR_PORTAL,          /* a folder that a portal lends, where no database may live */
} OctantStoreError;

GQuark octant_store_error_quark (void);

/**
 * OctantStore:
 *
 * The data directory: octant.db, evidence/, backups/, models/. One connection, opened
 * exclusively. Synchronous and blocking; belongs to one thread at a time (see
 * OctantStoreWorker).
 */
#define OCTANT_TYPE_STORE (octant_store_get_type ())
G_DECLARE_FINAL_TYPE (OctantStore, octant_store, OCTANT, STORE, GObject)

/* --data-dir, else OCTANT_DATA_DIR, else $XDG_DATA_HOME/octant. */
char        *octant_store_default_dir (const char *data_dir);
/* Opens, creates or migrates (with a backup before). */
OctantStore *octant_store_open        (const char   *data_dir,
                                       GError      **error);
/* Also done by dispose, which can only log the error. */
gboolean     octant_store_close       (OctantStore  *self,
                                       GError      **error);
const char  *octant_store_get_dir     (OctantStore  *self);

/**
 * octant_store_commit:
 *
 * Writes the act's changes, its journal entry and its score rows in one transaction. TRUE
 * means that it is on disk. Each `before` is checked against the row; a difference is
 * CONFLICT. Sets act->seq. An empty act is TRUE and writes nothing.
 */
gboolean   octant_store_commit (OctantStore    *self,
                                OctantAct      *act,
                                GError        **error);
/**
 * octant_store_begin_batch: octant_store_end_batch:
 *
 * What is committed between the two stands together or not at all, and is on disk when the
 * end says so; a process that is killed in between leaves nothing. Each act keeps its own
 * journal entry. Once one fails, all are taken back and the rest refused. @keep FALSE takes
 * them back. Undo and redo have no place in a batch; nor has anything that waits: until the
 * end, nobody else can write.
 *
 * Returns: of the end: FALSE with @error set when @keep was asked for and nothing stands
 */
gboolean   octant_store_begin_batch (OctantStore  *self,
                                     GError      **error);
gboolean   octant_store_end_batch   (OctantStore  *self,
                                     gboolean      keep,
                                     GError      **error);
/**
 * octant_store_undo: octant_store_redo:
 *
 * Takes back the last act of the data directory, or does again the last one taken back, as
 * a new journal entry. The score cache of the cycles concerned is dropped in the same
 * transaction. Returns: (transfer full): the act as carried out, to apply in memory.
 */
OctantAct *octant_store_undo     (OctantStore *self,
                                  const char  *actor,
                                  const char  *time,
                                  GError     **error);
OctantAct *octant_store_redo     (OctantStore *self,
                                  const char  *actor,
                                  const char  *time,
                                  GError     **error);
/* What undo and redo would take, without changes and payload; NULL when nothing. (transfer full) */
OctantAct *octant_store_peek_undo (OctantStore *self);
OctantAct *octant_store_peek_redo (OctantStore *self);

/*
 * Rows of a table, all or those whose @column is @value, in a stable order (position or
 * creation, then key). (transfer full) (element-type OctantRecord)
 */
GPtrArray    *octant_store_list (OctantStore *self,
                                 OctantTable  table,
                                 guint        column,
                                 const char  *value,
                                 GError     **error);
#define OCTANT_STORE_ALL G_MAXUINT
/* One row by its first key column. NOT_FOUND when there is none. */
OctantRecord *octant_store_get  (OctantStore *self,
                                 OctantTable  table,
                                 const char  *id,
                                 GError     **error);

/* Whole cycle with its own copy of the model. The last few models are kept in memory by hash. */
OctantAssessment *octant_store_load_assessment (OctantStore *self,
                                                const char  *cycle_id,
                                                GError     **error);
/* The cycle that the window compares with: from_cycle, else the one before by date in the same organisation. (nullable) */
char             *octant_store_find_previous   (OctantStore *self,
                                                const char  *cycle_id,
                                                GError     **error);
OctantModel      *octant_store_load_model      (OctantStore *self,
                                                const char  *hash,
                                                GError     **error);

/* Score cache of a cycle; empty when it has to be computed. (transfer full) (element-type OctantScoreRow) */
GPtrArray *octant_store_list_scores (OctantStore *self,
                                     const char  *cycle_id,
                                     GError     **error);
gboolean   octant_store_put_scores  (OctantStore *self,
                                     const char  *cycle_id,
                                     GPtrArray   *rows,
                                     GError     **error);

typedef struct
{
  gint64 seq;
  char *time;
  char *actor;
  char *kind;
  char *subject;
  char *cycle_id; /* (nullable) */
  char *before;   /* JSON */
  char *after;    /* JSON */
  gint64 reverts;
  char *hash;
} OctantJournalEntry;

void octant_journal_entry_free (OctantJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantJournalEntry, octant_journal_entry_free)

/* Oldest first. @cycle_id, @since (date or time), @subject: NULL for all; @limit 0 for all. */
GPtrArray *octant_store_list_journal   (OctantStore *self,
                                        const char  *cycle_id,
                                        const char  *since,
                                        const char  *subject,
                                        guint        limit,
                                        GError     **error);
/* Recomputes the chain; DAMAGED names the first bad entry. */
gboolean   octant_store_verify_journal (OctantStore *self,
                                        GError     **error);

/*
 * The hash of every piece of evidence that the journal ever had, also of those undone: their
 * files are needed by redo. (transfer full) (element-type utf8): a set
 */
GHashTable *octant_store_list_evidence_hashes (OctantStore *self,
                                               GError     **error);
/* Files of this prefix in the evidence folder are unfinished; opening the store removes them. */
#define OCTANT_STORE_TEMPORARY_PREFIX ".import-"

/* One finding of a check: "journal 17", "answer …", "evidence ab…": what and what to do. */
typedef struct
{
  char *where;
  char *message;
} OctantFinding;
void octant_finding_free (OctantFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantFinding, octant_finding_free)

/*
 * SQLite's own check, foreign keys, the chain, and a replay of the journal compared with
 * every table. Returns (transfer full) (element-type OctantFinding), empty when sound.
 */
GPtrArray *octant_store_check (OctantStore  *self,
                               GCancellable *cancellable,
                               GError      **error);

G_END_DECLS
