/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "model/octant-model-library.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-models.h"
#include "octant-cli-table.h"

/* The data directory as far as its models go; it need not exist for reading them. */
static char *
get_folder (OctantCli *cli)
{
  return octant_store_default_dir (cli->data_dir);
}

OctantModel *
octant_cli_find_model (OctantCli  *cli,
                       const char *word,
                       GError    **error)
{
  g_autofree char *folder = get_folder (cli);
  g_autoptr (GPtrArray) entries = NULL;

  if (word != NULL)
    return octant_model_library_find (folder, word, error);
  entries = octant_model_library_list (folder);
  for (guint i = 0; i < entries->len; i++)
    {
      OctantModelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->shipped)
        return octant_model_new_from_file (entry->path, NULL, error);
    }
  octant_cli_fail (error, _("No shipped model in %s; install Octant again or name one with --model"),
                   octant_model_library_get_shipped_folder ());
  return NULL;
}

/* Each fault on a line of its own; that is all there is to say. */
static gboolean
report_faults (GPtrArray *faults,
               GError   **error)
{
  for (guint i = 0; i < faults->len; i++)
    {
      OctantModelFault *fault = g_ptr_array_index (faults, i);

      octant_cli_complain ("%s: %s", fault->pointer, fault->message);
    }
  g_clear_error (error);
  g_set_error_literal (error, OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_REPORTED, "faults in the model");
  return FALSE;
}

static gboolean
run_validate (OctantCli *cli,
              GError   **error)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_file (octant_cli_arg (cli, 0), &faults, error);

  if (model == NULL)
    return faults != NULL && faults->len > 0 ? report_faults (faults, error) : FALSE;
  octant_cli_print (cli, _("%s@%s is valid: %u domains, %u sub-domains, %u requirements\n"), octant_model_get_id (model),
                    octant_model_get_version (model), octant_model_get_n_domains (model), octant_model_get_n_subdomains (model),
                    octant_model_get_n_requirements (model));
  return TRUE;
}

static void
print_list_json (OctantCli *cli,
                 GPtrArray *entries)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      OctantModelEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "id", entry->id);
      octant_cli_json_string (json, "version", entry->version);
      octant_cli_json_text (json, "title", &entry->title);
      octant_cli_json_string (json, "hash", entry->hash);
      octant_cli_json_bool (json, "shipped", entry->shipped);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  octant_cli_print_json (cli, json);
}

static gboolean
run_list (OctantCli *cli,
          GError   **error)
{
  g_autofree char *folder = get_folder (cli);
  g_autoptr (GPtrArray) entries = octant_model_library_list (folder);
  g_autoptr (OctantCliTable) table = NULL;

  if (octant_cli_flag (cli, "json"))
    {
      print_list_json (cli, entries);
      return TRUE;
    }
  table = octant_cli_table_new (_("Model"), _("Title"), _("Origin"), NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      OctantModelEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = g_strdup_printf ("%s@%s", entry->id, entry->version);

      octant_cli_table_add (table, name, octant_text_get (&entry->title, cli->language),
                            entry->shipped ? _("shipped") : _("installed by the user"));
    }
  octant_cli_table_print (table, cli);
  return TRUE;
}

/* The file as it is: independent of locale, and every member of it is there. */
static gboolean
print_model_json (OctantCli   *cli,
                  OctantModel *model,
                  GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (octant_model_get_bytes (model), &size);

  g_string_append_len (cli->out, data, (gssize) size);
  if (size == 0 || data[size - 1] != '\n')
    g_string_append_c (cli->out, '\n');
  return TRUE;
}

static void
print_requirements (OctantCli                  *cli,
                    OctantModel                *model,
                    const OctantModelSubdomain *subdomain)
{
  for (guint i = subdomain->first_requirement; i < subdomain->first_requirement + subdomain->n_requirements; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      octant_cli_print (cli, "    %s%s%s  %s\n", requirement->code, requirement->scope == OCTANT_SCOPE_OBJECT ? " *" : "",
                        requirement->active ? "" : _(" (retired)"), octant_text_get (&requirement->text, cli->language));
    }
}

static void
print_domains (OctantCli   *cli,
               OctantModel *model)
{
  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, d);
      g_autofree char *weight = octant_fraction_to_string (&domain->weight);

      octant_cli_print (cli, _("\n%s %s (weight %s)\n"), domain->code, octant_text_get (&domain->name, cli->language), weight);
      for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, s);

          octant_cli_print (cli, "\n  %s %s%s\n", subdomain->code, octant_text_get (&subdomain->name, cli->language),
                            subdomain->gate ? _(" (gate)") : "");
          print_requirements (cli, model, subdomain);
        }
    }
}

static void
print_terms (OctantCli             *cli,
             const char            *title,
             const OctantModelTerm *terms,
             guint                  n)
{
  octant_cli_print (cli, "\n%s\n", title);
  for (guint i = 0; i < n; i++)
    octant_cli_print (cli, "  %s  %s\n", terms[i].id, octant_text_get (&terms[i].name, cli->language));
}

/* The words that other commands take. */
static void
print_vocabulary (OctantCli   *cli,
                  OctantModel *model)
{
  const OctantModelTerm *terms;
  const OctantModelLens *lenses;
  guint n;

  terms = octant_model_get_institution_kinds (model, &n);
  print_terms (cli, _("Kinds of institution"), terms, n);
  terms = octant_model_get_object_kinds (model, &n);
  print_terms (cli, _("Kinds of protected object"), terms, n);
  terms = octant_model_get_roles (model, &n);
  print_terms (cli, _("Roles"), terms, n);
  lenses = octant_model_get_lenses (model, &n);
  octant_cli_print (cli, "\n%s\n", _("Lenses"));
  for (guint i = 0; i < n; i++)
    octant_cli_print (cli, "  %s  %s\n", lenses[i].id, octant_text_get (&lenses[i].name, cli->language));
}

static void
print_scoring (OctantCli   *cli,
               OctantModel *model)
{
  static const char *const ratings[] = { "N", "P", "L", "F" };
  const OctantModelScoring *scoring = octant_model_get_scoring (model);
  g_autofree char *threshold = octant_fraction_to_string (&scoring->full_threshold);
  g_autofree char *domain = octant_fraction_to_string (&scoring->domain_quorum);
  g_autofree char *overall = octant_fraction_to_string (&scoring->overall_quorum);

  octant_cli_print (cli, "\n%s\n", _("Scoring"));
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autofree char *value = octant_fraction_to_string (&scoring->values[i]);

      octant_cli_print (cli, "  %s = %s\n", ratings[i], value);
    }
  octant_cli_print (cli, _("  lower levels above %s; domain quorum %s, overall quorum %s\n"), threshold, domain, overall);
}

static gboolean
run_show (OctantCli *cli,
          GError   **error)
{
  g_autoptr (OctantModel) model = octant_cli_find_model (cli, octant_cli_arg (cli, 0), error);

  if (model == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "json"))
    return print_model_json (cli, model, error);
  octant_cli_print (cli, "%s\n%s@%s  %s\n\n%s\n", octant_text_get (octant_model_get_title (model), cli->language),
                    octant_model_get_id (model), octant_model_get_version (model), octant_model_get_hash (model),
                    octant_text_get (octant_model_get_provenance (model), cli->language));
  print_domains (cli, model);
  octant_cli_print (cli, "\n%s\n", _("* rated for each protected object"));
  print_vocabulary (cli, model);
  print_scoring (cli, model);
  return TRUE;
}

static gboolean
run_install (OctantCli *cli,
             GError   **error)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OctantModelEntry) entry = NULL;

  /* Opening makes the data directory and sees to it that nobody else works in it. */
  if (!octant_cli_open (cli, error))
    return FALSE;
  entry = octant_model_library_install (octant_store_get_dir (cli->store), octant_cli_arg (cli, 0), &faults, error);
  if (entry == NULL)
    return faults != NULL && faults->len > 0 ? report_faults (faults, error) : FALSE;
  octant_cli_print (cli, "%s@%s\n", entry->id, entry->version);
  return TRUE;
}

/* A cycle holds a copy of its model; still, the model of work in progress should stay at hand. */
static gboolean
check_unused (OctantCli   *cli,
              OctantModel *model,
              GError     **error)
{
  g_autoptr (GPtrArray) cycles = octant_store_list (cli->store, OCTANT_TABLE_CYCLE, OCTANT_CYCLE_MODEL_HASH,
                                                    octant_model_get_hash (model), error);

  if (cycles == NULL)
    return FALSE;
  if (cycles->len == 0)
    return TRUE;
  return octant_cli_fail (error, _("The cycle “%s” uses %s@%s; delete the cycle first or keep the model"),
                          octant_record_get (g_ptr_array_index (cycles, 0), OCTANT_CYCLE_TITLE), octant_model_get_id (model),
                          octant_model_get_version (model));
}

static gboolean
run_remove (OctantCli *cli,
            GError   **error)
{
  g_autoptr (OctantModel) model = NULL;

  if (!octant_cli_open (cli, error))
    return FALSE;
  model = octant_model_library_find (octant_store_get_dir (cli->store), octant_cli_arg (cli, 0), error);
  return model != NULL && check_unused (cli, model, error) &&
         octant_model_library_remove (octant_store_get_dir (cli->store), octant_cli_arg (cli, 0), error);
}

static const OctantCliOption json_options[] = {
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_model_commands[] = {
  { "model validate", "FILE", N_("Check a model file; every fault is a line “POINTER: sentence” on stderr"), 1, 1, 0, NULL, run_validate },
  { "model list", "[--json]", N_("List the installed models"), 0, 0, OCTANT_CLI_NO_PATHS, json_options, run_list },
  { "model show", "MODEL [--json]", N_("Show a whole model"), 1, 1, OCTANT_CLI_NO_PATHS, json_options, run_show },
  { "model install", "FILE", N_("Install a model of your own"), 1, 1, 0, NULL, run_install },
  { "model remove", "MODEL", N_("Remove a model that no cycle uses"), 1, 1, OCTANT_CLI_NO_PATHS, NULL, run_remove },
  { NULL },
};
