/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes: either a map of ATT&CK, or an error. Links with libFuzzer, or with fuzz-main.c. */

#include "config.h"

#include <stdint.h>

#include "model/octant-attack.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAttack) attack = octant_attack_new_from_bytes (bytes, &error);

  if ((attack == NULL) != (error != NULL))
    g_error ("A refusal without an error, or an error without a refusal");
  return 0;
}
