/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model.h"

#include <string.h>

static void
print_faults (GPtrArray *faults)
{
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const OctantModelFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%s: %s", fault->pointer, fault->message);
    }
}

static OctantModel *
load_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  OctantModel *model = octant_model_new_from_file (path, &faults, &error);

  print_faults (faults);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  g_assert_cmpuint (faults->len, ==, 0);
  return model;
}

static void
test_shipped (void)
{
  g_autoptr (OctantModel) model = load_shipped ();
  const OctantRequirement *requirement;
  guint index;

  g_assert_cmpstr (octant_model_get_id (model), ==, "sf-ccmm");
  g_assert_cmpstr (octant_model_get_version (model), ==, "1.0.0");
  g_assert_cmpuint (octant_model_get_n_levels (model), ==, 5);
  g_assert_cmpuint (octant_model_get_n_aspects (model), ==, 2);
  g_assert_cmpuint (octant_model_get_n_domains (model), ==, 8);
  g_assert_cmpuint (octant_model_get_n_subdomains (model), ==, 40);
  g_assert_cmpuint (octant_model_get_n_requirements (model), ==, 576);
  g_assert_true (octant_model_find_requirement (model, "AP.01.1.H.01", &index));
  g_assert_cmpuint (index, ==, 0);
  requirement = octant_model_get_requirement (model, index);
  g_assert_cmpstr (requirement->methods, ==, "I");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shipped", test_shipped);
  return g_test_run ();
}
