/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include "octant-cli-i18n.h"
#include "octant-cli-models.h"
#include "sample/octant-sample.h"

static gboolean
run_demo (OctantCli *cli,
          GError   **error)
{
  g_autoptr (OctantModel) model = octant_cli_find_model (cli, NULL, error);

  if (model == NULL || !octant_cli_open (cli, error) || !octant_sample_create (cli->store, model, NULL, error))
    return FALSE;
  octant_cli_print (cli, _("The sample institution with the cycles 2024, 2025 and 2026 is in %s\n"), octant_store_get_dir (cli->store));
  return TRUE;
}

const OctantCliCommand octant_cli_demo_commands[] = {
  { "demo", "", N_("Create a sample institution with three yearly cycles to look around in"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_demo },
  { NULL },
};
