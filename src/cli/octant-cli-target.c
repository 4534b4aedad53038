/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "assessment/octant-targets.h"
#include "exchange/octant-export.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"

static const char *
get_name (OctantCli   *cli,
          OctantModel *model,
          guint        node)
{
  guint n_domains = octant_model_get_n_domains (model);

  if (node == OCTANT_NODE_OVERALL)
    return _("Overall");
  if (node <= n_domains)
    return octant_text_get (&octant_model_get_domain (model, node - 1)->name, cli->language);
  return octant_text_get (&octant_model_get_subdomain (model, node - 1 - n_domains)->name, cli->language);
}

static void
print_table (OctantCli        *cli,
             OctantAssessment *assessment)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Name"), _("Target"), _("Level"), NULL);

  octant_cli_table_align_right (table, 2);
  octant_cli_table_align_right (table, 3);
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      int target = octant_assessment_get_own_target (assessment, node);
      const OctantScore *score = octant_scorer_get_score (scorer, node);
      g_autofree char *target_text = g_strdup_printf ("%d", target);
      g_autofree char *level = score->applicable ? g_strdup_printf ("%d", score->l) : g_strdup ("–");

      if (target > 0)
        octant_cli_table_add (table, octant_model_get_node_code (model, node), get_name (cli, model, node),
                              target_text, level);
    }
  octant_cli_table_print (table, cli);
}

static gboolean
set_target (OctantCli        *cli,
            OctantAssessment *assessment,
            GError          **error)
{
  const char *word = octant_cli_arg (cli, 2);
  OctantBy by = octant_cli_by (cli);
  OctantTarget target = { 0 };
  guint64 level = 0;
  OctantAct *act;

  if (strcmp (word, "-") != 0 && !g_ascii_string_to_unsigned (word, 10, 1, OCTANT_MODEL_MAX_LEVELS, &level, NULL))
    return octant_cli_usage (error, _("“%s” is not a level; give a number from 1 on, or - to take the target away"), word);
  if (!octant_cli_find_node (assessment, octant_cli_arg (cli, 1), &target.node, error))
    return FALSE;
  target.level = (int) level;
  act = octant_act_set_targets (assessment, &target, 1, &by, error);
  return act != NULL && octant_cli_commit (cli, assessment, act, error);
}

static gboolean
run_target (OctantCli *cli,
            GError   **error)
{
  g_autoptr (OctantAssessment) assessment = NULL;
  gboolean as_json = octant_cli_flag (cli, "json");

  if (cli->args->len == 2 || (cli->args->len == 3 && as_json))
    return octant_cli_usage (error, _("Give code and level, or neither; usage: octant-cli %s %s"),
                             cli->command->name, cli->command->usage);
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL)
    return FALSE;
  if (cli->args->len == 3)
    return set_target (cli, assessment, error);
  if (as_json)
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      octant_cli_json_string (json, "cycle", octant_assessment_get_id (assessment));
      octant_export_add_targets (json, assessment);
      json_builder_end_object (json);
      octant_cli_print_json (cli, json);
    }
  else
    print_table (cli, assessment);
  return TRUE;
}

static const OctantCliOption target_options[] = {
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_target_commands[] = {
  { "target", "CYCLE [CODE|overall LEVEL|-] [--json]",
    N_("Set the level to aim at, or list the targets; “-” takes one away"), 1, 3, OCTANT_CLI_NO_PATHS,
    target_options, run_target },
  { NULL },
};
