/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"

G_BEGIN_DECLS

/*
 * Builders of acts: the only place where the rules of assessing stand, shared by the
 * window and the command line. Each checks, and returns a whole act or NULL with
 * OCTANT_ASSESSMENT_ERROR_REFUSED and one sentence that says what to do. Nothing is
 * changed: apply the act to the assessment and commit it to the store. The result may be
 * empty (octant_act_is_empty()) when all is as asked already.
 *
 * The way of an act on a cycle that is open:
 *
 *   act = octant_act_rate (assessment, …);
 *   octant_assessment_apply (assessment, act);       memory first: the screen follows at once
 *   octant_act_set_scores_from (act, assessment);    the score rows that changed
 *   octant_store_commit (store, act, …);             one transaction
 *
 * Kinds: "rate", "note", "confirm", "tailor", "attach", "detach", what octant_act_rate_many()
 * is told, "add-organisation", "add-object", "new-cycle", "delete-cycle", "add-interview".
 *
 * More builders: octant-acts-applicability.h (NA for a selection), octant-acts-objects.h
 * (register of objects, scope of a cycle),
 * octant-acts-register.h (institutions, properties of a cycle), octant-targets.h,
 * octant-interview.h and octant-evidence-state.h (the library of evidence).
 */

typedef struct
{
  const char *actor; /* who does it */
  const char *time;  /* when, ISO 8601 UTC */
} OctantBy;

typedef struct
{
  guint requirement;
  guint slot;
} OctantItemRef;

/* Fills the act's score rows with what changed when @assessment applied it. */
void       octant_act_set_scores_from (OctantAct        *act,
                                       OctantAssessment *assessment);

/* @note, @reason, @approver: NULL keeps what is there; NA needs both latter, and an approver other than the actor. */
OctantAct *octant_act_rate        (OctantAssessment *assessment,
                                   OctantItemRef     item,
                                   OctantRating      rating,
                                   const char       *note,
                                   const char       *reason,
                                   const char       *approver,
                                   const OctantBy   *by,
                                   GError          **error);
OctantAct *octant_act_note        (OctantAssessment *assessment,
                                   OctantItemRef     item,
                                   const char       *note,
                                   const OctantBy   *by,
                                   GError          **error);
OctantAct *octant_act_confirm     (OctantAssessment    *assessment,
                                   const OctantItemRef *items,
                                   gsize                n_items,
                                   const OctantBy      *by,
                                   GError             **error);
/* One rating for many items (an import, a selection, copy to other objects). */
typedef struct
{
  OctantItemRef item;
  OctantRating rating;
  const char *note;     /* (nullable) */
  const char *reason;   /* (nullable) */
  const char *approver; /* (nullable) */
  gboolean keep_rating; /* TRUE: only the note is taken, the rest is left out of account */
} OctantRateRow;
OctantAct *octant_act_rate_many   (OctantAssessment    *assessment,
                                   const char          *kind,
                                   const OctantRateRow *rows,
                                   gsize                n_rows,
                                   const OctantBy      *by,
                                   GError             **error);
OctantAct *octant_act_tailor      (OctantAssessment *assessment,
                                   guint             node,
                                   gboolean          out,
                                   const char       *reason,
                                   const char       *approver,
                                   const OctantBy   *by,
                                   GError          **error);
/* @evidence: new or changed evidence records; all are linked to the item. */
OctantAct *octant_act_attach      (OctantAssessment *assessment,
                                   OctantItemRef     item,
                                   GPtrArray        *evidence,
                                   const OctantBy   *by,
                                   GError          **error);
OctantAct *octant_act_detach      (OctantAssessment *assessment,
                                   OctantItemRef     item,
                                   const char       *evidence_id,
                                   const OctantBy   *by,
                                   GError          **error);

OctantAct *octant_act_add_organisation (const char     *name,
                                        const char     *kind,
                                        const OctantBy *by,
                                        char          **id,
                                        GError        **error);
/* @level: classified-protection level 1…5; @criticality: 0 takes it from the level. */
OctantAct *octant_act_add_object  (const char     *organisation_id,
                                   const char     *name,
                                   const char     *kind,
                                   int             level,
                                   int             criticality,
                                   const OctantBy *by,
                                   char          **id,
                                   GError        **error);

typedef struct
{
  const char *organisation_id;
  const char *title;
  const char *as_of;
  OctantModel *model;
  GPtrArray *objects;     /* (nullable) (element-type OctantRecord) rows of the object table in scope;
                             NULL: those of @from, as they are recorded there, or none without @from */
  OctantAssessment *from; /* (nullable) earlier cycle to carry over from, of any model version */
} OctantNewCycle;
OctantAct *octant_act_new_cycle    (const OctantNewCycle *what,
                                    const OctantBy       *by,
                                    char                **id,
                                    GError              **error);
OctantAct *octant_act_delete_cycle (OctantAssessment *assessment,
                                    const OctantBy   *by);
OctantAct *octant_act_add_interview (OctantAssessment *assessment,
                                     const char       *person,
                                     const char       *role,
                                     const char       *held_on,
                                     const char       *minutes,
                                     const OctantBy   *by,
                                     char            **id,
                                     GError          **error);

G_END_DECLS
