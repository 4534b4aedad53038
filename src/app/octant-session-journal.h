/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"

G_BEGIN_DECLS

/* The journal as the window reads it, on the worker's thread. */

/*
 * Entries between @above and @below (0 for no end), newest first. With @code: only those that
 * changed it in the open assessment.
 */
void       octant_session_list_journal_async  (OctantSession       *self,
                                               gint64               above,
                                               gint64               below,
                                               const char          *code,
                                               guint                limit,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* (transfer full) (element-type OctantJournalLine) */
GPtrArray *octant_session_list_journal_finish (OctantSession       *self,
                                               GAsyncResult        *result,
                                               GError             **error);
/* Everybody who stands in the journal, sorted: (transfer full). */
void       octant_session_list_journal_people_async  (OctantSession       *self,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
char     **octant_session_list_journal_people_finish (OctantSession       *self,
                                                      GAsyncResult        *result,
                                                      GError             **error);
/* Recomputes the chain of the journal. */
void       octant_session_verify_journal_async  (OctantSession       *self,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* FALSE with the first bad entry in @error; @n_entries: (out): how many were checked. */
gboolean   octant_session_verify_journal_finish (OctantSession       *self,
                                                 GAsyncResult        *result,
                                                 gint64              *n_entries,
                                                 GError             **error);

G_END_DECLS
