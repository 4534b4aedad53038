/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "octant-session.h"

G_BEGIN_DECLS

/* What every export does around its own writing: asks for a file, and tells how it went. */

typedef struct
{
  const char *title;              /* of the dialog */
  const char *name;               /* proposed; what would lead out of the folder is replaced */
  const char *kind;               /* name of the filter */
  const char *const *suffixes;    /* NULL-terminated */
  const char *suffix;             /* one of them: for a name that ends in none */
} OctantFileQuestion;

typedef void (*OctantFileChosenFunc) (const char *path,
                                      gpointer    user_data);

/**
 * octant_file_export_ask:
 * @parent: (nullable): window that the dialog belongs to
 * @chosen: called with the path, unless nothing was chosen
 * @destroy: frees @user_data in either case
 */
void octant_file_export_ask  (GtkWindow                *parent,
                              const OctantFileQuestion *question,
                              OctantFileChosenFunc      chosen,
                              gpointer                  user_data,
                              GDestroyNotify            destroy);
/* (transfer full): why a file was not written, and what to do */
char *octant_file_export_describe (const GError *error);
/**
 * octant_file_export_tell:
 * @failure: (nullable) (transfer full): why @path was not written, as a sentence; NULL when it was
 *
 * Tells it by the session's notice.
 */
void octant_file_export_tell (OctantSession            *session,
                              const char               *path,
                              char                     *failure);

G_END_DECLS
