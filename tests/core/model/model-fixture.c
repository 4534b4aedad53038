/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

char *
fixture_dup_path (const char *name)
{
  if (g_str_has_prefix (name, "sf-ccmm") || g_str_has_prefix (name, "attack"))
    return g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), name, NULL);
  return g_test_build_filename (G_TEST_DIST, "data", "model", name, NULL);
}

GBytes *
fixture_load (const char *name)
{
  g_autofree char *path = fixture_dup_path (name);
  g_autoptr (GError) error = NULL;
  gsize length;
  char *data;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

JsonNode *
fixture_parse (const char *name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = fixture_load (name);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

GBytes *
fixture_write (JsonNode *node,
               gboolean  pretty)
{
  char *text = json_to_string (node, pretty);

  return g_bytes_new_take (text, strlen (text));
}

static JsonNode *
child_of (JsonNode   *node,
          const char *token)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (token, NULL, 10));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  g_assert_true (json_object_has_member (json_node_get_object (node), token));
  return json_object_get_member (json_node_get_object (node), token);
}

/* The container of what a pointer names, and the last token. */
static JsonNode *
walk (JsonNode   *root,
      const char *pointer,
      char      **last)
{
  g_auto (GStrv) tokens = g_strsplit (pointer + 1, "/", -1);
  JsonNode *node = root;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      GString *token = g_string_new (tokens[i]);

      g_string_replace (token, "~1", "/", 0);
      g_string_replace (token, "~0", "~", 0);
      *last = g_string_free (token, FALSE);
      if (tokens[i + 1] == NULL)
        break;
      node = child_of (node, *last);
      g_clear_pointer (last, g_free);
    }
  return node;
}

static void
replace_element (JsonArray *array,
                 guint      index,
                 JsonNode  *value)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (elements, i == index ? value : json_array_dup_element (array, i));
  while (json_array_get_length (array) > 0)
    json_array_remove_element (array, 0);
  for (guint i = 0; i < n; i++)
    json_array_add_element (array, elements->pdata[i]);
}

static void
set_child (JsonNode   *container,
           const char *token,
           JsonNode   *value)
{
  if (JSON_NODE_HOLDS_ARRAY (container))
    replace_element (json_node_get_array (container), (guint) g_ascii_strtoull (token, NULL, 10), value);
  else
    json_object_set_member (json_node_get_object (container), token, value);
}

static void
remove_child (JsonNode   *container,
              const char *token)
{
  if (JSON_NODE_HOLDS_ARRAY (container))
    json_array_remove_element (json_node_get_array (container), (guint) g_ascii_strtoull (token, NULL, 10));
  else
    json_object_remove_member (json_node_get_object (container), token);
}

void
fixture_mutate (JsonNode  **root,
                JsonObject *mutation)
{
  const char *op = json_object_get_string_member (mutation, "op");
  const char *pointer = json_object_get_string_member (mutation, "path");
  g_autofree char *token = NULL;
  g_autofree char *other_token = NULL;
  JsonNode *container, *other;

  if (*pointer == '\0')
    {
      json_node_unref (*root);
      *root = json_object_dup_member (mutation, "value");
      return;
    }
  container = walk (*root, pointer, &token);
  if (g_str_equal (op, "set"))
    set_child (container, token, json_object_dup_member (mutation, "value"));
  else if (g_str_equal (op, "remove"))
    remove_child (container, token);
  else
    {
      g_autoptr (JsonNode) left = NULL;
      g_autoptr (JsonNode) right = NULL;

      g_assert_cmpstr (op, ==, "swap");
      other = walk (*root, json_object_get_string_member (mutation, "with"), &other_token);
      left = json_node_copy (child_of (container, token));
      right = json_node_copy (child_of (other, other_token));
      set_child (container, token, g_steal_pointer (&right));
      set_child (other, other_token, g_steal_pointer (&left));
    }
}

char *
fixture_validate (GBytes *bytes)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, &faults, &error);
  GString *pointers = g_string_new (NULL);

  g_assert_nonnull (faults);
  g_assert_true ((model != NULL) == (faults->len == 0));
  g_assert_true ((model == NULL) == (error != NULL));
  for (guint i = 0; i < faults->len; i++)
    {
      const OctantModelFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_utf8_validate (fault->pointer, -1, NULL));
      g_assert_true (g_utf8_validate (fault->message, -1, NULL));
      g_assert_true (g_str_has_suffix (fault->message, "."));
      g_string_append_printf (pointers, "%s%s", i > 0 ? "\n" : "", *fault->pointer != '\0' ? fault->pointer : "(all)");
    }
  return g_string_free (pointers, FALSE);
}
