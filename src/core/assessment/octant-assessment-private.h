/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-tree-private.h"

G_BEGIN_DECLS

/*
 * Rows lie where they are needed: an answer and its evidence links at their item, a
 * tailoring at its node. Items are numbered requirement by requirement, slot by slot, so
 * that a change costs a look-up of the code and of the object, nothing else. Rows that
 * model or objects do not know are kept aside: they do not count, but are not lost in
 * an export or a deletion either.
 *
 * A change of the objects in scope renumbers the slots; then what lies at the items moves with them, and everything is
 * scored anew.
 */
typedef struct
{
  OctantRecord *answer; /* (owned) (nullable) */
  GPtrArray *links;     /* (owned) (nullable) (element-type OctantRecord): oldest first */
  GPtrArray *said;      /* (owned) (nullable) (element-type OctantRecord): interview answers, by interview id */
  OctantRecord *settlement; /* (owned) (nullable) */
} OctantAssessmentItem;

typedef struct
{
  guint requirement;
  guint slot;
} OctantAssessmentRef;

typedef struct
{
  OctantRecord *record; /* (owned) (nullable): NULL while only links are known */
  GArray *items;        /* (owned) (element-type OctantAssessmentRef): where it is linked */
  /* Found out at the first use for the record and the date of the assessment: many answers ask for the same. */
  gboolean judged;
  OctantEvidenceState state;
  int strength;
  int age; /* months from collection to that date; -1: undated, not yet collected, or no longer valid then */
} OctantAssessmentEvidence;

struct _OctantAssessment
{
  GObject parent_instance;

  OctantModel *model;    /* (owned) */
  OctantRecord *cycle;   /* (owned) */
  GPtrArray *objects;    /* (owned) (element-type OctantRecord): by position */
  GHashTable *slots;     /* (owned): object id → slot + 1 */
  guint *first_item;     /* (owned): by requirement, one more than there are */
  OctantAssessmentItem *items;           /* (owned) */
  OctantRecord **tailoring; /* (owned) (element-type OctantRecord): by node */
  OctantRecord **targets; /* (owned) (element-type OctantRecord): by node */
  GHashTable *evidence;  /* (owned) (element-type OctantAssessmentEvidence): by id */
  GPtrArray *interviews; /* (owned) (element-type OctantRecord) */
  GPtrArray *loose;      /* (owned) (element-type OctantRecord) */
  guint *n_carried;      /* (owned): by sub-domain */
  OctantScorer *scorers[2]; /* (owned) (nullable): official and claimed; NULL while loading */
  OctantScorer *backed;       /* (owned) (nullable): made at its first use */
  OctantScorer *backed_shown; /* (owned) (nullable): its profile of the object that is shown, made anew after a change */

  char *shown_object;             /* (owned) (nullable): id of the object whose scores are looked at */
  guint shown_slot;               /* G_MAXUINT for all, and while it is not in scope */
  OctantScorer *shown_scorers[2]; /* (owned) (nullable): its profile; NULL for all, and while it is not in scope */
  GArray *shown_nodes;            /* (owned) (element-type guint): changed in it by the last apply */

  GArray *touched;       /* (owned) (element-type OctantAssessmentRef): items changed by the running apply */
  GArray *changed_nodes; /* (owned) (element-type guint) */
  gboolean structure_changed;
  gboolean counts_changed;
  gboolean interviews_changed;
  gboolean evidence_changed;
  gboolean targets_changed;

  OctantAssessment *previous; /* (owned) (nullable) */
  guint *previous_requirements; /* (owned) (nullable): by requirement, G_MAXUINT for none */
  gulong previous_handler;

  OctantTree *tree;      /* (owned) (nullable) */
};

void     octant_assessment_evidence_free (OctantAssessmentEvidence *evidence);
/* TRUE for rows of this cycle, and for evidence of its organisation. */
gboolean octant_assessment_owns       (OctantAssessment   *self,
                                       const OctantRecord *record);
/* Puts one row at its place, or takes it away. Objects are octant_assessment_load()'s. */
void     octant_assessment_put_row    (OctantAssessment   *self,
                                       OctantRecord       *record,
                                       gboolean            present);
/* Takes the row with the key of @record out of @rows; FALSE when there is none. */
gboolean octant_assessment_remove_row (GPtrArray          *rows,
                                       const OctantRecord *record);
/* Everything anew from @rows; every node counts as changed. */
void     octant_assessment_load       (OctantAssessment   *self,
                                       const GPtrArray    *rows);
/* Brings in @act, which changes the objects in scope; every node counts as changed. */
void     octant_assessment_change_objects (OctantAssessment *self,
                                           const OctantAct  *act);
/* octant-assessment-slots.c */
void       octant_assessment_number_items (OctantAssessment *self);
GPtrArray *octant_assessment_move_items   (OctantAssessment *self,
                                           const OctantAct  *act);
/* All but what is known of the organisation's evidence, which no load changes. */
void     octant_assessment_clear_rows (OctantAssessment   *self);

/* A scorer for the model and the objects, without answers. */
OctantScorer *octant_assessment_new_scorer      (OctantAssessment   *self);
void          octant_assessment_feed_confidence (OctantAssessment *self,
                                                 OctantScorer     *scorer,
                                                 guint             requirement,
                                                 guint             slot);
/* octant-backing.c */
void          octant_assessment_feed_backed           (OctantAssessment *self,
                                                       guint             requirement,
                                                       guint             slot);
void          octant_assessment_feed_backed_tailoring (OctantAssessment *self,
                                                       guint             node);
void          octant_assessment_update_backed         (OctantAssessment *self);
void          octant_assessment_clear_backed          (OctantAssessment *self);
OctantScorer *octant_assessment_get_backed            (OctantAssessment *self);
OctantScorer *octant_assessment_get_backed_shown      (OctantAssessment *self);

/* What lies at an item. */
OctantAssessmentItem *octant_assessment_get_item (OctantAssessment *self,
                                                  guint             requirement,
                                                  guint             slot);
OctantRating   octant_answer_record_rating     (const OctantRecord *answer);
gboolean       octant_answer_record_carried    (const OctantRecord *answer);
OctantFraction octant_cycle_object_criticality (const OctantRecord *object);
void           octant_assessment_feed_rating   (OctantAssessment *self,
                                                OctantScorer     *scorer,
                                                OctantReading     reading,
                                                guint             requirement,
                                                guint             slot,
                                                guint             to_slot);
void           octant_assessment_find_best_evidence (OctantAssessment *self,
                                                     guint             requirement,
                                                     guint             slot,
                                                     int              *strength,
                                                     int              *age_months);

/* What is known of a piece of evidence, judged. (transfer none) (nullable): NULL when it is not there */
const OctantAssessmentEvidence *octant_assessment_judge_evidence (OctantAssessment *self,
                                                                  const char       *evidence_id);

/* Of the object that is shown: after a load, and what a change brings to its profile. */
void     octant_assessment_make_shown           (OctantAssessment *self);
void     octant_assessment_clear_shown          (OctantAssessment *self);
void     octant_assessment_feed_shown_rating    (OctantAssessment *self,
                                                 guint             requirement,
                                                 guint             slot);
void     octant_assessment_feed_shown_evidence  (OctantAssessment *self,
                                                 guint             requirement,
                                                 guint             slot,
                                                 int               strength,
                                                 int               age_months);
void     octant_assessment_feed_shown_tailoring (OctantAssessment *self,
                                                 guint             node);
void     octant_assessment_update_shown         (OctantAssessment *self);

/* Made at the first use: an assessment that is only compared or exported needs none. */
OctantTree *octant_assessment_get_tree (OctantAssessment *self);
/* FALSE for a retired requirement, which is neither rated nor scored. */
gboolean    octant_assessment_counts   (OctantAssessment *self,
                                        guint             requirement);
/* TRUE when the node or its domain is out of scope. */
gboolean    octant_assessment_is_out   (OctantAssessment *self,
                                        guint             node);
/* The node that a row of the target table is about; FALSE when the model does not have it. */
gboolean    octant_assessment_find_target_node (OctantAssessment *self,
                                                const char       *code,
                                                guint            *node);
/* The object id that answers of this item are stored with: "" for the institution. */
const char *octant_assessment_get_object_id (OctantAssessment *self,
                                             guint             requirement,
                                             guint             slot);
/* The item of a stored answer or link; FALSE when model or objects do not have it. */
gboolean    octant_assessment_find_item (OctantAssessment *self,
                                         const char       *code,
                                         const char       *object_id,
                                         guint            *requirement,
                                         guint            *slot);

G_END_DECLS
