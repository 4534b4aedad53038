/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-sample-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "octant-sample-resources.h"

#define PREFIX "/io/github/octantapp/Octant/sample/"

/* The data are part of the program: that they are missing or malformed is a bug in it. */
static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  g_autoptr (GError) failed = NULL;
  GBytes *bytes = g_resource_lookup_data (octant_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &failed);

  if (bytes == NULL)
    g_error ("Sample data: %s", failed->message);
  return bytes;
}

GKeyFile *
octant_sample_load_plan (void)
{
  g_autoptr (GBytes) bytes = load ("sample.ini");
  g_autoptr (GKeyFile) plan = g_key_file_new ();
  g_autoptr (GError) failed = NULL;

  if (!g_key_file_load_from_bytes (plan, bytes, G_KEY_FILE_NONE, &failed))
    g_error ("Sample data: %s", failed->message);
  return g_steal_pointer (&plan);
}

GPtrArray *
octant_sample_load_table (const char *name,
                          guint       n_columns)
{
  g_autoptr (GBytes) bytes = load (name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **cells;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      cells = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (cells) != n_columns)
        g_error ("Sample data: %s, line %u does not have %u cells", name, i + 1, n_columns);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

GFile *
octant_sample_extract (const char *file,
                       const char *name,
                       const char *folder,
                       GError    **error)
{
  g_autofree char *inside = g_strconcat ("files/", file, NULL);
  g_autoptr (GBytes) bytes = load (inside);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "Cannot make %s: %s", folder, g_strerror (saved));
      return NULL;
    }
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return NULL;
  return g_file_new_for_path (path);
}
