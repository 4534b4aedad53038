/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is stored, one table each. The order is stable: it stands in no file, the names do. */
typedef enum
{
  OCTANT_TABLE_ORGANISATION,
  OCTANT_TABLE_OBJECT,
  OCTANT_TABLE_CYCLE,
  OCTANT_TABLE_CYCLE_OBJECT,
  OCTANT_TABLE_TAILORING,
  OCTANT_TABLE_ANSWER,
  OCTANT_TABLE_EVIDENCE,
  OCTANT_TABLE_EVIDENCE_LINK,
  OCTANT_TABLE_INTERVIEW,
  OCTANT_TABLE_INTERVIEW_ANSWER,
  OCTANT_TABLE_SETTLEMENT,
  OCTANT_TABLE_TARGET,
  OCTANT_N_TABLES,
} OctantTable;

/* Columns by table; key columns come first. Column 0…n_keys-1 are the primary key. */
enum { OCTANT_ORGANISATION_ID, OCTANT_ORGANISATION_NAME, OCTANT_ORGANISATION_KIND, OCTANT_ORGANISATION_CREATED_AT };
enum { OCTANT_OBJECT_ID, OCTANT_OBJECT_ORG, OCTANT_OBJECT_NAME, OCTANT_OBJECT_KIND, OCTANT_OBJECT_LEVEL,
       OCTANT_OBJECT_CRITICALITY, OCTANT_OBJECT_CREATED_AT };
enum { OCTANT_CYCLE_ID, OCTANT_CYCLE_ORG, OCTANT_CYCLE_TITLE, OCTANT_CYCLE_AS_OF, OCTANT_CYCLE_MODEL_HASH,
       OCTANT_CYCLE_MODEL_ID, OCTANT_CYCLE_MODEL_VERSION, OCTANT_CYCLE_FROM_CYCLE, OCTANT_CYCLE_ASSESSOR,
       OCTANT_CYCLE_CREATED_AT };
/* The object as it was when the cycle was made: a later edit of the register does not change an old result. */
enum { OCTANT_CYCLE_OBJECT_CYCLE, OCTANT_CYCLE_OBJECT_OBJECT, OCTANT_CYCLE_OBJECT_NAME, OCTANT_CYCLE_OBJECT_KIND,
       OCTANT_CYCLE_OBJECT_LEVEL, OCTANT_CYCLE_OBJECT_CRITICALITY, OCTANT_CYCLE_OBJECT_POSITION };
enum { OCTANT_TAILORING_CYCLE, OCTANT_TAILORING_CODE, OCTANT_TAILORING_REASON, OCTANT_TAILORING_APPROVER,
       OCTANT_TAILORING_DECIDED_BY, OCTANT_TAILORING_DECIDED_AT };
/* OBJECT is "" for the institution; RATING "" for unanswered; STATE "confirmed" or "carried". */
enum { OCTANT_ANSWER_CYCLE, OCTANT_ANSWER_CODE, OCTANT_ANSWER_OBJECT, OCTANT_ANSWER_RATING, OCTANT_ANSWER_NOTE,
       OCTANT_ANSWER_NA_REASON, OCTANT_ANSWER_NA_APPROVER, OCTANT_ANSWER_STATE, OCTANT_ANSWER_RATED_BY,
       OCTANT_ANSWER_RATED_AT };
enum { OCTANT_EVIDENCE_ID, OCTANT_EVIDENCE_ORG, OCTANT_EVIDENCE_TITLE, OCTANT_EVIDENCE_NAME,
       OCTANT_EVIDENCE_MEDIA_TYPE, OCTANT_EVIDENCE_SIZE, OCTANT_EVIDENCE_SHA256, OCTANT_EVIDENCE_SOURCE,
       OCTANT_EVIDENCE_COLLECTED_ON, OCTANT_EVIDENCE_VALID_UNTIL, OCTANT_EVIDENCE_STRENGTH,
       OCTANT_EVIDENCE_ADDED_BY, OCTANT_EVIDENCE_ADDED_AT };
enum { OCTANT_EVIDENCE_LINK_CYCLE, OCTANT_EVIDENCE_LINK_CODE, OCTANT_EVIDENCE_LINK_OBJECT,
       OCTANT_EVIDENCE_LINK_EVIDENCE, OCTANT_EVIDENCE_LINK_ADDED_AT };
enum { OCTANT_INTERVIEW_ID, OCTANT_INTERVIEW_CYCLE, OCTANT_INTERVIEW_PERSON, OCTANT_INTERVIEW_ROLE,
       OCTANT_INTERVIEW_HELD_ON, OCTANT_INTERVIEW_MINUTES };
/* What one interviewee said about one item. RATING "" for none; OBJECT as in an answer. */
enum { OCTANT_INTERVIEW_ANSWER_INTERVIEW, OCTANT_INTERVIEW_ANSWER_CODE, OCTANT_INTERVIEW_ANSWER_OBJECT,
       OCTANT_INTERVIEW_ANSWER_CYCLE, OCTANT_INTERVIEW_ANSWER_RATING, OCTANT_INTERVIEW_ANSWER_MINUTES };
/* The assessor rated the item herself after the interviews: what they said does not move it any more. */
enum { OCTANT_SETTLEMENT_CYCLE, OCTANT_SETTLEMENT_CODE, OCTANT_SETTLEMENT_OBJECT, OCTANT_SETTLEMENT_SETTLED_BY,
       OCTANT_SETTLEMENT_SETTLED_AT };
/* The level that the cycle aims at. CODE is that of a domain or sub-domain, "" for the whole. */
enum { OCTANT_TARGET_CYCLE, OCTANT_TARGET_CODE, OCTANT_TARGET_LEVEL };

typedef struct
{
  const char *name;
  gboolean integer;  /* INTEGER in the database and a number in JSON; else text */
  gboolean nullable;
} OctantColumn;

typedef struct
{
  const char *name;
  guint n_keys;
  guint n_columns;
  const OctantColumn *columns;
} OctantTableInfo;

const OctantTableInfo *octant_table_get_info  (OctantTable  table);
gboolean               octant_table_from_name (const char  *name,
                                               OctantTable *out);

/**
 * OctantRecord:
 *
 * One row, immutable and reference-counted (atomic): what is stored, journalled,
 * undone and replayed. Integers are decimal text here.
 */
typedef struct _OctantRecord OctantRecord;

#define OCTANT_TYPE_RECORD (octant_record_get_type ())
GType         octant_record_get_type  (void);
/* @values: (array length=n_columns): copied; NULL only for nullable columns */
OctantRecord *octant_record_new       (OctantTable          table,
                                       const char *const   *values);
/* A copy with some columns replaced: pairs of (guint column, const char *value), ended by G_MAXUINT. */
OctantRecord *octant_record_with      (const OctantRecord  *base,
                                       ...);
OctantRecord *octant_record_ref       (OctantRecord        *self);
void          octant_record_unref     (OctantRecord        *self);
OctantTable   octant_record_get_table (const OctantRecord  *self);
const char   *octant_record_get       (const OctantRecord  *self,
                                       guint                column);
gint64        octant_record_get_int   (const OctantRecord  *self,
                                       guint                column);
gboolean      octant_record_equal     (const OctantRecord  *a,
                                       const OctantRecord  *b);
/* Hash of table and key, for sets of rows with octant_record_same_key(). */
guint         octant_record_hash_key  (gconstpointer        self);
gboolean      octant_record_same_key  (const OctantRecord  *a,
                                       const OctantRecord  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantRecord, octant_record_unref)

/* One row before and after. before NULL: inserted; after NULL: deleted. */
typedef struct
{
  OctantRecord *before; /* (owned) (nullable) */
  OctantRecord *after;  /* (owned) (nullable) */
} OctantChange;

void octant_change_free (OctantChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantChange, octant_change_free)

/* A row of the score cache: derived, never journalled, recomputed when absent. */
typedef struct
{
  char *code; /* node code */
  gboolean applicable;
  char *s;    /* exact fractions */
  char *s_hi;
  int l;
  int l_hi;
  guint answered;
  guint applicable_items;
} OctantScoreRow;

void octant_score_row_free (OctantScoreRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantScoreRow, octant_score_row_free)

/**
 * OctantAct:
 *
 * One act of the user: everything that changes together, in one transaction with one
 * journal entry, undone as one. Plain data; made on one thread, given to another.
 */
typedef struct
{
  char *kind;       /* stable word: "rate", "note", "confirm", "tailor", "attach", … "undo", "redo" */
  char *subject;    /* code or id that it is about */
  char *cycle_id;   /* (nullable) */
  char *actor;
  char *time;       /* ISO 8601 UTC */
  gint64 seq;       /* journal sequence, set by the store; 0 before */
  gint64 reverts;   /* seq of the act that an undo or redo is about; 0 otherwise */
  GPtrArray *changes; /* (element-type OctantChange) */
  GPtrArray *scores;  /* (element-type OctantScoreRow) rows of the score cache of cycle_id that are new */
  GBytes *model;      /* (nullable) a model file to keep with the act's cycle, stored once by hash */
  char *model_hash;   /* (nullable) */
} OctantAct;

OctantAct *octant_act_new        (const char   *kind,
                                  const char   *subject,
                                  const char   *cycle_id,
                                  const char   *actor,
                                  const char   *time);
/* Takes both; a change to an equal row is dropped. */
void       octant_act_add_change (OctantAct    *self,
                                  OctantRecord *before,
                                  OctantRecord *after);
gboolean   octant_act_is_empty   (OctantAct    *self);
OctantAct *octant_act_copy       (const OctantAct *self);
void       octant_act_free       (OctantAct    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantAct, octant_act_free)

G_END_DECLS
