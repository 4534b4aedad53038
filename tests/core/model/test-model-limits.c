/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The format promises models far larger than the shipped one: the largest is taken, one more is not. */

#include "config.h"

#include "model-fixture.h"

#define T "{\"zh\":\"字\",\"en\":\"t\"}"
#define SUBDOMAINS_PER_DOMAIN 17 /* × 32 domains × 9 levels × 4 aspects = 19,584 cells */

typedef struct
{
  guint levels;
  guint aspects;
  guint domains;
  guint requirements; /* at least one for each cell; the rest are second ones of the first cells */
} Shape;

static void
append_head (GString     *text,
             const Shape *shape)
{
  g_string_append (text, "{\"format\":\"octant-model/1\",\"id\":\"large\",\"version\":\"1.0.0\",\"language\":\"zh\","
                         "\"title\":" T ",\"provenance\":" T ",\"levels\":[");
  for (guint i = 0; i < shape->levels; i++)
    {
      g_string_append_printf (text, "%s{\"level\":%u,\"name\":" T ",\"summary\":" T ",\"aspects\":{",
                              i > 0 ? "," : "", i + 1);
      for (guint j = 0; j < shape->aspects; j++)
        g_string_append_printf (text, "%s\"%c\":" T, j > 0 ? "," : "", 'A' + j);
      g_string_append (text, "}}");
    }
  g_string_append (text, "],\"aspects\":[");
  for (guint i = 0; i < shape->aspects; i++)
    g_string_append_printf (text, "%s{\"id\":\"%c\",\"name\":" T ",\"facets\":[{\"id\":\"f\",\"name\":" T "}]}",
                            i > 0 ? "," : "", 'A' + i);
  g_string_append (text, "],\"roles\":[],\"evidence_types\":[],\"object_kinds\":[],\"institution_kinds\":[],"
                         "\"lenses\":[],\"clauses\":{},\"domains\":[");
  for (guint i = 0; i < shape->domains; i++)
    g_string_append_printf (text, "%s{\"code\":\"%c%c\",\"name\":" T ",\"weight\":1,\"aliases\":[]}",
                            i > 0 ? "," : "", 'A' + i / 26, 'A' + i % 26);
}

static void
append_subdomains (GString     *text,
                   const Shape *shape)
{
  g_string_append (text, "],\"subdomains\":[");
  for (guint i = 0; i < shape->domains * SUBDOMAINS_PER_DOMAIN; i++)
    {
      guint domain = i / SUBDOMAINS_PER_DOMAIN;

      g_string_append_printf (text,
                              "%s{\"code\":\"%c%c.%02u\",\"domain\":\"%c%c\",\"name\":" T ",\"scope\":" T
                              ",\"weight\":1,\"gate\":false,\"roles\":[],\"evidence\":[],\"tags\":{},\"references\":{},"
                              "\"status\":\"active\",\"since\":\"1.0.0\",\"aliases\":[]}",
                              i > 0 ? "," : "", 'A' + domain / 26, 'A' + domain % 26, i % SUBDOMAINS_PER_DOMAIN,
                              'A' + domain / 26, 'A' + domain % 26);
    }
}

static void
append_requirement (GString *text,
                    guint    subdomain,
                    guint    level,
                    char     aspect,
                    guint    number)
{
  guint domain = subdomain / SUBDOMAINS_PER_DOMAIN;
  g_autofree char *code = g_strdup_printf ("%c%c.%02u", 'A' + domain / 26, 'A' + domain % 26,
                                           subdomain % SUBDOMAINS_PER_DOMAIN);

  g_string_append_printf (text,
                          "%s{\"code\":\"%s.%u.%c.%02u\",\"subdomain\":\"%s\",\"level\":%u,\"aspect\":\"%c\","
                          "\"facet\":\"f\",\"scope\":\"org\",\"na_allowed\":false,\"methods\":[\"I\"],\"evidence\":[],"
                          "\"roles\":[],\"weight\":1,\"effort\":1,\"text\":" T ",\"check\":" T ",\"question\":" T
                          ",\"advice\":" T ",\"status\":\"active\",\"since\":\"1.0.0\",\"rev\":1}",
                          text->str[text->len - 1] == '[' ? "" : ",", code, level, aspect, number, code, level, aspect);
}

static void
append_requirements (GString     *text,
                     const Shape *shape)
{
  guint cells = shape->domains * SUBDOMAINS_PER_DOMAIN * shape->levels * shape->aspects;
  guint more = shape->requirements - cells;

  g_string_append (text, "],\"requirements\":[");
  for (guint i = 0; i < cells; i++)
    {
      guint subdomain = i / (shape->levels * shape->aspects);
      guint level = i / shape->aspects % shape->levels + 1;
      char aspect = (char) ('A' + i % shape->aspects);

      append_requirement (text, subdomain, level, aspect, 1);
      if (i < more)
        append_requirement (text, subdomain, level, aspect, 2);
    }
}

static GBytes *
write_model (const Shape *shape)
{
  GString *text = g_string_new (NULL);

  append_head (text, shape);
  append_subdomains (text, shape);
  append_requirements (text, shape);
  g_string_append (text, "],\"scoring\":{\"values\":{\"N\":0,\"P\":\"1/3\",\"L\":\"2/3\",\"F\":1},\"attain_rating\":\"L\","
                         "\"full_threshold\":\"17/20\",\"aspect_weights\":{");
  for (guint i = 0; i < shape->aspects; i++)
    g_string_append_printf (text, "%s\"%c\":1", i > 0 ? "," : "", 'A' + i);
  g_string_append (text, "},\"domain_quorum\":\"3/4\",\"domain_tolerance\":1,\"overall_quorum\":\"3/4\","
                         "\"overall_tolerance\":1,\"confidence\":{\"required_strength\":[");
  for (guint i = 0; i < shape->levels; i++)
    g_string_append_printf (text, "%s1", i > 0 ? "," : "");
  g_string_append (text, "],\"freshness\":[{\"months\":12,\"factor\":1}],\"bands\":{\"high\":\"4/5\",\"medium\":\"3/5\","
                         "\"low\":\"2/5\"}},\"heavy_tailoring\":\"1/5\"}}");
  return g_string_free_to_bytes (text);
}

static void
test_largest (void)
{
  const Shape shape = { .levels = 9, .aspects = 4, .domains = 32, .requirements = OCTANT_MODEL_MAX_REQUIREMENTS };
  g_autoptr (GBytes) bytes = write_model (&shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, NULL, &error);
  guint index;

  g_assert_no_error (error);
  g_assert_cmpuint (octant_model_get_n_requirements (model), ==, OCTANT_MODEL_MAX_REQUIREMENTS);
  g_assert_cmpuint (octant_model_get_n_subdomains (model), ==, 32 * SUBDOMAINS_PER_DOMAIN);
  g_assert_cmpuint (octant_model_get_n_levels (model), ==, 9);
  g_assert_cmpuint (octant_model_get_n_aspects (model), ==, 4);
  g_assert_true (octant_model_find_requirement (model, "BF.16.9.D.01", &index));
  g_assert_cmpuint (index, ==, OCTANT_MODEL_MAX_REQUIREMENTS - 1);
}

/* The pointer of the first fault tells which limit was passed. */
static void
assert_refused (const Shape *shape,
                const char  *pointer)
{
  g_autoptr (GBytes) bytes = write_model (shape);
  g_autofree char *found = fixture_validate (bytes);
  g_auto (GStrv) pointers = g_strsplit (found, "\n", -1);

  if (!g_strv_contains ((const char *const *) pointers, pointer))
    g_test_fail_printf ("No fault at %s", pointer);
}

static void
test_too_large (void)
{
  assert_refused (&(Shape) { 9, 4, 32, OCTANT_MODEL_MAX_REQUIREMENTS + 1 }, "/requirements");
  assert_refused (&(Shape) { 10, 1, 1, 170 }, "/levels");
  assert_refused (&(Shape) { 1, 1, 1, 17 }, "/levels");
  assert_refused (&(Shape) { 2, 5, 1, 170 }, "/aspects");
  assert_refused (&(Shape) { 2, 0, 1, 0 }, "/aspects");
  assert_refused (&(Shape) { 2, 1, 33, 1122 }, "/domains");
  assert_refused (&(Shape) { 2, 1, 0, 0 }, "/domains");
}

static void
test_smallest (void)
{
  const Shape shape = { .levels = 2, .aspects = 1, .domains = 1, .requirements = 34 };
  g_autoptr (GBytes) bytes = write_model (&shape);
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, NULL, NULL);

  g_assert_nonnull (model);
  g_assert_cmpuint (octant_model_get_n_levels (model), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/limits/largest", test_largest);
  g_test_add_func ("/model/limits/too-large", test_too_large);
  g_test_add_func ("/model/limits/smallest", test_smallest);
  return g_test_run ();
}
