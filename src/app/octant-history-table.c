/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-history-table.h"

#include <math.h>

#include "octant-cycle-item.h"
#include "octant-history-data.h"
#include "octant-level-pill.h"

/* The first row has the titles, the first column the names. */
struct _OctantHistoryTable
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GPtrArray *said;           /* (owned) (element-type utf8) what each row that is there says */
  GPtrArray *titles;         /* (owned) (element-type utf8) of the columns */
  OctantHistoryLines *lines; /* (owned) (nullable) */
  int *levels;               /* (owned) (nullable) of the lines' scores */
  guint next;                /* row to make, or to leave as it is */
};

G_DEFINE_FINAL_TYPE (OctantHistoryTable, octant_history_table, ADW_TYPE_BIN)

static GtkWidget *
make_text (const char *text,
           const char *style,
           float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_name (const char *name,
           gboolean    whole)
{
  GtkWidget *label = make_text (name, whole ? "heading" : NULL, 0);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);

  return label;
}

static GtkWidget *
make_score (OctantHistoryTable *self,
            guint               line,
            guint               cycle)
{
  const char *text = octant_history_lines_get_text (self->lines, line, cycle);
  GtkWidget *box, *label, *pill;

  if (isnan (octant_history_lines_get (self->lines, line, cycle)))
    {
      label = make_text (text, "dimmed", 1);
      gtk_widget_add_css_class (label, "numeric");
      return label;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (text);
  pill = octant_level_pill_new ();
  gtk_widget_add_css_class (label, "numeric");
  if (line == 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (pill, "caption-heading");
  octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), self->levels[line * self->lines->n_cycles + cycle]);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);

  return box;
}

/* What a row is about to say, so that one that says it already stays. (transfer full) */
static char *
dup_said (OctantHistoryTable *self,
          guint               row)
{
  GString *said = g_string_new (row > 0 ? self->lines->names[row - 1] : NULL);

  for (guint c = 0; c < self->lines->n_cycles; c++)
    if (row == 0)
      g_string_append_printf (said, "\n%s", (const char *) g_ptr_array_index (self->titles, c));
    else
      g_string_append_printf (said, "\n%s %d", octant_history_lines_get_text (self->lines, row - 1, c),
                              self->levels[(row - 1) * self->lines->n_cycles + c]);

  return g_string_free (said, FALSE);
}

static void
remove_row (OctantHistoryTable *self,
            guint               row)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      int at;

      gtk_grid_query_child (self->grid, child, NULL, &at, NULL, NULL);
      if (at == (int) row)
        gtk_grid_remove (self->grid, child);
      child = next;
    }
}

static void
fill_row (OctantHistoryTable *self,
          guint               row)
{
  if (row > 0)
    gtk_grid_attach (self->grid, make_name (self->lines->names[row - 1], row == 1), 0, (int) row, 1, 1);
  for (guint c = 0; c < self->lines->n_cycles; c++)
    {
      GtkWidget *cell;

      if (row > 0)
        cell = make_score (self, row - 1, c);
      else
        {
          cell = make_text (g_ptr_array_index (self->titles, c), "heading", 1);
          gtk_widget_add_css_class (cell, "numeric");
        }
      gtk_grid_attach (self->grid, cell, (int) c + 1, (int) row, 1, 1);
    }
}

static void
octant_history_table_dispose (GObject *object)
{
  OctantHistoryTable *self = OCTANT_HISTORY_TABLE (object);

  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->lines, octant_history_lines_free);
  g_clear_pointer (&self->levels, g_free);

  G_OBJECT_CLASS (octant_history_table_parent_class)->dispose (object);
}

static void
octant_history_table_class_init (OctantHistoryTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_history_table_dispose;
}

static void
octant_history_table_init (OctantHistoryTable *self)
{
  self->said = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 9);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

void
octant_history_table_update (OctantHistoryTable *self,
                             GPtrArray          *cycles,
                             OctantModel        *model)
{
  g_return_if_fail (OCTANT_IS_HISTORY_TABLE (self));
  g_return_if_fail (cycles != NULL && model != NULL);

  g_clear_pointer (&self->lines, octant_history_lines_free);
  self->lines = octant_history_lines_new (cycles, model, TRUE);
  g_free (self->levels);
  self->levels = g_new0 (int, self->lines->n_lines * cycles->len + 1);
  g_ptr_array_set_size (self->titles, 0);
  for (guint c = 0; c < cycles->len; c++)
    {
      OctantCycleItem *cycle = g_ptr_array_index (cycles, c);

      g_ptr_array_add (self->titles, g_strdup (octant_cycle_item_get_title (cycle)));
      for (guint line = 0; line < self->lines->n_lines; line++)
        {
          const OctantScoreRow *score = octant_cycle_item_get_score (cycle, self->lines->codes[line]);

          if (score != NULL)
            self->levels[line * cycles->len + c] = score->l;
        }
    }
  self->next = 0;
}

gboolean
octant_history_table_make_row (OctantHistoryTable *self)
{
  g_autofree char *said = NULL;
  guint row;

  g_return_val_if_fail (OCTANT_IS_HISTORY_TABLE (self), FALSE);

  if (self->lines == NULL)
    return FALSE;
  row = self->next;
  if (row > self->lines->n_lines)
    {
      if (self->said->len <= row)
        return FALSE;
      remove_row (self, self->said->len - 1);
      g_ptr_array_set_size (self->said, (int) self->said->len - 1);
      return TRUE;
    }
  self->next++;
  said = dup_said (self, row);
  if (row < self->said->len && g_str_equal (g_ptr_array_index (self->said, row), said))
    return TRUE;
  if (row < self->said->len)
    {
      remove_row (self, row);
      g_free (g_ptr_array_index (self->said, row));
    }
  else
    g_ptr_array_set_size (self->said, (int) row + 1);
  fill_row (self, row);
  g_ptr_array_index (self->said, row) = g_steal_pointer (&said);
  return TRUE;
}
