/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-record.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/* What an imported file is. */
typedef struct
{
  char *sha256;
  gint64 size;
  char *name;       /* original file name, valid UTF-8, no path */
  char *media_type;
  gboolean created; /* the content was not stored before */
} OctantEvidenceFile;

void octant_evidence_file_free (OctantEvidenceFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantEvidenceFile, octant_evidence_file_free)

typedef void (*OctantProgress) (gint64   done,
                                gint64   total,
                                gpointer user_data);

/**
 * octant_evidence_import:
 * @data_dir: the data directory
 *
 * Copies a regular file into the content-addressed folder: streams to a temporary file
 * there while hashing, fsyncs, renames, fsyncs the folder. The same content is stored
 * once. Cancelled or failed, it leaves nothing. May run on any thread; @progress is
 * called on the same thread.
 */
OctantEvidenceFile *octant_evidence_import (const char     *data_dir,
                                            GFile          *source,
                                            OctantProgress  progress,
                                            gpointer        user_data,
                                            GCancellable   *cancellable,
                                            GError        **error);
/*
 * octant_evidence_discard:
 * @store: says what is referred to
 * @files: (element-type OctantEvidenceFile): imported, and then not wanted
 *
 * Removes what these imports created and no row refers to, nor the journal for undo. What cannot be removed stays as an
 * orphan, which does no harm.
 */
gboolean octant_evidence_discard (OctantStore *store,
                                  GPtrArray   *files,
                                  GError     **error);
/* A new evidence record for an imported file. Dates NULL when unknown; @title NULL for the file's name. */
OctantRecord *octant_evidence_record (const char               *organisation_id,
                                      const OctantEvidenceFile *file,
                                      const char               *title,
                                      const char               *source,
                                      const char               *collected_on,
                                      const char               *valid_until,
                                      int                       strength,
                                      const char               *actor,
                                      const char               *time);
/* Where the content of a record is kept; NULL when its hash is none (a damaged or hostile database). */
char *octant_evidence_path (const char         *data_dir,
                            const OctantRecord *evidence);

typedef enum
{
  OCTANT_EVIDENCE_FAULT_NONE,
  OCTANT_EVIDENCE_FAULT_MISSING,
  OCTANT_EVIDENCE_FAULT_ALTERED,
  OCTANT_EVIDENCE_FAULT_OTHER_SIZE, /* altered, as its size says already */
  OCTANT_EVIDENCE_FAULT_UNREADABLE, /* the disk failed */
  OCTANT_EVIDENCE_FAULT_LOCKED,     /* it may not be opened */
  OCTANT_EVIDENCE_FAULT_NOT_PLAIN,  /* a folder, a link, a FIFO */
  OCTANT_EVIDENCE_FAULT_NO_HASH,    /* the row itself is damaged */
  OCTANT_EVIDENCE_FAULT_ORPHAN,     /* no row refers to the file */
} OctantEvidenceFaultKind;

typedef struct
{
  OctantEvidenceFaultKind kind;
  OctantRecord *evidence; /* (owned) (nullable): NULL for an orphan and for what undo took back */
  char *name;             /* (owned): the hash, or the path of an orphan below the data directory */
} OctantEvidenceFault;

void octant_evidence_fault_free (OctantEvidenceFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantEvidenceFault, octant_evidence_fault_free)

GPtrArray *octant_evidence_verify_rows (const char      *data_dir,
                                        GPtrArray       *rows,
                                        GHashTable      *known,
                                        OctantProgress   progress,
                                        gpointer         user_data,
                                        GCancellable    *cancellable,
                                        GError         **error);
/* Recomputes every hash: missing, altered, not a plain file, orphaned. (transfer full) (element-type OctantFinding) */
GPtrArray *octant_evidence_verify (OctantStore     *store,
                                   OctantProgress   progress,
                                   gpointer         user_data,
                                   GCancellable    *cancellable,
                                   GError         **error);

G_END_DECLS
