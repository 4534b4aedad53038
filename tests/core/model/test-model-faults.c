/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of mutations.json: each breaks the small model in one place, and the pointers of
 * all faults that follow are known. The same table is held against schema.json. */

#include "config.h"

#include "model-fixture.h"

#include <string.h>

static JsonNode *table;

static char *
dup_expected (JsonObject *mutation)
{
  JsonArray *faults = json_object_get_array_member (mutation, "faults");
  GString *pointers = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (faults); i++)
    {
      const char *pointer = json_array_get_string_element (faults, i);

      g_string_append_printf (pointers, "%s%s", i > 0 ? "\n" : "", *pointer != '\0' ? pointer : "(all)");
    }
  return g_string_free (pointers, FALSE);
}

static void
test_mutation (gconstpointer data)
{
  JsonObject *mutation = (JsonObject *) data;
  g_autoptr (JsonNode) root = fixture_parse ("small.json");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *expected = dup_expected (mutation);
  g_autofree char *found = NULL;

  fixture_mutate (&root, mutation);
  bytes = fixture_write (root, TRUE);
  found = fixture_validate (bytes);
  g_assert_cmpstr (found, ==, expected);
}

/* Several faults at once are all found, in the order of the file and not of the checks. */
static void
test_all_at_once (void)
{
  static const char *const pointers[] = {
    "/id", "/levels/0/name/en", "/domains/1/weight", "/subdomains/1/since", "/requirements/3/rev",
    "/scoring/heavy_tailoring"
  };
  g_autoptr (JsonNode) root = fixture_parse ("small.json");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = G_N_ELEMENTS (pointers); i-- > 0;)
    {
      g_autoptr (JsonObject) mutation = json_object_new ();

      json_object_set_string_member (mutation, "op", "set");
      json_object_set_string_member (mutation, "path", pointers[i]);
      json_object_set_string_member (mutation, "value", "");
      fixture_mutate (&root, mutation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    g_string_append_printf (expected, "%s%s", i > 0 ? "\n" : "", pointers[i]);
  bytes = fixture_write (root, FALSE);
  found = fixture_validate (bytes);
  g_assert_cmpstr (found, ==, expected->str);
}

/* A file that is wrong everywhere gives a bounded list that says how much it leaves out. */
static void
test_bounded (void)
{
  g_autoptr (JsonNode) root = fixture_parse ("sf-ccmm-1.0.json");
  JsonArray *requirements = json_object_get_array_member (json_node_get_object (root), "requirements");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const OctantModelFault *last;

  for (guint i = 0; i < json_array_get_length (requirements); i++)
    {
      JsonObject *requirement = json_array_get_object_element (requirements, i);

      json_object_set_string_member (requirement, "effort", "0");
      json_object_set_string_member (requirement, "since", "soon");
      json_object_set_int_member (requirement, "rev", 0);
    }
  bytes = fixture_write (root, FALSE);
  g_assert_null (octant_model_new_from_bytes (bytes, &faults, NULL));
  g_assert_cmpuint (faults->len, ==, 1001);
  last = g_ptr_array_index (faults, 1000);
  g_assert_cmpstr (last->message, ==, "There are 728 more faults.");
}

int
main (int   argc,
      char *argv[])
{
  JsonArray *mutations;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  table = fixture_parse ("mutations.json");
  mutations = json_node_get_array (table);
  g_assert_cmpuint (json_array_get_length (mutations), >=, 60);
  for (guint i = 0; i < json_array_get_length (mutations); i++)
    {
      JsonObject *mutation = json_array_get_object_element (mutations, i);
      g_autofree char *name = g_strdelimit (g_strdup (json_object_get_string_member (mutation, "name")), " /", '-');
      g_autofree char *path = g_strconcat ("/model/faults/", name, NULL);

      g_test_add_data_func (path, mutation, test_mutation);
    }
  g_test_add_func ("/model/faults/all-at-once", test_all_at_once);
  g_test_add_func ("/model/faults/bounded", test_bounded);
  result = g_test_run ();
  json_node_unref (table);
  return result;
}
