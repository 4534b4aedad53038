/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/octant-json-scan-private.h"

JsonNode *
octant_model_file_parse (GBytes          *bytes,
                         OctantFaultList *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  const OctantPlace root = { .parent = NULL };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!octant_json_scan (data, length, faults))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error))
    {
      octant_fault_list_add (faults, &root, "The document cannot be parsed: %s.", error->message);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static void
set_error_from_faults (GError    **error,
                       const char *what,
                       GPtrArray  *faults)
{
  const OctantModelFault *first = g_ptr_array_index (faults, 0);
  const char *colon = *first->pointer != '\0' ? ": " : "";

  if (faults->len == 1)
    g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID, "Not a valid %s: %s%s%s",
                 what, first->pointer, colon, first->message);
  else
    g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID, "Not a valid %s, %u faults; the first: %s%s%s",
                 what, faults->len, first->pointer, colon, first->message);
}

gboolean
octant_model_file_conclude (OctantFaultList *list,
                            JsonNode        *root,
                            const char      *what,
                            GPtrArray      **faults,
                            GError         **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean valid;

  octant_fault_list_sort (list, root);
  found = octant_fault_list_steal (list);
  valid = found->len == 0;
  if (!valid)
    set_error_from_faults (error, what, found);
  if (faults != NULL)
    *faults = g_steal_pointer (&found);
  return valid;
}

static void
set_file_error (GError    **error,
                const char *path,
                int         code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "Cannot read %s: %s", path, g_strerror (code));
}

/* One fault about the file as such. */
static GBytes *
refuse (const char *message,
        GPtrArray **faults,
        GError    **error)
{
  const OctantPlace root = { .parent = NULL };
  OctantFaultList list;

  octant_fault_list_init (&list);
  octant_fault_list_add (&list, &root, "%s", message);
  octant_model_file_conclude (&list, NULL, "file", faults, error);
  return NULL;
}

/* A file may grow while it is read: the size is enforced on what was read, not on what was announced. */
static GBytes *
read_descriptor (int         fd,
                 const char *path,
                 GPtrArray **faults,
                 GError    **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[65536];

  for (;;)
    {
      ssize_t n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_file_error (error, path, errno);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      if (data->len + (gsize) n > OCTANT_MODEL_MAX_BYTES)
        return refuse ("The file is larger than 16 MiB.", faults, error);
      g_byte_array_append (data, buffer, (guint) n);
    }
}

GBytes *
octant_model_file_read (const char *path,
                        GPtrArray **faults,
                        GError    **error)
{
  GBytes *bytes;
  struct stat info;
  /* Without O_NONBLOCK the opening of a FIFO would wait for a writer. */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      set_file_error (error, path, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    bytes = refuse ("This is not a regular file.", faults, error);
  else if (info.st_size > OCTANT_MODEL_MAX_BYTES)
    bytes = refuse ("The file is larger than 16 MiB.", faults, error);
  else
    bytes = read_descriptor (fd, path, faults, error);
  close (fd);
  return bytes;
}
