/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantEvidenceDrag:
 *
 * Pieces of the library on their way by drag and drop, inside the application.
 */
#define OCTANT_TYPE_EVIDENCE_DRAG (octant_evidence_drag_get_type ())
typedef struct _OctantEvidenceDrag OctantEvidenceDrag;

GType               octant_evidence_drag_get_type    (void);
OctantEvidenceDrag *octant_evidence_drag_copy        (OctantEvidenceDrag       *self);
void                octant_evidence_drag_free        (OctantEvidenceDrag       *self);
const char *const  *octant_evidence_drag_get_ids     (const OctantEvidenceDrag *self);

/* What a drag source offers. (transfer full) */
GdkContentProvider *octant_evidence_drag_new_content (const char *const *evidence_ids);
/* What is under the pointer meanwhile. @title: of the piece, when it is one */
void                octant_evidence_drag_set_icon    (GdkDrag           *drag,
                                                      const char        *title,
                                                      guint              n_pieces);
/* For what takes pieces of the library as well as files. (transfer full) */
GtkEventController *octant_evidence_drag_new_target  (void);

/* What an action is to open for @widget; NULL for nothing. */
typedef const char *(*OctantSpringFunc) (GtkWidget *widget);

/*
 * Makes @widget spring-loaded: a drag that rests on it, of whatever, activates @action, so
 * that what it leads to is there to drop on.
 */
void                octant_spring_install            (GtkWidget         *widget,
                                                      const char        *action,
                                                      OctantSpringFunc   get_target);

G_END_DECLS
