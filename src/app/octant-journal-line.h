/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-journal-acts.h"

G_BEGIN_DECLS

/**
 * OctantJournalLine:
 *
 * What the window says about one entry of the journal: plain data, made of an act on the
 * worker's thread. Of an act on many rows only the count is kept.
 */
typedef struct
{
  gint64 seq;
  gint64 reverts;
  char *time;
  char *actor;
  char *kind;      /* of an undo or redo: of the act that it is about */
  char *cycle_id;  /* (nullable) */
  char *code;      /* (nullable): the requirement or domain, when it is about one alone */
  GPtrArray *codes; /* (element-type GRefString): every requirement or domain that it is about */
  char *object_id; /* (nullable): the protected object, when it is about one alone */
  char *name;      /* (nullable): of the evidence, person, object, assessment or institution */
  guint n_rows;
  gboolean is_undo;
  gboolean is_redo;
  /* The answer, when one alone was changed. */
  OctantRecord *before; /* (nullable) */
  OctantRecord *after;  /* (nullable) */
  /* What was decided about the scope, when about one branch alone. */
  OctantRecord *scope_before; /* (nullable) */
  OctantRecord *scope_after;  /* (nullable) */
} OctantJournalLine;

/* @about_kind: (nullable): kind of the act that an undo or redo is about. Looks up names in @store. */
OctantJournalLine *octant_journal_line_new  (OctantStore       *store,
                                             const OctantAct   *act,
                                             const char        *about_kind);
void               octant_journal_line_free (OctantJournalLine *self);
/* The requirement or domain that a row is about, NULL when it is about none. */
const char        *octant_journal_row_get_code (OctantRecord *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantJournalLine, octant_journal_line_free)

G_END_DECLS
