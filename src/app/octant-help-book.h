/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCTANT_HELP_PARAGRAPH,
  OCTANT_HELP_HEADING,
  OCTANT_HELP_STEP,
  OCTANT_HELP_ROW, /* of a table of two columns */
} OctantHelpKind;

/* A piece of a page; its texts are Pango markup, whose links lead to the ids of pages. */
typedef struct
{
  OctantHelpKind kind;
  char *section; /* (owned) (nullable) of a heading */
  char *text;    /* (owned) */
  char *second;  /* (owned) (nullable) the other column of a row */
} OctantHelpBlock;

typedef struct
{
  char *id;          /* (owned) */
  char *title;       /* (owned) markup */
  char *description; /* (owned) markup */
  char *guide;       /* (owned) (nullable) "page#section" that lists it */
  GPtrArray *blocks; /* (owned) OctantHelpBlock */
} OctantHelpPage;

/*
 * Reads the pages of one language (see help/), of which it knows the elements that they use. Blocks: for a thread.
 *
 * Returns: (transfer full): id → OctantHelpPage, or NULL with a GFileError or GMarkupError
 */
GHashTable *octant_help_book_load (const char *folder,
                                   GError    **error);

G_END_DECLS
