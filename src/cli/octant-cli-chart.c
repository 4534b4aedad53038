/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "octant-chart-file.h"
#include "octant-cli-i18n.h"

/* The cycles of --with. */
static GPtrArray *
load_others (OctantCli *cli,
             GError   **error)
{
  GPtrArray *words = octant_cli_values (cli, "with");
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      OctantAssessment *other = octant_cli_load_cycle (cli, g_ptr_array_index (words, i), error);

      if (other == NULL)
        return NULL;
      g_ptr_array_add (others, other);
    }
  return g_steal_pointer (&others);
}

/* A trend needs more than one cycle: without --with it shows all of the institution. */
static GPtrArray *
load_siblings (OctantCli        *cli,
               OctantAssessment *assessment,
               GError          **error)
{
  const char *org = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);
  g_autoptr (GPtrArray) rows = octant_store_list (cli->store, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ORG, org, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *id = octant_record_get (g_ptr_array_index (rows, i), OCTANT_CYCLE_ID);
      OctantAssessment *other;

      if (strcmp (id, octant_assessment_get_id (assessment)) == 0)
        continue;
      other = octant_store_load_assessment (cli->store, id, error);
      if (other == NULL)
        return NULL;
      g_ptr_array_add (others, other);
    }
  return rows != NULL ? g_steal_pointer (&others) : NULL;
}

static gboolean
check_path (const char *path,
            GError    **error)
{
  if (g_str_has_suffix (path, ".svg") || g_str_has_suffix (path, ".png") || g_str_has_suffix (path, ".pdf"))
    return TRUE;
  return octant_cli_usage (error, _("The name of a chart ends in .svg, .png or .pdf"));
}

static gboolean
draw (OctantCli        *cli,
      OctantAssessment *assessment,
      GPtrArray        *others,
      GError          **error)
{
  const char *path = octant_cli_value (cli, "o");
  g_autoptr (OctantRecord) org = octant_store_get (cli->store, OCTANT_TABLE_ORGANISATION,
                                                   octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG), error);
  OctantChartOptions options = { .language = cli->language };

  if (org == NULL)
    return FALSE;
  options.institution = octant_record_get (org, OCTANT_ORGANISATION_NAME);
  if (strcmp (octant_cli_value (cli, "kind"), "radar") == 0)
    return octant_output_radar_file (assessment, (OctantAssessment *const *) others->pdata, others->len, octant_cli_value (cli, "lens"),
                                     &options, path, error);
  if (strcmp (octant_cli_value (cli, "kind"), "heatmap") == 0)
    return octant_output_heatmap_file (assessment, &options, path, error);
  g_ptr_array_add (others, g_object_ref (assessment));
  return octant_output_trend_file ((OctantAssessment *const *) others->pdata, others->len, &options, path, error);
}

static gboolean
run_chart (OctantCli *cli,
           GError   **error)
{
  const char *kind = octant_cli_value (cli, "kind");
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (!octant_cli_need (cli, "kind", error) || !octant_cli_need (cli, "o", error) || !check_path (octant_cli_value (cli, "o"), error))
    return FALSE;
  if (strcmp (kind, "radar") != 0 && strcmp (kind, "trend") != 0 && strcmp (kind, "heatmap") != 0)
    return octant_cli_usage (error, _("There is no chart “%s”; choose radar, trend or heatmap"), kind);
  if (strcmp (kind, "radar") != 0 && octant_cli_flag (cli, "lens"))
    return octant_cli_usage (error, _("--lens goes with a radar alone"));
  if (strcmp (kind, "heatmap") == 0 && octant_cli_flag (cli, "with"))
    return octant_cli_usage (error, _("A heat map shows one cycle: --with goes with radar and trend"));
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL)
    return FALSE;
  others = strcmp (kind, "trend") == 0 && !octant_cli_flag (cli, "with") ? load_siblings (cli, assessment, error) : load_others (cli, error);
  return others != NULL && draw (cli, assessment, others, error);
}

static const OctantCliOption options[] = {
  { "kind", OCTANT_CLI_TEXT, "radar|trend|heatmap", N_("What to draw") },
  { "o", OCTANT_CLI_PATH, "FILE", N_("The picture: .svg, .png or .pdf") },
  { "with", OCTANT_CLI_LIST, "CYCLE", N_("Another cycle in the same picture; may be repeated") },
  { "lens", OCTANT_CLI_TEXT, "LENS", N_("Axes of a radar: a lens of the model or “subdomains”; the domains when not given") },
  { NULL },
};

const OctantCliCommand octant_cli_chart_commands[] = {
  { "chart", "CYCLE --kind radar|trend|heatmap -o FILE.svg|png|pdf [--with CYCLE …] [--lens LENS]", N_("Draw a chart into a file"), 1, 1,
    OCTANT_CLI_NO_PATHS, options, run_chart },
  { NULL },
};
