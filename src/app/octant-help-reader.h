/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A dialog that shows the pages of help and follows the links between them.
 *
 * @book: from octant_help_book_load()
 * @page: the id of the page to begin with; the list of pages when there is no such
 *
 * Returns: (transfer floating)
 */
AdwDialog *octant_help_reader_new (GHashTable *book,
                                   const char *page);

G_END_DECLS
