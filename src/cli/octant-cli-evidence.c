/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include "evidence/octant-evidence.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"

typedef struct
{
  const char *collected; /* (nullable) */
  const char *until;     /* (nullable) */
  int strength;
} Details;

/* Copies every file in first: a missing one stops the command before anything is recorded. */
static GPtrArray *
import_files (OctantCli        *cli,
              OctantAssessment *assessment,
              const Details    *details,
              GError          **error)
{
  const char *org = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  OctantBy by = octant_cli_by (cli);
  for (guint i = 2; i < cli->args->len; i++)
    {
      g_autoptr (GFile) source = g_file_new_for_commandline_arg (octant_cli_arg (cli, i));
      OctantEvidenceFile *file = octant_evidence_import (octant_store_get_dir (cli->store), source, NULL, NULL, NULL, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (records, octant_evidence_record (org, file, octant_cli_value (cli, "title"), "",
                                                        details->collected, details->until, details->strength, by.actor, by.time));
      octant_evidence_file_free (file);
    }
  return g_steal_pointer (&records);
}

static gboolean
run_add (OctantCli *cli,
         GError   **error)
{
  g_autoptr (OctantAssessment) assessment = NULL;
  g_autoptr (GPtrArray) records = NULL;
  OctantBy by = octant_cli_by (cli);
  OctantItemRef item;
  OctantAct *act;
  Details details;

  if (!octant_cli_date (cli, "collected", &details.collected, error) ||
      !octant_cli_date (cli, "valid-until", &details.until, error) ||
      !octant_cli_int (cli, "strength", 0, 3, 1, &details.strength, error))
    return FALSE;
  assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (assessment == NULL ||
      !octant_cli_find_item (assessment, octant_cli_arg (cli, 1), octant_cli_value (cli, "object"), &item, error))
    return FALSE;
  records = import_files (cli, assessment, &details, error);
  if (records == NULL)
    return FALSE;
  act = octant_act_attach (assessment, item, records, &by, error);
  if (act == NULL || !octant_cli_commit (cli, assessment, act, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    octant_cli_print (cli, "%s\n", octant_record_get (g_ptr_array_index (records, i), OCTANT_EVIDENCE_ID));
  return TRUE;
}

typedef struct
{
  OctantRecord *evidence; /* borrowed */
  const char *code;
  const char *object;     /* (nullable) */
} Link;

static void
collect_item (OctantAssessment *assessment,
              guint             requirement,
              guint             slot,
              GArray           *links)
{
  const OctantRequirement *info = octant_model_get_requirement (octant_assessment_get_model (assessment), requirement);
  g_autoptr (GPtrArray) evidence = octant_assessment_list_evidence (assessment, requirement, slot);
  const char *object = NULL;

  if (info->scope == OCTANT_SCOPE_OBJECT && octant_assessment_get_n_objects (assessment) > 0)
    object = octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_NAME);
  for (guint i = 0; i < evidence->len; i++)
    {
      Link link = { g_ptr_array_index (evidence, i), info->code, object };

      g_array_append_val (links, link);
    }
}

static gboolean
collect_links (OctantAssessment *assessment,
               const char       *code,
               GArray           *links)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  gboolean known = code == NULL;

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      if (!octant_cli_is_below (octant_model_get_requirement (model, i)->code, code))
        continue;
      known = TRUE;
      for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, i); slot++)
        collect_item (assessment, i, slot, links);
    }
  return known;
}

static void
print_links_json (OctantCli *cli,
                  GArray    *links)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < links->len; i++)
    {
      Link *link = &g_array_index (links, Link, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "id", octant_record_get (link->evidence, OCTANT_EVIDENCE_ID));
      octant_cli_json_string (json, "code", link->code);
      octant_cli_json_string (json, "object", link->object);
      octant_cli_json_string (json, "title", octant_record_get (link->evidence, OCTANT_EVIDENCE_TITLE));
      octant_cli_json_string (json, "name", octant_record_get (link->evidence, OCTANT_EVIDENCE_NAME));
      octant_cli_json_string (json, "media_type", octant_record_get (link->evidence, OCTANT_EVIDENCE_MEDIA_TYPE));
      octant_cli_json_int (json, "size", octant_record_get_int (link->evidence, OCTANT_EVIDENCE_SIZE));
      octant_cli_json_string (json, "sha256", octant_record_get (link->evidence, OCTANT_EVIDENCE_SHA256));
      octant_cli_json_string (json, "collected_on", octant_record_get (link->evidence, OCTANT_EVIDENCE_COLLECTED_ON));
      octant_cli_json_string (json, "valid_until", octant_record_get (link->evidence, OCTANT_EVIDENCE_VALID_UNTIL));
      octant_cli_json_int (json, "strength", octant_record_get_int (link->evidence, OCTANT_EVIDENCE_STRENGTH));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  octant_cli_print_json (cli, json);
}

static void
print_links (OctantCli *cli,
             GArray    *links)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Object"), _("Title"), _("Collected"), _("Valid until"),
                                                           _("Strength"), _("Id"), NULL);

  octant_cli_table_align_right (table, 5);
  for (guint i = 0; i < links->len; i++)
    {
      Link *link = &g_array_index (links, Link, i);

      octant_cli_table_add (table, link->code, link->object, octant_record_get (link->evidence, OCTANT_EVIDENCE_TITLE),
                            octant_record_get (link->evidence, OCTANT_EVIDENCE_COLLECTED_ON),
                            octant_record_get (link->evidence, OCTANT_EVIDENCE_VALID_UNTIL),
                            octant_record_get (link->evidence, OCTANT_EVIDENCE_STRENGTH),
                            octant_record_get (link->evidence, OCTANT_EVIDENCE_ID));
    }
  octant_cli_table_print (table, cli);
}

static gboolean
run_list (OctantCli *cli,
          GError   **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  const char *code = octant_cli_arg (cli, 1);

  if (assessment == NULL)
    return FALSE;
  if (!collect_links (assessment, code, links))
    return octant_cli_fail (error, _("The model has nothing at or below “%s”; “model show” lists all codes"), code);
  if (octant_cli_flag (cli, "json"))
    print_links_json (cli, links);
  else
    print_links (cli, links);
  return TRUE;
}

/* An id or a unique prefix of one. */
static OctantRecord *
find_evidence (OctantCli  *cli,
               const char *word,
               GError    **error)
{
  g_autoptr (GPtrArray) rows = octant_store_list (cli->store, OCTANT_TABLE_EVIDENCE, OCTANT_STORE_ALL, NULL, error);
  OctantRecord *found = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      if (*word == '\0' || !g_str_has_prefix (octant_record_get (row, OCTANT_EVIDENCE_ID), word))
        continue;
      if (found != NULL)
        {
          octant_cli_fail (error, _("“%s” begins more than one piece of evidence; give more of the id"), word);
          return NULL;
        }
      found = row;
    }
  if (rows != NULL && found == NULL)
    octant_cli_fail (error, _("No such evidence: “%s”; “evidence list” names the ids"), word);
  return found != NULL ? octant_record_ref (found) : NULL;
}

static gboolean
run_open_path (OctantCli *cli,
               GError   **error)
{
  g_autoptr (OctantRecord) evidence = NULL;
  g_autofree char *path = NULL;

  if (!octant_cli_open (cli, error))
    return FALSE;
  evidence = find_evidence (cli, octant_cli_arg (cli, 0), error);
  if (evidence == NULL)
    return FALSE;
  path = octant_evidence_path (octant_store_get_dir (cli->store), evidence);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return octant_cli_fail (error, _("The stored file is missing: %s; bring it back from a backup"), path);
  octant_cli_print (cli, "%s\n", path);
  return TRUE;
}

static gboolean
run_verify (OctantCli *cli,
            GError   **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!octant_cli_open (cli, error))
    return FALSE;
  rows = octant_store_list (cli->store, OCTANT_TABLE_EVIDENCE, OCTANT_STORE_ALL, NULL, error);
  if (rows == NULL)
    return FALSE;
  findings = octant_evidence_verify (cli->store, NULL, NULL, NULL, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      OctantFinding *finding = g_ptr_array_index (findings, i);

      octant_cli_print (cli, "%s: %s\n", finding->where, finding->message);
    }
  if (findings->len > 0)
    return octant_cli_fail (error, ngettext ("Evidence has %u fault; see the list", "Evidence has %u faults; see the list", findings->len),
                            findings->len);
  octant_cli_print (cli, ngettext ("%u piece of evidence is sound\n", "%u pieces of evidence are sound\n", rows->len), rows->len);
  return TRUE;
}

static const OctantCliOption add_options[] = {
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("The protected object, for requirements that are rated for each") },
  { "title", OCTANT_CLI_TEXT, "T", N_("Title; the name of the file when not given") },
  { "collected", OCTANT_CLI_TEXT, "DATE", N_("When it was collected") },
  { "valid-until", OCTANT_CLI_TEXT, "DATE", N_("Until when it is valid") },
  { "strength", OCTANT_CLI_TEXT, "0-3", N_("0 statement, 1 document, 2 document and sampled records, 3 tested by the assessor") },
  { NULL },
};

static const OctantCliOption list_options[] = {
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_evidence_commands[] = {
  { "evidence add", "CYCLE CODE FILE… [--object OBJ] [--title T] [--collected DATE] [--valid-until DATE] [--strength 0-3]",
    N_("Attach files to an answer; prints their ids"), 3, OCTANT_CLI_ANY, 2, add_options, run_add },
  { "evidence list", "CYCLE [CODE] [--json]", N_("List the evidence of a cycle, or at and below a code"), 1, 2, OCTANT_CLI_NO_PATHS,
    list_options, run_list },
  { "evidence open-path", "ID", N_("Print where the stored file is"), 1, 1, OCTANT_CLI_NO_PATHS, NULL, run_open_path },
  { "evidence verify", "", N_("Recompute the hashes of all evidence"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_verify },
  { NULL },
};
