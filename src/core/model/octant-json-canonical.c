/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-json-canonical-private.h"

#include <string.h>

static void write_node (GString  *out,
                        JsonNode *node);

static void
write_string (GString    *out,
              const char *string)
{
  static const char letters[] = "\b\f\n\r\t\"\\";
  static const char escapes[] = "bfnrt\"\\";

  g_string_append_c (out, '"');
  while (*string != '\0')
    {
      const char *run = string;
      const char *found;

      while ((guchar) *string >= 0x20 && *string != '"' && *string != '\\')
        string++;
      g_string_append_len (out, run, string - run);
      if (*string == '\0')
        break;
      found = strchr (letters, *string);
      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, escapes[found - letters]);
        }
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *string);
      string++;
    }
  g_string_append_c (out, '"');
}

static void
write_number (GString  *out,
              JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    g_string_append (out, g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
write_object (GString    *out,
              JsonObject *object)
{
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new (json_object_get_size (object));
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_names);

  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_string (out, names->pdata[i]);
      g_string_append_c (out, ':');
      write_node (out, json_object_get_member (object, names->pdata[i]));
    }
  g_string_append_c (out, '}');
}

static void
write_array (GString   *out,
             JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_node (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
write_node (GString  *out,
            JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (out, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (out, json_node_get_array (node));
      break;
    case JSON_NODE_NULL:
      g_string_append (out, "null");
      break;
    case JSON_NODE_VALUE:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        write_string (out, json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      else
        write_number (out, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

GString *
octant_json_canonical (JsonNode *node)
{
  GString *out = g_string_sized_new (1 << 20);

  write_node (out, node);
  return out;
}
