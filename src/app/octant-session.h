/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-node.h"
#include "octant-cycle-item.h"
#include "octant-requirement-filter.h"
#include "octant-session-jobs.h"
#include "octant-write-queue.h"

G_BEGIN_DECLS

typedef enum
{
  OCTANT_SESSION_LOADING,
  OCTANT_SESSION_EMPTY, /* no assessment yet */
  OCTANT_SESSION_READY,
  OCTANT_SESSION_ERROR, /* the data could not be opened; see error-message */
} OctantSessionState;

/**
 * OctantSession:
 *
 * What the user looks at, and the one way by which the window changes anything: an act is
 * built, applied to the assessment on screen, and written behind it. Main thread only; all
 * reading and writing of files happens on other threads.
 *
 * Properties: state (int of OctantSessionState), error-message (why the data could not be
 * opened), institution, cycles (GListModel of OctantCycleItem, newest first), assessment,
 * previous, node (selected OctantNode), item (selected OctantItem), object (id of the protected object
 * whose scores are looked at, "" for all; forgotten with the session), save-state (int of
 * OctantSaveState), save-error (what to show while saving fails), can-undo, can-redo,
 * importing, import-progress (0…1).
 *
 * Signal "leaving": the assessment on screen is about to be read anew or to give way to another one: who holds words that
 * are not kept yet keeps them now.
 * Signal "acted": something is done, undone or done again from now on, before its notice.
 * Signal "notice" (message, undoable): one sentence for a toast.
 * Signal "objects-changed": the register of protected objects of an institution changed.
 * Signal "item-evidence-changed" is the assessment's "item-changed".
 */
#define OCTANT_TYPE_SESSION (octant_session_get_type ())
G_DECLARE_FINAL_TYPE (OctantSession, octant_session, OCTANT, SESSION, GObject)

/* @data_dir: (nullable): NULL for the default place */
OctantSession     *octant_session_new               (const char    *data_dir);
/* The assessment to open first instead of the newest, when it is there. */
void               octant_session_set_wanted        (OctantSession *self,
                                                     const char    *id);
/* Who answers; empty or NULL for the user who is logged in. */
void               octant_session_set_actor         (OctantSession *self,
                                                     const char    *name);
/* Opens the data and the wanted or newest assessment; again after an error. */
void               octant_session_open              (OctantSession *self);
const char        *octant_session_get_data_dir      (OctantSession *self);
const char        *octant_session_get_actor         (OctantSession *self);
OctantSessionState octant_session_get_state         (OctantSession *self);
const char        *octant_session_get_error_message (OctantSession *self);
const char        *octant_session_get_institution   (OctantSession *self);
/* (element-type OctantRecord) organisation rows (transfer none) (nullable) */
GPtrArray         *octant_session_get_organisations (OctantSession *self);
GListModel        *octant_session_get_cycles        (OctantSession *self);
OctantCycleItem   *octant_session_find_cycle        (OctantSession *self,
                                                     const char    *id);
/* (nullable) */
OctantAssessment  *octant_session_get_assessment    (OctantSession *self);
OctantAssessment  *octant_session_get_previous      (OctantSession *self);

OctantNode        *octant_session_get_node          (OctantSession *self);
void               octant_session_set_node          (OctantSession *self,
                                                     OctantNode    *node);
OctantItem        *octant_session_get_item          (OctantSession *self);
void               octant_session_set_item          (OctantSession *self,
                                                     OctantItem    *item);
/* By code; NULL when the assessment has no such thing. (transfer none) */
OctantNode        *octant_session_find_node         (OctantSession *self,
                                                     const char    *code);
OctantItem        *octant_session_find_item         (OctantSession *self,
                                                     const char    *code);

/* Which requirements are looked at; the same for tree and list. (transfer none) */
OctantRequirementFilter *octant_session_get_filter   (OctantSession *self);

OctantSaveState    octant_session_get_save_state    (OctantSession *self);
const char        *octant_session_get_save_error    (OctantSession *self);
gboolean           octant_session_get_can_undo      (OctantSession *self);
gboolean           octant_session_get_can_redo      (OctantSession *self);
void               octant_session_retry             (OctantSession *self);

/* Acts. Each is on screen when the call returns and on disk when save-state says so. An item that stands for
 * several objects is rated and confirmed in all of them. */
/* FALSE where nothing is rated: an item out of scope, or none of the open assessment */
gboolean octant_session_is_in_scope  (OctantSession *self,
                                      OctantItem    *item);
gboolean octant_session_rate         (OctantSession *self,
                                      OctantItem    *item,
                                      OctantRating   rating);
gboolean octant_session_rate_na      (OctantSession *self,
                                      OctantItem    *item,
                                      const char    *reason,
                                      const char    *approver,
                                      GError       **error);
gboolean octant_session_note         (OctantSession *self,
                                      OctantItem    *item,
                                      const char    *note);
gboolean octant_session_confirm      (OctantSession *self,
                                      OctantItem    *item);
gboolean octant_session_detach       (OctantSession *self,
                                      OctantItem    *item,
                                      const char    *evidence_id);
/* @files: GListModel of GFile, or GSList of GFile; copied in on another thread, then linked in one act. */
void     octant_session_attach       (OctantSession *self,
                                      OctantItem    *item,
                                      GPtrArray     *files);
void     octant_session_cancel_import (OctantSession *self);
/* A read-only copy under the original name, for other applications. */
void     octant_session_export_evidence_async  (OctantSession       *self,
                                                OctantRecord        *evidence,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GFile   *octant_session_export_evidence_finish (OctantSession       *self,
                                                GAsyncResult        *result,
                                                GError             **error);
void     octant_session_undo         (OctantSession *self);
void     octant_session_redo         (OctantSession *self);

void     octant_session_open_cycle    (OctantSession *self,
                                       const char    *id);
void     octant_session_delete_cycle  (OctantSession *self,
                                       const char    *id);
void     octant_session_create_sample (OctantSession *self);
/* Takes @request; on success the new cycle is opened. */
void     octant_session_new_cycle_async  (OctantSession         *self,
                                          OctantNewCycleRequest *request,
                                          GAsyncReadyCallback    callback,
                                          gpointer               user_data);
gboolean octant_session_new_cycle_finish (OctantSession         *self,
                                          GAsyncResult          *result,
                                          GError               **error);
/* Models that can be assessed against: shipped ones and the user's. */
void       octant_session_list_models_async  (OctantSession       *self,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* (transfer full) (element-type OctantModel) */
GPtrArray *octant_session_list_models_finish (OctantSession       *self,
                                              GAsyncResult        *result,
                                              GError             **error);
/* Another cycle to look at beside the open one, as for a comparison. */
void              octant_session_load_assessment_async  (OctantSession       *self,
                                                         const char          *id,
                                                         GAsyncReadyCallback  callback,
                                                         gpointer             user_data);
OctantAssessment *octant_session_load_assessment_finish (OctantSession       *self,
                                                         GAsyncResult        *result,
                                                         GError             **error);
/* Nothing is on its way to the disk. */
gboolean octant_session_is_settled (OctantSession *self);
/* Drains the writer and closes the data; blocks, for shutdown. */
void     octant_session_close      (OctantSession *self);

G_END_DECLS
