/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include "octant-cli-i18n.h"
#include "octant-cli-table.h"

static gboolean
run_org_add (OctantCli *cli,
             GError   **error)
{
  OctantBy by = octant_cli_by (cli);
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *id = NULL;
  const char *kind = octant_cli_value (cli, "kind");

  if (!octant_cli_open (cli, error) ||
      !octant_cli_check_new (cli, OCTANT_TABLE_ORGANISATION, NULL, octant_cli_arg (cli, 0), error))
    return FALSE;
  act = octant_act_add_organisation (octant_cli_arg (cli, 0), kind != NULL ? kind : "", &by, &id, error);
  if (act == NULL || !octant_cli_commit (cli, NULL, g_steal_pointer (&act), error))
    return FALSE;
  octant_cli_print (cli, "%s\n", id);
  return TRUE;
}

static void
print_orgs_json (OctantCli *cli,
                 GPtrArray *rows)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "id");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_ORGANISATION_ID));
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_ORGANISATION_NAME));
      json_builder_set_member_name (json, "kind");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_ORGANISATION_KIND));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  octant_cli_print_json (cli, json);
}

static gboolean
run_org_list (OctantCli *cli,
              GError   **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (OctantCliTable) table = NULL;

  if (!octant_cli_open (cli, error))
    return FALSE;
  rows = octant_store_list (cli->store, OCTANT_TABLE_ORGANISATION, OCTANT_STORE_ALL, NULL, error);
  if (rows == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "json"))
    {
      print_orgs_json (cli, rows);
      return TRUE;
    }
  table = octant_cli_table_new (_("Id"), _("Institution"), _("Kind"), NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      octant_cli_table_add (table, octant_record_get (row, OCTANT_ORGANISATION_ID),
                            octant_record_get (row, OCTANT_ORGANISATION_NAME),
                            octant_record_get (row, OCTANT_ORGANISATION_KIND));
    }
  octant_cli_table_print (table, cli);
  return TRUE;
}

static gboolean
run_object_add (OctantCli *cli,
                GError   **error)
{
  OctantBy by = octant_cli_by (cli);
  g_autoptr (OctantRecord) org = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *id = NULL;
  int level, criticality;

  if (!octant_cli_need (cli, "kind", error) || !octant_cli_need (cli, "level", error) ||
      !octant_cli_int (cli, "level", 1, 5, 1, &level, error) ||
      !octant_cli_int (cli, "criticality", 1, 1000, 0, &criticality, error) ||
      !octant_cli_open (cli, error))
    return FALSE;
  org = octant_cli_find_org (cli, octant_cli_arg (cli, 0), error);
  if (org == NULL ||
      !octant_cli_check_new (cli, OCTANT_TABLE_OBJECT, octant_record_get (org, OCTANT_ORGANISATION_ID), octant_cli_arg (cli, 1),
                             error))
    return FALSE;
  act = octant_act_add_object (octant_record_get (org, OCTANT_ORGANISATION_ID), octant_cli_arg (cli, 1),
                               octant_cli_value (cli, "kind"), level, criticality, &by, &id, error);
  if (act == NULL || !octant_cli_commit (cli, NULL, g_steal_pointer (&act), error))
    return FALSE;
  octant_cli_print (cli, "%s\n", id);
  return TRUE;
}

static void
print_objects_json (OctantCli *cli,
                    GPtrArray *rows)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "id");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_OBJECT_ID));
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_OBJECT_NAME));
      json_builder_set_member_name (json, "kind");
      json_builder_add_string_value (json, octant_record_get (row, OCTANT_OBJECT_KIND));
      json_builder_set_member_name (json, "level");
      json_builder_add_int_value (json, octant_record_get_int (row, OCTANT_OBJECT_LEVEL));
      json_builder_set_member_name (json, "criticality");
      json_builder_add_int_value (json, octant_record_get_int (row, OCTANT_OBJECT_CRITICALITY));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  octant_cli_print_json (cli, json);
}

static gboolean
run_object_list (OctantCli *cli,
                 GError   **error)
{
  g_autoptr (OctantRecord) org = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (OctantCliTable) table = NULL;

  if (!octant_cli_open (cli, error))
    return FALSE;
  org = octant_cli_find_org (cli, octant_cli_arg (cli, 0), error);
  if (org == NULL)
    return FALSE;
  rows = octant_store_list (cli->store, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG,
                            octant_record_get (org, OCTANT_ORGANISATION_ID), error);
  if (rows == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "json"))
    {
      print_objects_json (cli, rows);
      return TRUE;
    }
  table = octant_cli_table_new (_("Id"), _("Protected object"), _("Kind"), _("Level"), _("Criticality"), NULL);
  octant_cli_table_align_right (table, 3);
  octant_cli_table_align_right (table, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      octant_cli_table_add (table, octant_record_get (row, OCTANT_OBJECT_ID), octant_record_get (row, OCTANT_OBJECT_NAME),
                            octant_record_get (row, OCTANT_OBJECT_KIND), octant_record_get (row, OCTANT_OBJECT_LEVEL),
                            octant_record_get (row, OCTANT_OBJECT_CRITICALITY));
    }
  octant_cli_table_print (table, cli);
  return TRUE;
}

static const OctantCliOption org_add_options[] = {
  { "kind", OCTANT_CLI_TEXT, "KIND", N_("Kind of institution: core, securities, futures, fund, service") },
  { NULL },
};

static const OctantCliOption list_options[] = {
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

static const OctantCliOption object_add_options[] = {
  { "kind", OCTANT_CLI_TEXT, "KIND", N_("Kind of object, an id of the model's list such as OBJ-TRD") },
  { "level", OCTANT_CLI_TEXT, "N", N_("Classified-protection level, 1 to 5") },
  { "criticality", OCTANT_CLI_TEXT, "N", N_("Weight among the objects; the level when not given") },
  { NULL },
};

const OctantCliCommand octant_cli_org_commands[] = {
  { "org add", "NAME [--kind KIND]", N_("Add an institution; prints its id"), 1, 1, OCTANT_CLI_NO_PATHS,
    org_add_options, run_org_add },
  { "org list", "[--json]", N_("List the institutions"), 0, 0, OCTANT_CLI_NO_PATHS, list_options, run_org_list },
  { "object add", "ORG NAME --kind KIND --level N [--criticality N]", N_("Add a core protected object; prints its id"),
    2, 2, OCTANT_CLI_NO_PATHS, object_add_options, run_object_add },
  { "object list", "ORG [--json]", N_("List the protected objects of an institution"), 1, 1, OCTANT_CLI_NO_PATHS,
    list_options, run_object_list },
  { NULL },
};
