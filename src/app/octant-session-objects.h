/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-session.h"

G_BEGIN_DECLS

/*
 * The register of core protected objects of an institution, and which of them the open
 * assessment has in scope. The register is not part of an assessment, so it is read and
 * changed on the store's thread; the session's signal "objects-changed" says when it did,
 * also by an undo.
 */

/* What an object says of itself, as the user entered it. */
typedef struct
{
  char *name;
  char *kind;      /* an object kind of the model, or free text */
  int level;       /* 1…5 */
  int criticality; /* 1…5, 0 for the same as level */
} OctantObjectFields;

void octant_object_fields_free (OctantObjectFields *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantObjectFields, octant_object_fields_free)

/* @organisation_id: (nullable): NULL for the institution of the open assessment */
void       octant_session_list_objects_async  (OctantSession       *self,
                                               const char          *organisation_id,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* (transfer full) (element-type OctantRecord) rows of the object table, oldest first */
GPtrArray *octant_session_list_objects_finish (OctantSession       *self,
                                               GAsyncResult        *result,
                                               GError             **error);

/* The objects in the scope of an assessment, rows of the cycle_object table; the same _finish. */
void       octant_session_list_scope_async    (OctantSession       *self,
                                               const char          *cycle_id,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);

/*
 * Adds an object to the institution of the open assessment (@object NULL), changes one, or
 * removes it (@fields NULL). Takes @fields. Refused with a sentence for the user.
 */
void       octant_session_change_object_async  (OctantSession       *self,
                                                OctantRecord        *object,
                                                OctantObjectFields  *fields,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean   octant_session_change_object_finish (OctantSession       *self,
                                                GAsyncResult        *result,
                                                GError             **error);

/* @objects: (element-type OctantRecord) rows of the register that the open assessment shall have, in order */
gboolean   octant_session_set_scope       (OctantSession *self,
                                           GPtrArray     *objects,
                                           GError       **error);
/* Takes what the register says of the objects in scope into the open assessment. */
gboolean   octant_session_refresh_objects (OctantSession *self,
                                           GPtrArray     *objects,
                                           GError       **error);
/* The answer of one object to all other objects of the same requirement, in one act. */
gboolean   octant_session_copy_to_objects (OctantSession *self,
                                           OctantItem    *item);
/*
 * Whose scores the pages show: one object's, or those of all (NULL). Sets the session's property "object". What is
 * not in the scope of the open assessment is not shown.
 */
void        octant_session_set_object (OctantSession *self,
                                       const char    *object_id);
const char *octant_session_get_object (OctantSession *self);
/* TRUE for an answer of one object among several. */
gboolean   octant_session_can_copy_to_objects (OctantItem *item);

G_END_DECLS
