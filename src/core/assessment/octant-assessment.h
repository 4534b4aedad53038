/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-record.h"
#include "model/octant-model.h"
#include "scoring/octant-scorer.h"

G_BEGIN_DECLS

#define OCTANT_ASSESSMENT_ERROR (octant_assessment_error_quark ())

typedef enum
{
  OCTANT_ASSESSMENT_ERROR_REFUSED, /* a rule of the model or of the assessment forbids it */
} OctantAssessmentError;

GQuark octant_assessment_error_quark (void);

typedef enum
{
  OCTANT_READING_OFFICIAL, /* a carried-over answer counts as unanswered */
  OCTANT_READING_CLAIMED,  /* it counts as rated */
  OCTANT_READING_BACKED,   /* official, but no rating higher than its evidence bears; see octant-backing.h */
} OctantReading;

/* Decoded answer of one item. Borrowed from the assessment, valid until its next change. */
typedef struct
{
  OctantRating rating;
  gboolean carried;        /* carried over and not confirmed */
  const char *note;        /* (nullable) */
  const char *na_reason;   /* (nullable) */
  const char *na_approver; /* (nullable) */
  const char *rated_by;    /* (nullable) */
  const char *rated_at;    /* (nullable) */
  guint n_evidence;
} OctantAnswer;

/**
 * OctantAssessment:
 *
 * One cycle in memory: its model, answers, objects, tailoring, evidence and scores. The
 * only writer is octant_assessment_apply(), so what is shown and what is stored come from
 * the same records. Belongs to one thread.
 *
 * Slots number the protected objects by position; with none there is the single slot 0.
 * Org-scoped requirements live in slot 0.
 *
 * Signal "item-changed" (guint requirement, guint slot): answer, note or evidence changed.
 * Signal "structure-changed": objects or tailoring changed.
 * Signal "scores-changed": after each apply that changed a score or a count.
 * Signal "interviews-changed": an interview, what was said in one, or what was settled.
 * Signal "evidence-changed": evidence of the institution, or where it is linked.
 * Signal "targets-changed": the levels that it aims at, see octant-targets.h.
 */
#define OCTANT_TYPE_ASSESSMENT (octant_assessment_get_type ())
G_DECLARE_FINAL_TYPE (OctantAssessment, octant_assessment, OCTANT, ASSESSMENT, GObject)

/* @records: (element-type OctantRecord) the cycle's rows of every table, and its organisation's evidence, in any order */
OctantAssessment *octant_assessment_new   (OctantModel      *model,
                                           OctantRecord     *cycle,
                                           GPtrArray        *records);
/* Brings an act (or what an undo gave back) into memory; rows of other cycles are ignored. */
void              octant_assessment_apply (OctantAssessment *self,
                                           const OctantAct  *act);

OctantModel  *octant_assessment_get_model  (OctantAssessment *self);
OctantRecord *octant_assessment_get_cycle  (OctantAssessment *self);
const char   *octant_assessment_get_id     (OctantAssessment *self);
const char   *octant_assessment_get_title  (OctantAssessment *self);
const char   *octant_assessment_get_as_of  (OctantAssessment *self);

guint         octant_assessment_get_n_objects (OctantAssessment *self);
/* A cycle_object record, by slot. */
OctantRecord *octant_assessment_get_object    (OctantAssessment *self,
                                               guint             slot);
gboolean      octant_assessment_find_object   (OctantAssessment *self,
                                               const char       *object_id,
                                               guint            *slot);
/* 1 for an org-scoped requirement, else the number of slots. */
guint         octant_assessment_get_item_slots (OctantAssessment *self,
                                                guint             requirement);

void          octant_assessment_get_answer (OctantAssessment *self,
                                            guint             requirement,
                                            guint             slot,
                                            OctantAnswer     *answer);
/* The stored row, NULL when there is none. */
OctantRecord *octant_assessment_get_answer_record (OctantAssessment *self,
                                                   guint             requirement,
                                                   guint             slot);
/* (element-type OctantRecord) evidence records linked to the item, oldest link first. (transfer container) */
GPtrArray    *octant_assessment_list_evidence (OctantAssessment *self,
                                               guint             requirement,
                                               guint             slot);
OctantRecord *octant_assessment_get_evidence  (OctantAssessment *self,
                                               const char       *evidence_id);
/* The tailoring row of a domain or sub-domain itself, NULL when in scope. */
OctantRecord *octant_assessment_get_tailoring (OctantAssessment *self,
                                               guint             node);
/* Every row of the cycle, for deletion and export. (transfer container) (element-type OctantRecord) */
GPtrArray    *octant_assessment_list_records  (OctantAssessment *self);

/* Up to date after every apply. (transfer none) */
OctantScorer *octant_assessment_get_scorer (OctantAssessment *self,
                                            OctantReading     reading);
/* A scorer for one object alone (object profile). (transfer full) */
OctantScorer *octant_assessment_new_object_scorer (OctantAssessment *self,
                                                   guint             slot,
                                                   OctantReading     reading);
/*
 * Whose scores are looked at: NULL for all objects together. Nodes and items of the tree follow; what is
 * stored, exported and compared stays that of the whole, which octant_assessment_get_scorer() gives.
 */
void          octant_assessment_set_shown_object (OctantAssessment *self,
                                                  const char       *object_id);
/* NULL for all, and while the object is not in scope. */
const char   *octant_assessment_get_shown_object (OctantAssessment *self);
/* Its name in this cycle, (nullable). */
const char   *octant_assessment_get_shown_name   (OctantAssessment *self);
/* The same as a slot, or G_MAXUINT. */
guint         octant_assessment_get_shown_slot   (OctantAssessment *self);
/* The whole's scorer, or the object's profile with its single slot 0. (transfer none) */
OctantScorer *octant_assessment_get_shown_scorer (OctantAssessment *self,
                                                  OctantReading     reading);
guint         octant_assessment_get_shown_n_carried (OctantAssessment *self,
                                                     guint             node);
/* Answers carried over and not confirmed under a node; what is out of scope does not count. */
guint         octant_assessment_get_n_carried (OctantAssessment *self,
                                               guint             node);
/* Rows of the score cache: @nodes NULL for all. (transfer full) (element-type OctantScoreRow) */
GPtrArray    *octant_assessment_list_score_rows (OctantAssessment *self,
                                                 const guint      *nodes,
                                                 guint             n_nodes);
/* Nodes whose official result changed at the last apply. (transfer none) */
const guint  *octant_assessment_get_changed_nodes (OctantAssessment *self,
                                                   guint            *n);

/* The earlier assessment that rows and nodes compare with. (nullable) */
void              octant_assessment_set_previous (OctantAssessment *self,
                                                  OctantAssessment *previous);
OctantAssessment *octant_assessment_get_previous (OctantAssessment *self);
/* The item of the earlier cycle, in its own terms; FALSE when there is none. */
gboolean          octant_assessment_find_previous_item  (OctantAssessment *self,
                                                         guint             requirement,
                                                         guint             slot,
                                                         guint            *previous_requirement,
                                                         guint            *previous_slot);
/* Last year's answer to the same code (and the same object); FALSE when it had none. */
gboolean          octant_assessment_get_previous_answer (OctantAssessment *self,
                                                         guint             requirement,
                                                         guint             slot,
                                                         OctantAnswer     *answer);

/* (transfer none) GListModel of OctantNode: the overall node's children, the domains; each has its sub-domains. */
GListModel *octant_assessment_get_domains (OctantAssessment *self);

G_END_DECLS
