/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/octant-exchange.h"

G_BEGIN_DECLS

#define OCTANT_CSV_MAX_ROWS 1000000
#define OCTANT_CSV_MAX_CELLS 256
#define OCTANT_CSV_MAX_CELL (128 * 1024) /* bytes */

/*
 * CSV as in RFC 4180: UTF-8, with or without a byte order mark; lines end in CRLF or LF.
 *
 * A spreadsheet takes a text that begins with = + - @, a tab or a carriage return for a
 * formula. The writer puts an apostrophe before such a text, and before one that has
 * apostrophes and then such a character; the reader takes exactly that one apostrophe
 * away. So every text comes back as it went, and nothing that a user typed is ever
 * calculated by somebody else's spreadsheet.
 */
typedef struct
{
  guint line;     /* where it begins, counted from 1 */
  guint n_cells;
  char **cells;   /* (owned) NULL-terminated: unescaped */
} OctantCsvRow;

/* Rows without any character are left out. (transfer full) (element-type OctantCsvRow) */
GPtrArray *octant_csv_parse (const char *data,
                             gsize       length,
                             GError    **error);

/*
 * The writer: cells are appended to a string; a comma goes before each but the first of a
 * row, a row ends in CRLF.
 */
void octant_csv_append_text    (GString    *csv,
                                const char *text); /* (nullable) */
/* A number or fraction that the program made: never escaped. */
void octant_csv_append_number  (GString    *csv,
                                const char *number);
void octant_csv_end_row        (GString    *csv);
/* For spreadsheets that take a file without it for another encoding; only at the very beginning. */
void octant_csv_append_mark    (GString    *csv);

G_END_DECLS
