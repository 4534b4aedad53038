/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "assessment/octant-applicability.h"
#include "octant-cli-i18n.h"
#include "octant-cli-import.h"

static gboolean
rate_one (OctantCli *cli,
          GError   **error)
{
  const char *word = octant_cli_arg (cli, 2);
  OctantBy by = octant_cli_by (cli);
  g_autoptr (OctantAssessment) assessment = NULL;
  OctantRating rating;
  OctantItemRef item;
  OctantAct *act;

  if (*word == '\0' || !octant_rating_parse (word, &rating))
    return octant_cli_usage (error, _("“%s” is no rating; choose N, P, L, F, NA or -"), word);
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL ||
      !octant_cli_find_item (assessment, octant_cli_arg (cli, 1), octant_cli_value (cli, "object"), &item, error))
    return FALSE;
  act = octant_act_rate (assessment, item, rating, octant_cli_value (cli, "note"), octant_cli_value (cli, "reason"),
                         octant_cli_value (cli, "approver"), &by, error);
  return act != NULL && octant_cli_commit (cli, assessment, act, error);
}

static gboolean
run_rate (OctantCli *cli,
          GError   **error)
{
  const char *path = octant_cli_value (cli, "import");

  if (path == NULL)
    {
      if (cli->args->len != 3 || octant_cli_flag (cli, "dry-run"))
        return octant_cli_usage (error, _("Wrong arguments; usage: octant-cli %s %s"), cli->command->name, cli->command->usage);
      return rate_one (cli, error);
    }
  if (cli->args->len != 1 || octant_cli_flag (cli, "object") || octant_cli_flag (cli, "note") ||
      octant_cli_flag (cli, "reason") || octant_cli_flag (cli, "approver"))
    return octant_cli_usage (error, _("With --import only a cycle and --dry-run may be given; the file holds the rest"));
  return octant_cli_import_ratings (cli, path, error);
}

/* Adds the carried-over items at or below @code; FALSE when the model has no such code at all. */
static gboolean
collect_carried (OctantAssessment *assessment,
                 const char       *code,
                 GArray           *items)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  gboolean known = FALSE;

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      if (!requirement->active || !octant_cli_is_below (requirement->code, code))
        continue;
      known = TRUE;
      for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, i); slot++)
        {
          OctantItemRef item = { i, slot };
          OctantAnswer answer;

          octant_assessment_get_answer (assessment, i, slot, &answer);
          if (answer.carried)
            g_array_append_val (items, item);
        }
    }
  return known;
}

static gboolean
run_confirm (OctantCli *cli,
             GError   **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  OctantBy by = octant_cli_by (cli);
  OctantAct *act;

  if (assessment == NULL)
    return FALSE;
  for (guint i = 1; i < cli->args->len; i++)
    if (!collect_carried (assessment, octant_cli_arg (cli, i), items))
      return octant_cli_fail (error, _("The model has nothing at or below “%s”; “model show” lists all codes"),
                              octant_cli_arg (cli, i));
  if (items->len > 0)
    {
      act = octant_act_confirm (assessment, (const OctantItemRef *) (gpointer) items->data, items->len, &by, error);
      if (act == NULL || !octant_cli_commit (cli, assessment, act, error))
        return FALSE;
    }
  octant_cli_print (cli, ngettext ("%u answer confirmed\n", "%u answers confirmed\n", items->len), items->len);
  return TRUE;
}

static gboolean
run_tailor (OctantCli *cli,
            GError   **error)
{
  gboolean out = octant_cli_flag (cli, "out");
  g_autofree char *approver = NULL;
  g_autoptr (OctantAssessment) assessment = NULL;
  OctantBy by = octant_cli_by (cli);
  OctantAct *act;
  guint node;

  if (out == octant_cli_flag (cli, "in"))
    return octant_cli_usage (error, _("Give either --out or --in; usage: octant-cli %s %s"),
                             cli->command->name, cli->command->usage);
  if (out && (!octant_cli_need (cli, "reason", error) || !octant_cli_need (cli, "approver", error)))
    return FALSE;
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL || !octant_cli_find_node (assessment, octant_cli_arg (cli, 1), &node, error))
    return FALSE;
  if (out && g_strcmp0 (octant_cli_value (cli, "approver-role"), OCTANT_GATE_ROLE) == 0)
    approver = octant_approver_with_gate_role (octant_cli_value (cli, "approver"));
  act = octant_act_tailor (assessment, node, out, octant_cli_value (cli, "reason"),
                           approver != NULL ? approver : octant_cli_value (cli, "approver"), &by, error);
  return act != NULL && octant_cli_commit (cli, assessment, act, error);
}

static const OctantCliOption rate_options[] = {
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("The protected object, for requirements that are rated for each") },
  { "note", OCTANT_CLI_TEXT, "T", N_("Note with the answer") },
  { "reason", OCTANT_CLI_TEXT, "T", N_("Why the requirement is not applicable") },
  { "approver", OCTANT_CLI_TEXT, "T", N_("Who approved that; somebody else than you") },
  { "import", OCTANT_CLI_PATH, "FILE.csv", N_("Rate many: columns code,object,rating,note,reason,approver") },
  { "dry-run", OCTANT_CLI_FLAG, NULL, N_("Only check the file") },
  { NULL },
};

static const OctantCliOption tailor_options[] = {
  { "out", OCTANT_CLI_FLAG, NULL, N_("Take out of scope") },
  { "in", OCTANT_CLI_FLAG, NULL, N_("Bring back into scope") },
  { "reason", OCTANT_CLI_TEXT, "T", N_("Why it is out of scope") },
  { "approver", OCTANT_CLI_TEXT, "T", N_("Who approved that; somebody else than you") },
  { "approver-role", OCTANT_CLI_TEXT, "R1", N_("That the approver is head of information security, which a gate needs") },
  { NULL },
};

const OctantCliCommand octant_cli_rate_commands[] = {
  { "rate", "CYCLE CODE N|P|L|F|NA|- [--object OBJ] [--note T] [--reason T] [--approver T] | CYCLE --import FILE.csv [--dry-run]",
    N_("Answer a requirement, or many from a file; “-” clears"), 1, 3, OCTANT_CLI_NO_PATHS, rate_options, run_rate },
  { "confirm", "CYCLE CODE…", N_("Confirm carried-over answers; a domain or sub-domain means all below it"),
    2, OCTANT_CLI_ANY, OCTANT_CLI_NO_PATHS, NULL, run_confirm },
  { "tailor", "CYCLE CODE --out --reason T --approver T [--approver-role R1] | CYCLE CODE --in", N_("Take a domain or sub-domain out of scope, or back in"),
    2, 2, OCTANT_CLI_NO_PATHS, tailor_options, run_tailor },
  { NULL },
};
