/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-library.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/octant-file.h"

void
octant_model_entry_free (OctantModelEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->version);
  g_free (entry->title.zh);
  g_free (entry->title.en);
  g_free (entry->path);
  g_free (entry->hash);
  g_free (entry);
}

static OctantModelEntry *
entry_new (OctantModel *model,
           const char  *path,
           gboolean     shipped)
{
  OctantModelEntry *entry = g_new0 (OctantModelEntry, 1);

  entry->id = g_strdup (octant_model_get_id (model));
  entry->version = g_strdup (octant_model_get_version (model));
  entry->title.zh = g_strdup (octant_model_get_title (model)->zh);
  entry->title.en = g_strdup (octant_model_get_title (model)->en);
  entry->path = g_strdup (path);
  entry->hash = g_strdup (octant_model_get_hash (model));
  entry->shipped = shipped;
  return entry;
}

/**
 * octant_model_library_get_shipped_folder:
 *
 * Returns: (transfer none): a folder that may also hold files that are no models
 */
const char *
octant_model_library_get_shipped_folder (void)
{
  const char *folder = g_getenv ("OCTANT_MODEL_DIR");

  return folder != NULL && *folder != '\0' ? folder : OCTANT_PKGDATADIR "/model";
}

int
octant_model_version_compare (const char *a,
                              const char *b)
{
  for (guint part = 0; part < 3; part++)
    {
      char *a_end, *b_end;
      guint64 left = g_ascii_strtoull (a, &a_end, 10);
      guint64 right = g_ascii_strtoull (b, &b_end, 10);

      if (left != right)
        return left < right ? -1 : 1;
      a = *a_end == '.' ? a_end + 1 : a_end;
      b = *b_end == '.' ? b_end + 1 : b_end;
    }
  return 0;
}

/* By id; the highest version first; a shipped model before a user's copy of it. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const OctantModelEntry *left = *(const OctantModelEntry *const *) a;
  const OctantModelEntry *right = *(const OctantModelEntry *const *) b;
  int order = strcmp (left->id, right->id);

  if (order == 0)
    order = octant_model_version_compare (right->version, left->version);
  if (order == 0)
    order = right->shipped - left->shipped;
  return order != 0 ? order : strcmp (left->path, right->path);
}

/* What is no valid model is passed over: schemas and maps lie in the same folder. */
static void
collect (GPtrArray  *entries,
         const char *folder,
         gboolean    shipped)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (OctantModel) model = NULL;
      g_autoptr (GError) error = NULL;

      if (*name == '.' || !g_str_has_suffix (name, ".json"))
        continue;
      model = octant_model_new_from_file (path, NULL, &error);
      if (model != NULL)
        g_ptr_array_add (entries, entry_new (model, path, shipped));
      else
        g_debug ("%s is not offered: %s", path, error->message);
    }
}

/**
 * octant_model_library_list:
 * @data_dir: (nullable): the data directory; NULL for the shipped models alone
 *
 * Returns: (transfer container) (element-type OctantModelEntry): every model there is, by
 *   id, the highest version first; the same model shipped and installed stands there once
 */
GPtrArray *
octant_model_library_list (const char *data_dir)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_model_entry_free);

  collect (entries, octant_model_library_get_shipped_folder (), TRUE);
  if (data_dir != NULL)
    {
      g_autofree char *folder = g_build_filename (data_dir, "models", NULL);

      collect (entries, folder, FALSE);
    }
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = entries->len; i-- > 1;)
    {
      const OctantModelEntry *entry = entries->pdata[i];
      const OctantModelEntry *before = entries->pdata[i - 1];

      if (g_str_equal (entry->id, before->id) && g_str_equal (entry->version, before->version))
        g_ptr_array_remove_index (entries, i);
    }
  return entries;
}

/* "ID" or "ID@VERSION" */
static gboolean
matches (const OctantModelEntry *entry,
         const char             *name)
{
  const char *at = strchr (name, '@');

  if (at == NULL)
    return g_str_equal (entry->id, name);
  return strlen (entry->id) == (gsize) (at - name) && strncmp (entry->id, name, (gsize) (at - name)) == 0
         && g_str_equal (entry->version, at + 1);
}

static const OctantModelEntry *
choose (GPtrArray  *entries,
        const char *name)
{
  /* Without a name: what the program was shipped with, in its highest version. */
  for (guint i = 0; i < entries->len; i++)
    {
      const OctantModelEntry *entry = entries->pdata[i];

      if (name != NULL ? matches (entry, name) : entry->shipped)
        return entry;
    }
  return NULL;
}

/**
 * octant_model_library_find:
 * @data_dir: (nullable): the data directory
 * @name: (nullable): "ID" for its highest version, "ID@VERSION", or NULL for the shipped model
 *
 * Returns: (transfer full) (nullable): the model, or NULL with @error set
 */
OctantModel *
octant_model_library_find (const char *data_dir,
                           const char *name,
                           GError    **error)
{
  g_autoptr (GPtrArray) entries = octant_model_library_list (data_dir);
  const OctantModelEntry *entry = choose (entries, name);

  if (entry != NULL)
    return octant_model_new_from_file (entry->path, NULL, error);
  if (name != NULL)
    g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_NOT_FOUND, "There is no model \"%s\"", name);
  else
    g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_NOT_FOUND, "There is no shipped model in %s",
                 octant_model_library_get_shipped_folder ());
  return NULL;
}

static gboolean
store_model (const char  *data_dir,
             const char  *path,
             OctantModel *model,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GBytes *bytes = octant_model_get_bytes (model);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "Cannot create %s: %s", folder,
                   g_strerror (saved));
      return FALSE;
    }
  return octant_file_sync_folder (data_dir, error)
         && octant_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * octant_model_library_install:
 * @data_dir: the data directory
 * @path: a model file
 * @faults: (out) (optional) (transfer container): as octant_model_new_from_file()
 *
 * Checks a file and copies it into the library. To install again what is there already is
 * no error; another content under the same id and version is.
 *
 * Returns: (transfer full) (nullable): the installed model, or NULL with @error set
 */
OctantModelEntry *
octant_model_library_install (const char *data_dir,
                              const char *path,
                              GPtrArray **faults,
                              GError    **error)
{
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autofree char *target = NULL;
  const OctantModelEntry *same;

  g_return_val_if_fail (data_dir != NULL && path != NULL, NULL);

  model = octant_model_new_from_file (path, faults, error);
  if (model == NULL)
    return NULL;

  name = g_strdup_printf ("%s@%s", octant_model_get_id (model), octant_model_get_version (model));
  entries = octant_model_library_list (data_dir);
  same = choose (entries, name);
  if (same != NULL && !g_str_equal (same->hash, octant_model_get_hash (model)))
    {
      g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_CLASH,
                   "Another model is installed as %s already; a changed model needs a new version", name);
      return NULL;
    }
  if (same != NULL)
    return entry_new (model, same->path, same->shipped);

  file = g_strdup_printf ("%s-%s.json", octant_model_get_id (model), octant_model_get_version (model));
  target = g_build_filename (data_dir, "models", file, NULL);
  if (!store_model (data_dir, target, model, error))
    return NULL;
  return entry_new (model, target, FALSE);
}

/**
 * octant_model_library_remove:
 * @data_dir: the data directory
 * @name: "ID@VERSION", or "ID" when only one version of it is installed
 *
 * Removes a user's model. Cycles keep their own copy of it; whether one that is still open
 * should hinder the removal is for the caller to decide, who knows the cycles.
 *
 * Returns: FALSE with @error set when it was not removed
 */
gboolean
octant_model_library_remove (const char *data_dir,
                             const char *name,
                             GError    **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *folder = NULL;
  const OctantModelEntry *found = NULL;
  gboolean shipped = FALSE;

  g_return_val_if_fail (data_dir != NULL && name != NULL, FALSE);

  entries = octant_model_library_list (data_dir);
  for (guint i = 0; i < entries->len; i++)
    {
      const OctantModelEntry *entry = entries->pdata[i];

      if (!matches (entry, name))
        continue;
      if (found != NULL && !entry->shipped)
        {
          g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_AMBIGUOUS,
                       "Several versions of \"%s\" are installed; name one as %s@%s", name, entry->id, entry->version);
          return FALSE;
        }
      shipped |= entry->shipped;
      found = entry->shipped ? found : entry;
    }
  if (found == NULL)
    {
      g_set_error (error, OCTANT_MODEL_ERROR,
                   shipped ? OCTANT_MODEL_ERROR_SHIPPED : OCTANT_MODEL_ERROR_NOT_FOUND,
                   shipped ? "\"%s\" comes with the program and cannot be removed" : "There is no model \"%s\"", name);
      return FALSE;
    }
  if (g_unlink (found->path) != 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "Cannot remove %s: %s", found->path,
                   g_strerror (saved));
      return FALSE;
    }
  folder = g_path_get_dirname (found->path);
  return octant_file_sync_folder (folder, error);
}
