/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef enum
{
  OCTANT_PDF_ERROR_LOCKED, /* it asks for a password */
  OCTANT_PDF_ERROR_FAULTY, /* it cannot be drawn, or not in time */
} OctantPdfError;

#define OCTANT_PDF_ERROR (octant_pdf_error_quark ())
GQuark      octant_pdf_error_quark (void);

/* Whether pages can be drawn at all; see src/pdf. */
gboolean    octant_pdf_is_available (void);
/*
 * Has a page of a PDF file drawn by a process of its own, which cannot harm this one, and waits for it: for a thread.
 *
 * @page: from 1
 * @width: of the picture, in pixels
 * @n_pages: (out)
 *
 * Returns: (transfer full) (nullable)
 */
GdkTexture *octant_pdf_draw_page    (const char    *path,
                                     guint          page,
                                     guint          width,
                                     guint         *n_pages,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
