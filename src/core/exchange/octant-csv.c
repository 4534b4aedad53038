/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-csv.h"

#include <string.h>

#define MARK "\xef\xbb\xbf"

typedef struct
{
  const char *p;
  const char *end;
  guint line;
  GPtrArray *rows;  /* (element-type OctantCsvRow) */
  GPtrArray *cells; /* (element-type utf8): of the row that is being read */
  GString *cell;
  gboolean blank;   /* the row has no character so far, not even a comma */
} Parser;

static void
row_free (OctantCsvRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/* TRUE for what a spreadsheet might calculate, and for what would be read as escaped. */
static gboolean
is_dangerous (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static gboolean
fail (const Parser *parser,
      GError      **error,
      const char   *message)
{
  g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID, "Line %u: %s", parser->line, message);
  return FALSE;
}

static gboolean
is_newline (const Parser *parser)
{
  return *parser->p == '\n' || (*parser->p == '\r' && parser->p + 1 < parser->end && parser->p[1] == '\n');
}

static gboolean
check_cell (const Parser *parser,
            GError      **error)
{
  return parser->cell->len <= OCTANT_CSV_MAX_CELL ||
         fail (parser, error, "a cell is too long; shorten it.");
}

/* From after the opening quote to after the closing one. */
static gboolean
parse_quoted (Parser *parser,
              GError **error)
{
  guint opened = parser->line;

  while (parser->p < parser->end)
    {
      const char *stop = memchr (parser->p, '"', (gsize) (parser->end - parser->p));
      const char *to = stop != NULL ? stop : parser->end;

      /* Not to copy what is refused anyway. */
      if ((gsize) (to - parser->p) > OCTANT_CSV_MAX_CELL)
        return fail (parser, error, "a cell is too long; a quote may be missing.");
      for (const char *c = parser->p; c < to; c++)
        parser->line += *c == '\n';
      g_string_append_len (parser->cell, parser->p, to - parser->p);
      if (!check_cell (parser, error))
        return FALSE;
      if (stop == NULL)
        break;
      parser->p = stop + 1;
      if (parser->p == parser->end || *parser->p != '"')
        return TRUE;
      g_string_append_c (parser->cell, '"');
      parser->p++;
    }
  parser->line = opened;
  return fail (parser, error, "a quote is opened and never closed; close it.");
}

static gboolean
parse_cell (Parser *parser,
            GError **error)
{
  g_string_truncate (parser->cell, 0);
  if (parser->p < parser->end && *parser->p == '"')
    {
      parser->p++;
      parser->blank = FALSE;
      if (!parse_quoted (parser, error))
        return FALSE;
      if (parser->p < parser->end && *parser->p != ',' && !is_newline (parser))
        return fail (parser, error, "a character follows a closing quote; double the quotes inside a cell.");
    }
  else
    {
      const char *start = parser->p;

      while (parser->p < parser->end && *parser->p != ',' && !is_newline (parser))
        {
          if (*parser->p == '"')
            return fail (parser, error, "a quote stands inside a cell without quotes; quote the whole cell.");
          if (*parser->p == '\r')
            return fail (parser, error, "a carriage return stands alone; end lines with CRLF or LF.");
          parser->p++;
        }
      parser->blank = parser->blank && parser->p == start;
      g_string_append_len (parser->cell, start, parser->p - start);
      if (!check_cell (parser, error))
        return FALSE;
    }
  if (parser->cells->len == OCTANT_CSV_MAX_CELLS)
    return fail (parser, error, "the row has too many cells; remove the superfluous columns.");
  g_ptr_array_add (parser->cells,
                   g_strdup (parser->cell->str[0] == '\'' && is_dangerous (parser->cell->str) ? parser->cell->str + 1
                                                                                              : parser->cell->str));
  return TRUE;
}

static gboolean
parse_row (Parser *parser,
           GError **error)
{
  guint line = parser->line;
  OctantCsvRow *row;

  parser->blank = TRUE;
  for (;;)
    {
      if (!parse_cell (parser, error))
        return FALSE;
      if (parser->p == parser->end || *parser->p != ',')
        break;
      parser->blank = FALSE;
      parser->p++;
    }
  if (parser->p < parser->end)
    {
      parser->p += *parser->p == '\r' ? 2 : 1;
      parser->line++;
    }
  if (parser->blank)
    {
      g_ptr_array_set_size (parser->cells, 0);
      return TRUE;
    }
  if (parser->rows->len == OCTANT_CSV_MAX_ROWS)
    return fail (parser, error, "the file has too many rows; split it.");
  row = g_new0 (OctantCsvRow, 1);
  row->line = line;
  row->n_cells = parser->cells->len;
  g_ptr_array_add (parser->cells, NULL);
  row->cells = (char **) g_ptr_array_steal (parser->cells, NULL);
  g_ptr_array_add (parser->rows, row);
  return TRUE;
}

static guint
line_of (const char *data,
         const char *at)
{
  guint line = 1;

  for (const char *p = data; p < at; p++)
    line += *p == '\n';
  return line;
}

/**
 * octant_csv_parse:
 *
 * Returns: (transfer full) (nullable) (element-type OctantCsvRow): the rows, or NULL with
 *   @error set, whose message begins with the line
 */
GPtrArray *
octant_csv_parse (const char *data,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  Parser parser = { data, data + length, 1, rows, cells, cell, TRUE };
  const char *bad;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length > OCTANT_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID,
                   "The file is larger than %d MiB; split it.", OCTANT_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (length == 0)
    return g_steal_pointer (&rows);
  if (!g_utf8_validate_len (data, length, &bad))
    {
      parser.line = line_of (data, bad);
      fail (&parser, error, "the text is not valid UTF-8; save the file as CSV UTF-8.");
      return NULL;
    }
  if (length >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0)
    parser.p += strlen (MARK);
  while (parser.p < parser.end)
    if (!parse_row (&parser, error))
      return NULL;
  return g_steal_pointer (&rows);
}

static void
append_comma (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n' && !g_str_equal (csv->str, MARK))
    g_string_append_c (csv, ',');
}

/**
 * octant_csv_append_text:
 * @text: (nullable): valid UTF-8; NULL is an empty cell
 */
void
octant_csv_append_text (GString    *csv,
                        const char *text)
{
  g_return_if_fail (csv != NULL);

  append_comma (csv);
  /* Always quoted: an empty first cell could not be told from a row that has none yet. */
  g_string_append_c (csv, '"');
  if (text != NULL && is_dangerous (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
octant_csv_append_number (GString    *csv,
                          const char *number)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (number != NULL && number[0] != '\0');

  append_comma (csv);
  g_string_append (csv, number);
}

void
octant_csv_end_row (GString *csv)
{
  g_return_if_fail (csv != NULL);

  g_string_append (csv, "\r\n");
}

void
octant_csv_append_mark (GString *csv)
{
  g_return_if_fail (csv != NULL && csv->len == 0);

  g_string_append (csv, MARK);
}
