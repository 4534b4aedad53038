/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store.h"

G_BEGIN_DECLS

/**
 * OctantStoreWorker:
 *
 * Owns the store and its one thread. Jobs run in the order given; results return in the
 * caller's main context. Property "pending" (guint): commits not yet on disk. Finish by
 * octant_store_worker_close(), which drains the queue.
 */
#define OCTANT_TYPE_STORE_WORKER (octant_store_worker_get_type ())
G_DECLARE_FINAL_TYPE (OctantStoreWorker, octant_store_worker, OCTANT, STORE_WORKER, GObject)

/* Opens the store on the worker's thread. */
void               octant_store_worker_open_async  (const char          *data_dir,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
OctantStoreWorker *octant_store_worker_open_finish (GAsyncResult        *result,
                                                    GError             **error);

/* Runs on the worker's thread; returns its result or NULL with the error set. */
typedef gpointer (*OctantStoreFunc) (OctantStore  *store,
                                     gpointer      data,
                                     GCancellable *cancellable,
                                     GError      **error);
/* Takes @data; @result_free frees a result that nobody took. */
void     octant_store_worker_run_async  (OctantStoreWorker   *self,
                                         OctantStoreFunc      func,
                                         gpointer             data,
                                         GDestroyNotify       data_free,
                                         GDestroyNotify       result_free,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gpointer octant_store_worker_run_finish (OctantStoreWorker   *self,
                                         GAsyncResult        *result,
                                         GError             **error);

/* octant_store_commit() of @act, which is taken. */
void     octant_store_worker_commit_async  (OctantStoreWorker   *self,
                                            OctantAct           *act,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean octant_store_worker_commit_finish (OctantStoreWorker   *self,
                                            GAsyncResult        *result,
                                            GError             **error);

guint    octant_store_worker_get_pending (OctantStoreWorker *self);
/* Blocks until every job is done, then closes the store: for shutdown only. */
gboolean octant_store_worker_close       (OctantStoreWorker *self,
                                          GError           **error);

G_END_DECLS
