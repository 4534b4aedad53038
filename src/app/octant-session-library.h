/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "evidence/octant-evidence.h"
#include "octant-session.h"

G_BEGIN_DECLS

/* What the session does with the evidence of the institution as a whole. */

/* Files, or a picture, copied in on another thread; see octant_session_attach(). */
void     octant_session_add_evidence    (OctantSession *self,
                                         GPtrArray     *files);
void     octant_session_attach_texture  (OctantSession *self,
                                         OctantItem    *item,
                                         GdkTexture    *texture);
/*
 * Every piece of the library to every item, linked in one act; an item that stands for several objects means all of
 * them. @items: (element-type OctantItem). FALSE when there was nothing to link; a notice says so.
 */
gboolean octant_session_attach_existing (OctantSession     *self,
                                         GPtrArray         *items,
                                         const char *const *evidence_ids);
/* See octant_act_edit_evidence(). */
gboolean octant_session_edit_evidence   (OctantSession *self,
                                         const char    *evidence_id,
                                         const char    *title,
                                         const char    *source,
                                         const char    *collected_on,
                                         const char    *valid_until,
                                         int            strength,
                                         GError       **error);
/* Out of the library and away from every requirement of every assessment, in one act. */
void     octant_session_remove_evidence (OctantSession     *self,
                                         const char *const *evidence_ids);

/* Where a piece is linked, in all assessments. */
void       octant_session_list_links_async  (OctantSession       *self,
                                             const char          *evidence_id,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* (transfer full) (element-type OctantRecord) */
GPtrArray *octant_session_list_links_finish (OctantSession       *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* Recomputes the hash of every stored file beside everything else; @progress comes on the main thread. */
void       octant_session_verify_async  (OctantSession       *self,
                                         OctantProgress       progress,
                                         gpointer             progress_data,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* (transfer full) (element-type OctantEvidenceFault) */
GPtrArray *octant_session_verify_finish (OctantSession       *self,
                                         GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
