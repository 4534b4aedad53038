/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-library.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model-fixture.h"

typedef struct
{
  char *folder; /* the data directory */
  char *file;   /* a model to install, in another place */
} Place;

static void
place_set_up (Place        *place,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("octant-library-XXXXXX", &error);
  g_assert_no_error (error);
  place->file = g_strconcat (place->folder, ".json", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_assert_no_errno (g_rmdir (path));
}

static void
place_tear_down (Place        *place,
                 gconstpointer data)
{
  remove_folder (place->folder);
  g_unlink (place->file);
  g_free (place->folder);
  g_free (place->file);
}

/* Writes the small model in some version to the file. */
static void
prepare (Place      *place,
         const char *version,
         const char *title)
{
  g_autoptr (JsonNode) root = fixture_parse ("small.json");
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_string_member (object, "version", version);
  json_object_set_string_member (json_object_get_object_member (object, "title"), "en", title);
  bytes = fixture_write (root, TRUE);
  g_file_set_contents (place->file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static OctantModelEntry *
install (Place *place)
{
  g_autoptr (GError) error = NULL;
  OctantModelEntry *entry = octant_model_library_install (place->folder, place->file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
  return entry;
}

/* "id@version" of each model, a star for the shipped ones. */
static char *
dup_list (const char *data_dir)
{
  g_autoptr (GPtrArray) entries = octant_model_library_list (data_dir);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const OctantModelEntry *entry = entries->pdata[i];

      g_string_append_printf (out, "%s%s@%s%s", i > 0 ? " " : "", entry->id, entry->version, entry->shipped ? "*" : "");
    }
  return g_string_free (out, FALSE);
}

#define assert_list(data_dir, expected)                 \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *list_ = dup_list (data_dir);       \
    g_assert_cmpstr (list_, ==, expected);              \
  }                                                     \
  G_STMT_END

/* The folder also holds the JSON Schema and the ATT&CK map, which are no models. */
static void
test_shipped (void)
{
  g_autoptr (OctantModel) model = octant_model_library_find (NULL, NULL, NULL);

  assert_list (NULL, "sf-ccmm@1.0.0*");
  g_assert_cmpstr (octant_model_get_id (model), ==, "sf-ccmm");
}

static void
test_install (Place        *place,
              gconstpointer data)
{
  g_autoptr (OctantModelEntry) entry = NULL;
  g_autoptr (OctantModelEntry) again = NULL;
  g_autofree char *expected = g_build_filename (place->folder, "models", "small-1.2.0.json", NULL);

  assert_list (place->folder, "sf-ccmm@1.0.0*");
  prepare (place, "1.2.0", "One");
  entry = install (place);
  g_assert_cmpstr (entry->path, ==, expected);
  g_assert_cmpstr (entry->title.en, ==, "One");
  g_assert_cmpuint (strlen (entry->hash), ==, 64);
  g_assert_false (entry->shipped);
  again = install (place);
  g_assert_cmpstr (again->path, ==, expected);
  assert_list (place->folder, "sf-ccmm@1.0.0* small@1.2.0");
}

static void
test_versions (Place        *place,
               gconstpointer data)
{
  static const char *const versions[] = { "1.9.0", "1.10.0", "1.2.3", "0.1.0" };
  g_autoptr (OctantModel) highest = NULL;
  g_autoptr (OctantModel) named = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (OctantModelEntry) entry = NULL;

      prepare (place, versions[i], versions[i]);
      entry = install (place);
    }
  assert_list (place->folder, "sf-ccmm@1.0.0* small@1.10.0 small@1.9.0 small@1.2.3 small@0.1.0");
  highest = octant_model_library_find (place->folder, "small", NULL);
  g_assert_cmpstr (octant_model_get_version (highest), ==, "1.10.0");
  named = octant_model_library_find (place->folder, "small@1.2.3", NULL);
  g_assert_cmpstr (octant_model_get_title (named)->en, ==, "1.2.3");
  g_assert_null (octant_model_library_find (place->folder, "smal", &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (octant_model_library_find (place->folder, "small@1.2", &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_NOT_FOUND);
}

static void
test_clash (Place        *place,
            gconstpointer data)
{
  g_autoptr (OctantModelEntry) entry = NULL;
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (GError) error = NULL;

  prepare (place, "1.2.0", "One");
  entry = install (place);
  prepare (place, "1.2.0", "Two");
  g_assert_null (octant_model_library_install (place->folder, place->file, NULL, &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_CLASH);
  model = octant_model_library_find (place->folder, "small", NULL);
  g_assert_cmpstr (octant_model_get_title (model)->en, ==, "One");
}

static void
test_invalid (Place        *place,
              gconstpointer data)
{
  g_autofree char *models = g_build_filename (place->folder, "models", NULL);
  g_autofree char *broken = g_build_filename (models, "broken-1.0.0.json", NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  prepare (place, "one", "One");
  g_assert_null (octant_model_library_install (place->folder, place->file, &faults, &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_false (g_file_test (models, G_FILE_TEST_EXISTS));

  /* A file that was damaged in the library is not offered. */
  g_assert_no_errno (g_mkdir (models, 0700));
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  assert_list (place->folder, "sf-ccmm@1.0.0*");
}

static void
assert_not_removed (Place           *place,
                    const char      *name,
                    OctantModelError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (octant_model_library_remove (place->folder, name, &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, (int) code);
}

static void
test_remove (Place        *place,
             gconstpointer data)
{
  g_autoptr (OctantModelEntry) first = NULL;
  g_autoptr (OctantModelEntry) second = NULL;
  g_autoptr (GError) error = NULL;

  prepare (place, "1.0.0", "One");
  first = install (place);
  prepare (place, "2.0.0", "Two");
  second = install (place);
  assert_not_removed (place, "small", OCTANT_MODEL_ERROR_AMBIGUOUS);
  assert_not_removed (place, "small@3.0.0", OCTANT_MODEL_ERROR_NOT_FOUND);
  assert_not_removed (place, "sf-ccmm", OCTANT_MODEL_ERROR_SHIPPED);
  assert_not_removed (place, "sf-ccmm@1.0.0", OCTANT_MODEL_ERROR_SHIPPED);
  assert_list (place->folder, "sf-ccmm@1.0.0* small@2.0.0 small@1.0.0");
  g_assert_true (octant_model_library_remove (place->folder, "small@2.0.0", &error));
  g_assert_no_error (error);
  assert_list (place->folder, "sf-ccmm@1.0.0* small@1.0.0");
  g_assert_true (octant_model_library_remove (place->folder, "small", &error));
  g_assert_no_error (error);
  assert_list (place->folder, "sf-ccmm@1.0.0*");
}

/* Installing what is shipped makes no second copy. */
static void
test_install_shipped (Place        *place,
                      gconstpointer data)
{
  g_autofree char *path = fixture_dup_path ("sf-ccmm-1.0.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModelEntry) entry = octant_model_library_install (place->folder, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (entry->shipped);
  assert_list (place->folder, "sf-ccmm@1.0.0*");
}

#define PLACE_TEST(name, func) \
  g_test_add ("/model/library/" name, Place, NULL, place_set_up, func, place_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/library/shipped", test_shipped);
  PLACE_TEST ("install", test_install);
  PLACE_TEST ("versions", test_versions);
  PLACE_TEST ("clash", test_clash);
  PLACE_TEST ("invalid", test_invalid);
  PLACE_TEST ("remove", test_remove);
  PLACE_TEST ("install-shipped", test_install_shipped);
  return g_test_run ();
}
