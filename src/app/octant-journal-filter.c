/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-journal-filter.h"

#include "octant-journal-item.h"

struct _OctantJournalFilter
{
  GtkFilter parent_instance;

  char *needle;      /* (owned) case-folded */
  GHashTable *codes; /* (owned) (nullable): requirements whose texts have the words searched for */
  OctantJournalGroup group;
  char *person;      /* (owned) (nullable) */
  char *cycle_id;    /* (owned) (nullable) */
  char *since;       /* (owned) (nullable) */
  char *until;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OctantJournalFilter, octant_journal_filter, GTK_TYPE_FILTER)

/* Whether an entry is about one of the requirements looked for, be it one of many. */
static gboolean
matches_codes (OctantJournalFilter     *self,
               const OctantJournalLine *line)
{
  if (self->codes == NULL || g_hash_table_size (self->codes) == 0)
    return FALSE;
  for (guint i = 0; i < line->codes->len; i++)
    if (g_hash_table_contains (self->codes, g_ptr_array_index (line->codes, i)))
      return TRUE;

  return FALSE;
}

static gboolean
matches_words (OctantJournalFilter     *self,
               const OctantJournalLine *line)
{
  g_autofree char *sentence = NULL;
  g_autofree char *folded = NULL;

  if (*self->needle == '\0')
    return TRUE;
  if (matches_codes (self, line))
    return TRUE;
  sentence = octant_journal_line_describe (line);
  folded = g_utf8_casefold (sentence, -1);
  return strstr (folded, self->needle) != NULL;
}

static gboolean
octant_journal_filter_match (GtkFilter *filter,
                             gpointer   object)
{
  OctantJournalFilter *self = OCTANT_JOURNAL_FILTER (filter);
  const OctantJournalLine *line = octant_journal_item_get_line (object);

  return octant_journal_line_is_in (line, self->group)
         && (self->person == NULL || g_strcmp0 (self->person, line->actor) == 0)
         && (self->since == NULL || g_strcmp0 (line->time, self->since) >= 0)
         && (self->until == NULL || g_strcmp0 (line->time, self->until) < 0)
         && (self->cycle_id == NULL || g_strcmp0 (line->cycle_id, self->cycle_id) == 0)
         && matches_words (self, line);
}

static void
octant_journal_filter_finalize (GObject *object)
{
  OctantJournalFilter *self = OCTANT_JOURNAL_FILTER (object);

  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_free (self->needle);
  g_free (self->person);
  g_free (self->cycle_id);
  g_free (self->since);
  g_free (self->until);

  G_OBJECT_CLASS (octant_journal_filter_parent_class)->finalize (object);
}

static void
octant_journal_filter_class_init (OctantJournalFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = octant_journal_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = octant_journal_filter_match;
}

static void
octant_journal_filter_init (OctantJournalFilter *self)
{
  self->needle = g_strdup ("");
}

OctantJournalFilter *
octant_journal_filter_new (void)
{
  return g_object_new (OCTANT_TYPE_JOURNAL_FILTER, NULL);
}

/* The requirements whose text has the words, in either language. */
static void
find_codes (OctantJournalFilter *self,
            OctantModel         *model)
{
  g_clear_pointer (&self->codes, g_hash_table_unref);
  if (*self->needle == '\0' || model == NULL)
    return;
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);
      g_autofree char *code = g_utf8_casefold (requirement->code, -1);
      g_autofree char *zh = g_utf8_casefold (requirement->text.zh, -1);
      g_autofree char *en = g_utf8_casefold (requirement->text.en, -1);

      if (strstr (code, self->needle) != NULL || strstr (zh, self->needle) != NULL || strstr (en, self->needle) != NULL)
        g_hash_table_add (self->codes, g_strdup (requirement->code));
    }
}

void
octant_journal_filter_find (OctantJournalFilter         *self,
                            const OctantJournalCriteria *criteria)
{
  g_return_if_fail (OCTANT_IS_JOURNAL_FILTER (self));
  g_return_if_fail (criteria != NULL);

  g_free (self->needle);
  self->needle = g_utf8_casefold (criteria->words, -1);
  find_codes (self, criteria->model);
  self->group = criteria->group;
  g_set_str (&self->person, criteria->person);
  g_set_str (&self->cycle_id, criteria->cycle_id);
  g_set_str (&self->since, criteria->since);
  g_set_str (&self->until, criteria->until);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
