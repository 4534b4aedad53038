/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model.h"

G_BEGIN_DECLS

/**
 * OctantModelEntry:
 *
 * One model that can be chosen for a new cycle: shipped with the program, or installed by
 * the user in the folder `models` of the data directory.
 */
typedef struct
{
  char *id;         /* (owned) */
  char *version;    /* (owned) */
  OctantText title; /* (owned) */
  char *path;       /* (owned) */
  char *hash;       /* (owned) */
  gboolean shipped;
} OctantModelEntry;

void octant_model_entry_free (OctantModelEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantModelEntry, octant_model_entry_free)

/* The folder of the shipped models: OCTANT_MODEL_DIR, or where the program was installed. */
const char *octant_model_library_get_shipped_folder (void);

/* All below read and write files: not for the main thread of a window. */

/* (transfer container) (element-type OctantModelEntry): by id, the highest version first. data_dir may be NULL. */
GPtrArray   *octant_model_library_list    (const char  *data_dir);
OctantModel *octant_model_library_find    (const char  *data_dir,
                                           const char  *name,
                                           GError     **error);
OctantModelEntry *octant_model_library_install (const char  *data_dir,
                                                const char  *path,
                                                GPtrArray  **faults,
                                                GError     **error);
gboolean     octant_model_library_remove  (const char  *data_dir,
                                           const char  *name,
                                           GError     **error);

/* Compares two versions "1.10.0" by their numbers: -1, 0 or 1. */
int octant_model_version_compare (const char *a,
                                  const char *b);

G_END_DECLS
