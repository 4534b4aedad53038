/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

int
main (int    argc,
      char **argv)
{
  return octant_cli_run (argc, argv);
}
