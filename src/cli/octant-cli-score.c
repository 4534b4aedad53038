/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "assessment/octant-targets.h"
#include "octant-cli-explain.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-lens.h"
#include "octant-cli-table.h"

/* Stable words, by OctantReading. */
static const char *const reading_names[] = { "official", "claimed", "backed" };

typedef struct
{
  OctantAssessment *assessment;
  OctantModel *model;
  OctantScorer *scorer; /* of one object or of the whole cycle */
  OctantReading reading;
  gboolean one_object;
  guint slot;           /* the object, with one_object */
} View;

/* Carried-over answers below a node that count for the view. */
static guint
count_carried (const View *view,
               guint       node)
{
  guint n = 0;

  if (!view->one_object)
    return octant_assessment_get_n_carried (view->assessment, node);
  for (guint i = 0; i < octant_model_get_n_requirements (view->model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (view->model, i);
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (view->model, requirement->subdomain);
      OctantAnswer answer;

      if (node != OCTANT_NODE_OVERALL && node != octant_model_domain_node (view->model, subdomain->domain) &&
          node != octant_model_subdomain_node (view->model, requirement->subdomain))
        continue;
      if (!requirement->active ||
          !octant_scorer_get_score (view->scorer, octant_model_subdomain_node (view->model, requirement->subdomain))->applicable)
        continue;
      octant_assessment_get_answer (view->assessment, i, requirement->scope == OCTANT_SCOPE_OBJECT ? view->slot : 0, &answer);
      n += answer.carried;
    }
  return n;
}

/* The member names of the split are those of the shipped model's aspects; other models get their own ids. */
static void
add_split (JsonBuilder       *json,
           const View        *view,
           const OctantScore *score)
{
  static const struct { const char *id, *member; } names[] = { { "H", "s_people" }, { "P", "s_process" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const OctantRational *found = NULL;

      for (guint a = 0; a < octant_model_get_n_aspects (view->model); a++)
        if (strcmp (octant_model_get_aspect (view->model, a)->id, names[i].id) == 0 && score->applicable && score->has_aspect[a])
          found = &score->s_aspect[a];
      octant_cli_json_fraction (json, names[i].member, found != NULL, found);
    }
}

static void
add_node_members (JsonBuilder *json,
                  const View  *view,
                  guint        node)
{
  const OctantScore *score = octant_scorer_get_score (view->scorer, node);
  gboolean applicable = score->applicable;
  int target = octant_assessment_get_target (view->assessment, node);
  g_autofree char *text = applicable ? octant_rational_to_text (&score->s, 2) : NULL;

  octant_cli_json_string (json, "code", octant_model_get_node_code (view->model, node));
  octant_cli_json_bool (json, "applicable", applicable);
  octant_cli_json_fraction (json, "s", applicable, &score->s);
  octant_cli_json_fraction (json, "s_hi", applicable, &score->s_hi);
  octant_cli_json_level (json, "l", applicable, score->l);
  octant_cli_json_level (json, "l_hi", applicable, score->l_hi);
  add_split (json, view, score);
  octant_cli_json_string (json, "s_text", text);
  json_builder_set_member_name (json, "limited");
  if (applicable)
    json_builder_add_boolean_value (json, score->limited);
  else
    json_builder_add_null_value (json);
  if (applicable)
    octant_cli_json_coverage (json, score->answered, score->applicable_items);
  else
    octant_cli_json_string (json, "coverage", NULL);
  octant_cli_json_fraction (json, "confidence", applicable && score->has_confidence, &score->confidence);
  octant_cli_json_level (json, "carried_over", applicable, (int) count_carried (view, node));
  octant_cli_json_level (json, "target", target > 0, target);
}

/* A running minimum stands for one object; with several, only what is the same for all is shown. */
static void
add_cells (JsonBuilder *json,
           const View  *view,
           guint        subdomain)
{
  const OctantScore *score = octant_scorer_get_score (view->scorer, octant_model_subdomain_node (view->model, subdomain));
  gboolean shown = score->applicable && (octant_scorer_get_n_slots (view->scorer) == 1 || !octant_model_is_rated_by_object (view->model, subdomain));

  json_builder_set_member_name (json, "cells");
  json_builder_begin_array (json);
  for (guint aspect = 0; shown && aspect < octant_model_get_n_aspects (view->model); aspect++)
    for (guint level = 1; score->has_aspect[aspect] && level <= octant_model_get_n_levels (view->model); level++)
      {
        g_auto (OctantCell) cell = { 0 };

        octant_scorer_get_cell (view->scorer, subdomain, aspect, level, 0, OCTANT_BOUND_LO, &cell);
        json_builder_begin_object (json);
        octant_cli_json_string (json, "aspect", octant_model_get_aspect (view->model, aspect)->id);
        octant_cli_json_int (json, "level", level);
        octant_cli_json_fraction (json, "a", cell.counted, &cell.a);
        octant_cli_json_fraction (json, "m", cell.counted, &cell.m);
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
}

static void
add_nodes (JsonBuilder *json,
           const View  *view)
{
  json_builder_set_member_name (json, "overall");
  json_builder_begin_object (json);
  add_node_members (json, view, OCTANT_NODE_OVERALL);
  json_builder_end_object (json);

  json_builder_set_member_name (json, "domains");
  json_builder_begin_array (json);
  for (guint i = 0; i < octant_model_get_n_domains (view->model); i++)
    {
      json_builder_begin_object (json);
      add_node_members (json, view, octant_model_domain_node (view->model, i));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);

  json_builder_set_member_name (json, "subdomains");
  json_builder_begin_array (json);
  for (guint i = 0; i < octant_model_get_n_subdomains (view->model); i++)
    {
      json_builder_begin_object (json);
      add_node_members (json, view, octant_model_subdomain_node (view->model, i));
      add_cells (json, view, i);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_head (JsonBuilder *json,
          const View  *view)
{
  json_builder_set_member_name (json, "cycle");
  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_assessment_get_id (view->assessment));
  octant_cli_json_string (json, "title", octant_assessment_get_title (view->assessment));
  octant_cli_json_string (json, "as_of", octant_assessment_get_as_of (view->assessment));
  octant_cli_json_bool (json, "sealed", FALSE);
  json_builder_end_object (json);
  octant_cli_json_model (json, view->model);
  octant_cli_json_string (json, "engine", OCTANT_ENGINE_VERSION);
  octant_cli_json_string (json, "reading", reading_names[view->reading]);
  if (view->one_object)
    {
      OctantRecord *row = octant_assessment_get_object (view->assessment, view->slot);

      json_builder_set_member_name (json, "object");
      json_builder_begin_object (json);
      octant_cli_json_string (json, "id", octant_record_get (row, OCTANT_CYCLE_OBJECT_OBJECT));
      octant_cli_json_string (json, "name", octant_record_get (row, OCTANT_CYCLE_OBJECT_NAME));
      json_builder_end_object (json);
    }
}

static void
print_json (OctantCli  *cli,
            const View *view,
            GPtrArray  *lens)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, view);
  add_nodes (json, view);
  if (lens != NULL)
    octant_cli_lens_add_json (json, octant_cli_value (cli, "lens"), lens);
  json_builder_end_object (json);
  octant_cli_print_json (cli, json);
}

static char *
aspect_text (const View        *view,
             const OctantScore *score,
             guint              aspect)
{
  if (aspect >= octant_model_get_n_aspects (view->model) || !score->has_aspect[aspect])
    return g_strdup ("–");
  return octant_rational_to_text (&score->s_aspect[aspect], 2);
}

/* The name of an aspect; empty when the model has fewer. */
static const char *
aspect_name (const View    *view,
             guint          aspect,
             OctantLanguage language)
{
  if (aspect >= octant_model_get_n_aspects (view->model))
    return "";
  return octant_text_get (&octant_model_get_aspect (view->model, aspect)->name, language);
}

static void
add_node_row (OctantCliTable *table,
              const View     *view,
              guint           node,
              const char     *code,
              const char     *name)
{
  const OctantScore *score = octant_scorer_get_score (view->scorer, node);
  g_autofree char *low = octant_rational_to_text (&score->s, 2);
  g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);
  gboolean exact = octant_rational_equal (&score->s, &score->s_hi);
  g_autofree char *level = score->l == score->l_hi ? g_strdup_printf ("%d", score->l) : g_strdup_printf ("%d…%d", score->l, score->l_hi);
  g_autofree char *band = exact ? g_strdup (low) : g_strdup_printf ("%s…%s", low, high);
  g_autofree char *answered = g_strdup_printf ("%u/%u", score->answered, score->applicable_items);
  g_autofree char *carried = g_strdup_printf ("%u", count_carried (view, node));
  g_autofree char *people = aspect_text (view, score, 0);
  g_autofree char *process = aspect_text (view, score, 1);
  g_autofree char *confidence = score->has_confidence ? octant_rational_to_text (&score->confidence, 2) : g_strdup ("–");

  if (!score->applicable)
    {
      octant_cli_table_add (table, code, name, "–", "–", "–", "–", "–", "–", "–", _("not applicable"));
      return;
    }
  octant_cli_table_add (table, code, name, level, band, people, process, answered, carried, confidence,
                        score->heavily_tailored ? _("heavily tailored") : score->limited ? _("limited") : "");
}

static void
print_table (OctantCli  *cli,
             const View *view)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Name"), _("Level"), _("Score"),
                                                           aspect_name (view, 0, cli->language), aspect_name (view, 1, cli->language),
                                                           _("Answered"), _("Carried over"), _("Confidence"), _("Remark"), NULL);

  for (guint column = 4; column < 9; column++)
    octant_cli_table_align_right (table, column);
  add_node_row (table, view, OCTANT_NODE_OVERALL, "overall", _("Overall"));
  for (guint d = 0; d < octant_model_get_n_domains (view->model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (view->model, d);

      add_node_row (table, view, octant_model_domain_node (view->model, d), domain->code, octant_text_get (&domain->name, cli->language));
      for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (view->model, s);
          g_autofree char *code = g_strdup_printf ("  %s", subdomain->code);

          add_node_row (table, view, octant_model_subdomain_node (view->model, s), code,
                        octant_text_get (&subdomain->name, cli->language));
        }
    }
  octant_cli_table_print (table, cli);
}

static void
print_text (OctantCli  *cli,
            const View *view,
            GPtrArray  *lens)
{
  const OctantScore *overall = octant_scorer_get_score (view->scorer, OCTANT_NODE_OVERALL);
  g_autofree char *result = octant_cli_score_text (overall);
  g_autofree char *title = octant_cli_clean (octant_assessment_get_title (view->assessment));

  octant_cli_print (cli, "%s (%s): %s\n", title, octant_assessment_get_as_of (view->assessment), result);
  if (view->one_object)
    {
      g_autofree char *name = octant_cli_clean (octant_record_get (octant_assessment_get_object (view->assessment, view->slot),
                                                                   OCTANT_CYCLE_OBJECT_NAME));

      octant_cli_print (cli, _("For the protected object %s alone\n"), name);
    }
  if (view->reading == OCTANT_READING_CLAIMED)
    octant_cli_print (cli, "%s\n", _("Not the official result: answers carried over and not confirmed count as rated"));
  else if (view->reading == OCTANT_READING_BACKED)
    octant_cli_print (cli, "%s\n", _("Not the official result: a rating counts as far as its evidence bears it"));
  octant_cli_print (cli, "\n");
  if (lens != NULL)
    octant_cli_lens_print (cli, octant_cli_value (cli, "lens"), lens);
  else
    print_table (cli, view);
}

static gboolean
find_reading (OctantCli     *cli,
              OctantReading *reading,
              GError       **error)
{
  const char *word = octant_cli_value (cli, "reading");

  for (guint i = 0; i < G_N_ELEMENTS (reading_names); i++)
    if (word == NULL || strcmp (reading_names[i], word) == 0)
      {
        *reading = (OctantReading) i;
        return TRUE;
      }
  return octant_cli_usage (error, _("“%s” is not a reading; give official, claimed or backed"), word);
}

static gboolean
run_score (OctantCli *cli,
           GError   **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  const char *word = octant_cli_value (cli, "object");
  g_autoptr (OctantScorer) own = NULL;
  g_autoptr (GPtrArray) lens = NULL;
  View view = { .assessment = assessment };

  if (assessment == NULL)
    return FALSE;
  if (!find_reading (cli, &view.reading, error))
    return FALSE;
  view.model = octant_assessment_get_model (assessment);
  view.scorer = octant_assessment_get_scorer (assessment, view.reading);
  if (word != NULL)
    {
      if (!octant_cli_find_slot (assessment, word, &view.slot, error))
        return FALSE;
      view.one_object = TRUE;
      view.scorer = own = octant_assessment_new_object_scorer (assessment, view.slot, view.reading);
    }
  if (octant_cli_value (cli, "lens") != NULL)
    {
      lens = octant_cli_lens_compute (view.scorer, octant_cli_value (cli, "lens"), error);
      if (lens == NULL)
        return FALSE;
    }
  if (octant_cli_flag (cli, "json"))
    print_json (cli, &view, lens);
  else
    print_text (cli, &view, lens);
  return TRUE;
}

static gboolean
run_explain (OctantCli *cli,
             GError   **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);

  return assessment != NULL && octant_cli_explain (cli, assessment, octant_cli_arg (cli, 1), error);
}

static const OctantCliOption score_options[] = {
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("For one protected object alone, by id or name") },
  { "reading", OCTANT_CLI_TEXT, "READING", N_("official, claimed (answers carried over count) or backed (ratings count as far as evidence bears them)") },
  { "lens", OCTANT_CLI_TEXT, "LENS", N_("Grouped by a lens of the model, csf2_categories, aspect or role") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

static const OctantCliOption explain_options[] = {
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("For one protected object alone, by id or name") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_score_commands[] = {
  { "score", "CYCLE [--reading READING] [--object OBJ] [--lens LENS] [--json]", N_("Scores of the whole, the domains and the sub-domains"), 1, 1,
    OCTANT_CLI_NO_PATHS, score_options, run_score },
  { "explain", "CYCLE CODE|overall [--object OBJ] [--json]", N_("The arithmetic of a score and what keeps it from the next level"), 2, 2,
    OCTANT_CLI_NO_PATHS, explain_options, run_explain },
  { NULL },
};
