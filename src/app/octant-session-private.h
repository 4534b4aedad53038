/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session-search.h"

G_BEGIN_DECLS

struct _OctantSession
{
  GObject parent_instance;

  char *data_dir; /* (owned) */
  char *actor;    /* (owned) */
  char *wanted;   /* (owned) (nullable): id of the cycle to open first */
  OctantStoreWorker *worker; /* (owned) (nullable) */
  OctantWriteQueue *queue;   /* (owned) (nullable) */
  gboolean opening;          /* the worker is on its way */
  OctantSessionState state;
  char *error_message;      /* (owned) (nullable) */
  GPtrArray *organisations; /* (owned) (nullable) */
  char *institution;        /* (owned) (nullable) */
  GListStore *cycles;       /* (owned) */
  OctantAssessment *assessment; /* (owned) (nullable) */
  OctantAssessment *previous;   /* (owned) (nullable) */
  OctantNode *node; /* (owned) (nullable) */
  OctantItem *item; /* (owned) (nullable) */
  char *object;     /* (owned) (nullable): id of the protected object whose scores are looked at */
  OctantRequirementFilter *filter; /* (owned) */
  OctantSearcher *searcher; /* (owned) (nullable): from the first search on */
  gboolean can_undo;
  gboolean can_redo;
  guint load_serial; /* which of several loads under way is wanted */
  guint n_acts;      /* carried out on what is on screen */
  GPtrArray *left;   /* (owned) (element-type OctantAssessment): not shown any more */
  guint left_source; /* lets them go, 0 for none */

  GCancellable *import; /* (owned) (nullable): while files are copied in */
  double import_progress;
};

void octant_session_set_history_private  (OctantSession *self,
                                          gboolean       can_undo,
                                          gboolean       can_redo);
void octant_session_set_import_private   (OctantSession *self,
                                          GCancellable  *cancellable,
                                          double         progress);
void octant_session_set_loading_private  (OctantSession *self);
void octant_session_reload_private       (OctantSession *self,
                                          const char    *open_id);
/* Lets the words be kept that are being typed, as long as there is an assessment to keep them in. */
void octant_session_leave_private        (OctantSession *self);
void octant_session_notice_private       (OctantSession *self,
                                          const char    *message,
                                          gboolean       undoable);
/* The items that @item stands for: itself, or one for each object. @refs: (element-type OctantItemRef) */
void octant_session_add_refs_private     (GArray        *refs,
                                          OctantItem    *item);
/* Evidence belongs to the institution: the assessment before the open one, which it is compared with, follows it too. */
void octant_session_apply_private        (OctantSession   *self,
                                          const OctantAct *act);
/* After another assessment, or other objects in its scope: shows the object there, or all when it is not there. */
void octant_session_follow_object_private (OctantSession *self);
/* Brings an act on screen and queues it. Takes @act. */
void octant_session_carry_out_private    (OctantSession *self,
                                          OctantAct     *act);

/* The same when there is an act; without one the user is told. @error: why there is none. Returns whether there was. */
gboolean octant_session_try_private (OctantSession *self,
                                     OctantAct     *act,
                                     GError *const *error);

G_END_DECLS
