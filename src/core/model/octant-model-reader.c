/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-reader-private.h"

#include <string.h>

OctantPlace
octant_place_member (const OctantPlace *object,
                     const char        *member)
{
  OctantPlace place = { .parent = object, .member = member };

  if (object->node != NULL && JSON_NODE_HOLDS_OBJECT (object->node))
    place.node = json_object_get_member (json_node_get_object (object->node), member);
  return place;
}

OctantPlace
octant_place_element (const OctantPlace *array,
                      guint              index)
{
  OctantPlace place = { .parent = array, .index = index };

  place.node = json_array_get_element (json_node_get_array (array->node), index);
  return place;
}

gpointer
octant_reader_alloc (OctantReader *reader,
                     gsize         n,
                     gsize         size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (reader->blocks, block);
  return block;
}

gboolean
octant_model_index_find (GHashTable *index,
                         const char *id,
                         guint      *out)
{
  gpointer value = g_hash_table_lookup (index, id);

  if (value == NULL)
    return FALSE;
  if (out != NULL)
    *out = GPOINTER_TO_UINT (value) - 1;
  return TRUE;
}

gboolean
octant_reader_index_add (OctantReader      *reader,
                         const OctantPlace *place,
                         GHashTable        *index,
                         char              *id,
                         guint              position)
{
  if (g_hash_table_contains (index, id))
    {
      octant_fault_list_add (reader->faults, place, "\"%s\" is used twice.", id);
      return FALSE;
    }
  g_hash_table_insert (index, id, GUINT_TO_POINTER (position + 1));
  return TRUE;
}

gboolean
octant_reader_object (OctantReader      *reader,
                      const OctantPlace *place,
                      const char *const *required,
                      const char *const *optional)
{
  JsonObjectIter iter;
  JsonObject *object;
  const char *name;

  if (place->node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (place->node))
    {
      octant_fault_list_add (reader->faults, place, "An object should stand here.");
      return FALSE;
    }

  object = json_node_get_object (place->node);
  for (guint i = 0; required[i] != NULL; i++)
    {
      if (!json_object_has_member (object, required[i]))
        octant_fault_list_add (reader->faults, place, "The member \"%s\" is missing.", required[i]);
    }
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      if (!g_strv_contains (required, name) && (optional == NULL || !g_strv_contains (optional, name)))
        {
          OctantPlace extra = octant_place_member (place, name);

          octant_fault_list_add (reader->faults, &extra, "The format has no such member here.");
        }
    }
  return TRUE;
}

gboolean
octant_reader_array (OctantReader      *reader,
                     const OctantPlace *place,
                     guint              min,
                     guint              max,
                     guint             *n)
{
  *n = 0;
  if (place->node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (place->node))
    {
      octant_fault_list_add (reader->faults, place, "A list should stand here.");
      return FALSE;
    }
  *n = json_array_get_length (json_node_get_array (place->node));
  if (*n < min || *n > max)
    {
      octant_fault_list_add (reader->faults, place, "The list has %u elements instead of %u to %u.", *n, min, max);
      /* Too long a list is not looked into: its length is the fault. */
      *n = MIN (*n, max);
      return *n > 0;
    }
  return TRUE;
}

/* The plain string at a place, owned by the document. */
static const char *
peek_string (OctantReader      *reader,
             const OctantPlace *place)
{
  if (place->node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (place->node) || json_node_get_value_type (place->node) != G_TYPE_STRING)
    {
      octant_fault_list_add (reader->faults, place, "A string should stand here.");
      return NULL;
    }
  return json_node_get_string (place->node);
}

char *
octant_reader_string (OctantReader      *reader,
                      const OctantPlace *place,
                      OctantSyntax       syntax,
                      const char        *what)
{
  const char *string = peek_string (reader, place);

  if (string == NULL)
    return NULL;
  if (!syntax (string))
    {
      octant_fault_list_add (reader->faults, place, "The string is not %s.", what);
      return NULL;
    }
  return g_string_chunk_insert_const (reader->strings, string);
}

static gboolean
has_control_character (const char *string)
{
  for (; *string != '\0'; string = g_utf8_next_char (string))
    {
      gunichar c = g_utf8_get_char (string);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_blank (const char *string)
{
  for (; *string != '\0'; string = g_utf8_next_char (string))
    {
      if (!g_unichar_isspace (g_utf8_get_char (string)))
        return FALSE;
    }
  return TRUE;
}

gboolean
octant_syntax_text (const char *string)
{
  return !is_blank (string) && !has_control_character (string)
         && g_utf8_strlen (string, -1) <= OCTANT_MODEL_MAX_TEXT;
}

gboolean
octant_syntax_id (const char *string)
{
  const char *last = string + strlen (string);

  if (*string == '\0' || has_control_character (string) || g_utf8_strlen (string, -1) > OCTANT_MODEL_MAX_ID)
    return FALSE;
  last = g_utf8_prev_char (last);
  return !g_unichar_isspace (g_utf8_get_char (string)) && !g_unichar_isspace (g_utf8_get_char (last));
}

/* What may become a part of a file's name. */
gboolean
octant_syntax_slug (const char *string)
{
  gsize length = strspn (string, "abcdefghijklmnopqrstuvwxyz0123456789_-");

  return length > 0 && length <= OCTANT_MODEL_MAX_ID && string[length] == '\0' && g_ascii_isalnum (*string);
}

/* MAJOR.MINOR.PATCH, each up to nine digits without leading zeros. */
gboolean
octant_syntax_version (const char *string)
{
  for (guint part = 0; part < 3; part++)
    {
      gsize digits = strspn (string, "0123456789");

      if (digits == 0 || digits > 9 || (digits > 1 && *string == '0'))
        return FALSE;
      string += digits;
      if (part < 2 && *string++ != '.')
        return FALSE;
    }
  return *string == '\0';
}

/* "AP.05.3.P.02": domain . sub-domain . level . aspect . number */
gboolean
octant_syntax_requirement_code (const char *string)
{
  return strlen (string) == 12
         && g_ascii_isupper (string[0]) && g_ascii_isupper (string[1]) && string[2] == '.'
         && g_ascii_isdigit (string[3]) && g_ascii_isdigit (string[4]) && string[5] == '.'
         && string[6] >= '1' && string[6] <= '9' && string[7] == '.'
         && g_ascii_isupper (string[8]) && string[9] == '.'
         && g_ascii_isdigit (string[10]) && g_ascii_isdigit (string[11]);
}

static char *
read_language (OctantReader      *reader,
               const OctantPlace *place)
{
  const char *string = peek_string (reader, place);

  if (string == NULL)
    return NULL;
  if (is_blank (string))
    octant_fault_list_add (reader->faults, place, "The text is empty.");
  else if (has_control_character (string))
    octant_fault_list_add (reader->faults, place, "The text has a control character.");
  else if (g_utf8_strlen (string, -1) > OCTANT_MODEL_MAX_TEXT)
    octant_fault_list_add (reader->faults, place, "The text is longer than %d characters.", OCTANT_MODEL_MAX_TEXT);
  else
    return g_string_chunk_insert (reader->strings, string);
  return NULL;
}

gboolean
octant_reader_text (OctantReader      *reader,
                    const OctantPlace *object,
                    const char        *member,
                    OctantText        *out)
{
  static const char *const languages[] = { "zh", "en", NULL };
  OctantPlace place = octant_place_member (object, member);
  OctantPlace zh, en;

  if (!octant_reader_object (reader, &place, languages, NULL))
    return FALSE;
  zh = octant_place_member (&place, "zh");
  en = octant_place_member (&place, "en");
  out->zh = read_language (reader, &zh);
  out->en = read_language (reader, &en);
  return out->zh != NULL && out->en != NULL;
}

gboolean
octant_reader_boolean (OctantReader      *reader,
                       const OctantPlace *place,
                       gboolean          *out)
{
  if (place->node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (place->node) || json_node_get_value_type (place->node) != G_TYPE_BOOLEAN)
    {
      octant_fault_list_add (reader->faults, place, "true or false should stand here.");
      return FALSE;
    }
  *out = json_node_get_boolean (place->node);
  return TRUE;
}

gboolean
octant_reader_integer (OctantReader      *reader,
                       const OctantPlace *place,
                       gint64             min,
                       gint64             max,
                       gint64            *out)
{
  if (place->node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_VALUE (place->node) || json_node_get_value_type (place->node) != G_TYPE_INT64
      || json_node_get_int (place->node) < min || json_node_get_int (place->node) > max)
    {
      octant_fault_list_add (reader->faults, place,
                             "A whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " should stand here.",
                             min, max);
      return FALSE;
    }
  *out = json_node_get_int (place->node);
  return TRUE;
}

static gboolean
parse_fraction (JsonNode       *node,
                OctantFraction *out)
{
  g_autofree char *digits = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return octant_fraction_parse (json_node_get_string (node), out);
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return octant_fraction_parse (digits, out);
}

gboolean
octant_reader_fraction (OctantReader      *reader,
                        const OctantPlace *place,
                        gboolean           zero,
                        gint64             max,
                        OctantFraction    *out)
{
  if (place->node == NULL)
    return FALSE;
  if (!parse_fraction (place->node, out))
    {
      octant_fault_list_add (reader->faults, place,
                             "A whole number or a fraction like \"3/4\" should stand here, with parts up to 10^9.");
      return FALSE;
    }
  if (out->num == 0 && !zero)
    {
      octant_fault_list_add (reader->faults, place, "The number must be greater than 0.");
      return FALSE;
    }
  if (max > 0 && out->num > max * out->den)
    {
      octant_fault_list_add (reader->faults, place, "The number must not be greater than %" G_GINT64_FORMAT ".", max);
      return FALSE;
    }
  return TRUE;
}

gboolean
octant_reader_word (OctantReader      *reader,
                    const OctantPlace *place,
                    const char *const *words,
                    guint             *out)
{
  const char *string = peek_string (reader, place);
  g_autofree char *list = NULL;

  if (string == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], string) == 0)
        {
          *out = i;
          return TRUE;
        }
    }
  list = g_strjoinv ("\", \"", (char **) words);
  octant_fault_list_add (reader->faults, place, "One of \"%s\" should stand here.", list);
  return FALSE;
}

char **
octant_reader_strings (OctantReader      *reader,
                       const OctantPlace *place,
                       OctantSyntax       syntax,
                       const char        *what)
{
  g_autoptr (GHashTable) seen = NULL;
  char **strings;
  guint n, used = 0;

  if (!octant_reader_array (reader, place, 0, OCTANT_MODEL_MAX_LIST, &n))
    return NULL;
  strings = octant_reader_new (reader, char *, n + 1);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    {
      OctantPlace element = octant_place_element (place, i);
      char *string = octant_reader_string (reader, &element, syntax, what);

      if (string != NULL && octant_reader_index_add (reader, &element, seen, string, i))
        strings[used++] = string;
    }
  return strings;
}

guint *
octant_reader_indexes (OctantReader      *reader,
                       const OctantPlace *place,
                       GHashTable        *index,
                       const char        *what,
                       guint             *n)
{
  g_autoptr (GHashTable) seen = NULL;
  guint length, found;
  guint *indexes;

  *n = 0;
  if (!octant_reader_array (reader, place, 0, OCTANT_MODEL_MAX_LIST, &length))
    return NULL;
  indexes = octant_reader_new (reader, guint, length);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < length; i++)
    {
      OctantPlace element = octant_place_element (place, i);
      char *id = octant_reader_string (reader, &element, octant_syntax_id, "an id");

      if (id == NULL || !octant_reader_index_add (reader, &element, seen, id, i))
        continue;
      if (octant_model_index_find (index, id, &found))
        indexes[(*n)++] = found;
      else
        octant_fault_list_add (reader->faults, &element, "The model has no %s \"%s\".", what, id);
    }
  return indexes;
}

OctantModelTerm *
octant_reader_terms (OctantReader      *reader,
                     const OctantPlace *place,
                     guint              min,
                     guint             *n,
                     GHashTable       **index)
{
  static const char *const members[] = { "id", "name", NULL };
  OctantModelTerm *terms;

  *index = g_hash_table_new (g_str_hash, g_str_equal);
  if (!octant_reader_array (reader, place, min, OCTANT_MODEL_MAX_LIST, n))
    return NULL;
  terms = octant_reader_new (reader, OctantModelTerm, *n);
  for (guint i = 0; i < *n; i++)
    {
      OctantPlace element = octant_place_element (place, i);
      OctantPlace id;

      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      id = octant_place_member (&element, "id");
      terms[i].id = octant_reader_string (reader, &id, octant_syntax_id, "an id of 1 to 64 characters");
      if (terms[i].id != NULL)
        octant_reader_index_add (reader, &id, *index, terms[i].id, i);
      octant_reader_text (reader, &element, "name", &terms[i].name);
    }
  return terms;
}
