/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a valid model gives: the shipped one, and a small one of another shape. */

#include "config.h"

#include "model-fixture.h"

static OctantModel *
load (const char *name)
{
  g_autofree char *path = fixture_dup_path (name);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  OctantModel *model = octant_model_new_from_file (path, &faults, &error);

  g_assert_no_error (error);
  g_assert_nonnull (model);
  g_assert_cmpuint (faults->len, ==, 0);
  return model;
}

static void
assert_fraction (const OctantFraction *fraction,
                 const char           *expected)
{
  g_autofree char *string = octant_fraction_to_string (fraction);

  g_assert_cmpstr (string, ==, expected);
}

static void
assert_text (const OctantText *text)
{
  g_assert_true (g_utf8_validate (text->zh, -1, NULL) && *text->zh != '\0');
  g_assert_true (g_utf8_validate (text->en, -1, NULL) && *text->en != '\0');
}

static void
test_shipped_counts (void)
{
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");
  guint n, gates = 0, objects = 0, na_allowed = 0;

  g_assert_cmpstr (octant_model_get_id (model), ==, "sf-ccmm");
  g_assert_cmpstr (octant_model_get_version (model), ==, "1.0.0");
  assert_text (octant_model_get_title (model));
  assert_text (octant_model_get_provenance (model));
  g_assert_cmpuint (octant_model_get_n_levels (model), ==, 5);
  g_assert_cmpuint (octant_model_get_n_aspects (model), ==, 2);
  g_assert_cmpuint (octant_model_get_n_domains (model), ==, 8);
  g_assert_cmpuint (octant_model_get_n_subdomains (model), ==, 40);
  g_assert_cmpuint (octant_model_get_n_requirements (model), ==, 576);
  octant_model_get_roles (model, &n);
  g_assert_cmpuint (n, ==, 5);
  octant_model_get_evidence_types (model, &n);
  g_assert_cmpuint (n, ==, 14);
  octant_model_get_object_kinds (model, &n);
  g_assert_cmpuint (n, ==, 13);
  octant_model_get_institution_kinds (model, &n);
  g_assert_cmpuint (n, ==, 5);
  octant_model_get_lenses (model, &n);
  g_assert_cmpuint (n, ==, 6);
  octant_model_get_clauses (model, &n);
  g_assert_cmpuint (n, ==, 2);

  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    gates += octant_model_get_subdomain (model, i)->gate;
  g_assert_cmpuint (gates, ==, 12);
  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      objects += requirement->scope == OCTANT_SCOPE_OBJECT;
      na_allowed += requirement->na_allowed;
      assert_text (&requirement->text);
      assert_text (&requirement->check);
      assert_text (&requirement->question);
      assert_text (&requirement->advice);
    }
  g_assert_cmpuint (objects, ==, 156);
  g_assert_cmpuint (na_allowed, ==, 17);
}

/* The numbers of scoring.md come from the file. */
static void
test_shipped_scoring (void)
{
  static const char *const weights[] = { "15", "25", "12", "12", "6", "8", "12", "10" };
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");
  const OctantModelScoring *scoring = octant_model_get_scoring (model);

  for (guint i = 0; i < 8; i++)
    assert_fraction (&octant_model_get_domain (model, i)->weight, weights[i]);
  assert_fraction (&octant_model_get_aspect (model, 0)->weight, "1");
  assert_fraction (&octant_model_get_aspect (model, 1)->weight, "1");
  assert_fraction (&scoring->values[0], "0");
  assert_fraction (&scoring->values[1], "1/3");
  assert_fraction (&scoring->values[2], "2/3");
  assert_fraction (&scoring->values[3], "1");
  g_assert_cmpint (scoring->attain_rating, ==, OCTANT_RATING_L);
  assert_fraction (&scoring->full_threshold, "17/20");
  assert_fraction (&scoring->domain_quorum, "3/4");
  assert_fraction (&scoring->overall_quorum, "3/4");
  g_assert_cmpuint (scoring->domain_tolerance, ==, 1);
  g_assert_cmpuint (scoring->overall_tolerance, ==, 1);
  g_assert_cmpmem (scoring->required_strength, 5 * sizeof (guint), ((guint[]) { 1, 2, 2, 3, 3 }), 5 * sizeof (guint));
  g_assert_cmpuint (scoring->n_freshness, ==, 2);
  g_assert_cmpint (scoring->freshness[1].months, ==, 24);
  assert_fraction (&scoring->freshness[1].factor, "1/2");
  assert_fraction (&scoring->band_high, "4/5");
  assert_fraction (&scoring->band_medium, "3/5");
  assert_fraction (&scoring->band_low, "2/5");
  assert_fraction (&scoring->heavy_tailoring, "1/5");
}

static void
check_ranges (OctantModel *model)
{
  guint next_subdomain = 0, next_requirement = 0;

  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, d);

      g_assert_cmpuint (domain->first_subdomain, ==, next_subdomain);
      g_assert_cmpuint (domain->n_subdomains, >, 0);
      next_subdomain += domain->n_subdomains;
      for (guint s = domain->first_subdomain; s < next_subdomain; s++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, s);

          g_assert_cmpuint (subdomain->domain, ==, d);
          g_assert_cmpuint (subdomain->first_requirement, ==, next_requirement);
          next_requirement += subdomain->n_requirements;
          for (guint r = subdomain->first_requirement; r < next_requirement; r++)
            g_assert_cmpuint (octant_model_get_requirement (model, r)->subdomain, ==, s);
        }
    }
  g_assert_cmpuint (next_subdomain, ==, octant_model_get_n_subdomains (model));
  g_assert_cmpuint (next_requirement, ==, octant_model_get_n_requirements (model));
}

static void
test_ranges (void)
{
  g_autoptr (OctantModel) shipped = load ("sf-ccmm-1.0.json");
  g_autoptr (OctantModel) small = load ("small.json");

  check_ranges (shipped);
  check_ranges (small);
}

static void
test_look_ups (void)
{
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");
  guint index;

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      g_assert_true (octant_model_find_requirement (model, octant_model_get_requirement (model, i)->code, &index));
      g_assert_cmpuint (index, ==, i);
    }
  g_assert_true (octant_model_find_domain (model, "AP", NULL));
  g_assert_true (octant_model_find_subdomain (model, "PM.04", &index));
  g_assert_cmpuint (index, ==, 39);
  g_assert_false (octant_model_find_domain (model, "AP.01", &index));
  g_assert_false (octant_model_find_subdomain (model, "AP", &index));
  g_assert_false (octant_model_find_requirement (model, "AP.01", &index));
  g_assert_false (octant_model_find_requirement (model, "", &index));
}

static void
test_nodes (void)
{
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");
  guint found;

  g_assert_cmpuint (octant_model_get_n_nodes (model), ==, 49);
  g_assert_cmpstr (octant_model_get_node_code (model, OCTANT_NODE_OVERALL), ==, "overall");
  g_assert_cmpstr (octant_model_get_node_code (model, octant_model_domain_node (model, 7)), ==, "PM");
  g_assert_cmpstr (octant_model_get_node_code (model, octant_model_subdomain_node (model, 0)), ==, "AP.01");
  for (guint i = 0; i < octant_model_get_n_nodes (model); i++)
    {
      g_assert_true (octant_model_find_node (model, octant_model_get_node_code (model, i), &found));
      g_assert_cmpuint (found, ==, i);
    }
  g_assert_false (octant_model_find_node (model, "AP.01.1.H.01", &found));
}

static void
test_shipped_parts (void)
{
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, 0);
  const OctantRequirement *requirement = octant_model_get_requirement (model, 0);
  const OctantModelLens *lenses;
  guint n;

  g_assert_cmpstr (octant_model_get_level (model, 1)->name.zh, ==, "非正式执行");
  assert_text (&octant_model_get_level (model, 5)->aspects[1]);
  lenses = octant_model_get_lenses (model, &n);
  g_assert_cmpstr (lenses[2].id, ==, "attack");
  g_assert_cmpstr (lenses[2].version, ==, "18.1");
  g_assert_null (lenses[0].version);
  g_assert_cmpuint (lenses[2].n_groups, ==, 14);
  g_assert_cmpstr (subdomain->tags[2][0], ==, "TA0043");
  g_assert_cmpuint (g_strv_length (subdomain->tags[2]), ==, 3);
  g_assert_cmpuint (subdomain->n_references, ==, 4);
  g_assert_cmpstr (subdomain->references[0].id, ==, "attack_mitigations");
  g_assert_cmpstr (subdomain->references[0].codes[0], ==, "M1056");
  g_assert_cmpuint (g_strv_length (subdomain->references[3].codes), ==, 0);
  assert_text (subdomain->standard_note);
  g_assert_null (subdomain->remark);
  g_assert_cmpstr (octant_model_get_domain (model, 1)->aliases[0], ==, "安全预防与加固");
  g_assert_cmpstr (requirement->code, ==, "AP.01.1.H.01");
  g_assert_cmpstr (requirement->methods, ==, "I");
  g_assert_cmpstr (octant_model_get_aspect (model, requirement->aspect)->facets[requirement->facet].id, ==, "staffing");
  g_assert_cmpuint (requirement->n_roles, ==, 2);
  g_assert_cmpuint (requirement->roles[0], ==, 3);
  g_assert_true (requirement->active);
  g_assert_null (requirement->superseded_by);
}

static void
test_other_shape (void)
{
  g_autoptr (OctantModel) model = load ("small.json");
  const OctantRequirement *retired, *successor;

  g_assert_cmpuint (octant_model_get_n_levels (model), ==, 3);
  g_assert_cmpuint (octant_model_get_n_aspects (model), ==, 1);
  g_assert_cmpuint (octant_model_get_n_domains (model), ==, 2);
  g_assert_cmpuint (octant_model_get_n_subdomains (model), ==, 4);
  g_assert_cmpuint (octant_model_get_n_requirements (model), ==, 15);
  assert_fraction (&octant_model_get_domain (model, 1)->weight, "1/2");
  assert_fraction (&octant_model_get_requirement (model, 2)->weight, "1/3");
  assert_fraction (&octant_model_get_requirement (model, 2)->effort, "5/2");
  g_assert_cmpstr (octant_model_get_requirement (model, 2)->methods, ==, "IT");
  g_assert_cmpint (octant_model_get_scoring (model)->attain_rating, ==, OCTANT_RATING_P);
  g_assert_false (octant_model_get_subdomain (model, 3)->active);
  retired = octant_model_get_requirement (model, 4);
  g_assert_false (retired->active);
  g_assert_cmpstr (retired->retired_in, ==, "1.1.0");
  g_assert_cmpstr (retired->superseded_by[0], ==, "AA.01.3.W.03");
  g_assert_null (retired->superseded_by[1]);
  g_assert_null (retired->supersedes);
  successor = octant_model_get_requirement (model, 5);
  g_assert_cmpstr (successor->supersedes[0], ==, retired->code);
  g_assert_null (successor->retired_in);
}

/* Written another way the same content has the same hash; check-schema.py knows the hash itself. */
static void
test_hash (void)
{
  g_autoptr (OctantModel) model = load ("small.json");
  g_autoptr (JsonNode) root = fixture_parse ("small.json");
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GBytes) compact = NULL;
  g_autoptr (GBytes) reordered = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (OctantModel) second = NULL;
  g_autoptr (OctantModel) third = NULL;
  g_autoptr (OctantModel) fourth = NULL;
  JsonNode *scoring = json_object_dup_member (object, "scoring");

  compact = fixture_write (root, FALSE);
  second = octant_model_new_from_bytes (compact, NULL, NULL);
  g_assert_cmpstr (octant_model_get_hash (second), ==, octant_model_get_hash (model));
  g_assert_true (octant_model_get_bytes (second) == compact);

  json_object_remove_member (object, "scoring");
  json_object_remove_member (object, "id");
  json_object_set_member (object, "scoring", scoring);
  json_object_set_string_member (object, "id", "small");
  reordered = fixture_write (root, TRUE);
  third = octant_model_new_from_bytes (reordered, NULL, NULL);
  g_assert_cmpstr (octant_model_get_hash (third), ==, octant_model_get_hash (model));

  json_object_set_string_member (object, "id", "small2");
  changed = fixture_write (root, TRUE);
  fourth = octant_model_new_from_bytes (changed, NULL, NULL);
  g_assert_cmpstr (octant_model_get_hash (fourth), !=, octant_model_get_hash (model));
}

/* Escapes are spellings too: the same text, the same model. */
static void
test_hash_of_escapes (void)
{
  g_autoptr (OctantModel) model = load ("small.json");
  g_autoptr (OctantModel) other = NULL;
  g_autoptr (GBytes) small = fixture_load ("small.json");
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (small, NULL), (gssize) g_bytes_get_size (small));
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (g_string_replace (text, "A small model", "\\u0041 small\\u0020model", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "小模型", "\\u5c0F模\\u578b", 0), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  other = octant_model_new_from_bytes (bytes, NULL, NULL);
  g_assert_nonnull (other);
  g_assert_cmpstr (octant_model_get_title (other)->zh, ==, "小模型");
  g_assert_cmpstr (octant_model_get_hash (other), ==, octant_model_get_hash (model));
}

static void
test_finalize (void)
{
  OctantModel *model = load ("small.json");

  g_assert_finalize_object (model);
}

static gpointer
load_thread (gpointer data)
{
  g_autoptr (OctantModel) model = load ("sf-ccmm-1.0.json");

  return g_strdup (octant_model_get_hash (model));
}

/* Models are loaded on worker threads, several at a time. */
static void
test_threads (void)
{
  GThread *threads[4];
  char *hashes[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("model", load_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    hashes[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpstr (hashes[i], ==, hashes[0]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_free (hashes[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shipped/counts", test_shipped_counts);
  g_test_add_func ("/model/shipped/scoring", test_shipped_scoring);
  g_test_add_func ("/model/shipped/parts", test_shipped_parts);
  g_test_add_func ("/model/ranges", test_ranges);
  g_test_add_func ("/model/look-ups", test_look_ups);
  g_test_add_func ("/model/nodes", test_nodes);
  g_test_add_func ("/model/other-shape", test_other_shape);
  g_test_add_func ("/model/hash", test_hash);
  g_test_add_func ("/model/hash/escapes", test_hash_of_escapes);
  g_test_add_func ("/model/finalize", test_finalize);
  g_test_add_func ("/model/threads", test_threads);
  return g_test_run ();
}
