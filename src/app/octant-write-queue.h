/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store-worker.h"

G_BEGIN_DECLS

typedef enum
{
  OCTANT_SAVE_STATE_SAVED,
  OCTANT_SAVE_STATE_SAVING,
  OCTANT_SAVE_STATE_FAILED,
} OctantSaveState;

/**
 * OctantWriteQueue:
 *
 * The acts that are on screen and not yet on disk, in order. One write is under way at a
 * time; a failed one stays at the head, and nothing behind it is tried before it, so what
 * reaches the disk is always a beginning of what the user did.
 *
 * Properties: save-state (int of OctantSaveState), error-message (nullable).
 * Signal "conflict" (message): the head can never be written and was dropped with all behind it.
 * Signal "queued": something that writes is on its way. Signal "written": an act reached the disk.
 */
#define OCTANT_TYPE_WRITE_QUEUE (octant_write_queue_get_type ())
G_DECLARE_FINAL_TYPE (OctantWriteQueue, octant_write_queue, OCTANT, WRITE_QUEUE, GObject)

OctantWriteQueue *octant_write_queue_new        (OctantStoreWorker   *worker);
void              octant_write_queue_commit     (OctantWriteQueue    *self,
                                                 OctantAct           *act);
/* A job that has to see everything before it on disk. Fails at once with the queue's error when that failed.
 * @writes: whether save-state speaks of it. */
void              octant_write_queue_run_async  (OctantWriteQueue    *self,
                                                 gboolean             writes,
                                                 OctantStoreFunc      func,
                                                 gpointer             data,
                                                 GDestroyNotify       data_free,
                                                 GDestroyNotify       result_free,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gpointer          octant_write_queue_run_finish (OctantWriteQueue    *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
void              octant_write_queue_retry      (OctantWriteQueue    *self);
/* Hands everything that waits to the worker at once, for it to finish before it is closed: for shutdown only. */
void              octant_write_queue_drain      (OctantWriteQueue    *self);
OctantSaveState   octant_write_queue_get_state  (OctantWriteQueue    *self);
const char       *octant_write_queue_get_error  (OctantWriteQueue    *self);
guint             octant_write_queue_get_length (OctantWriteQueue    *self);

G_END_DECLS
