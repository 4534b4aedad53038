/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OCTANT_EXCHANGE_ERROR (octant_exchange_error_quark ())

typedef enum
{
  OCTANT_EXCHANGE_ERROR_INVALID, /* what came from outside is not what it should be */
} OctantExchangeError;

GQuark octant_exchange_error_quark (void);

/* No file that is read whole is larger. */
#define OCTANT_EXCHANGE_MAX_BYTES (64 * 1024 * 1024)

/* A fault in a file from outside. */
typedef struct
{
  guint line;    /* counted from 1; 0 for the file as a whole */
  char *message; /* (owned) one English sentence */
} OctantFault;

void octant_fault_free (OctantFault *fault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantFault, octant_fault_free)

/* The whole content of a regular file of at most OCTANT_EXCHANGE_MAX_BYTES. (transfer full) */
GBytes *octant_exchange_read_file (const char *path,
                                   GError    **error);

G_END_DECLS
