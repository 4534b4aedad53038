/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes: either a model, or a list of faults. Links with libFuzzer, or with fuzz-main.c. */

#include "config.h"

#include <stdint.h>

#include "model/octant-model.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, &faults, &error);

  if (faults == NULL || (model == NULL) != (faults->len > 0) || (model == NULL) != (error != NULL))
    g_error ("A refusal without a fault, or a fault without a refusal");
  for (guint i = 0; i < faults->len; i++)
    {
      const OctantModelFault *fault = g_ptr_array_index (faults, i);

      if (!g_utf8_validate (fault->pointer, -1, NULL) || !g_utf8_validate (fault->message, -1, NULL))
        g_error ("A fault that cannot be shown");
    }
  return 0;
}
