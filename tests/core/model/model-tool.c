/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For check-schema.py: says of each file whether the validator takes it, and its hash then. */

#include "config.h"

#include "model/octant-model.h"

int
main (int   argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (OctantModel) model = octant_model_new_from_file (argv[i], &faults, NULL);

      g_print ("%s\n", model != NULL ? octant_model_get_hash (model) : "refused");
    }
  return 0;
}
