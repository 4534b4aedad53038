/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "fixture.h"

/*
 * The shipped model one version later: one requirement is retired, another supersedes it,
 * and one no longer allows NA.
 */
#define VARIANT_VERSION "1.1.0"
#define VARIANT_RETIRED "AP.05.2.P.02"
#define VARIANT_NEW "AP.05.2.P.04"
#define VARIANT_NO_NA "AP.05.3.P.03"

static inline JsonArray *
variant_codes (const char *code)
{
  JsonArray *codes = json_array_new ();

  json_array_add_string_element (codes, code);
  return codes;
}

static inline JsonNode *
variant_requirement (JsonNode *requirement)
{
  g_autofree char *text = json_to_string (requirement, FALSE);
  g_autoptr (JsonNode) copy = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (copy);

  json_object_set_string_member (object, "code", VARIANT_NEW);
  json_object_set_string_member (object, "since", VARIANT_VERSION);
  json_object_set_array_member (object, "supersedes", variant_codes (VARIANT_RETIRED));
  return g_steal_pointer (&copy);
}

static inline OctantModel *
variant_model (OctantModel *model)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonArray) out = json_array_new ();
  JsonArray *requirements;
  JsonObject *root;
  OctantModel *variant;
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (octant_model_get_bytes (model), &length);

  g_assert_true (json_parser_load_from_data (parser, data, (gssize) length, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  json_object_set_string_member (root, "version", VARIANT_VERSION);
  requirements = json_object_get_array_member (root, "requirements");
  for (guint i = 0; i < json_array_get_length (requirements); i++)
    {
      JsonNode *node = json_array_get_element (requirements, i);
      JsonObject *object = json_node_get_object (node);
      const char *code = json_object_get_string_member (object, "code");

      if (strcmp (code, VARIANT_NO_NA) == 0)
        json_object_set_boolean_member (object, "na_allowed", FALSE);
      if (strcmp (code, "AP.05.2.P.03") == 0)
        {
          json_array_add_element (out, json_node_copy (node));
          json_array_add_element (out, variant_requirement (node));
          continue;
        }
      if (strcmp (code, VARIANT_RETIRED) == 0)
        {
          json_object_set_string_member (object, "status", "retired");
          json_object_set_string_member (object, "retired_in", VARIANT_VERSION);
          json_object_set_array_member (object, "superseded_by", variant_codes (VARIANT_NEW));
        }
      json_array_add_element (out, json_node_copy (node));
    }
  json_object_set_array_member (root, "requirements", g_steal_pointer (&out));
  text = json_to_string (json_parser_get_root (parser), FALSE);
  bytes = g_bytes_new (text, strlen (text));
  variant = octant_model_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return variant;
}
