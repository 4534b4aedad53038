/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "octant-chart-request.h"
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

/* Each cycle shows the object that the first one calls @word; one that does not have it would show the whole. */
static gboolean
show_object (OctantAssessment *assessment,
             GPtrArray        *others,
             const char       *word,
             GError          **error)
{
  guint slot;

  if (!octant_cli_find_slot (assessment, word, &slot, error))
    return FALSE;
  octant_assessment_set_shown_object (assessment, octant_record_get (octant_assessment_get_object (assessment, slot),
                                                                     OCTANT_CYCLE_OBJECT_OBJECT));
  for (guint i = 0; i < others->len; i++)
    {
      OctantAssessment *other = g_ptr_array_index (others, i);

      octant_assessment_set_shown_object (other, octant_assessment_get_shown_object (assessment));
      if (octant_assessment_get_shown_object (other) == NULL)
        return octant_cli_fail (error, _("“%s” does not have the object %s; leave it out of --with"),
                                octant_assessment_get_title (other), octant_assessment_get_shown_name (assessment));
    }
  return TRUE;
}

/* A slope runs from the cycle of --with, else from the one before. */
static GPtrArray *
load_earlier (OctantCli        *cli,
              OctantAssessment *assessment,
              GError          **error)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *id = NULL;
  OctantAssessment *other;

  if (octant_cli_flag (cli, "with"))
    {
      if (octant_cli_values (cli, "with")->len == 1)
        return load_others (cli, error);
      octant_cli_usage (error, _("A slope chart shows two cycles: name one by --with"));
      return NULL;
    }
  id = octant_store_find_previous (cli->store, octant_assessment_get_id (assessment), &local);
  if (id == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        octant_cli_usage (error, _("There is no earlier cycle: name another one by --with"));
      return NULL;
    }
  other = octant_store_load_assessment (cli->store, id, error);
  if (other == NULL)
    return NULL;
  others = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (others, other);
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
draw (OctantCli          *cli,
      OctantChartRequest *request,
      double              scale,
      GError            **error)
{
  g_autoptr (OctantRecord) org = octant_store_get (cli->store, OCTANT_TABLE_ORGANISATION,
                                                   octant_record_get (octant_assessment_get_cycle (request->cycle), OCTANT_CYCLE_ORG), error);
  OctantChartOptions options = { .language = cli->language, .scale = scale };

  if (org == NULL)
    return FALSE;
  options.institution = octant_record_get (org, OCTANT_ORGANISATION_NAME);
  return octant_output_chart_file (request, &options, octant_cli_value (cli, "o"), error);
}

/* An option that the chart would not follow is refused, not ignored. */
static gboolean
check_options (OctantCli       *cli,
               OctantChartKind  kind,
               GError         **error)
{
  gboolean has_code = kind == OCTANT_CHART_KIND_LADDER || kind == OCTANT_CHART_KIND_DISTRIBUTION;
  gboolean slope = kind == OCTANT_CHART_KIND_SLOPE;
  gboolean has_others = slope || kind == OCTANT_CHART_KIND_RADAR || kind == OCTANT_CHART_KIND_TREND;
  gboolean has_object = !slope && kind != OCTANT_CHART_KIND_TREND;

  if (!slope && kind != OCTANT_CHART_KIND_RADAR && octant_cli_flag (cli, "lens"))
    return octant_cli_usage (error, _("--lens goes with radar and slope"));
  if (!slope && octant_cli_flag (cli, "like-for-like"))
    return octant_cli_usage (error, _("--like-for-like goes with a slope alone"));
  if (!has_others && octant_cli_flag (cli, "with"))
    return octant_cli_usage (error, _("This chart shows one cycle: --with goes with radar, trend and slope"));
  /* Over the years the objects differ. */
  if (!has_object && octant_cli_flag (cli, "object"))
    return octant_cli_usage (error, _("This chart shows the whole: --object goes with radar, heatmap, ladder and distribution"));
  if (!has_code && octant_cli_flag (cli, "code"))
    return octant_cli_usage (error, _("--code goes with ladder and distribution"));
  if (kind == OCTANT_CHART_KIND_LADDER && !octant_cli_flag (cli, "code"))
    return octant_cli_usage (error, _("A ladder shows one sub-domain: name it by --code"));
  return TRUE;
}

static gboolean
run_chart (OctantCli *cli,
           GError   **error)
{
  const char *word = octant_cli_value (cli, "kind");
  OctantChartRequest request = { .lens = octant_cli_value (cli, "lens"), .code = octant_cli_value (cli, "code") };
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autoptr (GPtrArray) others = NULL;
  int scale;

  if (!octant_cli_need (cli, "kind", error) || !octant_cli_need (cli, "o", error) || !check_path (octant_cli_value (cli, "o"), error))
    return FALSE;
  if (!octant_chart_kind_parse (word, &request.kind))
    return octant_cli_usage (error, _("There is no chart “%s”; choose radar, trend, heatmap, ladder, distribution, slope or attack"), word);
  if (!check_options (cli, request.kind, error) || !octant_cli_int (cli, "scale", 1, 8, 1, &scale, error))
    return FALSE;
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL)
    return FALSE;
  if (request.kind == OCTANT_CHART_KIND_SLOPE)
    others = load_earlier (cli, assessment, error);
  else if (request.kind == OCTANT_CHART_KIND_TREND && !octant_cli_flag (cli, "with"))
    others = load_siblings (cli, assessment, error);
  else
    others = load_others (cli, error);
  if (others == NULL ||
      (octant_cli_value (cli, "object") != NULL && !show_object (assessment, others, octant_cli_value (cli, "object"), error)))
    return FALSE;
  if (request.kind == OCTANT_CHART_KIND_SLOPE && g_str_equal (octant_assessment_get_id (others->pdata[0]),
                                                              octant_assessment_get_id (assessment)))
    return octant_cli_fail (error, _("“%s” cannot be compared with itself; name two different cycles"),
                            octant_assessment_get_title (assessment));
  request.like_for_like = octant_cli_flag (cli, "like-for-like");
  request.cycle = assessment;
  request.others = (OctantAssessment *const *) others->pdata;
  request.n_others = others->len;
  return draw (cli, &request, scale, error);
}

static const OctantCliOption options[] = {
  { "kind", OCTANT_CLI_TEXT, "KIND", N_("What to draw: radar, trend, heatmap, ladder, distribution, slope or attack") },
  { "o", OCTANT_CLI_PATH, "FILE", N_("The picture: .svg, .png or .pdf") },
  { "with", OCTANT_CLI_LIST, "CYCLE", N_("Another cycle in the same picture; may be repeated") },
  { "lens", OCTANT_CLI_TEXT, "LENS", N_("Axes of a radar: a lens of the model, “subdomains”, “aspect” or “role”; the domains when not given. Of a slope: “subdomains”") },
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("For one protected object alone, by id or name; not for trend and slope") },
  { "like-for-like", OCTANT_CLI_FLAG, NULL, N_("Slope: only what both cycles share") },
  { "code", OCTANT_CLI_TEXT, "CODE", N_("The sub-domain of a ladder; the domain or sub-domain of a distribution") },
  { "scale", OCTANT_CLI_TEXT, "N", N_("PNG: pixels for each unit of length, 1 to 8; 1 when not given") },
  { NULL },
};

const OctantCliCommand octant_cli_chart_commands[] = {
  { "chart", "CYCLE --kind KIND -o FILE.svg|png|pdf [--with CYCLE …] [--lens LENS] [--object OBJ] [--like-for-like] [--code CODE] [--scale N]", N_("Draw a chart into a file"), 1, 1,
    OCTANT_CLI_NO_PATHS, options, run_chart },
  { NULL },
};
