/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-attack.h"

#include <string.h>

#include "model-fixture.h"

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAttack) attack = octant_attack_new_shipped (&error);
  const OctantAttackTechnique *techniques;
  guint tactics, mitigations, n, index, parents = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (octant_attack_get_domain (attack), ==, "enterprise-attack");
  g_assert_cmpstr (octant_attack_get_version (attack), ==, "18.1");
  g_assert_nonnull (strstr (octant_attack_get_source (attack), "MITRE"));
  octant_attack_get_tactics (attack, &tactics);
  g_assert_cmpuint (tactics, ==, 14);
  octant_attack_get_mitigations (attack, &mitigations);
  g_assert_cmpuint (mitigations, ==, 44);
  techniques = octant_attack_get_techniques (attack, &n);
  g_assert_cmpuint (n, ==, 691);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (octant_attack_find_technique (attack, techniques[i].id, &index));
      g_assert_cmpuint (index, ==, i);
      g_assert_cmpuint (techniques[i].n_tactics, >, 0);
      for (guint j = 0; j < techniques[i].n_mitigations; j++)
        g_assert_cmpuint (techniques[i].mitigations[j], <, mitigations);
      if (techniques[i].parent == OCTANT_ATTACK_NO_PARENT)
        continue;
      parents++;
      g_assert_true (g_str_has_prefix (techniques[i].id, techniques[techniques[i].parent].id));
    }
  g_assert_cmpuint (parents, >, 0);
  g_assert_cmpuint (parents, <, n);
  g_assert_false (octant_attack_find_technique (attack, "M1013", &index));
  g_assert_true (octant_attack_find_mitigation (attack, "M1013", &index));
  g_assert_false (octant_attack_find_tactic (attack, "", &index));
}

/* What the shipped model says of ATT&CK leads somewhere in the shipped map. */
static void
test_agrees_with_model (void)
{
  g_autofree char *path = fixture_dup_path ("sf-ccmm-1.0.json");
  g_autoptr (OctantModel) model = octant_model_new_from_file (path, NULL, NULL);
  g_autoptr (OctantAttack) attack = octant_attack_new_shipped (NULL);
  guint index, checked = 0;

  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, i);

      for (guint j = 0; subdomain->tags[2][j] != NULL; j++)
        g_assert_true (octant_attack_find_tactic (attack, subdomain->tags[2][j], &index));
      for (guint j = 0; j < subdomain->n_references; j++)
        {
          if (!g_str_equal (subdomain->references[j].id, "attack_mitigations"))
            continue;
          for (guint k = 0; subdomain->references[j].codes[k] != NULL; k++, checked++)
            g_assert_true (octant_attack_find_mitigation (attack, subdomain->references[j].codes[k], &index));
        }
    }
  g_assert_cmpuint (checked, >, 41);
}

static void
test_refused (void)
{
#define HEAD "{\"format\":\"octant-attack/1\",\"domain\":\"enterprise-attack\",\"version\":\"1\",\"source\":\"s\","
#define TERMS "\"tactics\":[{\"id\":\"TA0001\",\"name\":\"a\"}],\"mitigations\":[{\"id\":\"M1001\",\"name\":\"b\"}],"
  static const struct
  {
    const char *text;
    const char *part; /* NULL: accepted */
  } cases[] = {
    { HEAD TERMS "\"techniques\":[{\"id\":\"T1001\",\"name\":\"c\",\"tactics\":[\"TA0001\"],\"mitigations\":[]}]}", NULL },
    { HEAD TERMS "\"techniques\":[]}", "/techniques" },
    { HEAD TERMS "\"techniques\":[{\"id\":\"X1001\",\"name\":\"c\",\"tactics\":[],\"mitigations\":[]}]}", "/techniques/0/id" },
    { HEAD TERMS "\"techniques\":[{\"id\":\"T1001.01\",\"name\":\"c\",\"tactics\":[],\"mitigations\":[]}]}", "/techniques/0/id" },
    { HEAD TERMS "\"techniques\":[{\"id\":\"T1001.001\",\"name\":\"c\",\"tactics\":[],\"mitigations\":[]}]}", "/techniques/0: The technique \"T1001\"" },
    { HEAD TERMS "\"techniques\":[{\"id\":\"T1001\",\"name\":\"c\",\"tactics\":[\"TA0002\"],\"mitigations\":[]}]}", "/techniques/0/tactics/0" },
    { HEAD TERMS "\"techniques\":[{\"id\":\"T1001\",\"name\":\"c\",\"tactics\":[],\"mitigations\":[\"M1\"]}]}", "/techniques/0/mitigations/0" },
    { HEAD "\"techniques\":[]}", "3 faults" },
    { "{\"format\":\"octant-attack/1\",\"domain\":\"office-attack\",\"version\":\"1\",\"source\":\"s\"," TERMS
      "\"techniques\":[{\"id\":\"T1001\",\"name\":\"c\",\"tactics\":[],\"mitigations\":[]}]}", "/domain" },
    { "{\"format\":\"octant-model/1\"}", "faults" },
    { "[]", "An object" },
    { "{", "not valid JSON" },
    { "", "empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (OctantAttack) attack = octant_attack_new_from_bytes (bytes, &error);

      if (cases[i].part == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (attack);
          continue;
        }
      g_assert_null (attack);
      g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID);
      if (strstr (error->message, cases[i].part) == NULL)
        g_test_fail_printf ("\"%s\" does not say \"%s\"", error->message, cases[i].part);
    }
}

/* One technique more than the format allows, none with any member: what is said of them has an end. */
static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD TERMS "\"techniques\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 10000; i++)
    g_string_append_printf (text, "%s{}", i > 0 ? "," : "");
  g_string_append (text, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_assert_null (octant_attack_new_from_bytes (bytes, &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "1001 faults; the first: /techniques: The list has 10001 elements"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attack/shipped", test_shipped);
  g_test_add_func ("/attack/agrees-with-model", test_agrees_with_model);
  g_test_add_func ("/attack/refused", test_refused);
  g_test_add_func ("/attack/too-many", test_too_many);
  return g_test_run ();
}
