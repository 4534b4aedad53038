/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "base/octant-time.h"
#include "exchange/octant-export.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-models.h"
#include "octant-cli-table.h"

/* Rows of the object register for --object, else those of the earlier cycle; none otherwise. */
static GPtrArray *
choose_objects (OctantCli        *cli,
                const char       *org_id,
                OctantAssessment *from,
                GError          **error)
{
  GPtrArray *words = octant_cli_values (cli, "object");
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      OctantRecord *object = octant_cli_find_object (cli, org_id, g_ptr_array_index (words, i), error);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
    }
  for (guint i = 0; words == NULL && from != NULL && i < octant_assessment_get_n_objects (from); i++)
    {
      OctantRecord *row = octant_assessment_get_object (from, i);
      OctantRecord *object = octant_store_get (cli->store, OCTANT_TABLE_OBJECT,
                                               octant_record_get (row, OCTANT_CYCLE_OBJECT_OBJECT), error);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
    }
  return g_steal_pointer (&objects);
}

/* The model asked for, else the one of the earlier cycle, else the newest shipped. */
static OctantModel *
choose_model (OctantCli        *cli,
              OctantAssessment *from,
              GError          **error)
{
  const char *word = octant_cli_value (cli, "model");

  if (word == NULL && from != NULL)
    return g_object_ref (octant_assessment_get_model (from));
  return octant_cli_find_model (cli, word, error);
}

static gboolean
commit_new_cycle (OctantCli            *cli,
                  const OctantNewCycle *what,
                  GError              **error)
{
  OctantBy by = octant_cli_by (cli);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  OctantAct *act = octant_act_new_cycle (what, &by, &id, error);

  if (act == NULL || !octant_cli_commit (cli, NULL, act, error))
    return FALSE;
  scores = octant_cli_list_scores (cli, id, error);
  if (scores == NULL)
    return FALSE;
  octant_cli_print (cli, "%s\n", id);
  return TRUE;
}

static gboolean
run_cycle_new (OctantCli *cli,
               GError   **error)
{
  g_autoptr (OctantRecord) org = NULL;
  g_autoptr (OctantAssessment) from = NULL;
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (GPtrArray) objects = NULL;
  g_autofree char *today = octant_date_today ();
  const char *from_word = octant_cli_value (cli, "from");
  const char *as_of;
  OctantNewCycle what = { .title = octant_cli_arg (cli, 0) };

  if (!octant_cli_need (cli, "org", error) || !octant_cli_date (cli, "as-of", &as_of, error) || !octant_cli_open (cli, error))
    return FALSE;
  org = octant_cli_find_org (cli, octant_cli_value (cli, "org"), error);
  if (org == NULL
      || !octant_cli_check_new (cli, OCTANT_TABLE_CYCLE, octant_record_get (org, OCTANT_ORGANISATION_ID), what.title, error))
    return FALSE;
  if (from_word != NULL && (from = octant_cli_load_cycle (cli, from_word, error)) == NULL)
    return FALSE;
  model = choose_model (cli, from, error);
  if (model == NULL)
    return FALSE;
  what.organisation_id = octant_record_get (org, OCTANT_ORGANISATION_ID);
  objects = choose_objects (cli, what.organisation_id, from, error);
  if (objects == NULL)
    return FALSE;
  what.as_of = as_of != NULL ? as_of : today;
  what.model = model;
  what.objects = objects;
  what.from = from;
  return commit_new_cycle (cli, &what, error);
}

/* The row of the whole among the score rows. */
static OctantScoreRow *
find_overall (GPtrArray *scores)
{
  for (guint i = 0; i < scores->len; i++)
    {
      OctantScoreRow *row = g_ptr_array_index (scores, i);

      if (strcmp (row->code, "overall") == 0)
        return row;
    }
  return NULL;
}

static void
add_cycle_json (JsonBuilder    *json,
                OctantRecord   *cycle,
                OctantScoreRow *overall)
{
  gboolean applicable = overall != NULL && overall->applicable;

  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_record_get (cycle, OCTANT_CYCLE_ID));
  octant_cli_json_string (json, "title", octant_record_get (cycle, OCTANT_CYCLE_TITLE));
  octant_cli_json_string (json, "as_of", octant_record_get (cycle, OCTANT_CYCLE_AS_OF));
  octant_cli_json_string (json, "organisation", octant_record_get (cycle, OCTANT_CYCLE_ORG));
  octant_cli_json_string (json, "model", octant_record_get (cycle, OCTANT_CYCLE_MODEL_ID));
  octant_cli_json_string (json, "model_version", octant_record_get (cycle, OCTANT_CYCLE_MODEL_VERSION));
  octant_cli_json_string (json, "from", octant_record_get (cycle, OCTANT_CYCLE_FROM_CYCLE));
  octant_cli_json_string (json, "s", applicable ? overall->s : NULL);
  octant_cli_json_string (json, "s_hi", applicable ? overall->s_hi : NULL);
  octant_cli_json_level (json, "l", applicable, applicable ? overall->l : 0);
  octant_cli_json_level (json, "l_hi", applicable, applicable ? overall->l_hi : 0);
  octant_cli_json_coverage (json, overall != NULL ? overall->answered : 0, overall != NULL ? overall->applicable_items : 0);
  json_builder_end_object (json);
}

static char *
range (const char *low,
       const char *high)
{
  return strcmp (low, high) == 0 ? g_strdup (low) : g_strdup_printf ("%s … %s", low, high);
}

static void
add_cycle_row (OctantCliTable *table,
               OctantRecord   *cycle,
               const char     *organisation,
               OctantScoreRow *overall)
{
  g_autofree char *level = NULL;
  g_autofree char *score = NULL;
  g_autofree char *answered = NULL;

  if (overall != NULL && overall->applicable)
    {
      g_autofree char *low = octant_cli_fraction_text (overall->s);
      g_autofree char *high = octant_cli_fraction_text (overall->s_hi);
      g_autofree char *l = g_strdup_printf ("%d", overall->l);
      g_autofree char *l_hi = g_strdup_printf ("%d", overall->l_hi);

      level = range (l, l_hi);
      score = range (low, high);
      answered = g_strdup_printf ("%u/%u", overall->answered, overall->applicable_items);
    }
  octant_cli_table_add (table, octant_record_get (cycle, OCTANT_CYCLE_ID), octant_record_get (cycle, OCTANT_CYCLE_TITLE),
                        organisation, octant_record_get (cycle, OCTANT_CYCLE_AS_OF), level, score, answered);
}

static gboolean
run_cycle_list (OctantCli *cli,
                GError   **error)
{
  const char *word = octant_cli_value (cli, "org");
  gboolean as_json = octant_cli_flag (cli, "json");
  g_autoptr (OctantRecord) org = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (OctantCliTable) table = NULL;

  if (!octant_cli_open (cli, error) || (word != NULL && (org = octant_cli_find_org (cli, word, error)) == NULL))
    return FALSE;
  cycles = octant_store_list (cli->store, OCTANT_TABLE_CYCLE, org != NULL ? OCTANT_CYCLE_ORG : OCTANT_STORE_ALL,
                              org != NULL ? octant_record_get (org, OCTANT_ORGANISATION_ID) : NULL, error);
  if (cycles == NULL)
    return FALSE;
  table = octant_cli_table_new (_("Id"), _("Title"), _("Institution"), _("As of"), _("Level"), _("Score"), _("Answered"), NULL);
  octant_cli_table_align_right (table, 6);
  json_builder_begin_array (json);
  for (guint i = 0; i < cycles->len; i++)
    {
      OctantRecord *cycle = g_ptr_array_index (cycles, i);
      g_autoptr (GPtrArray) scores = octant_cli_list_scores (cli, octant_record_get (cycle, OCTANT_CYCLE_ID), error);
      g_autoptr (OctantRecord) owner = NULL;

      if (scores == NULL)
        return FALSE;
      owner = octant_store_get (cli->store, OCTANT_TABLE_ORGANISATION, octant_record_get (cycle, OCTANT_CYCLE_ORG), error);
      if (owner == NULL)
        return FALSE;
      add_cycle_json (json, cycle, find_overall (scores));
      add_cycle_row (table, cycle, octant_record_get (owner, OCTANT_ORGANISATION_NAME), find_overall (scores));
    }
  json_builder_end_array (json);
  if (as_json)
    octant_cli_print_json (cli, json);
  else
    octant_cli_table_print (table, cli);
  return TRUE;
}

static void
add_objects_json (JsonBuilder      *json,
                  OctantAssessment *assessment)
{
  json_builder_set_member_name (json, "objects");
  json_builder_begin_array (json);
  for (guint i = 0; i < octant_assessment_get_n_objects (assessment); i++)
    {
      OctantRecord *row = octant_assessment_get_object (assessment, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "id", octant_record_get (row, OCTANT_CYCLE_OBJECT_OBJECT));
      octant_cli_json_string (json, "name", octant_record_get (row, OCTANT_CYCLE_OBJECT_NAME));
      octant_cli_json_string (json, "kind", octant_record_get (row, OCTANT_CYCLE_OBJECT_KIND));
      octant_cli_json_int (json, "level", octant_record_get_int (row, OCTANT_CYCLE_OBJECT_LEVEL));
      octant_cli_json_int (json, "criticality", octant_record_get_int (row, OCTANT_CYCLE_OBJECT_CRITICALITY));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_tailoring_json (JsonBuilder      *json,
                    OctantAssessment *assessment)
{
  guint n_nodes = octant_model_get_n_nodes (octant_assessment_get_model (assessment));

  json_builder_set_member_name (json, "tailored_out");
  json_builder_begin_array (json);
  for (guint node = 1; node < n_nodes; node++)
    {
      OctantRecord *row = octant_assessment_get_tailoring (assessment, node);

      if (row == NULL)
        continue;
      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", octant_record_get (row, OCTANT_TAILORING_CODE));
      octant_cli_json_string (json, "reason", octant_record_get (row, OCTANT_TAILORING_REASON));
      octant_cli_json_string (json, "approver", octant_record_get (row, OCTANT_TAILORING_APPROVER));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_interviews_json (JsonBuilder *json,
                     GPtrArray   *interviews)
{
  json_builder_set_member_name (json, "interviews");
  json_builder_begin_array (json);
  for (guint i = 0; i < interviews->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (interviews, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "person", octant_record_get (row, OCTANT_INTERVIEW_PERSON));
      octant_cli_json_string (json, "role", octant_record_get (row, OCTANT_INTERVIEW_ROLE));
      octant_cli_json_string (json, "held_on", octant_record_get (row, OCTANT_INTERVIEW_HELD_ON));
      octant_cli_json_string (json, "minutes", octant_record_get (row, OCTANT_INTERVIEW_MINUTES));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_cycle_json (OctantCli        *cli,
                  OctantAssessment *assessment,
                  GPtrArray        *interviews)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  OctantRecord *cycle = octant_assessment_get_cycle (assessment);

  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_record_get (cycle, OCTANT_CYCLE_ID));
  octant_cli_json_string (json, "title", octant_record_get (cycle, OCTANT_CYCLE_TITLE));
  octant_cli_json_string (json, "as_of", octant_record_get (cycle, OCTANT_CYCLE_AS_OF));
  octant_cli_json_string (json, "organisation", octant_record_get (cycle, OCTANT_CYCLE_ORG));
  octant_cli_json_string (json, "assessor", octant_record_get (cycle, OCTANT_CYCLE_ASSESSOR));
  octant_cli_json_string (json, "from", octant_record_get (cycle, OCTANT_CYCLE_FROM_CYCLE));
  octant_cli_json_model (json, octant_assessment_get_model (assessment));
  add_objects_json (json, assessment);
  add_tailoring_json (json, assessment);
  octant_export_add_targets (json, assessment);
  add_interviews_json (json, interviews);
  json_builder_end_object (json);
  octant_cli_print_json (cli, json);
}

static void
print_field (OctantCli  *cli,
             const char *label,
             const char *value)
{
  g_autofree char *clean = octant_cli_clean (value != NULL ? value : "");
  guint width = octant_cli_width (label);

  octant_cli_print (cli, "%s%*s  %s\n", label, width < 12 ? (int) (12 - width) : 0, "", clean);
}

static void
print_cycle_head (OctantCli        *cli,
                  OctantAssessment *assessment)
{
  OctantRecord *cycle = octant_assessment_get_cycle (assessment);
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantScore *score = octant_scorer_get_score (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL),
                                                      OCTANT_NODE_OVERALL);
  g_autofree char *about = g_strdup_printf ("%s %s@%s", octant_text_get (octant_model_get_title (model), cli->language),
                                            octant_model_get_id (model), octant_model_get_version (model));
  g_autofree char *result = octant_cli_score_text (score);

  print_field (cli, _("Cycle"), octant_record_get (cycle, OCTANT_CYCLE_TITLE));
  print_field (cli, _("Id"), octant_record_get (cycle, OCTANT_CYCLE_ID));
  print_field (cli, _("As of"), octant_record_get (cycle, OCTANT_CYCLE_AS_OF));
  print_field (cli, _("Assessor"), octant_record_get (cycle, OCTANT_CYCLE_ASSESSOR));
  print_field (cli, _("Model"), about);
  print_field (cli, _("Result"), result);
}

/* The name of a term, or its id where the model does not know it. */
static const char *
term_name (const OctantModelTerm *terms,
           guint                  n,
           const char            *id,
           OctantLanguage         language)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (terms[i].id, id) == 0)
      return octant_text_get (&terms[i].name, language);
  return id;
}

static void
print_cycle_text (OctantCli        *cli,
                  OctantAssessment *assessment,
                  GPtrArray        *interviews)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  g_autoptr (OctantCliTable) objects = octant_cli_table_new (_("Protected object"), _("Kind"), _("Level"), _("Criticality"), NULL);
  g_autoptr (OctantCliTable) tailored = octant_cli_table_new (_("Out of scope"), _("Reason"), _("Approver"), NULL);
  g_autoptr (OctantCliTable) talks = octant_cli_table_new (_("Interview"), _("Role"), _("Held on"), NULL);

  guint n_kinds, n_roles;
  const OctantModelTerm *kinds = octant_model_get_object_kinds (model, &n_kinds);
  const OctantModelTerm *roles = octant_model_get_roles (model, &n_roles);

  octant_cli_table_align_right (objects, 2);
  octant_cli_table_align_right (objects, 3);
  print_cycle_head (cli, assessment);
  for (guint i = 0; i < octant_assessment_get_n_objects (assessment); i++)
    {
      OctantRecord *row = octant_assessment_get_object (assessment, i);

      octant_cli_table_add (objects, octant_record_get (row, OCTANT_CYCLE_OBJECT_NAME),
                            term_name (kinds, n_kinds, octant_record_get (row, OCTANT_CYCLE_OBJECT_KIND), cli->language),
                            octant_record_get (row, OCTANT_CYCLE_OBJECT_LEVEL), octant_record_get (row, OCTANT_CYCLE_OBJECT_CRITICALITY));
    }
  for (guint node = 1; node < octant_model_get_n_nodes (model); node++)
    {
      OctantRecord *row = octant_assessment_get_tailoring (assessment, node);

      if (row != NULL)
        octant_cli_table_add (tailored, octant_record_get (row, OCTANT_TAILORING_CODE), octant_record_get (row, OCTANT_TAILORING_REASON),
                              octant_record_get (row, OCTANT_TAILORING_APPROVER));
    }
  for (guint i = 0; i < interviews->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (interviews, i);

      octant_cli_table_add (talks, octant_record_get (row, OCTANT_INTERVIEW_PERSON),
                            term_name (roles, n_roles, octant_record_get (row, OCTANT_INTERVIEW_ROLE), cli->language),
                            octant_record_get (row, OCTANT_INTERVIEW_HELD_ON));
    }
  octant_cli_table_print_titled (objects, cli);
  octant_cli_table_print_titled (tailored, cli);
  octant_cli_table_print_titled (talks, cli);
}

static gboolean
run_cycle_show (OctantCli *cli,
                GError   **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  g_autoptr (GPtrArray) interviews = NULL;

  if (assessment == NULL)
    return FALSE;
  interviews = octant_store_list (cli->store, OCTANT_TABLE_INTERVIEW, OCTANT_INTERVIEW_CYCLE,
                                  octant_assessment_get_id (assessment), error);
  if (interviews == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "json"))
    print_cycle_json (cli, assessment, interviews);
  else
    print_cycle_text (cli, assessment, interviews);
  return TRUE;
}

static gboolean
run_cycle_delete (OctantCli *cli,
                  GError   **error)
{
  g_autoptr (OctantAssessment) assessment = NULL;
  OctantBy by = octant_cli_by (cli);

  if (!octant_cli_need (cli, "yes", error))
    return FALSE;
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  /* Not applied in memory: nothing is left of it. */
  return assessment != NULL && octant_cli_commit (cli, NULL, octant_act_delete_cycle (assessment, &by), error);
}

static const OctantCliOption new_options[] = {
  { "org", OCTANT_CLI_TEXT, "ORG", N_("The institution, by id or name") },
  { "model", OCTANT_CLI_TEXT, "MODEL", N_("The model, by id or id@version; the newest when not given") },
  { "as-of", OCTANT_CLI_TEXT, "DATE", N_("The date that the assessment is about; today when not given") },
  { "from", OCTANT_CLI_TEXT, "CYCLE", N_("Carry the answers over from this cycle") },
  { "object", OCTANT_CLI_LIST, "OBJ", N_("A protected object in scope, by id or name; may be repeated") },
  { NULL },
};

static const OctantCliOption list_options[] = {
  { "org", OCTANT_CLI_TEXT, "ORG", N_("Only those of this institution") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

static const OctantCliOption show_options[] = {
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

static const OctantCliOption delete_options[] = {
  { "yes", OCTANT_CLI_FLAG, NULL, N_("Really delete; “undo” brings the cycle back") },
  { NULL },
};

const OctantCliCommand octant_cli_cycle_commands[] = {
  { "cycle new", "TITLE --org ORG [--model MODEL] [--as-of DATE] [--from CYCLE] [--object OBJ …]",
    N_("Start an assessment; prints its id"), 1, 1, OCTANT_CLI_NO_PATHS, new_options, run_cycle_new },
  { "cycle list", "[--org ORG] [--json]", N_("List the cycles with level and score"), 0, 0, OCTANT_CLI_NO_PATHS,
    list_options, run_cycle_list },
  { "cycle show", "CYCLE [--json]", N_("Show a cycle: objects, scope, interviews"), 1, 1, OCTANT_CLI_NO_PATHS,
    show_options, run_cycle_show },
  { "cycle delete", "CYCLE --yes", N_("Delete a cycle"), 1, 1, OCTANT_CLI_NO_PATHS, delete_options, run_cycle_delete },
  { NULL },
};
