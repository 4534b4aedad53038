/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/* Options that every command has. */
extern const OctantCliOption octant_cli_global_options[];

/* Fills @cli from the command line; cli->command stays NULL when no command was given. */
gboolean octant_cli_parse        (OctantCli  *cli,
                                  int         argc,
                                  char      **argv,
                                  GError    **error);
/* The value of --lang if the arguments have one, found before anything can be said. */
const char *octant_cli_peek_language (int    argc,
                                      char **argv);
void     octant_cli_help         (OctantCli  *cli);
void     octant_cli_command_help (OctantCli  *cli);

G_END_DECLS
