/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/* A sample while it is made. */
typedef struct
{
  OctantStore *store;
  OctantModel *model;
  GCancellable *cancellable;
  GKeyFile *plan;           /* (owned) */
  GPtrArray *answers;       /* (owned) rows of answers.tsv */
  GHashTable *notes;        /* (owned) "year code object" → text */
  char *actor;              /* (owned) */
  char *approver;           /* (owned) */
  GDateTime *clock;         /* (owned) when the next act happened */
  char *time;               /* (owned) */
  char *org_id;             /* (owned) */
  GHashTable *objects;      /* (owned) object key → id */
  GHashTable *na;           /* (owned) "code" or "code@object" → reason */
} OctantSample;

/* When and by whom the next act happens. Valid until the next call. */
OctantBy   octant_sample_next_act        (OctantSample *sample);
/* Takes @act, which may be NULL with @error set. @assessment: (nullable): to be kept up with the act. */
gboolean   octant_sample_commit          (OctantSample     *sample,
                                          OctantAssessment *assessment,
                                          OctantAct        *act,
                                          GError          **error);
/* The item of a requirement and an object key; FALSE when this cycle or model has none. */
gboolean   octant_sample_find_item       (OctantSample     *sample,
                                          OctantAssessment *assessment,
                                          const char       *code,
                                          const char       *key,
                                          OctantItemRef    *item);
/* The interviews of a year, what was said in them, and what the assessor settled. */
gboolean   octant_sample_hold_interviews (OctantSample     *sample,
                                          OctantAssessment *assessment,
                                          int               year,
                                          GError          **error);

/* The files of data/sample, which stand in the library. */
GKeyFile  *octant_sample_load_plan  (void);
/* Rows of @n_columns cells; comments and empty lines left out. (transfer full) (element-type GStrv) */
GPtrArray *octant_sample_load_table (const char *name,
                                     guint       n_columns);
/* Writes an evidence file under its original name into @folder, which is created. */
GFile     *octant_sample_extract    (const char *file,
                                     const char *name,
                                     const char *folder,
                                     GError    **error);

G_END_DECLS
