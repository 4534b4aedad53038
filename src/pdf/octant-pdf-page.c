/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * octant-pdf-page FILE PAGE WIDTH: one page of a PDF file, for the preview of evidence.
 *
 * Writes the number of pages, a line feed, and the page as a PNG picture of this width to
 * its standard output. PAGE counts from 1. Status: 0 done, 1 the file cannot be drawn,
 * 2 wrong usage, 3 it asks for a password, 4 it has no such page; with a sentence on the
 * standard error.
 *
 * A PDF file is a program of a kind, and who made it may mean harm. It is read in a process
 * of its own that binds itself before it opens the file: so much memory, so many seconds,
 * no file written. What hangs is ended by the kernel and what crashes, crashes alone: the
 * window only ever sees a picture, or none.
 */

#include "config.h"

#include <cairo.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poppler.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_MEMORY (1024UL * 1024 * 1024)
#define MAX_CPU_SECONDS 8
/* A machine that is busy gives the eight seconds late; one that never gives them is not waited for. */
#define MAX_SECONDS 60
#define MAX_WIDTH 2048
#define MAX_HEIGHT 4096

enum
{
  STATUS_DONE,
  STATUS_FAULTY,
  STATUS_USAGE,
  STATUS_LOCKED,
  STATUS_NO_PAGE,
};

/* The address sanitizer takes terabytes of addresses, used or not. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_ROOM_LIMIT 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ROOM_LIMIT 0
#endif
#endif
#ifndef HAS_ROOM_LIMIT
#define HAS_ROOM_LIMIT 1
#endif

static gboolean
limit (__rlimit_resource_t resource,
       rlim_t              most)
{
  const struct rlimit value = { most, most };

  return setrlimit (resource, &value) == 0;
}

/* FALSE: without all of it no file is opened. */
static gboolean
bind_hands (void)
{
  /* A cache of fonts that cannot be written is done without. */
  signal (SIGXFSZ, SIG_IGN);
  alarm (MAX_SECONDS);
  return prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && (!HAS_ROOM_LIMIT || limit (RLIMIT_AS, MAX_MEMORY)) && limit (RLIMIT_CPU, MAX_CPU_SECONDS)
         && limit (RLIMIT_FSIZE, 0) && limit (RLIMIT_CORE, 0);
}

static int
fail (int         status,
      const char *message)
{
  fprintf (stderr, "octant-pdf-page: %s\n", message);
  return status;
}

static PopplerDocument *
open_document (const char *path,
               GError    **error)
{
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);

  if (fd < 0 || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The file cannot be opened");
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  return poppler_document_new_from_fd (fd, NULL, error);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  return fwrite (data, 1, length, stdout) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* NULL when there is nothing that could be drawn: a page without a size, or no memory for it. */
static cairo_surface_t *
draw (PopplerPage *page,
      int          wanted)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  if (!isfinite (width) || !isfinite (height) || width <= 0 || height <= 0)
    return NULL;
  scale = MIN (wanted / width, MAX_HEIGHT / height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) MAX (round (width * scale), 1),
                                        (int) MAX (round (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

static int
write_page (PopplerDocument *document,
            gint64           number,
            int              width)
{
  int n_pages = poppler_document_get_n_pages (document);
  PopplerPage *page;
  cairo_surface_t *surface;
  gboolean written;

  if (n_pages < 1)
    return fail (STATUS_FAULTY, "The file has no pages");
  if (number > n_pages)
    return fail (STATUS_NO_PAGE, "The file has no such page");
  page = poppler_document_get_page (document, (int) number - 1);
  surface = page != NULL ? draw (page, width) : NULL;
  g_clear_object (&page);
  if (surface == NULL)
    return fail (STATUS_FAULTY, "The page cannot be drawn");
  written = printf ("%d\n", n_pages) > 0
            && cairo_surface_write_to_png_stream (surface, write_cb, NULL) == CAIRO_STATUS_SUCCESS && fflush (stdout) == 0;
  cairo_surface_destroy (surface);
  return written ? STATUS_DONE : fail (STATUS_FAULTY, "The picture cannot be written");
}

/* A whole number from 1 on. */
static gboolean
read_number (const char *text,
             gint64      most,
             gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, 1, most, number, NULL);
}

int
main (int   argc,
      char *argv[])
{
  PopplerDocument *document;
  g_autoptr (GError) error = NULL;
  gint64 page, width;
  int status;

  if (argc != 4 || !read_number (argv[2], G_MAXINT, &page) || !read_number (argv[3], MAX_WIDTH, &width))
    return fail (STATUS_USAGE, "usage: octant-pdf-page FILE PAGE WIDTH");
  if (!bind_hands ())
    return fail (STATUS_FAULTY, g_strerror (errno));
  document = open_document (argv[1], &error);
  if (document == NULL)
    return fail (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? STATUS_LOCKED : STATUS_FAULTY,
                 error->message);
  status = write_page (document, page, (int) width);
  g_object_unref (document);
  return status;
}
