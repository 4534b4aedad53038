/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/octant-store.h"

/* What the tests of the store and of evidence share. */

#define FIXTURE_ORG "org-1"
#define FIXTURE_CYCLE "cycle-1"
#define FIXTURE_TIME "2026-01-02T03:04:05.000000Z"

/* A folder of its own for a test, removed with all that is in it. */
char         *fixture_dir_new    (void);
void          fixture_dir_free   (char *dir);

OctantStore  *fixture_open       (const char *dir);
/* Close and check that it went well. */
void          fixture_close      (OctantStore *store);
/* An organisation with two objects and a cycle of the small model. */
void          fixture_populate   (OctantStore *store);

OctantRecord *fixture_answer     (const char *cycle,
                                  const char *code,
                                  const char *rating,
                                  const char *note);
OctantAct    *fixture_rate       (OctantStore *store,
                                  const char  *code,
                                  const char  *rating,
                                  const char  *note);
/* Rates FIXTURE_CYCLE's @code; must succeed. Returns the act's seq. */
gint64        fixture_commit_rate (OctantStore *store,
                                   const char  *code,
                                   const char  *rating,
                                   const char  *note);
/* The row of the answer, NULL when there is none. (transfer full) */
OctantRecord *fixture_find_answer (OctantStore *store,
                                   const char  *code);
void          fixture_assert_rating (OctantStore *store,
                                     const char  *code,
                                     const char  *rating);
void          fixture_assert_journal_length (OctantStore *store,
                                             guint        n);
/* octant_store_check() finds nothing. */
void          fixture_assert_sound (OctantStore *store);
/* Every row of every table as one text, for comparisons. (transfer full) */
char         *fixture_dump       (OctantStore *store);
