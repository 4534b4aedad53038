/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-table-dialog.h"

#include "octant-notice.h"

#include <glib/gi18n.h>

/*
 * The model behind the columns is a plain list; each of its items is a row, a
 * GtkStringList of cells.
 */
struct _OctantChartTableDialog
{
  AdwDialog parent_instance;

  OctantChartTable *table; /* (owned) */

  GtkColumnView *view;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (OctantChartTableDialog, octant_chart_table_dialog, ADW_TYPE_DIALOG)

/* Names of rows are read from the beginning, figures line up at their end. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (user_data) == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_UINT (user_data) == 0 ? 12 : 6);
  if (GPOINTER_TO_UINT (user_data) > 0)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkStringList *row = gtk_list_item_get_item (item);
  const char *text = gtk_string_list_get_string (row, GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), NULL);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), NULL);
}

/* A row says all of its cells at once. */
static void
bind_row_cb (OctantChartTableDialog *self,
             GtkColumnViewRow       *item)
{
  guint row = gtk_column_view_row_get_position (item);
  GString *text = g_string_new (octant_chart_table_get_cell (self->table, row, 0));

  for (guint c = 1; c < self->table->columns->len; c++)
    g_string_append_printf (text, ", %s %s", (char *) g_ptr_array_index (self->table->columns, c),
                            octant_chart_table_get_cell (self->table, row, c));
  gtk_column_view_row_set_accessible_label (item, text->str);
  g_string_free (text, TRUE);
}

static void
unbind_row_cb (OctantChartTableDialog *self,
               GtkColumnViewRow       *item)
{
  gtk_column_view_row_set_accessible_label (item, "");
}

static void
add_columns (OctantChartTableDialog *self)
{
  for (guint c = 0; c < self->table->columns->len; c++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (c));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (c));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GUINT_TO_POINTER (c));
      column = gtk_column_view_column_new (g_ptr_array_index (self->table->columns, c), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, c == 0);
      gtk_column_view_append_column (self->view, column);
    }
}

static GListModel *
make_rows (const OctantChartTable *table)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint r = 0; r < table->rows->len; r++)
    {
      g_autoptr (GtkStringList) row = gtk_string_list_new (NULL);

      for (guint c = 0; c < table->columns->len; c++)
        gtk_string_list_append (row, octant_chart_table_get_cell (table, r, c));
      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  OctantChartTableDialog *self = OCTANT_CHART_TABLE_DIALOG (widget);
  gboolean csv = g_str_equal (g_variant_get_string (parameter, NULL), "csv");
  g_autofree char *text = csv ? octant_chart_table_to_csv (self->table) : octant_chart_table_to_text (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  octant_notice_show (self->toasts, NULL, _("Table copied"), FALSE);
}

static void
octant_chart_table_dialog_dispose (GObject *object)
{
  OctantChartTableDialog *self = OCTANT_CHART_TABLE_DIALOG (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CHART_TABLE_DIALOG);
  g_clear_pointer (&self->table, octant_chart_table_free);

  G_OBJECT_CLASS (octant_chart_table_dialog_parent_class)->dispose (object);
}

static void
octant_chart_table_dialog_class_init (OctantChartTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_chart_table_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "table.copy", "s", copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", "s", "text");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-chart-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantChartTableDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OctantChartTableDialog, view);
}

static void
octant_chart_table_dialog_init (OctantChartTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_chart_table_dialog_new (const char       *title,
                               OctantChartTable *table)
{
  OctantChartTableDialog *self = g_object_new (OCTANT_TYPE_CHART_TABLE_DIALOG, "title", title, NULL);
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self->table = table;
  model = gtk_no_selection_new (make_rows (table));
  add_columns (self);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_row_factory (self->view, rows);
  g_object_unref (rows);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return ADW_DIALOG (self);
}
