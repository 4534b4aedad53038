/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-table.h"

struct _OctantCliTable
{
  GPtrArray *headings; /* (owned) */
  GPtrArray *cells;    /* (owned) row by row */
  guint64 right;       /* a bit for each right-aligned column */
};

guint
octant_cli_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iszerowidth (c))
        continue;
      width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

OctantCliTable *
octant_cli_table_new (const char *heading,
                      ...)
{
  OctantCliTable *self = g_new0 (OctantCliTable, 1);
  va_list list;

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (list, heading);
  for (const char *text = heading; text != NULL; text = va_arg (list, const char *))
    g_ptr_array_add (self->headings, g_strdup (text));
  va_end (list);
  return self;
}

void
octant_cli_table_align_right (OctantCliTable *self,
                              guint           column)
{
  g_return_if_fail (column < 64);

  self->right |= G_GUINT64_CONSTANT (1) << column;
}

void
octant_cli_table_add (OctantCliTable *self,
                      ...)
{
  va_list list;

  va_start (list, self);
  for (guint i = 0; i < self->headings->len; i++)
    {
      const char *text = va_arg (list, const char *);

      g_ptr_array_add (self->cells, octant_cli_clean (text != NULL ? text : ""));
    }
  va_end (list);
}

guint
octant_cli_table_n_rows (OctantCliTable *self)
{
  return self->cells->len / self->headings->len;
}

static void
print_line (GString        *out,
            char          **cells,
            guint           n,
            const guint    *widths,
            const gboolean *right)
{
  for (guint i = 0; i < n; i++)
    {
      guint pad = widths[i] - octant_cli_width (cells[i]);

      if (i > 0)
        g_string_append (out, "  ");
      if (right[i])
        g_string_append_printf (out, "%*s", (int) pad, "");
      g_string_append (out, cells[i]);
      if (!right[i] && i + 1 < n)
        g_string_append_printf (out, "%*s", (int) pad, "");
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

void
octant_cli_table_print (OctantCliTable *self,
                        OctantCli      *cli)
{
  guint n = self->headings->len;
  g_autofree guint *widths = g_new0 (guint, n);
  g_autofree gboolean *right = g_new0 (gboolean, n);
  g_autofree char **heads = g_new0 (char *, n);

  for (guint i = 0; i < n; i++)
    {
      heads[i] = g_ptr_array_index (self->headings, i);
      right[i] = (self->right >> i) & 1;
      widths[i] = octant_cli_width (heads[i]);
    }
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], octant_cli_width (g_ptr_array_index (self->cells, i)));

  print_line (cli->out, heads, n, widths, right);
  for (guint i = 0; i < self->cells->len; i += n)
    print_line (cli->out, (char **) self->cells->pdata + i, n, widths, right);
}

void
octant_cli_table_print_titled (OctantCliTable *self,
                               OctantCli      *cli)
{
  if (self->cells->len == 0)
    return;
  g_string_append_c (cli->out, '\n');
  octant_cli_table_print (self, cli);
}

void
octant_cli_table_free (OctantCliTable *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->cells);
  g_free (self);
}
