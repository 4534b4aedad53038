/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OctantDb:
 *
 * One SQLite connection: the only place that includes sqlite3.h. Statements are literals,
 * every value is bound, every error comes back as an OctantStoreError. One thread at a time.
 */
typedef struct _OctantDb OctantDb;
typedef struct _OctantStatement OctantStatement;

typedef enum
{
  OCTANT_DB_LIVE,   /* an existing database: WAL, exclusive, every commit on disk */
  OCTANT_DB_CREATE, /* a new file that nobody else knows yet: rollback journal */
} OctantDbMode;

typedef enum
{
  OCTANT_STEP_ERROR,
  OCTANT_STEP_DONE,
  OCTANT_STEP_ROW,
} OctantStep;

OctantDb *octant_db_open  (const char   *path,
                           OctantDbMode  mode,
                           GError      **error);
/* Brings the WAL into the database before it closes, and says when that failed. Frees @db in any case. */
gboolean  octant_db_close (OctantDb     *db,
                           GError      **error);
/* Closes without writing anything: what stands in the WAL stays there. */
void      octant_db_abandon (OctantDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantDb, octant_db_abandon)

/* Switches an opened live database, accepted as ours, to how it is worked with. */
gboolean  octant_db_go_live (OctantDb  *db,
                             GError   **error);

/* Runs literal SQL of one or more statements without values or results. */
gboolean  octant_db_run       (OctantDb    *db,
                               const char  *sql,
                               GError     **error);
/* The one number that literal SQL gives. */
gboolean  octant_db_query_int (OctantDb    *db,
                               const char  *sql,
                               gint64      *value,
                               GError     **error);

gboolean  octant_db_begin    (OctantDb  *db,
                              GError   **error);
/* When it fails, nothing of the transaction is left. */
gboolean  octant_db_commit   (OctantDb  *db,
                              GError   **error);
/* Safe to call when the transaction is over already. */
void      octant_db_rollback (OctantDb  *db);
/* Brings the WAL into the database; @truncate waits for all of it and empties the WAL file. */
gboolean  octant_db_checkpoint (OctantDb  *db,
                                gboolean   truncate,
                                GError   **error);
guint     octant_db_get_wal_pages (OctantDb *db);
/* Long statements end with G_IO_ERROR_CANCELLED when @cancellable is; NULL takes it away. */
void      octant_db_set_cancellable (OctantDb     *db,
                                     GCancellable *cancellable);

/* Kept by the address of @sql, a literal; reset and ready to bind. NULL with the error set. */
OctantStatement *octant_db_prepare (OctantDb    *db,
                                    const char  *sql,
                                    GError     **error);

/* Parameters count from 1. Text and blobs are borrowed until the statement is reset. NULL text is NULL. */
void        octant_statement_bind_text (OctantStatement *statement,
                                        int              index,
                                        const char      *text);
void        octant_statement_bind_int  (OctantStatement *statement,
                                        int              index,
                                        gint64           value);
void        octant_statement_bind_blob (OctantStatement *statement,
                                        int              index,
                                        GBytes          *bytes);
/* Resets itself when it is done or has failed. */
OctantStep  octant_statement_step      (OctantStatement *statement,
                                        GError         **error);
/* Steps a statement that gives no rows. */
gboolean    octant_statement_run       (OctantStatement *statement,
                                        GError         **error);
void        octant_statement_reset     (OctantStatement *statement);
/* Rows changed by the last run. */
int         octant_statement_changes   (OctantStatement *statement);

/* Columns count from 0; what they return is valid until the next step. */
const char *octant_statement_text      (OctantStatement *statement,
                                        int              column);
/* NULL also for text that is not valid UTF-8 or has a NUL in it: @ok says so. */
const char *octant_statement_checked_text (OctantStatement *statement,
                                           int              column,
                                           gboolean        *ok);
gint64      octant_statement_int       (OctantStatement *statement,
                                        int              column);
gboolean    octant_statement_is_int    (OctantStatement *statement,
                                        int              column);
GBytes     *octant_statement_dup_blob  (OctantStatement *statement,
                                        int              column);
int         octant_statement_n_columns (OctantStatement *statement);
const char *octant_statement_column_name (OctantStatement *statement,
                                          int              column);

/* What the first bytes of a database file say, read without SQLite and without a lock. */
typedef struct
{
  gboolean is_database;
  guint32 application_id;
  guint32 user_version;
  gint64 expected_size; /* pages × page size by the header; 0 when the header does not tell */
  gint64 size;
} OctantDbHeader;
gboolean octant_db_read_header (const char      *path,
                                OctantDbHeader  *header,
                                GError         **error);

G_END_DECLS
