/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "base/octant-file.h"
#include "exchange/octant-export.h"
#include "octant-attack-file.h"
#include "octant-cli-i18n.h"
#include "octant-cli-table.h"

typedef struct
{
  const char *name;
  const char *about; /* translatable */
} Format;

static const Format formats[] = {
  { "csv", N_("Every answer as a row; “rate --import” reads it back") },
  { "json", N_("The whole cycle: answers, evidence, scope, interviews, scores") },
  { "navigator", N_("A layer of the ATT&CK Navigator: what covers each technique, and how strongly") },
};

static gboolean
list_formats (OctantCli *cli)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Format"), _("What it holds"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    octant_cli_table_add (table, formats[i].name, _(formats[i].about));
  octant_cli_table_print (table, cli);
  return TRUE;
}

static gboolean
is_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static GBytes *
make (OctantCli        *cli,
      OctantAssessment *assessment,
      const char       *format,
      GError          **error)
{
  g_autoptr (OctantRecord) org = NULL;

  if (strcmp (format, "csv") == 0)
    return octant_export_ratings_csv (assessment, cli->language, TRUE);
  org = octant_store_get (cli->store, OCTANT_TABLE_ORGANISATION,
                          octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG), error);
  return org != NULL ? octant_export_json (assessment, org) : NULL;
}

/* A layer may go to many hands: it names the institution only when asked to. */
static gboolean
write_layer (OctantCli        *cli,
             OctantAssessment *assessment,
             const char       *path,
             GError          **error)
{
  g_autoptr (OctantAttack) attack = octant_attack_new_shipped (error);
  g_autoptr (OctantRecord) org = NULL;
  const char *institution = NULL;

  if (attack == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "name-institution"))
    {
      org = octant_store_get (cli->store, OCTANT_TABLE_ORGANISATION,
                              octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG), error);
      if (org == NULL)
        return FALSE;
      institution = octant_record_get (org, OCTANT_ORGANISATION_NAME);
    }
  return octant_output_attack_layer_file (assessment, attack, cli->language, institution, path, error);
}

static gboolean
run_export (OctantCli *cli,
            GError   **error)
{
  const char *format = octant_cli_value (cli, "format");
  const char *path = octant_cli_value (cli, "o");
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autoptr (GBytes) data = NULL;

  if (octant_cli_flag (cli, "formats"))
    return cli->args->len == 0 ? list_formats (cli)
                               : octant_cli_usage (error, _("--formats goes without a cycle"));
  if (cli->args->len != 1 || format == NULL || path == NULL)
    return octant_cli_usage (error, _("Missing argument; usage: octant-cli %s %s"), cli->command->name, cli->command->usage);
  if (!is_known (format))
    return octant_cli_usage (error, _("There is no format “%s”; “export --formats” lists all"), format);
  if (octant_cli_flag (cli, "name-institution") && strcmp (format, "navigator") != 0)
    return octant_cli_usage (error, _("--name-institution goes with the format navigator alone"));
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL)
    return FALSE;
  if (strcmp (format, "navigator") == 0)
    return write_layer (cli, assessment, path, error);
  data = make (cli, assessment, format, error);
  return data != NULL && octant_file_replace (path, g_bytes_get_data (data, NULL), g_bytes_get_size (data), error);
}

static const OctantCliOption options[] = {
  { "format", OCTANT_CLI_TEXT, "F", N_("csv, json or navigator") },
  { "o", OCTANT_CLI_PATH, "FILE", N_("The file to write; it is replaced when it is there") },
  { "name-institution", OCTANT_CLI_FLAG, NULL, N_("Name the institution in a layer of the ATT&CK Navigator") },
  { "formats", OCTANT_CLI_FLAG, NULL, N_("List the formats") },
  { NULL },
};

const OctantCliCommand octant_cli_export_commands[] = {
  { "export", "CYCLE --format F -o FILE [--name-institution] | --formats", N_("Write a cycle to a file"), 0, 1, OCTANT_CLI_NO_PATHS, options, run_export },
  { NULL },
};
