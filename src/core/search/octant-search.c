/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "search/octant-search.h"

#include <string.h>

#include "search/octant-search-private.h"

/*
 * All folded texts stand in one buffer, each ended by NUL, so that looking for the longest
 * term is one pass of memmem over it; only where that is found are the other terms looked
 * for, within the same text. A text that changes is added at the end and left dead where it
 * was; when more is dead than alive, the buffer is made anew.
 *
 * The first line of the texts of a requirement, a note and the minutes of a question is the
 * code, so that "AP.01 password" finds what has both. Of a note or minutes one of the terms
 * must be in what was written: else a code alone would find everything below it.
 */

#define SNIPPET_BEFORE 24 /* characters before the first match */
#define SNIPPET_LENGTH 96
#define LONGEST_WORD 20 /* what is longer may be cut */

typedef struct
{
  OctantSearchPlace place;
  gboolean dead;
  gsize start;           /* in the buffer */
  gsize length;          /* without the NUL */
  gsize head;            /* bytes of the first line and its end, 0 when there is none */
  char *text;            /* (owned) normalised, as the user sees it */
  OctantRecord *record;  /* (owned) (nullable) */
  OctantModel *model;    /* (nullable) owned by the index */
  guint requirement;
} Text;

struct _OctantSearchIndex
{
  GString *buffer;      /* (owned) */
  GArray *texts;        /* (owned) (element-type Text): by start */
  GHashTable *by_key;   /* (owned) row → its place in texts + 1 */
  GHashTable *cycles;   /* (owned) id → OctantRecord */
  GHashTable *models;   /* (owned) hash → OctantModel */
  gsize dead;           /* bytes */
};

void
octant_search_hit_free (OctantSearchHit *hit)
{
  g_free (hit->cycle_id);
  g_free (hit->cycle_title);
  g_free (hit->code);
  g_free (hit->object_id);
  g_free (hit->id);
  g_free (hit->snippet);
  g_clear_pointer (&hit->marks, g_array_unref);
  g_free (hit);
}

static void
text_clear (gpointer data)
{
  Text *text = data;

  g_clear_pointer (&text->text, g_free);
  g_clear_pointer (&text->record, octant_record_unref);
}

void
octant_search_index_free (OctantSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->buffer, TRUE);
  g_hash_table_unref (self->by_key);
  g_array_unref (self->texts);
  g_hash_table_unref (self->cycles);
  g_hash_table_unref (self->models);
  g_free (self);
}

/* Takes @raw. @head: characters of the code line, which end with a line break, 0 for none. */
static void
add_text (OctantSearchIndex *self,
          OctantSearchPlace  place,
          char              *raw,
          gboolean           has_head,
          OctantRecord      *record,
          OctantModel       *model,
          guint              requirement)
{
  Text text = { .place = place, .model = model, .requirement = requirement };
  guint index = self->texts->len + 1;

  text.text = octant_search_normalise (raw);
  g_free (raw);
  text.start = self->buffer->len;
  octant_search_append_fold (self->buffer, text.text);
  text.length = self->buffer->len - text.start;
  if (has_head)
    {
      const char *folded = self->buffer->str + text.start;

      text.head = (gsize) (strchr (folded, '\n') + 1 - folded);
    }
  g_string_append_c (self->buffer, '\0');
  if (record != NULL)
    {
      text.record = octant_record_ref (record);
      g_hash_table_insert (self->by_key, text.record, GUINT_TO_POINTER (index));
    }
  g_array_append_val (self->texts, text);
}

static void
append_line (GString    *out,
             const char *line)
{
  if (line == NULL || line[0] == '\0')
    return;
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

/* The searchable part of a row, NULL when it has none. @code: (out): its first line, when it has one. */
static char *
row_text (const OctantRecord *row,
          OctantSearchPlace  *place,
          const char        **code)
{
  g_autoptr (GString) out = g_string_new (NULL);

  *code = NULL;
  switch (octant_record_get_table (row))
    {
    case OCTANT_TABLE_ANSWER:
      *place = OCTANT_SEARCH_NOTE;
      *code = octant_record_get (row, OCTANT_ANSWER_CODE);
      append_line (out, octant_record_get (row, OCTANT_ANSWER_NOTE));
      append_line (out, octant_record_get (row, OCTANT_ANSWER_NA_REASON));
      break;
    case OCTANT_TABLE_EVIDENCE:
      *place = OCTANT_SEARCH_EVIDENCE;
      append_line (out, octant_record_get (row, OCTANT_EVIDENCE_TITLE));
      append_line (out, octant_record_get (row, OCTANT_EVIDENCE_NAME));
      append_line (out, octant_record_get (row, OCTANT_EVIDENCE_SOURCE));
      break;
    case OCTANT_TABLE_INTERVIEW:
      *place = OCTANT_SEARCH_MINUTES;
      append_line (out, octant_record_get (row, OCTANT_INTERVIEW_PERSON));
      append_line (out, octant_record_get (row, OCTANT_INTERVIEW_MINUTES));
      break;
    case OCTANT_TABLE_INTERVIEW_ANSWER:
      *place = OCTANT_SEARCH_MINUTES;
      *code = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_CODE);
      append_line (out, octant_record_get (row, OCTANT_INTERVIEW_ANSWER_MINUTES));
      break;
    case OCTANT_TABLE_ORGANISATION:
    case OCTANT_TABLE_OBJECT:
    case OCTANT_TABLE_CYCLE:
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_EVIDENCE_LINK:
    case OCTANT_TABLE_SETTLEMENT:
    case OCTANT_TABLE_TARGET:
    case OCTANT_N_TABLES:
    default:
      return NULL;
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
put_row (OctantSearchIndex *self,
         OctantRecord      *row)
{
  OctantSearchPlace place;
  const char *code;
  char *text = row_text (row, &place, &code);

  if (text == NULL)
    return;
  if (code != NULL)
    {
      char *with_code = g_strconcat (code, "\n", text, NULL);

      g_free (text);
      text = with_code;
    }
  add_text (self, place, text, code != NULL, row, NULL, 0);
}

static void
drop_row (OctantSearchIndex  *self,
          const OctantRecord *row)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, row));
  Text *text;

  if (index == 0)
    return;
  text = &g_array_index (self->texts, Text, index - 1);
  g_hash_table_remove (self->by_key, row);
  text->dead = TRUE;
  self->dead += text->length + 1;
  text_clear (text);
}

static void
add_requirement (OctantSearchIndex *self,
                 OctantModel       *model,
                 guint              index)
{
  const OctantRequirement *r = octant_model_get_requirement (model, index);
  const OctantText *texts[] = { &r->text, &r->check, &r->question };
  GString *out = g_string_new (r->code);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      append_line (out, texts[i]->zh);
      append_line (out, texts[i]->en);
    }
  g_string_append_c (out, '\n');
  add_text (self, OCTANT_SEARCH_REQUIREMENT, g_string_free (out, FALSE), TRUE, NULL, model, index);
}

/* Takes @model. */
static void
add_model (OctantSearchIndex *self,
           OctantModel       *model)
{
  g_hash_table_insert (self->models, g_strdup (octant_model_get_hash (model)), model);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    if (octant_model_get_requirement (model, r)->active)
      add_requirement (self, model, r);
}

static gboolean
add_cycles (OctantSearchIndex *self,
            OctantStore       *store,
            GError           **error)
{
  g_autoptr (GPtrArray) cycles = octant_store_list (store, OCTANT_TABLE_CYCLE, OCTANT_STORE_ALL, NULL, error);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const char *hash = octant_record_get (cycles->pdata[i], OCTANT_CYCLE_MODEL_HASH);
      OctantModel *model;

      g_hash_table_insert (self->cycles, g_strdup (octant_record_get (cycles->pdata[i], OCTANT_CYCLE_ID)),
                           octant_record_ref (cycles->pdata[i]));
      if (g_hash_table_contains (self->models, hash))
        continue;
      model = octant_store_load_model (store, hash, error);
      if (model == NULL)
        return FALSE;
      add_model (self, model);
    }
  return cycles != NULL;
}

/**
 * octant_search_index_new:
 *
 * Reads every text of the store; run it on the worker.
 *
 * Returns: (transfer full): the index, or NULL with an OctantStoreError
 */
OctantSearchIndex *
octant_search_index_new (OctantStore *store,
                         GError     **error)
{
  static const OctantTable tables[] = { OCTANT_TABLE_ANSWER, OCTANT_TABLE_EVIDENCE, OCTANT_TABLE_INTERVIEW,
                                        OCTANT_TABLE_INTERVIEW_ANSWER };
  g_autoptr (OctantSearchIndex) self = g_new0 (OctantSearchIndex, 1);

  self->buffer = g_string_new (NULL);
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, text_clear);
  self->by_key = g_hash_table_new (octant_record_hash_key, (GEqualFunc) octant_record_same_key);
  self->cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) octant_record_unref);
  self->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  g_return_val_if_fail (OCTANT_IS_STORE (store), NULL);

  if (!add_cycles (self, store, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) rows = octant_store_list (store, tables[i], OCTANT_STORE_ALL, NULL, error);

      if (rows == NULL)
        return NULL;
      for (guint k = 0; k < rows->len; k++)
        put_row (self, rows->pdata[k]);
    }
  return g_steal_pointer (&self);
}

/* The living texts move together. */
static void
compact (OctantSearchIndex *self)
{
  g_autoptr (GString) old = g_steal_pointer (&self->buffer);
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));

  self->buffer = g_string_sized_new (old->len - self->dead);
  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < self->texts->len; i++)
    {
      Text text = g_array_index (self->texts, Text, i);

      if (text.dead)
        continue;
      g_string_append_len (self->buffer, old->str + text.start, (gssize) text.length + 1);
      text.start = self->buffer->len - text.length - 1;
      g_array_append_val (texts, text);
      if (text.record != NULL)
        g_hash_table_insert (self->by_key, text.record, GUINT_TO_POINTER (texts->len));
    }
  g_array_set_clear_func (self->texts, NULL);
  g_array_unref (self->texts);
  g_array_set_clear_func (texts, text_clear);
  self->texts = texts;
  self->dead = 0;
}

/**
 * octant_search_index_apply:
 * @act: committed, undone or redone
 *
 * Returns: FALSE when the index has to be made anew
 */
gboolean
octant_search_index_apply (OctantSearchIndex *self,
                           const OctantAct   *act)
{
  g_return_val_if_fail (self != NULL && act != NULL, FALSE);

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      if (change->before != NULL)
        drop_row (self, change->before);
      if (change->after != NULL)
        put_row (self, change->after);
      if (change->before != NULL && octant_record_get_table (change->before) == OCTANT_TABLE_CYCLE)
        g_hash_table_remove (self->cycles, octant_record_get (change->before, OCTANT_CYCLE_ID));
      if (change->after != NULL && octant_record_get_table (change->after) == OCTANT_TABLE_CYCLE)
        {
          if (!g_hash_table_contains (self->models, octant_record_get (change->after, OCTANT_CYCLE_MODEL_HASH)))
            return FALSE;
          g_hash_table_insert (self->cycles, g_strdup (octant_record_get (change->after, OCTANT_CYCLE_ID)),
                               octant_record_ref (change->after));
        }
    }
  if (self->dead > self->buffer->len / 2)
    compact (self);
  return TRUE;
}

gsize
octant_search_index_get_size (OctantSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->buffer->len;
}

/* The text that has the byte @at of the buffer; the search goes forward from @first. */
static guint
find_text (OctantSearchIndex *self,
           guint              first,
           gsize              at)
{
  guint last = self->texts->len - 1;

  while (first < last)
    {
      guint middle = first + (last - first + 1) / 2;

      if (g_array_index (self->texts, Text, middle).start <= at)
        first = middle;
      else
        last = middle - 1;
    }
  return first;
}

static gboolean
has_term (OctantSearchIndex *self,
          const Text        *text,
          gsize              from,
          gsize              to,
          const char        *term)
{
  return memmem (self->buffer->str + text->start + from, to - from, term, strlen (term)) != NULL;
}

/* Where a text that has the first term belongs; FALSE when it does not have the others, or only by its code. */
static gboolean
judge (OctantSearchIndex *self,
       const Text        *text,
       char             **terms,
       OctantSearchPlace *place)
{
  gboolean all_in_head = text->head > 0, any_in_body = text->head == 0;

  for (guint i = 0; terms[i] != NULL; i++)
    {
      gboolean in_head = text->head > 0 && has_term (self, text, 0, text->head, terms[i]);
      gboolean in_body = has_term (self, text, text->head, text->length, terms[i]);

      if (!in_head && !in_body)
        return FALSE;
      all_in_head = all_in_head && in_head;
      any_in_body = any_in_body || in_body;
    }
  *place = all_in_head && text->place == OCTANT_SEARCH_REQUIREMENT ? OCTANT_SEARCH_CODE : text->place;
  return text->place == OCTANT_SEARCH_REQUIREMENT || any_in_body;
}

static OctantRecord *
cycle_of (OctantSearchIndex  *self,
          const OctantRecord *row)
{
  const char *id = NULL;

  switch (octant_record_get_table (row))
    {
    case OCTANT_TABLE_ANSWER:
      id = octant_record_get (row, OCTANT_ANSWER_CYCLE);
      break;
    case OCTANT_TABLE_INTERVIEW:
      id = octant_record_get (row, OCTANT_INTERVIEW_CYCLE);
      break;
    case OCTANT_TABLE_INTERVIEW_ANSWER:
      id = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_CYCLE);
      break;
    case OCTANT_TABLE_EVIDENCE:
    case OCTANT_TABLE_ORGANISATION:
    case OCTANT_TABLE_OBJECT:
    case OCTANT_TABLE_CYCLE:
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_EVIDENCE_LINK:
    case OCTANT_TABLE_SETTLEMENT:
    case OCTANT_TABLE_TARGET:
    case OCTANT_N_TABLES:
    default:
      break;
    }
  return id != NULL ? g_hash_table_lookup (self->cycles, id) : NULL;
}

/* Requirements that several models have are shown once, as the preferred model has them. */
static gboolean
in_scope (OctantSearchIndex       *self,
          const Text              *text,
          const OctantSearchScope *scope)
{
  const OctantRecord *cycle;
  OctantModel *preferred;
  guint index;

  if (text->model != NULL)
    {
      preferred = scope->model_hash != NULL ? g_hash_table_lookup (self->models, scope->model_hash) : NULL;
      return preferred == NULL || preferred == text->model ||
             !octant_model_find_requirement (preferred,
                                             octant_model_get_requirement (text->model, text->requirement)->code, &index);
    }
  if (scope->organisation_id == NULL)
    return TRUE;
  if (octant_record_get_table (text->record) == OCTANT_TABLE_EVIDENCE)
    return strcmp (octant_record_get (text->record, OCTANT_EVIDENCE_ORG), scope->organisation_id) == 0;
  cycle = cycle_of (self, text->record);
  return cycle != NULL && strcmp (octant_record_get (cycle, OCTANT_CYCLE_ORG), scope->organisation_id) == 0;
}

typedef struct
{
  guint text;
  OctantSearchPlace place;
  const char *date; /* of the cycle, "" for none */
} Found;

static const char *
text_date (OctantSearchIndex *self,
           const Text        *text)
{
  const OctantRecord *cycle = text->record != NULL ? cycle_of (self, text->record) : NULL;

  return cycle != NULL ? octant_record_get (cycle, OCTANT_CYCLE_AS_OF) : "";
}

static GArray *
find_all (OctantSearchIndex       *self,
          char                   **terms,
          const OctantSearchScope *scope)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  gsize length = strlen (terms[0]);
  gsize at = 0;
  guint index = 0;

  while (at < self->buffer->len)
    {
      const char *p = memmem (self->buffer->str + at, self->buffer->len - at, terms[0], length);
      const Text *text;
      Found one;

      if (p == NULL)
        break;
      index = find_text (self, index, (gsize) (p - self->buffer->str));
      text = &g_array_index (self->texts, Text, index);
      at = text->start + text->length + 1;
      one.text = index;
      if (!text->dead && judge (self, text, terms, &one.place) && in_scope (self, text, scope))
        {
          one.date = text_date (self, text);
          g_array_append_val (found, one);
        }
    }
  return found;
}

/* By place, newer cycles first; then requirements as they stand in the model, all else by text, which begins with the code. */
static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  OctantSearchIndex *self = data;
  const Found *x = a, *y = b;
  const Text *s = &g_array_index (self->texts, Text, x->text);
  const Text *t = &g_array_index (self->texts, Text, y->text);
  int order;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  order = x->date != y->date ? strcmp (y->date, x->date) : 0;
  if (order == 0 && s->model == NULL && t->model == NULL)
    order = strcmp (s->text, t->text);
  return order != 0 ? order : x->text < y->text ? -1 : x->text > y->text;
}

/* Keeps the first @max of all that are added, sorted; what comes behind them costs one comparison. */
static void
keep_first (OctantSearchIndex *self,
            GArray            *kept,
            guint              max,
            const Found       *found)
{
  guint at = kept->len;

  if (max > 0 && kept->len == max)
    {
      if (compare_found (found, &g_array_index (kept, Found, max - 1), self) >= 0)
        return;
      g_array_set_size (kept, --at);
    }
  while (at > 0 && compare_found (found, &g_array_index (kept, Found, at - 1), self) < 0)
    at--;
  g_array_insert_vals (kept, at, found, 1);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const OctantSearchMark *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Every term's matches in @line, in bytes; those that touch or overlap become one. */
static GArray *
mark_line (const char *line,
           char      **terms)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (OctantSearchMark));
  guint n = 0;

  octant_search_append_fold (folded, line);
  for (guint i = 0; terms[i] != NULL; i++)
    for (const char *p = strstr (folded->str, terms[i]); p != NULL; p = strstr (p + strlen (terms[i]), terms[i]))
      {
        const char *start = g_utf8_offset_to_pointer (line, g_utf8_pointer_to_offset (folded->str, p));
        const char *end = g_utf8_offset_to_pointer (start, g_utf8_strlen (terms[i], -1));
        OctantSearchMark mark = { (guint) (start - line), (guint) (end - start) };

        g_array_append_val (marks, mark);
      }
  g_array_sort (marks, compare_marks);
  for (guint i = 1; i < marks->len; i++)
    {
      OctantSearchMark *last = &g_array_index (marks, OctantSearchMark, n);
      const OctantSearchMark *mark = &g_array_index (marks, OctantSearchMark, i);

      if (mark->start <= last->start + last->length)
        last->length = MAX (last->start + last->length, mark->start + mark->length) - last->start;
      else
        g_array_index (marks, OctantSearchMark, ++n) = *mark;
    }
  g_array_set_size (marks, marks->len > 0 ? n + 1 : 0);
  return marks;
}

static gboolean
is_inside_word (const char *line,
                glong       at)
{
  const char *here = g_utf8_offset_to_pointer (line, at);
  gunichar c = g_utf8_get_char (here);
  gunichar before = at > 0 ? g_utf8_get_char (g_utf8_prev_char (here)) : 0;

  /* Chinese may be cut anywhere. */
  return g_unichar_isalnum (c) && !g_unichar_iswide (c) && g_unichar_isalnum (before) && !g_unichar_iswide (before);
}

/* From @at by steps to where no word is cut, or @at itself where that is far. */
static glong
find_word_edge (const char *line,
                glong       at,
                glong       step)
{
  glong edge = at;

  for (guint i = 0; i < LONGEST_WORD && is_inside_word (line, edge); i++)
    edge += step;

  return is_inside_word (line, edge) ? at : edge;
}

/* At most SNIPPET_LENGTH characters of @line, from a little before its first match, in whole words. */
static char *
shorten (const char *line,
         char      **terms)
{
  g_autoptr (GArray) marks = mark_line (line, terms);
  glong length = g_utf8_strlen (line, -1);
  glong first = 0, start, end;
  g_autofree char *part = NULL;

  if (length <= SNIPPET_LENGTH)
    return g_strdup (line);
  if (marks->len > 0)
    first = g_utf8_pointer_to_offset (line, line + g_array_index (marks, OctantSearchMark, 0).start);
  start = CLAMP (first - SNIPPET_BEFORE, 0, length - SNIPPET_LENGTH);
  end = find_word_edge (line, start + SNIPPET_LENGTH, -1);
  start = MIN (find_word_edge (line, start, 1), first);
  part = g_utf8_substring (line, start, end);
  return g_strconcat (start > 0 ? "…" : "", g_strstrip (part), end < length ? "…" : "", NULL);
}

/* The first line with most of the terms; for a code that is the code's. */
static char *
best_line (const Text        *text,
           OctantSearchPlace  place,
           char             **terms)
{
  g_auto (GStrv) lines = g_strsplit (text->text, "\n", -1);
  guint best = place == OCTANT_SEARCH_CODE || text->head == 0 ? 0 : 1;
  guint most = 0;

  for (guint i = best; place != OCTANT_SEARCH_CODE && lines[i] != NULL; i++)
    {
      g_autoptr (GString) folded = g_string_new (NULL);
      guint n = 0;

      octant_search_append_fold (folded, lines[i]);
      for (guint k = 0; terms[k] != NULL; k++)
        n += strstr (folded->str, terms[k]) != NULL ? 1 : 0;
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return shorten (g_strstrip (lines[best]), terms);
}

static void
name_row (OctantSearchHit    *hit,
          const OctantRecord *row)
{
  OctantTable table = octant_record_get_table (row);

  if (table == OCTANT_TABLE_ANSWER)
    {
      hit->code = g_strdup (octant_record_get (row, OCTANT_ANSWER_CODE));
      hit->object_id = g_strdup (octant_record_get (row, OCTANT_ANSWER_OBJECT));
    }
  else
    hit->id = g_strdup (octant_record_get (row, 0)); /* evidence, interview, and the interview of an answer */
  if (table == OCTANT_TABLE_INTERVIEW_ANSWER)
    {
      hit->code = g_strdup (octant_record_get (row, OCTANT_INTERVIEW_ANSWER_CODE));
      hit->object_id = g_strdup (octant_record_get (row, OCTANT_INTERVIEW_ANSWER_OBJECT));
    }
}

static OctantSearchHit *
make_hit (OctantSearchIndex *self,
          const Found       *found,
          char             **terms)
{
  const Text *text = &g_array_index (self->texts, Text, found->text);
  OctantSearchHit *hit = g_new0 (OctantSearchHit, 1);
  const OctantRecord *cycle = text->record != NULL ? cycle_of (self, text->record) : NULL;

  hit->place = found->place;
  if (cycle != NULL)
    {
      hit->cycle_id = g_strdup (octant_record_get (cycle, OCTANT_CYCLE_ID));
      hit->cycle_title = g_strdup (octant_record_get (cycle, OCTANT_CYCLE_TITLE));
    }
  if (text->record != NULL)
    name_row (hit, text->record);
  else
    hit->code = g_strdup (octant_model_get_requirement (text->model, text->requirement)->code);
  hit->snippet = best_line (text, found->place, terms);
  hit->marks = mark_line (hit->snippet, terms);
  return hit;
}

static void
add_hits (OctantSearchIndex *self,
          GPtrArray         *hits,
          const GArray      *found,
          OctantSearchPlace  place,
          guint              max,
          char             **terms)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);

      if (one->place != place)
        continue;
      if (max > 0)
        keep_first (self, kept, max, one);
      else
        g_array_append_vals (kept, one, 1);
    }
  if (max == 0)
    g_array_sort_with_data (kept, compare_found, self);
  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (hits, make_hit (self, &g_array_index (kept, Found, i), terms));
}

/**
 * octant_search_index_find:
 * @text: what was typed: terms between spaces, all of which must occur
 * @scope: (nullable): NULL for everything
 * @n_found: (out) (optional): for each place how many there are
 *
 * Returns: (transfer full) (element-type OctantSearchHit): empty for blank @text
 */
GPtrArray *
octant_search_index_find (OctantSearchIndex       *self,
                          const char              *text,
                          const OctantSearchScope *scope,
                          guint                   *n_found)
{
  static const OctantSearchScope everything = { NULL, NULL, 0 };
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_search_hit_free);
  g_auto (GStrv) terms = NULL;
  g_autoptr (GArray) found = NULL;
  guint n[OCTANT_SEARCH_N_PLACES] = { 0 };

  g_return_val_if_fail (self != NULL && text != NULL, hits);

  if (scope == NULL)
    scope = &everything;
  terms = octant_search_terms (text);
  if (terms[0] != NULL && self->texts->len > 0)
    found = find_all (self, terms, scope);
  for (guint i = 0; found != NULL && i < found->len; i++)
    n[g_array_index (found, Found, i).place]++;
  for (guint place = 0; found != NULL && place < OCTANT_SEARCH_N_PLACES; place++)
    if (n[place] > 0)
      add_hits (self, hits, found, (OctantSearchPlace) place, scope->max_hits, terms);
  if (n_found != NULL)
    memcpy (n_found, n, sizeof n);
  return hits;
}
