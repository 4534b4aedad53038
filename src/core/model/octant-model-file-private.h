/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model-faults-private.h"

G_BEGIN_DECLS

/* A regular file of at most OCTANT_MODEL_MAX_BYTES; NULL with @error, and a fault when the file can be no document. */
GBytes   *octant_model_file_read  (const char      *path,
                                   GPtrArray      **faults,
                                   GError         **error);
/* The tree of a document that passed the scan; NULL with faults. */
JsonNode *octant_model_file_parse (GBytes          *bytes,
                                   OctantFaultList *faults);
/*
 * Closes a validation: the faults, in order, go to the caller when wanted. FALSE with @error
 * set when there were any; @what says what the document should have been.
 */
gboolean  octant_model_file_conclude (OctantFaultList *list,
                                      JsonNode        *root,
                                      const char      *what,
                                      GPtrArray      **faults,
                                      GError         **error);

G_END_DECLS
