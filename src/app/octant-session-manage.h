/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"

G_BEGIN_DECLS

/*
 * Institutions, and what an assessment says of itself. Each change is one act: journalled,
 * and undone as one. All finish by octant_session_manage_finish().
 */

/* NULL keeps what is there. */
void     octant_session_edit_institution_async   (OctantSession       *self,
                                                  const char          *id,
                                                  const char          *name,
                                                  const char          *kind,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
/* With all its assessments. Its evidence files stay, so that undo brings back everything. */
void     octant_session_delete_institution_async (OctantSession       *self,
                                                  const char          *id,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
/* NULL keeps what is there; "" takes the assessor away. */
void     octant_session_edit_cycle_async         (OctantSession       *self,
                                                  const char          *id,
                                                  const char          *title,
                                                  const char          *as_of,
                                                  const char          *assessor,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
/* Whether another one than @except_id (nullable) is called that: what is to be told apart needs a name of its own. */
gboolean octant_session_has_institution          (OctantSession       *self,
                                                  const char          *name,
                                                  const char          *except_id);
gboolean octant_session_has_cycle                (OctantSession       *self,
                                                  const char          *organisation_id,
                                                  const char          *title,
                                                  const char          *except_id);
gboolean octant_session_manage_finish            (OctantSession       *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);
/* Shows everything anew, in the language of model texts that was chosen since. */
void     octant_session_refresh                  (OctantSession       *self);

G_END_DECLS
