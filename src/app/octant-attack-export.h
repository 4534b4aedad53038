/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/octant-attack.h"
#include "octant-session.h"

G_BEGIN_DECLS

/* Layers of the ATT&CK Navigator, written on another thread. */

/* Asks for a name, then writes; says by a toast what came of it. @name_institution: the layer says whose it is */
void     octant_attack_export_ask    (OctantSession      *session,
                                      OctantAttack       *attack,
                                      gboolean            name_institution,
                                      GtkWindow          *parent);
/* The open assessment as it is on disk; nobody else holds what is read, so it may change threads. */
void     octant_attack_export_async  (OctantSession      *session,
                                      OctantAttack       *attack,
                                      gboolean            name_institution,
                                      const char         *path,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean octant_attack_export_finish (GAsyncResult       *result,
                                      GError            **error);

/* Reads the shipped map. */
void          octant_attack_load_async  (GAsyncReadyCallback callback,
                                         gpointer            user_data);
OctantAttack *octant_attack_load_finish (GAsyncResult       *result,
                                         GError            **error);

G_END_DECLS
