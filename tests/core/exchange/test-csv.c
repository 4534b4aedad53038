/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/octant-csv.h"

static GPtrArray *
parse (const char *text)
{
  GError *error = NULL;
  GPtrArray *rows = octant_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return rows;
}

/* Cells joined by "|", rows by "/". */
static char *
flatten (GPtrArray *rows)
{
  GString *flat = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const OctantCsvRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_assert_cmpuint (g_strv_length (row->cells), ==, row->n_cells);
      g_string_append_printf (flat, "%s%u:%s", i > 0 ? "/" : "", row->line, cells);
    }
  return g_string_free (flat, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *flat;
  } cases[] = {
    { "", "" },
    { "a", "1:a" },
    { "a,b\nc,d", "1:a|b/2:c|d" },
    { "a,b\r\nc,d\r\n", "1:a|b/2:c|d" },
    { "\xef\xbb\xbf" "a,b\n", "1:a|b" },
    { "\xef\xbb\xbf", "" },
    { "a,,\n", "1:a||" },
    { ",\n", "1:|" },
    { "\n\na\n\n", "3:a" },
    { "\"\"\n", "1:" },
    { "\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d" },
    { "\"two\nlines\",x\ny\n", "1:two\nlines|x/3:y" },
    { "\"cr\r\nlf\"\r\nz", "1:cr\r\nlf/3:z" },
    { " a , b ", "1: a | b " },
    { "'=1,'x,'-,''+", "1:=1|'x|-|'+" },
    { "中文,八分仪", "1:中文|八分仪" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = parse (cases[i].text);
      g_autofree char *flat = flatten (rows);

      g_assert_cmpstr (flat, ==, cases[i].flat);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *message;
  } cases[] = {
    { "a\n\"b", -1, "Line 2: a quote is opened" },
    { "a\nb\"c", -1, "Line 2: a quote stands inside" },
    { "\"a\"b", -1, "Line 1: a character follows" },
    { "\"a\" ,b", -1, "Line 1: a character follows" },
    { "a\rb", -1, "Line 1: a carriage return" },
    { "a\n\xff", -1, "Line 2: the text is not valid UTF-8" },
    { "a\0b", 3, "Line 1: the text is not valid UTF-8" },
    { "\xff\xfe" "a", 3, "Line 1: the text is not valid UTF-8" },
    { "\xed\xa0\x80", -1, "Line 1: the text is not valid UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = cases[i].length < 0 ? strlen (cases[i].text) : (gsize) cases[i].length;

      g_assert_null (octant_csv_parse (cases[i].text, length, &error));
      g_assert_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, cases[i].message);
    }
}

static void
assert_too_much (GString *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (octant_csv_parse (text->str, text->len, &error));
  g_assert_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID);
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < OCTANT_CSV_MAX_CELLS; i++)
    g_string_append (text, "x,");
  assert_too_much (text);

  g_string_assign (text, "\"");
  for (guint i = 0; i <= OCTANT_CSV_MAX_CELL; i++)
    g_string_append_c (text, 'x');
  assert_too_much (text);
  g_string_append_c (text, '"');
  assert_too_much (text);
  g_string_erase (text, 0, 1);
  g_string_truncate (text, text->len - 1);
  assert_too_much (text);

  /* A cell made of nothing but doubled quotes. */
  g_string_assign (text, "\"");
  for (guint i = 0; i <= OCTANT_CSV_MAX_CELL; i++)
    g_string_append (text, "\"\"");
  g_string_append_c (text, '"');
  assert_too_much (text);

  g_string_set_size (text, OCTANT_EXCHANGE_MAX_BYTES + 1);
  memset (text->str, '\n', text->len);
  assert_too_much (text);
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "", "plain", "=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(A1)", "\ttab", "\rcr", "'", "''", "'=1", "''=1", "'x",
    "a,b", "a\"b", "\"", "\"\"", "two\r\nlines\n", "\n", " = 1", "中文，", "\u2028", "=", "'\t", "x=1", "-",
  };

  for (guint mark = 0; mark < 2; mark++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL;

      if (mark)
        octant_csv_append_mark (csv);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          octant_csv_append_text (csv, texts[i]);
          octant_csv_append_number (csv, "-12");
          octant_csv_append_text (csv, NULL);
          octant_csv_append_text (csv, texts[G_N_ELEMENTS (texts) - 1 - i]);
          octant_csv_end_row (csv);
        }
      rows = parse (csv->str);
      g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (texts));
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          const OctantCsvRow *row = g_ptr_array_index (rows, i);

          g_assert_cmpuint (row->n_cells, ==, 4);
          g_assert_cmpstr (row->cells[0], ==, texts[i]);
          g_assert_cmpstr (row->cells[1], ==, "-12");
          g_assert_cmpstr (row->cells[2], ==, "");
          g_assert_cmpstr (row->cells[3], ==, texts[G_N_ELEMENTS (texts) - 1 - i]);
        }
    }
}

/* No text cell begins with what a spreadsheet would calculate. */
static void
test_injection (void)
{
  static const char *const dangerous[] = { "=1", "+1", "-1", "@x", "\tx", "\rx", "'=x" };

  for (guint i = 0; i < G_N_ELEMENTS (dangerous); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      octant_csv_append_text (csv, dangerous[i]);
      g_assert_true (g_str_has_prefix (csv->str, "\"'"));
      g_assert_cmpstr (csv->str + 2 + strlen (dangerous[i]), ==, "\"");
    }
}

/* Random bytes of the characters that matter: refused or read, never worse; what is read can be written again. */
static void
test_random (void)
{
  static const char alphabet[] = { 'a', ',', '"', '\n', '\r', '\'', '=', '-', ' ', '\t', '\xe4', '\xbd', '\xa0', '\0' };
  g_autoptr (GRand) random = g_rand_new_with_seed (99);
  guint n_read = 0;

  for (guint round = 0; round < 20000; round++)
    {
      char text[24];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof text);
      gint32 kinds = round % 2 ? (gint32) sizeof alphabet : 10;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autoptr (GString) csv = g_string_new (NULL);

      for (gsize i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (random, 0, kinds)];
      rows = octant_csv_parse (text, length, NULL);
      if (rows == NULL)
        continue;
      n_read++;
      for (guint i = 0; i < rows->len; i++)
        {
          const OctantCsvRow *row = g_ptr_array_index (rows, i);

          for (guint k = 0; k < row->n_cells; k++)
            octant_csv_append_text (csv, row->cells[k]);
          octant_csv_end_row (csv);
        }
      again = parse (csv->str);
      g_assert_cmpuint (again->len, ==, rows->len);
      for (guint i = 0; i < rows->len; i++)
        g_assert_true (g_strv_equal ((const char *const *) ((OctantCsvRow *) rows->pdata[i])->cells,
                                     (const char *const *) ((OctantCsvRow *) again->pdata[i])->cells));
    }
  g_assert_cmpuint (n_read, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/parse", test_parse);
  g_test_add_func ("/csv/refuse", test_refuse);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/injection", test_injection);
  g_test_add_func ("/csv/random", test_random);

  return g_test_run ();
}
