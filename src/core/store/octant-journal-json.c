/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/octant-journal-private.h"

#include <string.h>

/*
 * What changed, as JSON: one array for the rows before and one for those after, equally
 * long, with null where a row was not there:
 *
 *   [{"table":"answer","row":{"cycle":"…","code":"1.2.3",…,"note":null}},null]
 *
 * Written by hand because every answer writes it, and read by hand because a check reads
 * all of them, and because a reader that knows this one flat form cannot be made to recurse
 * by a hostile file. It is strict: what this file did not write, it does not read.
 */

#define MAX_COLUMNS 16

static void
append_string (GString    *out,
               const char *text)
{
  static const char digits[] = "0123456789abcdef";
  const char *run = text;
  const char *p;

  g_string_append_c (out, '"');
  for (p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, run, p - run);
      run = p + 1;
      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, (char) c);
        }
      else
        {
          g_string_append (out, "\\u00");
          g_string_append_c (out, digits[c >> 4]);
          g_string_append_c (out, digits[c & 15]);
        }
    }
  g_string_append_len (out, run, p - run);
  g_string_append_c (out, '"');
}

static void
append_record (GString            *out,
               const OctantRecord *record)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (record));

  g_string_append (out, "{\"table\":\"");
  g_string_append (out, info->name);
  g_string_append (out, "\",\"row\":{");
  for (guint i = 0; i < info->n_columns; i++)
    {
      const char *value = octant_record_get (record, i);

      g_string_append (out, i > 0 ? ",\"" : "\"");
      g_string_append (out, info->columns[i].name);
      g_string_append (out, "\":");
      if (value == NULL)
        g_string_append (out, "null");
      else if (info->columns[i].integer)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, octant_record_get_int (record, i));
      else
        append_string (out, value);
    }
  g_string_append (out, "}}");
}

char *
octant_journal_write_rows (const OctantAct *act,
                           gboolean         after)
{
  GString *out = g_string_sized_new (64 + 384 * act->changes->len);

  g_string_append_c (out, '[');
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      const OctantRecord *record = after ? change->after : change->before;

      if (i > 0)
        g_string_append_c (out, ',');
      if (record != NULL)
        append_record (out, record);
      else
        g_string_append (out, "null");
    }
  g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static gboolean
skip (const char **p,
      const char  *literal)
{
  gsize length = strlen (literal);

  if (strncmp (*p, literal, length) != 0)
    return FALSE;
  *p += length;
  return TRUE;
}

/* A string into @out, which is emptied first. */
static gboolean
read_string (const char **p,
             GString     *out)
{
  g_string_truncate (out, 0);
  if (!skip (p, "\""))
    return FALSE;
  for (;;)
    {
      gsize run = strcspn (*p, "\"\\");

      g_string_append_len (out, *p, (gssize) run);
      *p += run;
      if (**p == '\0')
        return FALSE;
      if (skip (p, "\""))
        return TRUE;
      if (skip (p, "\\u00") && g_ascii_isxdigit ((*p)[0]) && g_ascii_isxdigit ((*p)[1]))
        {
          int c = g_ascii_xdigit_value ((*p)[0]) << 4 | g_ascii_xdigit_value ((*p)[1]);

          if (c == 0 || c >= 0x80)
            return FALSE;
          g_string_append_c (out, (char) c);
          *p += 2;
        }
      else if (skip (p, "\\\""))
        g_string_append_c (out, '"');
      else if (skip (p, "\\\\"))
        g_string_append_c (out, '\\');
      else
        return FALSE;
    }
}

static gboolean
read_integer (const char **p,
              GString     *out)
{
  gsize length = strspn (*p, "-0123456789");

  g_string_truncate (out, 0);
  g_string_append_len (out, *p, (gssize) length);
  *p += length;
  return g_ascii_string_to_signed (out->str, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

static gboolean
read_columns (const char           **p,
              const OctantTableInfo *info,
              GString              **texts,
              const char           **values)
{
  for (guint i = 0; i < info->n_columns; i++)
    {
      const OctantColumn *column = &info->columns[i];

      if ((i > 0 && !skip (p, ",")) || !skip (p, "\"") || !skip (p, column->name) || !skip (p, "\":"))
        return FALSE;
      values[i] = NULL;
      if (skip (p, "null"))
        {
          if (!column->nullable)
            return FALSE;
          continue;
        }
      if (!(column->integer ? read_integer (p, texts[i]) : read_string (p, texts[i])))
        return FALSE;
      values[i] = texts[i]->str;
    }
  return skip (p, "}}");
}

/* A row or null at *p; @record is NULL for null. */
static gboolean
read_record (const char   **p,
             GString      **texts,
             OctantRecord **record)
{
  const char *values[MAX_COLUMNS];
  OctantTable table;

  *record = NULL;
  if (skip (p, "null"))
    return TRUE;
  if (!skip (p, "{\"table\":") || !read_string (p, texts[0]) || !octant_table_from_name (texts[0]->str, &table) ||
      !skip (p, ",\"row\":{") || !read_columns (p, octant_table_get_info (table), texts, values))
    return FALSE;
  *record = octant_record_new (table, values);
  return TRUE;
}

static gboolean
read_pairs (const char *before,
            const char *after,
            GString   **texts,
            GPtrArray  *changes)
{
  const char *b = before;
  const char *a = after;

  if (!skip (&b, "[") || !skip (&a, "["))
    return FALSE;
  while (*b != ']' && *a != ']')
    {
      g_autoptr (OctantRecord) from = NULL;
      g_autoptr (OctantRecord) to = NULL;
      OctantChange *change;

      if (changes->len > 0 && (!skip (&b, ",") || !skip (&a, ",")))
        return FALSE;
      if (!read_record (&b, texts, &from) || !read_record (&a, texts, &to) || (from == NULL && to == NULL) ||
          (from != NULL && to != NULL && !octant_record_same_key (from, to)))
        return FALSE;
      change = g_new (OctantChange, 1);
      change->before = g_steal_pointer (&from);
      change->after = g_steal_pointer (&to);
      g_ptr_array_add (changes, change);
    }
  return strcmp (b, "]") == 0 && strcmp (a, "]") == 0;
}

gboolean
octant_journal_read_changes (const char  *before,
                             const char  *after,
                             gboolean     inverse,
                             OctantAct   *act,
                             GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_change_free);
  GString *texts[MAX_COLUMNS];
  gboolean ok;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    texts[i] = g_string_new (NULL);
  ok = read_pairs (before, after, texts, changes);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_string_free (texts[i], TRUE);
  if (!ok)
    {
      g_set_error_literal (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED,
                           "its changes cannot be read");
      return FALSE;
    }

  for (guint i = 0; i < changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (changes, inverse ? changes->len - 1 - i : i);
      OctantRecord *from = g_steal_pointer (&change->before);
      OctantRecord *to = g_steal_pointer (&change->after);

      octant_act_add_change (act, inverse ? to : from, inverse ? from : to);
    }
  return TRUE;
}
