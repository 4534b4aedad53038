/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-import.h"


#include "exchange/octant-ratings-csv.h"
#include "octant-cli-i18n.h"

static gboolean
report_faults (const char *path,
               GPtrArray  *faults,
               GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  for (guint i = 0; i < faults->len; i++)
    {
      OctantFault *fault = g_ptr_array_index (faults, i);

      if (fault->line > 0)
        octant_cli_complain ("%s:%u: %s", shown, fault->line, fault->message);
      else
        octant_cli_complain ("%s: %s", shown, fault->message);
    }
  g_clear_error (error);
  g_set_error_literal (error, OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_REPORTED, "faults in the file");
  return FALSE;
}

gboolean
octant_cli_import_ratings (OctantCli  *cli,
                           const char *path,
                           GError    **error)
{
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OctantAct) act = NULL;
  OctantBy by = octant_cli_by (cli);
  guint n;

  if (assessment == NULL)
    return FALSE;
  data = octant_exchange_read_file (path, error);
  if (data == NULL)
    return FALSE;
  act = octant_ratings_csv_import (assessment, data, &by, &faults, error);
  if (act == NULL)
    return faults != NULL && faults->len > 0 ? report_faults (path, faults, error) : FALSE;
  n = act->changes->len;
  if (octant_cli_flag (cli, "dry-run"))
    {
      octant_cli_print (cli, ngettext ("The file is right; it would change %u answer\n", "The file is right; it would change %u answers\n", n), n);
      return TRUE;
    }
  if (!octant_cli_commit (cli, assessment, g_steal_pointer (&act), error))
    return FALSE;
  octant_cli_print (cli, ngettext ("%u answer changed\n", "%u answers changed\n", n), n);
  return TRUE;
}
