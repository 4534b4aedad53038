/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-exchange.h"

G_DEFINE_QUARK (octant-exchange-error-quark, octant_exchange_error)

void
octant_fault_free (OctantFault *fault)
{
  g_free (fault->message);
  g_free (fault);
}

/* A FIFO or a device would block for ever or never end. */
static gboolean
check_regular (GFileInputStream *stream,
               GError          **error)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream,
                                                               G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                               NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID, "This is not a plain file; choose a file.");
      return FALSE;
    }
  if (g_file_info_get_size (info) > OCTANT_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID,
                   "The file is larger than %d MiB; split it.", OCTANT_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  return TRUE;
}

/**
 * octant_exchange_read_file:
 *
 * Returns: (transfer full) (nullable): the content, or NULL with @error set
 */
GBytes *
octant_exchange_read_file (const char *path,
                           GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GFileType type;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  /* Opening a FIFO would wait for a writer, so its type is asked before. */
  type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID, "This is not a plain file; choose a file.");
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL || !check_regular (stream, error))
    return NULL;

  /* One byte more than allowed, in case the file grows while it is read. */
  bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), OCTANT_EXCHANGE_MAX_BYTES + 1, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > OCTANT_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID,
                   "The file is larger than %d MiB; split it.", OCTANT_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}
