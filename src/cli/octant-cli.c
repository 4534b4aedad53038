/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "octant-cli-args.h"
#include "octant-cli-i18n.h"

G_DEFINE_QUARK (octant-cli-error-quark, octant_cli_error)

const OctantCliGroup octant_cli_groups[] = {
  { N_("Maturity models"), octant_cli_model_commands },
  { N_("Institutions and protected objects"), octant_cli_org_commands },
  { N_("Cycles"), octant_cli_cycle_commands },
  { N_("Answers"), octant_cli_rate_commands },
  { N_("Targets"), octant_cli_target_commands },
  { N_("Results"), octant_cli_score_commands },
  { N_("ATT&CK"), octant_cli_attack_commands },
  { N_("Comparison"), octant_cli_compare_commands },
  { N_("Evidence"), octant_cli_evidence_commands },
  { N_("Audit trail"), octant_cli_journal_commands },
  { N_("Files"), octant_cli_export_commands },
  { N_("Charts"), octant_cli_chart_commands },
  { N_("Sample"), octant_cli_demo_commands },
  { NULL },
};

gboolean
octant_cli_fail (GError    **error,
                 const char *format,
                 ...)
{
  va_list list;

  va_start (list, format);
  if (error != NULL)
    *error = g_error_new_valist (OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_FAILED, format, list);
  va_end (list);
  return FALSE;
}

gboolean
octant_cli_usage (GError    **error,
                  const char *format,
                  ...)
{
  va_list list;

  va_start (list, format);
  if (error != NULL)
    *error = g_error_new_valist (OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_USAGE, format, list);
  va_end (list);
  return FALSE;
}

char *
octant_cli_clean (const char *text)
{
  GString *clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free_and_steal (clean);
}

/* Written as it is and not by g_printerr(): in the C locale that would turn Chinese into "?". */
void
octant_cli_complain (const char *format,
                     ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  line = octant_cli_clean (text);
  fprintf (stderr, "%s\n", line);
}

void
octant_cli_print (OctantCli  *cli,
                  const char *format,
                  ...)
{
  va_list list;

  va_start (list, format);
  g_string_append_vprintf (cli->out, format, list);
  va_end (list);
}

void
octant_cli_print_json (OctantCli   *cli,
                       JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_string_append (cli->out, text);
  g_string_append_c (cli->out, '\n');
}

static void
set_language (OctantCli  *cli,
              const char *wanted)
{
  /* For names of files and messages of the system; texts have their own way. */
  setlocale (LC_ALL, "");
  cli->language = octant_language_from_locale ();
  if (g_strcmp0 (wanted, "zh") == 0)
    cli->language = OCTANT_LANGUAGE_ZH;
  else if (g_strcmp0 (wanted, "en") == 0)
    cli->language = OCTANT_LANGUAGE_EN;
  octant_cli_i18n_init (cli->language);
}

static gboolean
dispatch (OctantCli *cli,
          int        argc,
          char     **argv,
          GError   **error)
{
  const char *lang;

  if (!octant_cli_parse (cli, argc, argv, error))
    return FALSE;
  lang = octant_cli_value (cli, "lang");
  if (lang != NULL && strcmp (lang, "zh") != 0 && strcmp (lang, "en") != 0)
    return octant_cli_usage (error, _("“--lang %s” is not known; choose zh or en"), lang);
  g_set_str (&cli->data_dir, octant_cli_value (cli, "data-dir"));
  if (cli->data_dir != NULL && *cli->data_dir == '\0')
    return octant_cli_usage (error, _("“--data-dir” is empty; name a folder"));

  if (octant_cli_flag (cli, "help"))
    {
      if (cli->command != NULL)
        octant_cli_command_help (cli);
      else
        octant_cli_help (cli);
      return TRUE;
    }
  if (octant_cli_flag (cli, "version"))
    {
      octant_cli_print (cli, "octant-cli %s\n", OCTANT_VERSION);
      return TRUE;
    }
  if (cli->command == NULL)
    return octant_cli_usage (error, _("No command given; octant-cli --help lists all"));
  return cli->command->run (cli, error);
}

/* Whatever was said goes out, then the store is closed: both may fail. */
static gboolean
finish (OctantCli *cli,
        GError   **error)
{
  gboolean done = TRUE;

  if (cli->store != NULL)
    done = octant_store_close (cli->store, error);
  if (cli->out->len > 0 &&
      (fwrite (cli->out->str, 1, cli->out->len, stdout) != cli->out->len || fflush (stdout) != 0) && done)
    done = octant_cli_fail (error, _("Cannot write to standard output: %s"), g_strerror (errno));
  return done;
}

static int
report (const GError *failed)
{
  if (failed == NULL)
    return 0;
  if (!g_error_matches (failed, OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_REPORTED))
    octant_cli_complain ("octant-cli: %s", failed->message);
  return g_error_matches (failed, OCTANT_CLI_ERROR, OCTANT_CLI_ERROR_USAGE) ? 2 : 1;
}

/**
 * octant_cli_run:
 *
 * The whole program.
 *
 * Returns: the exit status: 0 done, 1 refused or failed, 2 wrong usage
 */
int
octant_cli_run (int    argc,
                char **argv)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GError) unfinished = NULL;
  OctantCli cli = { 0 };
  int status;

  cli.args = g_ptr_array_new_with_free_func (g_free);
  cli.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  cli.out = g_string_new (NULL);
  set_language (&cli, octant_cli_peek_language (argc, argv));

  dispatch (&cli, argc, argv, &failed);
  finish (&cli, &unfinished);
  status = report (failed != NULL ? failed : unfinished);

  g_clear_object (&cli.store);
  g_ptr_array_unref (cli.args);
  g_hash_table_unref (cli.values);
  g_string_free (cli.out, TRUE);
  g_free (cli.data_dir);
  octant_cli_i18n_clear ();
  return status;
}
