/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-args.h"

#include <string.h>

#include "base/octant-time.h"
#include "octant-cli-i18n.h"
#include "octant-cli-table.h"

/*
 * The arguments are read here and not by GOptionContext because "-" is a rating and a value
 * like "-" or "--" must reach its command, because options stand anywhere and a list option
 * takes several words, and because a usage error has to be one line with status 2.
 */

const OctantCliOption octant_cli_global_options[] = {
  { "data-dir", OCTANT_CLI_PATH, "DIR", N_("Work on the data in DIR") },
  { "lang", OCTANT_CLI_TEXT, "zh|en", N_("Language of names and texts") },
  { "help", OCTANT_CLI_FLAG, NULL, N_("Show help for the program or a command") },
  { "version", OCTANT_CLI_FLAG, NULL, N_("Show the version") },
  { NULL },
};

typedef struct
{
  OctantCli *cli;
  GPtrArray *words;  /* (owned) positional words, the command's among them */
  GPtrArray *lists;  /* (owned) for each word: the list option that it follows, or NULL */
  const char *list;  /* list option whose values may go on */
} Parser;

static const OctantCliOption *
find_in (const OctantCliOption *options,
         const char            *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strcmp (options->name, name) == 0)
      return options;
  return NULL;
}

/* Before the command is known any command's option is accepted, checked again afterwards. */
static const OctantCliOption *
find_option (const OctantCliCommand *command,
             const char             *name)
{
  const OctantCliOption *option = find_in (octant_cli_global_options, name);

  if (option != NULL || command != NULL)
    return option != NULL ? option : find_in (command->options, name);
  for (const OctantCliGroup *group = octant_cli_groups; group->title != NULL; group++)
    for (command = group->commands; command->name != NULL; command++)
      {
        option = find_in (command->options, name);
        if (option != NULL)
          return option;
      }
  return NULL;
}

/* The command that the first words name; NULL when they name none (yet). */
static const OctantCliCommand *
find_command (GPtrArray *words,
              guint     *n_words)
{
  const char *first = words->len > 0 ? g_ptr_array_index (words, 0) : "";
  const char *second = words->len > 1 ? g_ptr_array_index (words, 1) : "";
  g_autofree char *both = g_strdup_printf ("%s %s", first, second);
  const OctantCliCommand *single = NULL;

  for (const OctantCliGroup *group = octant_cli_groups; group->title != NULL; group++)
    for (const OctantCliCommand *command = group->commands; command->name != NULL; command++)
      {
        if (strcmp (command->name, both) == 0)
          {
            *n_words = 2;
            return command;
          }
        if (strcmp (command->name, first) == 0)
          single = command;
      }
  *n_words = 1;
  return single;
}

/* Whether @word begins commands of two words, like "cycle". */
static gboolean
is_group_word (const char *word)
{
  g_autofree char *prefix = g_strdup_printf ("%s ", word);

  for (const OctantCliGroup *group = octant_cli_groups; group->title != NULL; group++)
    for (const OctantCliCommand *command = group->commands; command->name != NULL; command++)
      if (g_str_has_prefix (command->name, prefix))
        return TRUE;
  return FALSE;
}

static void
add_value (OctantCli  *cli,
           const char *name,
           const char *value)
{
  GPtrArray *values = g_hash_table_lookup (cli->values, name);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (cli->values, g_strdup (name), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

static gboolean
check_utf8 (const char *text,
            GError    **error)
{
  g_autofree char *shown = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_utf8_make_valid (text, -1);
  return octant_cli_usage (error, _("“%s” is not valid UTF-8; give the argument in UTF-8"), shown);
}

static gboolean
parse_option (Parser  *parser,
              char   **argv,
              int      argc,
              int     *index,
              GError **error)
{
  const char *text = argv[*index] + (argv[*index][1] == '-' ? 2 : 1);
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  const OctantCliOption *option = NULL;
  const char *value = equals != NULL ? equals + 1 : NULL;
  guint n_words;

  if (!check_utf8 (name, error))
    return FALSE;
  if (strcmp (argv[*index], "-h") == 0)
    g_set_str (&name, "help");
  /* One dash for one letter, two for a word. */
  if ((argv[*index][1] == '-') == (strlen (name) > 1) || strcmp (name, "help") == 0)
    option = find_option (find_command (parser->words, &n_words), name);
  if (option == NULL)
    return octant_cli_usage (error, _("Unknown option “%s”; see --help"), argv[*index]);
  parser->list = NULL;
  if (option->kind == OCTANT_CLI_FLAG)
    {
      if (value != NULL)
        return octant_cli_usage (error, _("Option “--%s” takes no value; leave “=%s” out"), name, value);
      add_value (parser->cli, name, "");
      return TRUE;
    }
  if (value == NULL && *index + 1 < argc)
    value = argv[++*index];
  if (value == NULL)
    return octant_cli_usage (error, _("Option “%s” needs a value: %s"), argv[*index], option->metavar);
  if (option->kind != OCTANT_CLI_PATH && !check_utf8 (value, error))
    return FALSE;
  add_value (parser->cli, name, value);
  if (option->kind == OCTANT_CLI_LIST)
    parser->list = option->name;
  return TRUE;
}

/* Words beyond what the command takes belong to the list option that they follow. */
static void
give_surplus_to_lists (Parser *parser,
                       guint   n_words)
{
  const OctantCliCommand *command = parser->cli->command;
  GPtrArray *words = parser->words;

  for (guint i = n_words; i < words->len && words->len - n_words > command->max_args;)
    {
      const char *list = g_ptr_array_index (parser->lists, i);

      if (list == NULL)
        {
          i++;
          continue;
        }
      add_value (parser->cli, list, g_ptr_array_index (words, i));
      g_ptr_array_remove_index (words, i);
      g_ptr_array_remove_index (parser->lists, i);
    }
}

static gboolean
check_options (OctantCli *cli,
               GError   **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, cli->values);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (find_option (cli->command, name) == NULL)
      return octant_cli_usage (error, _("“%s” has no option “--%s”; see %s --help"),
                               cli->command->name, (char *) name, cli->command->name);
  return TRUE;
}

static gboolean
check_args (OctantCli *cli,
            GError   **error)
{
  const OctantCliCommand *command = cli->command;

  if (g_hash_table_contains (cli->values, "help"))
    return TRUE;
  for (guint i = 0; i < cli->args->len && i < command->first_path; i++)
    if (!check_utf8 (octant_cli_arg (cli, i), error))
      return FALSE;
  if (cli->args->len < command->min_args)
    return octant_cli_usage (error, _("Missing argument; usage: octant-cli %s %s"), command->name, command->usage);
  if (cli->args->len > command->max_args)
    {
      g_autofree char *shown = g_utf8_make_valid (octant_cli_arg (cli, command->max_args), -1);

      return octant_cli_usage (error, _("Unexpected argument “%s”; usage: octant-cli %s %s"),
                               shown, command->name, command->usage);
    }
  return TRUE;
}

static gboolean
take_command (Parser  *parser,
              GError **error)
{
  OctantCli *cli = parser->cli;
  guint n_words = 0;
  g_autofree char *shown = NULL;

  if (parser->words->len == 0)
    return TRUE;
  cli->command = find_command (parser->words, &n_words);
  if (cli->command == NULL)
    {
      const char *first = g_ptr_array_index (parser->words, 0);

      shown = g_utf8_make_valid (first, -1);
      if (!is_group_word (first))
        return octant_cli_usage (error, _("Unknown command “%s”; octant-cli --help lists all"), shown);
      if (parser->words->len > 1 || !g_hash_table_contains (cli->values, "help"))
        return octant_cli_usage (error, _("“%s” needs to be followed by what to do; octant-cli --help lists all"), shown);
      return TRUE;
    }
  give_surplus_to_lists (parser, n_words);
  for (guint i = n_words; i < parser->words->len; i++)
    g_ptr_array_add (cli->args, g_strdup (g_ptr_array_index (parser->words, i)));
  return check_options (cli, error) && check_args (cli, error);
}

gboolean
octant_cli_parse (OctantCli *cli,
                  int        argc,
                  char     **argv,
                  GError   **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  Parser parser = { .cli = cli, .words = words, .lists = lists };
  gboolean only_words = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (!only_words && strcmp (argv[i], "--") == 0)
        only_words = TRUE;
      else if (only_words || argv[i][0] != '-' || argv[i][1] == '\0')
        {
          g_ptr_array_add (words, argv[i]);
          g_ptr_array_add (lists, only_words ? NULL : (gpointer) parser.list);
        }
      else if (!parse_option (&parser, argv, argc, &i, error))
        return FALSE;
    }
  return take_command (&parser, error);
}

const char *
octant_cli_peek_language (int    argc,
                          char **argv)
{
  const char *found = NULL;

  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (g_str_has_prefix (argv[i], "--lang="))
      found = argv[i] + strlen ("--lang=");
    else if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
      found = argv[i + 1];
  return found;
}

static void
print_options (OctantCli             *cli,
               const OctantCliOption *options)
{
  guint width = 0;

  for (const OctantCliOption *option = options; option->name != NULL; option++)
    width = MAX (width, (guint) (strlen (option->name) + (option->metavar != NULL ? octant_cli_width (option->metavar) + 1 : 0)));
  for (const OctantCliOption *option = options; option->name != NULL; option++)
    {
      const char *metavar = option->metavar != NULL ? option->metavar : "";
      g_autofree char *left = g_strconcat (strlen (option->name) > 1 ? "--" : "-", option->name, *metavar ? " " : "", metavar, NULL);

      octant_cli_print (cli, "  %s%*s  %s\n", left, (int) (width + 2 - MIN (width + 2, octant_cli_width (left))), "",
                        _(option->help));
    }
}

void
octant_cli_help (OctantCli *cli)
{
  guint width = 0;

  octant_cli_print (cli, "%s\n  octant-cli [--data-dir DIR] [--lang zh|en] %s\n", _("Usage:"), _("COMMAND …"));
  for (const OctantCliGroup *group = octant_cli_groups; group->title != NULL; group++)
    for (const OctantCliCommand *command = group->commands; command->name != NULL; command++)
      width = MAX (width, (guint) strlen (command->name));
  for (const OctantCliGroup *group = octant_cli_groups; group->title != NULL; group++)
    {
      octant_cli_print (cli, "\n%s\n", _(group->title));
      for (const OctantCliCommand *command = group->commands; command->name != NULL; command++)
        octant_cli_print (cli, "  %-*s  %s\n", (int) width, command->name, _(command->summary));
    }
  octant_cli_print (cli, "\n%s\n", _("Options"));
  print_options (cli, octant_cli_global_options);
  octant_cli_print (cli, "\n%s\n", _("octant-cli COMMAND --help says more about a command. "
                                     "The exit status is 0 when done, 1 when refused or failed, 2 for wrong usage."));
}

void
octant_cli_command_help (OctantCli *cli)
{
  const OctantCliCommand *command = cli->command;

  octant_cli_print (cli, "%s\n  octant-cli %s%s%s\n\n%s\n", _("Usage:"), command->name,
                    *command->usage ? " " : "", command->usage, _(command->summary));
  if (command->options != NULL)
    {
      octant_cli_print (cli, "\n%s\n", _("Options"));
      print_options (cli, command->options);
    }
}

const char *
octant_cli_arg (OctantCli *cli,
                guint      index)
{
  return index < cli->args->len ? g_ptr_array_index (cli->args, index) : NULL;
}

gboolean
octant_cli_flag (OctantCli  *cli,
                 const char *name)
{
  return g_hash_table_contains (cli->values, name);
}

GPtrArray *
octant_cli_values (OctantCli  *cli,
                   const char *name)
{
  return g_hash_table_lookup (cli->values, name);
}

const char *
octant_cli_value (OctantCli  *cli,
                  const char *name)
{
  GPtrArray *values = octant_cli_values (cli, name);

  return values != NULL ? g_ptr_array_index (values, values->len - 1) : NULL;
}

gboolean
octant_cli_int (OctantCli  *cli,
                const char *name,
                int         least,
                int         most,
                int         fallback,
                int        *out,
                GError    **error)
{
  const char *value = octant_cli_value (cli, name);
  gint64 number = fallback;

  if (value != NULL && !g_ascii_string_to_signed (value, 10, least, most, &number, NULL))
    return octant_cli_usage (error, _("“--%s %s” is not right; give a whole number from %d to %d"), name, value, least, most);
  *out = (int) number;
  return TRUE;
}

gboolean
octant_cli_date (OctantCli   *cli,
                 const char  *name,
                 const char **out,
                 GError     **error)
{
  *out = octant_cli_value (cli, name);
  if (*out != NULL && !octant_date_is_valid (*out))
    return octant_cli_usage (error, _("“--%s %s” is not a date; write it like 2026-11-22"), name, *out);
  return TRUE;
}

gboolean
octant_cli_need (OctantCli  *cli,
                 const char *name,
                 GError    **error)
{
  if (octant_cli_values (cli, name) != NULL)
    return TRUE;
  return octant_cli_usage (error, _("“--%s” is missing; usage: octant-cli %s %s"), name,
                           cli->command->name, cli->command->usage);
}
