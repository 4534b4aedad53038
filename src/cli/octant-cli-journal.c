/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include "evidence/octant-evidence.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"

/* A payload of the journal as JSON inside JSON; what does not parse stays text. */
static void
add_payload (JsonBuilder *json,
             const char  *name,
             const char  *payload)
{
  g_autoptr (JsonNode) node = payload != NULL ? json_from_string (payload, NULL) : NULL;

  if (node == NULL)
    {
      octant_cli_json_string (json, name, payload);
      return;
    }
  json_builder_set_member_name (json, name);
  json_builder_add_value (json, g_steal_pointer (&node));
}

static void
print_journal_json (OctantCli *cli,
                    GPtrArray *entries)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      OctantJournalEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (json);
      octant_cli_json_int (json, "seq", entry->seq);
      octant_cli_json_string (json, "time", entry->time);
      octant_cli_json_string (json, "actor", entry->actor);
      octant_cli_json_string (json, "kind", entry->kind);
      octant_cli_json_string (json, "subject", entry->subject);
      octant_cli_json_string (json, "cycle", entry->cycle_id);
      add_payload (json, "before", entry->before);
      add_payload (json, "after", entry->after);
      if (entry->reverts != 0)
        octant_cli_json_int (json, "reverts", entry->reverts);
      octant_cli_json_string (json, "hash", entry->hash);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  octant_cli_print_json (cli, json);
}

/* On the user's clock; JSON has it as it is stored. */
static char *
local_time (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : g_strdup (time);
}

/* The kind of an act in words; kinds that are not known here speak for themselves. */
static const char *
kind_text (const char *kind)
{
  static const struct { const char *kind, *text; } known[] = {
    { "add-organisation", N_("add institution") },
    { "edit-organisation", N_("change institution") },
    { "delete-organisation", N_("delete institution") },
    { "add-object", N_("add object") },
    { "edit-object", N_("change object") },
    { "remove-object", N_("remove object") },
    { "new-cycle", N_("new cycle") },
    { "edit-cycle", N_("change cycle") },
    { "delete-cycle", N_("delete cycle") },
    { "set-scope", N_("choose objects") },
    { "refresh-objects", N_("refresh objects") },
    { "add-interview", N_("add interview") },
    { "edit-interview", N_("change interview") },
    { "delete-interview", N_("delete interview") },
    { "interview-answer", N_("write down answer") },
    { "settle", N_("settle interviews") },
    { "keep-minutes", N_("keep minutes") },
    { "rate", N_("rate") },
    { "not-applicable", N_("rate not applicable") },
    { "copy", N_("copy answer") },
    { "import", N_("import ratings") },
    { "note", N_("write note") },
    { "confirm", N_("confirm") },
    { "tailor", N_("change scope") },
    { "add-evidence", N_("add evidence") },
    { "edit-evidence", N_("describe evidence") },
    { "delete-evidence", N_("delete evidence") },
    { "attach", N_("attach evidence") },
    { "detach", N_("remove evidence") },
    { "undo", N_("undo") },
    { "redo", N_("redo") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i].kind, kind) == 0)
      return _(known[i].text);
  return kind;
}

static void
print_journal (OctantCli *cli,
               GPtrArray *entries)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("No."), _("Time"), _("Who"), _("What"), _("About"), NULL);

  octant_cli_table_align_right (table, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      OctantJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
      g_autofree char *what = entry->reverts != 0 ? g_strdup_printf ("%s %" G_GINT64_FORMAT, kind_text (entry->kind), entry->reverts)
                                                  : g_strdup (kind_text (entry->kind));
      g_autofree char *when = local_time (entry->time);

      octant_cli_table_add (table, seq, when, entry->actor, what, entry->subject);
    }
  octant_cli_table_print (table, cli);
}

static gboolean
run_journal (OctantCli *cli,
             GError   **error)
{
  const char *word = octant_cli_arg (cli, 0);
  const char *since;
  g_autoptr (OctantRecord) cycle = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!octant_cli_date (cli, "since", &since, error) || !octant_cli_open (cli, error) ||
      (word != NULL && (cycle = octant_cli_find_cycle (cli, word, error)) == NULL))
    return FALSE;
  entries = octant_store_list_journal (cli->store, cycle != NULL ? octant_record_get (cycle, OCTANT_CYCLE_ID) : NULL, since, NULL, 0,
                                       error);
  if (entries == NULL)
    return FALSE;
  if (octant_cli_flag (cli, "json"))
    print_journal_json (cli, entries);
  else
    print_journal (cli, entries);
  return TRUE;
}

static gboolean
run_verify (OctantCli *cli,
            GError   **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (!octant_cli_open (cli, error) || !octant_store_verify_journal (cli->store, error))
    return FALSE;
  entries = octant_store_list_journal (cli->store, NULL, NULL, NULL, 0, error);
  if (entries == NULL)
    return FALSE;
  octant_cli_print (cli, ngettext ("The chain of %u entry is unbroken\n", "The chain of %u entries is unbroken\n", entries->len),
                    entries->len);
  return TRUE;
}

static gboolean
revert (OctantCli *cli,
        gboolean   undo,
        GError   **error)
{
  OctantBy by = octant_cli_by (cli);
  g_autoptr (OctantAct) what = NULL;
  g_autoptr (OctantAct) done = NULL;
  const char *subject;

  if (!octant_cli_open (cli, error))
    return FALSE;
  what = undo ? octant_store_peek_undo (cli->store) : octant_store_peek_redo (cli->store);
  if (what == NULL)
    return octant_cli_fail (error, "%s", undo ? _("There is nothing to undo") : _("There is nothing to redo"));
  done = undo ? octant_store_undo (cli->store, by.actor, by.time, error) : octant_store_redo (cli->store, by.actor, by.time, error);
  if (done == NULL)
    return FALSE;
  subject = what->subject != NULL ? what->subject : "";
  octant_cli_print (cli, undo ? _("Undone: %s %s\n") : _("Redone: %s %s\n"), kind_text (what->kind), subject);
  return TRUE;
}

static gboolean
run_undo (OctantCli *cli,
          GError   **error)
{
  return revert (cli, TRUE, error);
}

static gboolean
run_redo (OctantCli *cli,
          GError   **error)
{
  return revert (cli, FALSE, error);
}

static guint
print_findings (OctantCli *cli,
                GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      OctantFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *where = octant_cli_clean (finding->where);
      g_autofree char *message = octant_cli_clean (finding->message);

      octant_cli_print (cli, "%s: %s\n", where, message);
    }
  return findings->len;
}

static gboolean
run_check (OctantCli *cli,
           GError   **error)
{
  g_autoptr (GPtrArray) store = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  guint n;

  if (!octant_cli_open (cli, error))
    return FALSE;
  store = octant_store_check (cli->store, NULL, error);
  if (store == NULL)
    return FALSE;
  evidence = octant_evidence_verify (cli->store, NULL, NULL, NULL, error);
  if (evidence == NULL)
    return FALSE;
  n = print_findings (cli, store) + print_findings (cli, evidence);
  if (n > 0)
    return octant_cli_fail (error, ngettext ("The data have %u fault; see the list", "The data have %u faults; see the list", n), n);
  octant_cli_print (cli, "%s\n", _("Database, journal and evidence are sound"));
  return TRUE;
}

static const OctantCliOption journal_options[] = {
  { "since", OCTANT_CLI_TEXT, "DATE", N_("From this day on") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_journal_commands[] = {
  { "journal", "[CYCLE] [--since DATE] [--json]", N_("Show who did what and when"), 0, 1, OCTANT_CLI_NO_PATHS, journal_options, run_journal },
  { "journal verify", "", N_("Recompute the chain of the journal"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_verify },
  { "undo", "", N_("Take back the last act"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_undo },
  { "redo", "", N_("Do again what was taken back"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_redo },
  { "check", "", N_("Check database, journal and evidence together"), 0, 0, OCTANT_CLI_NO_PATHS, NULL, run_check },
  { NULL },
};
