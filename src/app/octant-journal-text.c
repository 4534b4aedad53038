/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-journal-text.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

/* What a sentence of a kind speaks of. */
typedef enum
{
  ABOUT_CODE, /* the requirement or domain, else how many rows */
  ABOUT_NAME, /* the thing by its name */
  ABOUT_NAME_AND_CODE,
  ABOUT_NOTHING,
} About;

/* The acts of core by kind, as a person would tell them. */
static const struct
{
  const char *kind;
  OctantJournalGroup group;
  About about;
  const char *sentence; /* with what it is about */
  const char *plain;    /* when that is not known */
} kinds[] = {
  /* Translators: sentences of the journal; %s is a requirement or a name */
  { "rate", OCTANT_JOURNAL_RATINGS, ABOUT_CODE, N_("Rated %s"), N_("Rated several requirements") },
  { "not-applicable", OCTANT_JOURNAL_RATINGS, ABOUT_CODE, N_("Rated %s as not applicable"),
    N_("Rated several requirements as not applicable") },
  { "copy", OCTANT_JOURNAL_RATINGS, ABOUT_CODE, N_("Copied the answer to %s to other objects"),
    N_("Copied answers to other objects") },
  { "import", OCTANT_JOURNAL_RATINGS, ABOUT_CODE, N_("Imported the rating of %s"), N_("Imported ratings") },
  { "note", OCTANT_JOURNAL_NOTES, ABOUT_CODE, N_("Wrote a note on %s"), N_("Wrote notes") },
  { "confirm", OCTANT_JOURNAL_CONFIRMATIONS, ABOUT_CODE, N_("Confirmed the answer to %s"), N_("Confirmed answers") },
  { "tailor", OCTANT_JOURNAL_SCOPE, ABOUT_CODE, N_("Changed whether %s is in scope"), N_("Changed the scope") },
  { "target", OCTANT_JOURNAL_SCOPE, ABOUT_CODE, N_("Set the target of %s"), N_("Set targets") },
  { "set-scope", OCTANT_JOURNAL_SCOPE, ABOUT_NOTHING, NULL, N_("Changed which objects are in scope") },
  { "refresh-objects", OCTANT_JOURNAL_SCOPE, ABOUT_NOTHING, NULL, N_("Took the objects anew from the register") },
  { "add-evidence", OCTANT_JOURNAL_EVIDENCE, ABOUT_NAME, N_("Added the evidence “%s”"), N_("Added evidence") },
  { "attach", OCTANT_JOURNAL_EVIDENCE, ABOUT_NAME_AND_CODE, N_("Attached “%s” to %s"), N_("Attached evidence") },
  { "detach", OCTANT_JOURNAL_EVIDENCE, ABOUT_NAME_AND_CODE, N_("Removed “%s” from %s"), N_("Removed evidence") },
  { "edit-evidence", OCTANT_JOURNAL_EVIDENCE, ABOUT_NAME, N_("Described the evidence “%s” anew"),
    N_("Described evidence anew") },
  { "delete-evidence", OCTANT_JOURNAL_EVIDENCE, ABOUT_NAME, N_("Deleted the evidence “%s”"), N_("Deleted evidence") },
  { "add-interview", OCTANT_JOURNAL_INTERVIEWS, ABOUT_NAME, N_("Began an interview with %s"), N_("Began an interview") },
  { "edit-interview", OCTANT_JOURNAL_INTERVIEWS, ABOUT_NAME, N_("Changed the interview with %s"),
    N_("Changed an interview") },
  { "delete-interview", OCTANT_JOURNAL_INTERVIEWS, ABOUT_NAME, N_("Deleted the interview with %s"),
    N_("Deleted an interview") },
  { "interview-answer", OCTANT_JOURNAL_INTERVIEWS, ABOUT_CODE, N_("Wrote down an answer to %s"),
    N_("Wrote down answers of an interview") },
  { "settle", OCTANT_JOURNAL_INTERVIEWS, ABOUT_CODE, N_("Settled what interviews said of %s"),
    N_("Settled what interviews said") },
  { "keep-minutes", OCTANT_JOURNAL_INTERVIEWS, ABOUT_NOTHING, NULL, N_("Kept the minutes of an interview as evidence") },
  { "add-object", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Added the object “%s”"), N_("Added an object") },
  { "edit-object", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Changed the object “%s”"), N_("Changed an object") },
  { "remove-object", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Removed the object “%s”"), N_("Removed an object") },
  { "add-organisation", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Added the institution “%s”"),
    N_("Added an institution") },
  { "edit-organisation", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Changed the institution “%s”"),
    N_("Changed an institution") },
  { "delete-organisation", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Deleted the institution “%s”"),
    N_("Deleted an institution") },
  { "new-cycle", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Began the assessment “%s”"), N_("Began an assessment") },
  { "edit-cycle", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Changed the assessment “%s”"),
    N_("Changed an assessment") },
  { "delete-cycle", OCTANT_JOURNAL_REGISTER, ABOUT_NAME, N_("Deleted the assessment “%s”"),
    N_("Deleted an assessment") },
};

const char *
octant_journal_group_get_name (OctantJournalGroup group)
{
  switch (group)
    {
    case OCTANT_JOURNAL_RATINGS:
      return _("Ratings");
    case OCTANT_JOURNAL_NOTES:
      return _("Notes");
    case OCTANT_JOURNAL_CONFIRMATIONS:
      return _("Confirmations");
    case OCTANT_JOURNAL_SCOPE:
      return _("Scope");
    case OCTANT_JOURNAL_EVIDENCE:
      return _("Evidence");
    case OCTANT_JOURNAL_INTERVIEWS:
      return _("Interviews");
    case OCTANT_JOURNAL_REGISTER:
      return _("Institutions, Objects and Assessments");
    case OCTANT_JOURNAL_UNDO:
      return _("Undo and Redo");
    case OCTANT_JOURNAL_ALL:
    case OCTANT_N_JOURNAL_GROUPS:
    default:
      return _("All Entries");
    }
}

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return (int) i;
  return -1;
}

gboolean
octant_journal_line_is_in (const OctantJournalLine *line,
                           OctantJournalGroup       group)
{
  int kind = find_kind (line->kind);

  if (group == OCTANT_JOURNAL_UNDO)
    return line->is_undo || line->is_redo;
  return group == OCTANT_JOURNAL_ALL || (kind >= 0 && kinds[kind].group == group);
}

static OctantRating
rating_of (OctantRecord *answer)
{
  OctantRating rating = OCTANT_RATING_UNANSWERED;
  const char *text = answer != NULL ? octant_record_get (answer, OCTANT_ANSWER_RATING) : NULL;

  if (text != NULL && *text != '\0')
    octant_rating_parse (text, &rating);
  return rating;
}

static char *
describe_rate (const OctantJournalLine *line)
{
  if (line->code != NULL && line->before != NULL && rating_of (line->after) == OCTANT_RATING_UNANSWERED)
    /* Translators: %s is the code of a requirement */
    return g_strdup_printf (_("Took back the rating of %s"), line->code);
  if (line->code != NULL && rating_of (line->after) == OCTANT_RATING_NA)
    return g_strdup_printf (_("Rated %s as not applicable"), line->code);
  if (line->code == NULL)
    return g_strdup_printf (ngettext ("Rated %u requirement", "Rated %u requirements", line->n_rows), line->n_rows);
  return g_strdup_printf (_("Rated %s"), line->code);
}

static char *
describe_kind (const OctantJournalLine *line)
{
  int kind = find_kind (line->kind);
  const char *sentence, *plain;

  if (kind < 0)
    return g_strdup_printf (ngettext ("Changed %u record", "Changed %u records", line->n_rows), line->n_rows);
  sentence = kinds[kind].sentence != NULL ? _(kinds[kind].sentence) : NULL;
  plain = _(kinds[kind].plain);
  if (g_str_equal (line->kind, "rate"))
    return describe_rate (line);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (kinds[kind].about == ABOUT_CODE && line->code != NULL)
    return g_strdup_printf (sentence, line->code);
  if (kinds[kind].about == ABOUT_NAME && line->name != NULL)
    return g_strdup_printf (sentence, line->name);
  if (kinds[kind].about == ABOUT_NAME_AND_CODE && line->name != NULL && line->code != NULL)
    return g_strdup_printf (sentence, line->name, line->code);
  if (kinds[kind].about == ABOUT_NAME_AND_CODE && line->name != NULL)
    return g_strdup_printf ("%s · %s", plain, line->name);
#pragma GCC diagnostic pop
  return g_strdup (plain);
}

char *
octant_journal_line_describe (const OctantJournalLine *line)
{
  g_autofree char *act = describe_kind (line);

  if (line->is_undo)
    /* Translators: %s is a sentence that tells what had been done */
    return g_strdup_printf (_("Undid: %s"), act);
  if (line->is_redo)
    /* Translators: %s is a sentence that tells what was done once more */
    return g_strdup_printf (_("Did again: %s"), act);
  return g_steal_pointer (&act);
}

char *
octant_journal_line_dup_ratings (const OctantJournalLine *line)
{
  OctantRating before = rating_of (line->before);
  OctantRating after = rating_of (line->after);

  if (before == after)
    return g_strdup ("");
  return g_strdup_printf ("%s → %s", octant_rating_get_letter (before), octant_rating_get_letter (after));
}

static const char *
text_of (OctantRecord *row,
         guint         column)
{
  const char *text = row != NULL ? octant_record_get (row, column) : NULL;

  return text != NULL ? text : "";
}

static void
add_text (GString      *details,
          OctantRecord *row_before,
          OctantRecord *row_after,
          guint         column,
          const char   *label)
{
  const char *before = text_of (row_before, column);
  const char *after = text_of (row_after, column);

  if (g_str_equal (before, after))
    return;
  if (details->len > 0)
    g_string_append_c (details, '\n');
  /* Translators: what was changed, its value before and after */
  g_string_append_printf (details, C_("change", "%s: %s → %s"), label, *before != '\0' ? before : "–",
                          *after != '\0' ? after : "–");
}

static gboolean
is_carried (OctantRecord *answer)
{
  return g_str_equal (text_of (answer, OCTANT_ANSWER_STATE), "carried");
}

char *
octant_journal_line_dup_details (const OctantJournalLine *line)
{
  g_autoptr (GString) details = g_string_new (NULL);
  OctantRating before = rating_of (line->before);
  OctantRating after = rating_of (line->after);

  if (before != after)
    g_string_append_printf (details, C_("change", "%s: %s → %s"), _("Rating"), octant_rating_get_name (before),
                            octant_rating_get_name (after));
  if (line->before != NULL && line->after != NULL && is_carried (line->before) != is_carried (line->after))
    {
      if (details->len > 0)
        g_string_append_c (details, '\n');
      g_string_append (details, is_carried (line->after) ? _("To be confirmed again") : _("Confirmed"));
    }
  else if (line->before == NULL && line->after != NULL && is_carried (line->after))
    g_string_append_printf (details, "\n%s", _("Carried over, to confirm"));
  add_text (details, line->before, line->after, OCTANT_ANSWER_NOTE, _("Note"));
  add_text (details, line->before, line->after, OCTANT_ANSWER_NA_REASON, _("Reason"));
  add_text (details, line->before, line->after, OCTANT_ANSWER_NA_APPROVER, _("Approved by"));
  add_text (details, line->scope_before, line->scope_after, OCTANT_TAILORING_REASON, _("Reason"));
  add_text (details, line->scope_before, line->scope_after, OCTANT_TAILORING_APPROVER, _("Approved by"));
  return g_string_free (g_steal_pointer (&details), FALSE);
}

char *
octant_journal_format_time (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return g_strdup (time);
  /* Translators: a date with time, see g_date_time_format(), as in “22 Nov 2026, 14:05” */
  return g_date_time_format (local, _("%-d %b %Y, %H:%M"));
}
