/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-pdf.h"

#include <string.h>

/* More than a page of the largest size takes, whatever is on it. */
#define MAX_ANSWER (48 * 1024 * 1024)
/* What octant-pdf-page ends with for a file that asks for a password. */
#define STATUS_LOCKED 3

G_DEFINE_QUARK (octant-pdf-error-quark, octant_pdf_error)

/* (transfer full) */
static char *
find_helper (void)
{
  const char *folder = g_getenv ("OCTANT_LIBEXECDIR");

  return g_build_filename (folder != NULL ? folder : OCTANT_LIBEXECDIR, "octant-pdf-page", NULL);
}

gboolean
octant_pdf_is_available (void)
{
#ifdef HAVE_PDF
  g_autofree char *helper = find_helper ();

  return g_file_test (helper, G_FILE_TEST_IS_EXECUTABLE);
#else
  return FALSE;
#endif
}

static GError *
faulty (const char *message)
{
  return g_error_new_literal (OCTANT_PDF_ERROR, OCTANT_PDF_ERROR_FAULTY, message);
}

/* Not more than there may be, whatever the other side writes. */
static GBytes *
read_answer (GSubprocess  *helper,
             GCancellable *cancellable,
             GError      **error)
{
  GInputStream *pipe = g_subprocess_get_stdout_pipe (helper);
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  guchar chunk[64 * 1024];
  gssize n;

  while ((n = g_input_stream_read (pipe, chunk, sizeof chunk, cancellable, error)) > 0)
    {
      g_byte_array_append (answer, chunk, (guint) n);
      if (answer->len > MAX_ANSWER)
        {
          g_propagate_error (error, faulty ("The picture of the page is too large"));
          return NULL;
        }
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&answer)) : NULL;
}

/* The number of pages, a line feed, a picture. */
static GdkTexture *
parse_answer (GBytes  *answer,
              guint   *n_pages,
              GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);
  const char *end = text != NULL ? memchr (text, '\n', MIN (length, 12)) : NULL;
  g_autofree char *number = end != NULL ? g_strndup (text, (gsize) (end - text)) : NULL;
  g_autoptr (GBytes) png = NULL;
  guint64 pages;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &pages, NULL))
    {
      g_propagate_error (error, faulty ("The answer is no picture of a page"));
      return NULL;
    }
  *n_pages = (guint) pages;
  png = g_bytes_new_from_bytes (answer, (gsize) (end + 1 - text), length - (gsize) (end + 1 - text));
  return gdk_texture_new_from_bytes (png, error);
}

static GdkTexture *
take_answer (GSubprocess  *helper,
             guint        *n_pages,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GBytes) answer = read_answer (helper, cancellable, error);

  if (answer == NULL)
    return NULL;
  if (!g_subprocess_wait (helper, cancellable, error))
    return NULL;
  if (g_subprocess_get_if_exited (helper) && g_subprocess_get_exit_status (helper) == STATUS_LOCKED)
    g_set_error_literal (error, OCTANT_PDF_ERROR, OCTANT_PDF_ERROR_LOCKED, "The file asks for a password");
  else if (!g_subprocess_get_successful (helper))
    g_propagate_error (error, faulty ("The file cannot be drawn"));
  else
    return parse_answer (answer, n_pages, error);
  return NULL;
}

GdkTexture *
octant_pdf_draw_page (const char    *path,
                      guint          page,
                      guint          width,
                      guint         *n_pages,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *program = find_helper ();
  g_autofree char *page_text = g_strdup_printf ("%u", page);
  g_autofree char *width_text = g_strdup_printf ("%u", width);
  g_autoptr (GSubprocess) helper = NULL;
  GdkTexture *texture;

  g_return_val_if_fail (path != NULL && page > 0 && n_pages != NULL, NULL);

  helper = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error, program, path,
                             page_text, width_text, NULL);
  if (helper == NULL)
    return NULL;
  texture = take_answer (helper, n_pages, cancellable, error);
  /* Nobody waits for it any more; one that ended already is not touched. */
  g_subprocess_force_exit (helper);
  return texture;
}
