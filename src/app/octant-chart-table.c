/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-table.h"

#include <string.h>

#include "exchange/octant-csv.h"

OctantChartTable *
octant_chart_table_new (void)
{
  OctantChartTable *self = g_new0 (OctantChartTable, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
octant_chart_table_free (OctantChartTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
octant_chart_table_add_column (OctantChartTable *self,
                               const char       *heading)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->columns, g_strdup (heading));
}

void
octant_chart_table_add_row (OctantChartTable *self,
                            const char       *name)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
  octant_chart_table_add_cell (self, name);
}

void
octant_chart_table_add_cell (OctantChartTable *self,
                             const char       *text)
{
  GPtrArray *row;

  g_return_if_fail (self != NULL && self->rows->len > 0);

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_return_if_fail (row->len < self->columns->len);
  g_ptr_array_add (row, g_strdup (text != NULL ? text : ""));
}

const char *
octant_chart_table_get_cell (const OctantChartTable *self,
                             guint                   row,
                             guint                   column)
{
  GPtrArray *cells;

  g_return_val_if_fail (self != NULL && row < self->rows->len, "");

  cells = g_ptr_array_index (self->rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/*
 * A tab or a line's end within a cell would begin another one; and what a user typed must
 * not become a formula where it is pasted, see octant-csv.h.
 */
static void
append_plain (GString    *text,
              const char *cell)
{
  g_autofree char *plain = g_strdup (cell);

  if (*plain != '\0' && strchr ("=+-@", *plain) != NULL)
    g_string_append_c (text, '\'');
  g_string_append (text, g_strdelimit (plain, "\t\r\n", ' '));
}

char *
octant_chart_table_to_text (const OctantChartTable *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint c = 0; c < self->columns->len; c++)
    {
      g_string_append (text, c > 0 ? "\t" : "");
      append_plain (text, g_ptr_array_index (self->columns, c));
    }
  g_string_append_c (text, '\n');
  for (guint r = 0; r < self->rows->len; r++)
    {
      for (guint c = 0; c < self->columns->len; c++)
        {
          g_string_append (text, c > 0 ? "\t" : "");
          append_plain (text, octant_chart_table_get_cell (self, r, c));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

char *
octant_chart_table_to_csv (const OctantChartTable *self)
{
  GString *csv;

  g_return_val_if_fail (self != NULL, NULL);

  csv = g_string_new (NULL);
  for (guint c = 0; c < self->columns->len; c++)
    octant_csv_append_text (csv, g_ptr_array_index (self->columns, c));
  octant_csv_end_row (csv);
  for (guint r = 0; r < self->rows->len; r++)
    {
      for (guint c = 0; c < self->columns->len; c++)
        octant_csv_append_text (csv, octant_chart_table_get_cell (self, r, c));
      octant_csv_end_row (csv);
    }

  return g_string_free_and_steal (csv);
}
