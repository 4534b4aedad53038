/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-db-private.h"
#include "store/octant-journal-private.h"
#include "store/octant-schema-private.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

struct _OctantStore
{
  GObject parent_instance;

  char *dir;                  /* (owned) */
  char *path;                 /* (owned) octant.db */
  int lock;                   /* (owned) descriptor of the lock file, -1 when closed */
  OctantDb *db;               /* (owned) (nullable) NULL when closed, or when a failed disk closed it */
  GError *failure;            /* (owned) (nullable) why the connection must not be trusted any more */
  OctantJournalHead head;
  gboolean batch;               /* between octant_store_begin_batch() and its end */
  gboolean batch_broken;        /* one of its acts failed, and all were taken back */
  OctantJournalHead batch_head; /* before the first act of the batch */
  GQueue models;              /* (owned) OctantModel, last used first */
  const OctantSchema *schema;
};

/* As octant_store_open(), with other migrations: how the machinery is tested before there are many. */
OctantStore *octant_store_open_with_schema (const char          *data_dir,
                                            const OctantSchema  *schema,
                                            GError             **error);

/* Before reading. What was rolled back is not seen, so a failed write does not stop it. */
gboolean octant_store_ensure_readable (OctantStore  *self,
                                       GError      **error);
/* Before writing. After a failed disk it opens the connection anew: only a user's next act comes here. */
gboolean octant_store_ensure_usable (OctantStore  *self,
                                     GError      **error);
/* The disk failed in the middle of something: remember it, so that nothing goes on as if it had not. */
void     octant_store_note_failure  (OctantStore  *self,
                                     const GError *error);
/* The parsed model of @hash, stored now or before. */
void     octant_store_keep_model    (OctantStore  *self,
                                     OctantModel  *model);

/* One process at a time has the data directory. Returns the descriptor, -1 with the error set. */
int      octant_store_lock   (const char  *dir,
                              GError     **error);
void     octant_store_unlock (int          lock);

G_END_DECLS
