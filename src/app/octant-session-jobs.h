/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/* What the session asks of the store. All run on the worker's thread and return data that nobody else holds. */

/* The lists of what is there, and what undo and redo would do. */
typedef struct
{
  GPtrArray *organisations; /* (element-type OctantRecord) */
  GPtrArray *cycles;        /* (element-type OctantRecord), newest first */
  GPtrArray *scores;        /* (element-type GPtrArray of OctantScoreRow), one for each cycle */
  gboolean can_undo;
  gboolean can_redo;
} OctantSnapshot;

/* A cycle ready to be looked at. */
typedef struct
{
  OctantAssessment *assessment;
  OctantAssessment *previous; /* (nullable) */
} OctantLoadedCycle;

typedef struct
{
  gboolean redo;
  char *actor;
} OctantUndoRequest;

typedef struct
{
  OctantAct *act;
  gboolean can_undo;
  gboolean can_redo;
} OctantUndone;

typedef struct
{
  char *id; /* (nullable) */
  char *actor;
} OctantCycleRequest;

/* A new assessment as the user asks for it. */
typedef struct
{
  char *organisation_id;   /* (nullable): NULL makes a new one of the next two */
  char *organisation_name; /* (nullable) */
  char *organisation_kind; /* (nullable) */
  char *title;
  char *as_of;
  char *from_cycle; /* (nullable) */
  GStrv objects;    /* (nullable): ids of the objects in scope; NULL for all of the register */
  OctantModel *model;
  char *actor;
} OctantNewCycleRequest;

void octant_snapshot_free          (OctantSnapshot        *self);
void octant_loaded_cycle_free      (OctantLoadedCycle     *self);
void octant_undo_request_free      (OctantUndoRequest     *self);
void octant_cycle_request_free     (OctantCycleRequest    *self);
void octant_undone_free            (OctantUndone          *self);
void octant_new_cycle_request_free (OctantNewCycleRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSnapshot, octant_snapshot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantLoadedCycle, octant_loaded_cycle_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantUndone, octant_undone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantNewCycleRequest, octant_new_cycle_request_free)

/* → OctantSnapshot */
gpointer octant_job_snapshot     (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* (char *) id → OctantLoadedCycle */
gpointer octant_job_load_cycle   (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* (char *) id → OctantAssessment */
gpointer octant_job_load_one     (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* OctantUndoRequest → OctantUndone */
gpointer octant_job_undo         (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* OctantNewCycleRequest → (char *) id */
gpointer octant_job_new_cycle    (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* OctantCycleRequest → (char *) id */
gpointer octant_job_delete_cycle (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
/* nothing → not NULL when the sample was made */
gpointer octant_job_sample       (OctantStore  *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);

G_END_DECLS
